//! The home page: latest news, next or latest event, one result.

use maud::{Markup, html};

use crate::components::{CardTitle, Part, View, article_cards, event_card, round_excerpt};
use crate::data::{EventCard, Home, Moment, until};
use crate::route::Route;

/// The home page.
pub fn home_page(home: &Home) -> Markup {
    let next = next_event(home);
    html! {
        header.page-head {
            h1 tabindex="-1" { (home.title) }
            p.lead { (home.description) }
        }
        div.columns {
            section aria-labelledby="actualites" {
                h2 id="actualites" { "Actualités" }
                (article_cards(&home.news))
                p.more { a href=(Route::NEWS.href()) { "Toutes les actualités" } }
            }
            div {
                @if !home.events.is_empty() {
                    section id=(next.id) aria-labelledby="agenda" data-until=[until(&home.events)] {
                        (next.built())
                    }
                }
                @if let Some(excerpt) = &home.result {
                    section aria-labelledby="resultat" {
                        h2 id="resultat" { "Résultat" }
                        (round_excerpt(excerpt))
                    }
                }
            }
        }
    }
}

/// The next event by the day of the reader; when none is to come any more, the latest.
pub fn next_event(home: &Home) -> Part<'_> {
    Part::new(
        "rendez-vous",
        |view| next(&home.events, view),
        |view| {
            let (event, is_next) = next(&home.events, view);
            html! {
                h2 id="agenda" { @if is_next { "Prochain rendez-vous" } @else { "Dernier rendez-vous" } }
                @if let Some((card, time)) = event {
                    (event_card(card, time, CardTitle::Heading))
                }
                p.more { a href=(Route::Agenda.href()) { "Tout l’agenda" } }
            }
        },
    )
}

/// The event with the time of it that is shown, and whether it is to come.
fn next<'a>(events: &'a [EventCard], view: &View) -> (Option<(&'a EventCard, &'a Moment)>, bool) {
    let today = view.today.as_deref();
    let shown = |event: &'a EventCard| (event, event.next(today));
    let to_come = events.iter().filter(|event| !event.is_past(today)).map(shown);
    let next = to_come.min_by(|one, other| one.1.iso.cmp(&other.1.iso));
    (next.or(events.last().map(shown)), next.is_some())
}
