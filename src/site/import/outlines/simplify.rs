//! Lines with fewer points: each line once, so that neighbours still share their border exactly.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::ensure;

use super::line::{Line, Place, enclosed_area, exactly};
use super::topology::{Shape, Topology};
use crate::data::{Part, Point};
use crate::message;
use crate::site::content::outlines::grid::{Grid, Vertex};

/// A point is kept at first where the line without it would be wrong by more than this many square units,
/// each about four pixels of CSS. The page of a département must arrive with its map in the first answer.
const PRICE: f64 = 4.0;

/// The same as a part of the area of a territory, where that is less.
const SHARE: f64 = 0.04;

/// Below this many square units nothing is spared.
const FINEST: f64 = 0.05;

/// A territory may grow or shrink by this part of its area, or by one square unit.
const TOLERANCE: f64 = 0.1;

/// Territories as they will be drawn.
pub struct Drawn {
    /// Lines on the grid, each used by some territory.
    pub lines: Vec<Vec<Point>>,
    /// The territories.
    pub shapes: Vec<Shape>,
}

/// Lays every line out on the grid with the points that are worth their bytes. Where a territory would
/// change its size, or two lines would cross, more points are kept.
pub fn simplified(topology: &Topology, grid: &Grid) -> Vec<Vec<Point>> {
    let edges = edges(topology);
    let lines: Vec<Line> =
        topology.lines.iter().map(|line| Line::new(line, grid, &edges)).collect();
    let mut prices = prices(topology, &lines);
    let mut drawn: Vec<Vec<Point>> =
        lines.iter().zip(&prices).map(|(line, price)| line.with(*price)).collect();
    loop {
        let mut finer = false;
        for index in misshapen(topology, &lines, &drawn) {
            let price = prices[index];
            finer |= price > 0.0;
            prices[index] = if price < FINEST { 0.0 } else { price / 2.0 };
            drawn[index] = lines[index].with(prices[index]);
        }
        if !finer {
            return drawn;
        }
    }
}

/// What a point of each line must be worth: less where it is the border of a small territory, which would
/// not be recognised.
fn prices(topology: &Topology, lines: &[Line]) -> Vec<f64> {
    let mut prices = vec![PRICE; lines.len()];
    for (ring, _) in topology.rings().filter(|(_, is_only)| *is_only) {
        let most = SHARE * area(ring, |line| lines[line].places.clone());
        for part in ring {
            prices[part.line] = prices[part.line].min(most);
        }
    }
    prices
}

/// Leaves out what has shrunk to nothing: rings, and lines that no ring needs.
///
/// # Errors
/// Names a territory of which nothing would be seen.
pub fn visible(topology: Topology, lines: &[Vec<Point>]) -> anyhow::Result<Drawn> {
    let size = |ring: &[Part]| area(ring, |line| lines[line].iter().map(exactly).collect());
    let mut drawn = Drawn { lines: Vec::new(), shapes: Vec::new() };
    let mut numbers: Vec<Option<usize>> = vec![None; lines.len()];
    for mut shape in topology.shapes {
        let rings = shape.polygons.iter().flatten();
        let largest = rings.map(|ring| size(ring)).fold(0.0, f64::max);
        let called = format!("{} ({})", shape.name, shape.code);
        ensure!(largest > 0.0, message!("import-outlines-too-small", territory = called));
        let seen = |ring: &[Part]| size(ring) >= largest.min(1.0);
        shape.polygons.retain(|polygon| polygon.first().is_some_and(|outer| seen(outer)));
        for polygon in &mut shape.polygons {
            polygon.retain(|ring| seen(ring));
        }
        for ring in shape.polygons.iter_mut().flatten() {
            ring.retain(|part| lines[part.line].iter().any(|point| *point != lines[part.line][0]));
            for part in ring {
                part.line = *numbers[part.line].get_or_insert_with(|| {
                    drawn.lines.push(lines[part.line].clone());
                    drawn.lines.len() - 1
                });
            }
        }
        drawn.shapes.push(shape);
    }
    Ok(drawn)
}

/// The vertices furthest to the west, east, south and north: they hold the grid in its place.
fn edges(topology: &Topology) -> BTreeSet<Vertex> {
    let (least, most) = (topology.vertices().min(), topology.vertices().max());
    let by_latitude = |vertex: &Vertex| (vertex.1, vertex.0);
    let south = topology.vertices().min_by_key(by_latitude);
    let north = topology.vertices().max_by_key(by_latitude);
    [least, most, south, north].into_iter().flatten().collect()
}

/// Lines of rings whose area has changed too much, and lines that cross.
fn misshapen(topology: &Topology, lines: &[Line], drawn: &[Vec<Point>]) -> BTreeSet<usize> {
    let mut misshapen = crossing(drawn);
    for (ring, only) in topology.rings() {
        let before = area(ring, |line| lines[line].places.clone());
        let after = area(ring, |line| drawn[line].iter().map(exactly).collect());
        let changed = (before - after).abs() > (before * TOLERANCE).max(1.0);
        if changed || (only && after == 0.0) {
            misshapen.extend(ring.iter().map(|part| part.line));
        }
    }
    misshapen
}

/// Lines that cross another or run along it, or do so with themselves.
fn crossing(lines: &[Vec<Point>]) -> BTreeSet<usize> {
    let mut segments: Vec<(i16, i16, usize, [Point; 2])> = Vec::new();
    let mut drawn: BTreeMap<[Point; 2], usize> = BTreeMap::new();
    let mut crossing = BTreeSet::new();
    for (index, line) in lines.iter().enumerate() {
        for (a, b) in line.iter().zip(line.iter().skip(1)).filter(|(a, b)| a != b) {
            segments.push((a.0.min(b.0), a.0.max(b.0), index, [*a, *b]));
            if let Some(other) = drawn.insert([*a.min(b), *a.max(b)], index) {
                crossing.extend([index, other]);
            }
        }
    }
    segments.sort_unstable();
    for (position, (_, right, line, segment)) in segments.iter().enumerate() {
        let beside = segments[position + 1..].iter().take_while(|(left, ..)| left < right);
        for (.., other_line, other) in beside {
            if cross(segment, other) {
                crossing.extend([*line, *other_line]);
            }
        }
    }
    crossing
}

/// Whether two segments cross between their ends.
fn cross(first: &[Point; 2], second: &[Point; 2]) -> bool {
    let side = |[from, to]: &[Point; 2], point: &Point| {
        let wide = |a: i16, b: i16| i64::from(a) - i64::from(b);
        let turn =
            wide(to.0, from.0) * wide(point.1, from.1) - wide(to.1, from.1) * wide(point.0, from.0);
        turn.signum()
    };
    side(first, &second[0]) * side(first, &second[1]) < 0
        && side(second, &first[0]) * side(second, &first[1]) < 0
}

/// The area that a ring surrounds, in square units.
fn area(ring: &[Part], places: impl Fn(usize) -> Vec<Place>) -> f64 {
    let mut around: Vec<Place> = Vec::new();
    for part in ring {
        let line = places(part.line);
        if part.backwards {
            around.extend(line.iter().rev());
        } else {
            around.extend(line);
        }
    }
    enclosed_area(&around)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::content::outlines::grid::degrees;
    use crate::site::import::outlines::geojson::Territory;

    #[test]
    fn a_line_keeps_apart_from_others() {
        let lines = [vec![(0, 0), (4, 4)], vec![(4, 4), (0, 0), (0, 9)], vec![(4, 4), (9, 4)]];
        assert_eq!(crossing(&lines), BTreeSet::from([0, 1]));
    }

    #[test]
    fn lines_that_meet_do_not_cross() {
        assert!(cross(&[(0, 0), (4, 4)], &[(0, 4), (4, 0)]));
        assert!(!cross(&[(0, 0), (4, 4)], &[(4, 4), (8, 0)]));
        assert!(!cross(&[(0, 0), (4, 4)], &[(0, 1), (3, 4)]));
    }

    fn square(code: &str, [x, y]: [i32; 2], side: i32) -> Territory {
        let ring = vec![(x, y), (x, y + side), (x + side, y + side), (x + side, y)];
        Territory { code: code.to_owned(), name: code.to_owned(), polygons: vec![vec![ring]] }
    }

    #[test]
    fn a_small_territory_keeps_its_size_and_an_invisible_one_is_named() {
        let large = square("1", [0, 0], 1_000_000);
        let small = square("2", [2_000_000, 0], 10_000);
        let topology = Topology::of(&[large, small]);
        let grid = Grid::around(topology.vertices().map(degrees)).unwrap();
        let lines = simplified(&topology, &grid);
        let drawn = visible(topology, &lines).unwrap();
        assert_eq!(drawn.lines[1].len(), 5, "{:?}", drawn.lines);

        let topology =
            Topology::of(&[square("1", [0, 0], 1_000_000), square("2", [2_000_000, 0], 60)]);
        let grid = Grid::around(topology.vertices().map(degrees)).unwrap();
        let lines = simplified(&topology, &grid);
        let error = visible(topology, &lines).err().unwrap().to_string();
        assert_eq!(error, "2 (2) is too small to be visible next to the others");
    }
}
