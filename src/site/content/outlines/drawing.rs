//! In which direction each outline is drawn and where it begins, so that a map is written in fewer bytes.
//!
//! A drawing writes every border twice, once for each neighbour. Two neighbours that both run clockwise
//! run along their border in opposite directions, and nothing that they write is alike. Where one of them
//! runs the other way they write the same steps, which compression then writes once; where they begin
//! with the same border, even the way there. What is drawn is the same: holes are found by counting lines.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{Part, Point};

/// The rings of one territory: lists of lines.
type Rings = Vec<Vec<Part>>;

/// What a ring shares with another.
struct Border {
    /// Index of the other ring.
    with: usize,
    line: usize,
    /// Whether both rings, as they came, run along the line in the same direction.
    alike: bool,
    /// How much is written of it.
    length: i64,
}

/// Turns and rotates the rings of territories so that neighbours are written alike.
pub fn write_alike(shapes: &mut [(String, Rings)], lines: &[Vec<Point>]) {
    let mut rings = Vec::new();
    let mut first_rings = BTreeSet::new();
    for (_, shape) in shapes.iter_mut().filter(|(_, shape)| !shape.is_empty()) {
        first_rings.insert(rings.len());
        rings.extend(shape);
    }
    let mut borders = borders(&rings, lines);
    let turned = turned(&borders);
    for (index, (ring, all)) in rings.iter_mut().zip(&mut borders).enumerate() {
        if turned[index] {
            ring.reverse();
            ring.iter_mut().for_each(|part| part.backwards = !part.backwards);
        }
        all.retain(|border| border.alike != (turned[index] != turned[border.with]));
        // Only the first ring of a territory begins what is written of it.
        all.retain(|border| first_rings.contains(&index) && first_rings.contains(&border.with));
    }
    begin_alike(&mut rings, first_rings, &pairs(&borders), lines);
}

/// Lets pairs of rings begin with the line that is given for them, and others where one of those begins.
fn begin_alike(
    rings: &mut [&mut Vec<Part>],
    first_rings: BTreeSet<usize>,
    pairs: &BTreeMap<usize, usize>,
    lines: &[Vec<Point>],
) {
    let begins = |part: &Part| {
        let line = lines.get(part.line)?;
        if part.backwards { line.last() } else { line.first() }
    };
    let mut begun: BTreeSet<Point> = BTreeSet::new();
    for (index, line) in pairs {
        let ring = &mut rings[*index];
        let place = ring.iter().position(|part| part.line == *line).unwrap_or(0);
        ring.rotate_left(place);
        begun.extend(ring.first().and_then(begins));
    }
    for index in first_rings.into_iter().filter(|index| !pairs.contains_key(index)) {
        let ring = &mut rings[index];
        let is_known = |part: &Part| begins(part).is_some_and(|place| begun.contains(place));
        let place = ring.iter().position(is_known).unwrap_or(0);
        ring.rotate_left(place);
        begun.extend(ring.first().and_then(begins));
    }
}

/// What each ring shares with the others.
fn borders(rings: &[&mut Vec<Part>], lines: &[Vec<Point>]) -> Vec<Vec<Border>> {
    let mut users: BTreeMap<usize, Vec<(usize, bool)>> = BTreeMap::new();
    for (index, ring) in rings.iter().enumerate() {
        for part in ring.iter() {
            users.entry(part.line).or_default().push((index, part.backwards));
        }
    }
    let mut borders: Vec<Vec<Border>> = rings.iter().map(|_| Vec::new()).collect();
    for (line, users) in users {
        if let [(one, along), (other, back)] = users[..]
            && one != other
        {
            let length = lines.get(line).map_or(0, |line| line.len() as i64);
            for (ring, with) in [(one, other), (other, one)] {
                borders[ring].push(Border { with, line, alike: along == back, length });
            }
        }
    }
    borders
}

/// Which rings to turn, so that much of the borders is alike: turns one as long as that makes more so.
fn turned(borders: &[Vec<Border>]) -> Vec<bool> {
    let mut turned = vec![false; borders.len()];
    loop {
        let mut better = false;
        for (ring, all) in borders.iter().enumerate() {
            let is_alike = |it: &Border| it.alike != (turned[ring] != turned[it.with]);
            let gained = |it: &Border| if is_alike(it) { -it.length } else { it.length };
            if all.iter().map(gained).sum::<i64>() > 0 {
                turned[ring] = !turned[ring];
                better = true;
            }
        }
        if !better {
            return turned;
        }
    }
}

/// As many pairs of neighbours as are found, with the line with which both begin. Whoever has the fewest
/// neighbours left chooses first.
fn pairs(borders: &[Vec<Border>]) -> BTreeMap<usize, usize> {
    let others = |ring: usize| borders[ring].iter().map(|border| border.with);
    let mut left: Vec<usize> =
        (0..borders.len()).map(|ring| others(ring).collect::<BTreeSet<_>>().len()).collect();
    let mut waiting: BTreeSet<(usize, usize)> =
        left.iter().enumerate().map(|(ring, left)| (*left, ring)).collect();
    let mut pairs = BTreeMap::new();
    while let Some((_, ring)) = waiting.pop_first() {
        let free = borders[ring].iter().filter(|it| waiting.contains(&(left[it.with], it.with)));
        let best = free.min_by_key(|border| (left[border.with], -border.length));
        let Some(Border { with, line, .. }) = best else { continue };
        waiting.remove(&(left[*with], *with));
        pairs.extend([(ring, *line), (*with, *line)]);
        for gone in [ring, *with] {
            for other in others(gone).collect::<BTreeSet<_>>() {
                if waiting.remove(&(left[other], other)) {
                    left[other] -= 1;
                    waiting.insert((left[other], other));
                }
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn along(line: usize) -> Part {
        Part { line, backwards: false }
    }

    const fn back(line: usize) -> Part {
        Part { line, backwards: true }
    }

    #[test]
    fn neighbours_begin_with_their_border_in_the_same_direction() {
        let lines = [
            vec![(10, 10), (0, 10), (0, 0), (10, 0)],
            vec![(10, 0), (11, 5), (10, 10)],
            vec![(10, 0), (20, 0), (20, 10), (10, 10)],
        ];
        let mut shapes = [
            ("1".to_owned(), vec![vec![along(0), along(1)]]),
            ("2".to_owned(), vec![vec![along(2), back(1)]]),
        ];
        write_alike(&mut shapes, &lines);
        let first = |index: usize| shapes[index].1[0][0];
        assert_eq!(first(0), first(1));
        assert_eq!(first(0).line, 1);
    }

    #[test]
    fn who_has_one_neighbour_is_not_left_alone() {
        let border = |with, line| Border { with, line, alike: true, length: 2 };
        let row = [
            vec![border(1, 7)],
            vec![border(0, 7), border(2, 8)],
            vec![border(1, 8), border(3, 9)],
            vec![border(2, 9)],
        ];
        assert_eq!(pairs(&row), BTreeMap::from([(0, 7), (1, 7), (2, 9), (3, 9)]));
        assert_eq!(pairs(&[Vec::new()]), BTreeMap::new());
    }

    #[test]
    fn a_ring_that_runs_back_along_itself_stays() {
        let mut shapes = [("1".to_owned(), vec![vec![along(0), back(0)]])];
        write_alike(&mut shapes, &[vec![(0, 0), (9, 9)]]);
        assert_eq!(shapes[0].1, [vec![along(0), back(0)]]);
    }

    #[test]
    fn lines_that_do_not_exist_are_left_alone() {
        let mut shapes = [("1".to_owned(), vec![vec![along(5)], Vec::new()])];
        write_alike(&mut shapes, &[]);
        assert_eq!(shapes[0].1, [vec![along(5)], Vec::new()]);
    }
}
