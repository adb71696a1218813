//! Events to come and past.
//! The build sorts them by its own date; in a browser they go by the reader's.

use maud::{Markup, html};

use crate::components::{CardTitle, Part, View, breadcrumbs, event_card, follow};
use crate::data::{Agenda, EventCard, Moment, until};
use crate::route::Feed;

/// The agenda.
pub fn agenda_page(agenda: &Agenda) -> Markup {
    let events = events(agenda);
    html! {
        (breadcrumbs(&[], "Agenda"))
        header.page-head {
            h1 tabindex="-1" { "Agenda" }
            a.follow href=(agenda.subscription) { "S’abonner à l’agenda" } " "
            (follow(&Feed::Agenda, "Fichier de l’agenda"))
        }
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
                    @for (card, time) in to_come { (event_card(card, time, CardTitle::Heading)) }
                }
                @if !past.is_empty() {
                    section.agenda aria-labelledby="passes" {
                        h2 id="passes" { "Passés" }
                        @for (card, time) in past { (event_card(card, time, CardTitle::Heading)) }
                    }
                }
            }
        },
    )
}

/// An event, and the time of it that is shown.
type Shown<'a> = (&'a EventCard, &'a Moment);

/// Events to come, the next one first, and past, the latest first.
fn sorted<'a>(agenda: &'a Agenda, view: &View) -> (Vec<Shown<'a>>, Vec<Shown<'a>>) {
    let today = view.today.as_deref();
    let mut events: Vec<Shown<'a>> =
        agenda.events.iter().map(|event| (event, event.next(today))).collect();
    events.sort_by(|one, other| one.1.iso.cmp(&other.1.iso));
    let (mut past, to_come): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|(event, _)| event.is_past(today));
    past.reverse();
    (to_come, past)
}
