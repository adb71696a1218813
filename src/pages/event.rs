//! One event: when, where, sessions and speakers.

use leptos::prelude::*;

use crate::components::{Breadcrumbs, Time, VideoPlace};
use crate::data::{Event, Person, Session};
use crate::route::Route;

/// One event.
#[component]
pub fn EventPage(
    /// What it shows.
    event: Event,
) -> impl IntoView {
    html! {
        <Breadcrumbs trail=vec![(Route::Agenda, "Agenda".to_owned())] page=event.card.title.clone()/>
        <article class="event">
            <header class="page-head">
                <h1 tabindex="-1">{event.card.title}</h1>
                {event.subtitle.map(|subtitle| html! { <p class="lead">{subtitle}</p> })}
            </header>
            <dl class="facts">
                <div><dt>"Quand"</dt><dd><Time moment=event.card.start/></dd></div>
                {event.card.place.map(|place| html! {
                    <div><dt>"Où"</dt><dd>{place}</dd></div>
                })}
            </dl>
            <div class="prose" inner_html=event.html></div>
            {(!event.sessions.is_empty()).then(|| sessions(event.sessions))}
            {(!event.speakers.is_empty()).then(|| html! {
                <section aria-labelledby="intervenants">
                    <h2 id="intervenants">"Intervenants"</h2>
                    {people(event.speakers)}
                </section>
            })}
            {event.video.map(|video| html! { <VideoPlace video/> })}
        </article>
    }
}

fn sessions(sessions: Vec<Session>) -> impl IntoView {
    let session = |session: Session| {
        html! {
            <li>
                <h3>{session.title}</h3>
                {(!session.hosts.is_empty()).then(|| html! {
                    <div class="hosts">"Animation"{people(session.hosts)}</div>
                })}
                {(!session.speakers.is_empty()).then(|| people(session.speakers))}
            </li>
        }
    };
    html! {
        <section aria-labelledby="programme">
            <h2 id="programme">"Programme"</h2>
            <ol class="sessions">{sessions.into_iter().map(session).collect_view()}</ol>
        </section>
    }
}

fn people(people: Vec<Person>) -> impl IntoView {
    let person = |person: Person| {
        html! {
            <li>
                <strong>{person.name}</strong>
                {person.role.map(|role| html! { ", "<span>{role}</span> })}
            </li>
        }
    };
    html! { <ul class="people">{people.into_iter().map(person).collect_view()}</ul> }
}
