//! Values that are written otherwise than the file wants them, in TOML as in JSON.

use lazy_regex::{regex_captures, regex_is_match};

use super::Line;
use super::Mistake;
use super::dates::{self, Meant};
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::{Source, Span};

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

/// Fields that are days.
const DAYS: [&str; 6] = ["date", "start", "end", "publish_at", "publishable_from", "published"];

fn date(line: Line<'_>, field: &str, value: &str, format: Format) -> Option<Mistake> {
    let meant = dates::meant(value)?;
    // `54.3` is a day of any year too, and so may be a title.
    if matches!(meant, Meant::AnyYear(_)) && !DAYS.contains(&field) {
        return None;
    }
    let (title, found, help) = of_day(value, &meant, field, format, true);
    Some(line.mistake(value, title, found, help))
}

/// What is wrong with a text that means a day, and what to write: title, what was found, help.
fn of_day(
    text: &str,
    meant: &Meant,
    field: &str,
    format: Format,
    with_hour: bool,
) -> (Message, Message, Message) {
    let write = |day: &str| message!("mistakes-write", line = format.day(field, day));
    match (meant, meant.written(with_hour)) {
        (Meant::AnyYear(day), _) => {
            let line = format.day(field, &format!("2000-{day}"));
            let help = message!("mistakes-year-help", line = line);
            (message!("mistakes-date"), message!("mistakes-year-found"), help)
        }
        (_, Some(day)) => {
            let is_in_order = regex_is_match!(r"^\D?\d{4}\D", text);
            let found = match is_in_order {
                true => message!("mistakes-date-form-found"),
                false => message!("mistakes-date-found"),
            };
            (message!("mistakes-date"), found, write(&day))
        }
        (_, None) => {
            let help = message!("mistakes-day-help");
            (message!("mistakes-day"), message!("mistakes-day-found"), help)
        }
    }
}

/// What is wrong with a text that should be a day, with an hour or without.
pub fn of_text_for_a_day(
    text: &str,
    field: &str,
    source: &Source,
    span: Span,
    with_hour: bool,
) -> Option<Mistake> {
    let format = if source.path.ends_with(".json") { Format::Json } else { Format::Toml };
    let (title, found, help) = of_day(text, &dates::meant(text)?, field, format, with_hour);
    Some(Mistake { span, title, found, help })
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
