//! The commonest mistakes in TOML and JSON, in words of their own: a parser says what it expected, an editor wants to
//! know what to write.

mod dates;
mod json;
mod toml;
mod values;

pub use self::json::of_json;
pub use self::toml::of_toml;
pub use self::values::of_text_for_a_day;

use std::ops::Range;

use super::diagnostics::Span;
use crate::site::messages::Message;

/// A mistake that was recognised.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where it is, in bytes of the file.
    pub span: Span,
    /// What is wrong.
    pub title: Message,
    /// What is wrong with what stands there.
    pub found: Message,
    /// What to write.
    pub help: Message,
}

/// A line of a file, and where it begins.
#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Line<'t> {
    /// The line in which a place is.
    fn at(text: &'t str, place: usize) -> Self {
        let place = (0..=place.min(text.len())).rev().find(|it| text.is_char_boundary(*it));
        let place = place.unwrap_or_default();
        let start = text[..place].rfind('\n').map_or(0, |end| end + 1);
        let end = text[place..].find('\n').map_or(text.len(), |end| place + end);
        Self { text: &text[start..end], start }
    }

    /// The place of a part of this line in the file.
    fn span_of(&self, part: &str) -> Range<usize> {
        let from = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.start + from..self.start + from + part.len()
    }

    fn mistake(&self, part: &str, title: Message, found: Message, help: Message) -> Mistake {
        Mistake { span: self.span_of(part), title, found, help }
    }
}
