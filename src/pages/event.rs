//! One event: when, where, sessions and speakers.

use maud::{Markup, PreEscaped, html};

use crate::components::{breadcrumbs, follow, video_place, when};
use crate::data::{Event, EventCard, EventState, Person, Session};
use crate::route::{Feed, Route, href};

/// One event.
pub fn event_page(event: &Event) -> Markup {
    html! {
        (breadcrumbs(&[(Route::Agenda, "Agenda")], &event.card.title))
        article.event {
            header.page-head {
                h1 tabindex="-1" { (event.card.title) }
                @if let Some(subtitle) = &event.subtitle { p.subtitle { (subtitle) } }
                p.lead { (event.description) }
                @if let Some(notice) = notice(event.card.state) { p.called-off { (notice) } }
            }
            (facts(event))
            div.prose { (PreEscaped(&event.html)) }
            (later(event))
            @if !event.sessions.is_empty() {
                section aria-labelledby="programme" {
                    h2 id="programme" { "Programme" }
                    ol.sessions { @for it in &event.sessions { (session(it)) } }
                }
            }
            @if !event.speakers.is_empty() {
                section aria-labelledby="intervenants" {
                    h2 id="intervenants" { "Intervenants" }
                    (people(&event.speakers))
                }
            }
            @if let Some(video) = &event.video { (video_place(video)) }
            p.more { a href=(href(&Route::Event(event.card.slug.clone()).poster())) { "Affiche à imprimer" } }
        }
    }
}

/// What a reader must know before anything else.
fn notice(state: EventState) -> Option<&'static str> {
    match state {
        EventState::Planned => None,
        EventState::Cancelled => Some("Ce rendez-vous est annulé."),
        EventState::Postponed => {
            Some("Ce rendez-vous est reporté\u{202f}; la nouvelle date n’est pas encore connue.")
        }
    }
}

/// The times after the next one, of a repeated event.
fn later(event: &Event) -> Markup {
    html! {
        @if !event.card.later.is_empty() {
            section aria-labelledby="dates" {
                h2 id="dates" { "Dates suivantes" }
                ul.dates {
                    @for time in &event.card.later { li { (when(time, event.card.state)) } }
                }
            }
        }
    }
}

/// When and where.
fn facts(event: &Event) -> Markup {
    let EventCard { start, place, .. } = &event.card;
    html! {
        dl.facts {
            div {
                dt { "Quand" }
                dd {
                    (when(start, event.card.state))
                    @if event.card.state == EventState::Planned && !event.card.past {
                        (follow(&Feed::Event(event.card.slug.clone()), "Ajouter à mon agenda"))
                    }
                }
            }
            @if let Some(place) = place { div { dt { "Où" } dd { (place) } } }
            @if let Some(online) = &event.online {
                div {
                    dt { "En ligne" }
                    dd { a href=(online) rel="external" { (online.split('/').nth(2).unwrap_or(online)) } }
                }
            }
        }
    }
}

fn session(session: &Session) -> Markup {
    html! {
        li {
            h3 { (session.title) }
            @if !session.hosts.is_empty() { div.hosts { "Animation" (people(&session.hosts)) } }
            @if !session.speakers.is_empty() { (people(&session.speakers)) }
        }
    }
}

fn people(people: &[Person]) -> Markup {
    html! {
        ul.people {
            @for person in people {
                li {
                    strong { bdi { (person.name) } }
                    @if let Some(role) = &person.role { ", " span { (role) } }
                }
            }
        }
    }
}
