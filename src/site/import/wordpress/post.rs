//! A post or a page that is imported, as it will be here.

use jiff::civil::{Date, DateTime};

use super::notes::Note;
use crate::route::{Route, Slug};

/// What a post becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Article,
    /// A page of text.
    Page,
}

/// When it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// With the site.
    Out,
    /// From a moment on.
    Later(DateTime),
    /// When its author says so.
    Draft,
}

/// A post or a page that is imported.
#[derive(Clone)]
pub struct Post {
    /// Its item.
    pub item: usize,
    /// What it is here.
    pub kind: Kind,
    /// How it is called here.
    pub slug: Slug,
    /// When it is published.
    pub state: State,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: Date,
    /// Its category, of an article.
    pub category: String,
    /// Where it was.
    pub aliases: Vec<String>,
    /// The page above it.
    pub parent: Option<Slug>,
    /// What is said of it so far.
    pub notes: Vec<Note>,
}

impl Post {
    /// Its page.
    pub fn route(&self) -> Route {
        match self.kind {
            Kind::Article => Route::Article(self.slug.clone()),
            Kind::Page => Route::Text(self.slug.clone()),
        }
    }

    /// Its file, in the content folder.
    pub fn file(&self) -> String {
        let folder = if self.kind == Kind::Article { "news" } else { "pages" };
        format!("{folder}/{}.md", self.slug)
    }
}
