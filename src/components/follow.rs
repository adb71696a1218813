//! The way to follow what a page lists with a program of one’s own.

use maud::{Markup, html};

use crate::route::Feed;

/// A link to a feed, in these words.
pub fn follow(feed: &Feed, words: &str) -> Markup {
    html! { a.follow href=(feed.href()) { (words) } }
}
