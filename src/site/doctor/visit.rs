//! What a visitor, a search engine and a feed reader ask for, one after the other.

use std::collections::BTreeSet;

use super::client::{Client, RequestError, Response};
use super::page::Page;
use super::problem::{Kind, Problem, expected};
use super::response;
use crate::message;
use crate::route::{Feed, NOT_FOUND, Route};
use crate::site::messages::Message;
use crate::site::publish::hosting;
use crate::site::render::csp;

/// URLs that no site has: a page, and a file of data.
const UNKNOWN: [&str; 2] = ["/cette-page-n-existe-pas/", "/data/ces-donnees-n-existent-pas.json"];

/// More redirects than this lead nowhere.
const REDIRECTS: usize = 5;

/// What was found on a page.
#[derive(Default)]
pub struct Visited {
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// The files that it loads.
    pub assets: BTreeSet<String>,
}

/// Asks for a path that must be there, and what holds for every response.
fn asked(client: &Client, path: &str, missing: Kind) -> Result<(Response, Vec<Problem>), Problem> {
    let response = client.get(path).map_err(|failure| failed(path, failure))?;
    if response.status != 200 {
        return Err(Problem::new(missing, path, response.status()));
    }
    let problems = response::problems(path, &response, client.base.starts_with("https:"));
    Ok((response, problems))
}

fn failed(path: &str, failure: RequestError) -> Problem {
    match failure {
        RequestError::NoResponse(why) => Problem::new(Kind::NoResponse, path, why),
        RequestError::Coding(why) => Problem::new(Kind::OtherCoding, path, why),
    }
}

/// The path on the site for which a page says it was written.
fn written_for(client: &Client, page: &Page) -> Option<String> {
    Some(client.path(&page.path()?)?.to_owned())
}

/// Ensure there is a site at all: its home page, made by this project.
pub fn home(client: &Client) -> Option<Problem> {
    let response = match client.get("/") {
        Ok(response) => response,
        Err(failure) => return Some(failed("/", failure)),
    };
    match response.status {
        200 => {}
        300..400 => return Some(Problem::new(Kind::Redirected, "/", response.status())),
        _ => return Some(Problem::new(Kind::Page, "/", response.status())),
    }
    let page = Page::read(&response.text());
    let Some(path) = page.path() else {
        return Some(Problem::new(Kind::Page, "/", message!("doctor-not-of-urne")));
    };
    let built = path.strip_suffix('/').filter(|folder| *folder != client.folder)?;
    let (built, folder) = (format!("{built}/"), format!("{}/", client.folder));
    let found = message!("doctor-built-for", built = built, folder = folder);
    Some(Problem::new(Kind::Folder, "/", found))
}

/// Ensure connections are encrypted: HTTPS, also for those who type the URL without it.
pub fn transport(client: &Client) -> Option<Problem> {
    if client.is_local {
        return None;
    }
    let Some(host) = client.base.strip_prefix("https://") else {
        return Some(Problem::new(Kind::NotHttps, "/", expected("http://", "https://")));
    };
    let plain = format!("http://{host}/");
    match client.get(&plain) {
        Ok(response) if !response.header("location").starts_with("https://") => {
            Some(Problem::new(Kind::NotHttps, "/", format!("{plain}: {}", response.status())))
        }
        // A host that does not answer without HTTPS is no less safe.
        _ => None,
    }
}

/// Ensure what is sent compressed is what is sent plain.
pub fn codings(client: &Client) -> Vec<Problem> {
    let Ok(plain) = client.ask("/", "identity") else { return Vec::new() };
    let compared = ["br", "gzip"].map(|coding| match client.ask("/", coding) {
        Ok(response) if response.content == plain.content => None,
        Ok(_) => {
            let found = message!("doctor-coded-otherwise", coding = coding);
            Some(Problem::new(Kind::OtherCoding, "/", found))
        }
        Err(failure) => Some(failed("/", failure)),
    });
    compared.into_iter().flatten().collect()
}

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

/// What leads elsewhere than below a URL.
fn expected_below(base: &str, found: impl Into<Message>) -> Message {
    let found: Message = found.into();
    message!("doctor-expected-below", found = found, base = format!("{base}/"))
}

/// Ensure a site calls itself as wanted.
fn other_base(path: &str, found: Option<&str>, wanted: String) -> Option<Problem> {
    let is_other = found != Some(&wanted);
    is_other.then(|| Problem::new(Kind::Base, path, expected(or_nothing(found), wanted)))
}

fn or_nothing(found: Option<&str>) -> Message {
    found.map_or(message!("doctor-nothing"), Message::from)
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

/// Ensure URLs that do not exist say so, with the page that helps on.
pub fn unknown(client: &Client) -> Vec<Problem> {
    let mut problems = Vec::new();
    for path in UNKNOWN {
        let response = match client.get(path) {
            Ok(response) => response,
            Err(failure) => {
                problems.push(failed(path, failure));
                continue;
            }
        };
        problems.extend(response::security(path, &response, client.base.starts_with("https:")));
        if response.status != 404 {
            let found = expected(response.status(), "404");
            problems.push(Problem::new(Kind::SoftNotFound, path, found));
        } else if written_for(client, &Page::read(&response.text())).as_deref() != Some(NOT_FOUND) {
            problems.push(Problem::new(Kind::NotFoundPage, path, message!("doctor-other-404")));
        }
    }
    problems
}

/// Ensure a page and its data are there and the page knows its URL.
pub fn page(client: &Client, path: &str) -> Visited {
    let (response, mut problems) = match asked(client, path, Kind::Page) {
        Ok(asked) => asked,
        Err(problem) => return Visited { problems: vec![problem], ..Visited::default() },
    };
    let html = response.text();
    let page = Page::read(&html);
    if written_for(client, &page).as_deref() != Some(path) {
        problems.push(Problem::new(Kind::Page, path, message!("doctor-other-page")));
        return Visited { problems, ..Visited::default() };
    }
    let wanted = format!("{}{path}", client.base);
    let canonical = page.canonical();
    if canonical.as_ref() != Some(&wanted) {
        let found = message!("doctor-canonical", url = or_nothing(canonical.as_deref()));
        problems.push(Problem::new(Kind::Base, path, expected(found, wanted)));
    }
    problems.extend(policy(path, &response, &html));
    if let Some(route) = Route::parse(path) {
        problems.extend(data(client, &route.data()));
    }
    let (files, links) = (page.files(), page.links());
    problems.extend(files.union(&links).filter_map(|url| outside(client, path, url)));
    let inside = |url: &String| client.path(url).map(str::to_owned);
    let is_file = |link: &String| link.starts_with("/media/") || Feed::parse(link).is_some();
    let linked = links.iter().filter_map(inside).filter(is_file);
    Visited { problems, assets: files.iter().filter_map(inside).chain(linked).collect() }
}

/// Ensure a page is not sent with the policy of another build.
fn policy(path: &str, response: &Response, html: &str) -> Option<Problem> {
    let sent = response.header("content-security-policy");
    let is_allowed = csp::lets_through(&sent, html);
    (!is_allowed).then(|| Problem::new(Kind::Policy, path, message!("doctor-other-style")))
}

/// Ensure a page does not lead out of the folder in which the site is.
fn outside(client: &Client, path: &str, url: &str) -> Option<Problem> {
    let found = expected_below(&client.folder, message!("doctor-leads-to", url = url));
    client.path(url).is_none().then(|| Problem::new(Kind::Outside, path, found))
}

fn data(client: &Client, path: &str) -> Vec<Problem> {
    match asked(client, path, Kind::Data) {
        Ok((response, mut problems)) => {
            if serde_json::from_slice::<serde::de::IgnoredAny>(&response.content).is_err() {
                problems.push(Problem::new(Kind::Data, path, message!("doctor-no-json")));
            }
            problems
        }
        Err(problem) => vec![problem],
    }
}

/// Ensure a file that a page loads is there, and says how many bytes it has if it is a picture.
pub fn asset(client: &Client, path: &str) -> (usize, Vec<Problem>) {
    match asked(client, path, Kind::Asset) {
        Ok((response, problems)) => {
            let is_picture = hosting::type_of(path).is_some_and(|kind| kind.starts_with("image/"));
            (if is_picture { response.content.len() } else { 0 }, problems)
        }
        Err(problem) => (0, vec![problem]),
    }
}

/// How many bytes of pictures a page may have: with a slow connection they take some ten seconds.
const MOST_OF_PICTURES: usize = 2_000_000;

/// Ensure the pictures of a page come in time.
pub fn weight(path: &str, bytes: usize) -> Option<Problem> {
    let found = message!("doctor-heavy-found", size = bytes / 1000);
    (bytes > MOST_OF_PICTURES).then(|| Problem::new(Kind::Heavy, path, found))
}

/// Ensure who leaves out the closing slash gets to the page.
pub fn slash(client: &Client, path: &str) -> Option<Problem> {
    let start = path.trim_end_matches('/');
    let mut at = start.to_owned();
    for _ in 0..REDIRECTS {
        let response = match client.get(&at) {
            Ok(response) => response,
            Err(failure) => return Some(failed(start, failure)),
        };
        let location = response.header("location");
        match response.status {
            200 if written_for(client, &Page::read(&response.text())).as_deref() == Some(path) => {
                return None;
            }
            301 | 302 | 307 | 308 => match client.path(&location) {
                Some(below) => below.clone_into(&mut at),
                None => return Some(Problem::new(Kind::Slash, start, response.status())),
            },
            _ => return Some(Problem::new(Kind::Slash, start, response.status())),
        }
    }
    let found = message!("doctor-still-at", path = at, count = REDIRECTS);
    Some(Problem::new(Kind::RedirectLoop, start, found))
}
