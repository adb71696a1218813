//! Elements inside lines: words that stand out, links, code, pictures.

use std::collections::HashMap;

use markup5ever_rcdom::{Handle, NodeData};

use super::super::notes::About;
use super::super::tree::{Inline, Style};
use super::lines::tidied;
use super::node::{self, DEEPEST, attribute, children, name, words};
use super::pictures;
use super::reader::Reader;

/// What is in an element, as a line.
pub fn of_children(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Inline> {
    if depth > DEEPEST {
        return vec![Inline::Text(reader.visible(&words(node)))];
    }
    children(node).iter().flat_map(|child| of(child, reader, depth)).collect()
}

/// An element, or words, of a line.
pub fn of(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Inline> {
    match &node.data {
        NodeData::Text { contents } => of_text(&contents.borrow(), reader),
        NodeData::Element { .. } => of_element(node, reader, depth + 1),
        _ => Vec::new(),
    }
}

/// Words. The classic editor ends lines where the text does.
pub fn of_text(text: &str, reader: &mut Reader<'_>) -> Vec<Inline> {
    let text = reader.visible(text).replace("\r\n", "\n").replace('\r', "\n");
    if !reader.is_classic() {
        return vec![Inline::Text(text)];
    }
    let mut line = Vec::new();
    for (at, piece) in text.split('\n').enumerate() {
        line.extend((at > 0).then_some(Inline::Break));
        line.push(Inline::Text(piece.to_owned()));
    }
    line
}

fn of_element(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Inline> {
    let styled = |style, line| vec![Inline::Styled(style, line)];
    match name(node) {
        "br" => vec![Inline::Break],
        "img" => pictures::of_image(node, reader).into_iter().collect(),
        "strong" | "b" => styled(Style::Strong, of_children(node, reader, depth)),
        "em" | "i" | "cite" | "dfn" | "var" => {
            styled(Style::Emphasis, of_children(node, reader, depth))
        }
        "del" | "s" | "strike" => styled(Style::Strikethrough, of_children(node, reader, depth)),
        "code" | "kbd" | "samp" | "tt" => code(node, reader),
        "a" => link(node, reader, depth),
        "sup" | "sub" => raised(node, reader, depth),
        "q" => {
            let mut line = vec![Inline::Text("« ".to_owned())];
            line.extend(of_children(node, reader, depth));
            line.push(Inline::Text(" »".to_owned()));
            line
        }
        "script" | "canvas" | "input" | "select" | "textarea" | "math" => {
            reader.remove(node);
            Vec::new()
        }
        "style" | "template" | "link" | "meta" | "title" | "svg" | "datalist" | "source" => {
            Vec::new()
        }
        _ => of_children(node, reader, depth),
    }
}

fn code(node: &Handle, reader: &mut Reader<'_>) -> Vec<Inline> {
    let text = reader.visible(&words(node)).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() { Vec::new() } else { vec![Inline::Code(text)] }
}

fn link(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Inline> {
    // It says a second time what the link before it says.
    if node::has_class(node, "wp-block-file__button") {
        return Vec::new();
    }
    let line = of_children(node, reader, depth);
    let Some(written) = attribute(node, "href") else { return line };
    // A picture in a link to itself, or to the page that WordPress made of it.
    let has_picture = !node::find(node, &["img"]).is_empty();
    if has_picture && pictures::is_of_one(&written, reader) {
        return line;
    }
    if line.iter().all(Inline::is_blank) {
        reader.note(About::LinkRemoved, written);
        return line;
    }
    match reader.link(&written) {
        Some(to) => vec![Inline::Link(to, line)],
        None => line,
    }
}

/// The reference to a footnote that an element is: these are called by their numbers.
fn reference(node: &Handle, reader: &mut Reader<'_>) -> Option<Inline> {
    let id = attribute(node, "data-fn")?;
    let at = reader.footnotes.iter().position(|it| it.id == id)?;
    reader.referred.insert(at);
    Some(Inline::Reference((at + 1).to_string()))
}

/// Letters above or below the line, where there are such.
fn raised(node: &Handle, reader: &mut Reader<'_>, depth: usize) -> Vec<Inline> {
    const DIGITS: [[char; 10]; 2] = [
        ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'],
        ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'],
    ];
    if let Some(reference) = reference(node, reader) {
        return vec![reference];
    }
    let text = words(node);
    let is_only_text = node::find(node, &["a", "img"]).is_empty();
    let of = &DIGITS[usize::from(name(node) == "sub")];
    let raised: Option<String> =
        text.trim().chars().map(|it| Some(of[it.to_digit(10)? as usize])).collect();
    match raised.filter(|it| is_only_text && !it.is_empty()) {
        Some(raised) => vec![Inline::Text(raised)],
        None => of_children(node, reader, depth),
    }
}

/// The words of headings, by the names that links give them.
pub fn anchors(document: &Handle) -> HashMap<String, String> {
    let mut anchors = HashMap::new();
    for heading in node::find(document, &["h1", "h2", "h3", "h4", "h5", "h6"]) {
        let inside = node::find(&heading, &["a", "span"]);
        let names = std::iter::once(&heading).chain(&inside);
        let names = names.flat_map(|it| [attribute(it, "id"), attribute(it, "name")]);
        let line = words(&heading);
        for name in names.flatten() {
            anchors.entry(name).or_insert_with(|| line.trim().to_owned());
        }
    }
    anchors
}

/// A line on which no line ends.
pub fn on_one_line(line: Vec<Inline>) -> Vec<Inline> {
    let space = |it| if it == Inline::Break { Inline::Text(" ".to_owned()) } else { it };
    tidied(line.into_iter().map(space).collect())
}
