//! Lines with fewer points: each line once, so that neighbours still share their border exactly.

use std::collections::BTreeSet;

use anyhow::ensure;

use super::topology::{Shape, Topology};
use crate::data::{Part, Point};
use crate::site::content::outlines::grid::{Grid, Vertex, degrees};

/// Points that change a line by less than this many square units are left out at first: a bend of
/// four or five pixels in a drawing of 600. The page of a département must arrive with its map in
/// the first answer.
const DETAIL: f64 = 18.0;

/// Below this many square units every point is kept.
const FINEST: f64 = 0.05;

/// A territory may grow or shrink by this part of its area, or by two square units.
const TOLERANCE: f64 = 0.1;

/// A place in units, not yet on the grid.
type Place = (f64, f64);

/// Territories as they will be drawn.
pub struct Drawn {
    /// Lines on the grid, each used by some territory.
    pub lines: Vec<Vec<Point>>,
    /// The territories.
    pub shapes: Vec<Shape>,
}

/// A line with the weight of each point.
struct Line {
    places: Vec<Place>,
    crossings: Vec<Point>,
    weights: Vec<f64>,
}

/// Lays every line out on the grid with the points that matter (Visvalingam and Whyatt's effective
/// areas). Where a territory would change its size, or two lines would cross, more points are kept.
pub fn simplified(topology: &Topology, grid: &Grid) -> Vec<Vec<Point>> {
    let edges = edges(topology);
    let lines: Vec<Line> =
        topology.lines.iter().map(|line| Line::new(line, grid, &edges)).collect();
    let mut details = vec![DETAIL; lines.len()];
    loop {
        let drawn: Vec<Vec<Point>> =
            lines.iter().zip(&details).map(|(line, detail)| line.with(*detail)).collect();
        let mut finer = false;
        for index in misshapen(topology, &lines, &drawn) {
            finer |= details[index] > 0.0;
            details[index] = if details[index] < FINEST { 0.0 } else { details[index] / 4.0 };
        }
        if !finer {
            return drawn;
        }
    }
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
        ensure!(
            largest > 0.0,
            "{} ({}) is too small to be seen beside the others",
            shape.name,
            shape.code
        );
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
        let changed = (before - after).abs() > (before * TOLERANCE).max(2.0);
        if changed || (only && after == 0.0) {
            misshapen.extend(ring.iter().map(|part| part.line));
        }
    }
    misshapen
}

/// Lines that cross another, or themselves.
fn crossing(lines: &[Vec<Point>]) -> BTreeSet<usize> {
    let mut segments: Vec<(i16, i16, usize, [Point; 2])> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        for (a, b) in line.iter().zip(line.iter().skip(1)) {
            segments.push((a.0.min(b.0), a.0.max(b.0), index, [*a, *b]));
        }
    }
    segments.sort_unstable();
    let mut crossing = BTreeSet::new();
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
    let next = around.iter().cycle().skip(1);
    let doubled: f64 = around.iter().zip(next).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum();
    (doubled / 2.0).abs()
}

fn exactly(point: &Point) -> Place {
    (f64::from(point.0), f64::from(point.1))
}

impl Line {
    fn new(vertices: &[Vertex], grid: &Grid, edges: &BTreeSet<Vertex>) -> Self {
        let places: Vec<Place> =
            vertices.iter().map(|vertex| grid.place(degrees(*vertex))).collect();
        let crossings = vertices.iter().map(|vertex| grid.nearest(degrees(*vertex))).collect();
        let mut weights = weights(&places);
        for (weight, _) in
            weights.iter_mut().zip(vertices).filter(|(_, vertex)| edges.contains(vertex))
        {
            *weight = f64::INFINITY;
        }
        Self { places, crossings, weights }
    }

    /// The points of at least this weight, on the grid.
    fn with(&self, detail: f64) -> Vec<Point> {
        let kept =
            self.crossings.iter().zip(&self.weights).filter(|(_, weight)| **weight >= detail);
        let mut points: Vec<Point> = kept.map(|(point, _)| *point).collect();
        let end = points.last().copied();
        points.dedup();
        if points.len() == 1 {
            // A line has two ends, even where they fall on one crossing of the grid.
            points.extend(end);
        }
        points
    }
}

/// How much each point of a line matters: the area of the triangle with its neighbours when its
/// turn comes to be left out. Ends always matter, and so do two more points of a closed line, which
/// would else be no triangle.
fn weights(places: &[Place]) -> Vec<f64> {
    let last = places.len().saturating_sub(1);
    let spared = if places.first() == places.last() { 2 } else { 0 };
    let mut weights = vec![f64::INFINITY; places.len()];
    let mut before: Vec<usize> = (0..places.len()).map(|index| index.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..places.len()).map(|index| (index + 1).min(last)).collect();
    let triangle = |a: usize, b: usize, c: usize| {
        let ((ax, ay), (bx, by), (cx, cy)) = (places[a], places[b], places[c]);
        ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).abs() / 2.0
    };
    // Areas are not negative: their bits have the order of the numbers.
    let mut areas: Vec<f64> =
        (0..places.len()).map(|index| triangle(before[index], index, after[index])).collect();
    let mut queue: BTreeSet<(u64, usize)> =
        (1..last).map(|index| (areas[index].to_bits(), index)).collect();
    let mut least: f64 = 0.0;
    while queue.len() > spared {
        let Some((_, index)) = queue.pop_first() else { break };
        least = least.max(areas[index]);
        weights[index] = least;
        let (left, right) = (before[index], after[index]);
        (after[left], before[right]) = (right, left);
        for neighbour in [left, right] {
            if queue.remove(&(areas[neighbour].to_bits(), neighbour)) {
                areas[neighbour] = triangle(before[neighbour], neighbour, after[neighbour]);
                queue.insert((areas[neighbour].to_bits(), neighbour));
            }
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::import::outlines::geojson::Territory;

    #[test]
    fn straight_points_weigh_nothing_and_ends_everything() {
        let line = [(0.0, 0.0), (1.0, 0.0), (2.0, 4.0), (4.0, 0.0)];
        let weights = weights(&line);
        assert_eq!(weights[0], f64::INFINITY);
        assert_eq!(weights[3], f64::INFINITY);
        assert!(weights[1] < weights[2]);
        let straight = [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)];
        assert_eq!(super::weights(&straight)[1], 0.0);
    }

    #[test]
    fn a_closed_line_stays_a_triangle() {
        let island = [(0.0, 0.0), (0.1, 0.0), (0.2, 0.1), (0.1, 0.2), (0.0, 0.0)];
        let kept = weights(&island).iter().filter(|weight| weight.is_infinite()).count();
        assert_eq!(kept, 4);
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
        assert_eq!(error, "2 (2) is too small to be seen beside the others");
    }
}
