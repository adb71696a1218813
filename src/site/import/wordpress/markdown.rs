//! Blocks to Markdown that our own reader accepts and in which every word is: what is not is written plainer.

use std::sync::Arc;

use lazy_regex::regex_replace_all;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use pulldown_cmark_to_cmark::{Options, cmark_with_options};

use super::tree::{Block, Inline, Picture, Style, Table};
use crate::site::content::markdown::{Body, dialect};
use crate::site::content::media::Media;
use crate::site::content::references::References;
use crate::site::parse::diagnostics::{Problems, Source};

/// A text as Markdown.
pub struct Written {
    /// The Markdown.
    pub text: String,
    /// The words of blocks that lost their form.
    pub plain: Vec<String>,
}

/// Writes blocks.
pub fn write(blocks: &[Block]) -> Written {
    let pieces: Vec<Option<String>> = blocks.iter().map(piece).collect();
    if pieces.iter().all(Option::is_some) {
        let text = joined(pieces.into_iter().flatten());
        if is_accepted(&text) {
            return Written { text, plain: Vec::new() };
        }
    }
    let mut plain = Vec::new();
    let pieces = blocks.iter().map(|block| match piece(block).filter(|it| is_accepted(it)) {
        Some(piece) => piece,
        None => {
            let (text, words) = plainly(block);
            plain.push(words);
            text
        }
    });
    let text = joined(pieces.collect::<Vec<_>>().into_iter());
    if is_accepted(&text) {
        return Written { text, plain };
    }
    // Only together they are wrong, such as when they are too much.
    let pieces: Vec<(String, String)> = blocks.iter().map(plainly).collect();
    let text = joined(pieces.iter().map(|(text, _)| text.clone()));
    let plain = pieces.into_iter().map(|(_, words)| words).collect();
    match is_accepted(&text) {
        true => Written { text, plain },
        false => Written { text: String::new(), plain },
    }
}

fn joined(pieces: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for piece in pieces.filter(|it| !it.trim().is_empty()) {
        text.push_str(piece.trim_matches('\n'));
        text.push_str("\n\n");
    }
    text
}

/// A block as Markdown; nothing where a word of it would be lost.
fn piece(block: &Block) -> Option<String> {
    let mut events = Vec::new();
    push(block, &mut events);
    let options = Options {
        list_token: '-',
        code_block_token_count: 3,
        increment_ordered_list_bullets: true,
        ..Options::default()
    };
    let mut text = String::new();
    cmark_with_options(events.iter(), &mut text, dialect::OPTIONS, options).ok()?;
    if let Block::Quote(_) = block {
        // Two spaces at an end are the end of a line.
        let lines = text.lines().map(str::trim_start);
        let lines = lines.map(|line| if line.trim_end() == ">" { ">" } else { line });
        text = lines.skip_while(|line| matches!(*line, "" | ">")).collect::<Vec<_>>().join("\n");
    }
    // What would be embedded.
    if !matches!(block, Block::Code(_)) {
        text = text.replace("{{", "&#123;{");
        // What would be taken for a shortcode.
        text = regex_replace_all!(
            r"\\\[(/?(?:gallery|caption|embed|audio|video|playlist|contact-form|[a-z]+_[a-z_\\]+|[a-z_-]+ [a-z_\\]+=))",
            &text,
            |_, rest: &str| format!("&#91;{rest}")
        )
        .into_owned();
    }
    let mut own = String::new();
    block.words(&mut own);
    // Without its note a reference is read as words.
    let references = regex_replace_all!(r"\[\^\d+\]:?", &text, "");
    (letters(&own) == letters(&words(&references)) || *block == Block::Cut).then_some(text)
}

/// The words of Markdown, as those of blocks are.
fn words(markdown: &str) -> String {
    let mut words = String::new();
    let mut titles = Vec::new();
    for event in dialect::parser(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::Start(Tag::Image { title, .. }) => titles.push(title),
            Event::End(TagEnd::Image) => words.push_str(&titles.pop().unwrap_or("".into())),
            _ => words.push('\n'),
        }
    }
    words
}

/// What is left of a text without signs and spaces.
fn letters(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '\u{feff}').collect()
}

/// A block as paragraphs of plain words, and the words.
fn plainly(block: &Block) -> (String, String) {
    let mut words = String::new();
    block.words(&mut words);
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraph = |line: &str| {
        let plain = piece(&Block::Paragraph(vec![Inline::Text(line.to_owned())]));
        plain.filter(|it| is_accepted(it)).unwrap_or_else(|| by_numbers(line))
    };
    let text = joined(lines.map(paragraph));
    let shown = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (text, shown)
}

/// A line in which every sign that may mean something is written by its number.
fn by_numbers(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            letter if letter.is_ascii_punctuation() => {
                text.push_str(&format!("&#{};", u32::from(letter)));
            }
            letter => text.push(letter),
        }
    }
    if is_accepted(&text) {
        return text;
    }
    line.chars().filter(|it| it.is_alphanumeric() || *it == ' ').collect()
}

/// Whether our reader has nothing against a text, and it leads to nothing in itself that is not there.
fn is_accepted(text: &str) -> bool {
    let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
    let (mut references, mut problems) = (References::default(), Problems::default());
    Body::read(&source, 0, &Media::default(), &mut references, &mut problems);
    let is_lost = |link: &str| link.starts_with('#') || link.is_empty();
    problems.is_empty()
        && references.embeds.is_empty()
        && !references.links.iter().any(|link| is_lost(&link.value.0))
}

/// Whether lists would have something to show before the cut.
pub fn has_words_before_the_cut(text: &str) -> bool {
    let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
    let (mut references, mut problems) = (References::default(), Problems::default());
    let body = Body::read(&source, 0, &Media::default(), &mut references, &mut problems);
    !body.before_the_cut().is_empty()
}

type Events = Vec<Event<'static>>;

fn element(tag: Tag<'static>, events: &mut Events, inside: impl FnOnce(&mut Events)) {
    let end = tag.to_end();
    events.push(Event::Start(tag));
    inside(events);
    events.push(Event::End(end));
}

fn push(block: &Block, events: &mut Events) {
    match block {
        Block::Paragraph(line) => element(Tag::Paragraph, events, |it| push_line(line, it)),
        Block::Heading(level, line) => {
            let level = HeadingLevel::try_from(usize::from(*level)).unwrap_or(HeadingLevel::H2);
            let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
            element(tag, events, |it| push_line(line, it));
        }
        Block::List(start, items) => element(Tag::List(*start), events, |it| push_items(items, it)),
        Block::Quote(blocks) => element(Tag::BlockQuote(None), events, |it| {
            blocks.iter().for_each(|block| push(block, it));
        }),
        Block::Code(text) => {
            let tag = Tag::CodeBlock(CodeBlockKind::Fenced(CowStr::from("")));
            element(tag, events, |it| it.push(Event::Text(format!("{text}\n").into())));
        }
        Block::Table(table) => push_table(table, events),
        Block::Pictures(pictures) => element(Tag::Paragraph, events, |it| {
            for (at, picture) in pictures.iter().enumerate() {
                it.extend((at > 0).then_some(Event::SoftBreak));
                push_picture(picture, it);
            }
        }),
        Block::Rule => events.push(Event::Rule),
        Block::Cut => element(Tag::HtmlBlock, events, |it| {
            it.push(Event::Html("<!-- more -->\n".into()));
        }),
        Block::Footnote(name, line) => {
            element(Tag::FootnoteDefinition(name.clone().into()), events, |it| {
                element(Tag::Paragraph, it, |it| push_line(line, it));
            });
        }
    }
}

/// Items: where each is one line, without space between them.
fn push_items(items: &[Vec<Block>], events: &mut Events) {
    let is_one_line = |item: &Vec<Block>| {
        matches!(&item[..], [Block::Paragraph(_)] | [Block::Paragraph(_), Block::List(..)])
    };
    let is_tight = items.iter().all(is_one_line);
    for item in items {
        element(Tag::Item, events, |events| {
            for block in item {
                match block {
                    Block::Paragraph(line) if is_tight => push_line(line, events),
                    block => push(block, events),
                }
            }
        });
    }
}

fn push_table(table: &Table, events: &mut Events) {
    let cells = |row: &[Vec<Inline>], events: &mut Events| {
        for cell in row {
            element(Tag::TableCell, events, |it| push_line(cell, it));
        }
    };
    element(Tag::Table(table.columns.clone()), events, |events| {
        element(Tag::TableHead, events, |it| cells(&table.head, it));
        for row in &table.rows {
            element(Tag::TableRow, events, |it| cells(row, it));
        }
    });
}

fn push_line(line: &[Inline], events: &mut Events) {
    for inline in line {
        match inline {
            Inline::Text(text) => events.push(Event::Text(text.clone().into())),
            Inline::Code(text) => events.push(Event::Code(text.clone().into())),
            Inline::Break => events.push(Event::HardBreak),
            Inline::Reference(name) => events.push(Event::FootnoteReference(name.clone().into())),
            Inline::Picture(picture) => push_picture(picture, events),
            Inline::Styled(style, inside) => {
                let tag = match style {
                    Style::Emphasis => Tag::Emphasis,
                    Style::Strong => Tag::Strong,
                    Style::Strikethrough => Tag::Strikethrough,
                };
                element(tag, events, |it| push_line(inside, it));
            }
            Inline::Link(to, inside) => {
                let tag = Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url: to.clone().into(),
                    title: "".into(),
                    id: "".into(),
                };
                element(tag, events, |it| push_line(inside, it));
            }
        }
    }
}

fn push_picture(picture: &Picture, events: &mut Events) {
    let tag = Tag::Image {
        link_type: LinkType::Inline,
        dest_url: picture.src.clone().into(),
        title: picture.caption.clone().into(),
        id: "".into(),
    };
    element(tag, events, |it| it.push(Event::Text(picture.alt.clone().into())));
}
