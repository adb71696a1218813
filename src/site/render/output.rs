//! A file of the site, before it is written.

use std::path::PathBuf;

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
