//! Feeds as Atom (RFC 4287): whole texts, each under an id that never changes.

use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text,
};
use std::num::NonZeroU32;

use jiff::civil::{Date, Time};

use super::{absolute, entries, first_place};
use crate::data::{Article, Election};
use crate::route::{self, Articles, Route, Slug};
use crate::site::compile::Compiled;
use crate::site::render::dates;

/// How many entries a feed holds.
const ENTRIES: usize = 20;

/// The latest articles.
pub fn of_news(compiled: &Compiled, articles: &[&Article]) -> String {
    let home = absolute_url(compiled, &Route::Home.href());
    let titles = (compiled.site.name.clone(), home.clone(), home);
    feed(compiled, &route::Feed::News, titles, articles_of(compiled, articles))
}

/// The latest articles of a category.
pub fn of_category(compiled: &Compiled, slug: &Slug, articles: &[&Article]) -> String {
    let name = articles.first().map_or(slug.as_str(), |article| article.category.as_str());
    let itself = route::Feed::Category(slug.clone());
    let title = format!("{}\u{a0}: {name}", compiled.site.name);
    let list = Route::News(Articles::Category(slug.clone()), NonZeroU32::MIN);
    let page = absolute_url(compiled, &list.href());
    let titles = (title, absolute_url(compiled, &itself.href()), page);
    feed(compiled, &itself, titles, articles_of(compiled, articles))
}

/// The latest results.
pub fn of_results(compiled: &Compiled) -> String {
    let title = format!("{}\u{a0}: résultats", compiled.site.name);
    let itself = route::Feed::Results;
    let page = absolute_url(compiled, &Route::Results.href());
    let entries =
        compiled.election_pages().take(ENTRIES).map(|it| election(compiled, it)).collect();
    feed(compiled, &itself, (title, absolute_url(compiled, &itself.href()), page), entries)
}

/// A feed of these entries, with its title, its id and the page that it is about.
fn feed(
    compiled: &Compiled,
    itself: &route::Feed,
    (title, id, page): (String, String, String),
    entries: Vec<Entry>,
) -> String {
    let feed = Feed {
        title: Text::plain(title),
        id,
        // A feed without entries has not changed since ever.
        updated: entries.iter().map(|entry| entry.updated).max().unwrap_or_default(),
        authors: vec![person(&compiled.site.publisher)],
        icon: Some(absolute_url(compiled, &route::href(route::ICON))),
        links: vec![
            link(absolute_url(compiled, &itself.href()), "self"),
            link(page.clone(), "alternate"),
        ],
        generator: Some(Generator { value: "Urne".to_owned(), ..Generator::default() }),
        lang: Some("fr".to_owned()),
        base: Some(page),
        entries,
        ..Feed::default()
    };
    feed.to_string()
}

fn articles_of(compiled: &Compiled, articles: &[&Article]) -> Vec<Entry> {
    articles.iter().take(ENTRIES).map(|it| article(compiled, it)).collect()
}

fn article(compiled: &Compiled, article: &Article) -> Entry {
    let route = Route::Article(article.slug.clone());
    let published = moment(compiled, &article.date.iso);
    let updated = article.updated.as_ref().map(|day| moment(compiled, &day.iso));
    Entry {
        title: Text::plain(article.title.clone()),
        updated: updated.unwrap_or(published),
        published: Some(published),
        authors: article.author.iter().map(|author| person(author)).collect(),
        categories: vec![Category { term: article.category.clone(), ..Category::default() }],
        summary: Some(Text::plain(article.description.clone())),
        ..entry(compiled, &route, entries::article(article).into_string())
    }
}

/// A result is as new as its figures or, where that is not said, as the vote.
fn election(compiled: &Compiled, election: &Election) -> Entry {
    let route = Route::Election(election.slug.clone());
    let voted = election.rounds.last().map(|round| round.date.iso.clone());
    let updated = dates::of_figures(election).or(voted).unwrap_or_default();
    Entry {
        title: Text::plain(format!("{} {}", election.title, election.locative)),
        updated: moment(compiled, &updated),
        ..entry(compiled, &route, entries::election(election).into_string())
    }
}

/// An entry about a page: its id, its link, and what it says as HTML.
fn entry(compiled: &Compiled, route: &Route, html: String) -> Entry {
    let url = absolute_url(compiled, &route.href());
    let html = absolute::html(&html, &compiled.site.base, &url);
    Entry {
        id: absolute_url(compiled, &first_place::of(compiled, route).href()),
        content: Some(Content {
            value: Some(html),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        links: vec![link(url, "alternate")],
        ..Entry::default()
    }
}

fn absolute_url(compiled: &Compiled, href: &str) -> String {
    format!("{}{href}", compiled.site.base)
}

fn link(href: String, rel: &str) -> Link {
    Link { href, rel: rel.to_owned(), ..Link::default() }
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

/// The beginning of a day where the site is: texts and figures have no hour.
fn moment(compiled: &Compiled, iso: &str) -> FixedDateTime {
    let day = iso.parse::<Date>().ok().map(|day| day.to_datetime(Time::midnight()));
    let moment = day.and_then(|it| compiled.time_zone.to_zoned_datetime(it).ok());
    let moment = moment.map(|it| it.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
    moment.and_then(|it| it.parse().ok()).unwrap_or_default()
}
