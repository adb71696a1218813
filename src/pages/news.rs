//! A list of articles, newest first, a page at a time: of all of them, of a category, of a year.

use std::num::NonZeroU32;

use maud::{Markup, html};

use crate::components::{article_cards, breadcrumbs, follow};
use crate::data::{ListLink, NewsList};
use crate::route::{Articles, Feed, Route};

/// How the list of all articles is called.
const NEWS: &str = "Actualités";

/// One page of a list of articles.
pub fn news_page(list: &NewsList) -> Markup {
    let above = match list.of {
        Articles::All => &[][..],
        _ => &[(Route::NEWS, NEWS)],
    };
    html! {
        (breadcrumbs(above, &list.title))
        header.page-head {
            h1 tabindex="-1" { (title(list)) }
            @match &list.of {
                Articles::Category(slug) => (follow(&Feed::Category(slug.clone()), "S’abonner à ce sujet")),
                _ => (follow(&Feed::News, "S’abonner au fil des actualités")),
            }
        }
        section.list aria-labelledby="articles" {
            h2.visually-hidden id="articles" { "Articles" }
            (article_cards(&list.articles))
        }
        @if list.pages > 1 { (pagination(list)) }
        (others(list, "Par sujet", |of| matches!(of, Articles::Category(_))))
        (others(list, "Par année", |of| matches!(of, Articles::Year(_))))
    }
}

/// « Actualités, page 2 »
pub fn title(list: &NewsList) -> String {
    match list.page {
        1 => list.title.clone(),
        page => format!("{}, page {page}", list.title),
    }
}

/// What the list has, in a sentence.
pub fn description(list: &NewsList) -> String {
    match list.of {
        Articles::Category(_) => format!("Les articles du sujet «\u{a0}{}\u{a0}».", list.title),
        Articles::Year(year) => format!("Les articles publiés en {year}."),
        Articles::All => "Les articles et communiqués publiés sur ce site.".to_owned(),
    }
}

fn pagination(list: &NewsList) -> Markup {
    let to = |page: u32, label: &'static str, rel: &'static str| {
        let page = NonZeroU32::new(page).filter(|page| page.get() <= list.pages);
        let href = page.map(|page| Route::News(list.of.clone(), page).href());
        html! { @if let Some(href) = href { a href=(href) rel=(rel) { (label) } } }
    };
    html! {
        nav.pagination aria-label="Pages" {
            (to(list.page - 1, "← Plus récents", "prev"))
            span { "Page " (list.page) " sur " (list.pages) }
            (to(list.page + 1, "Plus anciens →", "next"))
        }
    }
}

/// The ways to the other lists of one kind, with the number of articles of each.
fn others(list: &NewsList, title: &'static str, is_of_kind: fn(&Articles) -> bool) -> Markup {
    let links: Vec<&ListLink> = list.others.iter().filter(|link| is_of_kind(&link.of)).collect();
    html! {
        @if !links.is_empty() {
            nav.lists aria-label=(title) {
                p { (title) }
                ul {
                    @for link in links {
                        li {
                            a href=(Route::News(link.of.clone(), NonZeroU32::MIN).href())
                                aria-current=[(link.of == list.of).then_some("page")] { (link.label) }
                            " " span { (link.count) }
                        }
                    }
                }
            }
        }
    }
}
