//! The layouts of published files, told apart by their header, one a file here.
//! None of them may look at the name of the file.

mod candidate_columns;
mod candidate_rows;
pub mod json;
mod numbered;
mod repeated;

use super::mistake::Mistake;
use super::record::{Reader, Record};
use super::sheet::{Row, Sheet, Unit};
use super::vocabulary::{Column, Field, Header};

/// Reads the records of a sheet, whatever its layout.
///
/// # Errors
/// Names the first cell that cannot be read; lists the columns of a layout that is not known.
pub fn records<'a>(sheet: &'a Sheet, header: &'a Header) -> Result<Vec<Record<'a>>, Mistake> {
    let mut reader = Reader::new(sheet, header);
    if reader.rows().is_empty() {
        let row = sheet.rows.get(header.at).map_or(1, |row| row.number);
        let help = "download it again, or export it again";
        let found = "nothing stands below the header";
        return Err(Mistake::new(sheet.row(row), found, help).of_no_table());
    }
    let votes = Column::Candidate(Field::Votes);
    let numbered = header
        .columns
        .iter()
        .flatten()
        .any(|(column, number)| *column == votes && number.is_some());
    if numbered {
        numbered::records(&mut reader)
    } else if header.has(votes) && repeated::fits(&reader) {
        repeated::records(&mut reader)
    } else if header.has(votes) {
        candidate_rows::records(&mut reader)
    } else {
        candidate_columns::records(&mut reader)
    }
}

/// The mistake of a row that ends too early.
fn cut(reader: &Reader<'_>, row: &Row, expected: usize) -> Mistake {
    Mistake::new(
        reader.sheet.row(row.number),
        format!("the row is cut: it has {} cells of {expected}", row.cells.len()),
        "the download may have been interrupted: download the file again",
    )
}

/// Ensure that a row of text has as many cells as the header. Workbooks leave no cell out.
fn ensure_whole(reader: &Reader<'_>, row: &Row) -> Result<(), Mistake> {
    let expected = reader.header.names.len();
    if reader.sheet.unit == Unit::Line && row.cells.len() < expected {
        return Err(cut(reader, row, expected));
    }
    Ok(())
}
