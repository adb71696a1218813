//! What can be written in a table of TOML or JSON, field by field: the reader of a table asks for these fields and no
//! others, and forms and schemas are made of the same.

use crate::site::messages::{Language, Message};

/// A table and its fields.
#[derive(Debug)]
pub struct Table {
    /// What it describes: « an article ».
    pub of: Message,
    /// Its fields, in the order in which people write them.
    pub fields: &'static [Field],
}

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its name in files.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// What people call it and, on the lines below, what they must know of it.
    words: Message,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Always,
    /// That depends on other fields.
    Sometimes,
    /// It may be left out.
    Never,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text of one line.
    Line,
    /// `true` or `false`.
    Flag,
    /// A path on the site or a URL.
    Link,
    /// A file of `media/`.
    Media,
    /// The name of a file without its ending.
    Slug,
    /// An absolute URL.
    Url,
    /// A URL without a path.
    Base,
    /// An e-mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A day.
    Date,
    /// A day, with an hour where it is known.
    When,
    /// A rule of RFC 5545.
    Rule,
    /// The name of a time zone.
    Zone,
    /// How many people or ballots.
    Count,
    /// A number from 1 to 9999.
    Number,
    /// A percentage.
    Percentage,
    /// 1 or 2.
    Round,
    /// `#rrggbb`.
    Accent,
    /// `#rrggbb`, or the code of a nuance.
    Colour,
    /// The code of a département, or of the country.
    Place,
    /// Paths at which a page once was, one or several.
    Aliases,
    /// One of some words.
    Words(&'static [Word]),
    /// Some of the same.
    List(&'static Shape),
    /// Fields of its own.
    Table(&'static Table),
    /// Whatever it is: no field of a content file.
    Anything,
}

/// One of some words that can be written.
#[derive(Debug)]
pub struct Word {
    /// As it is written.
    pub word: &'static str,
    /// What people call it.
    pub label: Message,
}

impl Table {
    /// A field by its name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The names of its fields.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|field| field.name)
    }
}

impl Field {
    /// A field that must be there.
    pub const fn always(name: &'static str, shape: Shape, words: Message) -> Self {
        Self { name, shape, need: Need::Always, words }
    }

    /// A field that must be there or not, as others say.
    pub const fn sometimes(name: &'static str, shape: Shape, words: Message) -> Self {
        Self { name, shape, need: Need::Sometimes, words }
    }

    /// A field that may be left out.
    pub const fn optional(name: &'static str, shape: Shape, words: Message) -> Self {
        Self { name, shape, need: Need::Never, words }
    }

    /// What people call it.
    pub fn label(&self, language: Language) -> String {
        let words = self.words.text(language);
        words.split_once('\n').map_or(words.as_str(), |(label, _)| label).to_owned()
    }

    /// What they must know of it, where there is something.
    pub fn hint(&self, language: Language) -> Option<String> {
        let words = self.words.text(language);
        words.split_once('\n').map(|(_, hint)| hint.replace('\n', " "))
    }
}

impl Shape {
    /// Whether a reader of this shape reads what is said to be of another.
    pub fn reads(self, other: Self) -> bool {
        match (self, other) {
            (Self::Words(these), Self::Words(those)) => std::ptr::eq(these, those),
            (Self::List(this), Self::List(that)) => this.reads(*that),
            (Self::Table(this), Self::Table(that)) => std::ptr::eq(this, that),
            (Self::Link | Self::Media, Self::Link | Self::Media) => true,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }
}
