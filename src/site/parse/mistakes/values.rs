//! Values that are written otherwise than the file wants them, in TOML as in JSON.

use lazy_regex::{regex_captures, regex_is_match};

use super::Line;
use super::Mistake;
use super::dates;
use crate::message;

/// How a field is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `name = value`
    Toml,
    /// `"name": value`
    Json,
}

impl Format {
    /// A field with its value, as it is to be written.
    pub fn field(self, name: &str, value: &str) -> String {
        match self {
            Self::Toml => format!("{name} = {value}"),
            Self::Json => format!("\"{name}\": {value}"),
        }
    }

    /// A field that is a day: JSON knows none, and has a text.
    fn day(self, name: &str, day: &str) -> String {
        match self {
            Self::Toml => self.field(name, day),
            Self::Json => self.field(name, &format!("\"{day}\"")),
        }
    }
}

/// What is wrong with a value that no parser takes: a date, a number, a word, a text that is not between straight
/// quotation marks.
pub fn mistake(line: Line<'_>, field: &str, value: &str, format: Format) -> Option<Mistake> {
    date(line, field, value, format)
        .or_else(|| number(line, field, value, format))
        .or_else(|| word(line, field, value, format))
        .or_else(|| text(line, field, value, format))
}

fn date(line: Line<'_>, field: &str, value: &str, format: Format) -> Option<Mistake> {
    if regex_is_match!(r"^\d{4}-\d{2}-\d{2}", value) && dates::meant(value).is_none() {
        let (title, found) = (message!("mistakes-day"), message!("mistakes-day-found"));
        return Some(line.mistake(value, title, found, message!("mistakes-day-help")));
    }
    let day = dates::meant(value)?;
    let help = message!("mistakes-write", line = format.day(field, &day));
    let (title, found) = (message!("mistakes-date"), message!("mistakes-date-found"));
    Some(line.mistake(value, title, found, help))
}

fn number(line: Line<'_>, field: &str, value: &str, format: Format) -> Option<Mistake> {
    let (_, digits, decimals, percent) = regex_captures!(
        r"^(\d+(?:[ \u{a0}\u{202f}]\d{3})*)(?:[,.](\d+))?[ \u{a0}\u{202f}]*(%?)$",
        value
    )?;
    let plain: String = digits.chars().filter(char::is_ascii_digit).collect();
    let found = if !percent.is_empty() {
        message!("mistakes-number-percent")
    } else if plain != digits {
        message!("mistakes-number-spaced")
    } else {
        message!("mistakes-number-comma")
    };
    let number = if decimals.is_empty() { plain } else { format!("{plain}.{decimals}") };
    let help = message!("mistakes-write", line = format.field(field, &number));
    Some(line.mistake(value, message!("mistakes-number"), found, help))
}

fn word(line: Line<'_>, field: &str, value: &str, format: Format) -> Option<Mistake> {
    let meant = match value.to_lowercase().as_str() {
        "oui" | "vrai" | "yes" | "true" => "true",
        "non" | "faux" | "no" | "false" => "false",
        _ => return None,
    };
    let help = message!("mistakes-write", line = format.field(field, meant));
    Some(line.mistake(value, message!("mistakes-word"), message!("mistakes-word-found"), help))
}

/// Quotation marks that word processors make of straight ones.
const OPENING: [char; 6] = ['“', '”', '„', '«', '‘', '’'];

/// All of them, with the spaces that go with « ».
const MARKS: [char; 11] = ['“', '”', '„', '«', '»', '‘', '’', '"', '\'', '\u{a0}', '\u{202f}'];

fn text(line: Line<'_>, field: &str, value: &str, format: Format) -> Option<Mistake> {
    let marks = value.matches('"').count() - value.matches("\\\"").count();
    let bare = value.trim_matches(MARKS).trim();
    let help = |text: &str| {
        message!(
            "mistakes-write",
            line = format.field(field, &format!("\"{}\"", with_french_marks(text)))
        )
    };
    let (title, found) = if value.starts_with(OPENING) {
        (message!("mistakes-marks-curly"), message!("mistakes-marks-curly-found"))
    } else if value.starts_with('"') && marks > 2 {
        (message!("mistakes-marks-inside"), message!("mistakes-marks-inside-found"))
    } else if (value.starts_with('"') || value.ends_with('"')) && marks == 1 {
        (message!("mistakes-marks-one"), message!("mistakes-marks-one-found"))
    } else if regex_is_match!(r"^\p{L}", value) {
        (message!("mistakes-marks-none"), message!("mistakes-marks-none-found"))
    } else {
        return None;
    };
    Some(line.mistake(value, title, found, help(bare)))
}

/// A text whose own quotation marks are those of French, which end nothing.
fn with_french_marks(text: &str) -> String {
    let mut opens = true;
    let mut written = String::with_capacity(text.len());
    for letter in text.replace("\\\"", "\"").chars() {
        match (letter, opens) {
            ('"', true) => written.push_str("«\u{a0}"),
            ('"', false) => written.push_str("\u{a0}»"),
            (other, _) => written.push(other),
        }
        opens ^= letter == '"';
    }
    if opens { written } else { text.replace('"', "’") }
}
