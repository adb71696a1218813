//! Typed fields read from a tree: each type says what it expects, and everything that is missing,
//! misspelt or of the wrong kind is reported in one go.

use std::collections::HashSet;
use std::sync::Arc;

use super::diagnostics::{Problems, Source, Span};
use super::tree::{Entry, Node, Value};
use crate::site::messages::Message;

/// A value that can be read from a node.
pub trait FromNode: Sized {
    /// What an editor should write, in words.
    const EXPECTED: &'static str;

    /// The same as an example.
    const EXAMPLE: &'static str;

    /// Reads the value. `None` means that a problem was reported.
    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self>;
}

/// A value and its place, for checks that come later.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The file.
    pub source: Arc<Source>,
    /// Where the value is in it.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Another value, written at the same place.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: to(self.value), source: self.source, span: self.span }
    }

    /// Reports a problem at this place.
    pub fn problem(
        &self,
        problems: &mut Problems,
        title: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        problems.add(&self.source, self.span.clone(), title, found, help);
    }

    /// Reports something that an editor must know and may publish, at this place.
    pub fn warning(
        &self,
        problems: &mut Problems,
        title: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        problems.warn(&self.source, self.span.clone(), title, found, help);
    }
}

impl<T: FromNode> FromNode for Spanned<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const EXAMPLE: &'static str = T::EXAMPLE;

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let value = T::from_node(node, problems)?;
        Some(Self { value, source: node.source.clone(), span: node.span.clone() })
    }
}

/// The longest text that is repeated next to its own line, in bytes.
const LONGEST_FOUND: usize = 200;

/// One of some words, as what it stands for.
pub fn one_of<T: FromNode>(
    words: impl IntoIterator<Item = (&'static str, T)>,
    node: &Node,
    problems: &mut Problems,
) -> Option<T> {
    let Value::Text(text) = &node.value else { return unexpected(node, problems) };
    let known = words.into_iter().find(|(word, _)| word == text).map(|(_, known)| known);
    known.or_else(|| unexpected(node, problems))
}

/// Reports that a node is not what was expected.
pub fn unexpected<T: FromNode>(node: &Node, problems: &mut Problems) -> Option<T> {
    let found = match &node.value {
        Value::Text(text) if text.len() > LONGEST_FOUND => "found a long text".to_owned(),
        Value::Text(text) => format!("found `{text}`"),
        Value::Number(number) => format!("found `{number}`"),
        other => format!("found {}", other.kind()),
    };
    let title = match node.field.as_str() {
        "" => format!("expected {}", T::EXPECTED),
        field => format!("`{field}` must be {}", T::EXPECTED),
    };
    let help = format!("write it like this: {}", T::EXAMPLE);
    problems.add(&node.source, node.span.clone(), title, found, help);
    None
}

/// The fields of one table.
pub struct Fields<'n> {
    node: &'n Node,
    entries: &'n [Entry],
    /// What the table describes: « an article ».
    of: &'static str,
    known: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// Opens a table; anything else is reported.
    pub fn of(of: &'static str, node: &'n Node, problems: &mut Problems) -> Option<Self> {
        let Value::Table(entries) = &node.value else {
            let found = format!("found {}", node.value.kind());
            let help = format!("write {of} as named fields");
            problems.add(&node.source, node.span.clone(), format!("expected {of}"), found, help);
            return None;
        };
        Some(Self { node, entries, of, known: Vec::new() })
    }

    /// A field that must be there.
    pub fn required<T: FromNode>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        match self.find(name) {
            Some(entry) => T::from_node(&entry.node, problems),
            None => {
                // Pointing at the whole table would hide what is there.
                let start = self.node.span.start;
                let first_line = self.node.source.text[start..].lines().next().unwrap_or("");
                problems.add(
                    &self.node.source,
                    start..start + first_line.len(),
                    format!("the field `{name}` is missing"),
                    format!("{} needs it", self.of),
                    format!("add `{name}`: {}, such as {}", T::EXPECTED, T::EXAMPLE),
                );
                None
            }
        }
    }

    /// A field that may be left out.
    pub fn optional<T: FromNode>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        self.find(name).and_then(|entry| T::from_node(&entry.node, problems))
    }

    /// Whether a field is there, right or wrong.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    fn find(&mut self, name: &'static str) -> Option<&'n Entry> {
        self.known.push(name);
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Reports the fields that nobody asked for and duplicates.
    pub fn finish(self, problems: &mut Problems) {
        let mut names = HashSet::new();
        for entry in self.entries {
            let source = &entry.node.source;
            let name = &entry.name;
            if !names.insert(name) {
                let title = format!("duplicate field `{name}`");
                let help = "keep one of the two";
                problems.add(source, entry.span.clone(), title, "the second one", help);
            }
            if !self.known.contains(&name.as_str()) {
                let help = match nearest(name, &self.known) {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => format!("{} has these fields: {}", self.of, self.known.join(", ")),
                };
                let title = format!("unknown field `{name}`");
                let found = format!("{} has no such field", self.of);
                problems.add(source, entry.span.clone(), title, found, help);
            }
        }
    }
}

/// The known word that was probably meant.
pub fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let likeness = |known: &&str| strsim::jaro_winkler(word, known);
    known
        .iter()
        .copied()
        .filter(|known| likeness(known) > 0.8)
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}

impl<T: FromNode> FromNode for Vec<T> {
    const EXPECTED: &'static str = "a list";
    const EXAMPLE: &'static str = "[ …, … ]";

    /// A list with an item that cannot be read cannot be read; its other items are reported too.
    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::List(items) = &node.value else { return unexpected(node, problems) };
        let read: Vec<Option<T>> = items.iter().map(|item| T::from_node(item, problems)).collect();
        read.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_field_is_recognised() {
        assert_eq!(nearest("titel", &["title", "date"]), Some("title"));
        assert_eq!(nearest("resume", &["title", "date"]), None);
    }
}
