//! A sheet: rows of cells, each with the place where an editor finds it again.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::problem::Problem;
use super::vocabulary;
use crate::message;
use crate::site::messages::Message;

/// Titles may be above the header, but not more than this.
pub const MOST_TITLES: usize = 20;

/// What a row is called where the file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A line of text.
    Line,
    /// A row of a workbook.
    Row,
    /// An element of a JSON array.
    Item,
}

/// A row of cells.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the file, from 1.
    pub number: u64,
    /// Its cells, without spaces around them.
    pub cells: StringRecord,
}

impl Row {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(str::is_empty)
    }

    /// A cell; what is beyond the last is empty.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }
}

/// A sheet, without its empty rows.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name, in a workbook.
    pub name: Option<String>,
    /// What its rows are called.
    pub unit: Unit,
    /// The rows, titles and header included.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// Splits text into cells, by whichever delimiter gives the most known columns.
    ///
    /// # Errors
    /// Says which line cannot be split.
    pub fn from_text(text: &str) -> Result<Self, Problem> {
        let start: String =
            text.lines().take(MOST_TITLES).map(|line| format!("{line}\n")).collect();
        let known = |delimiter: &u8| {
            let rows = split(&start, *delimiter).unwrap_or_default();
            let count = rows.iter().map(|row| vocabulary::known(&row.cells)).max();
            (count, rows.iter().map(|row| row.cells.len()).max())
        };
        let delimiter = [b';', b',', b'\t'].into_iter().max_by_key(known).unwrap_or(b';');
        Ok(Self { name: None, unit: Unit::Line, rows: split(text, delimiter)? })
    }

    /// How a row is called: `line 3`.
    pub fn row(&self, number: u64) -> Message {
        let number = number.to_string();
        match self.unit {
            Unit::Line => message!("import-line", number = number),
            Unit::Row => message!("import-row", number = number),
            Unit::Item => message!("import-item", number = number),
        }
    }

    /// How a cell is called: `line 3, column 7 "Voix"`, in a workbook `row 3, column G "Voix"`.
    pub fn place(&self, row: u64, column: usize, name: &str) -> Message {
        let row = self.row(row);
        let column = match self.unit {
            Unit::Line => (column + 1).to_string(),
            Unit::Row => letters(column),
            Unit::Item => return message!("import-field", row = row, name = name),
        };
        message!("import-cell", row = row, column = column, name = name)
    }
}

fn split(text: &str, delimiter: u8) -> Result<Vec<Row>, Problem> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let cells = record.map_err(|error| {
            let found = message!("import-no-table", error = error.to_string());
            Problem::new(message!("import-the-file"), found, message!("import-no-table-help"))
        })?;
        let number = cells.position().map_or(0, csv::Position::line);
        let row = Row { number, cells };
        if !row.is_empty() {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The name of a column in a spreadsheet: A, B, … Z, AA.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(super::letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
