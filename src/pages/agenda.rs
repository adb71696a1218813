//! Events to come and past, by month; the past ones of a year.
//! The build sorts them by its own date; in a browser they go by the reader's.

use maud::{Markup, html};

use crate::components::{CardTitle, Part, View, breadcrumbs, event_card, follow};
use crate::data::{Agenda, EventCard, Moment, until};
use crate::french;
use crate::route::{Feed, Route};

/// How the agenda is called.
const AGENDA: &str = "Agenda";

/// The agenda.
pub fn agenda_page(agenda: &Agenda) -> Markup {
    let events = events(agenda);
    let title = title(agenda);
    let above = match agenda.year {
        None => &[][..],
        Some(_) => &[(Route::Agenda, AGENDA)],
    };
    html! {
        (breadcrumbs(above, &title))
        header.page-head {
            h1 tabindex="-1" { (title) }
            @if agenda.year.is_none() {
                a.follow href=(agenda.subscription) { "S’abonner à l’agenda" } " "
                (follow(&Feed::Agenda, "Fichier de l’agenda"))
            }
        }
        div id=(events.id) data-until=[until(&agenda.events)] { (events.built()) }
        (years(agenda))
    }
}

/// The title of the page.
pub fn title(agenda: &Agenda) -> String {
    match agenda.year {
        None => AGENDA.to_owned(),
        Some(year) => format!("Rendez-vous passés de {year}"),
    }
}

/// The page in a sentence.
pub fn description(agenda: &Agenda) -> String {
    match agenda.year {
        None => "Les rendez-vous à venir et passés.".to_owned(),
        Some(year) => format!("Les rendez-vous passés de {year}."),
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
                @if agenda.year.is_none() {
                    section.agenda aria-labelledby="a-venir" {
                        h2 id="a-venir" { "À venir" }
                        @if to_come.is_empty() {
                            p { "Aucun rendez-vous n’est annoncé pour le moment." }
                        }
                        (by_month(&to_come))
                    }
                }
                @if !past.is_empty() {
                    section.agenda aria-labelledby="passes" {
                        h2 id="passes" { "Passés" }
                        (by_month(&past))
                    }
                }
            }
        },
    )
}

/// Events in their order, below the month in which they are.
fn by_month(events: &[Shown<'_>]) -> Markup {
    let month = |(_, time): &Shown<'_>| time.iso.get(..7).unwrap_or_default().to_owned();
    html! {
        @for events in events.chunk_by(|one, other| month(one) == month(other)) {
            @if let Some(first) = events.first() {
                h3.month { (french::capitalised(&french::month_and_year(&month(first)))) }
            }
            @for (card, time) in events { (event_card(card, time, CardTitle::BelowAMonth)) }
        }
    }
}

/// The years with past events.
fn years(agenda: &Agenda) -> Markup {
    html! {
        @if !agenda.years.is_empty() {
            nav.lists aria-label="Rendez-vous passés" {
                p { "Rendez-vous passés" }
                ul {
                    @for (year, count) in &agenda.years {
                        li {
                            a href=(Route::AgendaYear(*year).href())
                                aria-current=[(agenda.year == Some(*year)).then_some("page")] { (year) }
                            " " span { (count) }
                        }
                    }
                }
            }
        }
    }
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
