//! JSON files.

use lazy_regex::{regex, regex_captures, regex_is_match};

use super::values::{Format, mistake};
use super::{Line, Mistake};
use crate::message;

/// What is wrong where the parser stopped, if it is one of the commonest mistakes.
pub fn of_json(text: &str, place: usize) -> Option<Mistake> {
    let line = Line::at(text, place);
    if let Some((name, value)) = field(line, place)
        && !is_json(value)
        && let Some(found) = mistake(line, name, value, Format::Json)
    {
        return Some(found);
    }
    if let Some((_, marked, name)) =
        regex_captures!(r#"^[\s{\[,]*(['“”«‘’]?\s*([\p{L}_]+)\s*['“”»‘’]?)\s*:"#, line.text)
    {
        let help = message!("mistakes-write", line = format!("\"{name}\":"));
        let (title, found) = (message!("mistakes-name"), message!("mistakes-name-found"));
        return Some(line.mistake(marked, title, found, help));
    }
    comma(text, place).or_else(|| unclosed(text))
}

/// The field of a line at which the parser stopped, of several the last that begins before: its name and value.
fn field(line: Line<'_>, place: usize) -> Option<(&str, &str)> {
    let names = regex!(r#""([^"]*)"\s*:\s*"#).captures_iter(line.text);
    let before = names.filter(|name| name.get(0).is_some_and(|it| line.start + it.start() < place));
    let name = before.last()?;
    let rest = line.text.get(name.get(0)?.end()..)?;
    let (_, value) = regex_captures!(r#"^(.*?)\s*(?:,\s*"[^"]*"\s*:.*|[}\],\s]*)$"#, rest)?;
    Some((name.get(1)?.as_str(), value)).filter(|(_, value)| !value.is_empty())
}

/// Whether a value can be read as it is.
fn is_json(value: &str) -> bool {
    regex_is_match!(r#"^(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)$"#, value)
}

/// A comma that is missing behind a value: that is where it belongs, not where the parser noticed. Or one too many.
fn comma(text: &str, place: usize) -> Option<Mistake> {
    let before = text.get(..place)?.trim_end();
    let rest = text.get(place..)?.trim_start();
    let next = rest.chars().next()?;
    if next == ',' && before.ends_with([',', '{', '[']) {
        let start = text.len() - rest.len();
        return Some(Mistake {
            span: start..start + 1,
            title: message!("mistakes-comma-twice"),
            found: message!("mistakes-comma-twice-found"),
            help: message!("mistakes-comma-twice-help"),
        });
    }
    let ends = before.ends_with(|it: char| it.is_ascii_alphanumeric() || "\"}]".contains(it));
    if !ends || !(next.is_ascii_digit() || "\"{[-".contains(next)) {
        return None;
    }
    let start = before.char_indices().next_back()?.0;
    Some(Mistake {
        span: start..before.len(),
        title: message!("mistakes-comma"),
        found: message!("mistakes-comma-found"),
        help: message!("mistakes-comma-help"),
    })
}

/// A bracket that nothing closes, or another kind of bracket, at its own place.
fn unclosed(text: &str) -> Option<Mistake> {
    let open = unclosed_bracket(text)?;
    let closing = if text[open..].starts_with('{') { "}" } else { "]" };
    Some(Mistake {
        span: open..open + 1,
        title: message!("mistakes-unclosed"),
        found: message!("mistakes-unclosed-found"),
        help: message!("mistakes-unclosed-help", closing = closing),
    })
}

/// The place of the first bracket that is not closed by one of its own kind, outside of texts.
fn unclosed_bracket(text: &str) -> Option<usize> {
    let (mut open, mut quoted, mut escaped) = (Vec::new(), false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => open.push((at, letter)),
            '}' | ']' if !quoted => {
                let (at, opening) = open.pop()?;
                if (opening == '{') != (letter == '}') {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    open.pop().map(|(at, _)| at)
}
