//! What a file is, by its first bytes, where it is no table: each kind with what to do about it.
//! It must not look at the name of the file.

use super::problem::Problem;

/// How a compressed file or one of another kind begins, what it is called, and what to do.
const KINDS: [(&[u8], &str, &str); 21] = [
    (b"PAR1", "it is a Parquet file", CONVERT),
    (b"ARROW1", "it is an Arrow file", CONVERT),
    (b"SQLite format 3\0", "it is an SQLite database", CONVERT),
    (b"%PDF", "it is a PDF document", PUBLISHED),
    (b"{\\rtf", "it is an RTF document", PUBLISHED),
    (b"\x89PNG", "it is a picture (PNG)", PUBLISHED),
    (b"\xff\xd8\xff", "it is a picture (JPEG)", PUBLISHED),
    (b"GIF8", "it is a picture (GIF)", PUBLISHED),
    (b"BZh", "it is compressed with bzip2", UNPACK),
    (b"\xfd7zXZ\0", "it is compressed with xz", UNPACK),
    (b"\x28\xb5\x2f\xfd", "it is compressed with Zstandard", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "it is a 7-Zip archive", UNPACK),
    (b"Rar!", "it is a RAR archive", UNPACK),
    (b"<!doctype", "it is a web page (HTML)", SAVE_PAGE),
    (b"<html", "it is a web page (HTML)", SAVE_PAGE),
    (b"<head", "it is a web page (HTML)", SAVE_PAGE),
    (b"<meta", "it is a web page (HTML)", SAVE_PAGE),
    (b"<table", "it is a web page (HTML)", SAVE_PAGE),
    (b"MIME-Version:", "it is a web page (MHTML)", SAVE_PAGE),
    (b"<?xml", "it is an XML file", SAVE_TEXT),
    (b"<", "it is an XML file", SAVE_TEXT),
];

const CONVERT: &str = "convert its table to CSV with software that reads such files, or download \
                       the CSV of the same publication";
const PUBLISHED: &str = "download the table of the same publication as CSV, XLS, XLSX or JSON";
const UNPACK: &str = "unpack it and import the file inside, or compress that with gzip";
const SAVE_PAGE: &str = "if a spreadsheet opens it as a table, save it there as XLSX or \
                         \"CSV UTF-8\"; else the URL led to a page instead of the file: \
                         download it again";
const SAVE_TEXT: &str = "open it in a spreadsheet and save it as XLSX or \"CSV UTF-8\", or download \
                         the CSV of the same publication";

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
    known.map(|(_, found, help)| Problem::new("the file", *found, *help))
}

/// The problem of an archive that holds no workbook, or of a workbook that is locked.
pub fn no_workbook(bytes: &[u8]) -> Option<Problem> {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let help = "open it in a spreadsheet and save it without a password";
        return holds(&name)
            .then(|| Problem::new("the workbook", "it is locked by a password", help));
    }
    if holds(b"xl/") || holds(b"vnd.oasis.opendocument.spreadsheet") {
        return None;
    }
    let found = match first_name(bytes) {
        Some(name) => format!("it is a ZIP archive and no workbook; its first file is \"{name}\""),
        None => "it is a ZIP archive and no workbook".to_owned(),
    };
    Some(Problem::new("the file", found, UNPACK))
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
        assert!(no_workbook(&zip).unwrap().found.ends_with("its first file is \"voix.csv\""));
        zip.extend(b"xl/workbook.xml");
        assert_eq!(no_workbook(&zip), None);
    }
}
