//! What search engines are told: which pages there are, when they changed, and that all may be read.

use super::dates::Dates;
use crate::route::href;
use crate::site::compile::Compiled;

/// The most URLs that one list may hold, by its protocol (sitemaps.org).
pub const MOST: usize = 50_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The files of the list of pages, with their paths on the site: `sitemap.xml`, which names the others where one
/// cannot hold all. URLs of the site hold no character that XML would mind.
pub fn files(compiled: &Compiled, most: usize) -> Vec<(String, String)> {
    let base = html_escape::encode_text(&compiled.site.base);
    let dates = Dates::of(compiled);
    let pages = compiled.routes().map(|route| {
        let changed = dates.of_page(&route);
        (element("url", &format!("{base}{}", route.href()), changed.as_deref()), changed)
    });
    let pages: Vec<(String, Option<String>)> = pages.collect();
    if pages.len() <= most {
        return vec![("/sitemap.xml".to_owned(), list("urlset", pages.iter().map(|(it, _)| it)))];
    }
    let mut files = Vec::new();
    let mut index = Vec::new();
    for (number, pages) in (1..).zip(pages.chunks(most)) {
        let path = format!("/sitemap-{number}.xml");
        let changed = pages.iter().filter_map(|(_, changed)| changed.as_deref()).max();
        index.push(element("sitemap", &format!("{base}{}", href(&path)), changed));
        files.push((path, list("urlset", pages.iter().map(|(it, _)| it))));
    }
    files.push(("/sitemap.xml".to_owned(), list("sitemapindex", index.iter())));
    files
}

fn element(name: &str, url: &str, changed: Option<&str>) -> String {
    let changed = changed.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    format!("<{name}><loc>{url}</loc>{changed}</{name}>\n")
}

fn list<'a>(name: &str, elements: impl Iterator<Item = &'a String>) -> String {
    let elements: String = elements.map(String::as_str).collect();
    format!("{HEAD}<{name} xmlns=\"{SPACE}\">\n{elements}</{name}>\n")
}

/// `robots.txt`: everything may be read.
pub fn robots(compiled: &Compiled) -> String {
    let sitemap = href("/sitemap.xml");
    format!("User-agent: *\nAllow: /\n\nSitemap: {}{sitemap}\n", compiled.site.base)
}
