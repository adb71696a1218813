//! The rules for Apache, as the `.htaccess` that the build leaves in the folder of the site.

use std::fmt::Write;

use super::{
    Cache, FRAMING, HOST_FILES, HSTS, OF_EMBEDS, Redirect, SECURITY, TYPES, pattern_of_admin,
    pattern_of_embeds, redirects, type_of,
};
use crate::route::{self, NOT_FOUND, href};
use crate::site::content::alias::Moved;
use crate::site::publish::compress::COMPRESSED;

/// The codings that the build leaves next to text files, the smaller first.
const CODINGS: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];

/// The text of `.htaccess`, with the policy of the pages where it is next to them. Each part is left
/// out by a host that lacks its module.
pub fn configuration(policy: Option<&str>, moved: &[Moved], editor: Option<&str>) -> String {
    let not_found = href(NOT_FOUND);
    let mut text = "# The rules of the site for Apache 2.4. Written by the build.\n".to_owned();
    text.push_str("DirectoryIndex index.html\nAddDefaultCharset utf-8\n");
    let _ = writeln!(text, "ErrorDocument 404 {not_found}\n");
    text.push_str("<IfModule mod_mime.c>\n");
    for (kind, endings) in TYPES {
        let _ = writeln!(text, "AddType {kind} .{}", endings.join(" ."));
    }
    text.push_str("AddCharset utf-8 .css .csv .ics .js .xml\n</IfModule>\n\n");
    text.push_str(&rewriting(moved));
    text.push_str(&headers(policy, editor));
    text
}

fn rewriting(moved: &[Moved]) -> String {
    let mut text = "<IfModule mod_rewrite.c>\nRewriteEngine On\n".to_owned();
    let hidden = HOST_FILES.join("|").replace('.', "\\.");
    text.push_str("# Instructions to hosts are no part of the site.\n");
    let _ = writeln!(text, "RewriteRule ^({hidden})$ - [R=404,L]");
    for Redirect { from, to, status } in redirects(moved) {
        let from = from.strip_prefix(route::folder()).unwrap_or(&from).trim_start_matches('/');
        let slash = if from.ends_with('/') { "?" } else { "" };
        let from = lazy_regex::regex::escape(from);
        let _ = writeln!(text, "RewriteRule ^{from}{slash}$ {to} [R={status},L]");
    }
    text.push_str(
        "# A folder without a page is no URL of the site.\n\
         RewriteCond %{REQUEST_FILENAME} -d\n\
         RewriteCond %{REQUEST_FILENAME}/index.html !-f\n\
         RewriteRule ^ - [R=404,L]\n\
         # What the build has compressed is sent as it is.\n",
    );
    for (ending, coding) in CODINGS {
        for (page, rule) in [("/index.html", "^(|.*/)$"), ("", "^(.+[^/])$")] {
            let _ = write!(
                text,
                "RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\n\
                 RewriteCond %{{REQUEST_FILENAME}}{page}.{ending} -f\n\
                 RewriteRule {rule} $1{}.{ending} [L]\n",
                page.trim_start_matches('/'),
            );
        }
    }
    text.push_str("</IfModule>\n\n");
    text
}

fn headers(policy: Option<&str>, editor: Option<&str>) -> String {
    let mut text = "<IfModule mod_headers.c>\n".to_owned();
    text.push_str(&security(policy));
    if let Some(policy) = editor {
        text.push_str("# The editor in the browser speaks to the service that keeps the files.\n");
        let (name, editor) = (OF_EMBEDS.name, pattern_of_admin());
        let of_it = format!("expr=%{{REQUEST_URI}} =~ m#{editor}#");
        let _ = writeln!(text, "Header always set {name} \"{policy}\" \"{of_it}\"");
    }
    let (name, value) = (HSTS.name, HSTS.value);
    let _ = writeln!(text, "Header always set {name} \"{value}\" \"expr=%{{HTTPS}} == 'on'\"");
    let _ = writeln!(text, "Header set Cache-Control \"{}\"", Cache::Minute.control());
    for cache in [Cache::Hour, Cache::Forever] {
        // What is sent in place of a file has its name and one ending more.
        let pattern = cache.pattern().replace(")$", r")(\.br|\.gz)?$");
        let control = cache.control();
        let expression = format!("expr=%{{REQUEST_URI}} =~ m#{pattern}#");
        let _ = writeln!(text, "Header set Cache-Control \"{control}\" \"{expression}\"");
    }
    let all = COMPRESSED.join("|");
    let _ = writeln!(text, "<FilesMatch \"\\.({all})(\\.br|\\.gz)?$\">");
    text.push_str("Header merge Vary Accept-Encoding\n</FilesMatch>\n");
    // Apache would take `.br` for Breton.
    text.push_str("RemoveLanguage .br\nRemoveEncoding .gz\nRemoveType .br .gz\n");
    for (ending, coding) in CODINGS {
        let _ = writeln!(text, "<FilesMatch \"\\.({all})\\.{ending}$\">");
        let _ = writeln!(text, "Header set Content-Encoding {coding}");
        text.push_str("<IfModule mod_env.c>\nSetEnv no-gzip 1\nSetEnv no-brotli 1\n</IfModule>\n");
        text.push_str("</FilesMatch>\n");
    }
    for kind in COMPRESSED {
        let file = format!("file.{kind}");
        let _ = writeln!(text, "<FilesMatch \"\\.{kind}\\.(br|gz)$\">");
        let _ = writeln!(text, "ForceType {}\n</FilesMatch>", type_of(&file).unwrap_or_default());
    }
    text.push_str("</IfModule>\n");
    text
}

/// The headers of security: who may show a page in one of theirs depends on where it is.
fn security(policy: Option<&str>) -> String {
    let mut text = String::new();
    let embeds = pattern_of_embeds();
    let own = format!("%{{REQUEST_URI}} !~ m#{embeds}#");
    for header in SECURITY {
        let is_framing = FRAMING.contains(&header.name);
        let of = if is_framing { format!(" \"expr={own}\"") } else { String::new() };
        let _ = writeln!(text, "Header always set {} \"{}\"{of}", header.name, header.value);
    }
    text.push_str("# Any site may show results to embed in a page of its own, and nothing else.\n");
    let (name, value) = (OF_EMBEDS.name, OF_EMBEDS.value);
    let _ = writeln!(
        text,
        "Header always set {name} \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#{embeds}#\""
    );
    if let Some(policy) = policy {
        let pages = format!(r"expr=%{{REQUEST_URI}} =~ m#(/|\.html)(\.br|\.gz)?$# && {own}");
        let _ =
            writeln!(text, "Header always set Content-Security-Policy \"{policy}\" \"{pages}\"");
    }
    text
}
