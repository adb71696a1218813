//! What search engines and programs of readers ask for: the list of pages, the feed of the news, the calendar.

use super::client::Client;
use super::problem::{Kind, Problem, expected, expected_below, or_nothing};
use super::visit::asked;
use crate::message;
use crate::route::Feed;
use crate::site::messages::Message;

/// The paths of all pages. Ensure the site calls itself by the URL at which it was found.
pub fn sitemap(client: &Client) -> (Vec<String>, Vec<Problem>) {
    let path = "/sitemap.xml";
    let mut problems = Vec::new();
    let mut paths = vec!["/".to_owned()];
    let Some((found, is_index)) = locations(client, path, &mut problems) else {
        return (paths, problems);
    };
    match is_index {
        // The lists of a large site, which the first one names.
        true => {
            let lists = found.iter().filter_map(|list| locations(client, list, &mut problems));
            paths.extend(lists.flat_map(|(pages, _)| pages));
        }
        false => paths.extend(found),
    }
    paths.sort();
    paths.dedup();
    if paths.len() == 1 {
        problems.push(Problem::new(Kind::List, path, message!("doctor-one-page")));
    }
    (paths, problems)
}

/// The paths that a list of pages names, and whether they are those of other lists.
fn locations(
    client: &Client,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<(Vec<String>, bool)> {
    let response = match asked(client, path, Kind::List) {
        Ok((response, found)) => {
            problems.extend(found);
            response
        }
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let text = response.text();
    let document = match roxmltree::Document::parse(&text) {
        Ok(document) => document,
        Err(error) => {
            problems.push(Problem::new(Kind::List, path, no_xml(&error)));
            return None;
        }
    };
    let nodes = document.descendants().filter(|node| node.tag_name().name() == "loc");
    let paths = nodes.filter_map(|node| node.text()).map(|location| {
        let path = client.path(location).unwrap_or_else(|| {
            let found = expected_below(&client.base, location);
            problems.push(Problem::new(Kind::Base, path, found));
            let below = below_the_host(location);
            client.path(below).unwrap_or(below)
        });
        path.to_owned()
    });
    let paths = paths.collect();
    Some((paths, document.root_element().tag_name().name() == "sitemapindex"))
}

/// What follows the host of a URL.
fn below_the_host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// Ensure search engines find the list of pages. They read one `robots.txt` for a host, at its root:
/// that of a site in a folder is without effect, and the one that counts is not the site's.
pub fn robots(client: &Client) -> Vec<Problem> {
    if !client.folder.is_empty() {
        return Vec::new();
    }
    let path = "/robots.txt";
    list(client, path, |text| {
        let wanted = format!("Sitemap: {}/sitemap.xml", client.base);
        let found = text.lines().find(|line| line.starts_with("Sitemap:"));
        other_base(path, found, wanted)
    })
}

/// Ensure readers of the news find them.
pub fn feed(client: &Client) -> Vec<Problem> {
    let path = "/feed.xml";
    list(client, path, |text| {
        let document = match roxmltree::Document::parse(text) {
            Ok(document) => document,
            Err(error) => return Some(Problem::new(Kind::List, path, no_xml(&error))),
        };
        let mut nodes = document.root_element().children();
        let id = nodes.find(|node| node.tag_name().name() == "id").and_then(|node| node.text());
        other_base(path, id, format!("{}/", client.base))
    })
}

/// Ensure readers of the agenda can subscribe to it.
pub fn calendar(client: &Client) -> Vec<Problem> {
    let path = Feed::Agenda.to_string();
    list(client, &path, |text| {
        let is_calendar =
            text.starts_with("BEGIN:VCALENDAR") && text.ends_with("END:VCALENDAR\r\n");
        let no_calendar = || Problem::new(Kind::List, &path, message!("doctor-no-calendar"));
        if !is_calendar {
            return Some(no_calendar());
        }
        let source = text.lines().find_map(|line| line.strip_prefix("SOURCE;VALUE=URI:"));
        // Of a long one the rest is on the next line.
        let wanted = format!("{}{path}", client.base);
        let is_ours = source.is_some_and(|source| wanted.starts_with(source));
        (!is_ours).then(|| other_base(&path, source, wanted)).flatten()
    })
}

fn no_xml(error: &roxmltree::Error) -> Message {
    message!("doctor-no-xml", error = error.to_string())
}

/// Ensure a site calls itself as wanted.
fn other_base(path: &str, found: Option<&str>, wanted: String) -> Option<Problem> {
    let is_other = found != Some(&wanted);
    is_other.then(|| Problem::new(Kind::Base, path, expected(or_nothing(found), wanted)))
}

fn list(client: &Client, path: &str, check: impl Fn(&str) -> Option<Problem>) -> Vec<Problem> {
    match asked(client, path, Kind::List) {
        Ok((response, mut problems)) => {
            problems.extend(check(&response.text()));
            problems
        }
        Err(problem) => vec![problem],
    }
}
