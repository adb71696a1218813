//! CSV text to cells with their places, and back. (The `csv` crate tells where a row begins, but not
//! where a quoted cell does, and an editor is shown the cell.)

use std::borrow::Cow;
use std::sync::Arc;

use super::diagnostics::{Source, Span};

/// A cell and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Its text, without quotes.
    pub text: Cow<'a, str>,
    /// Its place in the file, in bytes.
    pub span: Span,
}

/// A table: a header, and rows that are read one at a time, for there may be tens of thousands.
pub struct Table<'a> {
    /// The file.
    pub source: &'a Arc<Source>,
    /// The names of the columns.
    pub header: Vec<Cell<'a>>,
    /// Where the rows begin, in bytes.
    body: usize,
}

impl<'a> Table<'a> {
    /// Reads the header of CSV with commas; quotes are doubled inside quotes.
    pub fn new(source: &'a Arc<Source>) -> Self {
        let mut body = 0;
        let header = filled_row(&source.text, &mut body).unwrap_or_default();
        Self { source, header, body }
    }

    /// The rows below the header, without empty ones.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Cell<'a>>> + use<'a> {
        let (text, mut at) = (self.source.text.as_str(), self.body);
        std::iter::from_fn(move || filled_row(text, &mut at))
    }

    /// Where the column with this name is.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|cell| cell.text == name)
    }
}

/// The next row that is not empty.
fn filled_row<'a>(text: &'a str, at: &mut usize) -> Option<Vec<Cell<'a>>> {
    while *at < text.len() {
        let row = row(text, at);
        if row.iter().any(|cell| !cell.text.is_empty()) {
            return Some(row);
        }
    }
    None
}

fn row<'a>(text: &'a str, at: &mut usize) -> Vec<Cell<'a>> {
    let mut cells = Vec::new();
    loop {
        cells.push(cell(text, at));
        *at += 1;
        if text.as_bytes().get(*at - 1) != Some(&b',') {
            return cells;
        }
    }
}

fn cell<'a>(text: &'a str, at: &mut usize) -> Cell<'a> {
    let start = *at;
    let rest = text.get(start..).unwrap_or_default();
    let Some(mut left) = rest.strip_prefix('"') else {
        let text = until_end(rest);
        *at += text.len();
        return Cell { text: text.into(), span: start..*at };
    };
    let mut content = String::new();
    loop {
        let (before, after) = left.split_once('"').unwrap_or((left, ""));
        content.push_str(before);
        left = after;
        match after.strip_prefix('"') {
            Some(more) => left = more,
            None => break,
        }
        content.push('"');
    }
    // Whatever is between the closing quote and the next comma belongs to the cell.
    let more = until_end(left);
    content.push_str(more);
    *at = text.len() - left.len() + more.len();
    Cell { text: content.into(), span: start..*at }
}

/// What comes before the next comma or line.
fn until_end(text: &str) -> &str {
    let end = text.bytes().position(|byte| matches!(byte, b',' | b'\n'));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Writes rows as CSV.
pub fn write<Row: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = Row>) -> String {
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell {
                text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                text.push_str(&cell);
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            rows in prop::collection::vec(prop::collection::vec("[a,\"\n=é -]{0,6}", 3), 1..5)
        ) {
            let rows: Vec<Vec<String>> =
                rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
            let text = write(rows.clone());
            let source = Arc::new(Source { path: String::new(), text });
            let table = Table::new(&source);
            let read: Vec<Vec<String>> = std::iter::once(table.header.clone())
                .filter(|row| !row.is_empty())
                .chain(table.rows())
                .map(|row| row.into_iter().map(|cell| cell.text.into_owned()).collect())
                .collect();
            prop_assert_eq!(read, rows);
        }
    }
}
