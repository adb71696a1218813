//! Whether old addresses are free.

use std::collections::HashMap;

use crate::message;
use crate::route::Route;
use crate::site::content::alias::Alias;
use crate::site::content::files::Files;
use crate::site::content::static_files::GENERATED;
use crate::site::content::{Content, Urls};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::Spanned;

/// Ensure nothing else of the site is at an old address, nor two pages at one.
pub fn ensure_they_are_free(content: &Content, files: &Files, problems: &mut Problems) {
    let urls = Urls::of(content, files);
    let mut seen: HashMap<String, &Route> = HashMap::new();
    let aliases: Vec<(Route, &Spanned<Alias>)> = content.aliases().collect();
    for (to, alias) in &aliases {
        let path = &alias.value.0;
        let found = if is_taken(&alias.value, content, &urls) {
            message!("check-alias-taken-found", url = path.as_str())
        } else if let Some(other) = seen.insert(alias.value.file(), to) {
            message!("check-alias-twice-found", url = path.as_str(), page = other.to_string())
        } else {
            continue;
        };
        let help = message!("check-alias-taken-help");
        alias.problem(problems, message!("check-alias-taken"), found, help);
    }
}

fn is_taken(alias: &Alias, content: &Content, urls: &Urls<'_>) -> bool {
    let path = alias.0.trim_end_matches('/');
    let is_page = Route::parse(&format!("{path}/")).is_some_and(|route| urls.have(&route));
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    is_page
        || GENERATED.contains(&first)
        || first.starts_with("urne-")
        // Hosts redirect browsers that ask for it.
        || path == "/favicon.ico"
        || content.media.files().any(|(url, _)| url == path || url == alias.file())
}
