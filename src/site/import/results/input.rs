//! A file to sheets, by what its first bytes say: gzip, workbook, JSON or text.
//! It must not trust the name of the file, nor read a line that never ends.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use super::encoding::decode;
use super::layouts::json;
use super::problem::Problem;
use super::sheet::Sheet;
use super::{kind, workbook};
use crate::message;
use crate::site::messages::causes;

/// No table has a longer line; what has is not a table.
const LONGEST_LINE: usize = 1 << 20;

/// The largest file that is read at all; all stations of France with 38 lists take 150 MB.
const LARGEST_FILE: usize = 512 << 20;

/// Reads every sheet of a file; text and JSON have one.
///
/// # Errors
/// Says why the file cannot be read, is too long, or is empty.
pub fn read(file: &Path) -> Result<Vec<Sheet>, Problem> {
    let bytes = bytes(file)?;
    if kind::is_workbook(&bytes) {
        return workbook::sheets(bytes);
    }
    let text = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Problem::of_empty_file());
    }
    if text.trim_start().starts_with(['[', '{']) {
        return Ok(vec![json::sheet(&text)?]);
    }
    Ok(vec![Sheet::from_text(&text)?])
}

fn unreadable(error: &std::io::Error) -> Problem {
    let found = message!("import-unreadable", error = causes::of_system(error));
    Problem::new(message!("import-the-file"), found, message!("import-unreadable-help"))
}

fn bytes(file: &Path) -> Result<Vec<u8>, Problem> {
    let file = File::open(file).map_err(|error| unreadable(&error))?;
    let mut reader = BufReader::with_capacity(1 << 16, file);
    let start = reader.fill_buf().map_err(|error| unreadable(&error))?;
    if start.starts_with(&[0x1f, 0x8b]) {
        return limited(BufReader::new(flate2::bufread::MultiGzDecoder::new(reader)));
    }
    limited(reader)
}

/// Reads everything, but stops at the first line that is too long to be one.
fn limited(mut reader: impl BufRead) -> Result<Vec<u8>, Problem> {
    let mut bytes: Vec<u8> = Vec::new();
    let (mut line, mut length) = (1_u64, 0_usize);
    loop {
        let chunk = reader.fill_buf().map_err(|error| unreadable(&error))?;
        let read = chunk.len();
        if read == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(chunk);
        if let Some(problem) = kind::foreign(&bytes) {
            return Err(problem);
        }
        let lines = has_lines(&bytes);
        for part in chunk.split_inclusive(|byte| *byte == b'\n') {
            length += part.len();
            if length > LONGEST_LINE && lines {
                let place = message!("import-line", number = line.to_string());
                let found = message!("import-endless-line", most = LONGEST_LINE);
                return Err(Problem::new(place, found, message!("import-endless-line-help")));
            }
            if part.ends_with(b"\n") {
                (line, length) = (line + 1, 0);
            }
        }
        if bytes.len() > LARGEST_FILE {
            let (place, help) = (message!("import-the-file"), message!("import-too-large-help"));
            return Err(Problem::new(place, message!("import-too-large"), help));
        }
        reader.consume(read);
    }
}

/// Workbooks and JSON have no lines.
fn has_lines(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    !matches!(text.trim_ascii_start().first(), Some(b'[' | b'{')) && !kind::is_workbook(bytes)
}

/// Reads text that is already here, as a file of lines.
///
/// # Errors
/// As for [`read`].
pub fn from_reader(reader: impl Read) -> Result<Sheet, Problem> {
    Sheet::from_text(&decode(limited(BufReader::new(reader))?)?)
}
