//! The files of a site, all in memory before the first is written.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use super::compile::Compiled;
use super::feed;
use super::prerender::{self, Template};
use crate::data::Page;
use crate::route::Route;

/// A file to write.
pub struct File {
    /// Its path below the output folder.
    pub path: PathBuf,
    /// What it holds.
    pub content: Vec<u8>,
}

/// Every file of a site, made from the `index.html` of Trunk.
///
/// # Errors
/// Says what could not be rendered or read.
pub fn files(compiled: &Compiled, template: &str) -> anyhow::Result<Vec<File>> {
    let template = Template::new(template, &compiled.site, compiled.accent)?;
    let mut files = Vec::new();
    let mut add = |address: &str, content: Vec<u8>| {
        files.push(File { path: PathBuf::from(address.trim_start_matches('/')), content });
    };
    for (route, page) in &compiled.pages {
        let data = prerender::data(page)?;
        let html = template.render(&route.to_string(), page, &data)?;
        add(&html_file(route), html.into_bytes());
        add(&route.data(), data.into_bytes());
    }
    let not_found = Page::NotFound;
    let html = template.render("/404.html", &not_found, &prerender::data(&not_found)?)?;
    add("404.html", html.into_bytes());
    add("feed.xml", feed::atom(compiled).into_bytes());
    add("sitemap.xml", feed::sitemap(compiled).into_bytes());
    add("robots.txt", feed::robots(compiled).into_bytes());
    for (address, path) in &compiled.media {
        let content =
            std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        add(address, content);
    }
    let mut paths: Vec<&PathBuf> = files.iter().map(|file| &file.path).collect();
    paths.sort();
    let twice = paths.windows(2).find(|pair| pair[0] == pair[1]);
    ensure!(twice.is_none(), "two pages would be written to {twice:?}");
    Ok(files)
}

/// Writes files below a folder.
///
/// # Errors
/// Says which file could not be written.
pub fn write(files: &[File], into: &Path) -> anyhow::Result<()> {
    for file in files {
        let path = into.join(&file.path);
        let folder = path.parent().unwrap_or(into);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, &file.content))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

fn html_file(route: &Route) -> String {
    format!("{route}index.html")
}
