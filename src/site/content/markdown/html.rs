//! Markdown to HTML in which nothing runs, in the printed form of French.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{Event, Tag, TagEnd, TextMergeStream, html};

use super::links::with_links;
use super::pictures::with_pictures;
use super::quotations::with_authors;
use super::tables::with_tables;
use crate::site::content::media::Media;
use crate::site::parse::typography::Typographer;

/// Markdown as HTML, without anything that runs.
pub fn sanitised<'a>(events: impl Iterator<Item = Event<'a>>, media: &Media) -> String {
    let mut rendered = String::new();
    let events = with_links(TextMergeStream::new(events), media);
    let events = with_pictures(with_authors(events).into_iter(), media);
    html::push_html(&mut rendered, with_tables(printed(events)).into_iter());
    SANITISER.clean(&rendered).to_string()
}

/// The same events, with texts in their printed form.
fn printed(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut typographer = Typographer::default();
    let mut in_code = false;
    for event in &mut events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if in_code => {}
            Event::Text(text) => *text = typographer.text(text).into(),
            Event::Code(text) => typographer.skip(text),
            Event::SoftBreak | Event::HardBreak => typographer.skip(" "),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => {
                typographer.begin()
            }
            _ => {}
        }
    }
    events
}

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut sanitiser = ammonia::Builder::default();
    sanitiser
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener"))
        .add_tags(["picture", "section", "source"])
        .add_generic_attributes(["aria-label", "id"])
        .add_tag_attributes("img", ["loading", "sizes", "srcset"])
        .add_tag_attributes("source", ["sizes", "srcset", "type"])
        .add_tag_attributes("div", ["role", "tabindex"])
        .add_allowed_classes("div", ["scroll", "gallery"])
        .add_allowed_classes("figure", ["quotation"])
        .add_allowed_classes("section", ["notes"])
        .add_allowed_classes("th", ["right", "center"])
        .add_allowed_classes("td", ["right", "center"]);
    sanitiser
});
