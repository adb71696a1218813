//! `contours/`: outlines of territories, as TopoJSON, written by Urne or other software.

mod drawing;
pub mod grid;

use std::collections::BTreeSet;
use std::path::Path;

use self::grid::Grid;
use super::files;
use crate::data::{Contours, Part, Point};
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, unexpected};
use crate::site::parse::file;
use crate::site::parse::table;
use crate::site::parse::tree::{self, Node, Value};
use crate::site::parse::values::Text;

/// Reads a TopoJSON file; what is wrong with it is reported.
pub fn read(path: &Path, problems: &mut Problems) -> Option<Contours> {
    let source = file::read(path, files::LARGEST_OUTLINES, problems)?;
    let node = tree::from_json(&source, problems)?;
    // TopoJSON may say more than this: unknown fields are left alone.
    let mut fields = Fields::of_format(message!("election-map"), &node, problems)?;
    let kind = fields.required::<Kind>("type", problems);
    let author = fields.required::<Text>("source", problems);
    let transform = fields.optional::<Transform>("transform", problems);
    let transform = transform.or_else(|| (!fields.has("transform")).then(Transform::default));
    let lines = fields.required::<Vec<Spanned<Vec<Position>>>>("arcs", problems);
    let objects = fields.required::<Objects>("objects", problems);
    kind?;
    let lines = placed(&lines?, &transform?, problems)?;
    let shapes = objects?.0;
    let sound =
        ensure_codes_differ(&shapes, problems) & ensure_rings_close(&shapes, &lines, problems);
    if !sound {
        return None;
    }
    let Some(grid) = Grid::around(lines.iter().flatten().copied()) else {
        let help = message!("election-map-no-extent-help");
        problems.add_for_file(path, message!("election-map-no-extent"), help);
        return None;
    };
    let on_grid = |line: &Vec<Degrees>| line.iter().map(|place| grid.nearest(*place)).collect();
    let lines: Vec<Vec<Point>> = lines.iter().map(on_grid).collect();
    let mut shapes: Vec<(String, Vec<Vec<Part>>)> =
        shapes.into_iter().map(|shape| (shape.code.value.0, shape.rings)).collect();
    drawing::write_alike(&mut shapes, &lines);
    Some(Contours::new(author?.0, grid.size, &lines, shapes))
}

/// A longitude and a latitude.
type Degrees = (f64, f64);

/// `"Topology"`
struct Kind;

impl FromNode for Kind {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-type");
    const EXAMPLE: Message = message!("election-map-type-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "Topology" => Some(Self),
            _ => unexpected(node, problems),
        }
    }
}

/// Two numbers.
#[derive(Clone, Copy)]
struct Position(f64, f64);

impl FromNode for Position {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-position");
    const EXAMPLE: Message = Message::verbatim("[12, 34]");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let number = |node: &Node| match &node.value {
            Value::Number(number) => number.parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        };
        let pair = match &node.value {
            Value::List(items) if items.len() == 2 => number(&items[0]).zip(number(&items[1])),
            _ => None,
        };
        pair.map(|(x, y)| Self(x, y)).or_else(|| unexpected(node, problems))
    }
}

/// How whole numbers become degrees; without it, positions are degrees.
#[derive(Default)]
struct Transform(Option<(Position, Position)>);

impl FromNode for Transform {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-scale");
    const EXAMPLE: Message =
        Message::verbatim("{ \"scale\": [0.001, 0.001], \"translate\": [2.0, 48.0] }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of_format(message!("election-map-transform"), node, problems)?;
        let scale = fields.required("scale", problems);
        let translation = fields.required("translate", problems);
        fields.finish(problems);
        scale.zip(translation).map(|both| Self(Some(both)))
    }
}

/// The lines in degrees.
fn placed(
    lines: &[Spanned<Vec<Position>>],
    transform: &Transform,
    problems: &mut Problems,
) -> Option<Vec<Vec<Degrees>>> {
    let mut sound = true;
    let mut placed = Vec::with_capacity(lines.len());
    for line in lines {
        let mut pen = (0.0, 0.0);
        let place = |position: &Position| match transform.0 {
            None => (position.0, position.1),
            Some((scale, translation)) => {
                pen = (pen.0 + position.0, pen.1 + position.1);
                (pen.0 * scale.0 + translation.0, pen.1 * scale.1 + translation.1)
            }
        };
        let points: Vec<Degrees> = line.value.iter().map(place).collect();
        let on_earth = |(x, y): &Degrees| x.abs() <= 180.0 && y.abs() < 90.0;
        if points.len() < 2 || !points.iter().all(on_earth) {
            let title = message!("election-map-line");
            let found = message!("election-map-line-found");
            line.problem(problems, title, found, message!("election-map-line-help"));
            sound = false;
        }
        placed.push(points);
    }
    sound.then_some(placed)
}

/// The one collection of territories.
struct Objects(Vec<Shape>);

impl FromNode for Objects {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-objects");
    const EXAMPLE: Message = Message::verbatim(
        "{ \"territories\": { \"type\": \"GeometryCollection\", \"geometries\": [ … ] } }",
    );

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let collection = match &node.value {
            Value::Table(entries) if entries.len() == 1 => &entries[0].node,
            _ => return unexpected(node, problems),
        };
        let mut fields =
            Fields::of_format(message!("election-map-collection"), collection, problems)?;
        let shapes: Vec<Shape> = fields.required("geometries", problems)?;
        if shapes.is_empty() { unexpected(node, problems) } else { Some(Self(shapes)) }
    }
}

/// A territory.
struct Shape {
    code: Spanned<Text>,
    rings: Vec<Vec<Part>>,
}

impl FromNode for Shape {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-shape");
    const EXAMPLE: Message = Message::verbatim(
        "{ \"type\": \"Polygon\", \"properties\": { \"code\": \"78172\" }, \"arcs\": [[0, 1]] }",
    );

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of_format(message!("election-territory"), node, problems)?;
        let kind = fields.required::<Text>("type", problems)?;
        let properties = fields.required::<Properties>("properties", problems);
        let rings = match kind.0.as_str() {
            "Polygon" => fields.required("arcs", problems),
            "MultiPolygon" => fields
                .required::<Vec<Vec<Vec<Part>>>>("arcs", problems)
                .map(|polygons| polygons.into_iter().flatten().collect()),
            _ => return unexpected(node, problems),
        };
        Some(Self { code: properties?.0, rings: rings? })
    }
}

/// What is known of a territory: its code. Its name is for those who read the file.
struct Properties(Spanned<Text>);

impl FromNode for Properties {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-properties");
    const EXAMPLE: Message =
        Message::verbatim("{ \"code\": \"78172\", \"name\": \"Conflans-Sainte-Honorine\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        Fields::of_format(message!("election-map-the-properties"), node, problems)?
            .required("code", problems)
            .map(Self)
    }
}

impl FromNode for Part {
    const SHAPE: table::Shape = table::Shape::Anything;
    const EXPECTED: Message = message!("election-map-arc");
    const EXAMPLE: Message = message!("election-map-arc-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let number = match &node.value {
            Value::Number(number) => number.parse::<i16>().ok(),
            _ => None,
        };
        let part = number.map(|number| (number < 0, if number < 0 { !number } else { number }));
        match part.and_then(|(backwards, line)| Some((backwards, usize::try_from(line).ok()?))) {
            Some((backwards, line)) => Some(Self { line, backwards }),
            None => unexpected(node, problems),
        }
    }
}

/// Ensure no two territories have the same code.
fn ensure_codes_differ(shapes: &[Shape], problems: &mut Problems) -> bool {
    let mut codes = BTreeSet::new();
    let mut sound = true;
    for shape in shapes {
        if !codes.insert(shape.code.value.0.as_str()) {
            let title = message!("election-map-duplicate-code", code = shape.code.value.0.as_str());
            let help = message!("election-map-duplicate-code-help");
            shape.code.problem(problems, title, message!("fields-second"), help);
            sound = false;
        }
    }
    sound
}

/// Ensure each ring is a chain of lines that comes back to its beginning.
fn ensure_rings_close(shapes: &[Shape], lines: &[Vec<Degrees>], problems: &mut Problems) -> bool {
    let ends = |part: &Part| {
        let line = lines.get(part.line)?;
        let ends = (*line.first()?, *line.last()?);
        Some(if part.backwards { (ends.1, ends.0) } else { ends })
    };
    let closes = |ring: &Vec<Part>| {
        let ends: Option<Vec<(Degrees, Degrees)>> = ring.iter().map(ends).collect();
        ends.is_some_and(|ends| {
            let next = ends.iter().cycle().skip(1);
            !ends.is_empty() && ends.iter().zip(next).all(|(one, next)| one.1 == next.0)
        })
    };
    let mut sound = true;
    for shape in shapes.iter().filter(|shape| !shape.rings.iter().all(closes)) {
        let (found, help) =
            (message!("election-map-open-found"), message!("election-map-open-help"));
        shape.code.problem(problems, message!("election-map-open"), found, help);
        sound = false;
    }
    sound
}
