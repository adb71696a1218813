//! The files of a site, rendered on all processors. They are written as they come, into a folder that
//! nobody visits yet, which is put in place of the last one when everything went well.

pub mod csp;
mod dates;
mod embed;
pub mod feeds;
mod head;
mod json_ld;
mod making;
mod moved;
mod output;
pub mod page;
mod poster;
pub mod preview;
pub mod scripts;
pub mod sitemap;
mod stylesheet;

use std::path::Path;

use anyhow::ensure;
use rayon::prelude::*;

pub use self::output::{File, Purpose};

use self::making::Making;
use self::output::file;
use self::page::Template;
use crate::data::Page;
use crate::route::{NOT_FOUND, Route, href};
use crate::site::admin;
use crate::site::bundle::Bundle;
use crate::site::compile::Compiled;
use crate::site::content::Election;
use crate::site::downloads;
use crate::site::files;
use crate::site::search;

/// Every file of a site that is not in the app, made from the document of the app. Few of them are in memory at once: a site
/// may have a page for each commune of the country. They come in any order.
///
/// # Errors
/// Says which place the document lacks, or which URL two pages have; each file says what could
/// not be rendered or read.
pub fn files<'a>(
    compiled: &'a Compiled,
    bundle: &'a Bundle,
    purpose: Purpose,
) -> anyhow::Result<impl ParallelIterator<Item = anyhow::Result<File>> + use<'a>> {
    let mut routes: Vec<Route> = compiled.routes().collect();
    routes.sort();
    let twice = routes.windows(2).find(|pair| pair[0] == pair[1]);
    ensure!(twice.is_none(), "two pages would be written to {twice:?}");
    let document = match purpose {
        Purpose::Preview => &preview::install(&bundle.document),
        Purpose::Publication => &bundle.document,
    };
    let template = Template::new(document, compiled)?;
    let mut own = own_files(&template, compiled);
    let scripts = template.worker.is_some().then(scripts::on_demand).transpose()?;
    let index = search::files(compiled).into_iter().chain(scripts.into_iter().flatten());
    own.extend(index.map(|(url, text)| Ok(file(&url, text.into_bytes()))));
    if let Some(admin) = &compiled.admin {
        let site = &compiled.site;
        let url = format!("{}{}", site.base, href("/"));
        let files = admin::of_site(&site.name, &url, admin)?;
        own.extend(files.into_iter().map(|(path, content)| Ok(file(&path, content))));
    }
    let making = Making::new(template, compiled, purpose)?;
    let shared = making.shared();
    let media = compiled.media.par_iter().map(move |(url, path)| Ok(file(url, files::read(path)?)));
    // What the content has in place of a file of the app is written once.
    let is_replaced = |name: &str| compiled.media.iter().any(|(url, _)| url[1..] == *name);
    let app: Vec<_> = bundle.files.iter().filter(|(name, _)| !is_replaced(name)).collect();
    let app = app.into_par_iter().map(|(name, content)| Ok(file(name, content.to_vec())));
    let figures = compiled.elections().par_bridge();
    let figures = figures.flat_map_iter(|it| figures_of(it, &compiled.site.base));
    let pages = compiled.pages().par_bridge();
    let pages = pages.flat_map_iter(move |(route, page)| making.files(&route, &page));
    let shared = own.into_iter().chain(shared).collect::<Vec<_>>();
    Ok(shared.into_par_iter().chain(app).chain(media).chain(figures).chain(pages))
}

/// The figures of an election, to be downloaded.
fn figures_of(election: &Election, base: &str) -> Vec<anyhow::Result<File>> {
    match downloads::files(election, base) {
        Ok(files) => files.into_iter().map(|(path, content)| Ok(file(&path, content))).collect(),
        Err(error) => vec![Err(error)],
    }
}

/// What a site has that is no page of it: the worker, the pages for unknown URLs and for offline readers, the lists for
/// programs, and what is at old addresses.
fn own_files(template: &Template<'_>, compiled: &Compiled) -> Vec<anyhow::Result<File>> {
    let text = |name: &str, text: String| Ok(file(name, text.into_bytes()));
    let not_found = template.render(&href(NOT_FOUND), &Page::NotFound, "", "");
    let files = [
        text(NOT_FOUND, not_found),
        text(scripts::OFFLINE, template.offline()),
        text("robots.txt", sitemap::robots(compiled)),
    ];
    let worker = template.worker.iter().map(|worker| text(scripts::WORKER, worker.clone()));
    let moved = compiled.moved.iter();
    let moved = moved.map(|it| text(&it.from.file(), moved::page(it, &compiled.site)));
    let lists = sitemap::files(compiled, sitemap::MOST).into_iter().chain(feeds::files(compiled));
    let lists = lists.map(|(path, list)| text(&path, list));
    files.into_iter().chain(worker).chain(moved).chain(lists).collect()
}

/// Writes files below a folder and says how many.
///
/// # Errors
/// Says which file could not be made or written; of several, any.
pub fn write(
    files: impl ParallelIterator<Item = anyhow::Result<File>>,
    into: &Path,
) -> anyhow::Result<usize> {
    let written = files.map(|file| {
        let file = file?;
        files::write(&into.join(&file.path), &file.content)?;
        Ok(1)
    });
    written.try_reduce(|| 0, |some, more| Ok(some + more))
}
