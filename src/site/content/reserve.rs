//! The « période de réserve »: from the day before a vote on nothing may be spread that campaigns (code électoral,
//! art. L. 49). `reserve` of `site.json` says when it is, and `reserve.json` what the articles were before.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::files::{Files, Kind, LARGEST_TEXT};
use crate::message;
use crate::route::Slug;
use crate::site::content::known;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::file;
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::When;

/// The name of the record in a content folder.
pub const RECORD: &str = "reserve.json";

/// From when until when nothing new may appear, by the clocks of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reserve {
    /// When it begins.
    pub from: DateTime,
    /// When it is over.
    pub until: DateTime,
}

impl Reserve {
    /// Whether a moment is in it.
    pub fn contains(&self, moment: DateTime) -> bool {
        (self.from..self.until).contains(&moment)
    }
}

impl FromNode for Reserve {
    const SHAPE: Shape = Shape::Table(&known::RESERVE);
    const EXPECTED: Message = message!("content-reserve");
    const EXAMPLE: Message =
        Message::verbatim("{ \"from\": \"2017-04-22T00:00\", \"until\": \"2017-04-23T20:00\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::RESERVE, node, problems)?;
        let from = fields.required::<When>("from", problems);
        let until = fields.required::<Spanned<When>>("until", problems);
        fields.finish(problems);
        let (from, until) = (from?, until?);
        let from = from.day.to_datetime(from.hour.unwrap_or(Time::midnight()));
        // A day until which it lasts is one of it.
        let end = match until.value {
            When { day, hour: Some(hour) } => day.to_datetime(hour),
            When { day, hour: None } => day.tomorrow().unwrap_or(day).to_datetime(Time::midnight()),
        };
        if end <= from {
            let found = message!("content-reserve-backwards-found", from = from.to_string());
            let help = message!("content-reserve-backwards-help");
            until.problem(problems, message!("content-reserve-backwards"), found, help);
        }
        Some(Self { from, until: end })
    }
}

/// What the articles were before it began: a hash of each.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    articles: BTreeMap<String, String>,
}

/// What an article is to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It was there.
    Same,
    /// It was there, and was another.
    Changed,
    /// It was not there.
    New,
}

impl Record {
    /// The record of a content folder, where there is one.
    pub fn read(root: &Path, problems: &mut Problems) -> Option<Self> {
        let path = root.join(RECORD);
        let text = std::fs::read(&path).ok()?;
        let record = serde_json::from_slice(&text).ok();
        if record.is_none() {
            let help = message!("content-record-help");
            problems.add_for_file(path, message!("content-record"), help);
        }
        record
    }

    /// What the articles of a content are now.
    pub fn of(files: &Files, problems: &mut Problems) -> Self {
        let articles = files.of(Kind::Article).iter().filter_map(|path| {
            let source = file::read(path, LARGEST_TEXT, problems)?;
            let name = path.file_stem()?.to_string_lossy().into_owned();
            Some((name, hash(&source)))
        });
        Self { articles: articles.collect() }
    }

    /// How many articles it knows.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Whether an article is as it was.
    pub fn knows(&self, slug: &Slug, source: &Source) -> Known {
        match self.articles.get(slug.as_str()) {
            None => Known::New,
            Some(known) if *known == hash(source) => Known::Same,
            Some(_) => Known::Changed,
        }
    }
}

fn hash(source: &Source) -> String {
    Sha256::digest(&source.text).iter().map(|byte| format!("{byte:02x}")).collect()
}
