//! Who the columns of a table are: a published list of candidates, joined to it by their panels.
//! It must not change what an editor wrote.

use std::collections::BTreeMap;
use std::path::Path;

use super::input;
use super::mistake::Mistake;
use super::record::Reader;
use super::sheet::Sheet;
use super::vocabulary::{Column, Field, Header};
use crate::election::Candidate;
use crate::site::tables::Named;

/// The candidates of a file, by their panels.
pub type Listed = BTreeMap<u16, Candidate>;

/// Reads a published list of candidates.
///
/// # Errors
/// Says which columns are missing, or which row has no panel or one that stands above already.
pub fn read(file: &Path) -> Result<Listed, Mistake> {
    let sheets = input::read(file)?;
    let headers = sheets.iter().map(|sheet| (sheet, Header::find(sheet)));
    let (sheet, header) = headers
        .reduce(|best, next| if best.1.is_ok() { best } else { next })
        .ok_or_else(|| Mistake::new("the file", "it is empty", "download it again"))?;
    list(sheet, &header?)
}

fn list(sheet: &Sheet, header: &Header) -> Result<Listed, Mistake> {
    if !header.has(Column::Candidate(Field::Panel)) {
        let missing = "a column of panels, such as \"Panneau\", beside the names";
        return Err(header.unknown(sheet, missing));
    }
    let reader = Reader::new(sheet, header);
    let group = header.group();
    let mut listed = Listed::new();
    for row in reader.rows() {
        let candidate = reader.candidate(row, &group)?;
        let place = sheet.row(row.number);
        let Some(panel) = candidate.panel else {
            let found = format!("{} has no panel", candidate.name);
            return Err(Mistake::new(place, found, "write its number, or delete the row"));
        };
        if let Some(first) = listed.insert(panel, candidate) {
            let found = format!("panel {panel} is that of {} already", first.name);
            let help = "keep one row a panel: the list of one territory, heads of lists only";
            return Err(Mistake::new(place, found, help));
        }
    }
    Ok(listed)
}

/// The panel of a column: as published, else the number at the end of its key, as in `v12`.
fn panel(key: &str, candidate: &Candidate) -> Option<u16> {
    let stem = key.trim_end_matches(|letter: char| letter.is_ascii_digit());
    candidate.panel.or_else(|| key[stem.len()..].parse().ok())
}

/// Joins names, nuances and titles to the columns of a round, and counts the names that it leaves
/// as an editor wrote them.
///
/// # Errors
/// Says which panels have no column, and which columns no panel.
pub fn join(named: &mut Named, mut listed: Listed) -> Result<usize, Mistake> {
    let (mut kept, mut without) = (0, Vec::new());
    for (key, candidate) in named {
        let Some(found) = panel(key, candidate).and_then(|panel| listed.remove(&panel)) else {
            without.push(format!("`{key}`"));
            continue;
        };
        let title = found.list.unwrap_or_else(|| found.name.clone());
        if candidate.name == *key {
            candidate.name = found.name;
        } else if candidate.name != found.name {
            kept += 1;
        }
        candidate.list = Some(title).filter(|title| *title != candidate.name);
        candidate.panel = found.panel;
        candidate.head = candidate.head.take().or(found.head);
        candidate.nuance = candidate.nuance.take().or(found.nuance);
    }
    let left = listed.iter().map(|(panel, it)| format!("{panel} ({})", it.name)).collect();
    let found = [("columns without a panel", without), ("panels without a column", left)];
    let found = found.into_iter().filter(|(_, which): &(_, Vec<String>)| !which.is_empty());
    let found: Vec<String> =
        found.map(|(what, which)| format!("{what}: {}", which.join(", "))).collect();
    if found.is_empty() {
        return Ok(kept);
    }
    let help = "the list must be that of this election and round; a column is found by the panel \
                in the table of candidates, or by the number at the end of its key";
    Err(Mistake::new("the file", found.join("; "), help))
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
