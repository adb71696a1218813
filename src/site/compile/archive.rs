//! The page of the search. Below the field is the archive, by subject and year: what there is to find, for readers
//! who do not type and for browsers without script.

use std::num::NonZeroU32;

use maud::{Markup, html};

use super::lists::lists;
use crate::data::{ArticleCard, ListLink, Page, TextPage};
use crate::route::{Route, SEARCH};
use crate::site::content::Content;

/// The way to a page, or to a list with how much it has.
struct Link {
    label: String,
    to: Route,
    count: Option<u32>,
}

/// The page of the search, a page of text.
pub fn search_page(content: &Content, cards: &[ArticleCard]) -> Option<(Route, Page)> {
    let page = TextPage {
        title: "Rechercher".to_owned(),
        description: "Articles, rendez-vous, pages, élections, communes par leur nom ou leur code."
            .to_owned(),
        above: Vec::new(),
        below: Vec::new(),
        html: html! {
            form.search role="search" {
                input type="search" name="q" aria-label="Rechercher" autocomplete="off" spellcheck="false";
                div.answers {}
            }
            (archive(content, cards))
        }
        .into_string(),
    };
    Some((Route::parse(SEARCH)?, Page::Text(page)))
}

fn archive(content: &Content, cards: &[ArticleCard]) -> Markup {
    let page = |label: String, to| Link { label, to, count: None };
    let list = |it: ListLink| {
        let to = Route::News(it.of, NonZeroU32::MIN);
        Link { label: it.label, to, count: Some(it.count) }
    };
    let [subjects, years] = lists(content, cards);
    let events = content.years_of_past_events().into_iter().rev().map(|(year, count)| {
        let (label, to) = (year.to_string(), Route::AgendaYear(year));
        Link { label, to, count: Some(count) }
    });
    let elections = content.elections.iter().map(|election| {
        let label = format!("{} {}", election.title, election.locative());
        page(label, Route::Election(election.slug.value.clone()))
    });
    let texts = content.texts.iter();
    let texts = texts.map(|text| page(text.title.clone(), Route::Text(text.slug.value.clone())));
    let sections: [(&str, Vec<Link>); 5] = [
        ("Articles par sujet", subjects.into_iter().map(list).collect()),
        ("Articles par année", years.into_iter().map(list).collect()),
        ("Rendez-vous passés", events.collect()),
        ("Résultats", elections.collect()),
        ("Pages", texts.collect()),
    ];
    html! {
        @for (title, links) in sections.iter().filter(|(_, links)| !links.is_empty()) {
            h2 { (title) }
            ul.archive {
                @for link in links {
                    li {
                        a href=(link.to.href()) { (link.label) }
                        @if let Some(count) = link.count { " " span { (count) } }
                    }
                }
            }
        }
    }
}
