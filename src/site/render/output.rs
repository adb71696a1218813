//! A file of the site, before it is written, and what for.

use std::path::PathBuf;

/// What a site is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be seen by who writes it.
    Preview,
    /// To be put online.
    Publication,
}

/// A file to write.
pub struct File {
    /// Its path below the output folder.
    pub path: PathBuf,
    /// What it holds.
    pub content: Vec<u8>,
}

/// The file at a URL of the site.
pub fn file(url: &str, content: Vec<u8>) -> File {
    File { path: PathBuf::from(url.trim_start_matches('/')), content }
}
