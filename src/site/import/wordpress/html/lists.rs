//! Lists, and lists of terms with what they mean.

use markup5ever_rcdom::Handle;

use super::super::tree::{Block, Inline, Style};
use super::node::{attribute, children, has_class, name};
use super::pictures;
use super::reader::Reader;

/// A list; a row where it is one of pictures.
pub fn of_list(list: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    let mut items: Vec<Vec<Block>> = Vec::new();
    for child in children(list) {
        match name(&child) {
            "" => {}
            // A list in a list without an item belongs to the item before it.
            "ul" | "ol" => {
                let inside = of_list(&child, reader, depth + 1);
                match items.last_mut() {
                    Some(item) => item.extend(inside),
                    None => items.push(inside),
                }
            }
            _ => items.push(without_headings(reader.blocks_inside(&child, depth + 1))),
        }
    }
    items.retain(|item| !item.is_empty());
    if items.is_empty() {
        return Vec::new();
    }
    let is_of_pictures = items.iter().flatten().all(|it| matches!(it, Block::Pictures(_)))
        || has_class(list, "blocks-gallery");
    if is_of_pictures {
        return pictures::in_rows(items.into_iter().flatten().collect());
    }
    let start = attribute(list, "start").and_then(|it| it.parse().ok()).unwrap_or(1);
    let start = (name(list) == "ol").then_some(start).map(|it: u64| it.min(999_999));
    vec![Block::List(start, items)]
}

/// Terms stand out, what they mean follows them.
pub fn of_terms(list: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    for child in children(list) {
        let inside = reader.blocks_inside(&child, depth + 1);
        if name(&child) == "dt" {
            blocks.extend(inside.into_iter().map(standing_out));
        } else {
            blocks.extend(inside);
        }
    }
    pictures::in_rows(without_headings(blocks))
}

/// Where a heading cannot be, words that stand out.
pub fn without_headings(blocks: Vec<Block>) -> Vec<Block> {
    let words = |block| match block {
        Block::Heading(_, line) => standing_out(Block::Paragraph(line)),
        other => other,
    };
    blocks.into_iter().map(words).collect()
}

fn standing_out(block: Block) -> Block {
    match block {
        Block::Paragraph(line) | Block::Heading(_, line) => {
            Block::Paragraph(super::lines::tidied(vec![Inline::Styled(Style::Strong, line)]))
        }
        other => other,
    }
}
