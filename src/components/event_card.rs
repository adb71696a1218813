//! An event on a list.

use maud::{Markup, html};

use super::time;
use crate::data::EventCard;
use crate::route::Route;

/// What the title of a card is to the page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardTitle {
    /// A heading of the list that the card is in.
    Heading,
    /// A line of the text that the card is embedded in.
    Line,
}

/// When, what and where.
pub fn event_card(card: &EventCard, title: CardTitle) -> Markup {
    let link = html! { a href=(Route::Event(card.slug.clone()).href()) { (card.title) } };
    html! {
        div.event-card {
            p.when { (time(&card.start)) }
            @match title {
                CardTitle::Heading => h3.title { (link) },
                CardTitle::Line => div.title { (link) },
            }
            @if let Some(place) = &card.place { p.place { (place) } }
        }
    }
}
