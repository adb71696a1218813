//! What every page needs of the site itself.
//! It stands inside each page, so it must stay small.

use serde::{Deserialize, Serialize};

use super::reader;

/// The site as its header and footer show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Full name.
    pub name: String,
    /// Name for narrow places and for titles.
    pub short_name: String,
    /// Scheme and host of the canonical address.
    pub base: String,
    /// The folder of the host in which the site stands; nothing for its root.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub folder: String,
    /// Who publishes.
    pub publisher: String,
    /// Main navigation.
    pub navigation: Vec<Link>,
    /// Links at the foot of each page.
    pub footer: Vec<Link>,
}

impl Site {
    /// Reads the site that stands inside each page.
    pub fn parse(text: &str) -> Option<Self> {
        reader::read(serde_json::from_str(text).ok()?).ok()
    }
}

/// A labelled link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What a reader sees.
    pub label: String,
    /// A path on the site or an absolute address.
    pub to: String,
}
