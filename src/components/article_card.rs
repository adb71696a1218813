//! An article on a list, cut short.

use maud::{Markup, PreEscaped, html};

use super::published;
use crate::data::ArticleCard;
use crate::route::Route;

/// Title, date and beginning of an article, with the way to the rest of it.
pub fn article_card(card: &ArticleCard) -> Markup {
    let href = Route::Article(card.slug.clone()).href();
    html! {
        article.card {
            p.kicker { (card.category) " · " (published(&card.date, card.date_text.as_deref())) }
            h3 { a href=(href) { (card.title) } }
            div.prose { (PreEscaped(&card.excerpt)) }
            p.more {
                // The link says where it leads even when it is read out of its context.
                a href=(href) { "Lire la suite…" span.visually-hidden { " : " (card.title) } }
            }
        }
    }
}
