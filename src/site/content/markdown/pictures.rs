//! Pictures of texts, with their sizes, so that nothing moves when they arrive.

use maud::{Markup, html};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::components::{PicturePlace, picture};
use crate::data::Picture;
use crate::route::href;
use crate::site::content::media::{self, Media};
use crate::site::parse::typography;

/// The same events, with pictures as HTML. A paragraph of nothing but pictures is a row of them, each with its
/// title as caption.
pub fn with_pictures<'a>(events: impl Iterator<Item = Event<'a>>, media: &Media) -> Vec<Event<'a>> {
    let mut pictures = Pictures { media, written: Vec::new(), picture: None, row: None };
    for event in events {
        pictures.read(event);
    }
    pictures.written
}

struct Pictures<'a, 'm> {
    media: &'m Media,
    written: Vec<Event<'a>>,
    /// The picture that is being read.
    picture: Option<Shown>,
    /// The paragraph that is being read, as long as it has nothing but pictures: where it begins, and they.
    row: Option<(usize, Vec<Shown>)>,
}

/// A picture as a text shows it.
struct Shown {
    src: String,
    title: String,
    alt: String,
}

impl<'a> Pictures<'a, '_> {
    fn read(&mut self, event: Event<'a>) {
        match (&mut self.picture, event) {
            (Some(picture), Event::End(TagEnd::Image)) => {
                let html = picture.html(self.media, PicturePlace::Text).into_string();
                self.written.push(Event::InlineHtml(CowStr::from(html)));
                let picture = self.picture.take();
                if let Some((_, pictures)) = &mut self.row {
                    pictures.extend(picture);
                }
            }
            (Some(picture), Event::Text(text) | Event::Code(text)) => picture.alt.push_str(&text),
            (Some(_), _) => {}
            (None, Event::Start(Tag::Image { dest_url, title, .. })) => {
                let (src, title) = (dest_url.to_string(), title.to_string());
                self.picture = Some(Shown { src, title, alt: String::new() });
            }
            (None, event) => self.other(event),
        }
    }

    fn other(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Paragraph) => self.row = Some((self.written.len(), Vec::new())),
            Event::End(TagEnd::Paragraph) => {
                let pictures = self.row.take().filter(|(_, pictures)| !pictures.is_empty());
                if let Some((start, pictures)) = pictures {
                    self.written.truncate(start);
                    let html = format!("{}\n", row(&pictures, self.media).into_string());
                    return self.written.push(Event::Html(CowStr::from(html)));
                }
            }
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(ref text) if text.trim().is_empty() => {}
            _ => self.row = None,
        }
        self.written.push(event);
    }
}

impl Shown {
    fn html(&self, media: &Media, place: PicturePlace) -> Markup {
        let unknown = || Picture {
            src: href(&media::path(&self.src)),
            width: 0,
            height: 0,
            srcset: None,
            webp: None,
        };
        let known = media.picture(&self.src).cloned().unwrap_or_else(unknown);
        picture(&known, &self.alt, place, false)
    }
}

/// Pictures next to each other.
fn row(pictures: &[Shown], media: &Media) -> Markup {
    let place = if pictures.len() == 1 { PicturePlace::Text } else { PicturePlace::Row };
    html! {
        div.gallery {
            @for it in pictures {
                figure {
                    (it.html(media, place))
                    @let caption = typography::printed(&it.title);
                    @if !caption.trim().is_empty() { figcaption { (caption) } }
                }
            }
        }
    }
}
