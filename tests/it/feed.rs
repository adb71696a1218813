//! The feed of the first site is what RFC 4287 asks for, and its list of pages what the sitemaps protocol
//! asks for: names, how often each may be, dates, URLs that differ.

use std::collections::BTreeSet;

use jiff::civil::date;
use roxmltree::{Document, Node};
use urne::site;
use urne::site::render::feed;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The most URLs that one list may hold, by its protocol.
const MOST: usize = 50_000;

fn compiled() -> site::Compiled {
    let compiled = site::compile(&super::whole_site(), site::midnight(date(2026, 1, 1)));
    compiled.unwrap_or_else(|problems| panic!("{problems}"))
}

fn children<'a>(parent: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    parent.children().filter(|it| it.tag_name().name() == name).collect()
}

fn text<'a>(parent: Node<'a, 'a>, name: &str) -> &'a str {
    let found = children(parent, name);
    assert_eq!(found.len(), 1, "one {name} in {:?}", parent.tag_name());
    let text = found[0].text().unwrap_or_default();
    assert!(!text.trim().is_empty(), "{name} says something");
    text
}

/// Ensure an element holds these elements of the vocabulary and no others.
fn assert_holds(parent: Node<'_, '_>, vocabulary: &str, names: &[&str]) {
    for child in parent.children().filter(Node::is_element) {
        let name = child.tag_name();
        assert_eq!(name.namespace(), Some(vocabulary), "{name:?}");
        assert!(names.contains(&name.name()), "{name:?} in {:?}", parent.tag_name());
    }
}

/// What feeds and their entries have in common (sections 4.1.1 and 4.1.2).
fn assert_is_whole(parent: Node<'_, '_>) {
    text(parent, "title");
    assert!(text(parent, "id").starts_with("https://"), "an id is an absolute URL");
    for name in ["updated", "published"] {
        for moment in children(parent, name) {
            let moment = moment.text().unwrap_or_default();
            moment.parse::<jiff::Timestamp>().unwrap_or_else(|error| panic!("{moment}: {error}"));
        }
    }
    text(parent, "updated");
    let links = children(parent, "link");
    let relations: BTreeSet<_> = links.iter().map(|link| link.attribute("rel")).collect();
    assert_eq!(relations.len(), links.len(), "one link of each kind");
    assert!(relations.contains(&Some("alternate")), "a link to what it is about");
    for link in links {
        assert!(link.attribute("href").is_some_and(|it| it.starts_with("https://")), "{link:?}");
    }
}

#[test]
fn the_feed_is_valid() {
    let feed = feed::atom(&compiled());
    let document = Document::parse(&feed).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    let names = ["title", "id", "updated", "author", "generator", "link", "entry"];
    assert_holds(root, ATOM, &names);
    assert_is_whole(root);
    text(children(root, "author")[0], "name");
    let entries = children(root, "entry");
    assert!(!entries.is_empty());
    for entry in &entries {
        assert_holds(*entry, ATOM, &["title", "id", "updated", "link", "published", "summary"]);
        assert_is_whole(*entry);
        let summary = children(*entry, "summary")[0];
        assert_eq!(summary.attribute("type"), Some("html"));
        assert!(!text(*entry, "summary").contains("<script"), "nothing that runs");
    }
    let ids: BTreeSet<_> = entries.iter().map(|entry| text(*entry, "id")).collect();
    assert_eq!(ids.len(), entries.len(), "ids differ");
    let dates: Vec<_> = entries.iter().map(|entry| text(*entry, "updated")).collect();
    assert!(dates.is_sorted_by(|one, next| one >= next), "newest first: {dates:?}");
    assert_eq!(text(root, "updated"), dates[0]);
}

#[test]
fn the_list_of_pages_is_valid() {
    let list = feed::sitemap(&compiled());
    let document = Document::parse(&list).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((SITEMAP, "urlset")));
    assert_holds(root, SITEMAP, &["url"]);
    let pages = children(root, "url");
    let urls: BTreeSet<_> = pages.iter().map(|page| text(*page, "loc")).collect();
    assert!(urls.len() == pages.len() && pages.len() <= MOST, "{} pages", pages.len());
    for url in urls {
        assert!(url.starts_with("https://ps-conflans.example/") && url.ends_with('/'));
    }
}
