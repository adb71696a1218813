//! Files as text.

use std::path::Path;
use std::sync::Arc;

use super::diagnostics::{Problems, Source};
use crate::message;
use crate::site::messages::causes;

/// Reads a file as text, with plain line ends and no byte order mark. One of more
/// than `most` bytes is not even opened.
pub fn read(path: &Path, most: u64, problems: &mut Problems) -> Option<Arc<Source>> {
    if let Some(size) = std::fs::metadata(path).ok().map(|it| it.len()).filter(|it| *it > most) {
        let title = message!("fields-file-too-large", size = size.div_ceil(1024).to_string());
        let help = message!("fields-file-too-large-help", most = (most / 1024).to_string());
        problems.add_for_file(path, title, help);
        return None;
    }
    let text = match std::fs::read(path) {
        Ok(bytes) if is_document(&bytes) => {
            let help = message!("fields-file-document-help");
            problems.add_for_file(path, message!("fields-file-document"), help);
            return None;
        }
        Ok(bytes) => String::from_utf8(bytes),
        Err(error) => {
            let title = message!("fields-file-unreadable", error = causes::of_system(&error));
            problems.add_for_file(path, title, message!("fields-file-unreadable-help"));
            return None;
        }
    };
    let Ok(text) = text else {
        let is_table = path.extension().is_some_and(|it| it == "csv");
        let help = if is_table {
            message!("fields-file-not-utf-8-help-table")
        } else {
            message!("fields-file-not-utf-8-help")
        };
        problems.add_for_file(path, message!("fields-file-not-utf-8"), help);
        return None;
    };
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let source = Arc::new(Source { path: path.to_string_lossy().replace('\\', "/"), text });
    (!is_in_conflict(&source, problems)).then_some(source)
}

/// Whether a file is one of Word, LibreOffice, a PDF or RTF, whatever it is called.
fn is_document(bytes: &[u8]) -> bool {
    let beginnings: [&[u8]; 4] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"];
    beginnings.iter().any(|it| bytes.starts_with(it))
}

/// Whether Git has left the marks of two versions in a file: nothing else of it can be understood then.
fn is_in_conflict(source: &Arc<Source>, problems: &mut Problems) -> bool {
    const MARK: &str = "<<<<<<< ";
    let text = &source.text;
    let start = match text.find(&format!("\n{MARK}")) {
        _ if text.starts_with(MARK) => 0,
        Some(end) => end + 1,
        None => return false,
    };
    let (title, found) = (message!("mistakes-conflict"), message!("mistakes-conflict-found"));
    problems.add(
        source,
        start..start + MARK.len() - 1,
        title,
        found,
        message!("mistakes-conflict-help"),
    );
    true
}
