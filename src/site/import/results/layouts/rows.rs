//! Rows that are shorter than the header.

use crate::message;
use crate::site::import::results::problem::Problem;
use crate::site::import::results::record::Reader;
use crate::site::import::results::sheet::{Row, Unit};

/// The problem of a row that ends too early.
pub fn cut(reader: &Reader<'_>, row: &Row, expected: usize) -> Problem {
    let found = message!("import-cut", cells = row.cells.len(), expected = expected);
    Problem::new(reader.sheet.row(row.number), found, message!("import-interrupted-help"))
}

/// Ensure that a row of text has as many cells as the header. Workbooks leave no cell out.
pub fn ensure_whole(reader: &Reader<'_>, row: &Row) -> Result<(), Problem> {
    let expected = reader.header.names.len();
    if reader.sheet.unit == Unit::Line && row.cells.len() < expected {
        return Err(cut(reader, row, expected));
    }
    Ok(())
}
