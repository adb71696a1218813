//! The layouts of published files, told apart by their header, one a file here.
//! None of them may look at the name of the file.

mod candidate_columns;
mod candidate_rows;
pub mod json;
mod numbered;
mod repeated;
mod rows;

use super::column::{Column, Field};
use super::header::Header;
use super::problem::Problem;
use super::record::{Reader, Record};
use super::sheet::Sheet;
use crate::message;

/// Reads the records of a sheet, whatever its layout.
///
/// # Errors
/// Names the first cell that cannot be read; lists the columns of a layout that is not known.
pub fn records<'a>(sheet: &'a Sheet, header: &'a Header) -> Result<Vec<Record<'a>>, Problem> {
    let mut reader = Reader::new(sheet, header);
    if reader.rows().is_empty() {
        let row = sheet.rows.get(header.at).map_or(1, |row| row.number);
        let (found, help) = (message!("import-no-rows"), message!("import-again-help"));
        return Err(Problem::new(sheet.row(row), found.clone(), help).of_no_table(found));
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
