//! Whole builds, the checker, the command line, and the repository itself.
//! Expected output is kept whole in `snapshots/`; `INSTA_UPDATE=always cargo test` accepts a change.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod admin;
#[path = "../attacks/mod.rs"]
mod attacking;
mod attacks;
mod build;
mod checker;
mod colours;
mod command;
mod contours;
mod described;
mod documents;
mod editing;
mod faults;
mod followed;
mod forms;
mod found;
mod hosting;
mod import;
mod import_workbooks;
mod lists;
mod messages;
mod mistakes;
mod nginx;
mod own_files;
mod partial;
mod pictures;
mod preview;
mod publication;
mod reserve;
mod served;
#[path = "../nginx/mod.rs"]
mod serving;
mod shared;
mod since;
mod starter;
mod subfolder;
mod tidy;
mod votes;
mod whole_site;
mod whole_site_sums;
mod wordpress;
mod writing;

use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::date;
use urne::site::{self, Bundle, Purpose};

/// The folder of the project.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program as an editor runs it, speaking English.
fn urne() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_urne"));
    command.env("URNE_LANGUAGE", "en").env_remove("TRUNK_STAGING_DIR").env_remove("TRUNK_PROFILE");
    command
}

/// A whole site: the first one as it was once. What is in `content/` may be any other.
fn whole_site() -> PathBuf {
    project().join("tests/site")
}

/// A folder of `fixtures/`, as it is written in diagnostics: below the folder of the project, where
/// cargo runs tests.
fn fixture(name: &str) -> PathBuf {
    Path::new("tests/it/fixtures").join(name)
}

/// Copies every file below a folder into another one.
fn copy(from: &Path, into: &Path) {
    for file in files(from) {
        let to = into.join(file.strip_prefix(from).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(&file, to).unwrap();
    }
}

/// Gives a copied site an address that it can have: of one for examples there is a warning.
fn with_an_address(folder: &Path) {
    let path = folder.join("content/site.json");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, text.replace("https://essai.example", "https://www.essai.fr")).unwrap();
}

/// Publishes a content folder in the document of the miniature, with the icon of Urne, and returns where.
fn published(content: &Path) -> tempfile::TempDir {
    let into = tempfile::tempdir().unwrap();
    let document = std::fs::read_to_string(fixture("mini/index.html")).unwrap();
    let bundle = Bundle { document, files: vec![("icon.svg".to_owned(), b"of Urne"[..].into())] };
    let compiled = site::compile(content, site::midnight(date(2020, 4, 1)));
    let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
    site::write(&compiled, &bundle, Purpose::Publication, into.path()).unwrap();
    into
}

/// Every file below a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
