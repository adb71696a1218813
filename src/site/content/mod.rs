//! What people write, read and checked: one kind of content a file or folder, and what they share.
//! These types may be lenient and rich; what is served is made of them by `compile`.

pub mod admin;
pub mod alias;
pub mod article;
mod base;
pub mod election;
pub mod event;
pub mod files;
mod front_matter;
pub mod known;
pub mod markdown;
pub mod media;
mod misplaced;
pub mod outlines;
pub mod page;
mod parts;
pub mod places;
mod preceding;
pub mod publication;
pub mod publisher;
pub mod references;
pub mod repetition;
pub mod reserve;
pub mod settings;
pub mod static_files;
mod uploads;
pub mod urls;
mod vector;

use std::collections::BTreeMap;

use jiff::civil::DateTime;

pub use self::article::Article;
pub use self::election::Election;
pub use self::election::compared::Compared;
pub use self::election::figures::StationsCounted;
pub use self::election::other_territory::OtherTerritory;
pub use self::election::round::{Round, Source};
pub use self::election::seats::{published_seats, seats_to_fill};
pub use self::event::Event;
pub use self::outlines::read as read_contours;
pub use self::page::Text;
pub use self::parts::{Picture, Video};
pub use self::preceding::{preceding, preceding_of};
pub use self::publisher::Publisher;
pub use self::references::Featured;
pub use self::settings::{Link, Settings};
pub use self::urls::Urls;

use self::alias::{Alias, Moved};
use self::media::Media;
use self::publication::{Publication, Published};
use crate::data::Contours;
use crate::route::{Articles, Route, Slug};
use crate::site::parse::fields::Spanned;

/// How many articles are on one page of the list.
pub const ARTICLES_A_PAGE: usize = 10;

/// How many pages a list of articles has.
pub fn pages(articles: usize) -> u32 {
    u32::try_from(articles.div_ceil(ARTICLES_A_PAGE).max(1)).unwrap_or(u32::MAX)
}

/// How many pages of text may be above another one.
pub const DEEPEST: usize = 4;

/// A content folder.
pub struct Content {
    /// `site.json`; `None` when it could not be read, which was reported.
    pub settings: Option<Settings>,
    /// `news/`, newest first.
    pub articles: Vec<Article>,
    /// `events/`, oldest first.
    pub events: Vec<Event>,
    /// `pages/`
    pub texts: Vec<Text>,
    /// `results/`, latest first.
    pub elections: Vec<Election>,
    /// `media/`
    pub media: Media,
    /// `contours/`, by the names of the files.
    pub contours: BTreeMap<Slug, Contours>,
    /// Pages that are not published yet, of which there is nothing in the rest.
    pub withheld: BTreeMap<Route, Publication>,
    /// When it was read, by the clocks where the site is.
    pub now: DateTime,
}

impl Content {
    /// The lists of articles, with the number of articles of each: there is always that of all.
    pub fn lists_of_articles(&self) -> BTreeMap<Articles, usize> {
        let mut lists = BTreeMap::from([(Articles::All, self.articles.len())]);
        for list in self.articles.iter().flat_map(Article::lists) {
            *lists.entry(list).or_default() += 1;
        }
        lists
    }

    /// The years that have past events, with their number.
    pub fn years_of_past_events(&self) -> BTreeMap<i16, u32> {
        let mut years = BTreeMap::new();
        let today = self.now.date();
        let last_days = self.events.iter().map(|event| event.schedule.last_day(today));
        for day in last_days.filter(|day| *day < today) {
            *years.entry(day.year()).or_default() += 1;
        }
        years
    }

    /// Pages with the addresses at which they once were.
    pub fn aliases(&self) -> impl Iterator<Item = (Route, &Spanned<Alias>)> {
        let of = |route: Route, aliases| std::iter::repeat(route).zip(aliases);
        let articles = self.articles.iter();
        let articles = articles.flat_map(move |it| of(it.published().0, &it.aliases));
        let events = self.events.iter().flat_map(move |it| of(it.published().0, &it.aliases));
        let texts = self.texts.iter().flat_map(move |it| of(it.published().0, &it.aliases));
        articles.chain(events).chain(texts)
    }

    /// The same without their places.
    pub fn moved(&self) -> Vec<Moved> {
        self.aliases().map(|(to, alias)| Moved { from: alias.value.clone(), to }).collect()
    }

    /// The page of text with this slug.
    pub fn text(&self, slug: &Slug) -> Option<&Text> {
        self.texts.iter().find(|text| text.slug.value == *slug)
    }

    /// The pages above a page of text, the nearest first; where they lead in a circle, as many as tell it.
    pub fn above<'a>(&'a self, text: &'a Text) -> impl Iterator<Item = &'a Text> {
        let above = |text: &&'a Text| self.text(&text.parent.as_ref()?.value);
        std::iter::successors(above(&text), above).take(DEEPEST + 1)
    }

    /// The pages of text below another one, in the order of their titles.
    pub fn texts_below(&self, slug: &Slug) -> Vec<&Text> {
        let is_below = |text: &&Text| text.parent.as_ref().is_some_and(|it| it.value == *slug);
        let mut below: Vec<&Text> = self.texts.iter().filter(is_below).collect();
        below.sort_by(|one, other| (one.order, &one.title).cmp(&(other.order, &other.title)));
        below
    }

    /// The election with this slug.
    pub fn election(&self, slug: &Slug) -> Option<&Election> {
        self.elections.iter().find(|election| election.slug.value == *slug)
    }

    /// The event with this slug.
    pub fn event(&self, slug: &Slug) -> Option<&Event> {
        self.events.iter().find(|event| event.slug.value == *slug)
    }
}
