//! Rows that are shorter than the header.

use crate::site::import::results::mistake::Mistake;
use crate::site::import::results::record::Reader;
use crate::site::import::results::sheet::{Row, Unit};

/// The mistake of a row that ends too early.
pub fn cut(reader: &Reader<'_>, row: &Row, expected: usize) -> Mistake {
    Mistake::new(
        reader.sheet.row(row.number),
        format!("the row is cut: it has {} cells of {expected}", row.cells.len()),
        "the download may have been interrupted: download the file again",
    )
}

/// Ensure that a row of text has as many cells as the header. Workbooks leave no cell out.
pub fn ensure_whole(reader: &Reader<'_>, row: &Row) -> Result<(), Mistake> {
    let expected = reader.header.names.len();
    if reader.sheet.unit == Unit::Line && row.cells.len() < expected {
        return Err(cut(reader, row, expected));
    }
    Ok(())
}
