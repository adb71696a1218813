//! Links: addresses that are written out become some, and those to files say of what kind and how large these are.

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::site::content::media::Media;
use crate::site::parse::values::Reference;

/// The same events, with links where they lead on the host.
pub fn with_links<'a>(events: impl Iterator<Item = Event<'a>>, media: &Media) -> Vec<Event<'a>> {
    let mut written = Vec::new();
    let mut files = Vec::new();
    // Whether we are in something whose text is none of the page: a link, a picture, code.
    let mut inside = 0_u32;
    for event in events {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                inside += 1;
                let to = Reference::of_link(&dest_url);
                files.push(media.description(&to.0));
                let dest_url = to.href().into();
                written.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::End(TagEnd::Link) => {
                inside = inside.saturating_sub(1);
                let file = files.pop().flatten();
                let file = file.filter(|file| !says_already(&written, file));
                written.extend(file.map(|file| Event::Text(CowStr::from(format!(" ({file})")))));
                written.push(Event::End(TagEnd::Link));
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => {
                inside += 1;
                written.push(event);
            }
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => {
                inside = inside.saturating_sub(1);
                written.push(event);
            }
            Event::Text(text) if inside == 0 => addresses(&text, &mut written),
            event => written.push(event),
        }
    }
    written
}

/// Whether the text of a link names the kind of its file itself.
fn says_already(written: &[Event<'_>], file: &str) -> bool {
    let kind = file.split(',').next().unwrap_or(file);
    let text = written.iter().rev().take_while(|it| !matches!(it, Event::Start(Tag::Link { .. })));
    let mut text =
        text.filter_map(|event| if let Event::Text(text) = event { Some(text) } else { None });
    text.any(|text| {
        text.to_uppercase().split(|it: char| !it.is_alphanumeric()).any(|word| word == kind)
    })
}

/// A text, whose addresses are links.
fn addresses<'a>(text: &CowStr<'a>, written: &mut Vec<Event<'a>>) {
    let mut finder = LinkFinder::new();
    // What French sets behind an address is no part of it: « », unbreakable spaces, dashes.
    finder.url_can_be_iri(false);
    for span in finder.spans(text) {
        let piece = CowStr::from(span.as_str().to_owned());
        let to = match span.kind() {
            Some(LinkKind::Email) => format!("mailto:{piece}"),
            Some(_) => piece.to_string(),
            None => {
                written.push(Event::Text(piece));
                continue;
            }
        };
        let tag = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: CowStr::from(to),
            title: CowStr::from(""),
            id: CowStr::from(""),
        };
        written.extend([Event::Start(tag), Event::Text(piece), Event::End(TagEnd::Link)]);
    }
}
