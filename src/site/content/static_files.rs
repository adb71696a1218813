//! `static/`: files that are served as they are, at the URLs that their paths say, such as what shows a search engine
//! whose site it is.

use std::path::Path;

use super::files::{Files, Kind};
use super::media::{Media, ensure_it_can_be_a_url};
use super::uploads;
use crate::message;
use crate::route::Route;
use crate::site::parse::diagnostics::Problems;

/// What a build writes at the root of a site, beside pages and code.
pub const GENERATED: [&str; 14] = [
    ".htaccess",
    "404.html",
    "_headers",
    "_redirects",
    "data",
    "feed.xml",
    "hors-ligne.html",
    "icon.svg",
    "index.html",
    "integrer",
    "media",
    "robots.txt",
    "sitemap.xml",
    "worker.js",
];

/// Adds the files to what is copied. One whose URL belongs to something else of the site is reported.
pub fn read(root: &Path, files: &Files, media: &mut Media, problems: &mut Problems) {
    for path in files.of(Kind::Static) {
        let below = path.strip_prefix(root).unwrap_or(path);
        let below = below.to_string_lossy().replace('\\', "/");
        if is_taken(&below, files) {
            let title = message!("content-url-taken", url = format!("/{below}"));
            problems.add_for_file(path, title, message!("content-url-taken-help"));
        }
        ensure_it_can_be_a_url(path, &below, problems);
        if let Ok(bytes) = std::fs::read(path) {
            uploads::ensure_it_does_not_say_where(path, &bytes, problems);
        }
        media.add(format!("/{below}"), path.clone());
    }
}

/// Whether something else of the site is at a path, or may be with other content.
fn is_taken(path: &str, files: &Files) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let is_page = match Route::parse(&format!("/{first}/")) {
        Some(page @ Route::Text(_)) => files.routes().any(|other| other == page),
        other => other.is_some(),
    };
    is_page
        || GENERATED.contains(&first)
        || first.starts_with("urne-")
        || first.starts_with("sitemap-")
}
