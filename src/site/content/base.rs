//! `base`: where the site will be found.

use crate::message;
use crate::site::messages::Message;
use crate::site::parse::addresses::{self, is_url};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{FromNode, unexpected, unexpected_but};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};

/// The URL of the site: scheme and host. Its pages are at the root of the host.
pub struct Base(pub String);

impl FromNode for Base {
    const SHAPE: Shape = Shape::Base;
    const EXPECTED: Message = message!("content-base");
    const EXAMPLE: Message = Message::verbatim("\"https://www.example.org\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else { return unexpected(node, problems) };
        let base = text.trim_end_matches('/');
        if is_url(base) && is_without_path(base) {
            warn_if_nobody_finds_it(base, node, problems);
            return Some(Self(base.to_owned()));
        }
        if let Some((host, folder)) = with_folder(base) {
            let help = message!("content-base-folder-help", base = host, folder = folder.as_str());
            let found = message!("content-base-folder-found", folder = folder);
            problems.add(
                &node.source,
                node.span.clone(),
                message!("content-base-folder"),
                found,
                help,
            );
            return None;
        }
        let meant = addresses::meant(base).filter(|it| is_url(it) && is_without_path(it));
        unexpected_but(node, meant.map(|url| format!("\"{url}\"").into()), problems)
    }
}

/// The host of a URL, with its port, and whatever is behind it.
fn host_of(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

fn is_without_path(url: &str) -> bool {
    !host_of(url).contains(['/', '?', '#', '&', '\''])
}

/// A URL with a folder, in its two parts.
fn with_folder(url: &str) -> Option<(&str, String)> {
    let (host, folder) = host_of(url).split_once('/')?;
    let start = url.get(..url.len() - folder.len() - 1)?;
    let is_folder = folder.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.~/".contains(&it));
    (is_url(start) && is_folder && !host.is_empty()).then(|| (start, format!("/{folder}/")))
}

/// Points at an address at which nobody will find the site, and at one that browsers call insecure.
fn warn_if_nobody_finds_it(base: &str, node: &Node, problems: &mut Problems) {
    let (scheme, _) = base.split_once("://").unwrap_or_default();
    let host = host_of(base).to_ascii_lowercase();
    let host = host.rsplit_once(':').map_or(host.as_str(), |(host, _)| host);
    let [title, found, help] = if is_reserved_for_examples(host) {
        [
            message!("content-base-example"),
            message!("content-base-example-found"),
            message!("content-base-example-help"),
        ]
    } else if scheme == "http" && !is_for_tests(host) {
        let secure = base.replacen("http:", "https:", 1);
        [
            message!("content-base-insecure"),
            message!("content-base-insecure-found"),
            message!("mistakes-write", line = format!("\"{secure}\"")),
        ]
    } else {
        return;
    };
    problems.warn(&node.source, node.span.clone(), title, found, help);
}

/// Whether a host is one that nobody can have (RFC 2606).
fn is_reserved_for_examples(host: &str) -> bool {
    let of = |domain: &&str| {
        host.strip_suffix(*domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    ["example", "example.com", "example.net", "example.org", "invalid"].iter().any(of)
}

/// Whether a host is this computer, one nearby, or one that is only for tests.
fn is_for_tests(host: &str) -> bool {
    let nearby = ["127.", "10.", "192.168.", "[::1]"].iter().any(|it| host.starts_with(it));
    let named = ["localhost", "test", "local"];
    nearby || named.iter().any(|it| host.rsplit('.').next() == Some(*it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_and_tests_are_told_from_hosts() {
        for host in ["example.org", "www.example.com", "habitants.example"] {
            assert!(is_reserved_for_examples(host), "{host}");
        }
        for host in ["counterexample.org", "example.fr", "mairie.fr"] {
            assert!(!is_reserved_for_examples(host), "{host}");
        }
        for host in ["localhost", "127.0.0.1", "site.test", "192.168.1.20"] {
            assert!(is_for_tests(host), "{host}");
        }
        assert!(!is_for_tests("mairie.fr"));
        let parts = ("https://a.fr", "/canal/".to_owned());
        assert_eq!(with_folder("https://a.fr/canal"), Some(parts));
        assert_eq!(with_folder("https://a.fr"), None);
    }
}
