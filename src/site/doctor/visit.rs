//! What a visitor, a search engine and a feed reader ask for, one after the other.

use std::collections::BTreeSet;

use super::answer;
use super::client::{Answer, Client, Failure};
use super::fault::{Fault, Kind};
use super::page::Page;
use crate::route::{NOT_FOUND, Route};
use crate::site::render::csp;

/// Addresses that no site has: a page, and a file of data.
const UNKNOWN: [&str; 2] = ["/cette-page-n-existe-pas/", "/data/ces-donnees-n-existent-pas.json"];

/// More redirects than this lead nowhere.
const REDIRECTS: usize = 5;

/// What was found on a page.
#[derive(Default)]
pub struct Visited {
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// The files that it loads.
    pub assets: BTreeSet<String>,
}

/// Asks for a path that must be there, and what holds for every answer.
fn asked(client: &Client, path: &str, missing: Kind) -> Result<(Answer, Vec<Fault>), Fault> {
    let answer = client.get(path).map_err(|failure| failed(path, failure))?;
    if answer.status != 200 {
        return Err(Fault::new(missing, path, answer.status()));
    }
    let faults = answer::faults(path, &answer, client.base.starts_with("https:"));
    Ok((answer, faults))
}

fn failed(path: &str, failure: Failure) -> Fault {
    match failure {
        Failure::Silence(why) => Fault::new(Kind::Silence, path, why),
        Failure::Coding(why) => Fault::new(Kind::OtherCoding, path, why),
    }
}

/// The path on the site for which a page says it was written.
fn written_for(client: &Client, page: &Page) -> Option<String> {
    Some(client.path(&page.address()?)?.to_owned())
}

/// Ensure there is a site at all: its home page, made by this project.
pub fn home(client: &Client) -> Option<Fault> {
    let answer = match client.get("/") {
        Ok(answer) => answer,
        Err(failure) => return Some(failed("/", failure)),
    };
    match answer.status {
        200 => {}
        300..400 => return Some(Fault::new(Kind::Elsewhere, "/", answer.status())),
        _ => return Some(Fault::new(Kind::Page, "/", answer.status())),
    }
    let page = Page::read(&answer.text());
    let Some(address) = page.address() else {
        return Some(Fault::new(Kind::Page, "/", "no page that this project has built"));
    };
    let built = address.strip_suffix('/').filter(|folder| *folder != client.folder)?;
    Some(Fault::new(Kind::Folder, "/", format!("built for {built}/, not for {}/", client.folder)))
}

/// Ensure nobody reads along: HTTPS, also for who types the address without it.
pub fn transport(client: &Client) -> Option<Fault> {
    if client.is_local {
        return None;
    }
    let Some(host) = client.base.strip_prefix("https://") else {
        return Some(Fault::new(Kind::Transport, "/", "http://, expected https://"));
    };
    let plain = format!("http://{host}/");
    match client.get(&plain) {
        Ok(answer) if !answer.header("location").starts_with("https://") => {
            Some(Fault::new(Kind::Transport, "/", format!("{plain}: {}", answer.status())))
        }
        // A host that does not answer without HTTPS is no less safe.
        _ => None,
    }
}

/// Ensure what is sent compressed is what is sent plain.
pub fn codings(client: &Client) -> Vec<Fault> {
    let Ok(plain) = client.ask("/", "identity") else { return Vec::new() };
    let compared = ["br", "gzip"].map(|coding| match client.ask("/", coding) {
        Ok(answer) if answer.content == plain.content => None,
        Ok(_) => Some(Fault::new(Kind::OtherCoding, "/", format!("{coding}: another page"))),
        Err(failure) => Some(failed("/", failure)),
    });
    compared.into_iter().flatten().collect()
}

/// The paths of all pages. Ensure the site calls itself by the address at which it was found.
pub fn sitemap(client: &Client) -> (Vec<String>, Vec<Fault>) {
    let path = "/sitemap.xml";
    let (answer, mut faults) = match asked(client, path, Kind::List) {
        Ok(asked) => asked,
        Err(fault) => return (vec!["/".to_owned()], vec![fault]),
    };
    let text = answer.text();
    let document = match roxmltree::Document::parse(&text) {
        Ok(document) => document,
        Err(error) => {
            faults.push(Fault::new(Kind::List, path, format!("no XML: {error}")));
            return (vec!["/".to_owned()], faults);
        }
    };
    let mut paths = vec!["/".to_owned()];
    let nodes = document.descendants().filter(|node| node.tag_name().name() == "loc");
    for location in nodes.filter_map(|node| node.text()) {
        let path = client.path(location).unwrap_or_else(|| {
            let found = format!("{location}, expected an address below {}/", client.base);
            faults.push(Fault::new(Kind::Base, path, found));
            let below = below_the_host(location);
            client.path(below).unwrap_or(below)
        });
        paths.push(path.to_owned());
    }
    paths.sort();
    paths.dedup();
    if paths.len() == 1 {
        faults.push(Fault::new(Kind::List, path, "no page but the first"));
    }
    (paths, faults)
}

/// What follows the host of an address.
fn below_the_host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..])
}

/// Ensure search engines find the list of pages. They read one `robots.txt` for a host, at its root:
/// that of a site in a folder is without effect, and the one that counts is not the site's.
pub fn robots(client: &Client) -> Vec<Fault> {
    if !client.folder.is_empty() {
        return Vec::new();
    }
    let path = "/robots.txt";
    list(client, path, |text| {
        let expected = format!("Sitemap: {}/sitemap.xml", client.base);
        let found = text.lines().find(|line| line.starts_with("Sitemap:")).unwrap_or("nothing");
        (found != expected)
            .then(|| Fault::new(Kind::Base, path, format!("{found}, expected {expected}")))
    })
}

/// Ensure readers of the news find them.
pub fn feed(client: &Client) -> Vec<Fault> {
    let path = "/feed.xml";
    list(client, path, |text| {
        let id = match roxmltree::Document::parse(text) {
            Ok(document) => {
                let mut nodes = document.root_element().children();
                let id = nodes.find(|node| node.tag_name().name() == "id");
                id.and_then(|node| node.text()).unwrap_or("nothing").to_owned()
            }
            Err(error) => return Some(Fault::new(Kind::List, path, format!("no XML: {error}"))),
        };
        let expected = format!("{}/", client.base);
        (id != expected).then(|| Fault::new(Kind::Base, path, format!("{id}, expected {expected}")))
    })
}

fn list(client: &Client, path: &str, check: impl Fn(&str) -> Option<Fault>) -> Vec<Fault> {
    match asked(client, path, Kind::List) {
        Ok((answer, mut faults)) => {
            faults.extend(check(&answer.text()));
            faults
        }
        Err(fault) => vec![fault],
    }
}

/// Ensure addresses that do not exist say so, with the page that helps on.
pub fn unknown(client: &Client) -> Vec<Fault> {
    let mut faults = Vec::new();
    for path in UNKNOWN {
        let answer = match client.get(path) {
            Ok(answer) => answer,
            Err(failure) => {
                faults.push(failed(path, failure));
                continue;
            }
        };
        faults.extend(answer::security(path, &answer, client.base.starts_with("https:")));
        if answer.status != 404 {
            let found = format!("{}, expected 404", answer.status());
            faults.push(Fault::new(Kind::SoftNotFound, path, found));
        } else if written_for(client, &Page::read(&answer.text())).as_deref() != Some(NOT_FOUND) {
            faults.push(Fault::new(Kind::NotFoundPage, path, "another page with status 404"));
        }
    }
    faults
}

/// Ensure a page and its data are there and the page knows its address.
pub fn page(client: &Client, path: &str) -> Visited {
    let (answer, mut faults) = match asked(client, path, Kind::Page) {
        Ok(asked) => asked,
        Err(fault) => return Visited { faults: vec![fault], ..Visited::default() },
    };
    let html = answer.text();
    let page = Page::read(&html);
    if written_for(client, &page).as_deref() != Some(path) {
        faults.push(Fault::new(Kind::Page, path, "another page is sent in its place"));
        return Visited { faults, ..Visited::default() };
    }
    let expected = format!("{}{path}", client.base);
    let found = page.canonical().unwrap_or_else(|| "nothing".to_owned());
    if found != expected {
        let found = format!("canonical {found}, expected {expected}");
        faults.push(Fault::new(Kind::Base, path, found));
    }
    faults.extend(policy(path, &answer, &html));
    if let Some(route) = Route::parse(path) {
        faults.extend(data(client, &route.data()));
    }
    let (files, links) = (page.files(), page.links());
    faults.extend(files.union(&links).filter_map(|address| outside(client, path, address)));
    let inside = |address: &String| client.path(address).map(str::to_owned);
    let linked = links.iter().filter_map(inside).filter(|link| link.starts_with("/media/"));
    Visited { faults, assets: files.iter().filter_map(inside).chain(linked).collect() }
}

/// Ensure a page is not sent with the policy of another build.
fn policy(path: &str, answer: &Answer, html: &str) -> Option<Fault> {
    let sent = answer.header("content-security-policy");
    let is_allowed = csp::lets_through(&sent, html);
    let found = "its style or its loader is none of those that Content-Security-Policy names";
    (!is_allowed).then(|| Fault::new(Kind::Policy, path, found))
}

/// Ensure a page does not lead out of the folder in which the site stands.
fn outside(client: &Client, path: &str, address: &str) -> Option<Fault> {
    let found = format!("leads to {address}, expected an address below {}/", client.folder);
    client.path(address).is_none().then(|| Fault::new(Kind::Outside, path, found))
}

fn data(client: &Client, path: &str) -> Vec<Fault> {
    match asked(client, path, Kind::Data) {
        Ok((answer, mut faults)) => {
            if serde_json::from_slice::<serde::de::IgnoredAny>(&answer.content).is_err() {
                faults.push(Fault::new(Kind::Data, path, "what is sent is no JSON"));
            }
            faults
        }
        Err(fault) => vec![fault],
    }
}

/// Ensure a file that a page loads is there.
pub fn asset(client: &Client, path: &str) -> Vec<Fault> {
    match asked(client, path, Kind::Asset) {
        Ok((_, faults)) => faults,
        Err(fault) => vec![fault],
    }
}

/// Ensure who leaves out the closing slash gets to the page.
pub fn slash(client: &Client, path: &str) -> Option<Fault> {
    let start = path.trim_end_matches('/');
    let mut at = start.to_owned();
    for _ in 0..REDIRECTS {
        let answer = match client.get(&at) {
            Ok(answer) => answer,
            Err(failure) => return Some(failed(start, failure)),
        };
        let location = answer.header("location");
        match answer.status {
            200 if written_for(client, &Page::read(&answer.text())).as_deref() == Some(path) => {
                return None;
            }
            301 | 302 | 307 | 308 => match client.path(&location) {
                Some(below) => below.clone_into(&mut at),
                None => return Some(Fault::new(Kind::Slash, start, answer.status())),
            },
            _ => return Some(Fault::new(Kind::Slash, start, answer.status())),
        }
    }
    Some(Fault::new(Kind::Circle, start, format!("still at {at} after {REDIRECTS} redirects")))
}
