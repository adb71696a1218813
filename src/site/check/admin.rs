//! The address of the editor in the browser: where it is wanted, nothing else of the site may be there.

use std::path::{Path, PathBuf};

use crate::message;
use crate::site::content::files::{Files, Kind};
use crate::site::parse::diagnostics::Problems;

/// The name of its folder.
const FOLDER: &str = "admin";

/// Ensure its folder is free.
pub fn ensure_it_is_free(root: &Path, files: &Files, problems: &mut Problems) {
    let is_there = |path: &&PathBuf| path.file_stem().is_some_and(|it| it == FOLDER);
    let texts = files.of(Kind::Text).iter().filter(is_there);
    let folder = root.join("static").join(FOLDER);
    let as_they_are = files.of(Kind::Static).iter().filter(|path| path.starts_with(&folder));
    for path in texts.chain(as_they_are) {
        let title = message!("content-admin-taken");
        problems.add_for_file(path, title, message!("content-admin-taken-help"));
    }
}
