//! The home page: latest news, next or latest event, one result.

use leptos::prelude::*;

use crate::components::{
    ArticleCardView, CardTitle, EventCardView, RoundExcerptView, anew, redrawn, today,
};
use crate::data::{EventCard, Home};
use crate::route::Route;

/// The home page.
#[component]
pub fn HomePage(
    /// What it shows.
    home: Home,
) -> impl IntoView {
    let articles = home.news.into_iter().map(|card| html! { <ArticleCardView card/> });
    html! {
        <header class="page-head">
            <h1 tabindex="-1">{home.title}</h1>
            <p class="lead">{home.description}</p>
        </header>
        <div class="columns">
            <section aria-labelledby="actualites">
                <h2 id="actualites">"Actualités"</h2>
                {articles.collect_view()}
                <p class="more"><a href=Route::NEWS.address()>"Toutes les actualités"</a></p>
            </section>
            <div>
                {(!home.events.is_empty()).then(|| events(home.events))}
                {home.result.map(|excerpt| html! {
                    <section aria-labelledby="resultat">
                        <h2 id="resultat">"Résultat"</h2>
                        <RoundExcerptView excerpt/>
                    </section>
                })}
            </div>
        </div>
    }
}

/// The next event; when none is to come any more, the latest.
fn events(events: Vec<EventCard>) -> impl IntoView {
    let today = today();
    let shown = Memo::new(move |_| {
        let today = today.get();
        let next = events.iter().find(|event| !event.is_past(today.as_deref()));
        let is_next = next.is_some();
        next.or(events.last()).cloned().map(|card| (card, is_next))
    });
    let section = move || {
        shown.get().map(|(card, is_next)| {
            let heading = if is_next { "Prochain rendez-vous" } else { "Dernier rendez-vous" };
            anew(html! {
                <section aria-labelledby="agenda">
                    <h2 id="agenda">{heading}</h2>
                    <EventCardView title=CardTitle::Heading card/>
                    <p class="more"><a href=Route::Agenda.address()>"Tout l’agenda"</a></p>
                </section>
            })
        })
    };
    redrawn(section)
}
