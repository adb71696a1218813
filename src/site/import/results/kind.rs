//! What a file is, by its first bytes, where it is no table: each kind with what to do about it.
//! It must not look at the name of the file.

use super::problem::Problem;
use crate::message;
use crate::site::messages::Message;

/// How a compressed file or one of another kind begins, what it is called, and what to do.
static KINDS: [(&[u8], Message, Message); 21] = [
    (b"PAR1", message!("import-is-parquet"), CONVERT),
    (b"ARROW1", message!("import-is-arrow"), CONVERT),
    (b"SQLite format 3\0", message!("import-is-sqlite"), CONVERT),
    (b"%PDF", message!("import-is-pdf"), PUBLISHED),
    (b"{\\rtf", message!("import-is-rtf"), PUBLISHED),
    (b"\x89PNG", message!("import-is-png"), PUBLISHED),
    (b"\xff\xd8\xff", message!("import-is-jpeg"), PUBLISHED),
    (b"GIF8", message!("import-is-gif"), PUBLISHED),
    (b"BZh", message!("import-is-bzip2"), UNPACK),
    (b"\xfd7zXZ\0", message!("import-is-xz"), UNPACK),
    (b"\x28\xb5\x2f\xfd", message!("import-is-zstandard"), UNPACK),
    (b"7z\xbc\xaf\x27\x1c", message!("import-is-seven-zip"), UNPACK),
    (b"Rar!", message!("import-is-rar"), UNPACK),
    (b"<!doctype", message!("import-is-html"), SAVE_PAGE),
    (b"<html", message!("import-is-html"), SAVE_PAGE),
    (b"<head", message!("import-is-html"), SAVE_PAGE),
    (b"<meta", message!("import-is-html"), SAVE_PAGE),
    (b"<table", message!("import-is-html"), SAVE_PAGE),
    (b"MIME-Version:", message!("import-is-mhtml"), SAVE_PAGE),
    (b"<?xml", message!("import-is-xml"), SAVE_TEXT),
    (b"<", message!("import-is-xml"), SAVE_TEXT),
];

const CONVERT: Message = message!("import-convert-help");
const PUBLISHED: Message = message!("import-published-help");
const UNPACK: Message = message!("import-unpack-help");
const SAVE_PAGE: Message = message!("import-save-page-help");
const SAVE_TEXT: Message = message!("import-save-text-help");

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// Whether a file begins as a workbook does.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// The problem of a file that is known not to be a table.
pub fn foreign(bytes: &[u8]) -> Option<Problem> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |start: &[u8], with: &[u8]| {
        start.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
    };
    let known = KINDS
        .iter()
        .find(|(with, ..)| bytes.starts_with(with) || with.starts_with(b"<") && begins(text, with));
    known.map(|(_, found, help)| {
        Problem::new(message!("import-the-file"), found.clone(), help.clone())
    })
}

/// The problem of an archive that holds no workbook, or of a workbook that is locked.
pub fn no_workbook(bytes: &[u8]) -> Option<Problem> {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (place, help) = (message!("import-the-workbook"), message!("import-locked-help"));
        return holds(&name).then(|| Problem::new(place, message!("import-locked"), help));
    }
    if holds(b"xl/") || holds(b"vnd.oasis.opendocument.spreadsheet") {
        return None;
    }
    let found = match first_name(bytes) {
        Some(name) => message!("import-is-zip-with", name = name),
        None => message!("import-is-zip"),
    };
    Some(Problem::new(message!("import-the-file"), found, UNPACK))
}

/// The name of the first file in an archive, as its first header gives it.
fn first_name(bytes: &[u8]) -> Option<String> {
    let length = u16::from_le_bytes([*bytes.get(26)?, *bytes.get(27)?]);
    let name = bytes.get(30..30 + usize::from(length))?;
    Some(String::from_utf8_lossy(name).into_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_apart_by_its_first_bytes() {
        for bytes in [
            &b"PAR1\x15\x04"[..],
            b"%PDF-1.7",
            b"\xef\xbb\xbf\n <!DOCTYPE html>",
            b"<TABLE>",
            b"BZh9",
        ] {
            assert!(foreign(bytes).is_some(), "{bytes:?}");
        }
        for bytes in [&b"Code;Voix"[..], b"[{\"a\": 1}]", b"{\"a\": 1}", b"", b"PARTI;Voix"] {
            assert!(foreign(bytes).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn an_archive_is_no_workbook() {
        let mut zip = vec![0; 30];
        zip[..4].copy_from_slice(ZIP);
        zip[26] = 8;
        zip.extend(b"voix.csv");
        assert!(
            no_workbook(&zip)
                .unwrap()
                .found
                .to_string()
                .ends_with("its first file is \"voix.csv\"")
        );
        zip.extend(b"xl/workbook.xml");
        assert_eq!(no_workbook(&zip), None);
    }
}
