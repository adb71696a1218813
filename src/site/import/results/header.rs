//! The header of a sheet: which row it is, and what its columns are.

use super::column::{Column, Group, TerritoryColumn, fold};
use super::naming::bare;
use super::problem::{Problem, quoted};
use super::sheet::{MOST_TITLES, Row, Sheet};
use super::vocabulary::{column, known};
use crate::election;
use crate::message;
use crate::site::messages::Message;

/// The header of a sheet.
#[derive(Clone, Debug)]
pub struct Header {
    /// Where it is in [`Sheet::rows`].
    pub at: usize,
    /// The names, as they are written.
    pub names: Vec<String>,
    /// What each column is, with the number of its group.
    pub columns: Vec<Option<(Column, Option<u32>)>>,
}

impl Header {
    /// Finds the header below whatever titles.
    ///
    /// # Errors
    /// Lists the columns of the first row where no row has columns that are known.
    pub fn find(sheet: &Sheet) -> Result<Self, Problem> {
        let rows = sheet.rows.iter().take(MOST_TITLES);
        let best = rows.enumerate().map(|(at, row)| (known(&row.cells), at));
        // The first of several rows that are equally known.
        let best = best.max_by_key(|(known, at)| (*known, std::cmp::Reverse(*at)));
        match best {
            Some((known, at)) if known >= 3 => Ok(Self::new(sheet, at)),
            _ => Err(Self::new(sheet, 0).unknown(sheet, message!("import-missing-header"))),
        }
    }

    fn new(sheet: &Sheet, at: usize) -> Self {
        let cells = sheet.rows.get(at).map(|row| row.cells.clone()).unwrap_or_default();
        let mut names: Vec<String> = cells.iter().map(named).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let rows = sheet.rows.get(at + 1..).unwrap_or_default();
        let columns = columns(&names, rows);
        Self { at, names, columns }
    }

    /// The problem of a file with an unknown layout.
    pub fn unknown(&self, sheet: &Sheet, missing: Message) -> Problem {
        let row = sheet.rows.get(self.at).map_or(1, |row| row.number);
        let mut names: Vec<String> = self.names.iter().take(40).map(|name| quoted(name)).collect();
        if self.names.len() > 40 {
            names.push(message!("import-more", count = self.names.len() - 40).to_string());
        }
        let names = names.join(", ");
        let brief = message!("import-no-layout-brief", missing = missing.clone());
        let found = message!("import-no-layout", columns = names, missing = missing);
        let problem = Problem::new(sheet.row(row), found, message!("import-no-layout-help"));
        problem.of_no_table(brief)
    }

    /// Whether a column of this kind exists.
    pub fn has(&self, column: Column) -> bool {
        self.position(column).is_some()
    }

    /// The columns of the one candidate that a row has.
    pub fn group(&self) -> Group {
        let columns = self.columns.iter().enumerate();
        let of_candidate = columns.filter_map(|(at, known)| match known {
            Some((Column::Candidate(field), _)) => Some((*field, at)),
            _ => None,
        });
        of_candidate.collect()
    }

    /// Where the first column of this kind is.
    pub fn position(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().position(|found| found.is_some_and(|(column, _)| column == wanted))
    }
}

/// The name of a column; software that reads tables calls those without one `Unnamed: 27`.
fn named(name: &str) -> String {
    if fold(name).starts_with("unnamed") { String::new() } else { name.to_owned() }
}

/// What the columns are. Where the bare word for a place says neither, the values tell whether they are
/// its codes or its names.
fn columns(names: &[String], rows: &[Row]) -> Vec<Option<(Column, Option<u32>)>> {
    let mut columns: Vec<_> = names.iter().map(|name| column(name)).collect();
    for (at, name) in names.iter().enumerate() {
        let Some((code, of_name)) = bare(name) else { continue };
        let is_known = |wanted| {
            let others = columns.iter().zip(names).filter(|(_, name)| bare(name).is_none());
            others.filter_map(|(known, _)| *known).any(|(known, _)| known == wanted)
        };
        let has_codes = is_known(Column::Territory(code));
        let means = match (holds(code, rows.iter().map(|row| row.get(at))), of_name) {
            (Values::Codes, _) if has_codes => Some((Column::Ignored, None)),
            (Values::Codes, _) => Some((Column::Territory(code), None)),
            (Values::Names, Some(of_name)) => Some((Column::Territory(of_name), None)),
            (Values::Names, None) if !has_codes => Some((Column::Territory(code), None)),
            (Values::Names, None) => Some((Column::Ignored, None)),
            // `REG` is a label of candidates, too.
            (Values::Neither, _) => None,
        };
        if let Some(column) = columns.get_mut(at) {
            *column = means;
        }
    }
    columns
}

/// How many rows tell what a column holds.
const ENOUGH_ROWS: usize = 1000;

/// What the values of a column are.
enum Values {
    Codes,
    Names,
    /// Numbers that are no codes.
    Neither,
}

fn holds<'a>(kind: TerritoryColumn, values: impl Iterator<Item = &'a str>) -> Values {
    // Of these all codes are known.
    let is_known = |text: &str| match kind {
        TerritoryColumn::Region => election::region(text).is_some(),
        TerritoryColumn::Department => {
            election::department(text).is_some() || matches!(text, "97" | "98" | "99")
        }
        _ => is_code(text),
    };
    let values = values.filter(|text| !text.is_empty()).take(ENOUGH_ROWS);
    let (mut all, mut known, mut codes) = (0, 0, 0);
    for text in values {
        all += 1;
        known += usize::from(is_known(text));
        codes += usize::from(is_code(text));
    }
    match () {
        () if known * 10 >= all * 9 || known == codes && known * 2 > all => Values::Codes,
        () if codes * 2 > all => Values::Neither,
        () => Values::Names,
    }
}

/// Codes are figures with few letters: `028B`, `2A004`, `75056SR01`; not `7e circonscription`.
fn is_code(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    figures > 0 && figures >= letters
}
