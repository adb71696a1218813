//! Articles on a list, cut short.

use maud::{Markup, PreEscaped, html};

use super::{PicturePlace, kicker, picture};
use crate::data::ArticleCard;
use crate::route::Route;

/// Articles in their order. The first picture is seen at once; the others are loaded when they come near.
pub fn article_cards(cards: &[ArticleCard]) -> Markup {
    html! { @for (at, card) in cards.iter().enumerate() { (article_card(card, at == 0)) } }
}

/// Picture, title, date and beginning of an article, with the way to the rest of it. What is pressed on the
/// picture is the link of the title, which is laid over it (see `style/cards.css`).
fn article_card(card: &ArticleCard, is_first: bool) -> Markup {
    let href = Route::Article(card.slug.clone()).href();
    html! {
        article.card {
            @if let Some(it) = &card.picture {
                (picture(it, "", PicturePlace::Card, is_first))
            }
            (kicker(&card.category, &card.date, card.date_text.as_deref()))
            div {
                h3 { a href=(href) { (card.title) } }
                div.prose { (PreEscaped(&card.excerpt)) }
                p.more {
                    // The link says where it leads even when it is read out of its context.
                    a href=(href) { "Lire la suite…" span.visually-hidden { " : " (card.title) } }
                }
            }
        }
    }
}
