//! CSV text to cells with their places, and back.
//! It must not know what stands in the cells.

use std::sync::Arc;

use crate::site::problem::{Source, Span};

/// A cell and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text, without quotes.
    pub text: String,
    /// Its place in the file, in bytes.
    pub span: Span,
}

/// A table: a header and rows.
pub struct Table {
    /// The file.
    pub source: Arc<Source>,
    /// The names of the columns.
    pub header: Vec<Cell>,
    /// The rows below.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Reads CSV with commas; quotes are doubled inside quotes.
    pub fn new(source: &Arc<Source>) -> Self {
        let mut rows = Vec::new();
        let mut at = 0;
        while at < source.text.len() {
            let row = row(&source.text, &mut at);
            if row.iter().any(|cell| !cell.text.is_empty()) {
                rows.push(row);
            }
        }
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Self { source: source.clone(), header, rows }
    }

    /// Where the column with this name is.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|cell| cell.text == name)
    }
}

fn row(text: &str, at: &mut usize) -> Vec<Cell> {
    let mut cells = Vec::new();
    loop {
        cells.push(cell(text, at));
        match text.as_bytes().get(*at) {
            Some(b',') => *at += 1,
            _ => {
                *at += 1;
                return cells;
            }
        }
    }
}

fn cell(text: &str, at: &mut usize) -> Cell {
    let start = *at;
    let rest = text.get(start..).unwrap_or_default();
    let Some(quoted) = rest.strip_prefix('"') else {
        let length = rest.find([',', '\n']).unwrap_or(rest.len());
        *at += length;
        let text = rest.get(..length).unwrap_or_default().to_owned();
        return Cell { text, span: start..*at };
    };
    let mut content = String::new();
    let mut left = quoted;
    loop {
        let Some((before, after)) = left.split_once('"') else {
            content.push_str(left);
            left = "";
            break;
        };
        content.push_str(before);
        left = after;
        match after.strip_prefix('"') {
            Some(more) => {
                content.push('"');
                left = more;
            }
            None => break,
        }
    }
    // Whatever stands between the closing quote and the next comma belongs to the cell.
    let length = left.find([',', '\n']).unwrap_or(left.len());
    content.push_str(left.get(..length).unwrap_or_default());
    *at = text.len() - left.len() + length;
    Cell { text: content, span: start..*at }
}

/// Writes rows as CSV.
pub fn write(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn quoted(cell: &str) -> String {
    let plain = !cell.contains([',', '"', '\n', '\r']) && cell.trim() == cell;
    if plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
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
            let plain = |row: &Vec<Cell>| -> Vec<String> {
                row.iter().map(|cell| cell.text.clone()).collect()
            };
            let read: Vec<Vec<String>> = std::iter::once(&table.header)
                .filter(|row| !row.is_empty())
                .chain(&table.rows)
                .map(plain)
                .collect();
            prop_assert_eq!(read, rows);
        }
    }
}
