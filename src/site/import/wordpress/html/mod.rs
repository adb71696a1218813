//! The HTML of a text to what it consists of: blocks of the editor of today, and what the classic editor left.

mod context;
mod embeds;
mod flow;
mod footnotes;
mod inlines;
mod levels;
pub mod lines;
mod lists;
mod node;
mod pictures;
pub mod reader;
mod shortcodes;
mod tables;

pub use self::context::{Context, Place, Read};
pub use self::reader::visible;
use super::notes::{About, Note};
use super::tree::{Block, Inline};

/// Reads a text.
pub fn read(html: &str, place: Place<'_>, context: &Context<'_>) -> Read {
    let mut notes = Vec::new();
    let html = with_shared_blocks(html, context, 0);
    let html = shortcodes::without(&html, &mut notes);
    if node::is_too_deep(&html) {
        notes.push(Note::new(About::Plain, ""));
        return Read { blocks: plain(&html), notes, ..Read::default() };
    }
    let has_blocks = html.contains("<!-- wp:");
    let mut reader = reader::Reader::new(context, place, has_blocks, flow::of_children);
    let document = node::parse(&html);
    reader.anchors = inlines::anchors(&document);
    match serde_json::from_str(place.footnotes) {
        Ok(footnotes) => reader.footnotes = footnotes,
        Err(_) if place.footnotes.is_empty() => {}
        Err(_) => reader.note(About::Fields, format!("footnotes : {}", place.footnotes)),
    }
    let blocks = flow::of_children(&document, &mut reader, 0);
    let mut blocks = levels::of_headings(blocks);
    blocks.extend(footnotes::referred(&mut reader));
    let mut read = reader.finish();
    read.notes.splice(0..0, notes);
    Read { blocks, ..read }
}

/// The words of HTML in which so many elements are inside each other that nobody wrote it.
fn plain(html: &str) -> Vec<Block> {
    let words = lazy_regex::regex!(r"(?s)<[^>]*>").replace_all(html, " ");
    let (words, _) = visible(&html_escape::decode_html_entities(&words));
    let lines = words.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| lines::paragraphs(vec![Inline::Text(line.to_owned())])).collect()
}

/// The words of a piece of HTML, such as a title, on one line.
pub fn words(html: &str) -> String {
    if node::is_too_deep(html) {
        return String::new();
    }
    node::words(&node::parse(html)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same with the blocks that are used in several texts in the place where they are.
fn with_shared_blocks(html: &str, context: &Context<'_>, depth: usize) -> String {
    let block = lazy_regex::regex!(r#"<!-- wp:block \{[^}]*"ref":(\d+)[^}]*\} /-->"#);
    let filled = block.replace_all(html, |found: &lazy_regex::Captures<'_>| {
        let content = found[1].parse().ok().and_then(|id: u64| context.shared.get(&id));
        match content.filter(|_| depth < 3 && html.len() < 1 << 20) {
            Some(content) => with_shared_blocks(content, context, depth + 1),
            None => found[0].to_owned(),
        }
    });
    filled.into_owned()
}
