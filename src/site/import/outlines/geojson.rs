//! Territories read from GeoJSON, as it is published: one feature a territory, with `code` and `nom`.

use std::collections::BTreeSet;

use anyhow::{Context, bail, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::message;
use crate::site::content::outlines::grid::Vertex;
use crate::site::messages::Message;

/// A closed line, without its first vertex at the end again.
pub type Ring = Vec<Vertex>;

/// A territory with its whole outline.
pub struct Territory {
    /// Its official code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its parts: each an outer ring, then those of its holes.
    pub polygons: Vec<Vec<Ring>>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Value,
    #[serde(default)]
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<Vec<f64>>>),
    MultiPolygon(Vec<Vec<Vec<Vec<f64>>>>),
}

/// Reads every territory of a text, in the order of the codes.
pub fn read(text: &str) -> anyhow::Result<Vec<Territory>> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .context(message!("import-outlines-no-json"))?;
    let kind = value.get("type").and_then(Value::as_str);
    let is = kind.map_or(message!("import-outlines-missing"), |kind| format!("`{kind}`").into());
    ensure!(kind == Some("FeatureCollection"), message!("import-outlines-no-geojson", kind = is));
    let collection: Collection =
        serde_json::from_value(value).context(message!("import-outlines-no-polygon"))?;
    ensure!(!collection.features.is_empty(), message!("import-outlines-empty"));
    let mut territories = Vec::new();
    for (index, feature) in collection.features.into_iter().enumerate() {
        territories.push(territory(index + 1, feature)?);
    }
    let mut codes = BTreeSet::new();
    for territory in &territories {
        let first = codes.insert(territory.code.as_str());
        ensure!(first, message!("import-outlines-twice", code = territory.code.as_str()));
    }
    territories.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(territories)
}

fn territory(number: usize, feature: Feature) -> anyhow::Result<Territory> {
    let text = |name| match feature.properties.get(name) {
        Some(Value::String(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let name = text("nom").or_else(|| text("name"));
    let called = name.clone().map_or(message!("import-outlines-nameless"), Message::from);
    let code = text("code").with_context(|| {
        message!("import-outlines-without-code", number = number, name = called)
    })?;
    let name = name.with_context(|| {
        message!("import-outlines-without-name", number = number, code = code.as_str())
    })?;
    let called = format!("{name} ({code})");
    let polygons = match feature.geometry {
        Some(Geometry::Polygon(polygon)) => vec![polygon],
        Some(Geometry::MultiPolygon(polygons)) => polygons,
        None => bail!(message!("import-outlines-without-geometry", territory = called)),
    };
    let polygons = polygons
        .iter()
        .map(|polygon| polygon.iter().map(|line| ring(line)).collect())
        .collect::<anyhow::Result<Vec<Vec<Ring>>>>()
        .with_context(|| message!("import-outlines-wrong", territory = called.as_str()))?;
    ensure!(
        !polygons.is_empty() && polygons.iter().all(|rings| !rings.is_empty()),
        message!("import-outlines-without-outline", territory = called)
    );
    Ok(Territory { code, name, polygons })
}

/// A closed line on the fine grid, on which borders that are equal become the same.
fn ring(line: &[Vec<f64>]) -> anyhow::Result<Ring> {
    let mut ring = Vec::with_capacity(line.len());
    for position in line {
        let &[longitude, latitude, ..] = position.as_slice() else {
            bail!(message!("import-outlines-position"));
        };
        ensure!(
            longitude.abs() <= 180.0 && latitude.abs() < 90.0,
            message!("import-outlines-degrees", position = format!("[{longitude}, {latitude}]"))
        );
        ring.push(((longitude * 1e6).round() as i32, (latitude * 1e6).round() as i32));
    }
    ensure!(ring.len() > 3, message!("import-outlines-short-ring"));
    ensure!(ring.first() == ring.last(), message!("import-outlines-open-ring"));
    ring.pop();
    ring.dedup();
    ensure!(ring.len() > 2, message!("import-outlines-flat-ring"));
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(text: &str) -> String {
        format!("{:#}", read(text).err().unwrap())
    }

    fn collection(features: &[(&str, &str)]) -> String {
        let feature = |(properties, rings): &(&str, &str)| {
            format!(
                r#"{{"type":"Feature","properties":{properties},
                    "geometry":{{"type":"Polygon","coordinates":{rings}}}}}"#
            )
        };
        let features: Vec<String> = features.iter().map(feature).collect();
        format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
    }

    const TRIANGLE: &str = "[[[1,48],[2,48],[2,49],[1,48]]]";

    #[test]
    fn territories_come_in_the_order_of_their_codes() {
        let text = collection(&[
            (r#"{"code":"78172","nom":"Conflans-Sainte-Honorine"}"#, TRIANGLE),
            (r#"{"code":"78003","nom":"Ablis"}"#, TRIANGLE),
        ]);
        let territories = read(&text).unwrap();
        assert_eq!(territories[0].name, "Ablis");
        assert_eq!(territories[0].polygons[0][0][1], (2_000_000, 48_000_000));
    }

    #[test]
    fn every_mistake_is_named() {
        let ablis = r#"{"code":"78003","nom":"Ablis"}"#;
        let one = |rings| mistake(&collection(&[(ablis, rings)]));
        assert!(mistake("<html>").contains("it is not JSON"));
        assert!(mistake("{}").contains("is missing"));
        assert!(mistake(r#"{"type":"Topology"}"#).contains("is `Topology`"));
        assert!(mistake(&collection(&[])).contains("it is empty"));
        assert!(
            mistake(&collection(&[(r#"{"nom":"Ablis"}"#, TRIANGLE)]))
                .contains("feature 1 (Ablis) has no `code`")
        );
        assert!(
            mistake(&collection(&[(r#"{"code":"78003"}"#, TRIANGLE)]))
                .contains("feature 1 (78003) has no `nom`")
        );
        assert!(
            mistake(&collection(&[(ablis, TRIANGLE), (ablis, TRIANGLE)]))
                .contains("duplicate code 78003")
        );
        assert!(one("[[[1,48],[2,48],[2,49],[1,50]]]").contains("Ablis (78003) is wrong"));
        assert!(one("[[[1,48],[2,48],[2,49],[1,50]]]").contains("not closed"));
        assert!(one("[[[1,48],[2,48],[1,48]]]").contains("fewer than four"));
        assert!(one("[[[652469,6862035],[2,48],[2,49],[652469,6862035]]]").contains("degrees"));
        assert!(one("[]").contains("is empty"));
        assert!(one("[[[1],[2],[3],[1]]]").contains("a latitude"));
        assert!(
            mistake(r#"{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[1,2]}}]}"#)
                .contains("neither a `Polygon` nor")
        );
    }
}
