//! Elements that follow each other, as blocks.

use lazy_regex::{regex, regex_captures, regex_is_match};
use markup5ever_rcdom::{Handle, NodeData};

use super::super::notes::About;
use super::super::tree::{Block, Inline, Style};
use super::lines::{paragraphs, tidied};
use super::node::{
    DEEPEST, attribute, children, find, has_blocks, has_class, is_block, name, words,
};
use super::reader::Reader;
use super::{embeds, inlines, lists, pictures, tables};

/// The blocks in an element.
pub fn of_children(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    if depth > DEEPEST {
        let words = reader.visible(&words(node));
        return paragraphs(vec![Inline::Text(words)]);
    }
    let mut flow = Flow::default();
    for child in children(node) {
        flow.read(&child, reader, depth);
    }
    flow.end(reader);
    flow.blocks
}

/// What was read so far, and the line that is being read.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    line: Vec<Inline>,
}

impl Flow {
    fn read(&mut self, node: &Handle, reader: &mut Reader<'_>, depth: usize) {
        match &node.data {
            NodeData::Text { contents } => self.text(&contents.borrow(), reader),
            NodeData::Comment { contents } => self.comment(contents.trim(), reader),
            NodeData::Element { .. } => self.element(node, reader, depth + 1),
            _ => {}
        }
    }

    /// Words. For the classic editor an empty line ends a paragraph.
    fn text(&mut self, text: &str, reader: &mut Reader<'_>) {
        if !reader.is_classic() {
            return self.line.extend(inlines::of_text(text, reader));
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (at, piece) in regex!(r"\n[ \t\u{a0}]*\n\s*").split(&text).enumerate() {
            if at > 0 {
                self.end(reader);
            }
            self.line.extend(inlines::of_text(piece, reader));
        }
    }

    /// Ends the line. An address alone on it is what it shows.
    fn end(&mut self, reader: &mut Reader<'_>) {
        for block in paragraphs(std::mem::take(&mut self.line)) {
            let address = match &block {
                Block::Paragraph(line) => match &line[..] {
                    [Inline::Text(text)] if regex_is_match!(r"^https?://\S+$", text) => Some(text),
                    _ => None,
                },
                _ => None,
            };
            let link = address.and_then(|it| embeds::of_address(it, None, reader));
            self.blocks.push(link.map_or(block, |link| Block::Paragraph(vec![link])));
        }
    }

    /// Notes of WordPress: where lists end, where a block begins and ends.
    fn comment(&mut self, comment: &str, reader: &mut Reader<'_>) {
        if regex_is_match!(r"^more\b", comment) {
            self.end(reader);
            if !reader.has_cut && reader.inside == 0 {
                self.blocks.push(Block::Cut);
                reader.has_cut = true;
            }
        } else if let Some((_, name)) = regex_captures!(r"^wp:([\w/-]+)", comment) {
            self.end(reader);
            if comment.ends_with('/') {
                if !matches!(
                    name,
                    "more" | "nextpage" | "spacer" | "separator" | "gallery" | "footnotes"
                ) {
                    reader.note(About::Dynamic, name);
                }
            } else if !matches!(name, "freeform" | "core/freeform") {
                reader.open_blocks += 1;
            }
        } else if let Some((_, name)) = regex_captures!(r"^/wp:([\w/-]+)", comment) {
            self.end(reader);
            if !matches!(name, "freeform" | "core/freeform") {
                reader.open_blocks = reader.open_blocks.saturating_sub(1);
            }
        }
    }

    fn element(&mut self, node: &Handle, reader: &mut Reader<'_>, depth: usize) {
        let name = name(node);
        if !is_block(name) {
            return self.inside_a_line(node, reader, depth);
        }
        self.end(reader);
        let blocks = match name {
            "hr" => vec![Block::Rule],
            "ul" | "ol" | "menu" | "dir" => lists::of_list(node, reader, depth),
            "dl" => lists::of_terms(node, reader, depth),
            "table" => tables::of(node, reader, depth),
            "pre" => preformatted(node, reader, depth),
            "blockquote" => quotation(node, reader, depth),
            "figure" => {
                let one = pictures::of_figure(node, reader);
                one.unwrap_or_else(|| pictures::in_rows(reader.blocks(node, depth)))
            }
            "iframe" | "video" | "audio" | "embed" | "object" => embeds::of_element(node, reader),
            "form" | "fieldset" => form(node, reader, depth),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(node, reader, depth),
            _ => transparent(node, reader, depth),
        };
        self.blocks.extend(blocks);
    }

    /// An element of a line; where blocks are in it, it is none.
    fn inside_a_line(&mut self, node: &Handle, reader: &mut Reader<'_>, depth: usize) {
        let is_heavy = matches!(name(node), "script" | "style" | "template" | "noscript");
        if name(node) == "noscript" && !find(node, &["img"]).is_empty() {
            // For readers without scripts it repeats a picture that is loaded late.
            return;
        }
        if is_heavy || depth > DEEPEST || !has_blocks(node) {
            return self.line.extend(inlines::of(node, reader, depth));
        }
        self.end(reader);
        let to = match name(node) {
            "a" => attribute(node, "href").and_then(|it| reader.link(&it)),
            _ => None,
        };
        let style = match name(node) {
            "strong" | "b" => Some(Style::Strong),
            "em" | "i" => Some(Style::Emphasis),
            "del" | "s" | "strike" => Some(Style::Strikethrough),
            _ => None,
        };
        let wrapped = |line: Vec<Inline>| {
            let line = match style {
                Some(style) => vec![Inline::Styled(style, line)],
                None => line,
            };
            tidied(match &to {
                Some(to) => vec![Inline::Link(to.clone(), line)],
                None => line,
            })
        };
        self.blocks.extend(reader.blocks(node, depth).into_iter().map(|block| match block {
            Block::Paragraph(line) => Block::Paragraph(wrapped(line)),
            Block::Heading(level, line) => Block::Heading(level, wrapped(line)),
            other => other,
        }));
    }
}

/// An element that only holds others; the picture behind it comes first.
fn transparent(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    if let Some(ids) = gallery(node) {
        return pictures::of_gallery(&ids, reader);
    }
    let mut blocks = Vec::new();
    let style = attribute(node, "style").unwrap_or_default();
    if let Some((_, src)) =
        regex_captures!(r#"background(?:-image)?:\s*url\(['"]?([^'")]+)"#, &style)
        && has_class(node, "wp-block-cover")
    {
        blocks.extend(pictures::behind(src, reader));
    }
    blocks.extend(reader.blocks(node, depth));
    match has_class(node, "gallery") {
        true => pictures::in_rows(blocks),
        false => blocks,
    }
}

/// The numbers of the pictures of a gallery.
fn gallery(node: &Handle) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    let ids = attrs.iter().find(|it| &*it.name.local == "data-gallery")?;
    Some(ids.value.to_string())
}

fn heading(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    let level = name(node).as_bytes().get(1).map_or(2, |digit| digit.saturating_sub(b'0'));
    if has_blocks(node) {
        return reader.blocks(node, depth);
    }
    let line = inlines::of_children(node, reader, depth);
    vec![Block::Heading(level, line)]
}

/// Code; a poem is no code.
fn preformatted(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    if has_class(node, "wp-block-verse") {
        let open = std::mem::take(&mut reader.open_blocks);
        let blocks = reader.blocks(node, depth);
        reader.open_blocks = open;
        return blocks;
    }
    let text = reader.visible(&words(node)).replace("\r\n", "\n");
    let text = text.trim_matches('\n').trim_end();
    if text.is_empty() { Vec::new() } else { vec![Block::Code(text.to_owned())] }
}

/// A quotation, whose last line says whose it is.
fn quotation(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    let mut blocks = lists::without_headings(reader.blocks_inside(node, depth));
    blocks.retain(|it| !matches!(it, Block::Cut));
    let is_cited = find(node, &["cite"]).len() == 1 && blocks.len() > 1;
    if let Some(Block::Paragraph(line)) = blocks.last_mut()
        && let [Inline::Styled(Style::Emphasis, inside)] = &mut line[..]
        && is_cited
    {
        let mut author = vec![Inline::Text("— ".to_owned())];
        author.append(inside);
        *line = tidied(author);
    }
    if blocks.is_empty() { Vec::new() } else { vec![Block::Quote(blocks)] }
}

/// How long the text of a form may be to be no more than its labels, in letters.
const LABELS: usize = 600;

/// A form is taken out; where somebody wrote a text in one, that stays.
fn form(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Block> {
    if words(node).chars().count() > LABELS {
        return reader.blocks(node, depth);
    }
    reader.remove(node);
    Vec::new()
}
