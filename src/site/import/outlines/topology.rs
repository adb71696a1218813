//! Outlines cut into lines where borders meet, so that two neighbours share one line.

use std::collections::{BTreeMap, BTreeSet};

use super::geojson::{Ring, Territory};
use crate::data::Part;
use crate::site::content::outlines::grid::Vertex;

/// A territory as polygons, each a list of rings, each a list of lines.
pub struct Shape {
    /// Its official code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its parts: each an outer ring, then those of its holes.
    pub polygons: Vec<Vec<Vec<Part>>>,
}

/// Territories that share their borders.
pub struct Topology {
    /// Lines between two places where borders meet, or closed ones.
    pub lines: Vec<Vec<Vertex>>,
    /// The territories.
    pub shapes: Vec<Shape>,
}

impl Topology {
    /// Cuts outlines into lines. Lines are numbered in the order in which the territories use them.
    pub fn of(territories: &[Territory]) -> Self {
        let rings = || territories.iter().flat_map(|territory| territory.polygons.iter().flatten());
        let junctions = junctions(rings());
        let mut lines = Lines::default();
        let shape = |territory: &Territory| Shape {
            code: territory.code.clone(),
            name: territory.name.clone(),
            polygons: territory
                .polygons
                .iter()
                .map(|polygon| polygon.iter().map(|ring| lines.cut(ring, &junctions)).collect())
                .collect(),
        };
        let shapes = territories.iter().map(shape).collect();
        Self { lines: lines.all, shapes }
    }

    /// Every vertex of every line.
    pub fn vertices(&self) -> impl Iterator<Item = Vertex> {
        self.lines.iter().flatten().copied()
    }

    /// Every ring with whether its territory has no other.
    pub fn rings(&self) -> impl Iterator<Item = (&[Part], bool)> {
        self.shapes.iter().flat_map(|shape| {
            let only = shape.polygons.iter().map(Vec::len).sum::<usize>() == 1;
            shape.polygons.iter().flatten().map(move |ring| (ring.as_slice(), only))
        })
    }
}

/// Vertices at which borders meet: those that have other neighbours in another outline.
fn junctions<'r>(rings: impl Iterator<Item = &'r Ring>) -> BTreeSet<Vertex> {
    let mut neighbours: BTreeMap<Vertex, [Vertex; 2]> = BTreeMap::new();
    let mut junctions = BTreeSet::new();
    for ring in rings {
        let before = ring.iter().cycle().skip(ring.len() - 1);
        let after = ring.iter().cycle().skip(1);
        for ((vertex, before), after) in ring.iter().zip(before).zip(after) {
            let pair = [*before.min(after), *before.max(after)];
            if *neighbours.entry(*vertex).or_insert(pair) != pair {
                junctions.insert(*vertex);
            }
        }
    }
    junctions
}

#[derive(Default)]
struct Lines {
    all: Vec<Vec<Vertex>>,
    /// Each line in that of its two directions that comes first, to find it again.
    known: BTreeMap<Vec<Vertex>, usize>,
}

impl Lines {
    fn cut(&mut self, ring: &Ring, junctions: &BTreeSet<Vertex>) -> Vec<Part> {
        let start = ring.iter().position(|vertex| junctions.contains(vertex));
        // A ring without a junction is one line, which begins at the same place in every outline.
        let least = || (0..ring.len()).min_by_key(|index| ring[*index]);
        let start = start.or_else(least).unwrap_or(0);
        let mut parts = Vec::new();
        let mut line = Vec::new();
        let around = ring[start..].iter().chain(&ring[..=start]);
        for vertex in around {
            line.push(*vertex);
            if line.len() > 1 && junctions.contains(vertex) {
                parts.push(self.part(std::mem::replace(&mut line, vec![*vertex])));
            }
        }
        if line.len() > 1 {
            parts.push(self.part(line));
        }
        parts
    }

    fn part(&mut self, line: Vec<Vertex>) -> Part {
        let reversed: Vec<Vertex> = line.iter().rev().copied().collect();
        let first = line.clone().min(reversed);
        let next = self.all.len();
        let index = *self.known.entry(first).or_insert(next);
        if index == next {
            self.all.push(line.clone());
        }
        Part { line: index, backwards: self.all[index] != line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn territory(code: &str, rings: &[&[Vertex]]) -> Territory {
        let polygon = rings.iter().map(|ring| ring.to_vec()).collect();
        Territory { code: code.to_owned(), name: code.to_owned(), polygons: vec![polygon] }
    }

    fn part(line: usize, backwards: bool) -> Part {
        Part { line, backwards }
    }

    #[test]
    fn neighbours_share_one_line() {
        let left: &[Vertex] = &[(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)];
        let right: &[Vertex] = &[(1, 2), (1, 1), (1, 0), (2, 0), (2, 2)];
        let topology = Topology::of(&[territory("1", &[left]), territory("2", &[right])]);
        assert_eq!(
            topology.lines,
            [
                vec![(1, 0), (1, 1), (1, 2)],
                vec![(1, 2), (0, 2), (0, 0), (1, 0)],
                vec![(1, 0), (2, 0), (2, 2), (1, 2)],
            ]
        );
        assert_eq!(topology.shapes[0].polygons[0][0], [part(0, false), part(1, false)]);
        assert_eq!(topology.shapes[1].polygons[0][0], [part(0, true), part(2, false)]);
    }

    #[test]
    fn an_enclave_is_the_hole_of_what_surrounds_it() {
        let around: &[Vertex] = &[(0, 0), (9, 0), (9, 9), (0, 9)];
        let hole: &[Vertex] = &[(5, 5), (4, 4), (4, 5)];
        let enclave: &[Vertex] = &[(4, 5), (4, 4), (5, 5)];
        let topology = Topology::of(&[territory("1", &[around, hole]), territory("2", &[enclave])]);
        assert_eq!(topology.lines.len(), 2);
        assert_eq!(topology.shapes[0].polygons[0][1], [part(1, false)]);
        assert_eq!(topology.shapes[1].polygons[0][0], [part(1, true)]);
    }
}
