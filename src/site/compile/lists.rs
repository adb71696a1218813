//! Lists of articles and of events, and the ways between articles.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use super::related::related;
use crate::data::{Agenda, Article, ArticleCard, ArticleLink, EventCard, ListLink, NewsList, Page};
use crate::route::{Articles, Route};
use crate::site::content::{ARTICLES_A_PAGE, Content, pages};
use crate::words;

/// How many past events the agenda shows; those of each year have a page.
const PAST_EVENTS: usize = 10;

/// Every page of every list of articles: of all of them, of each category, of each year.
pub fn news(content: &Content, cards: &[ArticleCard]) -> Vec<(Route, Page)> {
    let mut positions: BTreeMap<Articles, Vec<usize>> = BTreeMap::new();
    positions.insert(Articles::All, (0..cards.len()).collect());
    for (at, article) in content.articles.iter().enumerate() {
        for list in article.lists() {
            positions.entry(list).or_default().push(at);
        }
    }
    // One alone has what the list of all has.
    let others = lists(content, cards).into_iter().filter(|lists| lists.len() > 1);
    let others: Vec<ListLink> = others.flatten().collect();
    let pages = positions.iter().flat_map(|(of, positions)| {
        let pages = pages(positions.len());
        let others = &others;
        (1..=pages).filter_map(NonZeroU32::new).map(move |page| {
            let skipped = (page.get() as usize - 1) * ARTICLES_A_PAGE;
            let shown = positions.iter().skip(skipped).take(ARTICLES_A_PAGE);
            let list = NewsList {
                of: of.clone(),
                title: title(of, cards),
                others: others.clone(),
                articles: shown.filter_map(|at| cards.get(*at)).cloned().collect(),
                page: page.get(),
                pages,
            };
            (Route::News(of.clone(), page), Page::News(list))
        })
    });
    pages.collect()
}

/// How a list is called: a category as its latest article writes it.
fn title(list: &Articles, cards: &[ArticleCard]) -> String {
    match list {
        Articles::All => "Actualités".to_owned(),
        Articles::Year(year) => format!("Actualités de {year}"),
        Articles::Category(slug) => {
            let is_of_it = |it: &&ArticleCard| words::slug(&it.category).as_ref() == Some(slug);
            let latest = cards.iter().find(is_of_it);
            latest.map(|card| card.category.clone()).unwrap_or_default()
        }
    }
}

/// The lists of categories by their names, and those of years, the latest first.
pub fn lists(content: &Content, cards: &[ArticleCard]) -> [Vec<ListLink>; 2] {
    let lists = content.lists_of_articles();
    let link = |(of, count): (&Articles, &usize)| {
        let label = match of {
            Articles::Year(year) => year.to_string(),
            _ => title(of, cards),
        };
        ListLink { of: of.clone(), label, count: u32::try_from(*count).unwrap_or(u32::MAX) }
    };
    let categories = lists.iter().filter(|(of, _)| matches!(of, Articles::Category(_)));
    let years = lists.iter().rev().filter(|(of, _)| matches!(of, Articles::Year(_)));
    [categories.map(link).collect(), years.map(link).collect()]
}

/// The agenda, and the past events of each year.
pub fn agenda(content: &Content, events: &[EventCard], subscription: String) -> Vec<(Route, Page)> {
    let years: Vec<(i16, u32)> = content.years_of_past_events().into_iter().rev().collect();
    let mut past: Vec<&EventCard> = events.iter().filter(|event| event.past).collect();
    past.sort_by(|one, other| one.start.iso.cmp(&other.start.iso));
    let latest = past.iter().skip(past.len().saturating_sub(PAST_EVENTS)).copied();
    let shown = latest.chain(events.iter().filter(|event| !event.past)).cloned().collect();
    let agenda = |year, events| {
        let (years, subscription) = (years.clone(), subscription.clone());
        Page::Agenda(Agenda { year, events, years, subscription })
    };
    let of_years = years.iter().map(|(year, _)| {
        let is_of_it = |event: &&&EventCard| event.last_day.starts_with(&format!("{year}-"));
        let events = past.iter().filter(is_of_it).map(|event| (*event).clone()).collect();
        (Route::AgendaYear(*year), agenda(Some(*year), events))
    });
    std::iter::once((Route::Agenda, agenda(None, shown))).chain(of_years).collect()
}

/// Lets each article lead to those about the same, and to those before and after it. They come newest first.
pub fn link_articles(articles: &mut [Article], cards: &[ArticleCard], content: &Content) {
    let link = |card: &ArticleCard| ArticleLink {
        slug: card.slug.clone(),
        title: card.title.clone(),
        date: card.date_text.clone().unwrap_or_else(|| card.date.text.clone()),
    };
    let related = related(&content.articles);
    for (at, (article, related)) in articles.iter_mut().zip(related).enumerate() {
        article.related = related.into_iter().filter_map(|at| cards.get(at)).map(link).collect();
        article.previous = cards.get(at + 1).map(link);
        article.next = at.checked_sub(1).and_then(|at| cards.get(at)).map(link);
    }
}
