//! `wordpress.json`: what was imported already, so that a second import adds nothing, wherever an editor has moved it.

use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::export::Item;
use crate::message;
use crate::site::files;

/// The name of the file in the content folder.
pub const NAME: &str = "wordpress.json";

/// What was imported.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Record {
    /// Every text.
    #[serde(default)]
    pub imported: Vec<Entry>,
}

/// A text that was imported.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What names it in WordPress.
    pub key: String,
    /// Its number there.
    pub id: u64,
    /// Where it was.
    pub link: String,
    /// The file that was written, in the content folder.
    pub file: String,
}

impl Record {
    /// Reads the record of a content folder; an empty one where there is none.
    ///
    /// # Errors
    /// Says that it is no such record.
    pub fn read(content: &Path) -> anyhow::Result<Self> {
        let path = content.join(NAME);
        if !path.exists() {
            return Ok(Self::default());
        }
        let bytes = files::read(&path)?;
        serde_json::from_slice(&bytes)
            .with_context(|| message!("wordpress-no-record", path = path.as_path()))
    }

    /// The record as a file.
    ///
    /// # Errors
    /// None that can be had.
    pub fn written(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// What names an item for ever.
pub fn key(item: &Item) -> String {
    match item.guid.as_str() {
        "" => format!("{} {} {}", item.kind, item.id, item.link),
        guid => format!("{} {} {guid}", item.kind, item.id),
    }
}
