//! What the head of a document says of its page: title and description, addresses, feeds, previews, and what search
//! engines read.

use html_escape::encode_quoted_attribute;

use super::dates;
use super::feeds::category;
use crate::data::{Article, Failure, Page, fingerprint};
use crate::pages;
use crate::route::{Feed, Route, href};
use crate::site::compile::Compiled;

const ATOM: &str = "application/atom+xml";
const CALENDAR: &str = "text/calendar";

/// The head of the page at a path on its host, whose data is this text, or of the notice that it could not be loaded.
/// `card` are the elements that say which picture networks show of it.
pub fn head(
    compiled: &Compiled,
    path: &str,
    page: Result<&Page, Failure>,
    data: &str,
    card: &str,
) -> String {
    let site = &compiled.site;
    let head = pages::head(&site.short_name, page);
    let title = encode_quoted_attribute(&head.title);
    let description = encode_quoted_attribute(&head.description);
    let url = format!("{}{path}", site.base);
    let name = encode_quoted_attribute(&site.name);
    // A page that is served at any wrong URL has no URL of its own.
    let of_the_page = match page {
        Ok(Page::NotFound) | Err(_) => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        Ok(page) => [
            format!("<link rel=\"canonical\" href=\"{url}\">{}", data_link(path, data)),
            feeds(page),
            format!("<meta property=\"og:url\" content=\"{url}\">"),
            preview(page, card),
        ]
        .concat(),
    };
    format!(
        "<title>{title}</title>\
         <meta name=\"description\" content=\"{description}\">{of_the_page}\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:site_name\" content=\"{name}\">\
         <meta property=\"og:locale\" content=\"fr_FR\">"
    )
}

/// Where the data of a page is, and which data it was drawn from.
fn data_link(path: &str, data: &str) -> String {
    let Some(route) = Route::at(path) else { return String::new() };
    let (href, version) = (href(&route.data()), fingerprint(data));
    format!(
        "<link rel=\"alternate\" type=\"application/json\" href=\"{href}\" \
         data-version=\"{version}\">"
    )
}

/// The feeds that are about what is on a page.
fn feeds(page: &Page) -> String {
    let news = || feed(&Feed::News, ATOM, "Actualités");
    let results = || feed(&Feed::Results, ATOM, "Résultats");
    let agenda = || feed(&Feed::Agenda, CALENDAR, "Agenda");
    match page {
        Page::Home(_) => [news(), results(), agenda()].concat(),
        Page::News(_) | Page::Text(_) => news(),
        Page::Article(article) => {
            let category = category(article).map(Feed::Category);
            let category = category.map(|it| feed(&it, ATOM, &article.category));
            [news(), category.unwrap_or_default()].concat()
        }
        Page::Agenda(_) | Page::Event(_) => agenda(),
        Page::Results(_) | Page::Election(_) => results(),
        // What is followed are elections; each territory leads to its own, and the largest have no byte to spare.
        Page::Territory(_) | Page::NotFound => String::new(),
    }
}

fn feed(feed: &Feed, kind: &str, title: &str) -> String {
    let (href, title) = (feed.href(), encode_quoted_attribute(title));
    format!("<link rel=\"alternate\" type=\"{kind}\" href=\"{href}\" title=\"{title}\">")
}

/// What is shown of a page where it is shared (Open Graph).
fn preview(page: &Page, card: &str) -> String {
    let kind = match page {
        Page::Article(article) => of_article(article),
        _ => property("og:type", "website"),
    };
    [&kind, card].concat()
}

fn of_article(article: &Article) -> String {
    let published = dates::published(article);
    let updated = article.updated.as_ref().map(|day| day.iso.as_str());
    [
        Some(property("og:type", "article")),
        published.map(|day| property("article:published_time", day)),
        updated.map(|day| property("article:modified_time", day)),
        Some(property("article:section", &article.category)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn property(name: &str, content: &str) -> String {
    format!("<meta property=\"{name}\" content=\"{}\">", encode_quoted_attribute(content))
}
