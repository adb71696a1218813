//! Who the columns of a table are: a published list of candidates, joined to it by their panels.
//! It must not change what an editor wrote.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::choose::{self, Source, Table, Which};
use super::column::{Column, Field, Group, fold};
use super::header::Header;
use super::input;
use super::problem::Problem;
use super::record::Reader;
use super::sheet::{Row, Sheet};
use super::titles::Titles;
use crate::election::Candidate;
use crate::site::content::election::tables::Named;

/// The candidates of a file, by their panels.
pub type Listed = BTreeMap<u16, Candidate>;

/// A published list of candidates.
#[derive(Debug)]
pub struct List {
    /// The candidates.
    pub listed: Listed,
    /// The sheet that was read, and those that were not.
    pub source: Source,
    /// The columns that were not read, with the reason where they are not simply unknown.
    pub unused: Vec<String>,
}

/// Reads a published list of candidates.
///
/// # Errors
/// Says which columns are missing, or which row has no panel or one that is above already.
pub fn read(file: &Path, which: &Which) -> Result<List, Problem> {
    let table = |sheet| table(sheet, which);
    let (Table { sheet, header, .. }, source) = choose::choose(input::read(file)?, which, table)?;
    let reader = Reader::new(&sheet, &header);
    let mut unused = unknown(&header);
    let group = titles(&header, &reader.rows(), &mut unused);
    let listed = list(&reader, &group);
    let listed = listed.map_err(|problem| problem.in_sheet(sheet.name.as_deref()))?;
    Ok(List { listed, source, unused })
}

fn table(sheet: Sheet, which: &Which) -> Result<Table, Problem> {
    let table = Table::new(sheet, which)?;
    if !table.header.has(Column::Candidate(Field::Panel)) {
        let missing = "a column of panels, such as \"Panneau\", beside the names";
        return Err(table.header.unknown(&table.sheet, missing));
    }
    Ok(table)
}

fn unknown(header: &Header) -> Vec<String> {
    let names = header.columns.iter().zip(&header.names);
    let names = names.filter(|(known, name)| known.is_none() && !name.is_empty());
    names.map(|(_, name)| name.clone()).collect()
}

/// The columns of a candidate, without those that are called titles but are none: what is the same
/// for several candidates is a kind of list, and so may be what is called `Liste` and nothing else
/// where another column has the title.
fn titles(header: &Header, rows: &[&Row], unused: &mut Vec<String>) -> Group {
    let name = |column: usize| header.names.get(column).map_or("", String::as_str);
    let mut group = header.group();
    group.retain(|(field, column)| {
        let is_title = matches!(field, Field::ShortList | Field::List | Field::Head);
        let is_kept = !is_title || is_one_each(rows, *column);
        if !is_kept {
            unused.push(format!("{} (several candidates have the same)", name(*column)));
        }
        is_kept
    });
    let is_bare = |column: usize| fold(name(column)) == "liste";
    let others = group.iter().filter(|(field, column)| {
        matches!(field, Field::ShortList | Field::List) && !is_bare(*column)
    });
    let title = others.map(|(_, column)| *column).next();
    let mut taken: Vec<(Field, usize)> = Vec::new();
    group.retain(|(field, column)| {
        let first = taken.iter().find(|(known, _)| known == field).map(|(_, column)| *column);
        let instead = first.or(title.filter(|_| is_bare(*column)));
        if let Some(instead) = instead {
            unused.push(format!("{} ({} is read instead)", name(*column), name(instead)));
        } else {
            taken.push((*field, *column));
        }
        instead.is_none()
    });
    group
}

/// Whether no two rows have the same in a column.
fn is_one_each(rows: &[&Row], column: usize) -> bool {
    let mut known = HashSet::new();
    rows.iter().map(|row| row.get(column)).all(|text| text.is_empty() || known.insert(text))
}

fn list(reader: &Reader<'_>, group: &Group) -> Result<Listed, Problem> {
    let mut listed = Listed::new();
    for row in reader.rows() {
        let candidate = reader.candidate(row, group)?;
        let place = reader.sheet.row(row.number);
        let Some(panel) = candidate.panel else {
            let found = format!("{} has no panel", candidate.name);
            return Err(Problem::new(place, found, "write its number, or delete the row"));
        };
        if let Some(first) = listed.insert(panel, candidate) {
            let found = format!("panel {panel} is that of {} already", first.name);
            let help = "keep one row per panel: the list of one territory, heads of lists only";
            return Err(Problem::new(place, found, help));
        }
    }
    Ok(listed)
}

/// The panel of a column: as published, else the number at the end of its key, as in `v12`.
fn panel(key: &str, candidate: &Candidate) -> Option<u16> {
    let stem = key.trim_end_matches(|letter: char| letter.is_ascii_digit());
    candidate.panel.or_else(|| key[stem.len()..].parse().ok())
}

/// Joins names, nuances and titles to the columns of a round.
///
/// # Errors
/// Says which panels have no column, and which columns no panel.
pub fn join(named: &mut Named, mut listed: Listed, titles: &mut Titles) -> Result<(), Problem> {
    let mut without = Vec::new();
    for (key, candidate) in named {
        let Some(found) = panel(key, candidate).and_then(|panel| listed.remove(&panel)) else {
            without.push(format!("`{key}`"));
            continue;
        };
        titles.join(key, candidate, found);
    }
    let left = listed.iter().map(|(panel, it)| format!("{panel} ({})", it.name)).collect();
    let found = [("columns without a panel", without), ("panels without a column", left)];
    let found = found.into_iter().filter(|(_, which): &(_, Vec<String>)| !which.is_empty());
    let found: Vec<String> =
        found.map(|(what, which)| format!("{what}: {}", which.join(", "))).collect();
    if found.is_empty() {
        return Ok(());
    }
    let help = "the list must be that of this election and round; a column is found by the panel \
                in the table of candidates, or by the number at the end of its key";
    Err(Problem::new("the file", found.join("; "), help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_by_its_panel_or_its_number() {
        let candidate = |panel| Candidate { panel, ..Candidate::named("A") };
        assert_eq!(panel("v12", &candidate(None)), Some(12));
        assert_eq!(panel("v12", &candidate(Some(3))), Some(3));
        assert_eq!(panel("ENSEMBLE", &candidate(None)), None);
    }
}
