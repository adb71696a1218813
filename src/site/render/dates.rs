//! When pages last changed, as far as the content says it. What is not known is not said: a date that moves with each
//! build teaches search engines to look at none.

use std::collections::BTreeMap;

use crate::data::{Article, Election, Page};
use crate::route::{Route, Slug};
use crate::site::compile::Compiled;

/// The day of an article’s last change, or of its publication where that is known exactly.
pub fn of_article(article: &Article) -> Option<&str> {
    let updated = article.updated.as_ref().map(|day| day.iso.as_str());
    updated.or_else(|| published(article))
}

/// The day of an article’s publication, where it is known exactly.
pub fn published(article: &Article) -> Option<&str> {
    article.date_text.is_none().then_some(article.date.iso.as_str())
}

/// The day on which the figures of an election were published: of its last round, where that is said.
pub fn of_figures(election: &Election) -> Option<String> {
    election.rounds.last()?.source.published.as_ref()?;
    let published = election.rounds.iter().filter_map(|round| round.source.published.as_ref());
    published.map(|day| day.iso.clone()).max()
}

/// The last changes of the pages of a site.
pub struct Dates<'a> {
    compiled: &'a Compiled,
    articles: BTreeMap<&'a Slug, &'a str>,
    elections: BTreeMap<&'a Slug, String>,
}

impl<'a> Dates<'a> {
    /// Looks them up.
    pub fn of(compiled: &'a Compiled) -> Self {
        let mut dates = Self { compiled, articles: BTreeMap::new(), elections: BTreeMap::new() };
        for (_, page) in compiled.written() {
            match page {
                Page::Article(article) => {
                    dates.articles.extend(of_article(article).map(|day| (&article.slug, day)));
                }
                Page::Election(election) => {
                    dates.elections.extend(of_figures(election).map(|day| (&election.slug, day)));
                }
                _ => {}
            }
        }
        dates
    }

    /// The day of a page’s last change. Territories have the figures of their election; lists and pages of text
    /// do not say when they changed.
    pub fn of_page(&self, route: &Route) -> Option<String> {
        match route {
            Route::Article(slug) => self.articles.get(slug).map(|day| (*day).to_owned()),
            Route::Event(slug) => {
                let updated = self.compiled.event(slug)?.updated?;
                Some(updated.day.to_string())
            }
            _ => self.elections.get(route.election()?).cloned(),
        }
    }
}
