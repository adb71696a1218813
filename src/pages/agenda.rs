//! Events to come and past.
//! The build sorts them by its own date; once alive, the page goes by the reader's.

use leptos::prelude::*;

use crate::components::{Breadcrumbs, CardTitle, EventCardView, anew, today};
use crate::data::{Agenda, EventCard};

/// The agenda.
#[component]
pub fn AgendaPage(
    /// What it shows.
    agenda: Agenda,
) -> impl IntoView {
    let today = today();
    let sorted = Memo::new(move |_| {
        let today = today.get();
        let (mut past, to_come): (Vec<EventCard>, Vec<EventCard>) =
            agenda.events.iter().cloned().partition(|event| event.is_past(today.as_deref()));
        past.reverse();
        (to_come, past)
    });
    html! {
        <Breadcrumbs trail=vec![] page="Agenda".to_owned()/>
        <header class="page-head"><h1 tabindex="-1">"Agenda"</h1></header>
        {move || {
            let (to_come, past) = sorted.get();
            anew(html! {
                {events("a-venir", "À venir", to_come, Some("Aucun rendez-vous n’est annoncé pour le moment."))}
                {events("passes", "Passés", past, None)}
            })
        }}
    }
}

fn events(
    id: &'static str,
    heading: &'static str,
    events: Vec<EventCard>,
    when_empty: Option<&'static str>,
) -> Option<impl IntoView> {
    if events.is_empty() && when_empty.is_none() {
        return None;
    }
    let notice = when_empty.filter(|_| events.is_empty());
    Some(html! {
        <section class="agenda" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            {notice.map(|notice| html! { <p>{notice}</p> })}
            {events.into_iter().map(|card| html! { <EventCardView title=CardTitle::Heading card/> }).collect_view()}
        </section>
    })
}
