//! The fields between two lines of `+++`.

use lazy_regex::regex_captures;

use super::values::{Format, mistake};
use super::{Line, Mistake};
use crate::message;
use crate::site::parse::french_names::in_english;

/// What is wrong with the line in which the parser stopped, if it is one of the commonest mistakes.
pub fn of_toml(text: &str, place: usize) -> Option<Mistake> {
    let line = Line::at(text, place);
    if let Some((_, name)) =
        regex_captures!(r"^\s*([\p{L}_-]*[^\x00-\x7f][\p{L}_-]*)\s*=", line.text)
    {
        let (title, found) = (message!("mistakes-accent"), message!("mistakes-accent-found"));
        let help = match in_english(name) {
            Some(english) => message!("fields-did-you-mean", known = english),
            None => message!("mistakes-accent-help"),
        };
        return Some(line.mistake(name, title, found, help));
    }
    if let Some((_, name, value)) = regex_captures!(r"^\s*([A-Za-z_]+)\s*=\s*(.*?)\s*$", line.text)
    {
        return if value.is_empty() {
            let help = message!("mistakes-write", line = Format::Toml.field(name, "\"…\""));
            let (title, found) = (message!("mistakes-empty"), message!("mistakes-empty-found"));
            Some(line.mistake(line.text, title, found, help))
        } else {
            mistake(line, name, without_note(value), Format::Toml)
        };
    }
    if let Some((_, name, value)) = regex_captures!(r"^\s*([A-Za-z_]+)\s*:\s*(.*?)\s*$", line.text)
    {
        let value = value.trim_matches(['"', '\'']);
        let help =
            message!("mistakes-write", line = Format::Toml.field(name, &format!("\"{value}\"")));
        let (title, found) = (message!("mistakes-colon"), message!("mistakes-colon-found"));
        return Some(line.mistake(line.text, title, found, help));
    }
    let is_prose = line.text.split_whitespace().count() > 1 && !line.text.contains('=');
    is_prose.then(|| {
        let (title, found) = (message!("mistakes-prose"), message!("mistakes-prose-found"));
        line.mistake(line.text, title, found, message!("mistakes-prose-help"))
    })
}

/// A value without the note behind it.
fn without_note(value: &str) -> &str {
    if value.starts_with('"') {
        value
    } else {
        value.split(" #").next().unwrap_or(value).trim_end()
    }
}
