//! The dialect of Markdown that texts are written in.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// Where blocks of code are, in which nothing is embedded.
pub fn code_blocks(markdown: &str, start: usize) -> Vec<Range<usize>> {
    // Most texts have none: that is seen without reading them as Markdown.
    if !["```", "~~~", "    ", "\t"].iter().any(|sign| markdown.contains(sign)) {
        return Vec::new();
    }
    let block = |(event, span): (Event<'_>, Range<usize>)| {
        let code = matches!(event, Event::Start(Tag::CodeBlock(_)));
        code.then_some(span.start + start..span.end + start)
    };
    parser(markdown).into_offset_iter().filter_map(block).collect()
}

/// What the dialect has besides CommonMark.
pub const OPTIONS: Options =
    Options::ENABLE_FOOTNOTES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TABLES);

/// The dialect of Markdown that texts are written in.
pub fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, OPTIONS)
}
