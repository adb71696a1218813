//! The way from the home page to a page: that of `components::breadcrumbs`, which a test holds.

use serde_json::{Value, json};

use super::thing::thing;
use crate::data::{Page, Territory, territory_route};
use crate::french;
use crate::pages;
use crate::route::{Articles, Route};

/// The way to the page at a URL; none to the home page.
pub fn breadcrumbs(base: &str, page: &Page, url: &str) -> Option<Value> {
    let (above, name) = trail(page)?;
    let home = (Route::Home, "Accueil".to_owned());
    let steps = std::iter::once(home).chain(above);
    let steps = steps.map(|(route, name)| (format!("{base}{}", route.href()), name));
    let steps = steps.chain([(url.to_owned(), name)]).enumerate().map(|(at, (url, name))| {
        let position = Some(json!(at + 1));
        thing(
            "ListItem",
            [("position", position), ("name", Some(name.into())), ("item", Some(url.into()))],
        )
    });
    let steps: Vec<Value> = steps.collect();
    Some(thing("BreadcrumbList", [("itemListElement", Some(steps.into()))]))
}

/// The pages above a page, below the home page, and what the page itself is called.
fn trail(page: &Page) -> Option<(Vec<(Route, String)>, String)> {
    let news = || (Route::NEWS, "Actualités".to_owned());
    let agenda = || (Route::Agenda, "Agenda".to_owned());
    let results = || (Route::Results, "Résultats".to_owned());
    Some(match page {
        Page::Home(_) | Page::NotFound => return None,
        Page::News(list) if list.of == Articles::All => (Vec::new(), news().1),
        Page::News(list) => (vec![news()], list.title.clone()),
        Page::Article(article) => (vec![news()], article.title.clone()),
        Page::Agenda(list) if list.year.is_none() => (Vec::new(), agenda().1),
        Page::Agenda(_) => (vec![agenda()], pages::title(page)),
        Page::Event(event) => (vec![agenda()], event.card.title.clone()),
        Page::Results(_) => (Vec::new(), results().1),
        Page::Election(election) => (vec![results()], election.title.clone()),
        Page::Territory(territory) => {
            (above_territory(territory, results()), territory_name(territory))
        }
        Page::Text(text) => {
            let above = text.above.iter();
            let above = above.map(|it| (Route::Text(it.slug.clone()), it.title.clone()));
            (above.collect(), text.title.clone())
        }
    })
}

fn above_territory(territory: &Territory, results: (Route, String)) -> Vec<(Route, String)> {
    let election = (Route::Election(territory.election.clone()), territory.title.clone());
    let parents = territory.parents.iter().filter_map(|place| {
        Some((territory_route(&territory.election, place)?, place.name.clone()))
    });
    [results, election].into_iter().chain(parents).collect()
}

/// Its name, or the round of a page that has only an earlier one.
fn territory_name(territory: &Territory) -> String {
    let earlier = territory.rounds.first().filter(|_| territory.earlier);
    match earlier {
        Some(round) => french::capitalised(french::round(round.contest, round.number)),
        None => territory.place.name.clone(),
    }
}
