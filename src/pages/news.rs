//! The list of news, newest first, a page at a time.

use std::num::NonZeroU32;

use maud::{Markup, html};

use crate::components::{article_cards, breadcrumbs, follow};
use crate::data::NewsList;
use crate::route::{Feed, Route};

/// One page of the list of news.
pub fn news_page(list: &NewsList) -> Markup {
    html! {
        (breadcrumbs(&[], "Actualités"))
        header.page-head {
            h1 tabindex="-1" { "Actualités" @if list.page > 1 { ", page " (list.page) } }
            (follow(&Feed::News, "S’abonner au fil des actualités"))
        }
        section.list aria-labelledby="articles" {
            h2.visually-hidden id="articles" { "Articles" }
            (article_cards(&list.articles))
        }
        @if list.pages > 1 { (pagination(list.page, list.pages)) }
    }
}

fn pagination(page: u32, pages: u32) -> Markup {
    let to = |page: u32, label: &'static str, rel: &'static str| {
        let page = NonZeroU32::new(page).filter(|page| page.get() <= pages);
        let href = page.map(|page| Route::News(page).href());
        html! { @if let Some(href) = href { a href=(href) rel=(rel) { (label) } } }
    };
    html! {
        nav.pagination aria-label="Pages" {
            (to(page - 1, "← Plus récents", "prev"))
            span { "Page " (page) " sur " (pages) }
            (to(page + 1, "Plus anciens →", "next"))
        }
    }
}
