//! Markdown to HTML in which nothing runs, with the sizes of pictures and French spaces.

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html};

use crate::route::href;
use crate::site::content::media::{self, Media};
use crate::site::parse::typography;
use crate::site::parse::values::Reference;

/// Markdown as HTML, without anything that runs.
pub fn sanitised<'a>(events: impl Iterator<Item = Event<'a>>, media: &Media) -> String {
    let mut rendered = String::new();
    html::push_html(&mut rendered, with_sized_pictures_and_spaces(events, media));
    SANITISER.clean(&rendered).to_string()
}

/// Pictures with their sizes, so that nothing moves when they arrive, and French spaces in text.
fn with_sized_pictures_and_spaces<'a>(
    events: impl Iterator<Item = Event<'a>>,
    media: &Media,
) -> impl Iterator<Item = Event<'a>> {
    let mut picture: Option<(String, String)> = None;
    events.filter_map(move |event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => {
            picture = Some((dest_url.to_string(), String::new()));
            None
        }
        Event::Text(ref text) | Event::Code(ref text) if picture.is_some() => {
            if let Some((_, alt)) = &mut picture {
                alt.push_str(text);
            }
            None
        }
        Event::End(TagEnd::Image) => {
            let (src, alt) = picture.take()?;
            let size = media
                .size(&src)
                .map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
            let escaped = html_escape::encode_quoted_attribute(&alt);
            Some(Event::InlineHtml(CowStr::from(format!(
                "<img src=\"{}\" alt=\"{escaped}\"{} loading=\"lazy\">",
                href(&media::path(&src)),
                size.unwrap_or_default(),
            ))))
        }
        _ if picture.is_some() => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = Reference(dest_url.to_string()).href().into();
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::Text(text) => Some(Event::Text(typography::spaced(&text).into())),
        other => Some(other),
    })
}

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut sanitiser = ammonia::Builder::default();
    sanitiser
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener"))
        .add_tag_attributes("img", ["loading"]);
    sanitiser
});
