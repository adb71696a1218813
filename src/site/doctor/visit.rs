//! What a visitor, a search engine and a feed reader ask for, one after the other.

use std::collections::BTreeSet;

use super::client::{Client, RequestError, Response};
use super::page::Page;
use super::problem::{Kind, Problem, expected, expected_below, or_nothing};
use super::response;
use crate::message;
use crate::route::{Feed, NOT_FOUND, Route};
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
pub fn asked(
    client: &Client,
    path: &str,
    missing: Kind,
) -> Result<(Response, Vec<Problem>), Problem> {
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
