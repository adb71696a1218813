//! Communes that seem to lack stations, found by what other elections of the site let expect.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::election::{Evidence, Level, Levels, Quantity, TerritoryResult};
use crate::site::content::Election;

/// Finds the communes that seem to lack stations: where a circonscription was published and its
/// stations do not reach it, those whose registered voters are fewer than other elections of the site
/// let expect, by a quarter of what is lacking or more. (A whole station is lacking or none.)
pub fn find(elections: &mut [Election]) {
    let rolls = rolls(elections);
    for election in elections {
        let Some(day) = election.last_day() else { continue };
        for levels in election.levels.values_mut() {
            let found = incomplete(levels, &rolls, day);
            let communes = levels.layers.iter_mut().map(|layer| &mut layer.results);
            let communes = communes.filter(|results| results.level == Level::Commune);
            for commune in communes.flat_map(|results| &mut results.territories) {
                commune.missing.evidence = found.get(&commune.place.code).cloned();
            }
        }
    }
}

/// The registered voters of communes by their codes, where they are whole, oldest first.
type Rolls = BTreeMap<String, Vec<(Date, u32)>>;

fn rolls(elections: &[Election]) -> Rolls {
    let mut rolls = Rolls::new();
    for election in elections.iter().rev() {
        let levels = election.levels.values().next_back().filter(|levels| !is_short(levels));
        let communes = levels.and_then(|levels| levels.layer(Level::Commune));
        let Some((communes, day)) = communes.zip(election.last_day()) else { continue };
        for commune in communes.results.territories.iter().filter(|it| it.missing.is_empty()) {
            if let Some(registered) = registered(commune) {
                rolls.entry(commune.place.code.clone()).or_default().push((day, registered));
            }
        }
    }
    rolls
}

fn is_short(levels: &Levels) -> bool {
    let mut all = levels.overlapping.iter().flat_map(|results| &results.territories);
    all.any(|it| !it.missing_in_children.shortfalls.is_empty())
}

fn registered(territory: &TerritoryResult) -> Option<u32> {
    territory.tally.counts.get(Quantity::Registered)
}

fn incomplete(levels: &Levels, rolls: &Rolls, day: Date) -> BTreeMap<String, Evidence> {
    let mut found = BTreeMap::new();
    let Some(communes) = levels.layer(Level::Commune) else { return found };
    for whole in levels.overlapping.iter().flat_map(|results| &results.territories) {
        let lacking: u32 = whole
            .missing_in_children
            .shortfalls
            .iter()
            .filter_map(|it| Some(it.registered?.lacking()))
            .sum();
        let refused =
            whole.missing_in_children.refused.iter().filter_map(|row| row.registered).sum();
        let unexplained = lacking.saturating_sub(refused);
        if unexplained == 0 {
            continue;
        }
        for code in communes_of(levels, &whole.place.code) {
            let Some(commune) = communes.results.find(&code) else { continue };
            let Some((here, known)) = registered(commune).zip(rolls.get(&code)) else { continue };
            let refused: u32 =
                commune.missing.refused.iter().filter_map(|row| row.registered).sum();
            let Some((expected, elsewhere)) = expected(known, day) else { continue };
            if expected.saturating_sub(here.saturating_add(refused)) >= unexplained.div_ceil(4) {
                found.insert(code, Evidence { registered: here, in_other_elections: elsewhere });
            }
        }
    }
    found
}

/// The communes of which some stations lie in a circonscription.
fn communes_of(levels: &Levels, circonscription: &str) -> BTreeSet<String> {
    let smallest = levels.layers.first().into_iter().flat_map(|layer| &layer.results.territories);
    let inside = smallest.filter(|it| it.circonscription.as_deref() == Some(circonscription));
    inside.filter_map(|it| it.place.code_within(Level::Commune)).collect()
}

/// The registered voters to expect on a day, on the line between the nearest known before and after;
/// else the one that is known. With their years.
fn expected(known: &[(Date, u32)], day: Date) -> Option<(u32, Vec<(i16, u32)>)> {
    let before = known.iter().rev().find(|(date, _)| *date < day);
    let after = known.iter().find(|(date, _)| *date > day);
    let elsewhere: Vec<(i16, u32)> =
        before.into_iter().chain(after).map(|(date, count)| (date.year(), *count)).collect();
    let expected = match (before, after) {
        (Some((from, start)), Some((to, end))) => {
            let days = |a: Date, b: Date| i64::from(a.until(b).map_or(0, |it| it.get_days()));
            let (passed, all) = (days(*from, day), days(*from, *to).max(1));
            let change = (i64::from(*end) - i64::from(*start)) * passed / all;
            u32::try_from(i64::from(*start) + change).ok()?
        }
        (Some((_, only)), None) | (None, Some((_, only))) => *only,
        (None, None) => return None,
    };
    Some((expected, elsewhere))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_expected_lies_between_what_is_known() {
        let known = [(date(2019, 5, 26), 1000), (date(2026, 3, 15), 1700)];
        let (count, elsewhere) = expected(&known, date(2024, 6, 9)).unwrap();
        assert_eq!((count, elsewhere), (1518, vec![(2019, 1000), (2026, 1700)]));
        assert_eq!(expected(&known, date(2027, 1, 1)).unwrap().0, 1700);
        assert_eq!(expected(&[], date(2024, 6, 9)), None);
    }
}
