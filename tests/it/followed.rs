//! What readers follow: feeds are what RFC 4287 asks for, calendars what RFC 5545 does, whatever the texts are; and
//! both keep for the same thing the same name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use roxmltree::{Document, Node};
use urne::site::{self, render::feeds};

use super::described;

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The files of a site, by their paths.
fn followed(compiled: &site::Compiled) -> BTreeMap<String, String> {
    feeds::files(compiled).into_iter().collect()
}

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
fn assert_holds(parent: Node<'_, '_>, names: &[&str]) {
    for child in parent.children().filter(Node::is_element) {
        let name = child.tag_name();
        assert_eq!(name.namespace(), Some(ATOM), "{name:?}");
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

/// Ensure an Atom feed is one, and that what it says may be read anywhere; says how many entries it has.
fn assert_is_a_feed(feed: &str) -> usize {
    let document = Document::parse(feed).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_holds(root, &["title", "id", "updated", "author", "generator", "icon", "link", "entry"]);
    assert_is_whole(root);
    text(children(root, "author")[0], "name");
    let entries = children(root, "entry");
    for entry in &entries {
        let names = ["title", "id", "updated", "link", "published", "summary", "content"];
        assert_holds(*entry, &[&names[..], &["author", "category"]].concat());
        assert_is_whole(*entry);
        assert_eq!(children(*entry, "content")[0].attribute("type"), Some("html"));
        let html = text(*entry, "content");
        assert!(!html.contains("<script") && !html.contains("<svg"), "{html}");
        for name in ["href", "src", "srcset"] {
            for value in html.split(&format!(" {name}=\"")).skip(1) {
                let is_absolute =
                    ["http", "mailto:", "tel:"].iter().any(|it| value.starts_with(it));
                assert!(is_absolute, "{value}");
            }
        }
    }
    let ids: BTreeSet<_> = entries.iter().map(|entry| text(*entry, "id")).collect();
    assert_eq!(ids.len(), entries.len(), "ids differ");
    let updated = entries.iter().map(|it| text(*it, "updated").parse::<jiff::Timestamp>().unwrap());
    let of_feed: jiff::Timestamp = text(root, "updated").parse().unwrap();
    assert_eq!(updated.max().unwrap_or_default(), of_feed, "as new as its newest entry");
    entries.len()
}

#[test]
fn the_feeds_of_a_whole_site_are_valid() {
    let files = followed(&compiled());
    let feeds = files.iter().filter(|(path, _)| path.ends_with(".xml"));
    let entries: BTreeMap<&str, usize> =
        feeds.map(|(path, feed)| (path.as_str(), assert_is_a_feed(feed))).collect();
    assert_eq!(entries["/feed.xml"], 3);
    assert_eq!(entries["/resultats/feed.xml"], 9);
    let of_categories = entries.iter().filter(|(path, _)| path.contains("/categorie/"));
    assert_eq!(of_categories.map(|(_, count)| count).sum::<usize>(), 3, "{entries:?}");
    let news = &files["/feed.xml"];
    assert!(news.contains("&lt;table"), "a result that is embedded is a table");
    assert!(news.contains("2017-01-29T00:00:00+01:00"), "days begin where the site is");
}

#[test]
fn feeds_hold_whatever_a_text_is() {
    let compiled = described::compiled();
    let files = followed(&compiled);
    for (path, feed) in files.iter().filter(|(path, _)| path.ends_with(".xml")) {
        assert_is_a_feed(feed);
        assert!(feed.starts_with("<?xml"), "{path}");
    }
    let document = Document::parse(&files["/feed.xml"]).unwrap();
    let entries = children(document.root_element(), "entry");
    let hostile = entries.iter().find(|it| text(**it, "title") == described::HOSTILE).unwrap();
    let html = text(*hostile, "content");
    assert!(html.contains("src=\"https://essai.example/media/point.svg\""), "{html}");
    assert!(html.contains("href=\"https://essai.example/evenements/reunion/\""), "{html}");
    assert!(html.contains("https://essai.example/actualites/hostile/#note-1"), "{html}");
    assert_eq!(text(*hostile, "updated"), "2026-03-02T00:00:00+01:00");
    assert_eq!(text(*hostile, "published"), "2026-03-01T00:00:00+01:00");
    // It was renamed: readers know it by where it was first.
    assert_eq!(text(*hostile, "id"), "https://essai.example/actualites/premiere-adresse/");
    assert!(files.contains_key("/actualites/categorie/vie-locale-debats/feed.xml"));
}

/// The lines of a calendar, as one reads them.
fn lines(calendar: &str) -> Vec<String> {
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line:?}");
    }
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    calendar.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// The lines of the event with this slug.
fn event(lines: &[String], slug: &str) -> Vec<String> {
    let uid = format!("UID:{slug}@essai.example");
    let mut events = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    events.find(|event| event.contains(&uid)).unwrap_or_else(|| panic!("{slug}")).to_vec()
}

#[test]
fn calendars_say_when_events_are() {
    let files = followed(&described::compiled());
    let all = lines(&files["/evenements/agenda.ics"]);
    for line in [
        "VERSION:2.0",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "X-WR-TIMEZONE:Europe/Paris",
        "SOURCE;VALUE=URI:https://essai.example/evenements/agenda.ics",
        "TZID:Europe/Paris",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    ] {
        assert!(all.iter().any(|it| it == line), "{line} in {all:#?}");
    }
    assert!(!all.iter().any(|line| line.starts_with("METHOD")));
    for (slug, said) in [
        ("reunion", &["DTSTART;TZID=Europe/Paris:20260328T200000", "SEQUENCE:0"][..]),
        (
            "journee",
            &["DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261025", "STATUS:CONFIRMED"],
        ),
        ("stage", &["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704"]),
        (
            "permanence",
            &[
                "DTSTART;TZID=Europe/Paris:20260307T100000",
                "DTEND;TZID=Europe/Paris:20260307T120000",
                // The whole day until which it is, by the clocks of summer.
                "RRULE:FREQ=MONTHLY;BYDAY=1SA;UNTIL=20260905T215959Z",
                "EXDATE;TZID=Europe/Paris:20260801T100000",
            ],
        ),
        (
            "annule",
            &[
                "STATUS:CANCELLED",
                "TRANSP:TRANSPARENT",
                "SUMMARY:Annulé\u{a0}: Loto",
                // 1 May 2026, 18 h in Paris, in minutes since 1970.
                "SEQUENCE:29627520",
                "DTSTAMP:20260501T160000Z",
                "LAST-MODIFIED:20260501T160000Z",
            ],
        ),
        ("atelier", &["DTSTART;TZID=Europe/Paris:20261020T183000", "RRULE:FREQ=WEEKLY;COUNT=3"]),
        ("reporte", &["STATUS:CANCELLED", "SEQUENCE:1", "DTSTAMP:19700101T000000Z"]),
    ] {
        let event = event(&all, slug);
        for line in said {
            assert!(event.iter().any(|it| it == line), "{line} in {event:#?}");
        }
        let alone = lines(&files[&format!("/evenements/{slug}/{slug}.ics")]);
        assert_eq!(self::event(&alone, slug)[..event.len() - 1], event[..event.len() - 1]);
    }
}

#[test]
fn calendars_hold_whatever_a_text_is() {
    let files = followed(&described::compiled());
    let all = lines(&files["/evenements/agenda.ics"]);
    let event = event(&all, "avant");
    let summary = event.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
    let meant = summary.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
    assert_eq!(meant, described::HOSTILE, "under the name that it had first");
    let description = event.iter().find(|line| line.starts_with("DESCRIPTION:")).unwrap();
    assert!(description.len() > 5_000, "long texts are whole");
}

#[test]
fn the_same_content_makes_the_same_files() {
    assert_eq!(followed(&described::compiled()), followed(&described::compiled()));
}
