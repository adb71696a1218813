//! What becomes of every item: which is an article or a page, how it is called here, when it is published.

use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use lazy_regex::regex_is_match;

use super::export::{Export, Item};
use super::here::Here;
use super::html;
use super::notes::{About, Note};
use super::record::{Record, key};
use crate::message;
use crate::route::{EMBEDS, Route, SEARCH, Slug};
use crate::site::messages::{Language, Message};
use crate::words;

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

/// What a post becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Article,
    /// A page of text.
    Page,
}

/// When it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// With the site.
    Out,
    /// From a moment on.
    Later(DateTime),
    /// When its author says so.
    Draft,
}

/// A post or a page that is imported.
#[derive(Clone)]
pub struct Post {
    /// Its item.
    pub item: usize,
    /// What it is here.
    pub kind: Kind,
    /// How it is called here.
    pub slug: Slug,
    /// When it is published.
    pub state: State,
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: Date,
    /// Its category, of an article.
    pub category: String,
    /// Where it was.
    pub aliases: Vec<String>,
    /// The page above it.
    pub parent: Option<Slug>,
    /// What is said of it so far.
    pub notes: Vec<Note>,
}

impl Post {
    /// Its page.
    pub fn route(&self) -> Route {
        match self.kind {
            Kind::Article => Route::Article(self.slug.clone()),
            Kind::Page => Route::Text(self.slug.clone()),
        }
    }

    /// Its file, in the content folder.
    pub fn file(&self) -> String {
        let folder = if self.kind == Kind::Article { "news" } else { "pages" };
        format!("{folder}/{}.md", self.slug)
    }
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
            None if known.contains(&*key(item)) || is_here(item, here) => Fate::Known,
            None => {
                posts.push(post(at, item, export, here));
                Fate::Text(posts.len() - 1)
            }
        });
    }
    // Addresses that pages have now come before those that others had.
    let addresses = super::addresses::Addresses::of(&export.addresses);
    for post in &mut posts {
        take_addresses(post, &export.items[post.item], &addresses, here);
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
            "wp_template" | "wp_template_part" | "wp_global_styles" | "custom_css" | "customize_changeset"
            | "oembed_cache" | "wp_font_family" | "wp_font_face" | "user_request",
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
    let title = title(item, &mut notes);
    let slug = slug(item, kind, &title, here, &mut notes);
    let state = state(item, here, &mut notes);
    let date = date(item, &here.zone).unwrap_or_else(|| {
        notes.push(Note::new(About::Day, here.now.date().to_string()));
        here.now.date()
    });
    let category = match kind {
        Kind::Article => category(item, export, &mut notes),
        Kind::Page => String::new(),
    };
    let (aliases, parent) = (Vec::new(), None);
    Post { item: at, kind, slug, state, title, date, category, aliases, parent, notes }
}

/// How long a title may be, in letters.
const LONGEST_TITLE: usize = 300;

fn title(item: &Item, notes: &mut Vec<Note>) -> String {
    let (title, hidden) = html::visible(&html::words(&item.title));
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if hidden > 0 {
        let what = message!("wordpress-letters-of-title", count = hidden).to_string();
        notes.push(Note::new(About::Invisible, what));
    }
    if title.is_empty() {
        let title = message!("wordpress-untitled", id = item.id.to_string()).text(Language::French);
        notes.push(Note::new(About::Title, title.clone()));
        return title;
    }
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => {
            notes.push(Note::new(About::Title, title.clone()));
            format!("{}…", &title[..end])
        }
        None => title,
    }
}

fn slug(item: &Item, kind: Kind, title: &str, here: &mut Here, notes: &mut Vec<Note>) -> Slug {
    let name = percent_encoding::percent_decode_str(&item.name).decode_utf8_lossy();
    let number = || format!("{} {}", if kind == Kind::Page { "page" } else { "article" }, item.id);
    let wanted = words::slug(&name).or_else(|| words::slug(title));
    let wanted = wanted.or_else(|| words::slug(&number()));
    let wanted = wanted.map_or_else(|| "article".to_owned(), |it| it.to_string());
    let mut number = 1_u32;
    loop {
        let name = if number == 1 { wanted.clone() } else { format!("{wanted}-{number}") };
        number += 1;
        let Some(slug) = Slug::new(&name) else { continue };
        let route = match kind {
            Kind::Article => Route::Article(slug.clone()),
            Kind::Page => Route::Text(slug.clone()),
        };
        if can_be(&slug, &route, kind) && !here.has(&route.to_string()) {
            here.take(&route.to_string());
            if number > 2 {
                notes.push(Note::new(About::Address, route.to_string()));
            }
            return slug;
        }
    }
}

/// Whether a text can be called so: no list is there, and Windows has no device of that name.
fn can_be(slug: &Slug, route: &Route, kind: Kind) -> bool {
    let name = slug.as_str();
    let is_device = regex_is_match!(r"^(?:con|prn|aux|nul|com\d|lpt\d)$", name);
    let is_its_own = Route::parse(&route.to_string()).as_ref() == Some(route);
    let is_taken = kind == Kind::Page
        && (matches!(name, "data" | "index" | "media" | EMBEDS) || route.to_string() == SEARCH);
    is_its_own && !is_device && !is_taken && !name.starts_with("urne-")
}

fn state(item: &Item, here: &Here, notes: &mut Vec<Note>) -> State {
    let mut draft = |why: &str| {
        notes.push(Note::new(About::Draft, why));
        State::Draft
    };
    match item.status.as_str() {
        _ if item.has_password => draft("password"),
        "publish" => State::Out,
        "future" => match moment(item, &here.zone) {
            Some(moment) if moment > here.now => State::Later(moment),
            Some(_) => State::Out,
            None => draft("future"),
        },
        status => draft(if status.is_empty() { "?" } else { status }),
    }
}

/// A moment as WordPress writes it; it writes zeros where there is none.
fn written(moment: &str) -> Option<DateTime> {
    let moment = moment.trim();
    (moment.len() >= 19).then(|| moment.parse().ok()).flatten()
}

/// When an item is published, by the clocks of the site here.
fn moment(item: &Item, zone: &TimeZone) -> Option<DateTime> {
    let utc = written(&item.date_gmt).and_then(|it| TimeZone::UTC.to_timestamp(it).ok());
    utc.map(|it| zone.to_datetime(it)).or_else(|| written(&item.date))
}

/// The day of an item: the one that readers saw, which its old address may hold too.
fn date(item: &Item, zone: &TimeZone) -> Option<Date> {
    written(&item.date).or_else(|| moment(item, zone)).map(DateTime::date).filter(|it| it.year() > 1000)
}

/// How WordPress calls the category of what has none.
const NONE: [&str; 5] =
    ["uncategorized", "non-classe", "non-classee", "sans-categorie", "uncategorised"];

/// The category of an article: the one that an extension says is the first, else the first that is one.
fn category(item: &Item, export: &Export, notes: &mut Vec<Note>) -> String {
    let names = item.terms_of("category").filter(|(slug, _)| !NONE.contains(slug));
    let names = names.map(|(_, name)| plain(name)).filter(|it| words::slug(it).is_some());
    let mut names: Vec<String> = names.collect();
    let first = ["_yoast_wpseo_primary_category", "rank_math_primary_category"];
    let first = first.into_iter().find_map(|it| item.field(it));
    let first = first.and_then(|id| export.categories.iter().find(|it| it.0 == id));
    if let Some(at) = first.and_then(|it| names.iter().position(|name| *name == plain(&it.2))) {
        names.swap(0, at);
    }
    if names.is_empty() {
        let none = message!("wordpress-news").text(Language::French);
        notes.push(Note::new(About::Category, message!("wordpress-no-category", taken = none.clone()).to_string()));
        return none;
    }
    let taken = names.remove(0);
    if !names.is_empty() {
        let what =
            message!("wordpress-categories", taken = taken.clone(), others = names.join(", "));
        notes.push(Note::new(About::Category, what.to_string()));
    }
    taken
}

/// A name on one line, of which everything is seen.
fn plain(name: &str) -> String {
    let (name, _) = html::visible(&html::words(name));
    name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(120).collect()
}

/// Notes where a post was, as far as an address can lead here.
fn take_addresses(
    post: &mut Post,
    item: &Item,
    addresses: &super::addresses::Addresses,
    here: &mut Here,
) {
    let route = post.route();
    let Some(url) = addresses.absolute(&item.link).filter(|it| addresses.is_ours(it)) else { return };
    let path = percent_encoding::percent_decode_str(url.path()).decode_utf8_lossy().into_owned();
    let is_draft = post.state == State::Draft;
    if url.query().is_some() || path == "/" {
        if !is_draft {
            post.notes.push(Note::new(About::Alias, item.link.clone()));
        }
        return;
    }
    let mut paths = vec![path.clone()];
    for (_, old) in item.meta.iter().filter(|(name, _)| name == "_wp_old_slug") {
        let folder = path.trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
        paths.push(format!("{folder}/{old}/"));
    }
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

/// How many pages may be above another one.
const DEEPEST: usize = crate::site::content::DEEPEST;

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
        .map(|it| pages.get(&export.items[it.item].parent).copied().filter(|_| it.kind == Kind::Page))
        .collect();
    for at in 0..posts.len() {
        let item = &export.items[posts[at].item];
        if posts[at].kind != Kind::Page || item.parent == 0 {
            continue;
        }
        // No further than what tells that they lead in a circle.
        let above = std::iter::successors(parents[at], |it| parents[*it]).take(DEEPEST + 1).count();
        let parent = parents[at].filter(|_| above <= DEEPEST);
        let parent = parent.filter(|it| posts[*it].state == State::Out || posts[at].state != State::Out);
        match parent {
            Some(parent) => posts[at].parent = Some(posts[parent].slug.clone()),
            None => {
                let title = parents[at].map_or_else(|| item.parent.to_string(), |it| posts[it].title.clone());
                posts[at].notes.push(Note::new(About::Parent, title));
            }
        }
    }
}
