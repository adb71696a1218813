//! One article: text, embedded results and events, picture, recording, signature.

use maud::{Markup, PreEscaped, html};

use crate::components::{
    CardTitle, PicturePlace, breadcrumbs, event_card, kicker, picture, round_excerpt, time,
    video_place,
};
use crate::data::{Article, ArticleLink, Block, Image};
use crate::route::Route;

/// One article.
pub fn article_page(article: &Article) -> Markup {
    html! {
        (breadcrumbs(&[(Route::NEWS, "Actualités")], &article.title))
        article.article {
            (kicker(&article.category, &article.date, article.date_text.as_deref()))
            header.page-head {
                h1 tabindex="-1" { (article.title) }
                @if article.has_lead { p.lead { (article.description) } }
                (byline(article))
            }
            @if let Some(image) = &article.image { (head_picture(image)) }
            @for it in &article.blocks { (block(it)) }
            @if let Some(video) = &article.video { (video_place(video)) }
            @if let Some(person) = &article.signature {
                p.signature {
                    strong { bdi { (person.name) } }
                    @if let Some(role) = &person.role { span { (role) } }
                }
            }
        }
        @if !article.related.is_empty() {
            section.related aria-labelledby="lire-aussi" {
                h2 id="lire-aussi" { "À lire aussi" }
                ul { @for link in &article.related { li { (article_link(link, None)) } } }
            }
        }
        @if article.previous.is_some() || article.next.is_some() {
            nav.pagination.neighbours aria-label="Autres articles" {
                @if let Some(link) = &article.previous { p { "← Article précédent" (article_link(link, Some("prev"))) } }
                @if let Some(link) = &article.next { p { "Article suivant →" (article_link(link, Some("next"))) } }
            }
        }
    }
}

/// The way to another article.
fn article_link(link: &ArticleLink, rel: Option<&str>) -> Markup {
    html! {
        a href=(Route::Article(link.slug.clone()).href()) rel=[rel] { (link.title) }
        span { (link.date) }
    }
}

/// Who wrote it, and when it was changed.
fn byline(article: &Article) -> Markup {
    html! {
        @if article.author.is_some() || article.updated.is_some() {
            p.byline {
                @if let Some(author) = &article.author { "Par " bdi { (author) } }
                @if article.author.is_some() && article.updated.is_some() { " · " }
                @if let Some(updated) = &article.updated { "Mis à jour le " (time(updated)) }
            }
        }
    }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Html(html) => html! { div.prose { (PreEscaped(html)) } },
        Block::Result(excerpt) => round_excerpt(excerpt),
        Block::Event(card) => event_card(card, &card.start, CardTitle::Line),
    }
}

fn head_picture(image: &Image) -> Markup {
    html! {
        figure.picture {
            (picture(&image.picture, &image.alt, PicturePlace::Text, true))
            @if let Some(caption) = &image.caption { figcaption { (caption) } }
        }
    }
}
