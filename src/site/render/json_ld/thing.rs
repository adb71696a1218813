//! Things of schema.org.

use serde_json::{Map, Value};

/// A thing of a type, with what is known of it: what is not is left out.
pub fn thing<const N: usize>(kind: &str, properties: [(&str, Option<Value>); N]) -> Value {
    let known = properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let kind = ("@type".to_owned(), Value::from(kind));
    Value::Object(known.chain([kind]).collect::<Map<String, Value>>())
}
