//! The line above the title of an article.

use maud::{Markup, html};

use std::num::NonZeroU32;

use super::time;
use crate::data::Moment;
use crate::route::{Articles, Route};
use crate::words;

/// Its category and the day of publication, exact or not, or `text`: what is known where the day is not.
/// Where it is beside the title, it is two lines.
pub fn kicker(category: &str, date: &Moment, text: Option<&str>) -> Markup {
    html! {
        p.kicker {
            @match words::slug(category) {
                Some(slug) => a href=(Route::News(Articles::Category(slug), NonZeroU32::MIN).href()) { (category) },
                None => (category),
            }
            span { " · " }
            @if let Some(text) = text { (text) } @else { (time(date)) }
        }
    }
}
