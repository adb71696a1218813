//! Markdown to sanitised HTML, and the parts of the site that an article embeds.
//! Whatever an editor or a careless paste brings in, nothing that runs comes out.

mod captions;
pub mod dialect;
mod footnotes;
mod headings;
mod html;
mod leftovers;
mod links;
mod lint;
mod pictures;
mod quotations;
mod separators;
mod tables;

use std::ops::Range;
use std::sync::Arc;

use lazy_regex::regex_replace_all;
use pulldown_cmark::{Event, Tag, TagEnd};

use self::dialect::parser;
use self::footnotes::Footnotes;
use self::headings::Anchors;
use self::lint::MarkdownLinter;
use self::separators::{Kind, Separator};
use super::media::Media;
use super::references::{Embed, References};
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::fields::Spanned;
use crate::site::parse::{invisible, typography};

/// How many letters a description has at most.
const ENOUGH: usize = 200;

/// The text of a content file, ready to be served.
pub struct Body {
    /// Its parts in their order.
    pub parts: Vec<Part>,
    /// The first words before the cut, as plain text for a description.
    pub first_words: String,
}

/// A part of a text.
pub enum Part {
    /// Sanitised HTML, which is not empty.
    Html(Arc<str>),
    /// Here ends what lists show.
    Cut,
    /// Something of the site.
    Embed(Spanned<Embed>),
}

impl Body {
    /// Reads the text that begins at `start`; what is wrong inside it is reported. Pictures have the sizes
    /// that `media` knows.
    pub fn read(
        source: &Arc<Source>,
        start: usize,
        media: &Media,
        references: &mut References,
        problems: &mut Problems,
    ) -> Self {
        invisible::ensure_none_from(start, source, problems);
        leftovers::report(start, source, problems);
        let separators = separators::find(source, start, problems);
        references.embeds.extend(separators::embeds(&separators).cloned());
        let markdown = separators::masked(&source.text[start..], &separators);
        let events: Vec<_> = parser(&markdown).into_offset_iter().collect();
        let found = problems.len();
        MarkdownLinter::new(source, references, problems).read(&events, start..source.text.len());
        captions::warn_of_lost_ones(&events, start, source, problems);
        // A text with a problem is not published, and may be such that its HTML takes minutes.
        let is_wrong = problems.len() > found;
        let mut anchors = Anchors::default();
        let mut written = Written { media, parts: Vec::new(), first_words: String::new() };
        if is_wrong {
            written.nothing_of(separators);
        } else {
            written.write(events, separators, &mut anchors);
        }
        references.links.retain(|link| !anchors.have(&link.value.0));
        let first_words = shortened(&written.first_words);
        Self { parts: written.parts, first_words }
    }

    /// Ensure a text embeds only what belongs in one of its kind.
    pub fn ensure_embeds_belong(
        &self,
        kind: Message,
        belongs: impl Fn(&Embed) -> bool,
        problems: &mut Problems,
    ) {
        for part in &self.parts {
            if let Part::Embed(embed) = part
                && !belongs(&embed.value)
            {
                let found = message!("markdown-no-embed-found", kind = kind.clone());
                let help = match embed.value.is_of_the_site() {
                    true => message!("markdown-no-embed-of-the-site-help"),
                    false => message!("markdown-no-embed-help"),
                };
                embed.problem(problems, message!("markdown-no-embed"), found, help);
            }
        }
    }

    /// The text as HTML without its embeds, up to the cut: nothing without a cut. What leads to somewhere else on its
    /// page leads nowhere on a list.
    pub fn before_the_cut(&self) -> String {
        let cut = self.parts.iter().position(|part| matches!(part, Part::Cut)).unwrap_or(0);
        let html = html_of(&self.parts[..cut]);
        let html = regex_replace_all!(r#"<sup><a href="\#note-.*?</sup>"#, &html, "");
        regex_replace_all!(r#" id="section-[^"]*""#, &html, "").into_owned()
    }

    /// The whole text as HTML, without its embeds.
    pub fn html(&self) -> String {
        html_of(&self.parts)
    }
}

fn html_of(parts: &[Part]) -> String {
    let html = parts.iter().filter_map(|part| match part {
        Part::Html(html) => Some(&**html),
        Part::Cut | Part::Embed(_) => None,
    });
    html.collect()
}

/// A text that is being written.
struct Written<'m> {
    media: &'m Media,
    parts: Vec<Part>,
    first_words: String,
}

impl Written<'_> {
    /// Writes what is between the separators, then the footnotes.
    fn write<'a>(
        &mut self,
        events: Vec<(Event<'a>, Range<usize>)>,
        separators: Vec<Separator>,
        anchors: &mut Anchors,
    ) {
        let mut footnotes = Footnotes::default();
        let take = |(piece, end)| (footnotes.take(piece), end);
        let pieces: Vec<_> = pieces(events, separators).into_iter().map(take).collect();
        let is_cut = |end: &Option<Kind>| matches!(end, Some(Kind::Cut));
        let mut is_before_the_cut = pieces.iter().any(|(_, end)| is_cut(end));
        for (piece, end) in pieces {
            if is_before_the_cut {
                piece.iter().for_each(|event| add_words(event, &mut self.first_words));
            }
            is_before_the_cut &= !is_cut(&end);
            self.html(footnotes.numbered(anchors.named(piece)));
            self.separate(end);
        }
        self.html(footnotes.list());
    }

    /// Stands for a text with problems.
    fn nothing_of(&mut self, separators: Vec<Separator>) {
        for separator in separators {
            self.parts.push(Part::Html("<p></p>".into()));
            self.separate(separator.kind);
        }
        self.parts.push(Part::Html("<p></p>".into()));
    }

    fn separate(&mut self, kind: Option<Kind>) {
        self.parts.extend(kind.map(|kind| match kind {
            Kind::Cut => Part::Cut,
            Kind::Embed(embed) => Part::Embed(embed),
        }));
    }

    fn html(&mut self, events: Vec<Event<'_>>) {
        let html = html::sanitised(events.into_iter(), self.media);
        if !html.is_empty() {
            self.parts.push(Part::Html(html.into()));
        }
    }
}

/// A stretch of Markdown, and what separates it from the next one.
type Piece<'a> = (Vec<Event<'a>>, Option<Kind>);

/// The stretches between the separators, in whose place notes are.
fn pieces(events: Vec<(Event<'_>, Range<usize>)>, separators: Vec<Separator>) -> Vec<Piece<'_>> {
    let mut separators = separators.into_iter().peekable();
    let (mut pieces, mut piece, mut in_note) = (Vec::new(), Vec::new(), false);
    for (event, span) in events {
        let is_note = matches!(event, Event::Start(Tag::HtmlBlock));
        let separator = separators.next_if(|it| is_note && it.line.contains(&span.start));
        if let Some(separator) = separator {
            pieces.push((std::mem::take(&mut piece), separator.kind));
            in_note = true;
        } else if in_note {
            in_note = !matches!(event, Event::End(TagEnd::HtmlBlock));
        } else {
            piece.push(event);
        }
    }
    pieces.push((piece, None));
    pieces.extend(separators.map(|separator| (Vec::new(), separator.kind)));
    pieces
}

/// Adds the words of Markdown to plain text.
fn add_words(event: &Event<'_>, plain: &mut String) {
    match event {
        Event::Text(text) | Event::Code(text) => plain.push_str(text),
        Event::SoftBreak
        | Event::HardBreak
        | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => plain.push(' '),
        _ => {}
    }
}

/// Plain text as a description: whole words, and no more than [`ENOUGH`] letters.
fn shortened(plain: &str) -> String {
    let plain = typography::printed(plain.trim());
    if plain.chars().count() <= ENOUGH {
        return plain;
    }
    let cut: String = plain.chars().take(ENOUGH).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ' ', ';', ':']))
}
