//! Results as they are published — the ministry's files and what others made of them — to tallies.

pub mod candidates;
pub mod check;
pub mod choose;
pub mod collect;
pub mod column;
pub mod command;
pub mod correction;
mod difference;
pub mod encoding;
pub mod header;
pub mod input;
pub mod kind;
pub mod layouts;
mod names;
pub mod naming;
pub mod number;
mod places;
pub mod problem;
mod reasons;
pub mod record;
mod report;
pub mod round;
pub mod sheet;
mod sums;
mod titles;
pub mod vocabulary;
mod workbook;

use std::path::Path;

use self::choose::{Table, Which, other_level};
pub use self::collect::{Import, Options};
use self::places::Places;
pub use self::problem::Problem;
use self::sheet::Sheet;
use crate::election::Level;
use crate::message;

/// Reads one published file of any known layout.
///
/// # Errors
/// The first problem that makes the file as a whole unusable, with its place and the remedy. Rows
/// that can be left out are not errors: [`Import::refused`] lists them.
pub fn read(file: &Path, options: &Options) -> Result<Import, Problem> {
    let sheets = input::read(file)?;
    let is_alone = sheets.len() == 1;
    let table = |sheet: Sheet| table(sheet, &options.which, is_alone);
    let (Table { sheet, header, .. }, source) = choose::choose(sheets, &options.which, table)?;
    let records = layouts::records(&sheet, &header);
    let import = records.and_then(|records| collect::collect(&sheet, &header, records, options));
    let import = import.map_err(|problem| problem.in_sheet(sheet.name.as_deref()))?;
    ensure_level(&import, options.which.level, sheet.name.as_deref())?;
    Ok(Import { source, ..import })
}

/// The table of a sheet. Where there are others, only what has votes of territories is one; what has
/// but cannot be read is one too, so that its problem is reported instead of another sheet being read.
fn table(sheet: Sheet, which: &Which, is_alone: bool) -> Result<Table, Problem> {
    let mut table = Table::new(sheet, which)?;
    if is_alone {
        return Ok(table);
    }
    let records = layouts::records(&table.sheet, &table.header);
    let level =
        records.and_then(|records| Ok(Places::new(&table.sheet, &table.header, &records)?.level));
    match level {
        Ok(level) => table.level = Some(level),
        Err(problem) if problem.no_table.is_some() => return Err(problem),
        Err(_) if !places::has_codes(&table.header) => {
            return Err(places::without(&table.sheet, &table.header));
        }
        Err(_) => {}
    }
    Ok(table)
}

/// Ensure that the level is the one that was asked for.
fn ensure_level(
    import: &Import,
    wanted: Option<Level>,
    sheet: Option<&str>,
) -> Result<(), Problem> {
    let level = import.results.level;
    match wanted {
        Some(wanted) if wanted != level => {
            let (place, found) = (message!("import-the-table"), other_level(level, wanted));
            Err(Problem::new(place, found, message!("import-other-level-help")).in_sheet(sheet))
        }
        _ => Ok(()),
    }
}
