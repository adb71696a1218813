//! Seats as a half circle: one dot a seat, each list beside the next.

use std::f64::consts::PI;

use super::Key;
use super::fill::{Fill, Strength};
use super::map::swatch;
use super::paths::{self, Patch};
use crate::data::Point;

/// The outer radius, in units of the drawing.
const RADIUS: f64 = 300.0;

/// How much of it has seats.
const DEPTH: f64 = 0.6;

/// How large a dot is where it has all of its room.
const FULL: f64 = 0.84;

/// Corners of a dot: as many as look round.
const CORNERS: u8 = 14;

/// The strengths of those who share a colour, most seats first.
const STRENGTHS: [&str; 3] = ["", "99", "59"];

/// Draws seats from left to right: those of each list with its words and its colour. A list without seats has no place
/// in it.
pub fn hemicycle(lists: &[(String, &str, u16)]) -> (String, Vec<Key>) {
    let lists: Vec<_> = lists.iter().filter(|(_, _, seats)| *seats > 0).collect();
    let count = lists.iter().map(|(_, _, seats)| usize::from(*seats)).sum();
    let (places, size) = places(count);
    let mut places = places.into_iter();
    let mut patches = Vec::new();
    let mut keys = Vec::new();
    for (at, (words, colour, seats)) in lists.iter().enumerate() {
        // Who has most of those of a colour has it wholly.
        let is_before = |other: usize, more: u16| (more, at) > (*seats, other);
        let same = lists.iter().enumerate().filter(|(_, (_, other, _))| other == colour);
        let before = same.filter(|(other, it)| *other != at && is_before(*other, it.2)).count();
        let strength = Strength(STRENGTHS.get(before).copied().unwrap_or_default());
        let fill = Fill::Known { colour, strength };
        let rings = places.by_ref().take(usize::from(*seats)).map(|it| dot(it, size)).collect();
        patches.push(Patch { rings, fill: Some(fill) });
        keys.push(Key { swatch: swatch(&[fill]), words: words.clone() });
    }
    let whole = (units(2.0 * RADIUS), units(RADIUS + size / 2.0));
    (paths::draw(whole, &patches, ""), keys)
}

/// Where seats are, from left to right, and how much room each has: in as few rows as have room for all.
fn places(count: usize) -> (Vec<(f64, f64)>, f64) {
    let radii = |rows: u16| {
        let size = RADIUS * DEPTH / f64::from(rows);
        let radii = (0..rows).map(move |row| RADIUS - (f64::from(row) + 0.5) * size);
        (radii.collect::<Vec<f64>>(), size)
    };
    let room = |radii: &[f64], size: f64| -> usize {
        radii.iter().map(|radius| (PI * radius / size) as usize + 1).sum()
    };
    let rows = (1..60).find(|rows| {
        let (radii, size) = radii(*rows);
        room(&radii, size) >= count
    });
    let (radii, size) = radii(rows.unwrap_or(60));
    let all: f64 = radii.iter().sum();
    let mut before = (0.0, 0);
    let mut found: Vec<(f64, f64)> = Vec::with_capacity(count);
    for radius in radii {
        // As many in each row as its length is of all, so that the ends of rows are in line.
        before.0 += radius;
        let up_to = (count as f64 * before.0 / all).round() as usize;
        let seats = up_to - before.1;
        before.1 = up_to;
        let step = PI / (seats.max(2) - 1) as f64;
        let angle = |seat: usize| if seats == 1 { PI / 2.0 } else { seat as f64 * step };
        found.extend((0..seats).map(|seat| (angle(seat), radius)));
    }
    found.sort_by(|one, other| one.0.total_cmp(&other.0).then(other.1.total_cmp(&one.1)));
    let end = RADIUS - size / 2.0;
    let place = |(angle, radius): (f64, f64)| {
        (RADIUS - radius * angle.cos(), size / 2.0 + end - radius * angle.sin())
    };
    (found.into_iter().map(place).collect(), size)
}

fn dot((x, y): (f64, f64), size: f64) -> Vec<Point> {
    let corner = |at: u8| {
        let angle = 2.0 * PI * f64::from(at) / f64::from(CORNERS);
        let radius = size * FULL / 2.0;
        (units(x.round() + radius * angle.cos()), units(y.round() + radius * angle.sin()))
    };
    (0..CORNERS).map(corner).collect()
}

fn units(length: f64) -> i16 {
    length.round() as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seat_has_a_place_of_its_own_inside_the_drawing() {
        for count in [0, 1, 2, 7, 15, 39, 81, 163, 577] {
            let (places, size) = places(count);
            assert_eq!(places.len(), count);
            for (at, (x, y)) in places.iter().enumerate() {
                let (left, right) = (x - size * FULL / 2.0, x + size * FULL / 2.0);
                assert!(left >= 0.0 && right <= 2.0 * RADIUS && *y <= RADIUS + 1.0, "{count}");
                let apart = places[..at].iter().map(|(a, b)| (a - x).hypot(b - y));
                assert!(apart.fold(f64::MAX, f64::min) > size * FULL, "{count}: {at}");
            }
        }
    }

    #[test]
    fn lists_are_beside_each_other_and_those_of_one_colour_differ() {
        let lists = [("A", "#2f7fd6", 3), ("B", "#2f7fd6", 2), ("C", "#d4701c", 0)];
        let lists = lists.map(|(name, colour, seats)| (name.to_owned(), colour, seats));
        let (svg, keys) = hemicycle(&lists);
        assert_eq!(keys.iter().map(|it| it.words.as_str()).collect::<Vec<_>>(), ["A", "B"]);
        assert_eq!(svg.matches("<path").count(), 2);
        assert_eq!(svg.matches('z').count(), 5);
        assert!(svg.contains("fill=\"#2f7fd6\"") && svg.contains("fill=\"#2f7fd699\""));
    }
}
