//! Where the territories of a map are: the one at a point, and a point well inside each.

use crate::data::{Contours, Outline, Point};

/// How many parts a unit of the grid has: points between its lines are whole numbers of them.
pub const PARTS: i32 = 100;

/// The place of the territory at a point among the outlines, if there is one.
pub fn territory_at(contours: &Contours, (x, y): (i32, i32)) -> Option<usize> {
    let is_in = |it: &Outline<'_>| {
        let crossings = crossings(&it.rings, y);
        crossings.iter().filter(|crossing| **crossing <= x).count() % 2 == 1
    };
    contours.territories().iter().position(is_in)
}

/// A point well inside a territory: the centre of its largest ring or, where that is outside, the middle of
/// the widest part at the same height.
pub fn anchor(rings: &[Vec<Point>]) -> Option<(i32, i32)> {
    let (_, (x, y)) = rings.iter().filter_map(|ring| centre(ring)).max_by_key(|(area, _)| *area)?;
    let crossings = crossings(rings, y);
    let pairs = || crossings.as_chunks().0.iter().map(|[from, to]| (*from, *to));
    if pairs().any(|(from, to)| from <= x && x <= to) {
        return Some((x, y));
    }
    let widest = pairs().max_by_key(|(from, to)| to - from);
    Some((widest.map_or(x, |(from, to)| (from + to) / 2), y))
}

/// Twice the area of a ring, and its centre.
fn centre(ring: &[Point]) -> Option<(i64, (i32, i32))> {
    let (mut area, mut across, mut down) = (0, 0, 0);
    for ((x, y), (next_x, next_y)) in sides(ring).map(|(from, to)| (wide(from), wide(to))) {
        let piece = x * next_y - next_x * y;
        area += piece;
        across += (x + next_x) * piece;
        down += (y + next_y) * piece;
    }
    let middle = |sum: i64| {
        let middle = (sum * i64::from(PARTS)).checked_div(3 * area)?;
        i32::try_from(middle).ok()
    };
    Some((area.abs(), (middle(across)?, middle(down)?)))
}

/// Where a line from left to right at this height crosses rings, from the left.
fn crossings(rings: &[Vec<Point>], y: i32) -> Vec<i32> {
    let sides = rings.iter().flat_map(|ring| sides(ring));
    let mut found = Vec::new();
    for (from, to) in sides.map(|(from, to)| (parts(from), parts(to))) {
        if (from.1 <= y) != (to.1 <= y) {
            let along = i64::from(to.0 - from.0) * i64::from(y - from.1) / i64::from(to.1 - from.1);
            let crossing = from.0 + i32::try_from(along).unwrap_or_default();
            let at = found.partition_point(|other| *other < crossing);
            found.insert(at, crossing);
        }
    }
    found
}

/// A point of the grid in parts of its units.
pub fn parts((x, y): Point) -> (i32, i32) {
    (i32::from(x) * PARTS, i32::from(y) * PARTS)
}

/// The sides of a ring, the one that closes it too.
fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

fn wide((x, y): Point) -> (i64, i64) {
    (x.into(), y.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Part;

    fn square(from: i16, to: i16) -> Vec<Point> {
        vec![(from, from), (to, from), (to, to), (from, to)]
    }

    #[test]
    fn the_anchor_is_the_centre_of_the_largest_ring() {
        assert_eq!(anchor(&[square(50, 52), square(0, 9)]), Some((450, 450)));
        assert_eq!(anchor(&[vec![(0, 0), (30, 0), (0, 30)]]), Some((1_000, 1_000)));
        assert_eq!(anchor(&[]), None);
        assert_eq!(anchor(&[vec![(3, 3)], Vec::new()]), None);
    }

    #[test]
    fn an_anchor_is_inside_what_is_bent_or_has_a_hole() {
        // A U, open to the top.
        let bent =
            [(0, 0), (2, 0), (2, 18), (18, 18), (18, 0), (24, 0), (24, 20), (0, 20)].to_vec();
        let (x, y) = anchor(&[bent]).unwrap();
        assert!((1_800..=2_400).contains(&x) && y < 1_800, "{x} {y}");
        let (x, y) = anchor(&[square(0, 10), square(2, 8)]).unwrap();
        assert_eq!((x, y), (900, 500));
    }

    #[test]
    fn a_point_is_in_one_territory_or_none() {
        let line = |from, to| {
            let mut line = square(from, to);
            line.push((from, from));
            line
        };
        let along = |line| vec![Part { line, backwards: false }];
        let shapes =
            vec![("1".to_owned(), vec![along(0), along(1)]), ("2".to_owned(), vec![along(1)])];
        let lines = [line(0, 9), line(3, 6)];
        let contours = Contours::new("Essai".to_owned(), (9, 9), &lines, shapes);
        assert_eq!(territory_at(&contours, (100, 100)), Some(0));
        assert_eq!(territory_at(&contours, (450, 450)), Some(1));
        assert_eq!(territory_at(&contours, (899, 450)), Some(0));
        assert_eq!(territory_at(&contours, (900, 450)), None);
        assert_eq!(territory_at(&contours, (-1, 450)), None);
    }
}
