//! The list of elections by year, each with its headline figures.

use maud::{Markup, html};

use crate::components::{breadcrumbs, filter, follow, territory_links, time};
use crate::data::{ElectionCard, ElectionYear, Finder, Results, territory_route};
use crate::election::{Level, Place};
use crate::route::{Feed, Route, SEARCH, href};

/// The list of elections.
pub fn results_page(results: &Results) -> Markup {
    html! {
        (breadcrumbs(&[], "Résultats"))
        header.page-head {
            h1 tabindex="-1" { "Résultats" }
            p.lead { "Chaque chiffre est publié avec sa base et sa source." }
            @if let Some(finder) = &results.finder {
                p.more { a href="#trouver" { (finder.title) } }
            }
            (follow(&Feed::Results, "S’abonner au fil des résultats"))
        }
        @for it in &results.years { (year(it)) }
        @if let Some(it) = &results.finder { (finder(it)) }
    }
}

/// Every territory as a way to its page; the browser hides those that are not looked for.
fn finder(finder: &Finder) -> Markup {
    html! {
        section.finder aria-labelledby="trouver" {
            h2 id="trouver" { (finder.title) }
            @match finder.level {
                Level::Commune => (filter(finder.level, "nom, ancien nom, code postal ou code", finder.names.len())),
                _ => {
                    p { a href=(href(SEARCH)) { "Trouver une commune par son nom ou son code postal" } }
                    (filter(finder.level, "nom ou code", finder.names.len()))
                }
            }
            ul {
                @for row in 0..finder.names.len() {
                    li { a href=[page_of(finder, row)] { (finder.names[row]) } }
                }
            }
        }
    }
}

fn page_of(finder: &Finder, row: usize) -> Option<String> {
    let (code, name) = (finder.codes[row].clone(), finder.names[row].clone());
    let election = finder.elections.get(*finder.latest.get(row)?)?;
    Some(territory_route(election, &Place { level: finder.level, code, name })?.href())
}

fn year(year: &ElectionYear) -> Markup {
    let id = format!("annee-{}", year.year);
    html! {
        section.year aria-labelledby=(id) {
            h2 id=(id) { (year.year) }
            div { @for election in &year.elections { (card(election)) } }
        }
    }
}

fn card(election: &ElectionCard) -> Markup {
    let slug = &election.slug;
    html! {
        article.election {
            div {
                p.kicker { (election.territory) }
                h3 { a href=(Route::Election(slug.clone()).href()) { (election.title) } }
                p.remark { (election.round) ", " (time(&election.date)) ". " @if let Some(headline) = &election.headline { (headline) } }
                @if let Some(since) = &election.since { p.remark { (since) } }
                (territory_links(slug, &election.other_territories))
            }
            dl.key-figures {
                @for key in &election.figures {
                    div {
                        dt { (key.label) }
                        dd {
                            strong { (key.figure) }
                            span { (key.base) }
                        }
                    }
                }
            }
        }
    }
}
