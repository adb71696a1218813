//! The news as an Atom feed, and the list of pages for search engines.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Text};

use crate::data::ArticleCard;
use crate::route::{Route, href};
use crate::site::compile::Compiled;

/// How many articles the feed holds.
const ENTRIES: usize = 20;

/// The Atom feed of the latest articles.
pub fn atom(compiled: &Compiled) -> String {
    let site = &compiled.site;
    let cards: Vec<&ArticleCard> = compiled.articles().take(ENTRIES).collect();
    let home = format!("{}{}", site.base, Route::Home.href());
    let link = |href: String, rel: &str| Link { href, rel: rel.to_owned(), ..Link::default() };
    let feed = Feed {
        title: Text::plain(site.name.clone()),
        id: home.clone(),
        updated: cards.first().map(|card| date(&card.date.iso)).unwrap_or_default(),
        authors: vec![atom_syndication::Person {
            name: site.publisher.clone(),
            ..Default::default()
        }],
        links: vec![
            link(format!("{}{}", site.base, href("/feed.xml")), "self"),
            link(home.clone(), "alternate"),
        ],
        generator: Some(Generator { value: "Urne".to_owned(), ..Default::default() }),
        lang: Some("fr".to_owned()),
        base: Some(home),
        entries: cards.into_iter().map(|card| entry(&site.base, card)).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(base: &str, card: &ArticleCard) -> Entry {
    let url = format!("{base}{}", Route::Article(card.slug.clone()).href());
    Entry {
        title: Text::plain(card.title.clone()),
        id: url.clone(),
        updated: date(&card.date.iso),
        published: Some(date(&card.date.iso)),
        links: vec![Link { href: url, rel: "alternate".to_owned(), ..Link::default() }],
        summary: Some(Text::html(card.excerpt.clone())),
        ..Entry::default()
    }
}

/// Midnight of a day: articles have no hour.
fn date(iso: &str) -> FixedDateTime {
    format!("{iso}T00:00:00Z").parse().unwrap_or_default()
}

/// `sitemap.xml`: the URL of each page. URLs hold no character that XML would mind.
pub fn sitemap(compiled: &Compiled) -> String {
    let base = html_escape::encode_text(&compiled.site.base);
    let locations = compiled
        .routes()
        .map(|route| format!("<url><loc>{base}{}</loc></url>\n", route.href()))
        .collect::<String>();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{locations}</urlset>\n"
    )
}

/// `robots.txt`: everything may be read.
pub fn robots(compiled: &Compiled) -> String {
    let sitemap = href("/sitemap.xml");
    format!("User-agent: *\nAllow: /\n\nSitemap: {}{sitemap}\n", compiled.site.base)
}
