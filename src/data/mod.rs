//! What is served: small, flat, versioned types, one document a page.

mod breakdown;
mod contours;
mod event;
mod failure;
mod news;
mod order;
mod parts;
mod reader;
mod results;
mod selection;
mod site;
mod territory;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::route::Slug;

pub use self::breakdown::{Before, Breakdown, INCOMPLETE, Leading};
pub use self::contours::{Contours, Outline, Part, Point, Shape};
pub use self::event::{Agenda, Event, EventCard, EventState, Session, until};
pub use self::failure::Failure;
pub use self::news::{Article, ArticleCard, ArticleLink, Block, Image, ListLink, NewsList};
pub use self::order::{highest_first, order};
pub use self::parts::{Moment, Person, Picture, Video};
pub use self::results::{
    Decision, Detail, Election, ElectionCard, ElectionYear, Finder, KeyFigure, Results, Round,
    RoundExcerpt, Source, Table, TerritoryLink,
};
pub use self::selection::{Column, Direction, MapView, Selection};
pub use self::site::{Link, Site};
pub use self::territory::{ParentComparison, PastRound, PastScore, Territory, territory_route};

/// The version of these types. A change that an older app could misread raises it.
pub const SCHEMA: u32 = 8;

/// Everything one page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// The home page.
    Home(Box<Home>),
    /// One page of the list of news.
    News(NewsList),
    /// One article.
    Article(Box<Article>),
    /// Events to come and past.
    Agenda(Agenda),
    /// One event.
    Event(Box<Event>),
    /// The list of elections.
    Results(Results),
    /// One election.
    Election(Box<Election>),
    /// One territory in an election.
    Territory(Box<Territory>),
    /// A page of text.
    Text(TextPage),
    /// What is at a URL that has no page.
    NotFound,
}

impl Page {
    /// The election whose page this is.
    pub fn election(&self) -> Option<&Slug> {
        match self {
            Self::Election(election) => Some(&election.slug),
            Self::Territory(page) => Some(&page.election),
            _ => None,
        }
    }

    /// What is copied into another page to show the result there, of a result that is shared.
    pub fn embed(&self) -> Option<&str> {
        match self {
            Self::Election(election) => election.embed.as_deref(),
            Self::Territory(page) => page.embed.as_deref(),
            _ => None,
        }
    }

    /// The smaller territories that it shows.
    pub fn breakdown(&self) -> Option<&Breakdown> {
        match self {
            Self::Territory(page) => page.breakdown.as_ref(),
            _ => None,
        }
    }
}

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// Name of the site, which is the title of this page.
    pub title: String,
    /// What the site is, in a sentence.
    pub description: String,
    /// The latest articles, newest first.
    pub news: Vec<ArticleCard>,
    /// Events to come, or the latest one when none is announced.
    pub events: Vec<EventCard>,
    /// The result that the editor chose, or the latest.
    pub result: Option<RoundExcerpt>,
}

/// A page of text, such as the legal notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPage {
    /// Its title.
    pub title: String,
    /// What is on it, in a sentence.
    pub description: String,
    /// The pages above it, the first one first.
    pub above: Vec<TextLink>,
    /// The pages below it.
    pub below: Vec<TextLink>,
    /// Its text, as sanitised HTML.
    pub html: String,
}

/// A link to a page of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLink {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// What is on it, in a sentence.
    pub description: String,
}

/// A page as it is served under `/data/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// [`SCHEMA`] of the app that wrote it.
    pub schema: u32,
    /// The page.
    pub page: Page,
}

/// Why a text is not a document that this app can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not a document: cut off, or a page of something else.
    NotADocument,
    /// It is a document of another version of the site.
    OtherSchema,
}

impl Document {
    /// Reads a served document.
    ///
    /// The version is read first, so that a newer document is called newer and not broken.
    pub fn parse(text: &str) -> Result<Page, Unreadable> {
        let mut document: Value =
            serde_json::from_str(text).map_err(|_| Unreadable::NotADocument)?;
        match document["schema"].as_u64() {
            None => Err(Unreadable::NotADocument),
            Some(schema) if schema != u64::from(SCHEMA) => Err(Unreadable::OtherSchema),
            Some(_) => reader::read(document["page"].take()).map_err(|_| Unreadable::NotADocument),
        }
    }
}

/// What tells two versions of a page’s data apart (FNV-1a, 64 bits, as hexadecimal digits): a page says from
/// which one it was drawn.
pub fn fingerprint(text: &str) -> String {
    let next = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_that_of_fnv_1a() {
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("foobar"), "85944171f73967e8");
    }

    #[test]
    fn a_newer_document_is_not_called_broken() {
        assert_eq!(Document::parse(r#"{"schema":8,"page":"not-found"}"#), Ok(Page::NotFound));
        assert_eq!(
            Document::parse(r#"{"schema":9,"page":{"hologram":{}}}"#),
            Err(Unreadable::OtherSchema)
        );
        assert_eq!(Document::parse(r#"{"schema":8,"page":"#), Err(Unreadable::NotADocument));
        assert_eq!(Document::parse("<!doctype html>"), Err(Unreadable::NotADocument));
        assert_eq!(Document::parse(""), Err(Unreadable::NotADocument));
    }
}
