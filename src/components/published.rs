//! When an article was published, as far as that is known.

use leptos::prelude::*;

use super::Time;
use crate::data::Moment;

/// The day of publication, or what is known of it.
#[component]
pub fn Published(
    /// The day, exact or not.
    date: Moment,
    /// What is known where the day is not.
    date_text: Option<String>,
) -> AnyView {
    match date_text {
        Some(text) => text.into_any(),
        None => html! { <Time moment=date/> },
    }
}
