//! What is said of a post in its fields: its title, its name in addresses, its day, its category.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use lazy_regex::regex_is_match;

use super::export::{Export, Item};
use super::here::Here;
use super::html;
use super::notes::{About, Note};
use super::post::{Kind, State};
use crate::message;
use crate::route::{EMBEDS, Route, SEARCH, Slug};
use crate::site::messages::Language;
use crate::words;

/// How long a title may be, in letters.
const LONGEST_TITLE: usize = 300;

/// The title of an item.
pub fn title(item: &Item, notes: &mut Vec<Note>) -> String {
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

/// How an item is called here, as nothing else is.
pub fn slug(item: &Item, kind: Kind, title: &str, here: &mut Here, notes: &mut Vec<Note>) -> Slug {
    let name = percent_encoding::percent_decode_str(&item.name).decode_utf8_lossy();
    let number = || format!("{} {}", if kind == Kind::Page { "page" } else { "article" }, item.id);
    let wanted = in_our_letters(&name).or_else(|| in_our_letters(title));
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

/// A name in letters that addresses have here, where it has most of its own.
fn in_our_letters(name: &str) -> Option<Slug> {
    let letters = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).count();
    words::slug(name)
        .filter(|slug| slug.as_str().len() > 60 || letters(slug.as_str()) * 2 > letters(name))
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

/// When an item is published.
pub fn state(item: &Item, here: &Here, notes: &mut Vec<Note>) -> State {
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
pub fn date(item: &Item, zone: &TimeZone) -> Option<Date> {
    written(&item.date)
        .or_else(|| moment(item, zone))
        .map(DateTime::date)
        .filter(|it| it.year() > 1000)
}

/// How WordPress calls the category of what has none.
const NONE: [&str; 5] =
    ["uncategorized", "non-classe", "non-classee", "sans-categorie", "uncategorised"];

/// The category of an article: the one that an extension says is the first, else the first that is one.
pub fn category(item: &Item, export: &Export, notes: &mut Vec<Note>) -> String {
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
        notes.push(Note::new(
            About::Category,
            message!("wordpress-no-category", taken = none.clone()).to_string(),
        ));
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
