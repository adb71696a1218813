//! Headings of a text: the title of the page is the first level, and none is left out on the way down.

use super::super::tree::{Block, Inline};
use super::lines::{paragraphs, tidied, with_pictures_apart};

/// The same blocks with headings of levels that follow each other, from the second one on.
pub fn of_headings(blocks: Vec<Block>) -> Vec<Block> {
    let first = blocks.iter().filter_map(level).min().unwrap_or(2);
    let mut last = 1;
    let mut leveled = Vec::with_capacity(blocks.len());
    for block in blocks {
        let Block::Heading(level, line) = block else {
            leveled.push(block);
            continue;
        };
        let (pictures, words): (Vec<Inline>, Vec<Inline>) =
            with_pictures_apart(line).into_iter().partition(|it| matches!(it, Inline::Picture(_)));
        let space = |it| if it == Inline::Break { Inline::Text(" ".to_owned()) } else { it };
        let words = tidied(words.into_iter().map(space).collect());
        if !words.is_empty() {
            last = (level.saturating_sub(first) + 2).min(last + 1).min(6);
            leveled.push(Block::Heading(last, words));
        }
        leveled.extend(paragraphs(pictures));
    }
    leveled
}

fn level(block: &Block) -> Option<u8> {
    if let Block::Heading(level, _) = block { Some(*level) } else { None }
}
