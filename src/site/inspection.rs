//! What a text refers to, noted, and what would break its page, reported.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::fields::At;
use super::markdown::parser;
use super::problem::{Problems, Source, Span};
use super::references::References;
use super::values::Reference;

/// The reading of one stretch of Markdown.
pub struct Inspection<'a> {
    /// The file.
    pub source: &'a Arc<Source>,
    /// Receives links and pictures.
    pub references: &'a mut References,
    /// Receives what is wrong.
    pub problems: &'a mut Problems,
    /// The picture that is being read, and its alternative text so far.
    pub picture: Option<(At<Reference>, String)>,
    /// The block of HTML that is being read.
    pub html: String,
}

impl Inspection<'_> {
    /// Reads the Markdown at this place of the file.
    pub fn read(mut self, range: &Range<usize>) {
        let source = self.source.clone();
        let markdown = &source.text[range.clone()];
        for (event, span) in parser(markdown).into_offset_iter() {
            // A block's span holds its line end, where an underline would look odd.
            let length = markdown[span.clone()].trim_end().len();
            let start = range.start + span.start;
            self.event(event, start..start + length);
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                let link = self.reference(dest_url, span);
                self.references.links.push(link);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.picture = Some((self.reference(dest_url, span), String::new()));
            }
            Event::End(TagEnd::Image) => self.end_of_picture(),
            Event::Text(text) | Event::Code(text) if self.picture.is_some() => {
                self.picture.iter_mut().for_each(|(_, alt)| alt.push_str(&text));
            }
            Event::Text(text) if text.contains("{{") => self.problem(
                span,
                "this places nothing inside a line",
                "it would be shown as it is",
                "give `{{ … }}` a line of its own, from end to end",
            ),
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => self.problem(
                span,
                "the text has a heading of the first level",
                "the title of the page is that heading",
                "begin it with `##`",
            ),
            Event::Html(line) => self.html.push_str(&line),
            Event::End(TagEnd::HtmlBlock) => {
                let html = std::mem::take(&mut self.html);
                self.html(&html, span);
            }
            Event::InlineHtml(html) => self.html(&html, span),
            _ => {}
        }
    }

    fn html(&mut self, html: &str, span: Span) {
        if is_note(html) {
            return;
        }
        let help = if html.trim_start().starts_with("<!--") {
            "let nothing follow the `-->` of a note on its line, and an empty line follow it"
        } else {
            "write it in Markdown"
        };
        let title = "the text contains HTML";
        self.problem(span, title, "it would be removed or could load something", help);
    }

    fn end_of_picture(&mut self) {
        let Some((picture, alt)) = self.picture.take() else { return };
        if alt.trim().is_empty() {
            let help = "write what it shows: `![La place](media/place.jpg)`";
            let title = "the picture has no alternative text";
            picture.problem(self.problems, title, "nothing describes it", help);
        }
        self.references.pictures.push(picture);
    }

    fn reference(&self, address: CowStr<'_>, span: Span) -> At<Reference> {
        At { value: Reference(address.into_string()), source: self.source.clone(), span }
    }

    fn problem(&mut self, span: Span, title: &str, found: &str, help: &str) {
        self.problems.add(self.source, span, title, found, help);
    }
}

/// Whether a piece of HTML is a note of the editor, which readers never see.
fn is_note(html: &str) -> bool {
    let note = html.trim().strip_prefix("<!--").and_then(|note| note.strip_suffix("-->"));
    note.is_some_and(|note| !note.contains("-->"))
}
