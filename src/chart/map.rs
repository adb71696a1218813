//! A map: one shape a territory, filled by what is known of it, always with its words.

use super::Key;
use super::fill::Fill;
use super::paths::{self, Patch};
use super::steps::Steps;
use crate::data::{Contours, Source};

/// What a map cannot exist without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapCaption {
    /// What is shown, where and when.
    pub title: String,
    /// What it shows in a sentence, made from the data.
    pub summary: String,
    /// What the strength of a colour stands for, with the base of the percentages.
    pub measure: String,
    /// Who published the figures. Who drew the outlines is added from the outlines.
    pub sources: Vec<Source>,
    /// The table on the same page that holds every figure of the map.
    pub table: TablePlace,
}

/// A table elsewhere on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePlace {
    /// The `id` of the table or of its heading.
    pub id: String,
    /// The words that lead there: « Tous les chiffres, commune par commune ».
    pub label: String,
}

/// What a map shows, with its words. Its shapes are the same whatever it shows ([`drawing`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<'a> {
    /// Its words.
    pub caption: MapCaption,
    /// What the colours stand for.
    pub legend: Vec<Key>,
    /// How each territory is filled, in the order of the outlines.
    pub fills: Vec<Fill<'a>>,
}

/// A map of every territory of some outlines.
///
/// `colours` are the words and the colours that `fill` may give, by these steps, `tied` what it means where it gives
/// none of them; it is asked for each code.
pub fn map_chart<'a>(
    mut caption: MapCaption,
    contours: &Contours,
    (colours, tied): (&[(&'a str, &'a str)], &'a str),
    steps: &Steps,
    fill: impl Fn(&str) -> Fill<'a>,
) -> Map<'a> {
    let outlines = Source { name: contours.source.clone(), address: None, published: None };
    if !caption.sources.contains(&outlines) {
        caption.sources.push(outlines);
    }
    let fills: Vec<Fill<'_>> = contours.shapes.iter().map(|shape| fill(&shape.code)).collect();
    let others = [(Fill::Tied, tied), (Fill::Unknown, "sans résultat comparable")];
    let others = others.into_iter().filter(|(fill, _)| fills.contains(fill));
    let legend = legend(colours, steps, others);
    Map { caption, legend, fills }
}

/// Draws every territory of some outlines in their order, as an `svg` element with the proportions of the
/// drawing. Behind the territories there is room for the [`outline`] of one, in the element `contour`.
pub fn drawing(contours: &Contours, fills: &[Fill<'_>]) -> String {
    let territories = contours.territories().into_iter().zip(fills);
    let patches: Vec<Patch<'_>> =
        territories.map(|(it, fill)| Patch { rings: it.rings, fill: Some(*fill) }).collect();
    let size = (contours.width, contours.height);
    let svg = paths::draw(size, &patches, "<g id=\"contour\"></g>");
    let height = WIDTH * i32::from(size.1) / i32::from(size.0.max(1));
    svg.replacen("<svg", &format!("<svg width=\"{WIDTH}\" height=\"{height}\""), 1)
}

/// How wide a map is where there is room, in CSS pixels: the style makes it smaller.
const WIDTH: i32 = 640;

/// The line around one territory: what is in the element `contour` of its map.
pub fn outline(contours: &Contours, code: &str) -> String {
    let found = contours.territories().into_iter().filter(|territory| territory.code == code);
    let patches: Vec<Patch<'_>> = found.map(|it| Patch { rings: it.rings, fill: None }).collect();
    paths::shapes((contours.width, contours.height), &patches)
}

/// What the colours of a map stand for: each step of a single colour, or each of several colours
/// with all its steps; then the other fills that the map has.
fn legend<'a>(
    colours: &[(&'a str, &'a str)],
    steps: &Steps,
    others: impl Iterator<Item = (Fill<'a>, &'a str)>,
) -> Vec<Key> {
    let steps = steps.all();
    let key =
        |fills: &[Fill<'_>], words: &str| Key { swatch: swatch(fills), words: words.to_owned() };
    let mut keys = Vec::new();
    for (words, colour) in colours {
        let fills = steps.iter().map(|(strength, _)| Fill::Known { colour, strength: *strength });
        let fills: Vec<Fill<'_>> = fills.collect();
        if colours.len() > 1 {
            keys.push(key(&fills, words));
        } else {
            let each = fills.iter().zip(&steps);
            keys.extend(each.map(|(fill, (_, words))| key(std::slice::from_ref(fill), words)));
        }
    }
    keys.extend(others.map(|(fill, words)| key(&[fill], words)));
    keys
}

/// Some fills side by side, as small squares.
pub(super) fn swatch(fills: &[Fill<'_>]) -> String {
    const SIDE: i16 = 10;
    let square = |left: i16| vec![(left, 0), (left + SIDE, 0), (left + SIDE, SIDE), (left, SIDE)];
    let patches: Vec<Patch<'_>> = (0..)
        .zip(fills)
        .map(|(index, fill)| Patch { rings: vec![square(index * SIDE)], fill: Some(*fill) })
        .collect();
    paths::draw((i16::try_from(fills.len()).unwrap_or(1) * SIDE, SIDE), &patches, "")
}

#[cfg(test)]
mod tests {
    use super::super::fill::Strength;
    use super::super::steps::Measured;
    use super::*;
    use crate::data::Part;

    const RED: &str = "#e4003a";

    /// A square with a hole in which another square lies.
    fn contours() -> Contours {
        let lines = [
            vec![(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)],
            vec![(3, 3), (6, 3), (6, 6), (3, 6), (3, 3)],
        ];
        let along = |line| vec![Part { line, backwards: false }];
        let shapes = vec![
            ("1".to_owned(), vec![along(0), along(1)]),
            ("2".to_owned(), vec![vec![Part { line: 1, backwards: true }]]),
        ];
        Contours::new("Contours\u{a0}: essai, 2020".to_owned(), (9, 9), &lines, shapes)
    }

    fn caption() -> MapCaption {
        MapCaption {
            title: "Essai".to_owned(),
            summary: "Une commune sur deux a voté.".to_owned(),
            measure: "Pourcentages des exprimés.".to_owned(),
            sources: Vec::new(),
            table: TablePlace { id: "chiffres".to_owned(), label: "Tous les chiffres".to_owned() },
        }
    }

    fn steps() -> Steps {
        Steps::of(&[1_000, 2_000], 5, Measured::Share)
    }

    #[test]
    fn an_enclave_is_seen_and_outlined_with_what_surrounds_it() {
        let fill = Fill::Known { colour: RED, strength: Strength("") };
        assert_eq!(
            drawing(&contours(), &[fill, fill]),
            "<svg width=\"640\" height=\"640\" viewBox=\"0 0 9 9\" fill-rule=\"evenodd\" aria-hidden=\"true\">\
             <path fill=\"#e4003a\" d=\"m0 0 9 0 0 9-9 0zm3 3 3 0 0 3-3 0z\"/>\
             <path fill=\"#e4003a\" d=\"m3 3 0 3 3 0 0-3z\"/>\
             <g id=\"contour\"></g></svg>"
        );
        assert_eq!(
            outline(&contours(), "1"),
            "<path class=\"chosen\" d=\"m0 0 9 0 0 9-9 0zm3 3 3 0 0 3-3 0z\"/>"
        );
        assert_eq!(outline(&contours(), "3"), "");
    }

    #[test]
    fn a_map_says_who_drew_its_outlines_and_what_is_not_known() {
        let fills = |code: &str| match code {
            "1" => Fill::Known { colour: RED, strength: Strength("b3") },
            _ => Fill::Unknown,
        };
        let one = [("Une candidate", RED)];
        let map = map_chart(caption(), &contours(), (&one, "égalité"), &steps(), fills);
        assert_eq!(map.caption.sources[0].name, "Contours\u{a0}: essai, 2020");
        let legend: Vec<&str> = map.legend.iter().map(|key| key.words.as_str()).collect();
        let said = ["moins de 20\u{202f}%", "20\u{202f}% et plus", "sans résultat comparable"];
        assert_eq!(legend, said);
    }

    #[test]
    fn several_colours_have_one_entry_each() {
        let two = [("Une", RED), ("Un autre", "#0066cc")];
        let fill = Fill::Known { colour: RED, strength: Strength("b3") };
        let map = map_chart(caption(), &contours(), (&two, "égalité"), &steps(), |_| fill);
        assert_eq!(map.legend.len(), 2);
        assert_eq!(map.legend[0].swatch.matches("<path").count(), 2);
    }
}
