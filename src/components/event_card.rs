//! An event on a list.

use leptos::prelude::*;

use super::Time;
use crate::data::EventCard;
use crate::route::Route;

/// What the title of a card is to the page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardTitle {
    /// A heading of the list that the card stands in.
    Heading,
    /// A line of the text that the card is embedded in.
    Line,
}

/// When, what and where.
#[component]
pub fn EventCardView(
    /// The event.
    card: EventCard,
    /// What its title is.
    title: CardTitle,
) -> impl IntoView {
    let link = html! { <a href=Route::Event(card.slug).address()>{card.title}</a> };
    let title = match title {
        CardTitle::Heading => html! { <h3 class="title">{link}</h3> },
        CardTitle::Line => html! { <p class="title">{link}</p> },
    };
    html! {
        <div class="event-card">
            <p class="when"><Time moment=card.start/></p>
            {title}
            {card.place.map(|place| html! { <p class="place">{place}</p> })}
        </div>
    }
}
