//! The rules for nginx, as a file to include in a `server` block that says `root`.

use std::fmt::Write;

use super::{
    Cache, HSTS, Redirect, TYPES, pattern_of_admin, pattern_of_embeds, redirects, security,
};
use crate::route::NOT_FOUND;
use crate::route::{self, href};
use crate::site::content::alias::Moved;
use crate::site::render::csp;

const HEAD: &str = "\
# The rules of the site for nginx: include this file in the `server` block whose `root` is the folder
# of the site. Printed by `urne hosting nginx`.

index index.html;
absolute_redirect off;
etag on;

# The files .gz that the build left are sent as they are. For .br as well, which are smaller
# still, add nginx's Brotli module (on Debian: apt install libnginx-mod-http-brotli-static) and
# uncomment the second line.
gzip_static on;
#brotli_static on;
gzip_vary on;

charset utf-8;
charset_types text/css text/csv text/calendar text/javascript text/plain application/xml;
default_type application/octet-stream;
";

/// The text of the file.
pub fn configuration(moved: &[Moved], editor: Option<&str>) -> String {
    let not_found = href(NOT_FOUND);
    let mut text = HEAD.to_owned();
    text.push_str("types {\n");
    for (kind, endings) in TYPES {
        let _ = writeln!(text, "    {kind} {};", endings.join(" "));
    }
    text.push_str("}\n\n# Nothing is promised for HTTPS where it is not used.\n");
    text.push_str("set $urne_transport \"\";\nif ($scheme = https) {\n");
    let _ = writeln!(text, "    set $urne_transport \"{}\";\n}}\n", HSTS.value);
    let _ = writeln!(text, "error_page 404 {not_found};");
    text.push_str("# A folder without a page is no URL of the site.\n");
    let _ = writeln!(text, "error_page 403 =404 {not_found};\n");
    headers(&mut text, "", None, false);
    text.push_str("\n# A block with a header of its own inherits none, so each says them all.\n");
    location(&mut text, "/", "", Cache::Minute);
    location(&mut text, &format!("= {not_found}"), "    internal;\n", Cache::Minute);
    for cache in [Cache::Forever, Cache::Hour] {
        location(&mut text, &format!("~ \"{}\"", cache.pattern()), "", cache);
    }
    text.push_str("# Any site may show these in a page of its own.\n");
    let embeds = format!("~ \"{}\"", pattern_of_embeds());
    let _ = writeln!(text, "location {embeds} {{");
    headers(&mut text, "    ", Some(Cache::Minute), true);
    text.push_str("}\n");
    text.push_str(&editor.map(of_editor).unwrap_or_default());
    for Redirect { from, to, status } in redirects(moved) {
        let _ = writeln!(text, "location = {from} {{\n    return {status} {to};\n}}");
    }
    text.push_str("# Instructions to other hosts are no part of the site.\n");
    let folder = route::folder();
    let _ =
        writeln!(text, "location ~ \"^{folder}/(_|\\.(?!well-known/))\" {{\n    return 404;\n}}");
    text
}

/// The block of the editor in the browser, which has a policy of its own.
fn of_editor(policy: &str) -> String {
    let mut own = String::new();
    headers(&mut own, "    ", Some(Cache::Minute), false);
    let (own, pattern) = (own.replace(csp::OF_HOSTS, policy), pattern_of_admin());
    format!(
        "# The editor in the browser speaks to the service that keeps the files.\n\
         location ~ \"{pattern}\" {{\n{own}}}\n"
    )
}

fn location(text: &mut String, of: &str, more: &str, cache: Cache) {
    let _ = write!(text, "location {of} {{\n{more}");
    headers(text, "    ", Some(cache), false);
    text.push_str("}\n");
}

fn headers(text: &mut String, indent: &str, cache: Option<Cache>, is_embed: bool) {
    if let Some(cache) = cache {
        let _ = writeln!(text, "{indent}add_header Cache-Control \"{}\" always;", cache.control());
    }
    for header in security(is_embed) {
        let _ = writeln!(text, "{indent}add_header {} \"{}\" always;", header.name, header.value);
    }
    let _ = writeln!(text, "{indent}add_header {} $urne_transport always;", HSTS.name);
}
