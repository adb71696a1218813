//! JSON Schemas, which text editors read: what can be written in each kind of file, with a word on each field.
//! [Draft 7](https://json-schema.org/draft-07) is the one that they all know.

use serde_json::{Map, Value, json};

use super::{LANGUAGE, patterns};
use crate::site::content::known::{self, elections};
use crate::site::parse::table::{Field, Need, Shape, Table};

/// Every schema: the name of its file, and the fields that it is of. Those of Markdown files describe what is between the
/// lines of `+++`.
pub fn kinds() -> [(&'static str, &'static Table); 5] {
    [
        ("article.json", &known::ARTICLE),
        ("event.json", &known::EVENT),
        ("page.json", &known::PAGE),
        ("election.json", &elections::ELECTION),
        ("site.json", &known::SITE),
    ]
}

/// The text of each, by the name of its file.
///
/// # Errors
/// When one cannot be written as JSON.
pub fn files() -> anyhow::Result<Vec<(&'static str, String)>> {
    let text = |(name, table)| Ok((name, serde_json::to_string_pretty(&of(table))? + "\n"));
    kinds().into_iter().map(text).collect()
}

/// The schema of a file.
fn of(table: &Table) -> Value {
    let mut schema = object(table);
    schema.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".to_owned(), table.of.text(LANGUAGE).into());
    Value::Object(schema)
}

fn object(table: &Table) -> Map<String, Value> {
    let properties = table.fields.iter().map(|it| (it.name.to_owned(), of_field(it)));
    let required = table.fields.iter().filter(|it| it.need == Need::Always).map(|it| it.name);
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), properties.collect::<Map<_, _>>().into());
    schema.insert("required".to_owned(), required.collect::<Vec<_>>().into());
    schema.insert("additionalProperties".to_owned(), false.into());
    schema
}

fn of_field(field: &Field) -> Value {
    let mut schema = of_shape(field.shape);
    let (label, hint) = (field.label(LANGUAGE), field.hint(LANGUAGE));
    let described = hint.map_or_else(|| label.clone(), |hint| format!("{label}\u{a0}: {hint}"));
    schema.insert("title".to_owned(), label.into());
    schema.insert("description".to_owned(), described.into());
    Value::Object(schema)
}

fn of_shape(shape: Shape) -> Map<String, Value> {
    let text = || match patterns::of(shape) {
        Some(pattern) => json!({ "type": "string", "pattern": pattern }),
        None => json!({ "type": "string", "pattern": r"\S" }),
    };
    let number =
        |least: u32, most: u32| json!({ "type": "integer", "minimum": least, "maximum": most });
    let schema = match shape {
        Shape::Table(table) => return object(table),
        Shape::List(item) => json!({ "type": "array", "items": of_shape(*item) }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Round => json!({ "enum": [1, 2] }),
        Shape::Count => json!({ "anyOf": [number(0, 100_000_000), text()] }),
        Shape::Number => json!({ "anyOf": [number(1, 9999), text()] }),
        Shape::Percentage => {
            json!({ "anyOf": [{ "type": "number", "minimum": 0, "maximum": 100 }, text()] })
        }
        Shape::Aliases => json!({ "anyOf": [text(), { "type": "array", "items": text() }] }),
        Shape::Words(words) => {
            let labels = words.iter().map(|it| it.label.text(LANGUAGE));
            json!({
                "enum": words.iter().map(|it| it.word).collect::<Vec<_>>(),
                "enumDescriptions": labels.collect::<Vec<_>>(),
            })
        }
        _ => text(),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}
