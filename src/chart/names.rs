//! The names on a map: those of the largest territories in what is seen of it, as far as there is room.
//! Where they are follows from the outlines, and how much room they take from the number of their letters:
//! nothing is measured.

use maud::{Markup, html};

use super::outlines::anchor;
use super::viewport::Viewport;
use crate::data::{Breakdown, highest_first};

/// The room that there is: the width of a map on a small phone, in tenths of a pixel.
const WIDTH: i32 = 3_300;

/// The room that a letter takes, and a line, in the same.
const LETTER: i32 = 65;
const LINE: i32 = 150;

/// How many names there are at most, on the whole map and on a part of it.
const MOST: usize = 8;
const MOST_OF_A_PART: usize = 12;

/// A name with the middle of its place, in tenths of a percent of what is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed<'a> {
    name: &'a str,
    across: i32,
    down: i32,
}

/// The names on what is seen of a map, as `text` elements of an `svg` that is as large.
pub fn names(breakdown: &Breakdown, seen: Viewport) -> Markup {
    let percent = |tenths: i32| match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole}%"),
        (whole, tenth) => format!("{whole}.{tenth}%"),
    };
    html! {
        @for it in placed(breakdown, seen) {
            text x=(percent(it.across)) y=(percent(it.down)) { (it.name) }
        }
    }
}

/// The largest territories first: each where no larger one has its name.
fn placed(breakdown: &Breakdown, seen: Viewport) -> Vec<Placed<'_>> {
    let outlines = breakdown.contours.as_ref().map(|it| it.territories()).unwrap_or_default();
    let people =
        if breakdown.registered.is_empty() { &breakdown.valid } else { &breakdown.registered };
    let most = if seen.is_whole() { MOST } else { MOST_OF_A_PART };
    let height = scaled(seen.size().1, seen);
    let mut taken: Vec<[i32; 4]> = Vec::new();
    let mut placed = Vec::new();
    for row in highest_first(people.iter().copied()) {
        let Some((name, code)) = breakdown.names.get(row).zip(breakdown.codes.get(row)) else {
            continue;
        };
        let outline = outlines.iter().find(|outline| outline.code == code);
        let Some(at) = outline.and_then(|it| anchor(&it.rings)) else { continue };
        let Some((x, y, room)) = room(name, at, seen, height) else { continue };
        if placed.len() < most && !taken.iter().any(|other| overlap(*other, room)) {
            taken.push(room);
            let tenths = |place: i32, of: i32| (place * 1_000 + of / 2) / of;
            let (across, down) = (tenths(x, WIDTH), tenths(y, height));
            placed.push(Placed { name, across, down });
        }
    }
    placed
}

/// The middle of a name, and the room that it takes: at its anchor, or moved aside as far as it would
/// otherwise be cut off. `None` where the anchor is not seen.
fn room(name: &str, at: (i32, i32), seen: Viewport, height: i32) -> Option<(i32, i32, [i32; 4])> {
    let corner = seen.corner();
    let (x, y) = (scaled(at.0 - corner.0, seen), scaled(at.1 - corner.1, seen));
    let letters = name.bytes().filter(|byte| byte & 0xc0 != 0x80).take(99).count();
    let half = letters as i32 * LETTER / 2;
    let fits = 2 * half <= WIDTH && LINE <= height;
    if !fits || !(0..WIDTH).contains(&x) || !(0..height).contains(&y) {
        return None;
    }
    let (x, y) = (x.clamp(half, WIDTH - half), y.clamp(LINE / 2, height - LINE / 2));
    Some((x, y, [x - half, y - LINE / 2, x + half, y + LINE / 2]))
}

/// A length on the map as one of the drawing.
fn scaled(length: i32, seen: Viewport) -> i32 {
    let scaled = i64::from(length) * i64::from(WIDTH) / i64::from(seen.size().0.max(1));
    i32::try_from(scaled).unwrap_or(i32::MAX)
}

fn overlap(one: [i32; 4], other: [i32; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[cfg(test)]
mod tests {
    use super::super::viewport::THOUSAND;
    use super::*;
    use crate::data::{Contours, Part};
    use crate::election::{Level, Stands};

    /// Squares of ten units in a row, with these names and numbers of registered voters.
    fn row_of(towns: &[(&str, u32)]) -> Breakdown {
        let squares = (0..towns.len() as i16).map(|at| at * 10);
        let lines: Vec<_> =
            squares.map(|x| vec![(x, 0), (x + 10, 0), (x + 10, 10), (x, 10), (x, 0)]).collect();
        let codes: Vec<String> = (0..towns.len()).map(|at| at.to_string()).collect();
        let shapes = codes.iter().enumerate();
        let shapes = shapes
            .map(|(line, code)| (code.clone(), vec![vec![Part { line, backwards: false }]]))
            .collect();
        let size = (10 * towns.len() as i16, 10);
        Breakdown {
            round: 1,
            level: Level::Commune,
            names: towns.iter().map(|(name, _)| (*name).to_owned()).collect(),
            registered: towns.iter().map(|(_, people)| *people).collect(),
            voters: vec![1; towns.len()],
            valid: vec![1; towns.len()],
            codes,
            candidates: vec!["Anne".to_owned()],
            colours: vec!["#2f7fd6".to_owned()],
            votes: vec![vec![Some(1); towns.len()]],
            incomplete: Vec::new(),
            missing: None,
            leading: None,
            before: None,
            stands: Stands::Candidates,
            contours: Some(Contours::new("Essai".to_owned(), size, &lines, shapes)),
        }
    }

    fn whole(breakdown: &Breakdown) -> Viewport {
        Viewport::whole(breakdown.contours.as_ref().unwrap())
    }

    #[test]
    fn the_largest_is_named_and_what_would_cover_it_is_not() {
        let towns = [("Saint-Martin-le-Long", 9), ("Y", 80), ("Bourg", 7), ("Le <Val>", 10)];
        let breakdown = row_of(&towns);
        assert_eq!(
            names(&breakdown, whole(&breakdown)).into_string(),
            "<text x=\"37.5%\" y=\"49.9%\">Y</text><text x=\"87.5%\" y=\"49.9%\">Le &lt;Val&gt;</text>\
             <text x=\"62.5%\" y=\"49.9%\">Bourg</text>"
        );
    }

    #[test]
    fn a_name_at_the_edge_is_moved_into_the_drawing() {
        let breakdown = row_of(&[("Ici", 1), ("", 0), ("", 0), ("Conflans-Sainte-Honorine", 9)]);
        let placed = placed(&breakdown, whole(&breakdown));
        assert_eq!((placed[0].name, placed[0].across), ("Conflans-Sainte-Honorine", 764));
        // Nothing is left of it that would fit.
        let long = "x".repeat(60);
        assert_eq!(super::placed(&row_of(&[(&long, 1)]), whole(&row_of(&[(&long, 1)]))), []);
    }

    #[test]
    fn more_towns_are_named_where_there_is_more_room() {
        let towns: Vec<(String, u32)> = (0..20).map(|at| (format!("Commune {at}"), at)).collect();
        let towns: Vec<(&str, u32)> = towns.iter().map(|(name, it)| (name.as_str(), *it)).collect();
        let breakdown = row_of(&towns);
        let all = placed(&breakdown, whole(&breakdown));
        assert_eq!(
            all.iter().map(|it| it.name).collect::<Vec<_>>(),
            ["Commune 19", "Commune 13", "Commune 9", "Commune 5", "Commune 1"]
        );
        let left = whole(&breakdown).zoomed(4 * THOUSAND, (0, THOUSAND / 2));
        let left: Vec<&str> = placed(&breakdown, left).into_iter().map(|it| it.name).collect();
        assert_eq!(left, ["Commune 4", "Commune 3", "Commune 2", "Commune 1", "Commune 0"]);
    }
}
