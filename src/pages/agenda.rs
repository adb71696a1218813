//! Events to come and past.
//! The build sorts them by its own date; in a browser they go by the reader's.

use maud::{Markup, html};

use crate::components::{CardTitle, Part, View, breadcrumbs, event_card};
use crate::data::{Agenda, EventCard, until};

/// The agenda.
pub fn agenda_page(agenda: &Agenda) -> Markup {
    let events = events(agenda);
    html! {
        (breadcrumbs(&[], "Agenda"))
        header.page-head { h1 tabindex="-1" { "Agenda" } }
        div id=(events.id) data-until=[until(&agenda.events)] { (events.built()) }
    }
}

/// The events by the day of the reader.
pub fn events(agenda: &Agenda) -> Part<'_> {
    Part::new(
        "rendez-vous",
        |view| sorted(agenda, view),
        |view| {
            let (to_come, past) = sorted(agenda, view);
            html! {
                section.agenda aria-labelledby="a-venir" {
                    h2 id="a-venir" { "À venir" }
                    @if to_come.is_empty() {
                        p { "Aucun rendez-vous n’est annoncé pour le moment." }
                    }
                    @for card in to_come { (event_card(card, CardTitle::Heading)) }
                }
                @if !past.is_empty() {
                    section.agenda aria-labelledby="passes" {
                        h2 id="passes" { "Passés" }
                        @for card in past { (event_card(card, CardTitle::Heading)) }
                    }
                }
            }
        },
    )
}

/// Events to come, the next one first, and past, the latest first.
fn sorted<'a>(agenda: &'a Agenda, view: &View) -> (Vec<&'a EventCard>, Vec<&'a EventCard>) {
    let is_past = |event: &&EventCard| event.is_past(view.today.as_deref());
    let (mut past, to_come): (Vec<_>, Vec<_>) = agenda.events.iter().partition(is_past);
    past.reverse();
    (to_come, past)
}
