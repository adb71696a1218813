//! The ministry's layout until 2022: counts, then the same columns again for every candidate, whose
//! header is repeated or written only once. It must not know how many candidates there are.

use super::cut;
use crate::site::import::mistake::Mistake;
use crate::site::import::record::{Group, Reader, Record};
use crate::site::import::vocabulary::{Column, Field};

/// Where the first candidate's columns are.
fn first_group(reader: &Reader<'_>) -> Option<(usize, Vec<Field>)> {
    let field = |at: usize| match reader.header.columns.get(at).copied().flatten() {
        Some((Column::Candidate(field), None)) => Some(field),
        _ => None,
    };
    let start = (0..reader.header.columns.len()).find(|at| field(*at).is_some())?;
    let mut fields = Vec::new();
    while let Some(next) = field(start + fields.len()).filter(|next| {
        // The sign that the group begins again.
        fields.first() != Some(next)
    }) {
        fields.push(next);
    }
    Some((start, fields))
}

/// Whether the columns of a candidate are repeated, in the header or below it.
pub fn fits(reader: &Reader<'_>) -> bool {
    let Some((start, fields)) = first_group(reader) else { return false };
    let end = start + fields.len();
    let is_votes = |known: &Option<(Column, Option<u32>)>| {
        *known == Some((Column::Candidate(Field::Votes), None))
    };
    let repeats = reader.header.columns.iter().filter(|known| is_votes(known)).count() > 1;
    let nothing_after = reader.header.names.len() == end;
    let more = |row: &crate::site::import::sheet::Row| {
        (end..row.cells.len()).any(|at| !row.get(at).is_empty())
    };
    repeats || nothing_after && reader.rows().iter().any(more)
}

/// One record a row.
pub fn records<'a>(reader: &mut Reader<'a>) -> Result<Vec<Record<'a>>, Mistake> {
    let Some((start, fields)) = first_group(reader) else { return Ok(Vec::new()) };
    let size = fields.len();
    let mut records = Vec::new();
    for row in reader.rows() {
        let cells = row.cells.len();
        let groups = cells.saturating_sub(start) / size;
        let over = start + groups * size..cells;
        if groups == 0 || over.clone().any(|at| !row.get(at).is_empty()) {
            return Err(cut(reader, row, start + (groups + 1) * size));
        }
        let mut record = reader.record(row)?;
        for number in 0..groups {
            let first = start + number * size;
            let group: Group = fields.iter().copied().zip(first..).collect();
            reader.add(&mut record, row, &group)?;
        }
        records.push(record);
    }
    Ok(records)
}
