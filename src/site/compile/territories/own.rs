//! The page of an election’s own territory, which has more than the election’s, and the way to it.

use super::history::Histories;
use super::indexed::Index;
use super::page::Territories;
use super::turnout;
use crate::data::{Territory, TerritoryLink, territory_route};
use crate::election::Level;
use crate::french;
use crate::site::content;

/// The page of the election’s own territory, without what only that page has.
pub fn own_page(
    election: &content::Election,
    index: &Index,
    histories: &Histories,
) -> Option<Territory> {
    let (code, level) = (election.code.as_deref()?, election.own_level());
    let place = election.places().find(|it| it.level == level && it.code == code)?;
    let territories = Territories::new(election, index);
    let mut page = territories.page(place);
    turnout::compare(&mut page, &territories, histories);
    Some(page)
}

/// The way to that page, where it has more: its children, what it is within a larger one, other elections. The
/// words say which of these.
pub fn own_link(
    election: &content::Election,
    page: &Territory,
    histories: &Histories,
) -> Option<TerritoryLink> {
    let place = &page.place;
    let here = territory_route(&election.slug.value, place)?.href();
    let elsewhen = histories.votes(place).iter().any(|vote| vote.to != here);
    let has: Vec<String> = children(page)
        .into_iter()
        .chain(page.parent_comparisons.first().map(|parent| parent.locative.clone()))
        .chain(elsewhen.then(|| "d’une élection à l’autre".to_owned()))
        .collect();
    let label = format!("{} {}", place.name, french::list(&has));
    (!has.is_empty()).then(|| TerritoryLink { place: place.clone(), label })
}

/// « bureau par bureau »
fn children(page: &Territory) -> Option<String> {
    let breakdown = page.breakdown.as_ref().filter(|it| it.len() > 1)?;
    let noun = match breakdown.level {
        Level::Station => "bureau",
        level => level.singular(),
    };
    Some(format!("{noun} par {noun}"))
}
