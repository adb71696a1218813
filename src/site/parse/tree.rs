//! TOML and JSON as one tree in which every value knows its place.

use std::sync::Arc;

use jsonc_parser::ast;
use toml::de::{DeTable, DeValue};

use super::diagnostics::{Problems, Source, Span};
use super::mistakes::{self, Mistake};
use crate::message;
use crate::site::messages::Message;

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// The file.
    pub source: Arc<Source>,
    /// The field that it is the value of, or of whose list it is a part; empty for a whole file.
    pub field: String,
    /// Where the value is in it.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// A value as it was written.
#[derive(Clone, Debug)]
pub enum Value {
    /// JSON's `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, digit by digit as written: `35.68` must not become a float.
    Number(String),
    /// A text, or a TOML date.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Named values.
    Table(Vec<Entry>),
}

/// A named value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// Where the name is.
    pub span: Span,
    /// The value.
    pub node: Node,
}

/// Reads the TOML that is at `start` of a file; what cannot be read is reported.
pub fn from_toml(
    source: &Arc<Source>,
    toml: &str,
    start: usize,
    problems: &mut Problems,
) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    report_toml(source, &errors, start, problems);
    let reader = Toml { source, start };
    errors.is_empty().then(|| Node {
        source: source.clone(),
        field: String::new(),
        span: start..start + toml.len(),
        value: Value::Table(reader.entries(table.get_ref())),
    })
}

/// Reports what cannot be read: the commonest mistakes in words of their own, each line once, and what the parser
/// makes of the rest only where there is none of them.
fn report_toml(
    source: &Arc<Source>,
    errors: &[toml::de::Error],
    start: usize,
    problems: &mut Problems,
) {
    let spans = errors.iter().map(|error| error.span().unwrap_or(0..0));
    let spans = spans.map(|span| span.start + start..span.end + start);
    let mut found: Vec<_> =
        spans.clone().filter_map(|span| mistakes::of_toml(&source.text, span.start)).collect();
    found.sort_by_key(|mistake| mistake.span.start);
    found.dedup_by_key(|mistake| mistake.span.start);
    let is_twice = |error: &toml::de::Error| error.message().contains("duplicate key");
    if found.is_empty()
        && let Some((error, span)) = errors.iter().zip(spans).next()
    {
        let [title, found, help] = if is_twice(error) {
            [
                message!("mistakes-toml-twice"),
                message!("mistakes-toml-twice-found"),
                message!("mistakes-toml-twice-help"),
            ]
        } else {
            [
                message!("mistakes-toml"),
                message!("mistakes-toml-found"),
                message!("mistakes-toml-help"),
            ]
        };
        problems.add(source, span, title, found, help);
    }
    for Mistake { span, title, found, help } in found {
        problems.add(source, span, title, found, help);
    }
}

/// TOML that is somewhere in a file.
struct Toml<'a> {
    source: &'a Arc<Source>,
    start: usize,
}

impl Toml<'_> {
    fn span(&self, span: Span) -> Span {
        span.start + self.start..span.end + self.start
    }

    fn node(&self, field: &str, value: &toml::Spanned<DeValue<'_>>) -> Node {
        let span = self.span(value.span());
        let value = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(number) => Value::Number(number.to_string()),
            DeValue::Float(number) => Value::Number(number.to_string()),
            DeValue::Boolean(boolean) => Value::Boolean(*boolean),
            DeValue::Datetime(date) => Value::Text(date.to_string()),
            DeValue::Array(items) => {
                Value::List(items.iter().map(|item| self.node(field, item)).collect())
            }
            DeValue::Table(table) => Value::Table(self.entries(table)),
        };
        Node { source: self.source.clone(), field: field.to_owned(), span, value }
    }

    fn entries(&self, table: &DeTable<'_>) -> Vec<Entry> {
        table
            .iter()
            .map(|(name, value)| Entry {
                name: name.get_ref().to_string(),
                span: self.span(name.span()),
                node: self.node(name.get_ref(), value),
            })
            .collect()
    }
}

/// Reads a JSON file; what cannot be read is reported.
pub fn from_json(source: &Arc<Source>, problems: &mut Problems) -> Option<Node> {
    let accepted = jsonc_parser::ParseOptions {
        allow_comments: true,
        allow_loose_object_property_names: false,
        allow_trailing_commas: true,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match jsonc_parser::parse_to_ast(
        &source.text,
        &jsonc_parser::CollectOptions::default(),
        &accepted,
    ) {
        Ok(parsed) => match parsed.value {
            Some(value) => Some(json_node(source, "", &value)),
            None => {
                let (title, help) =
                    (message!("mistakes-json"), message!("mistakes-json-empty-help"));
                problems.add(source, 0..0, title, message!("mistakes-json-empty"), help);
                None
            }
        },
        Err(error) => {
            report_json(source, error.range(), problems);
            None
        }
    }
}

/// Reports where a JSON file cannot be read: a common mistake in words of its own.
fn report_json(source: &Arc<Source>, range: jsonc_parser::common::Range, problems: &mut Problems) {
    let mistake = mistakes::of_json(&source.text, range.start);
    let Mistake { span, title, found, help } = mistake.unwrap_or_else(|| Mistake {
        span: range.start..range.end,
        title: message!("mistakes-json"),
        found: message!("mistakes-json-found"),
        help: message!("mistakes-json-help"),
    });
    problems.add(source, span, title, found, help);
}

fn json_node(source: &Arc<Source>, field: &str, value: &ast::Value<'_>) -> Node {
    let span = |range: jsonc_parser::common::Range| range.start..range.end;
    let (span, value) = match value {
        ast::Value::StringLit(text) => (span(text.range), Value::Text(text.value.to_string())),
        ast::Value::NumberLit(number) => {
            (span(number.range), Value::Number(number.value.to_owned()))
        }
        ast::Value::BooleanLit(boolean) => (span(boolean.range), Value::Boolean(boolean.value)),
        ast::Value::NullKeyword(null) => (span(null.range), Value::Null),
        ast::Value::Array(array) => {
            let items = array.elements.iter().map(|item| json_node(source, field, item)).collect();
            (span(array.range), Value::List(items))
        }
        ast::Value::Object(object) => {
            let entry = |property: &ast::ObjectProp<'_>| {
                let (name, range) = match &property.name {
                    ast::ObjectPropName::String(text) => (text.value.to_string(), text.range),
                    ast::ObjectPropName::Word(word) => (word.value.to_owned(), word.range),
                };
                let node = json_node(source, &name, &property.value);
                Entry { name, span: span(range), node }
            };
            (span(object.range), Value::Table(object.properties.iter().map(entry).collect()))
        }
    };
    Node { source: source.clone(), field: field.to_owned(), span, value }
}

impl Value {
    /// What was found, in words: « a number », « a list ».
    pub fn kind(&self) -> Message {
        match self {
            Self::Null => message!("fields-nothing"),
            Self::Boolean(_) => message!("fields-boolean"),
            Self::Number(_) => message!("fields-number"),
            Self::Text(_) => message!("fields-text"),
            Self::List(_) => message!("fields-list"),
            Self::Table(_) => message!("fields-table"),
        }
    }
}
