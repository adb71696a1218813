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
use crate::message;
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
        let missing = message!("import-missing-panels");
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
            let why = message!("import-unused-shared", name = name(*column));
            unused.push(why.to_string());
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
            let (name, other) = (name(*column), name(instead));
            let why = message!("import-unused-instead", name = name, other = other);
            unused.push(why.to_string());
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
            let found = message!("import-without-panel", name = candidate.name);
            return Err(Problem::new(place, found, message!("import-without-panel-help")));
        };
        if let Some(first) = listed.insert(panel, candidate) {
            let panel = usize::from(panel);
            let found = message!("import-panel-twice", panel = panel, name = first.name);
            return Err(Problem::new(place, found, message!("import-panel-twice-help")));
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
    let left: Vec<String> =
        listed.iter().map(|(panel, it)| format!("{panel} ({})", it.name)).collect();
    let (columns, panels) = (without.join(", "), left.join(", "));
    let found = match (without.is_empty(), left.is_empty()) {
        (true, true) => return Ok(()),
        (false, true) => message!("import-columns-without-panel", columns = columns),
        (true, false) => message!("import-panels-without-column", panels = panels),
        (false, false) => {
            message!("import-columns-and-panels-alone", columns = columns, panels = panels)
        }
    };
    Err(Problem::new(message!("import-the-file"), found, message!("import-join-help")))
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
