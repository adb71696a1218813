//! TopoJSON as it is in a content folder: one territory and one line of the map a line, so that a
//! change can be read.

use anyhow::ensure;
use serde::Serialize;
use serde_json::{Value, json};

use super::simplify::Drawn;
use super::topology::Shape;
use crate::data::{Part, Point};
use crate::message;
use crate::site::content::outlines::grid::Grid;

/// The name of the one collection of territories in a file; readers take any name.
const OBJECT: &str = "territories";

/// The file of some territories. `source` says who drew the outlines.
pub fn write(drawn: &Drawn, grid: &Grid, source: &str) -> anyhow::Result<String> {
    // Readers of this site count lines with two bytes.
    ensure!(drawn.lines.len() <= 32_767, message!("import-outlines-too-many"));
    let geometries = drawn.shapes.iter().map(geometry).collect::<Result<Vec<_>, _>>()?;
    let arcs: Vec<Value> = drawn.lines.iter().map(|line| arc(line, grid)).collect();
    let arcs: Vec<String> = arcs.iter().map(Value::to_string).collect();
    let south = grid.north - f64::from(grid.size.1) * grid.unit.1;
    let scale = json!([short(grid.unit.0), short(grid.unit.1)]);
    let translate = json!([short(grid.west), short(south)]);
    let source = Value::from(source);
    Ok(format!(
        "{{\n\"type\": \"Topology\",\n\"source\": {source},\n\
         \"transform\": {{\"scale\": {scale}, \"translate\": {translate}}},\n\
         \"objects\": {{\"{OBJECT}\": {{\"type\": \"GeometryCollection\", \"geometries\": [\n{}\n]}}}},\n\
         \"arcs\": [\n{}\n]\n}}\n",
        geometries.join(",\n"),
        arcs.join(",\n"),
    ))
}

/// A territory, its fields in this order whatever `serde_json` does with the order of a map.
#[derive(Serialize)]
struct Geometry<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    properties: Properties<'a>,
    arcs: Value,
}

#[derive(Serialize)]
struct Properties<'a> {
    code: &'a str,
    name: &'a str,
}

fn geometry(shape: &Shape) -> serde_json::Result<String> {
    let polygons: Vec<Vec<Vec<i64>>> = shape
        .polygons
        .iter()
        .map(|polygon| polygon.iter().map(|ring| arcs(ring)).collect())
        .collect();
    let (kind, arcs) = match &polygons[..] {
        [polygon] => ("Polygon", json!(polygon)),
        _ => ("MultiPolygon", json!(polygons)),
    };
    let properties = Properties { code: &shape.code, name: &shape.name };
    serde_json::to_string(&Geometry { kind, properties, arcs })
}

/// Lines by index; TopoJSON writes `-1 - index` for a line that is run along backwards.
fn arcs(ring: &[Part]) -> Vec<i64> {
    let index = |part: &Part| {
        let index = part.line as i64;
        if part.backwards { !index } else { index }
    };
    ring.iter().map(index).collect()
}

/// The first position, then steps; TopoJSON counts latitudes upwards.
fn arc(line: &[Point], grid: &Grid) -> Value {
    let mut pen = (0, 0);
    let step = |point: &Point| {
        let place = (i32::from(point.0), i32::from(grid.size.1) - i32::from(point.1));
        let step = [place.0 - pen.0, place.1 - pen.1];
        pen = place;
        step
    };
    json!(line.iter().map(step).collect::<Vec<[i32; 2]>>())
}

/// Twelve decimals of a degree are more than enough, and end.
fn short(degrees: f64) -> f64 {
    (degrees * 1e12).round() / 1e12
}
