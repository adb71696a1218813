//! The ministry's layout until 2022: counts, then the same columns again for every candidate, whose
//! header is repeated or written only once.

use super::rows::{cut, ensure_whole};
use crate::site::import::results::column::{Column, Field, Group, fold};
use crate::site::import::results::header::Header;
use crate::site::import::results::problem::Problem;
use crate::site::import::results::record::{Reader, Record};
use crate::site::import::results::sheet::{Row, Unit};

/// The columns of the candidates.
struct Block {
    /// Where those of the first one begin.
    start: usize,
    /// How many each has, with the unknown ones.
    size: usize,
    /// What is known of the first one's.
    group: Group,
    /// How many candidates the header has, where other columns follow them.
    most: Option<usize>,
}

fn field(header: &Header, at: usize) -> Option<Field> {
    match header.columns.get(at).copied().flatten() {
        Some((Column::Candidate(field), None)) => Some(field),
        _ => None,
    }
}

/// Finds the columns of the candidates: from the first name that is repeated to its repetition, or to
/// the end of the header.
fn block(header: &Header) -> Option<Block> {
    let names: Vec<String> = header.names.iter().map(|name| fold(name)).collect();
    let of_candidate = (0..names.len()).filter(|at| field(header, *at).is_some());
    let again = |at: &usize| {
        let next = names.iter().skip(at + 1).position(|name| Some(name) == names.get(*at))?;
        Some((*at, next + 1))
    };
    let repeated = of_candidate.clone().find_map(|at| again(&at));
    let (mut start, size) = match repeated {
        Some(found) => found,
        None => of_candidate.clone().next().map(|start| (start, names.len() - start))?,
    };
    // An unknown column may be the first of each candidate's.
    let is_unknown = |at: usize| header.columns.get(at).is_some_and(Option::is_none);
    while repeated.is_some()
        && start > 0
        && is_unknown(start - 1)
        && names.get(start - 1) == names.get(start - 1 + size)
    {
        start -= 1;
    }
    let fields = (start..start + size).filter_map(|at| Some((field(header, at)?, at)));
    let group: Group = fields.collect();
    let first = names.get(start..start + size)?;
    let groups = names.get(start..)?.chunks(size).take_while(|names| *names == first).count();
    let most = (start + groups * size < names.len()).then_some(groups);
    let has_votes = group.iter().any(|(field, _)| *field == Field::Votes);
    has_votes.then_some(Block { start, size, group, most })
}

/// Whether the columns of a candidate are repeated, in the header or below it.
pub fn fits(reader: &Reader<'_>) -> bool {
    let header = reader.header;
    let Some(block) = block(header) else { return false };
    let votes = (0..header.columns.len()).filter(|at| field(header, *at) == Some(Field::Votes));
    let end = block.start + block.size;
    let is_counted = |known: &Option<(Column, Option<u32>)>| {
        matches!(known, Some((Column::Count(_) | Column::Territory(_), _)))
    };
    let after = header.columns.get(block.start..).unwrap_or_default();
    let nothing_after = header.names.len() == end && !after.iter().any(is_counted);
    let more = |row: &&Row| (end..row.cells.len()).any(|at| !row.get(at).is_empty());
    votes.count() > 1 || nothing_after && reader.rows().iter().any(more)
}

/// One record a row.
pub fn records<'a>(reader: &mut Reader<'a>) -> Result<Vec<Record<'a>>, Problem> {
    let Some(block) = block(reader.header) else { return Ok(Vec::new()) };
    let mut records = Vec::new();
    for row in reader.rows() {
        let groups = groups(reader, row, &block)?;
        let mut record = reader.record(row);
        for number in 0..groups {
            let behind = number * block.size;
            let group: Group =
                block.group.iter().map(|(field, at)| (*field, at + behind)).collect();
            reader.add(&mut record, row, &group);
        }
        reader.tell_apart(&mut record);
        records.push(record);
    }
    Ok(records)
}

/// How many candidates a row has.
///
/// # Errors
/// Says that the row is cut.
fn groups(reader: &Reader<'_>, row: &Row, block: &Block) -> Result<usize, Problem> {
    let cells = row.cells.len();
    let Block { start, size, .. } = *block;
    if let Some(most) = block.most {
        ensure_whole(reader, row)?;
        return Ok(most);
    }
    let groups = cells.saturating_sub(start) / size;
    let over = start + groups * size..cells;
    let is_over = over.clone().any(|at| !row.get(at).is_empty());
    match reader.sheet.unit {
        // Workbooks leave empty cells at the end out.
        Unit::Row => Ok(groups + usize::from(is_over)),
        _ if groups == 0 || is_over => Err(cut(reader, row, start + (groups + 1) * size)),
        _ => Ok(groups),
    }
}
