//! The pages of the territories of an election: children, columns, ranks and histories.

mod around;
mod colours;
mod columns;
mod differences;
mod earlier;
mod history;
mod indexed;
mod own;
mod page;
mod paint;
mod turnout;

use self::around::Around;
use self::earlier::Earlier;
pub use self::history::{Histories, histories};
pub use self::indexed::Index;
pub use self::own::{own_link, own_page};
pub use self::page::Maps;
use self::page::Territories;
pub use self::paint::paint;
use super::other_territories;
use super::sharing::Sharing;
use crate::data::{Page, Territory, territory_route};
use crate::route::{Route, Slug};
use crate::site::content;

/// The URLs of every territory page of an election.
pub fn routes<'a>(
    election: &'a content::Election,
    index: &'a Index,
) -> impl Iterator<Item = Route> + use<'a> {
    let territories = Territories::new(election, index);
    let routes = election.places().flat_map(move |place| {
        let slug = Slug::new(&place.slug());
        let earlier = territories.earlier_breakdowns(place);
        let route = |round: Option<u8>| match (round, slug.clone()?, election.slug.value.clone()) {
            (Some(round), slug, election) => Some(Route::TerritoryRound(election, slug, round)),
            (None, slug, election) => Some(Route::Territory(election, slug)),
        };
        let numbers = std::iter::once(None).chain(earlier.into_iter().map(Some));
        numbers.filter_map(route).collect::<Vec<_>>()
    });
    routes.chain(
        other_territories::territories(election).filter_map(with_route).map(|(route, _)| route),
    )
}

/// Every territory page of an election, each made when it is asked for; `all` are the elections of the site.
pub fn pages<'a>(
    election: &'a content::Election,
    index: &'a Index,
    all: &'a [(content::Election, Index)],
    (histories, maps, sharing): (&'a Histories, &'a Maps, &'a Sharing),
) -> impl Iterator<Item = (Route, Page)> + 'a {
    let territories = Territories::new(election, index).with_maps(maps);
    let (earlier, around) = (Earlier::of(all, election), Around::of(&territories));
    let others = other_territories::territories(election)
        .map(move |page| with_embed(page, election, sharing));
    let others = others.filter_map(with_route);
    let day = election.last_day();
    let pages = election.places().flat_map(move |place| {
        let mut page = territories.page(place);
        turnout::compare(&mut page, &territories, histories);
        page.history = histories.votes(place);
        page.history_of = Histories::locative(place);
        page.merger = day.and_then(|day| histories.merger(place, day));
        let mut of_rounds: Vec<Territory> = territories
            .earlier_breakdowns(place)
            .into_iter()
            .filter_map(|number| territories.page_of_round(&page, number))
            .collect();
        page.since = earlier.since(&territories, &page);
        page.around = around.links(&territories, place);
        for page in std::iter::once(&mut page).chain(&mut of_rounds) {
            let before =
                page.breakdown.as_ref().and_then(|it| earlier.before(&territories, page, it));
            if let Some(breakdown) = &mut page.breakdown {
                breakdown.before = before;
            }
        }
        let page = with_embed(page, election, sharing);
        std::iter::once(page).chain(of_rounds).filter_map(with_route)
    });
    pages.chain(others)
}

/// A page with what is copied to embed it, where it is shared.
fn with_embed(page: Territory, election: &content::Election, sharing: &Sharing) -> Territory {
    if !sharing.has(election, &page.place) {
        return page;
    }
    let route = territory_route(&page.election, &page.place);
    let title = format!("{} {}", page.title, page.locative);
    let embed = route.and_then(|route| sharing.embed(&route, &title, &page.rounds));
    Territory { embed, ..page }
}

fn with_route(territory: Territory) -> Option<(Route, Page)> {
    let (election, place) = (territory.election.clone(), Slug::new(&territory.place.slug())?);
    let route = match territory.rounds.first().filter(|_| territory.earlier) {
        Some(round) => Route::TerritoryRound(election, place, round.number),
        None => Route::Territory(election, place),
    };
    Some((route, Page::Territory(Box::new(territory))))
}
