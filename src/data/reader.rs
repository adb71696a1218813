//! Typed values from parsed JSON, in as little code as can be: every byte of it is downloaded.
//!
//! serde_json reads a structure from a list as well as from an object, in text of any encoding, and
//! says at which line it failed. Served files are made by the build: they are what they should be or
//! not this site’s at all. And serde makes code for each type that compares the names it meets with
//! those of its fields, in whatever order they come; here names are looked up once, for all types, and
//! what belongs to them is handed over in the order of the type (record 12).

use std::fmt;

use serde::de::value::{SeqDeserializer, U32Deserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer,
    SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

/// Reads a value from JSON that was parsed.
pub fn read<T: DeserializeOwned>(value: Value) -> Result<T, Malformed> {
    T::deserialize(Reader(value))
}

/// The JSON does not have the form of the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not of the form that was expected")
    }
}

impl std::error::Error for Malformed {}

impl Error for Malformed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A value that is read as what it is, and as nothing else.
struct Reader(Value);

impl Reader {
    fn entries(self) -> Result<Map<String, Value>, Malformed> {
        match self.0 {
            Value::Object(entries) => Ok(entries),
            _ => Err(Malformed),
        }
    }

    fn text(self) -> Result<String, Malformed> {
        match self.0 {
            Value::String(text) => Ok(text),
            _ => Err(Malformed),
        }
    }
}

impl<'de> IntoDeserializer<'de, Malformed> for Reader {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Methods that read a whole number.
macro_rules! whole_numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
            let Value::Number(number) = self.0 else { return Err(Malformed) };
            visitor.visit_i64(number.as_i64().ok_or(Malformed)?)
        })*
    };
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Malformed;

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    // No served type needs these.
    serde::forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf unit unit_struct map identifier ignored_any
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Malformed> {
        Err(Malformed)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_bool(self.0.as_bool().ok_or(Malformed)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        let Value::Array(items) = self.0 else { return Err(Malformed) };
        visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Reader)))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_seq(Fields { names: fields.iter(), entries: self.entries()? })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        let (name, content) = match self.0 {
            Value::String(name) => (name, None),
            other => {
                let entry = Self(other).entries()?.into_iter().next().ok_or(Malformed)?;
                (entry.0, Some(entry.1))
            }
        };
        let index = variants.iter().position(|variant| *variant == name).ok_or(Malformed)?;
        visitor.visit_enum(Variant { index: index as u32, content })
    }
}

/// What an object holds for the fields of a structure, in their order. The value of a field that it
/// does not hold must be the default one: serde knows whether there is one.
struct Fields {
    names: std::slice::Iter<'static, &'static str>,
    entries: Map<String, Value>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Malformed;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Malformed> {
        let value = self.names.next().and_then(|name| self.entries.get_mut(*name)).map(Value::take);
        value.map(|value| seed.deserialize(Reader(value))).transpose()
    }
}

/// `"name"`, or `{ "name": content }`: which of the variants has the name, and the content.
struct Variant {
    index: u32,
    content: Option<Value>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Malformed;
    type Variant = Content;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Content), Malformed> {
        let index: U32Deserializer<Malformed> = self.index.into_deserializer();
        Ok((seed.deserialize(index)?, Content(self.content)))
    }
}

/// What a variant holds.
struct Content(Option<Value>);

impl<'de> VariantAccess<'de> for Content {
    type Error = Malformed;

    fn unit_variant(self) -> Result<(), Malformed> {
        if self.0.is_none() { Ok(()) } else { Err(Malformed) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Malformed> {
        seed.deserialize(Reader(self.0.ok_or(Malformed)?))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Malformed> {
        Reader(self.0.ok_or(Malformed)?).deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        Reader(self.0.ok_or(Malformed)?).deserialize_struct("", fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde::{Deserialize, Serialize};
    use serde_json::json;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Plain,
        Named(String),
        Pair(i16, bool),
        Whole { of: Vec<u32> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Everything {
        kinds: Vec<Kind>,
        nothing: Option<u8>,
        shared: Option<Arc<(i64, u16)>>,
        #[serde(default)]
        absent: bool,
    }

    #[test]
    fn what_serde_json_writes_is_read() {
        let kinds = vec![
            Kind::Plain,
            Kind::Named("é\"".to_owned()),
            Kind::Pair(-3, true),
            Kind::Whole { of: vec![0, u32::MAX] },
        ];
        let all =
            Everything { kinds, nothing: None, shared: Some(Arc::new((-1, 2))), absent: true };
        assert_eq!(read(serde_json::to_value(&all).unwrap()), Ok(all));
    }

    #[test]
    fn unknown_fields_are_left_alone_and_missing_ones_are_not() {
        let known = json!({ "kinds": [], "nothing": null, "shared": null, "later": [1, {}] });
        assert!(read::<Everything>(known).is_ok());
        assert_eq!(read::<Everything>(json!({ "nothing": null })), Err(Malformed));
    }

    #[test]
    fn another_form_is_malformed() {
        for other in [json!(300), json!(-1), json!(1.5), json!("1"), json!([1]), json!(null)] {
            assert_eq!(read::<u8>(other.clone()), Err(Malformed), "{other}");
        }
        for other in [json!("named"), json!({ "plain": 1 }), json!({}), json!({ "pair": [1] })] {
            assert_eq!(read::<Kind>(other.clone()), Err(Malformed), "{other}");
        }
        assert_eq!(read::<String>(json!(1)), Err(Malformed));
        assert_eq!(read::<Everything>(json!([[], null, null, true])), Err(Malformed));
    }
}
