//! The line above the title of an article.

use maud::{Markup, html};

use super::time;
use crate::data::Moment;

/// Its category and the day of publication, exact or not, or `text`: what is known where the day is not.
/// Where it is beside the title, it is two lines.
pub fn kicker(category: &str, date: &Moment, text: Option<&str>) -> Markup {
    html! {
        p.kicker {
            (category) span { " · " }
            @if let Some(text) = text { (text) } @else { (time(date)) }
        }
    }
}
