//! What holds for each response by itself: its type, its compression, its headers.

use super::client::Response;
use super::problem::{self, Kind, Problem};
use crate::message;
use crate::site::messages::Message;
use crate::site::publish::compress::COMPRESSED;
use crate::site::publish::hosting::{self, Cache, HSTS, SECURITY};
use crate::site::render::csp;

/// Below this many bytes hosts do not compress: it all goes in one packet.
const SMALL: usize = 1400;

/// A correction must be seen within the hour; what rarely changes, within a week.
const LONGEST: [(Cache, u64); 2] = [(Cache::Minute, 3600), (Cache::Hour, 7 * 24 * 3600)];

/// A year is asked for; half of it is long enough.
const SHORTEST: u64 = 182 * 24 * 3600;

/// What is wrong with the response to a path, where it is the file that was asked for.
pub fn problems(path: &str, response: &Response, is_secure: bool) -> Vec<Problem> {
    let mut problems = security(path, response, is_secure);
    problems.extend(kind(path, response));
    problems.extend(cache_lifetime(path, response));
    problems.extend(compression(path, response));
    problems
}

/// Ensure a file is sent as what its ending says.
fn kind(path: &str, response: &Response) -> Option<Problem> {
    let expected = hosting::type_of(path)?;
    let sent = response.header("content-type").to_ascii_lowercase();
    let found = sent.split(';').next().unwrap_or_default().trim();
    let also: &[&str] = match expected {
        "text/javascript" => &["application/javascript"],
        "application/xml" => &["text/xml", "application/atom+xml"],
        _ => &[],
    };
    let is_right = found == expected || also.contains(&found);
    let found = problem::expected(format!("{found:?}"), format!("{expected:?}"));
    (!is_right).then(|| Problem::new(Kind::Type, path, found))
}

/// Ensure a file is cached as long as it may be.
fn cache_lifetime(path: &str, response: &Response) -> Option<Problem> {
    let control = response.header("cache-control").to_ascii_lowercase();
    let expected = Cache::of(path);
    let problem = |kind| {
        let found = problem::expected(said("Cache-Control", &control), expected.control());
        Some(Problem::new(kind, path, found))
    };
    let age = number(&control, "max-age=");
    if expected == Cache::Forever {
        let is_long = age.is_some_and(|age| age >= SHORTEST) && control.contains("immutable");
        return if is_long { None } else { problem(Kind::CachedTooShort) };
    }
    let asks_again = ["no-cache", "no-store"].iter().any(|it| control.contains(it));
    match age {
        _ if asks_again => None,
        None => problem(Kind::NoCache),
        Some(age) => {
            let is_long = LONGEST.iter().any(|(cache, most)| *cache == expected && age > *most);
            if is_long || control.contains("immutable") {
                problem(Kind::CachedTooLong)
            } else {
                None
            }
        }
    }
}

fn said(header: &str, value: &str) -> Message {
    if value.is_empty() {
        return message!("doctor-no-header", header = header);
    }
    format!("{header}: {value}").into()
}

fn number(control: &str, before: &str) -> Option<u64> {
    let directives = control.split(',').map(str::trim);
    directives.filter_map(|it| it.strip_prefix(before)).find_map(|it| it.parse().ok())
}

/// Ensure text is compressed, and caches between know.
fn compression(path: &str, response: &Response) -> Option<Problem> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("html", |(_, ending)| ending);
    if !COMPRESSED.contains(&ending) || response.content.len() < SMALL {
        return None;
    }
    if response.coding.is_empty() {
        let expected = message!("doctor-br-or-gzip");
        let found = problem::expected(said("Content-Encoding", ""), expected);
        return Some(Problem::new(Kind::Uncompressed, path, found));
    }
    let vary = response.header("vary").to_ascii_lowercase();
    let says_so = vary.contains("accept-encoding") || vary.contains('*');
    (!says_so).then(|| Problem::new(Kind::Vary, path, said("Vary", &vary)))
}

/// Ensure every header of security is there, with errors too. A host may ask for more than the rules.
pub fn security(path: &str, response: &Response, is_secure: bool) -> Vec<Problem> {
    let transport = is_secure.then_some(&HSTS);
    let missing = SECURITY.iter().chain(transport).filter_map(|header| {
        let found = response.header(header.name);
        let is_there = match header.name {
            "X-Content-Type-Options" => found.eq_ignore_ascii_case(header.value),
            "Content-Security-Policy" => csp::covers_baseline(&found),
            "Strict-Transport-Security" => {
                number(&found.replace(';', ",").to_ascii_lowercase(), "max-age=") > Some(0)
            }
            _ => !found.is_empty(),
        };
        let found = problem::expected(said(header.name, &found), header.value);
        (!is_there).then(|| Problem::new(Kind::Header(header.name), path, found))
    });
    missing.collect()
}
