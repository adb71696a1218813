//! The font of drawings: how wide a text is, and where its lines end.
//! It is Source Serif 4 without what French needs not, under the SIL Open Font License (`font/OFL.txt`), which wants
//! another name for what was changed.

use std::collections::HashMap;
use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// What style sheets call it, and what comes near it where it is not installed.
pub const FAMILY: &str = "'Urne Serif','Source Serif 4',Georgia,serif";

/// The files of its two weights.
pub const FILES: [&[u8]; 2] =
    [include_bytes!("font/UrneSerif-Regular.ttf"), include_bytes!("font/UrneSerif-SemiBold.ttf")];

/// How wide what the font lacks is taken to be, in parts of its size.
const UNKNOWN: f32 = 0.7;

/// The widths of its characters, in parts of the size: for each weight.
static WIDTHS: LazyLock<[HashMap<char, f32>; 2]> = LazyLock::new(|| FILES.map(widths));

fn widths(file: &[u8]) -> HashMap<char, f32> {
    let Ok(font) = FontRef::new(file) else { return HashMap::new() };
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let width = |(code, glyph)| Some((char::from_u32(code)?, metrics.advance_width(glyph)?));
    font.charmap().mappings().filter_map(width).collect()
}

/// The widths of the characters of a text, in parts of the size.
fn advances(text: &str, is_bold: bool) -> impl Iterator<Item = f32> {
    let widths = &WIDTHS[usize::from(is_bold)];
    text.chars().map(|it| widths.get(&it).copied().unwrap_or(UNKNOWN))
}

/// How wide a text is.
pub fn width(text: &str, size: u32, is_bold: bool) -> u32 {
    (advances(text, is_bold).sum::<f32>() * size as f32).ceil() as u32
}

/// A text in one line, cut off where there is no more room.
pub fn cut(text: &str, size: u32, is_bold: bool, room: u32) -> String {
    if width(text, size, is_bold) <= room {
        return text.to_owned();
    }
    // A title may be as long as its file: its letters are measured once, up to the edge.
    let mut free = room as f32 / size as f32 - advances("…", is_bold).sum::<f32>();
    let fits = |advance: &f32| {
        free -= advance;
        free >= 0.0
    };
    let count = advances(text, is_bold).take_while(fits).count();
    let short: String = text.chars().take(count).collect();
    format!("{}…", short.trim_end_matches([' ', ',', '\u{a0}']))
}

/// A text in at most so many lines: the last one is cut off where it does not end there.
pub fn lines(text: &str, size: u32, is_bold: bool, room: u32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let is_last = lines.len() == most;
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, is_bold) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            Some(last) if is_last => {
                last.push(' ');
                last.push_str(word);
                break;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, size, is_bold, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_has_every_letter() {
        let text = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’–—…€№\u{a0}\u{202f}−%";
        for widths in WIDTHS.iter() {
            let missing: String = text.chars().filter(|it| !widths.contains_key(it)).collect();
            assert_eq!(missing, "");
        }
    }

    #[test]
    fn lines_are_no_wider_than_their_room() {
        let text =
            "Élections municipales et communautaires de mars 2026 à Conflans-Sainte-Honorine";
        for room in [120, 300, 700] {
            for most in 1..5 {
                let found = lines(text, 30, true, room, most);
                assert!(found.len() <= most && !found.is_empty());
                assert!(found.iter().all(|line| width(line, 30, true) <= room), "{found:?}");
            }
        }
        assert_eq!(lines(text, 30, true, 5000, 2), [text]);
        assert!(lines(text, 30, true, 300, 2)[1].ends_with('…'));
        assert_eq!(lines("", 30, true, 300, 2), Vec::<String>::new());
        let long = "a".repeat(10_000_000);
        assert!(width(&cut(&long, 30, true, 300), 30, true) <= 300);
    }
}
