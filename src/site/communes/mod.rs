//! The official list of communes: their names in each year, and which of them were joined.
//! `script/communes` makes the list.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::election::{Level, LevelResults, Place};
use crate::site::calendar;

/// A commune under one of its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Its code.
    pub code: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// The first day without a commune of this code and name (`2019-01-01`), or the year that began
    /// without it (`2025`); empty for one that there is.
    pub until: &'static str,
    /// The code of the commune in which its territory lies today.
    pub today: &'static str,
    /// Its postal codes, apart by spaces; none of one that there is no more.
    pub postal_codes: &'static str,
}

impl Commune {
    /// Whether there was a commune of this name on this day or later.
    pub fn lasts(&self, on: Date) -> bool {
        // A year comes before its days.
        self.until.is_empty() || on.to_string().as_str() < self.until
    }

    /// Since when it is part of another: « depuis le 1er janvier 2019 », « depuis 2025 ».
    pub fn since(&self) -> String {
        match self.until.parse::<Date>() {
            Ok(day) => format!("depuis le {}", calendar::day_and_year(day)),
            Err(_) => format!("depuis {}", self.until),
        }
    }
}

/// Every commune, by code and time, and where those are that were joined to another.
struct List {
    communes: Vec<Commune>,
    joined: HashMap<&'static str, Vec<usize>>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let lines = include_str!("communes.csv").lines();
    // Behind comments and the names of the columns.
    let communes: Vec<Commune> =
        lines.skip_while(|it| it.starts_with('#')).skip(1).map(read).collect();
    let mut joined: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, commune) in communes.iter().enumerate().filter(|(_, it)| it.code != it.today) {
        joined.entry(commune.today).or_default().push(at);
    }
    List { communes, joined }
});

fn read(line: &'static str) -> Commune {
    let mut cells = line.split(',');
    let mut cell = || cells.next().unwrap_or_default();
    let (code, name, until, into) = (cell(), cell(), cell(), cell());
    let today = if into.is_empty() { code } else { into };
    Commune { code, name, until, today, postal_codes: cell() }
}

/// Every name of a code, the oldest first.
fn names(code: &str) -> &'static [Commune] {
    let list = &LIST.communes;
    let start = list.partition_point(|it| it.code < code);
    let end = list.partition_point(|it| it.code <= code);
    list.get(start..end).unwrap_or_default()
}

/// The commune that had a code on a day; where there was none any more, the last that had it.
pub fn find(code: &str, on: Date) -> Option<&'static Commune> {
    let names = names(code);
    names.iter().find(|it| it.lasts(on)).or(names.last())
}

/// The name of every commune of a département on a day.
pub fn of_department(code: &str, on: Date) -> impl Iterator<Item = &'static str> {
    let list = &LIST.communes;
    // Codes of overseas communes begin with three letters of their département.
    let start = list.partition_point(|it| it.code < code);
    let own = list.get(start..).unwrap_or_default().iter();
    own.take_while(move |it| it.code.starts_with(code))
        .filter(move |it| it.lasts(on))
        .map(|it| it.name)
}

/// The postal codes of a commune, apart by spaces.
pub fn postal_codes(code: &str) -> &'static str {
    names(code).last().map_or("", |it| it.postal_codes)
}

/// The other names under which the territory of a commune was known: its own, and those of communes that were
/// joined to it.
pub fn former_names(code: &str) -> Vec<&'static str> {
    let own = names(code);
    let now = own.last().map_or("", |it| it.name);
    let joined = LIST.joined.get(code).into_iter().flatten();
    let joined = joined.filter_map(|at| LIST.communes.get(*at));
    let mut former: Vec<&str> = own.iter().chain(joined).map(|it| it.name).collect();
    former.retain(|name| *name != now);
    former.sort_unstable();
    former.dedup();
    former
}

/// The commune of today in which one lies that was joined to another.
pub fn successor(code: &str) -> Option<&'static Commune> {
    let own = names(code).last()?;
    names(own.today).last().filter(|it| it.code != code)
}

/// The communes that have been joined to one since a day, in the order of their codes.
pub fn joined_since(code: &str, day: Date) -> impl Iterator<Item = &'static Commune> {
    let joined = LIST.joined.get(code).into_iter().flatten();
    let joined = joined.filter_map(|at| LIST.communes.get(*at));
    // One that was renamed before it was joined is there twice.
    joined.filter(move |it| it.lasts(day) && find(it.code, day) == Some(*it))
}

/// Whether others have joined the commune of a code between two days. Those that joined one which has joined another
/// since are listed below that: what changed its own name on their last day is what they joined.
pub fn grew(code: &str, [then, now]: [Date; 2]) -> bool {
    let is_between = |it: &Commune| it.lasts(then) && !it.lasts(now);
    let own = names(code);
    let Some(last) = own.last() else { return false };
    let joined = LIST.joined.get(last.today).into_iter().flatten();
    let joined = joined.filter_map(|at| LIST.communes.get(*at)).filter(|it| it.code != code);
    let mut joined = joined.filter(|it| is_between(it));
    if last.today == code {
        return joined.next().is_some();
    }
    let renamed: Vec<&str> = own.iter().filter(|it| is_between(it)).map(|it| it.until).collect();
    joined.any(|it| renamed.contains(&it.until))
}

/// Gives communes the official names that they had on the day of the vote, instead of those that
/// were published. Numbered circonscriptions are « 7e », however they were published. Where a code
/// is not in the list, and for other territories, only the apostrophe is made the one that we write.
pub fn spell(results: &mut LevelResults, on: Date) {
    for territory in &mut results.territories {
        let commune = territory.place.code_within(Level::Commune);
        spell_place(&mut territory.place, on);
        if let Some(name) = &mut territory.commune {
            *name = spelled(commune.as_deref().unwrap_or_default(), name, on);
        }
    }
    for refused in results.refused.iter_mut().filter(|_| results.level == Level::Commune) {
        let code = refused.code.as_deref().unwrap_or_default();
        refused.name = spelled(code, &refused.name, on);
    }
}

/// The same for one place.
pub fn spell_place(place: &mut Place, on: Date) {
    let code = if place.level == Level::Commune { place.code.as_str() } else { "" };
    place.name = place.numbered_name().unwrap_or_else(|| spelled(code, &place.name, on));
}

fn spelled(code: &str, published: &str, on: Date) -> String {
    find(code, on).map_or_else(|| published.replace('\'', "’"), |it| it.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const BEFORE: Date = date(2017, 4, 23);
    const AFTER: Date = date(2024, 6, 9);

    fn name(code: &str, on: Date) -> Option<&'static str> {
        find(code, on).map(|it| it.name)
    }

    #[test]
    fn names_are_official_and_those_of_the_day() {
        let table = [
            ("78208", BEFORE, "Élancourt"),
            ("78217", BEFORE, "Épône"),
            ("78224", AFTER, "L’Étang-la-Ville"),
            ("78545", AFTER, "Saint-Cyr-l’École"),
            ("78073", AFTER, "Bois-d’Arcy"),
            ("78158", BEFORE, "Le Chesnay"),
            ("78158", AFTER, "Le Chesnay-Rocquencourt"),
            ("78524", BEFORE, "Rocquencourt"),
            ("78524", AFTER, "Rocquencourt"),
            ("51108", date(1995, 4, 23), "Châlons-sur-Marne"),
            ("51108", BEFORE, "Châlons-en-Champagne"),
            ("75056", AFTER, "Paris"),
            ("98818", AFTER, "Nouméa"),
        ];
        for (code, on, expected) in table {
            assert_eq!(name(code, on), Some(expected), "{code} on {on}");
        }
        assert_eq!(name("78999", AFTER), None);
        assert_eq!(name("", AFTER), None);
    }

    #[test]
    fn communes_that_were_joined_lead_to_their_successor_and_back() {
        let successor = |code| successor(code).map(|it| it.name);
        assert_eq!(successor("78251"), Some("Saint-Germain-en-Laye"));
        assert_eq!(successor("78503"), Some("Notre-Dame-de-la-Mer"));
        assert_eq!(successor("78158"), None);
        assert_eq!(successor("78999"), None);
        let joined = |code, day| -> Vec<(&str, String)> {
            joined_since(code, day).map(|it| (it.name, it.since())).collect()
        };
        let since = "depuis le 1er janvier 2019".to_owned();
        assert_eq!(joined("78551", BEFORE), [("Fourqueux", since)]);
        assert_eq!(joined("78551", AFTER), []);
        assert_eq!(joined("78551", date(2019, 1, 1)), []);
        assert_eq!(joined("78551", date(2018, 12, 31)).len(), 1);
    }

    #[test]
    fn a_commune_that_others_joined_is_another() {
        let day = |year| date(year, 3, 15);
        assert!(grew("78551", [day(2014), day(2020)]));
        assert!(!grew("78551", [day(2020), day(2026)]));
        assert!(!grew("78172", [day(2014), day(2026)]));
        // Orée d’Anjou was Champtoceaux and eight others until 2015, and is part of another since.
        assert!(grew("49069", [day(2014), day(2020)]));
        assert!(!grew("49069", [day(2017), day(2020)]));
        assert!(!grew("99999", [day(2014), day(2020)]));
    }

    #[test]
    fn the_list_is_in_order_and_has_one_apostrophe() {
        let list = &LIST.communes;
        assert!(list.len() > 35_000);
        assert!(list.is_sorted_by(|a, b| {
            (a.code, a.until.is_empty(), a.until) < (b.code, b.until.is_empty(), b.until)
        }));
        assert!(list.iter().all(|it| !it.name.contains('\'') && !it.name.is_empty()));
        // Whatever was joined lies in a commune that there is.
        assert!(list.iter().all(|it| names(it.today).last().is_some_and(|it| it.until.is_empty())));
    }
}
