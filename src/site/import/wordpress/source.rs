//! The bytes of an export to text: in the encoding that its first line declares, without what XML does not allow.

use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use lazy_regex::regex_captures;

use crate::message;
use crate::site::import::results::Problem;
use crate::site::messages::{Message, causes};

/// The largest export that is read: WordPress itself makes several of a large site.
const LARGEST: u64 = 512 << 20;

/// The text of an export.
pub struct Text {
    /// The XML, from its declaration on.
    pub xml: String,
    /// How many lines something else has written before it.
    pub lines_before: u32,
    /// How many control characters were left out, which WordPress lets through and XML does not allow.
    pub controls: usize,
}

/// Reads a file.
///
/// # Errors
/// Says why it cannot be read, with the place of the first wrong byte.
pub fn read(file: &Path) -> Result<Text, Problem> {
    let unreadable = |error: &std::io::Error| {
        let found = message!("import-unreadable", error = causes::of_system(error));
        of_the_file(found, message!("import-unreadable-help"))
    };
    let length = std::fs::metadata(file).map_err(|error| unreadable(&error))?.len();
    if length > LARGEST {
        return Err(of_the_file(
            message!("wordpress-too-large"),
            message!("wordpress-too-large-help"),
        ));
    }
    from_bytes(&std::fs::read(file).map_err(|error| unreadable(&error))?)
}

/// Reads bytes.
///
/// # Errors
/// As for [`read`].
pub fn from_bytes(bytes: &[u8]) -> Result<Text, Problem> {
    if bytes.trim_ascii().is_empty() {
        return Err(of_the_file(message!("import-empty"), message!("wordpress-again-help")));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(of_the_file(message!("wordpress-archive"), message!("wordpress-archive-help")));
    }
    let text = decoded(bytes)?;
    // What some extensions of WordPress write before the declaration is none of the export.
    let start = text.find("<?xml").filter(|at| *at < 1 << 16).unwrap_or_default();
    let lines_before = text[..start].matches('\n').count() as u32;
    let (mut xml, mut controls) = (String::with_capacity(text.len() - start), 0);
    for letter in text[start..].trim_start().chars() {
        if is_xml(letter) { xml.push(letter) } else { controls += 1 }
    }
    Ok(Text { xml, lines_before, controls })
}

/// Whether XML allows a character.
const fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

fn decoded(bytes: &[u8]) -> Result<String, Problem> {
    let (encoding, mark) =
        Encoding::for_bom(bytes).map_or((None, 0), |(it, size)| (Some(it), size));
    let encoding = match encoding {
        Some(encoding) => encoding,
        None => declared(bytes)?,
    };
    let bytes = &bytes[mark..];
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if !had_errors {
        return Ok(text.into_owned());
    }
    let right = match encoding == UTF_8 {
        true => std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to()),
        false => 0,
    };
    let before = match encoding == UTF_8 {
        true => String::from_utf8_lossy(&bytes[..right]).into_owned(),
        false => text[..text.find('\u{fffd}').unwrap_or_default()].to_owned(),
    };
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let found = message!("wordpress-wrong-bytes", encoding = encoding.name());
    Err(Problem::new(place(line, column), found, message!("wordpress-wrong-bytes-help")))
}

/// The encoding that the declaration names; UTF-8 where it names none.
fn declared(bytes: &[u8]) -> Result<&'static Encoding, Problem> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1 << 10)]).into_owned();
    let named = regex_captures!(r#"<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']"#, &start);
    let Some((_, name)) = named else { return Ok(UTF_8) };
    Encoding::for_label(name.as_bytes()).ok_or_else(|| {
        let found = message!("wordpress-unknown-encoding", name = name);
        Problem::new(place(1, 1), found, message!("wordpress-unknown-encoding-help"))
    })
}

/// A place in a file.
pub fn place(line: usize, column: usize) -> Message {
    message!("wordpress-place", line = line.to_string(), column = column.to_string())
}

/// A problem of the whole file.
pub fn of_the_file(found: Message, help: Message) -> Problem {
    Problem::new(message!("import-the-file"), found, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_encoding_is_read() {
        let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9t\xe9</a>";
        assert!(from_bytes(latin).unwrap().xml.ends_with("<a>été</a>"));
        let windows = b"<?xml version='1.0' encoding='windows-1252'?><a>\x80\x9c</a>";
        assert!(from_bytes(windows).unwrap().xml.ends_with("<a>€œ</a>"));
        let units = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>".encode_utf16();
        let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        assert!(from_bytes(&bytes).unwrap().xml.ends_with("<a>é</a>"));
    }

    #[test]
    fn the_first_wrong_byte_has_a_place() {
        let wrong = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>d\xe9j\xe0</a>";
        let error = from_bytes(wrong).err().unwrap().to_string();
        assert!(error.starts_with("line 2, column 5: "), "{error}");
        assert!(from_bytes(b"<?xml encoding=\"klingon\"?><a/>").is_err());
    }

    #[test]
    fn what_stands_before_and_what_xml_forbids_is_left_out() {
        let text = from_bytes(b"\n<b>Notice</b>\n<?xml version=\"1.0\"?><a>a\x08b\0</a>").unwrap();
        assert_eq!(text.xml, "<?xml version=\"1.0\"?><a>ab</a>");
        assert_eq!((text.lines_before, text.controls), (2, 2));
    }
}
