//! Rows that are sums of the others: they are no territories, but check what was read.

use super::column::TerritoryColumn;
use super::record::Record;
use crate::election::{Counts, Quantity};
use crate::message;
use crate::site::messages::Message;
use crate::words;

/// What the rows so far add up to.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    rows: usize,
    all: [u64; 7],
    /// Those since the last sum.
    since: [u64; 7],
}

/// Words with which the name of a sum begins. (The Somme is a département.)
const WORDS: [&str; 4] = ["total", "totaux", "sous total", "cumul"];

impl Sums {
    /// Adds the counts of a row that is none.
    pub fn add(&mut self, record: &Record<'_>) {
        self.rows += 1;
        for (at, quantity) in Quantity::ALL.into_iter().enumerate() {
            let count = u64::from(record.tally.counts.get(quantity).unwrap_or_default());
            for sums in [&mut self.all, &mut self.since] {
                if let Some(sum) = sums.get_mut(at) {
                    *sum += count;
                }
            }
        }
    }

    /// What a row that is a sum says, unless it is none: it is called so, or has no known code and
    /// the figures of all rows before it.
    pub fn told_by(&mut self, record: &Record<'_>, has_place: bool) -> Option<Message> {
        let name = record.territory.iter().filter(|(kind, _)| *kind != TerritoryColumn::Stations);
        let name = name.map(|(_, text)| *text).find(|text| is_sum(text));
        let counts = &record.tally.counts;
        let equal = [&self.all, &self.since].into_iter().any(|sums| equals(counts, sums));
        if name.is_none() && (has_place || !equal || self.rows < 2) {
            return None;
        }
        let registered = self.all.first().copied().unwrap_or_default();
        self.since = [0; 7];
        let name = name.map_or(message!("import-row-without-code"), Message::from);
        Some(match counts.get(Quantity::Registered) {
            Some(count) if !equal => {
                let (count, rows) = (count.to_string(), registered.to_string());
                message!("import-other-sum", name = name, count = count, rows = rows)
            }
            _ if equal => message!("import-equal-sum", name = name),
            _ => message!("import-sum", name = name),
        })
    }
}

fn is_sum(text: &str) -> bool {
    let folded = words::fold(text);
    let begins = |word: &&str| {
        folded.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    WORDS.iter().any(begins) || folded == "france entiere"
}

/// Whether all counts that a row has are these sums, and there are two that are not zero.
fn equals(counts: &Counts, sums: &[u64; 7]) -> bool {
    let pairs = Quantity::ALL.into_iter().zip(sums);
    let known = pairs.filter_map(|(quantity, sum)| Some((u64::from(counts.get(quantity)?), *sum)));
    let known: Vec<(u64, u64)> = known.collect();
    known.iter().all(|(count, sum)| count == sum)
        && known.iter().filter(|(count, _)| *count > 0).count() > 1
}
