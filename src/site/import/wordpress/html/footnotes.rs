//! Footnotes: the text refers to them by what WordPress calls them, and a field of the post has what they say.

use super::super::notes::About;
use super::super::tree::Block;
use super::inlines;
use super::node;
use super::reader::Reader;

/// The footnotes to which the text refers. Of the others is said what they say.
pub fn referred(reader: &mut Reader<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, footnote) in std::mem::take(&mut reader.footnotes).into_iter().enumerate() {
        if node::is_too_deep(&footnote.content) {
            reader.note(About::Removed, footnote.content);
            continue;
        }
        let document = node::parse(&footnote.content);
        if reader.referred.contains(&at) {
            let line = inlines::of_children(&document, reader, 0);
            blocks.push(Block::Footnote((at + 1).to_string(), inlines::on_one_line(line)));
        } else {
            reader.note(About::Removed, node::words(&document));
        }
    }
    blocks
}
