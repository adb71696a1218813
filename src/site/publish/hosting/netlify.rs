//! `_headers` and `_redirects`, as Netlify, Cloudflare Pages and hosts like them read them.

use std::fmt::Write;
use std::path::Path;

use anyhow::Context;

use super::{Cache, FRAMING, HOST_FILES, HSTS, OF_EMBEDS, Redirect, SECURITY, security, type_of};
use crate::route::{EMBEDS, NOT_FOUND};
use crate::site::admin::FOLDER;
use crate::site::content::alias::Moved;
use crate::site::files::unreadable;

/// What is at the root of a site, as patterns of URLs. All rules that fit a URL are
/// joined by these hosts, with a comma between two values of one header: no URL may have two, but
/// of the policy.
pub struct Root(Vec<String>);

impl Root {
    /// Looks at a folder with a whole site.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let said = || unreadable(folder);
        let mut patterns = Vec::new();
        for entry in std::fs::read_dir(folder).with_context(said)? {
            let entry = entry.with_context(said)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().with_context(said)?;
            let is_compressed = name.ends_with(".br") || name.ends_with(".gz");
            if kind.is_dir() {
                patterns.push(format!("/{name}/*"));
            } else if name == "index.html" {
                patterns.push("/".to_owned());
            } else if name != NOT_FOUND[1..] && !HOST_FILES.contains(&&*name) && !is_compressed {
                patterns.push(format!("/{name}"));
            }
        }
        patterns.sort();
        Ok(Self(patterns))
    }
}

/// The text of `_headers`. To the policy of all files, that of pages is joined; browsers apply both. Who may show a page in
/// one of theirs is therefore said of each folder, and not of all: one that says less could not be said of another.
pub fn headers(root: &Root, policy: &str, editor: Option<&str>) -> String {
    let mut text = "# Written by the build, from src/site/publish/hosting/.\n/*\n".to_owned();
    let of_all = SECURITY.iter().filter(|it| !FRAMING.contains(&it.name));
    for header in of_all.chain([&HSTS]) {
        let _ = writeln!(text, "  {}: {}", header.name, header.value);
    }
    for pattern in &root.0 {
        let _ = write!(text, "{pattern}\n  Cache-Control: {}\n", Cache::of(pattern).control());
        let is_embed = is_folder(pattern, EMBEDS);
        let editor = editor.filter(|_| is_folder(pattern, FOLDER));
        for header in security(is_embed).filter(|it| FRAMING.contains(&it.name)) {
            if let Some(policy) = editor.filter(|_| header.name == OF_EMBEDS.name) {
                let _ = writeln!(text, "  {}: {policy}", header.name);
                continue;
            }
            let more = format!(", {policy}");
            let is_policy = header.name == "Content-Security-Policy";
            let more = if is_policy && !is_embed && is_of_pages(pattern) { &*more } else { "" };
            let _ = writeln!(text, "  {}: {}{more}", header.name, header.value);
        }
    }
    text
}

fn is_folder(pattern: &str, name: &str) -> bool {
    pattern.strip_prefix('/').and_then(|it| it.strip_suffix("/*")) == Some(name)
}

fn is_of_pages(pattern: &str) -> bool {
    let is_page = type_of(pattern.trim_end_matches('*')) == Some("text/html");
    is_page && !["/data/*", "/media/*"].contains(&pattern)
}

/// The text of `_redirects`. Closing slashes and unknown URLs are the hosts' own affair.
pub fn redirects(moved: &[Moved]) -> String {
    let mut text = "# Written by the build, from src/site/publish/hosting/.\n".to_owned();
    for Redirect { from, to, status } in super::redirects(moved) {
        let _ = writeln!(text, "{from} {to} {status}");
    }
    text
}
