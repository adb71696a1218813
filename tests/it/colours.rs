//! The colours of the first site: whoever meets on one map can be told apart, and has that colour everywhere.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use jiff::civil::date;
use urne::data::{Breakdown, Page, Round, Territory};
use urne::election::{NUANCES, WITHOUT_NUANCE};
use urne::site;
use urne::site::compile::seen::Seen;
use urne::site::parse::colour::Colour;

/// The least distances, for most people and for anyone.
const APART: (f32, f32) = (9.0, 4.5);

/// The pages of territories, and the rounds of every other page.
static SITE: LazyLock<(Vec<Territory>, Vec<Round>)> = LazyLock::new(|| {
    let compiled = site::compile(&super::whole_site(), site::midnight(date(2026, 4, 1))).unwrap();
    let (mut territories, mut rounds) = (Vec::new(), Vec::new());
    for (_, page) in compiled.pages() {
        match page.into_owned() {
            Page::Territory(territory) => territories.push(*territory),
            Page::Election(election) => rounds.extend(election.rounds),
            Page::Home(home) => rounds.extend(home.result.map(|excerpt| excerpt.round)),
            _ => {}
        }
    }
    (territories, rounds)
});

/// Every map, with the page that it is on.
fn maps() -> impl Iterator<Item = (&'static Territory, &'static Breakdown)> {
    let pages = SITE.0.iter().filter_map(|page| Some((page, page.breakdown.as_ref()?)));
    pages.filter(|(_, breakdown)| breakdown.contours.is_some())
}

/// The colours of those who are alone ahead somewhere.
fn colours(breakdown: &Breakdown) -> BTreeSet<(&str, &str)> {
    let leaders = (0..breakdown.len()).filter_map(|row| match breakdown.leaders(row)[..] {
        [leader] => Some(leader),
        _ => None,
    });
    leaders.map(|it| (&*breakdown.candidates[it], &*breakdown.colours[it])).collect()
}

#[test]
fn whoever_leads_on_one_map_can_be_told_apart_by_anyone() {
    let seen = |colour| Seen::of(Colour::parse(colour).unwrap());
    let mut pairs = 0;
    for (page, map) in maps() {
        let colours: Vec<_> = colours(map).into_iter().collect();
        for (at, (one, colour)) in colours.iter().enumerate() {
            for (other, second) in &colours[at + 1..] {
                let distance = seen(colour).distance(&seen(second));
                let title = &page.title;
                assert!(distance.for_most >= APART.0, "{title}: {one}, {other}: {distance:?}");
                assert!(distance.for_anyone >= APART.1, "{title}: {one}, {other}: {distance:?}");
                pairs += 1;
            }
        }
    }
    assert!(maps().count() >= 8 && pairs > 80, "{pairs} pairs on {} maps", maps().count());
}

#[test]
fn bars_and_maps_have_the_same_colours() {
    let mut compared = 0;
    for (page, map) in maps() {
        let round = page.rounds.iter().find(|round| round.number == map.round).unwrap();
        let bars: HashMap<&str, Option<&str>> = round
            .tally
            .scores
            .iter()
            .map(|score| (score.name(), score.candidate.colour()))
            .collect();
        for (name, colour) in map.candidates.iter().zip(&map.colours) {
            let bar = bars[&**name].unwrap_or(WITHOUT_NUANCE.colour);
            assert_eq!(bar, colour, "{name}, {}", page.title);
            compared += 1;
        }
        for (name, colour) in colours(map) {
            assert_eq!(bars[name], Some(colour), "{name} leads somewhere, {}", page.title);
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn a_party_has_its_colour_on_every_page() {
    let (territories, others) = &*SITE;
    let of_the_table: BTreeSet<&str> =
        NUANCES.iter().chain([&WITHOUT_NUANCE]).map(|nuance| nuance.colour).collect();
    let mut seen = 0;
    for round in territories.iter().flat_map(|page| &page.rounds).chain(others) {
        for score in &round.tally.scores {
            let candidate = &score.candidate;
            let own = candidate.nuance.as_deref().and_then(urne::election::nuance);
            match (own, candidate.colour()) {
                (Some(nuance), colour) => assert_eq!(colour, Some(nuance.colour), "{candidate:?}"),
                (None, Some(colour)) => assert!(of_the_table.contains(colour), "{candidate:?}"),
                (None, None) => continue,
            }
            seen += 1;
        }
    }
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn whoever_has_no_nuance_is_grey_where_others_have_one() {
    let communes = maps().find(|(page, _)| page.title == "Élections municipales de 2026").unwrap();
    let legend = colours(communes.1);
    assert!(legend.contains(&("Sans nuance", WITHOUT_NUANCE.colour)), "{legend:?}");
}
