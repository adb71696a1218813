//! When an article was published, as far as that is known.

use maud::{Markup, html};

use super::time;
use crate::data::Moment;

/// The day of publication, exact or not, or `text`: what is known where the day is not.
pub fn published(date: &Moment, text: Option<&str>) -> Markup {
    match text {
        Some(text) => html! { (text) },
        None => time(date),
    }
}
