//! Markdown to sanitised HTML, and the parts of the site that an article places in its text.
//! Whatever an editor or a careless paste brings in, nothing that runs comes out.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::fields::At;
use super::inspection::Inspection;
use super::media::{self, Media};
use super::problem::{Problems, Source};
use super::references::References;
use super::values::Reference;
use super::{typography, unseen};
use crate::route::{Slug, address};

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
    Placed(At<Placed>),
}

/// Something of the site that a line of its own places in an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Placed {
    /// `{{ result <election> <round> }}`
    Result(Slug, u8),
    /// `{{ event <slug> }}`
    Event(Slug),
}

/// A part of a text that is ready to be served.
pub enum Part<'a> {
    /// Sanitised HTML.
    Html(String),
    /// Something of the site.
    Placed(&'a Placed),
}

impl Body {
    /// Reads the text that begins at `start`; what is wrong inside it is reported.
    pub fn read(
        source: &Arc<Source>,
        start: usize,
        references: &mut References,
        problems: &mut Problems,
    ) -> Self {
        unseen::ensure_none_from(start, source, problems);
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
        body.ensure_nothing_is_placed_twice(problems);
        references.placed.extend(body.placed().cloned());
        for range in body.markdown_ranges() {
            let html = String::new();
            Inspection { source, references, problems, picture: None, html, depth: 0 }.read(&range);
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
                .map(|slug| Placed::Result(slug, if round == "1" { 1 } else { 2 })),
            ["event", event] => Slug::new(event).map(Placed::Event),
            _ => None,
        };
        if value.is_none() {
            let help = "write `{{ result primaires-citoyennes-2017 2 }}` or \
                        `{{ event soiree-michel-rocard }}`";
            let title = "this line places nothing";
            problems.add(&self.source, span.clone(), title, "not understood", help);
        }
        Some(Segment::Placed(At { value: value?, source: self.source.clone(), span }))
    }

    fn markdown_ranges(&self) -> Vec<Range<usize>> {
        let range = |segment: &Segment| match segment {
            Segment::Markdown(range) => Some(range.clone()),
            Segment::Cut | Segment::Placed(_) => None,
        };
        self.segments.iter().filter_map(range).collect()
    }

    /// What the text places.
    fn placed(&self) -> impl Iterator<Item = &At<Placed>> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Placed(placed) => Some(placed),
            Segment::Markdown(_) | Segment::Cut => None,
        })
    }

    /// Ensure nothing is placed twice: its names on the page would clash.
    fn ensure_nothing_is_placed_twice(&self, problems: &mut Problems) {
        let mut seen = HashSet::new();
        for second in self.placed() {
            if !seen.insert(&second.value) {
                let help = "keep one of the two, and link to it";
                second.problem(problems, "this is placed twice", "the second one", help);
            }
        }
    }

    /// Ensure a text that is no article places nothing.
    pub fn ensure_nothing_is_placed(&self, kind: &str, problems: &mut Problems) {
        for placed in self.placed() {
            let found = format!("not in {kind}");
            let help = "only an article may place a result or an event in its text";
            placed.problem(problems, "nothing can be placed here", found, help);
        }
    }

    /// Whether the text has a cut, and something before it for lists to show.
    pub fn says_something_before_the_cut(&self) -> bool {
        self.ranges_before_the_cut().any(|range| !self.source.text[range.clone()].trim().is_empty())
    }

    /// The whole text as HTML, and what is placed between.
    pub fn parts<'a>(&'a self, media: &Media) -> Vec<Part<'a>> {
        let part = |segment: &'a Segment| match segment {
            Segment::Markdown(range) => Some(Part::Html(self.html(range, media))),
            Segment::Cut => None,
            Segment::Placed(placed) => Some(Part::Placed(&placed.value)),
        };
        let parts = self.segments.iter().filter_map(part);
        parts.filter(|part| !matches!(part, Part::Html(html) if html.is_empty())).collect()
    }

    /// The text as HTML, without what is placed.
    pub fn whole(&self, media: &Media) -> String {
        self.markdown_ranges().iter().map(|range| self.html(range, media)).collect()
    }

    /// The text before the cut as HTML; empty without a cut.
    pub fn before_the_cut(&self, media: &Media) -> String {
        self.ranges_before_the_cut().map(|range| self.html(range, media)).collect()
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
            Segment::Cut | Segment::Placed(_) => None,
        })
    }

    fn html(&self, range: &Range<usize>, media: &Media) -> String {
        let mut rendered = String::new();
        let events = parser(&self.source.text[range.clone()]);
        html::push_html(&mut rendered, with_sized_pictures_and_spaces(events, media));
        SANITISER.clean(&rendered).to_string()
    }
}

/// Where blocks of code stand, in which nothing is placed.
fn code_blocks(markdown: &str, start: usize) -> Vec<Range<usize>> {
    let block = |(event, span): (Event<'_>, Range<usize>)| {
        let code = matches!(event, Event::Start(Tag::CodeBlock(_)));
        code.then_some(span.start + start..span.end + start)
    };
    parser(markdown).into_offset_iter().filter_map(block).collect()
}

/// The dialect of Markdown that texts are written in.
pub fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// Pictures with their sizes, so that nothing moves when they arrive, and French spaces in text.
fn with_sized_pictures_and_spaces<'a>(
    events: impl Iterator<Item = Event<'a>> + 'a,
    media: &'a Media,
) -> impl Iterator<Item = Event<'a>> + 'a {
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
                address(&media::path(&src)),
                size.unwrap_or_default(),
            ))))
        }
        _ if picture.is_some() => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = Reference(dest_url.to_string()).address().into();
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
