//! A date as text for readers and as an attribute for machines.

use leptos::prelude::*;

use crate::data::Moment;

/// A moment in a `time` element.
#[component]
pub fn Time(
    /// What to show.
    moment: Moment,
) -> impl IntoView {
    html! { <time datetime=moment.iso>{moment.text}</time> }
}
