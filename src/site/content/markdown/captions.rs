//! Titles of pictures that nobody would see: they are captions of pictures on lines of their own only.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::message;
use crate::site::parse::diagnostics::{Problems, Source};

/// Warns of them in the Markdown that begins at a place of the file.
pub fn warn_of_lost_ones(
    events: &[(Event<'_>, Range<usize>)],
    start: usize,
    source: &Arc<Source>,
    problems: &mut Problems,
) {
    let mut titled: Vec<&Range<usize>> = Vec::new();
    let (mut is_row, mut in_picture) = (false, false);
    for (event, span) in events {
        match event {
            Event::Start(Tag::Paragraph) => is_row = true,
            Event::Start(Tag::Image { title, .. }) => {
                in_picture = true;
                titled.extend((!title.is_empty()).then_some(span));
            }
            Event::End(TagEnd::Image) => in_picture = false,
            _ if in_picture => {}
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(text) if text.trim().is_empty() => {}
            Event::End(TagEnd::Paragraph) if is_row => {
                titled.clear();
                is_row = false;
            }
            _ => is_row = false,
        }
        if !is_row && !in_picture {
            for span in titled.drain(..) {
                let span = start + span.start..start + span.end;
                let title = message!("markdown-lost-caption");
                let found = message!("markdown-lost-caption-found");
                problems.warn(source, span, title, found, message!("markdown-lost-caption-help"));
            }
        }
    }
}
