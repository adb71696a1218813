//! What a text is read with, and what comes out.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use super::super::addresses::Addresses;
use super::super::notes::Note;
use super::super::tree::Block;
use super::super::uploads::Uploads;

/// What a text is read with.
pub struct Context<'a> {
    /// The old site.
    pub addresses: &'a Addresses,
    /// Its files.
    pub uploads: &'a Uploads,
    /// The blocks that are used in several texts, by their numbers.
    pub shared: &'a HashMap<u64, String>,
}

/// A text that was read.
#[derive(Default)]
pub struct Read {
    /// What it consists of.
    pub blocks: Vec<Block>,
    /// What is to be said of it.
    pub notes: Vec<Note>,
    /// The files that it shows or leads to, by their keys.
    pub files: BTreeSet<String>,
}

/// A footnote of a text.
#[derive(Deserialize)]
pub struct Footnote {
    /// What the text calls it.
    pub id: String,
    /// What it says, as HTML.
    pub content: String,
}

/// Who reads a text: its number and its address, and whether readers will see it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Its number.
    pub id: u64,
    /// Where it was.
    pub link: &'a str,
    /// Whether readers will see it.
    pub is_out: bool,
    /// Its footnotes, as WordPress keeps them in a field: JSON, with the HTML of each.
    pub footnotes: &'a str,
}
