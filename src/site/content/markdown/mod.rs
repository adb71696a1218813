//! Markdown to sanitised HTML, and the parts of the site that an article embeds.
//! Whatever an editor or a careless paste brings in, nothing that runs comes out.

mod dialect;
mod html;
mod leftovers;
mod lint;
mod pictures;
mod tables;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, TagEnd};

use self::dialect::{code_blocks, parser};
use self::lint::MarkdownLinter;
use super::media::Media;
use super::references::{Embed, References};
use crate::message;
use crate::route::Slug;
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

/// A stretch of a file between two lines that are no Markdown, or one of these.
enum Segment {
    Markdown(Range<usize>),
    Cut,
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
        let segments = segments(source, start, problems);
        ensure_embeds_differ(&segments, problems);
        references.embeds.extend(embeds(&segments).cloned());
        let is_cut = |segment: &Segment| matches!(segment, Segment::Cut);
        let cut = segments.iter().position(is_cut).unwrap_or(0);
        let mut first_words = String::new();
        let mut part = |(at, segment)| match segment {
            Segment::Cut => Some(Part::Cut),
            Segment::Embed(embed) => Some(Part::Embed(embed)),
            Segment::Markdown(range) => {
                let events: Vec<_> =
                    parser(&source.text[range.clone()]).into_offset_iter().collect();
                let found = problems.len();
                MarkdownLinter::new(source, references, problems).read(&events, range);
                // A text with a problem is not published, and may be such that its HTML takes minutes.
                if problems.len() > found {
                    return Some(Part::Html("<p></p>".into()));
                }
                let events = events.into_iter().map(|(event, _)| event);
                let events = events.inspect(|event| {
                    if at < cut {
                        add_words(event, &mut first_words);
                    }
                });
                let html = html::sanitised(events, media);
                (!html.is_empty()).then(|| Part::Html(html.into()))
            }
        };
        let parts = segments.into_iter().enumerate().filter_map(&mut part).collect();
        Self { parts, first_words: shortened(&first_words) }
    }

    /// Ensure a text that is no article embeds nothing.
    pub fn ensure_nothing_is_embedded(&self, kind: Message, problems: &mut Problems) {
        for part in &self.parts {
            if let Part::Embed(embed) = part {
                let found = message!("markdown-no-embed-found", kind = kind.clone());
                let help = message!("markdown-no-embed-help");
                embed.problem(problems, message!("markdown-no-embed"), found, help);
            }
        }
    }

    /// The text as HTML without its embeds, up to the cut: nothing without a cut.
    pub fn before_the_cut(&self) -> String {
        let cut = self.parts.iter().position(|part| matches!(part, Part::Cut)).unwrap_or(0);
        html_of(&self.parts[..cut])
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

/// Cuts a text at the lines that are no Markdown.
fn segments(source: &Arc<Source>, start: usize, problems: &mut Problems) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut code = code_blocks(&source.text[start..], start).into_iter().peekable();
    let mut begin = start;
    let mut at = start;
    for line in source.text[start..].split_inclusive('\n') {
        let content = line.trim();
        while code.next_if(|block| block.end <= at).is_some() {}
        let in_code = code.peek().is_some_and(|block| block.contains(&at));
        let special = !in_code && is_cut(content)
            || !in_code && content.starts_with("{{") && content.ends_with("}}");
        if special {
            segments.push(Segment::Markdown(begin..at));
            begin = at + line.len();
            let indent = line.len() - line.trim_start().len();
            let span = at + indent..at + indent + content.len();
            segments.extend(cut_or_embed(source, content, span, problems));
        }
        at += line.len();
    }
    segments.push(Segment::Markdown(begin..at));
    segments
}

/// Whether a line ends what lists show: `<!-- more -->`, with or without the spaces.
fn is_cut(line: &str) -> bool {
    let inside = line.strip_prefix("<!--").and_then(|line| line.strip_suffix("-->"));
    inside.is_some_and(|inside| inside.trim() == "more")
}

fn cut_or_embed(
    source: &Arc<Source>,
    content: &str,
    span: Range<usize>,
    problems: &mut Problems,
) -> Option<Segment> {
    if is_cut(content) {
        return Some(Segment::Cut);
    }
    let words: Vec<&str> = content.trim_matches(['{', '}']).split_whitespace().collect();
    let value = match words[..] {
        ["result", election, round @ ("1" | "2")] => {
            Slug::new(election).map(|slug| Embed::Result(slug, if round == "1" { 1 } else { 2 }))
        }
        ["event", event] => Slug::new(event).map(Embed::Event),
        _ => None,
    };
    if value.is_none() {
        let title = message!("markdown-unknown-embed");
        let found = message!("markdown-unknown-embed-found");
        let help = message!("markdown-unknown-embed-help");
        problems.add(source, span.clone(), title, found, help);
    }
    Some(Segment::Embed(Spanned { value: value?, source: source.clone(), span }))
}

/// What a text embeds.
fn embeds(segments: &[Segment]) -> impl Iterator<Item = &Spanned<Embed>> {
    segments.iter().filter_map(|segment| match segment {
        Segment::Embed(embed) => Some(embed),
        Segment::Markdown(_) | Segment::Cut => None,
    })
}

/// Ensure nothing is embedded twice: its names on the page would clash.
fn ensure_embeds_differ(segments: &[Segment], problems: &mut Problems) {
    let mut seen = HashSet::new();
    for second in embeds(segments) {
        if !seen.insert(&second.value) {
            let title = message!("markdown-duplicate-embed");
            let help = message!("markdown-duplicate-embed-help");
            second.problem(problems, title, message!("fields-second"), help);
        }
    }
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
    let plain = typography::spaced(plain.trim());
    if plain.chars().count() <= ENOUGH {
        return plain;
    }
    let cut: String = plain.chars().take(ENOUGH).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ' ', ';', ':']))
}
