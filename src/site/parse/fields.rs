//! Typed fields read from a tree: each type says what it expects, and everything that is missing,
//! misspelt or of the wrong kind is reported in one go.

use std::collections::HashSet;
use std::sync::Arc;

use super::diagnostics::{Problems, Source, Span};
use super::french_names;
use super::table::{Field, Need, Shape, Table};
use super::tree::{Entry, Node, Value};
use crate::message;
use crate::site::messages::Message;

/// A value that can be read from a node.
pub trait FromNode: Sized {
    /// What it is read from.
    const SHAPE: Shape;

    /// What an editor should write, in words.
    const EXPECTED: Message;

    /// The same as an example.
    const EXAMPLE: Message;

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
    const SHAPE: Shape = T::SHAPE;
    const EXPECTED: Message = T::EXPECTED;
    const EXAMPLE: Message = T::EXAMPLE;

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let value = T::from_node(node, problems)?;
        Some(Self { value, source: node.source.clone(), span: node.span.clone() })
    }
}

/// The longest text that is repeated next to its own line, in bytes.
const LONGEST_FOUND: usize = 200;

/// One of some words, as what it stands for.
pub fn one_of<T: FromNode>(
    words: impl IntoIterator<Item = (&'static str, T)> + Clone,
    node: &Node,
    problems: &mut Problems,
) -> Option<T> {
    debug_assert!(are_all(T::SHAPE, words.clone().into_iter().map(|(word, _)| word)));
    let Value::Text(text) = &node.value else { return unexpected(node, problems) };
    let known = words.into_iter().find(|(word, _)| word == text).map(|(_, known)| known);
    known.or_else(|| unexpected(node, problems))
}

/// Whether a shape is that of these words.
fn are_all(shape: Shape, words: impl Iterator<Item = &'static str>) -> bool {
    matches!(shape, Shape::Words(known) if known.iter().map(|it| it.word).eq(words))
}

/// Reports that a node is not what was expected.
pub fn unexpected<T: FromNode>(node: &Node, problems: &mut Problems) -> Option<T> {
    unexpected_but(node, None, problems)
}

/// The same, with what is to be written where that is known.
pub fn unexpected_but<T: FromNode>(
    node: &Node,
    meant: Option<Message>,
    problems: &mut Problems,
) -> Option<T> {
    let found = match &node.value {
        Value::Text(text) if text.len() > LONGEST_FOUND => message!("fields-found-long-text"),
        Value::Text(text) | Value::Number(text) => {
            message!("fields-found", it = format!("`{text}`"))
        }
        other => message!("fields-found", it = other.kind()),
    };
    let title = match node.field.as_str() {
        "" => message!("fields-expected", it = T::EXPECTED),
        field => message!("fields-must-be", field = field, it = T::EXPECTED),
    };
    let help = match meant {
        Some(meant) => message!("mistakes-write", line = meant),
        None => message!("fields-write-like-this", example = T::EXAMPLE),
    };
    problems.add(&node.source, node.span.clone(), title, found, help);
    None
}

/// The fields of one table.
pub struct Fields<'n> {
    node: &'n Node,
    entries: &'n [Entry],
    /// What the table describes: « an article ».
    of: Message,
    /// What can be written in it; of formats that others have defined, that is not known.
    table: Option<&'static Table>,
    /// What was asked for.
    asked: Vec<&'static str>,
    /// What must be there and is not, with what is expected of it.
    missing: Vec<(&'static str, Message, Message)>,
}

impl<'n> Fields<'n> {
    /// Opens a table; anything else is reported.
    pub fn of(table: &'static Table, node: &'n Node, problems: &mut Problems) -> Option<Self> {
        let fields = Self::of_format(table.of.clone(), node, problems)?;
        Some(Self { table: Some(table), ..fields })
    }

    /// Opens a table of a format that others have defined.
    pub fn of_format(of: Message, node: &'n Node, problems: &mut Problems) -> Option<Self> {
        let Value::Table(entries) = &node.value else {
            let found = message!("fields-found", it = node.value.kind());
            let help = message!("fields-write-named", of = of.clone());
            let title = message!("fields-expected", it = of);
            problems.add(&node.source, node.span.clone(), title, found, help);
            return None;
        };
        let (asked, missing) = (Vec::new(), Vec::new());
        Some(Self { node, entries, of, table: None, asked, missing })
    }

    /// A field that must be there.
    pub fn required<T: FromNode>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        debug_assert!(self.has_its_place::<T>(name, Need::Always), "{name}: {:?}", self.table);
        let entry = self.find(name);
        if entry.is_none() {
            self.missing.push((name, T::EXPECTED, T::EXAMPLE));
        }
        T::from_node(&entry?.node, problems)
    }

    /// A field that may be left out.
    pub fn optional<T: FromNode>(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
    ) -> Option<T> {
        debug_assert!(self.has_its_place::<T>(name, Need::Never), "{name}: {:?}", self.table);
        self.find(name).and_then(|entry| T::from_node(&entry.node, problems))
    }

    /// Whether a field says `true`; one that is left out says `false`.
    pub fn flag(&mut self, name: &'static str, problems: &mut Problems) -> bool {
        self.optional(name, problems).unwrap_or(false)
    }

    /// A field of which the reader has spoken already, or that says nothing to it.
    pub fn known(&mut self, name: &'static str) {
        self.asked.push(name);
    }

    /// Whether a field is there, right or wrong.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    fn find(&mut self, name: &'static str) -> Option<&'n Entry> {
        self.asked.push(name);
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Whether the table says of a field what its reader knows of it.
    fn has_its_place<T: FromNode>(&self, name: &str, need: Need) -> bool {
        let fits = |field: &Field| {
            T::SHAPE.reads(field.shape) && (field.need == need || field.need == Need::Sometimes)
        };
        self.table.is_none_or(|table| table.field(name).is_some_and(fits))
    }

    /// Whether everything that can be written was asked for.
    fn were_all_asked(&self) -> bool {
        let mut names = self.table.iter().flat_map(|table| table.names());
        names.all(|name| self.asked.contains(&name))
    }

    /// Reports the fields that nobody asked for, duplicates, and what is missing. What is there under a name that is
    /// almost right is not missing.
    pub fn finish(self, problems: &mut Problems) {
        debug_assert!(self.were_all_asked(), "{:?} of {:?}", self.asked, self.table);
        let known: Vec<&str> = match self.table {
            Some(table) => table.names().collect(),
            None => self.asked.clone(),
        };
        let mut names = HashSet::new();
        let mut meant = HashSet::new();
        for entry in self.entries {
            let source = &entry.node.source;
            let name = entry.name.as_str();
            if !names.insert(name) {
                let title = message!("fields-duplicate", name = name);
                let (found, help) = (message!("fields-second"), message!("fields-duplicate-help"));
                problems.add(source, entry.span.clone(), title, found, help);
            }
            if !known.contains(&name) {
                meant.extend(self.report_unknown(entry, &known, problems));
            }
        }
        for (name, expected, example) in &self.missing {
            if !meant.contains(name) {
                self.report_missing(name, expected, example, problems);
            }
        }
    }

    /// Reports a field that nobody asked for, and says which was probably meant.
    fn report_unknown<'w>(
        &self,
        entry: &Entry,
        known: &[&'w str],
        problems: &mut Problems,
    ) -> Option<&'w str> {
        let (name, of) = (entry.name.as_str(), self.of.clone());
        let meant = in_english(name, known).or_else(|| nearest(name, known));
        let help = match meant {
            Some(known) => message!("fields-did-you-mean", known = known),
            None => message!("fields-unknown-help", of = of.clone(), known = known.join(", ")),
        };
        let title = message!("fields-unknown", name = name);
        let found = message!("fields-unknown-found", of = of);
        problems.add(&entry.node.source, entry.span.clone(), title, found, help);
        meant
    }

    fn report_missing(
        &self,
        name: &str,
        expected: &Message,
        example: &Message,
        problems: &mut Problems,
    ) {
        // Pointing at the whole table would hide what is there.
        let start = self.node.span.start;
        let first_line = self.node.source.text[start..].lines().next().unwrap_or("");
        let title = message!("fields-missing", name = name);
        let found = message!("fields-missing-found", of = self.of.clone());
        let (expected, example) = (expected.clone(), example.clone());
        let help =
            message!("fields-missing-help", name = name, expected = expected, example = example);
        problems.add(&self.node.source, start..start + first_line.len(), title, found, help);
    }
}

/// The known field whose name was written in French.
fn in_english<'w>(name: &str, known: &[&'w str]) -> Option<&'w str> {
    let english = french_names::in_english(name)?;
    known.iter().copied().find(|known| *known == english)
}

/// The known word that was probably meant.
pub fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    let likeness = |known: &&str| strsim::jaro_winkler(word, known);
    // Words that only begin alike are others: `status` is no `start`.
    let slips = |known: &&str| strsim::damerau_levenshtein(word, known);
    let is_slip = |known: &&str| slips(known) * 3 <= word.len().max(known.len());
    known
        .iter()
        .copied()
        .filter(|known| likeness(known) > 0.8 && is_slip(known))
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
}

impl<T: FromNode> FromNode for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const EXPECTED: Message = message!("fields-list");
    const EXAMPLE: Message = Message::verbatim("[ …, … ]");

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
