//! An event on a list.

use leptos::prelude::*;

use super::Time;
use crate::data::EventCard;
use crate::route::Route;

/// When, what and where.
#[component]
pub fn EventCardView(
    /// The event.
    card: EventCard,
) -> impl IntoView {
    view! {
        <article class="event-card">
            <p class="when"><Time moment=card.start/></p>
            <p class="title">
                <a href=Route::Event(card.slug).to_string()>{card.title}</a>
            </p>
            {card.place.map(|place| view! { <p class="place">{place}</p> })}
        </article>
    }
}
