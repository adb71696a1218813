//! Layouts with one column a candidate: whatever whole numbers are under a name that means nothing
//! else are the votes of the candidate whom the header names.

use std::ops::Range;
use std::sync::Arc;

use super::rows::ensure_whole;
use crate::election::{Candidate, Quantity, Score};
use crate::message;
use crate::site::import::results::column::Column;
use crate::site::import::results::naming::is_clerical;
use crate::site::import::results::number;
use crate::site::import::results::problem::Problem;
use crate::site::import::results::record::{Reader, Record};

/// One record a row.
pub fn records<'a>(reader: &mut Reader<'a>) -> Result<Vec<Record<'a>>, Problem> {
    let rows = reader.rows();
    for row in &rows {
        ensure_whole(reader, row)?;
    }
    let counts = reader.header.columns.iter().flatten();
    let counts = counts.filter(|(column, _)| matches!(column, Column::Count(_))).count();
    let mut records: Vec<Record<'_>> = rows.iter().map(|row| reader.record(row)).collect();
    let candidates = candidates(reader, &records);
    if candidates.is_empty() || counts == 0 {
        return Err(reader.header.unknown(reader.sheet, message!("import-missing-votes")));
    }
    for (row, record) in rows.into_iter().zip(&mut records) {
        record.tally.scores.reserve_exact(candidates.len());
        for (at, candidate) in &candidates {
            let votes = match reader.count(row, *at) {
                Ok(votes) => Some(votes),
                Err(problem) => {
                    record.unreadable.push(reader.unreadable(row, *at, problem));
                    None
                }
            };
            let candidate = candidate.clone();
            record.tally.scores.push(Score { candidate, votes, share: None });
        }
    }
    Ok(records)
}

/// The candidates and their columns; of two columns that are called alike, each has a name of its own.
fn candidates(reader: &mut Reader<'_>, records: &[Record<'_>]) -> Vec<(usize, Arc<Candidate>)> {
    let columns = block(reader, records);
    let header = reader.header;
    let mut candidates: Vec<(usize, Arc<Candidate>)> = Vec::new();
    for at in columns {
        let Some(name) = header.names.get(at) else { continue };
        let numbered = (2..).map(|number: u32| format!("{name} ({number})"));
        let is_free = |name: &String| candidates.iter().all(|(_, it)| it.name != *name);
        let name = std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or_default();
        candidates.push((at, reader.candidates.shared(Candidate::named(name))));
    }
    candidates
}

/// The columns that can be of candidates: mostly whole numbers, so that a single wrong cell is a
/// problem at its place and not the silent loss of a candidate, but none larger than whoever could
/// vote, and not the same in many rows: that is a year or a round.
fn possible(reader: &Reader<'_>, records: &[Record<'_>]) -> Vec<usize> {
    const MANY: usize = 8;
    let rows = reader.rows();
    let columns = reader.header.columns.iter().zip(&reader.header.names).enumerate();
    let nameless = columns
        .filter(|(_, (known, name))| known.is_none() && !name.is_empty() && !is_clerical(name));
    let is_possible = |at: &usize| {
        let votes: Vec<Option<u32>> = rows.iter().map(|row| number::count(row.get(*at))).collect();
        let whole = votes.iter().flatten().count();
        let too_many = votes.iter().zip(records).filter(|(votes, record)| {
            let most = [Quantity::Valid, Quantity::Voters, Quantity::Registered]
                .into_iter()
                .find_map(|quantity| record.tally.counts.get(quantity));
            votes.zip(most).is_some_and(|(votes, most)| votes > most)
        });
        let first = votes.first().copied().flatten();
        let is_constant =
            votes.len() >= MANY && first > Some(0) && votes.iter().all(|it| *it == first);
        whole > 0
            && whole * 2 >= rows.len()
            && too_many.count() * 2 < rows.len().max(1)
            && !is_constant
    };
    nameless.map(|(at, _)| at).filter(is_possible).collect()
}

/// The columns of the candidates. Where the valid votes are known, they are those that add up to
/// them: else the longest row of adjacent columns.
fn block(reader: &Reader<'_>, records: &[Record<'_>]) -> Vec<usize> {
    let all = possible(reader, records);
    let runs = runs(reader, &all);
    let longest = runs.iter().map(Range::len).max().unwrap_or_default();
    let is_longest = |run: &Range<usize>| run.len() == longest;
    let alone = runs.iter().filter(|run| is_longest(run)).count() == 1;
    let together = runs.iter().find(|run| alone && is_longest(run)).cloned();
    let together = together.map_or_else(|| all.clone(), |run| all[run].to_vec());
    let fits = |columns: &[usize]| add_up(reader, records, columns);
    if fits(&all) != Some(false) && runs.len() < 2 || fits(&all) == Some(true) {
        return all;
    }
    if fits(&together) != Some(false) {
        return together;
    }
    let without =
        |left: &usize| -> Vec<usize> { all.iter().copied().filter(|at| at != left).collect() };
    let mut fewer = all.iter().map(without).chain(
        together.iter().map(|left| together.iter().copied().filter(|at| at != left).collect()),
    );
    fewer.find(|columns: &Vec<usize>| fits(columns) == Some(true)).unwrap_or(all)
}

/// Columns that no count and no territory is between, as ranges of the given ones.
fn runs(reader: &Reader<'_>, all: &[usize]) -> Vec<Range<usize>> {
    let is_between = |column: &Option<(Column, Option<u32>)>| {
        matches!(column, Some((Column::Count(_) | Column::Territory(_), _)))
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (index, at) in all.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| all.get(before));
        let between = before.and_then(|before| reader.header.columns.get(*before..*at));
        let is_new = between.is_none_or(|columns| columns.iter().any(is_between));
        match runs.last_mut() {
            Some(run) if !is_new => run.end = index + 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

/// How many rows tell whether columns add up.
const ENOUGH_ROWS: usize = 2000;

/// Whether the columns add up to the valid votes in nearly every row; `None` where no row says how
/// many are valid.
fn add_up(reader: &Reader<'_>, records: &[Record<'_>], columns: &[usize]) -> Option<bool> {
    let rows = reader.rows();
    let (mut known, mut right) = (0_usize, 0_usize);
    for (row, record) in rows.into_iter().zip(records).take(ENOUGH_ROWS) {
        let Some(valid) = record.tally.figures().get(Quantity::Valid) else { continue };
        let votes = columns.iter().filter_map(|at| number::count(row.get(*at)));
        known += 1;
        right += usize::from(votes.map(u64::from).sum::<u64>() == u64::from(valid.count));
    }
    (known > 0).then_some(right * 10 >= known * 9)
}
