//! When content is published. What is not published yet is checked like everything else, and no byte of it is in
//! the site that is built.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::{DateTime, Time};

use super::media;
use super::references::References;
use crate::message;
use crate::route::Route;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::Fields;
use crate::site::parse::values::When;

/// When something is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publication {
    /// With the site.
    #[default]
    Now,
    /// From a moment on, in the time zone of the site. A day without an hour begins at midnight.
    From(DateTime),
    /// When its author says so.
    Draft,
}

impl Publication {
    /// `draft` and `publish_at` of a text.
    pub fn of_a_text(fields: &mut Fields<'_>, problems: &mut Problems) -> Self {
        let from = fields.optional::<When>("publish_at", problems);
        match fields.flag("draft", problems) {
            true => Self::Draft,
            false => from.map_or(Self::Now, Self::from),
        }
    }

    /// `publishable_from` of an election.
    pub fn of_results(fields: &mut Fields<'_>, problems: &mut Problems) -> Self {
        fields.optional::<When>("publishable_from", problems).map_or(Self::Now, Self::from)
    }

    /// Whether it is published at this moment.
    pub fn is_out(self, now: DateTime) -> bool {
        match self {
            Self::Now => true,
            Self::From(moment) => moment <= now,
            Self::Draft => false,
        }
    }

    fn from(When { day, hour }: When) -> Self {
        Self::From(day.to_datetime(hour.unwrap_or(Time::midnight())))
    }
}

/// « a draft », « published from 2027-03-15 20:00 »
impl From<Publication> for Message {
    fn from(publication: Publication) -> Self {
        match publication {
            Publication::Now => message!("content-published"),
            Publication::From(moment) => {
                let moment = moment.strftime("%F %H:%M").to_string();
                message!("content-published-from", moment = moment)
            }
            Publication::Draft => message!("content-draft"),
        }
    }
}

/// The same in the language that is spoken.
impl fmt::Display for Publication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message::from(*self).fmt(f)
    }
}

/// What has a page of its own, from a moment on.
pub trait Published {
    /// The page, and when it is published.
    fn published(&self) -> (Route, Publication);
}

/// What is not published yet.
#[derive(Default)]
pub struct Withheld {
    /// Its pages, and when each is published.
    pub pages: BTreeMap<Route, Publication>,
    /// What it refers to.
    pub references: References,
}

impl Withheld {
    /// The files of `media/` that it refers to, and that nothing does which is published.
    pub fn media(&self, published: &References) -> BTreeSet<String> {
        let published: BTreeSet<String> = files(published).collect();
        files(&self.references).filter(|file| !published.contains(file)).collect()
    }
}

/// The paths of pictures and documents that are referred to.
fn files(references: &References) -> impl Iterator<Item = String> {
    let links = references.links.iter().filter(|link| link.value.0.starts_with("/media/"));
    let paths = references.pictures.iter().chain(links);
    paths.map(|it| media::path(it.value.0.split(['#', '?']).next().unwrap_or_default()))
}
