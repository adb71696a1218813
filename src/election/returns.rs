//! Returns: the tallies of many territories of one level in one round.
//! It must not know which file they came from.

use std::collections::HashSet;
use std::sync::Arc;

use super::candidate::Candidate;
use super::tally::{Counts, Quantity, Score, Tally};
use super::territory::{Level, Place};

/// The tallies of one level in one round, in the order of their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returns {
    /// The level of every territory.
    pub level: Level,
    /// The territories.
    pub territories: Vec<Return>,
    /// The rows of the source that are in none of these figures.
    pub refused: Vec<Refused>,
}

/// A row of a source that is in no figure: it contradicts itself, cannot be read, or does not say of
/// which territory it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its code, in the form of its level, where it is known.
    pub code: Option<String>,
    /// What the source calls it; its code or its row where it has no name.
    pub name: String,
    /// Code of the smallest larger territory in which it is known to lie: the commune of a station,
    /// else the département, else `FR`.
    pub within: String,
    /// Code of its circonscription, where the source says it: `7807`.
    pub circonscription: Option<String>,
    /// Inscrits, where the source says them.
    pub registered: Option<u32>,
    /// Why it was refused, as sentences for readers, in French.
    pub reason: String,
}

impl Refused {
    /// Whether it lies in this territory: a commune, a circonscription, a département, the country.
    pub fn lies_in(&self, place: &Place) -> bool {
        let within = match Place::whole(&self.within) {
            Some(whole) => whole,
            None => Place::named(Level::Commune, &self.within, None),
        };
        match place.level {
            Level::Circonscription => self.circonscription.as_ref() == Some(&place.code),
            level => within.code_within(level).as_ref() == Some(&place.code),
        }
    }
}

/// The tally of one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
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
}

impl Return {
    /// A tally of which nothing else is known.
    pub const fn new(place: Place, tally: Tally) -> Self {
        let differences = Vec::new();
        Self { place, commune: None, circonscription: None, stations: None, tally, differences }
    }
}

impl Returns {
    /// Territories of a source of which every row was read.
    pub const fn new(level: Level, territories: Vec<Return>) -> Self {
        Self { level, territories, refused: Vec::new() }
    }

    /// The territory with this code.
    pub fn find(&self, code: &str) -> Option<&Return> {
        self.territories.get(self.position(code)?)
    }

    /// Where the territory with this code is.
    pub fn position(&self, code: &str) -> Option<usize> {
        let order = |other: &Return| other.place.code.as_str().cmp(code);
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

impl Tally {
    /// Adds the tally of another territory; `None` where candidates differ or votes are missing.
    pub fn add(&mut self, other: &Self) -> Option<()> {
        if self.scores.len() != other.scores.len() || other.ballot != self.ballot {
            return None;
        }
        for (index, score) in self.scores.iter_mut().enumerate() {
            // Most sources list candidates in one order.
            let same = |other: &&Score| other.candidate == score.candidate;
            let mut others = other.scores.get(index).into_iter().chain(&other.scores);
            let votes = others.find(same)?.votes?;
            score.votes = Some(score.votes?.checked_add(votes)?);
            score.share = None;
        }
        self.counts = Quantity::ALL.into_iter().fold(Counts::default(), |counts, quantity| {
            let both = self.counts.get(quantity).zip(other.counts.get(quantity));
            counts.with(quantity, both.and_then(|(a, b)| a.checked_add(b)))
        });
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(code: &str, registered: Option<u32>, votes: &[(&str, u32)]) -> Return {
        let score = |(name, votes): &(&str, u32)| Score {
            candidate: Arc::new(Candidate::named(*name)),
            votes: Some(*votes),
            share: None,
        };
        let tally = Tally {
            counts: Counts::default().with(Quantity::Registered, registered),
            scores: votes.iter().map(score).collect(),
            ..Tally::default()
        };
        Return::new(Place::named(Level::Commune, code, None), tally)
    }

    fn sum(territories: Vec<Return>) -> Option<Tally> {
        let sums = Returns::new(Level::Commune, territories).summed(Level::Department)?;
        sums.territories.into_iter().next().map(|sum| sum.tally)
    }

    #[test]
    fn a_sum_finds_candidates_by_who_they_are() {
        let territories = vec![
            commune("78001", Some(10), &[("A", 1), ("B", 5)]),
            commune("78002", Some(20), &[("B", 7), ("A", 2)]),
        ];
        let sum = sum(territories).unwrap();
        let scores: Vec<_> = sum.scores.iter().map(|score| (score.name(), score.votes)).collect();
        assert_eq!(scores, [("A", Some(3)), ("B", Some(12))]);
        assert_eq!(sum.counts.get(Quantity::Registered), Some(30));
    }

    #[test]
    fn what_is_unknown_somewhere_is_unknown_in_the_sum() {
        let territories =
            vec![commune("78001", Some(10), &[("A", 1)]), commune("78002", None, &[("A", 2)])];
        let sum = sum(territories).unwrap();
        assert_eq!(sum.counts.get(Quantity::Registered), None);
    }

    #[test]
    fn other_candidates_make_no_sum() {
        let territories =
            vec![commune("78001", None, &[("A", 1)]), commune("78002", None, &[("B", 2)])];
        assert_eq!(sum(territories), None);
        assert_eq!(sum(Vec::new()), None);
    }
}
