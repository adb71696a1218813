//! The instructions for hosts that read them from the site itself.

use std::path::Path;

use anyhow::Context;

use super::{HOST_FILES, apache, netlify, policy_of_admin};
use crate::route::NOT_FOUND;
use crate::site::content::admin::Admin;
use crate::site::content::alias::Moved;
use crate::site::files::{unreadable, unwritable};
use crate::site::render::csp;

/// Writes the instructions into the folder of a site of which some pages have moved.
///
/// # Errors
/// Says which file could not be read or written.
pub fn write(folder: &Path, moved: &[Moved], admin: Option<&Admin>) -> anyhow::Result<usize> {
    // All pages of a build have one style, and so one policy.
    let page = folder.join(&NOT_FOUND[1..]);
    let html = std::fs::read_to_string(&page).with_context(|| unreadable(&page))?;
    let policy = csp::full_policy(&html).context("404.html states no policy")?;
    let editor = policy_of_admin(admin);
    let editor = editor.as_deref();
    let [htaccess, headers, redirects] = HOST_FILES;
    let files = [
        (htaccess, apache::configuration(Some(&policy), moved, editor)),
        (headers, netlify::headers(&netlify::Root::read(folder)?, &policy, editor)),
        (redirects, netlify::redirects(moved)),
    ];
    for (name, text) in &files {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| unwritable(&path))?;
    }
    Ok(files.len())
}
