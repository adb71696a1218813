//! Markdown to sanitised HTML, and the parts of the site that an article embeds.
//! Whatever an editor or a careless paste brings in, nothing that runs comes out.

mod dialect;
mod html;
mod lint;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, TagEnd};

use self::dialect::{code_blocks, parser};
use self::lint::MarkdownLinter;
use super::media::Media;
use super::references::{Embed, References};
use crate::route::Slug;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::fields::Spanned;
use crate::site::parse::{invisible, typography};

/// The line that ends what lists show.
const CUT: &str = "<!-- more -->";

/// The text of a content file.
pub struct Body {
    source: Arc<Source>,
    segments: Vec<Segment>,
}

enum Segment {
    Markdown(Range<usize>),
    Cut,
    Embed(Spanned<Embed>),
}

/// A part of a text that is ready to be served.
pub enum Part<'a> {
    /// Sanitised HTML.
    Html(String),
    /// Here ends what lists show.
    Cut,
    /// Something of the site.
    Embed(&'a Embed),
}

impl Body {
    /// Reads the text that begins at `start`; what is wrong inside it is reported.
    pub fn read(
        source: &Arc<Source>,
        start: usize,
        references: &mut References,
        problems: &mut Problems,
    ) -> Self {
        invisible::ensure_none_from(start, source, problems);
        let mut body = Self { source: source.clone(), segments: Vec::new() };
        let mut code = code_blocks(&source.text[start..], start).into_iter().peekable();
        let mut begin = start;
        let mut at = start;
        for line in source.text[start..].split_inclusive('\n') {
            let content = line.trim();
            while code.next_if(|block| block.end <= at).is_some() {}
            let in_code = code.peek().is_some_and(|block| block.contains(&at));
            let special = !in_code && content == CUT
                || !in_code && content.starts_with("{{") && content.ends_with("}}");
            if special {
                body.segments.push(Segment::Markdown(begin..at));
                begin = at + line.len();
                let indent = line.len() - line.trim_start().len();
                let span = at + indent..at + indent + content.len();
                body.segments.extend(body.special(content, span, problems));
            }
            at += line.len();
        }
        body.segments.push(Segment::Markdown(begin..at));
        body.ensure_embeds_differ(problems);
        references.embeds.extend(body.embeds().cloned());
        for range in body.markdown_ranges() {
            let html = String::new();
            MarkdownLinter { source, references, problems, picture: None, html, depth: 0 }
                .read(&range);
        }
        body
    }

    fn special(
        &self,
        content: &str,
        span: Range<usize>,
        problems: &mut Problems,
    ) -> Option<Segment> {
        if content == CUT {
            return Some(Segment::Cut);
        }
        let words: Vec<&str> = content.trim_matches(['{', '}']).split_whitespace().collect();
        let value = match words[..] {
            ["result", election, round @ ("1" | "2")] => Slug::new(election)
                .map(|slug| Embed::Result(slug, if round == "1" { 1 } else { 2 })),
            ["event", event] => Slug::new(event).map(Embed::Event),
            _ => None,
        };
        if value.is_none() {
            let help = "write `{{ result primaires-citoyennes-2017 2 }}` or \
                        `{{ event soiree-michel-rocard }}`";
            let title = "unknown embed";
            problems.add(&self.source, span.clone(), title, "not understood", help);
        }
        Some(Segment::Embed(Spanned { value: value?, source: self.source.clone(), span }))
    }

    fn markdown_ranges(&self) -> Vec<Range<usize>> {
        let range = |segment: &Segment| match segment {
            Segment::Markdown(range) => Some(range.clone()),
            Segment::Cut | Segment::Embed(_) => None,
        };
        self.segments.iter().filter_map(range).collect()
    }

    /// What the text embeds.
    fn embeds(&self) -> impl Iterator<Item = &Spanned<Embed>> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Embed(embed) => Some(embed),
            Segment::Markdown(_) | Segment::Cut => None,
        })
    }

    /// Ensure nothing is embedded twice: its names on the page would clash.
    fn ensure_embeds_differ(&self, problems: &mut Problems) {
        let mut seen = HashSet::new();
        for second in self.embeds() {
            if !seen.insert(&second.value) {
                let help = "keep one of the two, and link to it";
                second.problem(problems, "duplicate embed", "the second one", help);
            }
        }
    }

    /// Ensure a text that is no article embeds nothing.
    pub fn ensure_nothing_is_embedded(&self, kind: &str, problems: &mut Problems) {
        for embed in self.embeds() {
            let found = format!("not in {kind}");
            let help = "only an article may embed a result or an event";
            embed.problem(problems, "nothing can be embedded here", found, help);
        }
    }

    /// Whether the text has a cut, and something before it for lists to show.
    pub fn says_something_before_the_cut(&self) -> bool {
        self.ranges_before_the_cut().any(|range| !self.source.text[range.clone()].trim().is_empty())
    }

    /// The whole text as HTML, with the cut and what is embedded between.
    pub fn parts<'a>(&'a self, media: &Media) -> Vec<Part<'a>> {
        let part = |segment: &'a Segment| match segment {
            Segment::Markdown(range) => Part::Html(self.html(range, media)),
            Segment::Cut => Part::Cut,
            Segment::Embed(embed) => Part::Embed(&embed.value),
        };
        let parts = self.segments.iter().map(part);
        parts.filter(|part| !matches!(part, Part::Html(html) if html.is_empty())).collect()
    }

    /// The text as HTML, without its embeds.
    pub fn whole(&self, media: &Media) -> String {
        self.markdown_ranges().iter().map(|range| self.html(range, media)).collect()
    }

    /// The first words of the text before the cut, as plain text for a description.
    pub fn first_words(&self) -> String {
        const ENOUGH: usize = 200;
        let mut plain = String::new();
        for range in self.ranges_before_the_cut() {
            for event in parser(&self.source.text[range.clone()]) {
                match event {
                    Event::Text(text) | Event::Code(text) => plain.push_str(&text),
                    Event::SoftBreak
                    | Event::HardBreak
                    | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                        plain.push(' ');
                    }
                    _ => {}
                }
            }
        }
        let plain = typography::spaced(plain.trim());
        if plain.chars().count() <= ENOUGH {
            return plain;
        }
        let cut: String = plain.chars().take(ENOUGH).collect();
        let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
        format!("{}…", whole_words.trim_end_matches([',', ' ', ';', ':']))
    }

    fn ranges_before_the_cut(&self) -> impl Iterator<Item = &Range<usize>> {
        let end = self.segments.iter().position(|segment| matches!(segment, Segment::Cut));
        self.segments[..end.unwrap_or(0)].iter().filter_map(|segment| match segment {
            Segment::Markdown(range) => Some(range),
            Segment::Cut | Segment::Embed(_) => None,
        })
    }

    fn html(&self, range: &Range<usize>, media: &Media) -> String {
        html::sanitised(&self.source.text[range.clone()], media)
    }
}
