//! The ministry's layout of 2024: the columns of each candidate bear a number, `Voix 3`.
//! Programs that read tables number them too, from the second: `Voix`, `Voix.1`. Not
//! every number need be used.

use std::collections::BTreeMap;

use super::rows::ensure_whole;
use crate::site::import::results::column::{Column, Field, Group};
use crate::site::import::results::problem::Problem;
use crate::site::import::results::record::{Reader, Record};

/// One record a row.
pub fn records<'a>(reader: &mut Reader<'a>) -> Result<Vec<Record<'a>>, Problem> {
    // The group without a number comes first, if it is one.
    let mut groups: BTreeMap<Option<u32>, Group> = BTreeMap::new();
    for (at, known) in reader.header.columns.iter().enumerate() {
        if let Some((Column::Candidate(field), number)) = known {
            groups.entry(*number).or_default().push((*field, at));
        }
    }
    groups.retain(|_, group| group.iter().any(|(field, _)| *field == Field::Votes));
    let mut records = Vec::new();
    for row in reader.rows() {
        ensure_whole(reader, row)?;
        let mut record = reader.record(row);
        for group in groups.values() {
            reader.add(&mut record, row, group);
        }
        reader.tell_apart(&mut record);
        records.push(record);
    }
    Ok(records)
}
