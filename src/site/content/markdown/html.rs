//! Markdown to HTML in which nothing runs, with links into the site and French spaces.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Tag, html};

use super::pictures::with_pictures;
use super::tables::with_tables;
use crate::site::content::media::Media;
use crate::site::parse::typography;
use crate::site::parse::values::Reference;

/// Markdown as HTML, without anything that runs.
pub fn sanitised<'a>(events: impl Iterator<Item = Event<'a>>, media: &Media) -> String {
    let mut rendered = String::new();
    let events = with_pictures(events, media).into_iter().map(with_links_and_spaces);
    html::push_html(&mut rendered, with_tables(events.collect()).into_iter());
    SANITISER.clean(&rendered).to_string()
}

/// The links of the site where it is, and French spaces in text.
fn with_links_and_spaces(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = Reference(dest_url.to_string()).href().into();
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Text(text) => Event::Text(typography::spaced(&text).into()),
        other => other,
    }
}

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut sanitiser = ammonia::Builder::default();
    sanitiser
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener"))
        .add_tags(["picture", "source"])
        .add_tag_attributes("img", ["loading", "sizes", "srcset"])
        .add_tag_attributes("source", ["sizes", "srcset", "type"])
        .add_tag_attributes("div", ["role", "tabindex", "aria-label"])
        .add_allowed_classes("div", ["scroll", "gallery"])
        .add_allowed_classes("th", ["right", "center"])
        .add_allowed_classes("td", ["right", "center"]);
    sanitiser
});
