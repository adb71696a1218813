//! Served outlines of territories: whole units of a grid, shared borders stored once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Units from the left and from the top of the grid.
pub type Point = (i16, i16);

/// The outlines of the communes of a département, or of any territories that share borders.
///
/// One pen draws every ring of every shape in turn. A line that it draws for the first time is the
/// next of `lines`; one that a neighbour has drawn before is only named. So the pen is always where
/// the next line begins, and no place is stored twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contours {
    /// Who drew the outlines, and of which year they are.
    pub source: String,
    /// Units of the grid from left to right.
    pub width: i16,
    /// Units of the grid from top to bottom.
    pub height: i16,
    /// Steps of the pen to the right and down, in turn. Where a ring begins with a new line, the
    /// first step leads there from where the last ring ended, or from the upper left corner.
    pub lines: Vec<Vec<i16>>,
    /// The territories, in the order of their codes.
    pub shapes: Vec<Shape>,
}

/// The outline of one territory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Its official code, such as `78172`.
    pub code: String,
    /// Closed lines: those of its parts and those of its holes. A point that an odd number of
    /// rings surrounds belongs to the territory.
    ///
    /// `0` is the next new line, `3` the third line back, run along in the other direction than
    /// before (as neighbours do), `-3` the same in the same direction.
    pub rings: Vec<Vec<i16>>,
}

/// The outline of one territory, as points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline<'a> {
    /// Its official code.
    pub code: &'a str,
    /// Closed lines, without the first point at the end again.
    pub rings: Vec<Vec<Point>>,
}

/// A line of a ring, while outlines are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Index of the line.
    pub line: usize,
    /// Whether the ring runs from its end to its beginning.
    pub backwards: bool,
}

impl Contours {
    /// Outlines of lines that are given as points.
    ///
    /// Each shape is a code with its rings; in a ring every line begins where the one before ends,
    /// and the first where the last ends. There may be 32 767 lines.
    pub fn new(
        source: String,
        (width, height): Point,
        lines: &[Vec<Point>],
        shapes: Vec<(String, Vec<Vec<Part>>)>,
    ) -> Self {
        let mut pen = Pen { lines, known: BTreeMap::new(), place: (0, 0), drawn: Vec::new() };
        let shapes = shapes
            .into_iter()
            .map(|(code, rings)| Shape {
                code,
                rings: rings.into_iter().map(|ring| pen.ring(ring)).collect(),
            })
            .collect();
        Self { source, width, height, lines: pen.drawn, shapes }
    }

    /// Every territory with its outline.
    pub fn territories(&self) -> Vec<Outline<'_>> {
        let mut reader = Reader { lines: &self.lines, known: Vec::new(), place: (0, 0) };
        self.shapes
            .iter()
            .map(|shape| Outline {
                code: &shape.code,
                rings: shape.rings.iter().map(|ring| reader.ring(ring)).collect(),
            })
            .collect()
    }
}

/// Draws rings.
struct Pen<'a> {
    lines: &'a [Vec<Point>],
    /// Lines that were drawn: which they are by number, and whether backwards.
    known: BTreeMap<usize, (usize, bool)>,
    place: Point,
    drawn: Vec<Vec<i16>>,
}

impl Pen<'_> {
    fn ring(&mut self, ring: Vec<Part>) -> Vec<i16> {
        let mut named = Vec::with_capacity(ring.len());
        for (position, part) in ring.into_iter().enumerate() {
            named.push(self.part(part, position == 0));
        }
        named
    }

    fn part(&mut self, part: Part, first: bool) -> i16 {
        let line = self.lines.get(part.line).map(Vec::as_slice).unwrap_or_default();
        let mut points = line.to_vec();
        if part.backwards {
            points.reverse();
        }
        let named = match self.known.get(&part.line) {
            Some((number, backwards)) => {
                let back = i16::try_from(self.drawn.len() - number).unwrap_or(i16::MAX);
                if *backwards == part.backwards { -back } else { back }
            }
            None => {
                let skipped = if first { 0 } else { 1 };
                let steps = points.iter().skip(skipped).flat_map(|point| {
                    let (x, y) = self.place;
                    let step = [point.0.saturating_sub(x), point.1.saturating_sub(y)];
                    self.place = *point;
                    step
                });
                self.known.insert(part.line, (self.drawn.len(), part.backwards));
                self.drawn.push(steps.collect());
                0
            }
        };
        self.place = points.last().copied().unwrap_or(self.place);
        named
    }
}

/// Follows the pen.
struct Reader<'a> {
    lines: &'a [Vec<i16>],
    known: Vec<Vec<Point>>,
    place: Point,
}

impl Reader<'_> {
    fn ring(&mut self, ring: &[i16]) -> Vec<Point> {
        let mut around: Vec<Point> = Vec::new();
        for (position, named) in ring.iter().enumerate() {
            if *named == 0 {
                let line = self.next_line(position == 0);
                around.extend(&line);
                self.known.push(line);
            } else {
                // A line that does not exist is left out.
                let back = usize::from(named.unsigned_abs());
                let number = self.known.len().checked_sub(back);
                let line = number.and_then(|number| self.known.get(number));
                let line = line.map(Vec::as_slice).unwrap_or_default();
                if *named > 0 {
                    around.extend(line.iter().rev());
                } else {
                    around.extend(line);
                }
                self.place = around.last().copied().unwrap_or(self.place);
            }
        }
        around.dedup();
        if around.len() > 1 && around.first() == around.last() {
            around.pop();
        }
        around
    }

    fn next_line(&mut self, first: bool) -> Vec<Point> {
        let steps = self.lines.get(self.known.len()).map(Vec::as_slice).unwrap_or_default();
        let mut points = if first { Vec::new() } else { vec![self.place] };
        for [right, down] in steps.as_chunks().0 {
            let (x, y) = self.place;
            self.place = (x.saturating_add(*right), y.saturating_add(*down));
            points.push(self.place);
        }
        points
    }
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

    /// Two squares side by side, of which the left has a hole.
    fn squares() -> Contours {
        let lines = [
            vec![(10, 0), (10, 10)],
            vec![(10, 10), (0, 10), (0, 0), (10, 0)],
            vec![(10, 10), (20, 10), (20, 0), (10, 0)],
            vec![(2, 2), (4, 2), (4, 4), (2, 2)],
        ];
        let shapes = vec![
            ("1".to_owned(), vec![vec![along(0), along(1)], vec![along(3)]]),
            ("2".to_owned(), vec![vec![back(0), back(2)]]),
        ];
        Contours::new("Essai".to_owned(), (20, 10), &lines, shapes)
    }

    #[test]
    fn a_border_is_stored_once_and_drawn_by_both_neighbours() {
        let contours = squares();
        let steps: [&[i16]; 4] = [
            &[10, 0, 0, 10],
            &[-10, 0, 0, -10, 10, 0],
            &[-8, 2, 2, 0, 0, 2, -2, -2],
            &[10, 0, 0, 10, -10, 0],
        ];
        assert_eq!(contours.lines, steps);
        assert_eq!(contours.shapes[1].rings, [[3, 0]]);
        let territories = contours.territories();
        assert_eq!(territories[0].rings[0], [(10, 0), (10, 10), (0, 10), (0, 0)]);
        assert_eq!(territories[0].rings[1], [(2, 2), (4, 2), (4, 4)]);
        assert_eq!(territories[1].rings[0], [(10, 10), (10, 0), (20, 0), (20, 10)]);
    }

    #[test]
    fn what_refers_to_nothing_draws_nothing() {
        let mut contours = squares();
        contours.shapes[0].rings = vec![vec![9, -9]];
        contours.lines.clear();
        assert_eq!(contours.territories()[0].rings, [[]]);
    }
}
