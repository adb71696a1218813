//! A date as text for readers and as an attribute for machines.

use maud::{Markup, html};

use crate::data::Moment;

/// A moment in a `time` element.
pub fn time(moment: &Moment) -> Markup {
    html! { time datetime=(moment.iso) { (moment.text) } }
}
