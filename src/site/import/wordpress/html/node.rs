//! Elements of HTML as html5ever reads them.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use lazy_regex::regex;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// How deep elements may be inside each other before only their words are read.
pub const DEEPEST: usize = 60;

/// The document that a piece of HTML is. Its elements are there as long as it is.
pub struct Document {
    _whole: RcDom,
    body: Handle,
}

impl std::ops::Deref for Document {
    type Target = Handle;

    fn deref(&self) -> &Handle {
        &self.body
    }
}

/// The body of the document that a piece of HTML is.
pub fn parse(html: &str) -> Document {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    // What stands before the body would be put elsewhere.
    let dom = parse_document(RcDom::default(), options).one(format!("<!DOCTYPE html><body>{html}"));
    let mut found = dom.document.clone();
    for name in ["html", "body"] {
        let inside = found.children.borrow().iter().find(|it| self::name(it) == name).cloned();
        found = inside.unwrap_or(found);
    }
    Document { _whole: dom, body: found }
}

/// Whether so many elements are inside each other that reading them would take minutes. What ends by itself does not
/// count.
pub fn is_too_deep(html: &str) -> bool {
    const ENDS: [&str; 20] = [
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link",
        "meta", "option", "p", "param", "source", "td", "th", "tr",
    ];
    let mut depth = 0_usize;
    for tag in regex!(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*?(/?)>").captures_iter(html) {
        match &tag[1] {
            _ if !tag[3].is_empty() || ENDS.contains(&tag[2].to_ascii_lowercase().as_str()) => {}
            "/" => depth = depth.saturating_sub(1),
            _ => depth += 1,
        }
        if depth > 1000 {
            return true;
        }
    }
    false
}

/// The name of an element; nothing for what is none.
pub fn name(node: &Handle) -> &str {
    match &node.data {
        NodeData::Element { name, .. } => &name.local,
        _ => "",
    }
}

/// The value of an attribute, without the spaces around it.
pub fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    let attrs = attrs.borrow();
    let found = attrs.iter().find(|it| &*it.name.local == wanted)?;
    Some(found.value.trim().to_owned()).filter(|it| !it.is_empty())
}

/// Whether an element has a class that begins so.
pub fn has_class(node: &Handle, beginning: &str) -> bool {
    let class = attribute(node, "class").unwrap_or_default();
    class.split_whitespace().any(|it| it.starts_with(beginning))
}

/// What is in an element.
pub fn children(node: &Handle) -> Vec<Handle> {
    node.children.borrow().clone()
}

/// The elements of these names in another one, in their order. Nothing is sought inside a found one.
pub fn find(node: &Handle, names: &[&str]) -> Vec<Handle> {
    let mut found = Vec::new();
    let mut open: Vec<Handle> = children(node).into_iter().rev().collect();
    while let Some(next) = open.pop() {
        if names.contains(&name(&next)) {
            found.push(next);
        } else {
            open.extend(children(&next).into_iter().rev());
        }
    }
    found
}

/// The words of an element and of everything in it, but for scripts and styles.
pub fn words(node: &Handle) -> String {
    let mut words = String::new();
    let mut open = vec![node.clone()];
    while let Some(next) = open.pop() {
        match &next.data {
            NodeData::Text { contents } => words.push_str(&contents.borrow()),
            NodeData::Element { .. } if matches!(name(&next), "script" | "style" | "template") => {}
            _ => {
                if is_block(name(&next)) || name(&next) == "br" {
                    words.push('\n');
                }
                open.extend(children(&next).into_iter().rev());
            }
        }
    }
    words
}

/// Whether an element of this name is one that begins on a line of its own.
pub fn is_block(name: &str) -> bool {
    const BLOCKS: &str = " address article aside audio blockquote center dd details dialog dir div dl dt embed fieldset figcaption figure footer form frameset h1 h2 \
         h3 h4 h5 h6 header hr iframe li main menu nav object ol p pre section summary table tbody td tfoot th thead tr ul video ";
    !name.is_empty() && BLOCKS.split_whitespace().any(|it| it == name)
}

/// Whether an element has one in it that begins on a line of its own.
pub fn has_blocks(node: &Handle) -> bool {
    let mut open = children(node);
    while let Some(next) = open.pop() {
        if is_block(name(&next)) {
            return true;
        }
        open.extend(children(&next));
    }
    false
}
