//! Bytes to text: UTF-8, UTF-16, Windows-1252 (and with it Latin-1) or code page 850, whichever reads
//! as French.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::problem::Problem;
use crate::message;
use crate::site::messages::Message;

/// The upper half of code page 850, the one of MS-DOS and of some of the ministry's exports.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// What is in French names and headers besides ASCII.
const PLAUSIBLE: &str = "àâäçéèêëîïíôöóùûüúñÿœæÀÂÄÇÉÈÊËÎÏÍÔÖÓÙÛÜÚÑŸŒÆ°«»’‘–—…“”€\u{a0}";

/// Decodes a text file.
///
/// # Errors
/// Names the first line that no known encoding explains.
pub fn decode(mut bytes: Vec<u8>) -> Result<String, Problem> {
    if let Some(encoding) = utf_16(&bytes) {
        return from_utf_16(encoding, &bytes);
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let line = bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        let help = message!("import-zero-byte-help");
        return Err(Problem::new(of_line(line), message!("import-zero-byte"), help));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    let (wrong, bytes) = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => (error.utf8_error().valid_up_to(), error.into_bytes()),
    };
    let windows = WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
    let dos = code_page_850(&bytes);
    let best = if plausibility(&dos) > plausibility(&windows) { dos } else { windows };
    // A few foreign letters are no reason to doubt; a file full of them is.
    if plausibility(&best) < 0.9 {
        let line = bytes.iter().take(wrong).filter(|byte| **byte == b'\n').count() + 1;
        let help = message!("import-no-encoding-help");
        return Err(Problem::new(of_line(line), message!("import-no-encoding"), help));
    }
    Ok(best)
}

/// How many bytes tell whether a text is UTF-16.
const START: usize = 4096;

/// The kind of UTF-16 that the first two bytes say, or that follows from every second byte being 0:
/// most letters of French are one byte.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let by_mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    if let Some(encoding) = by_mark {
        return [UTF_16LE, UTF_16BE].into_iter().find(|known| *known == encoding);
    }
    let start = &bytes[..bytes.len().min(START) / 2 * 2];
    let mut zeros = [0_usize; 2];
    for (at, _) in start.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        zeros[at % 2] += 1;
    }
    let most = |at: usize| zeros[at] * 4 > start.len() && zeros[1 - at] * 16 < zeros[at];
    if most(1) { Some(UTF_16LE) } else { most(0).then_some(UTF_16BE) }
}

fn from_utf_16(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Problem> {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    if had_errors || text.contains('\0') {
        let wrong = text.find(['\u{fffd}', '\0']).unwrap_or_default();
        let line = text.get(..wrong).unwrap_or_default().matches('\n').count() + 1;
        let found = message!("import-invalid-bytes", encoding = encoding.name());
        return Err(Problem::new(of_line(line), found, message!("import-invalid-bytes-help")));
    }
    Ok(text.into_owned())
}

fn of_line(number: usize) -> Message {
    message!("import-line", number = number.to_string())
}

fn code_page_850(bytes: &[u8]) -> String {
    let upper: Vec<char> = CODE_PAGE_850.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(128) {
        None => char::from(*byte),
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(letter).collect()
}

/// Which part of what is not ASCII is usual in French, from 0 to 1.
fn plausibility(text: &str) -> f64 {
    let (mut usual, mut all) = (0_u32, 0_u32);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        all += 1;
        usual += u32::from(PLAUSIBLE.contains(letter));
    }
    f64::from(usual) / f64::from(all.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "Libellé;Île-de-France;Évêché";
        assert_eq!(CODE_PAGE_850.chars().count(), 128);
        let bytes: [&[u8]; 4] = [
            text.as_bytes(),
            &[b"\xef\xbb\xbf", text.as_bytes()].concat(),
            b"Libell\xe9;\xcele-de-France;\xc9v\xeach\xe9",
            b"Libell\x82;\xd7le-de-France;\x90v\x88ch\x82",
        ];
        for bytes in bytes {
            assert_eq!(decode(bytes.to_vec()).unwrap(), text);
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let text = "Code de la commune;Libellé;Évêché – Œ\n78172;Conflans;1\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let marked: Vec<u16> = "\u{feff}".encode_utf16().chain(units.iter().copied()).collect();
        for units in [units, marked] {
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            assert_eq!(decode(little.clone()).unwrap(), text);
            assert_eq!(decode(big).unwrap(), text);
            assert!(decode(little[..little.len() - 1].to_vec()).is_err());
        }
    }

    #[test]
    fn text_that_is_not_french_in_any_of_them_is_refused() {
        for bytes in [&b"Voix;1\n2;\0\0\0\n"[..], b"\0\0\0\0\0", "Libellé;é;é;\u{e8}".as_bytes()]
        {
            let cut = &bytes[..bytes.len() - 1];
            assert!(decode(cut.to_vec()).is_err(), "{cut:?}");
        }
    }
}
