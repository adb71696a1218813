//! Invisible characters, which hide, reorder or imitate what is read.

use std::sync::Arc;

use super::diagnostics::{Problems, Source, Span};
use super::tree::Node;
use crate::message;
use crate::site::messages::Message;

/// How many of one file are shown.
const MOST: usize = 100;

/// The first character of a text that nobody sees, and its place in bytes.
fn first(text: &str) -> Option<(Span, char)> {
    all(text).next()
}

/// Every character of a text that nobody sees, with its place in bytes.
pub fn all(text: &str) -> impl Iterator<Item = (Span, char)> {
    let mut before = None;
    text.char_indices().filter_map(move |(at, letter)| {
        is_invisible(before.replace(letter), letter).then_some((at..at + letter.len_utf8(), letter))
    })
}

/// Ensure everything of a value is seen. `None` means that a problem was reported.
pub fn ensure_none(text: &str, node: &Node, problems: &mut Problems) -> Option<()> {
    let Some((_, letter)) = first(text) else { return Some(()) };
    report(&node.source, node.span.clone(), letter, problems);
    None
}

/// Ensure everything of a file is seen from a place on, but for what ends its lines and sets words
/// apart.
pub fn ensure_none_from(start: usize, source: &Arc<Source>, problems: &mut Problems) {
    let found = all(&source.text[start..]).filter(|(_, letter)| !matches!(letter, '\n' | '\t'));
    for (span, letter) in found.take(MOST) {
        report(source, start + span.start..start + span.end, letter, problems);
    }
}

/// Reports such a character.
pub fn report(source: &Arc<Source>, span: Span, letter: char, problems: &mut Problems) {
    let (title, help) = (message!("fields-invisible"), message!("fields-invisible-help"));
    problems.add(source, span, title, found(letter), help);
}

/// The character by its number, and what it would do.
fn found(letter: char) -> Message {
    let number = format!("U+{:04X}", u32::from(letter));
    match letter {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            message!("fields-invisible-turns", letter = number)
        }
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\r' | '\n' | '\u{85}' => {
            message!("fields-invisible-ends-line", letter = number)
        }
        letter if letter.is_control() => message!("fields-invisible-control", letter = number),
        _ => message!("fields-invisible-hidden", letter = number),
    }
}

/// A soft hyphen is seen where the line breaks.
fn is_invisible(before: Option<char>, letter: char) -> bool {
    match letter {
        letter if letter.is_ascii() => letter.is_ascii_control(),
        // It makes one emoji of two.
        '\u{200d}' => before.is_none_or(is_plain),
        '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' => true,
        // It chooses the form of an emoji.
        '\u{fe0e}' | '\u{fe0f}' => before.is_none_or(is_plain),
        '\u{fe00}'..='\u{fe0d}' => true,
        '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' => true,
        '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        letter => letter.is_control(),
    }
}

/// Whether a character is no emoji, nor one that may be drawn as one.
fn is_plain(letter: char) -> bool {
    letter < '\u{2190}' && !matches!(letter, '0'..='9' | '#' | '*' | '©' | '®' | '‼' | '⁉' | '™')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_hides_is_found_and_what_is_written_is_not() {
        for text in [
            "a\u{202e}b",
            "a\u{2066}b",
            "\u{200f}",
            "a\u{200b}b",
            "a\u{200d}b",
            "\u{feff}a",
            "a\u{2028}b",
            "\u{3164}",
            "a\u{e0041}",
            "a\u{fe00}",
            "a\u{fe0f}",
            "a\u{85}b",
            "a\0b",
            "a\tb",
        ] {
            assert!(first(text).is_some(), "{text:?}");
        }
        for text in [
            "L’été\u{a0}: 1\u{202f}473 œufs",
            "👩\u{200d}🌾 ❤\u{fe0f}",
            "מצרים العربية",
            "co\u{ad}opé",
        ] {
            assert_eq!(first(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_editor_is_told_what_it_does() {
        assert_eq!(found('\u{202e}').to_string(), "U+202E turns the direction of reading");
        assert_eq!(found('\0').to_string(), "U+0000 is a control character");
    }
}
