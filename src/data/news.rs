//! Served articles.
//! Text is sanitised HTML here; nothing in the browser reads Markdown.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{EventCard, Moment, Person, Picture, RoundExcerpt, Video};
use crate::route::{Articles, Slug};

/// An article on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleCard {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: String,
    /// Day of publication.
    pub date: Moment,
    /// What is known of that day where it is not known exactly.
    pub date_text: Option<String>,
    /// The picture at its head.
    pub picture: Option<Picture>,
    /// The beginning of the article, or its summary, as sanitised HTML.
    pub excerpt: String,
}

/// One page of a list of articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsList {
    /// Which ones.
    pub of: Articles,
    /// How the list is called.
    pub title: String,
    /// The lists of categories, then those of years, where there are several.
    pub others: Vec<ListLink>,
    /// Articles, newest first.
    pub articles: Vec<ArticleCard>,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
}

/// A list of articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListLink {
    /// Which ones.
    pub of: Articles,
    /// The category, or the year.
    pub label: String,
    /// How many there are.
    pub count: u32,
}

/// An article to which another one leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleLink {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Day of publication, or what is known of it.
    pub date: String,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its slug.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: String,
    /// Day of publication.
    pub date: Moment,
    /// What is known of that day where it is not known exactly.
    pub date_text: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was last changed in what it says.
    pub updated: Option<Moment>,
    /// What it says, in a sentence.
    pub description: String,
    /// Whether that is the editor’s own sentence, which the page begins with.
    pub has_lead: bool,
    /// A picture at the head of the article.
    pub image: Option<Image>,
    /// The text and its embeds.
    pub blocks: Vec<Block>,
    /// A recording.
    pub video: Option<Video>,
    /// Who signs it.
    pub signature: Option<Person>,
    /// Articles about the same, the nearest first.
    pub related: Vec<ArticleLink>,
    /// The article before it.
    pub previous: Option<ArticleLink>,
    /// The article after it.
    pub next: Option<ArticleLink>,
}

/// A part of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Sanitised HTML.
    Html(Arc<str>),
    /// One round of an election.
    Result(Box<RoundExcerpt>),
    /// An event.
    Event(Box<EventCard>),
}

/// A picture that says something of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// The picture.
    pub picture: Picture,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// A line below it.
    pub caption: Option<String>,
}
