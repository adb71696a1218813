//! What every host is asked for — types, caching, security, the page of unknown URLs — said once,
//! then printed in the words of each host.

mod apache;
mod caddy;
mod cloudfront;
mod host;
pub mod host_files;
mod netlify;
mod nginx;

pub use self::host::Host;

use crate::route;
use crate::site::admin;
use crate::site::content::admin::Admin;
use crate::site::content::alias::Moved;
use crate::site::render::csp;

/// A header and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name, as it is usually written.
    pub name: &'static str,
    /// Its value, without quotes of any kind but those of the policy.
    pub value: &'static str,
}

/// Sent with every response, errors too. What the build itself writes sends pages with their whole policy
/// as well; rules that are printed outlive a build, and the style of the next one is not known to them.
pub const SECURITY: [Header; 5] = [
    Header { name: "X-Content-Type-Options", value: "nosniff" },
    Header { name: "Referrer-Policy", value: "same-origin" },
    Header {
        name: "Permissions-Policy",
        value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    },
    Header { name: "X-Frame-Options", value: "DENY" },
    Header { name: "Content-Security-Policy", value: csp::OF_HOSTS },
];

/// The headers that say who may show a page in one of theirs.
pub const FRAMING: [&str; 2] = ["X-Frame-Options", "Content-Security-Policy"];

/// What is sent with results that other sites may show in their pages, in the place of [`FRAMING`].
pub const OF_EMBEDS: Header = Header { name: "Content-Security-Policy", value: csp::OF_EMBEDS };

/// The headers of security for a URL, besides that of HTTPS.
pub fn security(is_embed: bool) -> impl Iterator<Item = Header> {
    let own = SECURITY.into_iter().filter(move |it| !is_embed || !FRAMING.contains(&it.name));
    own.chain(is_embed.then_some(OF_EMBEDS))
}

/// The URLs of what other sites may show, as a regular expression that all hosts read alike.
pub fn pattern_of_embeds() -> String {
    format!("^{}/{}/", route::folder(), route::EMBEDS)
}

/// The policy of the editor in the browser, where a site has one: what its page says of itself, and what only hosts can.
pub fn policy_of_admin(admin: Option<&Admin>) -> Option<String> {
    admin.map(|admin| admin::policy(&admin.hosts()) + "; frame-ancestors 'none'")
}

/// The URLs of the editor, as a regular expression that all hosts read alike.
fn pattern_of_admin() -> String {
    format!("^{}/{}/", route::folder(), admin::FOLDER)
}

/// Sent with every response over HTTPS, and only there. Other sites of the same domain may still be
/// without HTTPS: they are not spoken for.
pub const HSTS: Header = Header { name: "Strict-Transport-Security", value: "max-age=31536000" };

/// Files that are not pages of the site but rules for a host, written next to its pages.
pub const HOST_FILES: [&str; 3] = [".htaccess", "_headers", "_redirects"];

/// URLs that browsers request by convention, and where they redirect. Temporarily, not permanently.
const LEGACY_PATHS: [(&str, &str); 1] = [("/favicon.ico", route::ICON)];

/// A redirect, on the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The path that is asked for.
    pub from: String,
    /// The path of the answer.
    pub to: String,
    /// `301` for ever, `302` for now.
    pub status: u16,
}

/// Those URLs, at the root of the host wherever the site is, and the old addresses of pages.
/// (An `.htaccess` speaks for its own folder only: there they are at the root of that.)
fn redirects(moved: &[Moved]) -> Vec<Redirect> {
    let legacy = LEGACY_PATHS.iter().map(|(from, to)| Redirect {
        from: (*from).to_owned(),
        to: route::href(to),
        status: 302,
    });
    let moved = moved.iter().map(|it| Redirect {
        from: route::href(&it.from.0),
        to: it.to.href(),
        status: 301,
    });
    legacy.chain(moved).collect()
}

/// What each ending stands for. Text is UTF-8.
pub const TYPES: [(&str, &[&str]); 18] = [
    ("application/json", &["json"]),
    ("application/manifest+json", &["webmanifest"]),
    ("application/pdf", &["pdf"]),
    ("application/wasm", &["wasm"]),
    ("application/xml", &["xml"]),
    ("font/woff2", &["woff2"]),
    ("image/avif", &["avif"]),
    ("image/gif", &["gif"]),
    ("image/jpeg", &["jpeg", "jpg"]),
    ("image/png", &["png"]),
    ("image/svg+xml", &["svg"]),
    ("image/webp", &["webp"]),
    ("text/calendar", &["ics"]),
    ("text/css", &["css"]),
    ("text/csv", &["csv"]),
    ("text/html", &["html"]),
    ("text/javascript", &["js"]),
    ("text/plain", &["txt"]),
];

/// The type of a file, by its ending.
pub fn type_of(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        return Some("text/html");
    }
    let (_, ending) = name.rsplit_once('.')?;
    TYPES.iter().find(|(_, endings)| endings.contains(&ending)).map(|(kind, _)| *kind)
}

/// How long a file may be kept without asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// Code: its name changes with its content.
    Forever,
    /// Pictures and documents: they rarely change under the same name.
    Hour,
    /// Pages, data and lists: a correction is seen within a minute or, by who comes back within ten,
    /// at the second look.
    Minute,
}

impl Cache {
    /// The `Cache-Control` that is asked for.
    pub const fn control(self) -> &'static str {
        match self {
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Hour => "public, max-age=3600, stale-while-revalidate=86400",
            Self::Minute => "public, max-age=60, stale-while-revalidate=600",
        }
    }

    /// The URLs that it is for, as a regular expression that all hosts read alike; the last one
    /// is for all others.
    pub fn pattern(self) -> String {
        let folder = route::folder();
        match self {
            Self::Forever => format!(r"^{folder}/urne-[0-9a-f]+(\.js|_bg\.wasm)$"),
            Self::Hour => format!("^{folder}/media/"),
            Self::Minute => String::new(),
        }
    }

    /// The rule for a URL: what `pattern` says, in Rust.
    pub fn of(path: &str) -> Self {
        let hashed = path
            .strip_prefix("/urne-")
            .and_then(|name| name.strip_suffix(".js").or_else(|| name.strip_suffix("_bg.wasm")));
        let is_hash = |name: &str| {
            !name.is_empty() && name.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
        };
        match hashed {
            Some(name) if is_hash(name) => Self::Forever,
            _ if path.starts_with("/media/") => Self::Hour,
            _ => Self::Minute,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_url_has_one_rule() {
        for (path, cache) in [
            ("/", Cache::Minute),
            ("/data/index.json", Cache::Minute),
            ("/media/place.svg", Cache::Hour),
            ("/urne-0a1b.js", Cache::Forever),
            ("/urne-0a1b_bg.wasm", Cache::Forever),
            ("/urne-de-vote/", Cache::Minute),
            ("/urne-.js", Cache::Minute),
            ("/data/urne-0a1b.js", Cache::Minute),
        ] {
            assert_eq!(Cache::of(path), cache, "{path}");
        }
    }

    #[test]
    fn types_are_known_by_their_ending() {
        for (path, kind) in [
            ("/", Some("text/html")),
            ("/actualites/", Some("text/html")),
            ("/urne-0a1b_bg.wasm", Some("application/wasm")),
            ("/media/a.b/c.jpeg", Some("image/jpeg")),
            ("/media/a.b/c", None),
            ("/media/c.odt", None),
        ] {
            assert_eq!(type_of(path), kind, "{path}");
        }
    }
}
