//! Browser tests through the built site in a real browser, one file per topic.
//! They find things as a visitor does: by what is written, never by how it is made.
//!
//! The site is `tests/site/`, in `target/tested/`: `script/test` builds it there. The engine is `URNE_ENGINE`:
//! `chromium` (the default), `firefox` or `webkit`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod admin;
#[path = "../attacks/mod.rs"]
mod attacking;
mod attacks;
mod axe;
mod budgets;
mod console;
mod console_selftest;
mod crawl;
mod degraded;
mod edit;
mod editor;
mod embeds;
mod engine;
mod failures;
mod history;
mod keyboard;
mod maps;
#[path = "../nginx/mod.rs"]
mod nginx;
mod offline;
mod origin;
mod paper;
mod reading;
mod search;
mod server;
mod session;
mod sharing;
mod territories;
mod translated;
mod unknown_urls;
mod wanted;
mod without_script;

use std::path::{Path, PathBuf};

/// Every file below a folder, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
