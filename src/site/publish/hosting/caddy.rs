//! The rules for Caddy, as a file to import in the block of a site.

use std::fmt::Write;

use super::{
    Cache, FRAMING, HOST_FILES, HSTS, OF_EMBEDS, Redirect, SECURITY, pattern_of_admin,
    pattern_of_embeds, redirects,
};
use crate::route::{NOT_FOUND, href};
use crate::site::content::alias::Moved;

const HEAD: &str = "\
# The rules of the site for Caddy: import this file in the block of the site, after `root`. Printed by
# `urne hosting caddy`. Caddy knows the types of the site's files and adds closing slashes.

";

/// The text of the file.
pub fn configuration(moved: &[Moved], editor: Option<&str>) -> String {
    let not_found = href(NOT_FOUND);
    let mut text = HEAD.to_owned();
    text.push_str("header {\n");
    for header in SECURITY.iter().filter(|it| !FRAMING.contains(&it.name)) {
        let _ = writeln!(text, "\t{} \"{}\"", header.name, header.value);
    }
    text.push_str(
        "}\n# Any site may show results to embed in a page of its own, and nothing else.\n",
    );
    let _ = writeln!(text, "@embeds path_regexp {}", pattern_of_embeds());
    let _ = writeln!(text, "header @embeds {} \"{}\"", OF_EMBEDS.name, OF_EMBEDS.value);
    let _ = writeln!(text, "@own {{\n\tnot path_regexp {}\n}}", pattern_of_embeds());
    for header in SECURITY.iter().filter(|it| FRAMING.contains(&it.name)) {
        let _ = writeln!(text, "header @own {} \"{}\"", header.name, header.value);
    }
    if let Some(policy) = editor {
        text.push_str("# The editor in the browser speaks to the service that keeps the files.\n");
        let _ = writeln!(text, "@editor path_regexp {}", pattern_of_admin());
        let _ = writeln!(text, "header @editor {} \"{policy}\"", OF_EMBEDS.name);
    }
    text.push_str("@transport protocol https\n");
    let _ = writeln!(text, "header @transport {} \"{}\"\n", HSTS.name, HSTS.value);
    for (name, cache) in [("code", Cache::Forever), ("media", Cache::Hour)] {
        let _ = writeln!(text, "@{name} path_regexp {}", cache.pattern());
        let _ = writeln!(text, "header @{name} Cache-Control \"{}\"", cache.control());
    }
    let _ = writeln!(text, "@others {{\n\tnot path_regexp {}\n}}", joined());
    let _ = writeln!(text, "header @others Cache-Control \"{}\"\n", Cache::Minute.control());
    for Redirect { from, to, status } in redirects(moved) {
        let _ = writeln!(text, "redir {from} {to} {status}");
    }
    text.push_str("\n@manifest path *.webmanifest\n");
    text.push_str("header @manifest Content-Type application/manifest+json\n\n");
    let _ = writeln!(text, "{}", file_server(""));
    let _ = writeln!(text, "handle_errors {{\n\trewrite * {not_found}");
    let _ = writeln!(text, "{}}}", file_server("\t"));
    text
}

/// One expression for both, because a matcher takes one.
fn joined() -> String {
    format!("({})|({})", Cache::Forever.pattern(), Cache::Hour.pattern())
}

fn file_server(indent: &str) -> String {
    let hidden = HOST_FILES.join(" ");
    format!(
        "{indent}file_server {{\n\
         {indent}\tprecompressed br gzip\n\
         {indent}\thide {hidden}\n\
         {indent}}}\n"
    )
}
