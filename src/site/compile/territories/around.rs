//! The ways from the page of a territory to those around it: its neighbours on the map, and who comes before and
//! after it in the order of names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use maud::{Markup, html};

use super::page::Territories;
use crate::data::{Contours, territory_route};
use crate::election::{Level, Place};
use crate::words;

/// What is around each territory of an election.
#[derive(Default)]
pub struct Around<'a> {
    neighbours: HashMap<&'a str, BTreeSet<&'a str>>,
    /// The territories of each parent, in the order of names.
    in_order: Vec<Vec<&'a Place>>,
    /// In which of these orders each is, and where.
    position: HashMap<(Level, &'a str), (usize, usize)>,
}

impl<'a> Around<'a> {
    /// Looked up once for all pages.
    pub fn of(territories: &Territories<'a>) -> Self {
        let mut around = Self::default();
        for (contours, _) in &territories.maps {
            for [one, other] in borders(contours) {
                around.neighbours.entry(one).or_default().insert(other);
                around.neighbours.entry(other).or_default().insert(one);
            }
        }
        let Some(last) = territories.rounds.last() else { return around };
        let mut siblings: BTreeMap<(Level, String, Level), Vec<&'a Place>> = BTreeMap::new();
        for place in territories.election.places() {
            let Some((_, parent)) = last.parent(place) else { continue };
            let parent = &parent.place;
            siblings
                .entry((parent.level, parent.code.clone(), place.level))
                .or_default()
                .push(place);
        }
        for ((_, _, level), mut places) in siblings {
            // « 10e » is behind « 9e ».
            let key = |place: &&Place| match place.numbered_name() {
                Some(_) => (String::new(), place.code.clone()),
                None => (words::fold(&place.name), place.code.clone()),
            };
            places.sort_by_cached_key(key);
            for (at, place) in places.iter().enumerate() {
                around.position.insert((level, &*place.code), (around.in_order.len(), at));
            }
            around.in_order.push(places);
        }
        around
    }

    /// The communes that share a border with one, those of another département too, by their names.
    fn neighbours_of(&self, place: &Place) -> Vec<&'a Place> {
        let own = self.neighbours.get(place.code.as_str());
        let own = own.filter(|_| place.level == Level::Commune).into_iter().flatten();
        let placed = own.filter_map(|code| {
            let (of, at) = self.position.get(&(Level::Commune, *code))?;
            self.in_order.get(*of)?.get(*at).copied()
        });
        let mut neighbours: Vec<&Place> = placed.collect();
        neighbours.sort_by_cached_key(|place| (words::fold(&place.name), place.code.clone()));
        neighbours
    }

    /// The ways from a territory; `None` where there are none.
    pub fn links(&self, territories: &Territories<'_>, place: &Place) -> Option<String> {
        let slug = &territories.election.slug.value;
        let link = |to: &Place| {
            let href = territory_route(slug, to)?.href();
            Some(html! { a href=(href) { (to.name) } })
        };
        let (of, at) = self.position.get(&(place.level, place.code.as_str()))?;
        let order = self.in_order.get(*of)?;
        let neighbours = self.neighbours_of(place);
        let neighbours: Vec<Markup> = neighbours.into_iter().filter_map(link).collect();
        let before = at.checked_sub(1).and_then(|at| link(order.get(at)?));
        let after = order.get(at + 1).and_then(|place| link(place));
        let nothing = neighbours.is_empty() && before.is_none() && after.is_none();
        let links = html! {
            nav.comparison aria-label="Autour" {
                @if !neighbours.is_empty() {
                    p {
                        "Communes voisines\u{a0}: "
                        @for (at, link) in neighbours.iter().enumerate() {
                            @if at > 0 { ", " }
                            (link)
                        }
                        "."
                    }
                }
                p {
                    @if let Some(link) = before { "← " (link) " " }
                    @if let Some(link) = after { (link) " →" }
                }
            }
        };
        (!nothing).then(|| links.into_string())
    }
}

/// Each two territories that share a line, by their codes. A line is of whoever has it first; a neighbour says how many
/// lines back it is.
fn borders(contours: &Contours) -> Vec<[&str; 2]> {
    let mut owners: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for shape in &contours.shapes {
        for line in shape.rings.iter().flatten() {
            let back = usize::from(line.unsigned_abs());
            match owners.len().checked_sub(back).filter(|_| back > 0) {
                Some(at) => found.extend(owners.get(at).map(|owner| [*owner, &*shape.code])),
                None => owners.push(&shape.code),
            }
        }
    }
    found.retain(|[one, other]| one != other);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Part;

    #[test]
    fn who_shares_a_line_is_a_neighbour_and_who_shares_a_corner_is_not() {
        // Four squares around a point, each side a line: 1 2 over 3 4.
        let line = |from, to| vec![from, to];
        let lines = [
            line((1, 0), (1, 1)),
            line((1, 1), (0, 1)),
            vec![(0, 1), (0, 0), (1, 0)],
            line((1, 1), (2, 1)),
            vec![(2, 1), (2, 0), (1, 0)],
            line((1, 1), (1, 2)),
            vec![(1, 2), (0, 2), (0, 1)],
            vec![(2, 1), (2, 2), (1, 2)],
        ];
        let along = |line| Part { line, backwards: false };
        let back = |line| Part { line, backwards: true };
        let shapes = vec![
            ("1".to_owned(), vec![vec![along(0), along(1), along(2)]]),
            ("2".to_owned(), vec![vec![back(0), back(4), back(3)]]),
            ("3".to_owned(), vec![vec![along(1), back(6), back(5)]]),
            ("4".to_owned(), vec![vec![along(3), along(7), back(5)]]),
        ];
        let contours = Contours::new("Essai".to_owned(), (2, 2), &lines, shapes);
        let mut found = borders(&contours);
        found.sort_unstable();
        assert_eq!(found, [["1", "2"], ["1", "3"], ["2", "4"], ["3", "4"]]);
    }
}
