//! An event on a list.

use maud::{Markup, html};

use super::time;
use crate::data::{EventCard, EventState, Moment};
use crate::route::Route;

/// What the title of a card is to the page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardTitle {
    /// A heading of the list that the card is in.
    Heading,
    /// A heading below that of its month.
    BelowAMonth,
    /// A line of the text that the card is embedded in.
    Line,
}

/// A time at which an event is; what is cancelled is crossed out.
pub fn when(moment: &Moment, state: EventState) -> Markup {
    match state {
        EventState::Planned => time(moment),
        _ => html! { s { (time(moment)) } },
    }
}

/// When, what and where; `time` is one of those at which it is.
pub fn event_card(card: &EventCard, time: &Moment, title: CardTitle) -> Markup {
    let link = html! { a href=(Route::Event(card.slug.clone()).href()) { (card.title) } };
    html! {
        div.event-card {
            p.when {
                @if let Some(label) = card.state.label() { strong.state { (label) } " " }
                (when(time, card.state))
            }
            @match title {
                CardTitle::Heading => h3.title { (link) },
                CardTitle::BelowAMonth => h4.title { (link) },
                CardTitle::Line => div.title { (link) },
            }
            @if let Some(place) = &card.place { p.place { (place) } }
        }
    }
}
