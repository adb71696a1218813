//! An article on a list, cut short.

use leptos::prelude::*;

use super::Published;
use crate::data::ArticleCard;
use crate::route::Route;

/// Title, date and beginning of an article, with the way to the rest of it.
#[component]
pub fn ArticleCardView(
    /// The article.
    card: ArticleCard,
) -> impl IntoView {
    let address = Route::Article(card.slug).address();
    // The link says where it leads even when it is read out of its context.
    let rest_of = card.title.clone();
    html! {
        <article class="card">
            <p class="kicker">{card.category}" · "<Published date=card.date date_text=card.date_text/></p>
            <h3><a href=address.clone()>{card.title}</a></h3>
            <div class="prose" inner_html=card.excerpt></div>
            <p class="more">
                <a href=address>
                    "Lire la suite…"<span class="visually-hidden">" : "{rest_of}</span>
                </a>
            </p>
        </article>
    }
}
