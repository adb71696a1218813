//! What the addresses of the old site lead to once its texts are here.

use std::collections::{BTreeSet, HashMap};

use super::addresses::{Addresses, Page};
use super::export::Export;
use super::here::Here;
use super::html;
use super::plan::Plan;
use super::post::{Kind, Post, State};
use super::record::Record;
use crate::route::{Route, Slug};
use crate::words;

/// The old site with every page that is here, but for posts that could not be imported.
pub fn addresses(
    export: &Export,
    plan: &Plan,
    failed: &BTreeSet<usize>,
    record: &Record,
    here: &Here,
) -> Addresses {
    let mut addresses = Addresses::of(&export.addresses);
    let posts = plan.posts.iter().enumerate().filter(|(at, _)| !failed.contains(at));
    for (_, post) in posts {
        add(post, export, &mut addresses);
    }
    for entry in &record.imported {
        let Some(route) = route(&entry.file) else { continue };
        let path = route.to_string();
        if here.has(&path) {
            let page = Page { is_out: here.is_out(&path), path, title: String::new() };
            addresses.add(&entry.link, entry.id, &page);
        }
    }
    for item in export.items.iter().filter(|it| it.kind == "attachment") {
        let file = if item.file.is_empty() { &item.guid } else { &item.file };
        addresses.add_file(&item.link, item.id, file);
    }
    addresses
}

fn add(post: &Post, export: &Export, addresses: &mut Addresses) {
    let item = &export.items[post.item];
    let is_out = post.state == State::Out;
    let page = Page { path: post.route().to_string(), is_out, title: post.title.clone() };
    addresses.add(&item.link, item.id, &page);
    if post.kind == Kind::Article && is_out {
        addresses.years.insert(post.date.year());
        let slug = words::slug(&post.category);
        let of_it =
            item.terms_of("category").filter(|(_, name)| words::slug(&html::words(name)) == slug);
        for (name, slug) in of_it.filter_map(|(name, _)| Some((name, slug.clone()?))) {
            addresses.categories.insert(name.to_owned(), slug);
        }
    }
}

/// The page that a file of the content is.
fn route(file: &str) -> Option<Route> {
    let slug = |name: &str| Slug::new(name.strip_suffix(".md")?);
    match file.split_once('/')? {
        ("news", name) => slug(name).map(Route::Article),
        ("pages", name) => slug(name).map(Route::Text),
        _ => None,
    }
}

/// The blocks that are used in several texts, by their numbers.
pub fn shared_blocks(export: &Export) -> HashMap<u64, String> {
    let blocks = export.items.iter().filter(|it| it.kind == "wp_block");
    blocks.map(|it| (it.id, it.content.clone())).collect()
}
