//! What becomes of every item: which is an article or a page, how it is called here, when it is published.

use std::collections::{HashMap, HashSet};

use lazy_regex::regex_is_match;

use super::addresses::Addresses;
use super::export::{Export, Item};
use super::fields;
use super::here::Here;
use super::notes::{About, Note};
use super::post::{Kind, Post, State};
use super::record::{Record, key};
use crate::message;
use crate::route::Route;
use crate::site::content::DEEPEST;
use crate::site::messages::Message;

/// What an item becomes.
pub enum Fate {
    /// A text: its place among the posts.
    Text(usize),
    /// It was imported before.
    Known,
    /// A file, which comes along with the texts that show it.
    File,
    /// It stays, for this reason.
    Left(Message),
}

/// What becomes of every item, in their order, and the texts.
pub struct Plan {
    /// What becomes of every item.
    pub fates: Vec<Fate>,
    /// The texts.
    pub posts: Vec<Post>,
}

/// Decides it.
pub fn plan(export: &Export, record: &Record, here: &mut Here) -> Plan {
    let known: HashSet<&str> = record.imported.iter().map(|it| it.key.as_str()).collect();
    let (mut fates, mut posts) = (Vec::new(), Vec::new());
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (at, item) in export.items.iter().enumerate() {
        let count = seen.entry(key(item)).or_default();
        *count += 1;
        fates.push(match fate(item) {
            Some(fate) => fate,
            None if *count > 1 => Fate::Left(message!("wordpress-left-twice")),
            None if known.contains(&*key(item)) => Fate::Known,
            // The record of an earlier import is lost: old addresses tell.
            None if known.is_empty() && is_here(item, here) => Fate::Known,
            None => {
                posts.push(post(at, item, export, here));
                Fate::Text(posts.len() - 1)
            }
        });
    }
    // Addresses that pages have now come before those that others had.
    let addresses = Addresses::of(&export.addresses);
    for is_now in [true, false] {
        for post in &mut posts {
            take_addresses(post, &export.items[post.item], &addresses, here, is_now);
        }
    }
    put_below(&mut posts, export);
    Plan { fates, posts }
}

/// What becomes of an item that is no text.
fn fate(item: &Item) -> Option<Fate> {
    let left = |why| Some(Fate::Left(why));
    match (item.kind.as_str(), item.status.as_str()) {
        ("attachment", _) => Some(Fate::File),
        ("post" | "page", "trash") => left(message!("wordpress-left-trash")),
        ("post" | "page", "auto-draft") => left(message!("wordpress-left-empty")),
        ("post" | "page", "inherit") | ("revision", _) => left(message!("wordpress-left-revision")),
        ("post" | "page", _) => None,
        ("nav_menu_item" | "wp_navigation", _) => left(message!("wordpress-left-menu")),
        ("wp_block", _) => left(message!("wordpress-left-shared")),
        (
            "wp_template"
            | "wp_template_part"
            | "wp_global_styles"
            | "custom_css"
            | "customize_changeset"
            | "oembed_cache"
            | "wp_font_family"
            | "wp_font_face"
            | "user_request",
            _,
        ) => left(message!("wordpress-left-theme")),
        (kind, _) => left(message!("wordpress-left-kind", kind = kind)),
    }
}

/// Whether the old address of an item leads to a text that is here: it was imported, and the record of that is lost.
fn is_here(item: &Item, here: &Here) -> bool {
    let url = url::Url::parse(&item.link).ok().filter(|it| it.query().is_none());
    let route = url.as_ref().and_then(|url| here.moved(url.path()));
    matches!(route, Some(Route::Article(_) | Route::Text(_)))
}

fn post(at: usize, item: &Item, export: &Export, here: &mut Here) -> Post {
    let kind = if item.kind == "page" { Kind::Page } else { Kind::Article };
    let mut notes = Vec::new();
    let title = fields::title(item, &mut notes);
    let slug = fields::slug(item, kind, &title, here, &mut notes);
    let state = fields::state(item, here, &mut notes);
    let date = fields::date(item, &here.zone).unwrap_or_else(|| {
        if kind == Kind::Article {
            notes.push(Note::new(About::Day, here.now.date().to_string()));
        }
        here.now.date()
    });
    let category = match kind {
        Kind::Article => fields::category(item, export, &mut notes),
        Kind::Page => String::new(),
    };
    let (aliases, parent) = (Vec::new(), None);
    Post { item: at, kind, slug, state, title, date, category, aliases, parent, notes }
}

/// Notes where a post is now, or where else it was, as far as an address can lead here.
fn take_addresses(
    post: &mut Post,
    item: &Item,
    addresses: &Addresses,
    here: &mut Here,
    is_now: bool,
) {
    let route = post.route();
    let Some(url) = addresses.absolute(&item.link).filter(|it| addresses.is_ours(it)) else {
        return;
    };
    let path = percent_encoding::percent_decode_str(url.path()).decode_utf8_lossy().into_owned();
    let was_seen = post.state == State::Out;
    if url.query().is_some() || path == "/" {
        if was_seen && is_now {
            post.notes.push(Note::new(About::Alias, item.link.clone()));
        }
        return;
    }
    let folder = path.trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
    let old = item.meta.iter().filter(|(name, _)| name == "_wp_old_slug");
    let old = old.map(|(_, old)| format!("{folder}/{old}/"));
    let paths: Vec<String> = if is_now { vec![path.clone()] } else { old.collect() };
    for path in paths {
        if path.trim_end_matches('/') == route.to_string().trim_end_matches('/') {
            continue;
        }
        let is_path = regex_is_match!(r"^(?:/[A-Za-z0-9._~-]+)+/?$", &path)
            && !path.split('/').any(|name| matches!(name, "." | ".."))
            && !path.ends_with("/index.html")
            && !path.ends_with("/index.htm");
        if is_path && here.take_alias(&path, &route) {
            post.aliases.push(path);
        } else {
            post.notes.push(Note::new(About::Alias, path));
        }
    }
}

/// Puts pages below those below which they were.
fn put_below(posts: &mut [Post], export: &Export) {
    let pages: HashMap<u64, usize> = posts
        .iter()
        .enumerate()
        .filter(|(_, it)| it.kind == Kind::Page)
        .map(|(at, it)| (export.items[it.item].id, at))
        .collect();
    let parents: Vec<Option<usize>> = posts
        .iter()
        .map(|it| {
            pages.get(&export.items[it.item].parent).copied().filter(|_| it.kind == Kind::Page)
        })
        .collect();
    for at in 0..posts.len() {
        let item = &export.items[posts[at].item];
        if posts[at].kind != Kind::Page || item.parent == 0 {
            continue;
        }
        // No further than what tells that they lead in a circle.
        let above = std::iter::successors(parents[at], |it| parents[*it]).take(DEEPEST + 1).count();
        let parent = parents[at].filter(|_| above <= DEEPEST);
        let parent =
            parent.filter(|it| posts[*it].state == State::Out || posts[at].state != State::Out);
        match parent {
            Some(parent) => posts[at].parent = Some(posts[parent].slug.clone()),
            None => {
                let title = parents[at]
                    .map_or_else(|| item.parent.to_string(), |it| posts[it].title.clone());
                posts[at].notes.push(Note::new(About::Parent, title));
            }
        }
    }
}
