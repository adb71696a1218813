//! Results: the tallies of many territories of one level in one round.

use std::collections::HashSet;
use std::sync::Arc;

use super::candidate::Candidate;
use super::missing::{Missing, Refused};
use super::tally::{Score, Tally};
use super::territory::{Level, Place};

/// The tallies of one level in one round, in the order of their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelResults {
    /// The level of every territory.
    pub level: Level,
    /// The territories.
    pub territories: Vec<TerritoryResult>,
    /// The rows of the source that are in none of these figures.
    pub refused: Vec<Refused>,
}

/// The tally of one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerritoryResult {
    /// The territory.
    pub place: Place,
    /// Name of the commune that a station lies in, where the source says it.
    pub commune: Option<String>,
    /// Code of the circonscription that it lies in, where the source says it: `7807`.
    pub circonscription: Option<String>,
    /// How many polling stations were published as this one, where the source says it.
    pub stations: Option<u16>,
    /// What was published.
    pub tally: Tally,
    /// Differences inside this row that an editor accepted: what was printed, and what the other
    /// figures make. Shown to readers.
    pub differences: Vec<String>,
    /// What the tally lacks, where it is a sum.
    pub missing: Missing,
    /// What the children lack of this tally, where it is no sum of them.
    pub missing_in_children: Missing,
}

impl TerritoryResult {
    /// A tally of which nothing else is known.
    pub const fn new(place: Place, tally: Tally) -> Self {
        const NOTHING: Missing = Missing {
            refused: Vec::new(),
            territories: Vec::new(),
            shortfalls: Vec::new(),
            evidence: None,
        };
        Self {
            place,
            commune: None,
            circonscription: None,
            stations: None,
            tally,
            differences: Vec::new(),
            missing: NOTHING,
            missing_in_children: NOTHING,
        }
    }
}

impl LevelResults {
    /// Territories of a source of which every row was read.
    pub const fn new(level: Level, territories: Vec<TerritoryResult>) -> Self {
        Self { level, territories, refused: Vec::new() }
    }

    /// Whether the seats of candidates are those of each territory. Where several territories have the
    /// same candidates with the same seats, these are of the whole in which they were shared.
    pub fn have_own_seats(&self) -> bool {
        match &self.territories[..] {
            _ if self.level == Level::Country => true,
            [_] => matches!(self.level, Level::Commune | Level::Region),
            [first, others @ ..] => {
                fn seats(it: &Score) -> (&str, Option<u16>) {
                    (&it.candidate.name, it.candidate.seats)
                }
                let same = |other: &TerritoryResult| {
                    let (own, other) = (first.tally.scores.iter(), other.tally.scores.iter());
                    own.map(seats).eq(other.map(seats))
                };
                !others.iter().all(same)
            }
            [] => false,
        }
    }

    /// The territory with this code.
    pub fn find(&self, code: &str) -> Option<&TerritoryResult> {
        self.territories.get(self.position(code)?)
    }

    /// Where the territory with this code is.
    pub fn position(&self, code: &str) -> Option<usize> {
        let order = |other: &TerritoryResult| other.place.code.as_str().cmp(code);
        self.territories.binary_search_by(order).ok()
    }

    /// How many different candidates stand in all of them.
    pub fn candidates(&self) -> usize {
        let mut known: HashSet<&Candidate> = HashSet::new();
        let mut before: &[Score] = &[];
        for territory in &self.territories {
            let scores = &territory.tally.scores;
            // Most sources list candidates in one order.
            let same = |at: usize, score: &Score| {
                before.get(at).is_some_and(|known| Arc::ptr_eq(&known.candidate, &score.candidate))
            };
            let new = scores.iter().enumerate().filter(|(at, score)| !same(*at, score));
            known.extend(new.map(|(_, score)| &*score.candidate));
            before = scores;
        }
        known.len()
    }
}
