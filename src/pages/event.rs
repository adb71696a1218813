//! One event: when, where, sessions and speakers.

use maud::{Markup, PreEscaped, html};

use crate::components::{breadcrumbs, time, video_place};
use crate::data::{Event, Person, Session};
use crate::route::Route;

/// One event.
pub fn event_page(event: &Event) -> Markup {
    html! {
        (breadcrumbs(&[(Route::Agenda, "Agenda")], &event.card.title))
        article.event {
            header.page-head {
                h1 tabindex="-1" { (event.card.title) }
                @if let Some(subtitle) = &event.subtitle { p.lead { (subtitle) } }
            }
            dl.facts {
                div { dt { "Quand" } dd { (time(&event.card.start)) } }
                @if let Some(place) = &event.card.place { div { dt { "Où" } dd { (place) } } }
            }
            div.prose { (PreEscaped(&event.html)) }
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
