//! A line on the grid with as few points as it needs.

use std::collections::BTreeSet;

use crate::data::Point;
use crate::site::content::outlines::grid::{Grid, Vertex, degrees};

/// A place in units, not yet on the grid.
pub type Place = (f64, f64);

/// One step leaves out at most so many crossings: whoever draws a long coast must not wait for it.
const LONGEST: usize = 64;

/// A line, and where it passes the grid.
pub struct Line {
    /// The line as it was published.
    pub places: Vec<Place>,
    stops: Vec<Stop>,
}

/// The first place of a line that is nearest to a crossing of the grid.
struct Stop {
    place: usize,
    crossing: Point,
    /// Whether the line needs it, whatever it costs.
    is_needed: bool,
}

impl Line {
    /// Lays a line out. Those of `edges` stay where they are: they hold the grid in its place.
    pub fn new(vertices: &[Vertex], grid: &Grid, edges: &BTreeSet<Vertex>) -> Self {
        let places: Vec<Place> =
            vertices.iter().map(|vertex| grid.place(degrees(*vertex))).collect();
        let mut stops: Vec<Stop> = Vec::new();
        for (place, vertex) in vertices.iter().enumerate() {
            let crossing = grid.nearest(degrees(*vertex));
            let is_needed = edges.contains(vertex);
            match stops.last_mut().filter(|stop| stop.crossing == crossing) {
                Some(stop) => stop.is_needed |= is_needed,
                None => stops.push(Stop { place, crossing, is_needed }),
            }
        }
        let last = places.len().saturating_sub(1);
        match &mut stops[..] {
            [_, .., end] => end.place = last,
            // A line has two ends, even where they fall on one crossing.
            [only] => {
                let crossing = only.crossing;
                stops.push(Stop { place: last, crossing, is_needed: true });
            }
            [] => (),
        }
        if places.first() == places.last() {
            keep_furthest(&mut stops);
        }
        Self { places, stops }
    }

    /// The cheapest chain of steps along the line, from crossing to crossing: each point costs `price`, each
    /// square unit between line and chain 1.
    pub fn with(&self, price: f64) -> Vec<Point> {
        let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
        for end in 1..self.stops.len() {
            let mut least = (f64::INFINITY, end - 1);
            for start in (end.saturating_sub(LONGEST)..end).rev() {
                let cost = best[start].0 + price + self.area_between(start, end);
                if cost < least.0 {
                    least = (cost, start);
                }
                if self.stops[start].is_needed {
                    break;
                }
            }
            best.push(least);
        }
        let mut end = self.stops.len().saturating_sub(1);
        let mut points: Vec<Point> =
            self.stops.last().map(|stop| stop.crossing).into_iter().collect();
        while end > 0 {
            end = best[end].1;
            points.push(self.stops[end].crossing);
        }
        points.reverse();
        points
    }

    /// The area between a part of the line and the straight step that replaces it.
    fn area_between(&self, start: usize, end: usize) -> f64 {
        let (start, end) = (&self.stops[start], &self.stops[end]);
        let (from, to) = (exactly(&start.crossing), exactly(&end.crossing));
        let (right, down) = (to.0 - from.0, to.1 - from.1);
        let length = (right * right + down * down).sqrt();
        let places = &self.places[start.place..=end.place];
        if length == 0.0 {
            return enclosed_area(places);
        }
        let seen = places.iter().map(|(x, y)| {
            let (x, y) = (x - from.0, y - from.1);
            ((x * right + y * down) / length, (x * down - y * right) / length)
        });
        let strip = |((along, off), (next, next_off)): ((f64, f64), (f64, f64))| {
            let wide = (next - along).abs();
            if off * next_off >= 0.0 {
                wide * (off + next_off).abs() / 2.0
            } else {
                wide * (off * off + next_off * next_off) / (off - next_off).abs() / 2.0
            }
        };
        seen.clone().zip(seen.skip(1)).map(strip).sum()
    }
}

/// A closed line that returned at once would be nothing: it goes as far as it can.
fn keep_furthest(stops: &mut [Stop]) {
    let Some(begin) = stops.first().map(|stop| exactly(&stop.crossing)) else { return };
    let far = |stop: &Stop| {
        let (x, y) = exactly(&stop.crossing);
        (x - begin.0).abs() + (y - begin.1).abs()
    };
    let furthest = stops.iter_mut().max_by(|a, b| far(a).total_cmp(&far(b)));
    if let Some(stop) = furthest {
        stop.is_needed = true;
    }
}

/// The area that a closed line encloses, in square units.
pub fn enclosed_area(places: &[Place]) -> f64 {
    let next = places.iter().cycle().skip(1);
    let doubled: f64 = places.iter().zip(next).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum();
    (doubled / 2.0).abs()
}

/// A crossing of the grid as a place.
pub fn exactly(point: &Point) -> Place {
    (f64::from(point.0), f64::from(point.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grid of millionths of a degree at the equator, on which places are whole.
    fn line(vertices: &[Vertex]) -> Line {
        let grid = Grid { west: 0.0, north: 0.0, unit: (1e-6, 1e-6), size: (99, 99) };
        Line::new(vertices, &grid, &BTreeSet::new())
    }

    #[test]
    fn a_point_is_kept_where_the_line_would_be_far_off_without_it() {
        let bent = line(&[(0, 0), (10, -1), (20, 0), (30, -9), (40, 0)]);
        assert_eq!(bent.with(0.0), [(0, 0), (10, 1), (20, 0), (30, 9), (40, 0)]);
        assert_eq!(bent.with(20.0), [(0, 0), (20, 0), (30, 9), (40, 0)]);
        assert_eq!(bent.with(900.0), [(0, 0), (40, 0)]);
        assert_eq!(line(&[(0, 0), (5, 0), (9, 0)]).with(0.1), [(0, 0), (9, 0)]);
    }

    #[test]
    fn a_closed_line_goes_somewhere_and_a_short_one_has_two_ends() {
        let closed = line(&[(0, 0), (9, 0), (9, -9), (0, 0)]);
        assert_eq!(closed.with(900.0), [(0, 0), (9, 9), (0, 0)]);
        assert_eq!(closed.with(1.0).len(), 4);
        assert_eq!(line(&[(3, -3), (3, -3)]).with(1.0), [(3, 3), (3, 3)]);
    }
}
