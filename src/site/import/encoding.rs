//! Bytes to text: UTF-8, Windows-1252 (and with it Latin-1) or code page 850, whichever reads as
//! French. It must not know what the text says.

use encoding_rs::WINDOWS_1252;

use super::mistake::Mistake;

/// The upper half of code page 850, the one of MS-DOS and of some of the ministry's exports.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// What stands in French names and headers besides ASCII.
const PLAUSIBLE: &str = "àâäçéèêëîïíôöóùûüúñÿœæÀÂÄÇÉÈÊËÎÏÍÔÖÓÙÛÜÚÑŸŒÆ°«»’‘–—…“”€\u{a0}";

/// Decodes a text file.
///
/// # Errors
/// Names the first line that no known encoding explains.
pub fn decode(mut bytes: Vec<u8>) -> Result<String, Mistake> {
    let utf_16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if utf_16 || bytes.iter().take(4096).any(|byte| *byte == 0) {
        let help = "open it in a spreadsheet and save it as \"CSV UTF-8\"";
        return Err(Mistake::new("the file", "it is UTF-16 text, or no text at all", help));
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
        return Err(Mistake::new(
            format!("line {line}"),
            "the letters make no French in UTF-8, Windows-1252, Latin-1 or code page 850",
            "open the file in a spreadsheet, look whether its accents are right, save it as \
             \"CSV UTF-8\"",
        ));
    }
    Ok(best)
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
    fn text_that_is_not_french_in_any_of_them_is_refused() {
        for bytes in [&b"\xff\xfea\0b\0"[..], b"a\0b\0", "Libellé;é;é;\u{e8}".as_bytes()] {
            let cut = &bytes[..bytes.len() - 1];
            assert!(decode(cut.to_vec()).is_err(), "{cut:?}");
        }
    }
}
