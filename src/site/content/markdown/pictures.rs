//! Pictures of texts, with their sizes, so that nothing moves when they arrive.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

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
    picture: Option<Picture>,
    /// The paragraph that is being read, as long as it has nothing but pictures: where it begins, and they as
    /// figures.
    row: Option<(usize, String)>,
}

struct Picture {
    src: String,
    title: String,
    alt: String,
}

impl<'a> Pictures<'a, '_> {
    fn read(&mut self, event: Event<'a>) {
        match (&mut self.picture, event) {
            (Some(picture), Event::End(TagEnd::Image)) => {
                let img = picture.img(self.media);
                if let Some((_, figures)) = &mut self.row {
                    figures.push_str(&picture.figure(&img));
                }
                self.picture = None;
                self.written.push(Event::InlineHtml(CowStr::from(img)));
            }
            (Some(picture), Event::Text(text) | Event::Code(text)) => picture.alt.push_str(&text),
            (Some(_), _) => {}
            (None, Event::Start(Tag::Image { dest_url, title, .. })) => {
                let (src, title) = (dest_url.to_string(), title.to_string());
                self.picture = Some(Picture { src, title, alt: String::new() });
            }
            (None, event) => self.other(event),
        }
    }

    fn other(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Paragraph) => self.row = Some((self.written.len(), String::new())),
            Event::End(TagEnd::Paragraph) => {
                let row = self.row.take().filter(|(_, figures)| !figures.is_empty());
                if let Some((start, figures)) = row {
                    self.written.truncate(start);
                    let html = format!("<div class=\"gallery\">{figures}</div>\n");
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

impl Picture {
    fn img(&self, media: &Media) -> String {
        let size = media.size(&self.src);
        let size = size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
        format!(
            "<img src=\"{}\" alt=\"{}\"{} loading=\"lazy\">",
            href(&media::path(&self.src)),
            html_escape::encode_quoted_attribute(&self.alt),
            size.unwrap_or_default(),
        )
    }

    fn figure(&self, img: &str) -> String {
        let caption = typography::spaced(&self.title);
        let caption = match html_escape::encode_text(&caption) {
            title if title.trim().is_empty() => String::new(),
            title => format!("<figcaption>{title}</figcaption>"),
        };
        format!("<figure>{img}{caption}</figure>")
    }
}
