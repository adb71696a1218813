//! Every territory of a small level with its page, so that a reader finds their own.

use std::collections::BTreeMap;

use crate::data::Finder;
use crate::election::{Level, Place};
use crate::site::communes;
use crate::site::content;
use crate::words;

/// How many may be on one page. Where there are more communes, départements are found instead.
const MOST: usize = 1_500;

/// The territories of the smallest level of which not too many have pages; elections come newest
/// first.
pub fn finder(elections: &[content::Election]) -> Option<Finder> {
    let found = [Level::Commune, Level::Department].into_iter().find_map(|level| {
        let latest = latest(elections.iter(), level);
        // Who is alone is not looked for.
        (2..=MOST).contains(&latest.len()).then_some((level, latest))
    });
    let (level, latest) = found?;
    let mut rows: Vec<(&Place, usize)> = latest.into_values().collect();
    rows.sort_by_cached_key(|(place, _)| (words::fold(&place.name), place.code.clone()));
    Some(Finder {
        title: title(elections, level),
        level,
        elections: elections.iter().map(|election| election.slug.value.clone()).collect(),
        latest: rows.iter().map(|(_, election)| *election).collect(),
        codes: rows.iter().map(|(place, _)| place.code.clone()).collect(),
        searched: rows.iter().map(|(place, _)| searched(place)).collect(),
        names: rows.iter().map(|(place, _)| place.name.clone()).collect(),
    })
}

/// Each territory of a level by its code, with the latest election in which it has a page.
pub fn latest<'a>(
    elections: impl Iterator<Item = &'a content::Election>,
    level: Level,
) -> BTreeMap<&'a str, (&'a Place, usize)> {
    let mut latest = BTreeMap::new();
    for (index, election) in elections.enumerate() {
        let others = election.other_territories.iter().map(|it| &it.place);
        for place in election.places().chain(others).filter(|place| place.level == level) {
            latest.entry(place.code.as_str()).or_insert((place, index));
        }
    }
    latest
}

/// What a territory is found by: a commune by its former names and its postal codes too.
fn searched(place: &Place) -> String {
    if place.level != Level::Commune {
        return place.name.clone();
    }
    let former = communes::former_names(&place.code);
    let names = std::iter::once(place.name.as_str()).chain(former);
    names.chain([communes::postal_codes(&place.code)]).collect::<Vec<_>>().join(" ")
}

/// « Trouver une commune des Yvelines », or of nowhere where there are several wholes.
fn title(elections: &[content::Election], level: Level) -> String {
    let mut wholes: Vec<&Place> = elections.iter().filter_map(|it| it.within.as_ref()).collect();
    wholes.dedup();
    let article = if level.definite().starts_with("la") { "une" } else { "un" };
    let what = format!("Trouver {article} {}", level.singular());
    match &wholes[..] {
        [whole] if whole.level == Level::Department => format!("{what} {}", whole.genitive()),
        _ => what,
    }
}
