//! Layouts with one row a candidate: the counts of the territory are repeated in each of its rows.
//! It must not expect the rows of a territory to follow each other.

use std::collections::HashMap;

use super::rows::ensure_whole;
use crate::election::Ballot;
use crate::message;
use crate::site::import::results::difference::Difference;
use crate::site::import::results::problem::Problem;
use crate::site::import::results::record::{Part, Reader, Record};

/// One record a territory.
pub fn records<'a>(reader: &mut Reader<'a>) -> Result<Vec<Record<'a>>, Problem> {
    let group = reader.header.group();
    let mut records: Vec<Record<'_>> = Vec::new();
    let mut known = HashMap::new();
    for row in reader.rows() {
        ensure_whole(reader, row)?;
        let mut record = reader.record(row);
        reader.add(&mut record, row, &group);
        let key: Vec<&str> = record.territory.iter().map(|(_, text)| *text).collect();
        match known.get(&key).and_then(|at: &usize| records.get_mut(*at)) {
            Some(first) => join(reader, first, record),
            None => {
                known.insert(key, records.len());
                records.push(record);
            }
        }
    }
    Ok(records)
}

/// Adds the candidate of one row to the territory's record.
fn join<'a>(reader: &Reader<'a>, first: &mut Record<'a>, next: Record<'a>) {
    let place = reader.sheet.row(next.row);
    first.unreadable.extend(next.unreadable);
    if first.tally.counts != next.tally.counts {
        let before = reader.sheet.row(first.row);
        let message = message!("import-other-counts", place = place.clone(), before = before);
        let sentence = "La source indique plusieurs totaux pour ce territoire.";
        first.unreadable.push(Difference::new(message, sentence));
    }
    let before = first.tally.scores.len();
    for score in next.tally.scores {
        if first.tally.scores.iter().any(|known| known.candidate == score.candidate) {
            let name = score.name();
            let message = message!("import-candidate-twice", place = place.clone(), name = name);
            let sentence = format!("La source indique deux fois {name} pour ce territoire.");
            first.unreadable.push(Difference::new(message, sentence));
        }
        first.tally.scores.push(score);
    }
    if next.tally.ballot == Ballot::SeveralNames {
        first.tally.ballot = Ballot::SeveralNames;
    }
    first.printed.extend(next.printed.into_iter().filter_map(|mut printed| match printed.part {
        // The counts' percentages were read with the first row.
        Part::Count(_) => None,
        Part::Votes(at) => {
            printed.part = Part::Votes(before + at);
            Some(printed)
        }
    }));
}
