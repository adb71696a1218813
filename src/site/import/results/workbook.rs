//! A workbook to sheets, each with its name.

use std::io::Cursor;

use calamine::{Data, Reader};

use super::kind;
use super::problem::Problem;
use super::sheet::{Row, Sheet, Unit};
use crate::message;
use crate::site::messages::Message;

/// Spreadsheets store halves of a cent as 50.650000000000006; nobody prints that many decimals.
const DECIMALS: f64 = 1e10;

/// Reads every sheet that is not empty. A sheet that is no table, such as a chart, is none.
///
/// # Errors
/// Says that the workbook cannot be read, is locked or empty, or is an archive of other files.
pub fn sheets(bytes: Vec<u8>) -> Result<Vec<Sheet>, Problem> {
    if let Some(problem) = kind::no_workbook(&bytes) {
        return Err(problem);
    }
    let broken = |error: Message| {
        let (place, help) = (message!("import-the-workbook"), message!("import-broken-help"));
        Problem::new(place, message!("import-unreadable", error = error), help)
    };
    let mut workbook = calamine::open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|error| broken(error.to_string().into()))?;
    let mut sheets = Vec::new();
    let mut unreadable = None;
    for name in workbook.sheet_names() {
        let range = match workbook.worksheet_range(&name) {
            Ok(range) => range,
            Err(error) => {
                let error = message!("import-of-sheet", name = name, error = error.to_string());
                unreadable = unreadable.or(Some(broken(error)));
                continue;
            }
        };
        let (top, left) = range.start().unwrap_or_default();
        let rows = range.rows().enumerate().map(|(at, cells)| {
            let before = (0..left).map(|_| String::new());
            let cells = before.chain(cells.iter().map(cell)).collect::<Vec<_>>();
            Row { number: u64::from(top) + at as u64 + 1, cells: cells.into() }
        });
        let rows: Vec<Row> = rows.filter(|row| !row.is_empty()).collect();
        if !rows.is_empty() {
            sheets.push(Sheet { name: Some(name), unit: Unit::Row, rows });
        }
    }
    if sheets.is_empty() {
        let (place, help) = (message!("import-the-workbook"), message!("import-no-results-help"));
        let empty = || Problem::new(place, message!("import-empty"), help);
        return Err(unreadable.unwrap_or_else(empty));
    }
    Ok(sheets)
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Float(number) if number.abs() < DECIMALS => {
            ((number * DECIMALS).round() / DECIMALS).to_string()
        }
        other => other.to_string().trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_computed_has_no_dust_behind_it() {
        let cells = [50.650_000_000_000_006, 0.1 + 0.2, 82653.0, 1e12, -1.0].map(Data::Float);
        assert_eq!(cells.each_ref().map(cell), ["50.65", "0.3", "82653", "1000000000000", "-1"]);
    }
}
