//! Layouts with one column a candidate: whatever whole numbers stand under a name that means nothing
//! else are the votes of the candidate whom the header names. It must not know any candidate.

use std::sync::Arc;

use super::ensure_whole;
use crate::election::{Candidate, Score};
use crate::site::import::mistake::Mistake;
use crate::site::import::number;
use crate::site::import::record::{Reader, Record};
use crate::site::import::vocabulary::Column;

/// One record a row.
pub fn records<'a>(reader: &mut Reader<'a>) -> Result<Vec<Record<'a>>, Mistake> {
    let candidates = candidates(reader);
    let counts = reader.header.columns.iter().flatten();
    let counts = counts.filter(|(column, _)| matches!(column, Column::Count(_))).count();
    if candidates.is_empty() || counts == 0 {
        let missing = "\"Inscrits\" or another count, and either \"Voix\", \"Voix 1\" or columns \
                       of whole numbers that bear the candidates' names";
        return Err(reader.header.unknown(reader.sheet, missing));
    }
    let mut records = Vec::new();
    for row in reader.rows() {
        ensure_whole(reader, row)?;
        let mut record = reader.record(row)?;
        record.tally.scores.reserve_exact(candidates.len());
        for (at, candidate) in &candidates {
            let votes = Some(reader.count(row, *at)?);
            let candidate = candidate.clone();
            record.tally.scores.push(Score { candidate, votes, share: None });
        }
        records.push(record);
    }
    Ok(records)
}

/// The columns of candidates: mostly whole numbers, so that a single wrong cell is an error at its
/// place and not the silent loss of a candidate.
fn candidates(reader: &mut Reader<'_>) -> Vec<(usize, Arc<Candidate>)> {
    let rows = reader.rows();
    let header = reader.header;
    let columns = header.columns.iter().zip(&header.names).enumerate();
    columns
        .filter(|(_, (known, name))| known.is_none() && !name.is_empty())
        .filter(|(at, _)| {
            let whole = rows.iter().filter(|row| number::count(row.get(*at)).is_some()).count();
            whole > 0 && whole * 2 >= rows.len()
        })
        .map(|(at, (_, name))| (at, reader.candidates.shared(Candidate::named(name))))
        .collect()
}
