//! What a text refers to, noted, and what would break its page, reported.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::message;
use crate::site::content::references::References;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::{Problems, Source, Span};
use crate::site::parse::fields::Spanned;
use crate::site::parse::values::Reference;
use crate::site::parse::{invisible, unfilled};

/// How many lists, quotations, emphases and the like may be inside each other: each takes some of
/// a phone’s width.
const DEEPEST: usize = 12;

/// How many columns a table may have: no page is wide enough for more.
const MOST_COLUMNS: usize = 12;

/// The reading of one stretch of Markdown.
pub struct MarkdownLinter<'a> {
    source: &'a Arc<Source>,
    /// Receives links and pictures.
    references: &'a mut References,
    /// Receives what is wrong.
    problems: &'a mut Problems,
    /// The picture that is being read, and its alternative text so far.
    picture: Option<(Spanned<Reference>, String)>,
    /// The block of HTML that is being read.
    html: String,
    /// How many elements are open.
    depth: usize,
    /// Whether a block of code is being read.
    in_code: bool,
}

impl<'a> MarkdownLinter<'a> {
    /// A linter of a file.
    pub fn new(
        source: &'a Arc<Source>,
        references: &'a mut References,
        problems: &'a mut Problems,
    ) -> Self {
        let (picture, html) = (None, String::new());
        Self { source, references, problems, picture, html, depth: 0, in_code: false }
    }

    /// Reads the Markdown at this place of the file, in which the places of events are.
    pub fn read(mut self, events: &[(Event<'_>, Range<usize>)], range: Range<usize>) {
        let source = self.source.clone();
        let markdown = &source.text[range.clone()];
        for (event, span) in events {
            // A block's span holds its line end, where an underline would look odd.
            let length = markdown[span.clone()].trim_end().len();
            let start = range.start + span.start;
            let place = start..start + length;
            self.ensure_everything_is_seen(event, &markdown[span.clone()], place.clone());
            self.ensure_there_is_room(event, place.clone());
            self.event(event, place);
        }
    }

    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, .. }) => {
                let link = self.reference(&Reference::of_link(dest_url).0, span);
                self.references.links.push(link);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.picture = Some((self.reference(dest_url, span), String::new()));
            }
            Event::End(TagEnd::Image) => self.end_of_picture(),
            Event::Text(text) | Event::Code(text) if self.picture.is_some() => {
                self.picture.iter_mut().for_each(|(_, alt)| alt.push_str(text));
            }
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Text(text) if !self.in_code && text.contains("{{") => self.embed_in_text(span),
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => self.problem(
                span,
                message!("markdown-heading"),
                message!("markdown-heading-found"),
                message!("markdown-heading-help"),
            ),
            Event::Html(line) => self.html.push_str(line),
            Event::End(TagEnd::HtmlBlock) => {
                let html = std::mem::take(&mut self.html);
                self.html(&html, span);
            }
            Event::InlineHtml(html) => self.html(html, span),
            _ => {}
        }
    }

    /// Ensure nothing is written by its number or name that nobody would see. What is there as
    /// itself was reported already.
    fn ensure_everything_is_seen(&mut self, event: &Event<'_>, written: &str, span: Span) {
        let text = match event {
            Event::Text(text) | Event::Code(text) => text,
            Event::Start(
                Tag::Link { title, dest_url, .. } | Tag::Image { title, dest_url, .. },
            ) => &[&**title, dest_url].concat().into(),
            _ => return,
        };
        let hidden = |letter: &char| !matches!(letter, '\n' | '\t') && !written.contains(*letter);
        if let Some(letter) = invisible::all(text).map(|found| found.1).find(hidden) {
            invisible::report(self.source, span, letter, self.problems);
        }
    }

    /// Ensure there is room for tables, and for what is inside other things.
    fn ensure_there_is_room(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => return,
        }
        if let Event::Start(Tag::Table(columns)) = event
            && columns.len() > MOST_COLUMNS
        {
            let found = message!("markdown-columns-found", count = columns.len());
            let help = message!("markdown-columns-help", most = MOST_COLUMNS);
            self.problem(span.clone(), message!("markdown-columns"), found, help);
        }
        if matches!(event, Event::Start(_)) && self.depth == DEEPEST + 1 {
            let found = message!("markdown-depth-found", most = DEEPEST);
            self.problem(span, message!("markdown-depth"), found, message!("markdown-depth-help"));
        }
    }

    fn html(&mut self, html: &str, span: Span) {
        if is_note(html) {
            return;
        }
        let help = if html.trim_start().starts_with("<!--") {
            message!("markdown-note-help")
        } else {
            html_help(html)
        };
        self.problem(span, message!("markdown-html"), message!("markdown-html-found"), help);
    }

    /// Reports the beginning of an embed that is none.
    fn embed_in_text(&mut self, span: Span) {
        let rest = self.source.text.get(span.start..).unwrap_or_default();
        let is_closed = rest.lines().next().is_some_and(|line| line.contains("}}"));
        let (title, help) = if is_closed {
            (message!("markdown-embed-in-line"), message!("markdown-embed-in-line-help"))
        } else {
            (message!("markdown-embed-unclosed"), message!("markdown-embed-unclosed-help"))
        };
        self.problem(span, title, message!("markdown-embed-in-line-found"), help);
    }

    fn end_of_picture(&mut self) {
        let Some((picture, alt)) = self.picture.take() else { return };
        if alt.trim().is_empty() {
            let title = message!("content-no-alternative");
            let found = message!("content-no-alternative-found");
            let help = message!("markdown-no-alternative-help");
            picture.problem(self.problems, title, found, help);
        }
        unfilled::warn(alt.trim(), self.source, picture.span.clone(), self.problems);
        self.references.pictures.push(picture);
    }

    fn reference(&self, url: &str, span: Span) -> Spanned<Reference> {
        Spanned { value: Reference(url.to_owned()), source: self.source.clone(), span }
    }

    fn problem(&mut self, span: Span, title: Message, found: Message, help: Message) {
        self.problems.add(self.source, span, title, found, help);
    }
}

/// How what a piece of HTML does is written in Markdown, by its first element.
fn html_help(html: &str) -> Message {
    let name = html.trim_start().trim_start_matches(['<', '/']);
    let name = name.split(|it: char| !it.is_ascii_alphanumeric()).next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "b" | "strong" => message!("markdown-html-help-bold"),
        "i" | "em" => message!("markdown-html-help-italic"),
        "a" => message!("markdown-html-help-link"),
        "img" | "figure" => message!("markdown-html-help-picture"),
        "ul" | "ol" | "li" => message!("markdown-html-help-list"),
        "table" | "tr" | "td" | "th" => message!("markdown-html-help-table"),
        "iframe" | "video" | "script" | "embed" => message!("markdown-html-help-player"),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => message!("markdown-html-help-heading"),
        _ => message!("markdown-html-help"),
    }
}

/// Whether a piece of HTML is a note of the editor, which readers never see. To a browser a note ends
/// with `--!>` as well, and before it began with `<!-->`.
fn is_note(html: &str) -> bool {
    let note = html.trim().strip_prefix("<!--").and_then(|note| note.strip_suffix("-->"));
    let goes_on = |note: &str| {
        let ends = ["-->", "--!>"].into_iter().any(|end| note.contains(end));
        !ends && !note.starts_with('>') && !note.starts_with("->")
    };
    note.is_some_and(goes_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_over_where_a_browser_says_so() {
        assert!(is_note("<!-- à relire -->\n") && is_note("<!-- a - b --c -->"));
        for other in [
            "<!-- a --><img src=x>-->",
            "<!-- a --!><img src=x>-->",
            "<!--><img src=x>-->",
            "<!---><img src=x>-->",
            "<!-- a",
        ] {
            assert!(!is_note(other), "{other}");
        }
    }
}
