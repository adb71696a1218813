//! Sums: territories added up to larger ones, and candidates to their nuances.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::candidate::Candidate;
use super::level_results::{LevelResults, TerritoryResult};
use super::missing::Refused;
use super::nuance::{WITHOUT_NUANCE, nuance};
use super::tally::{Ballot, Counts, Quantity, Score, Tally};
use super::territory::{Level, Place};

/// Where a candidate must stand to have a sum of votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// In every territory.
    Everywhere,
    /// In some of them: nobody bears every nuance everywhere.
    Somewhere,
}

impl LevelResults {
    /// The sums of these territories in each territory of a larger level, with the refused rows that
    /// each of them lacks.
    ///
    /// A count that is unknown in one territory is unknown in its sum. `None` where territories of
    /// one sum do not have the same candidates although they should, where votes are missing, or
    /// where a code does not say in which territory it lies.
    pub fn summed(&self, level: Level, presence: Presence) -> Option<Self> {
        let code = |child: &TerritoryResult| child.place.code_within(level);
        let sums = self.sums_by(level, code, presence)?;
        let inside = |row: &Refused| row.code_within(level).filter(|it| sums.contains_key(it));
        let (found, refused): (Vec<_>, Vec<_>) =
            self.refused.iter().cloned().partition(|row| inside(row).is_some());
        let mut sums = sums;
        for row in found {
            let sum = row.code_within(level).and_then(|code| sums.get_mut(&code));
            if let Some(sum) = sum {
                sum.missing.refused.push(row);
            }
        }
        Some(Self { level, territories: sums.into_values().collect(), refused })
    }

    /// The sums of these territories by the codes that they are given, in the order of the codes.
    pub(super) fn sums_by(
        &self,
        level: Level,
        code: impl Fn(&TerritoryResult) -> Option<String>,
        presence: Presence,
    ) -> Option<BTreeMap<String, TerritoryResult>> {
        let mut sums: BTreeMap<String, TerritoryResult> = BTreeMap::new();
        for child in &self.territories {
            let code = code(child)?;
            let stations = child.stations.or((self.level == Level::Station).then_some(1));
            if let Some(sum) = sums.get_mut(&code) {
                sum.tally.add(&child.tally, presence)?;
                sum.stations = sum.stations.zip(stations).and_then(|(a, b)| a.checked_add(b));
                sum.missing.add(&child.missing);
                continue;
            }
            child.tally.scores.iter().try_for_each(|score| score.votes.map(|_| ()))?;
            let name = child.commune.clone().filter(|_| level == Level::Commune);
            let mut tally = child.tally.clone();
            tally.scores.iter_mut().for_each(|score| score.share = None);
            let mut sum = TerritoryResult {
                stations,
                ..TerritoryResult::new(Place::named(level, &code, name), tally)
            };
            sum.missing.add(&child.missing);
            sums.insert(code, sum);
        }
        Some(sums)
    }

    /// The same territories with the votes of candidates of one nuance added up.
    ///
    /// Where ballots have several names, votes are not of one measure with those of lists: these
    /// territories are left out. `None` where nobody has a nuance, or where votes are missing.
    pub fn by_nuance(&self) -> Option<Self> {
        let one_choice =
            || self.territories.iter().filter(|it| it.tally.ballot == Ballot::OneChoice);
        let scores = || one_choice().flat_map(|territory| &territory.tally.scores);
        if !scores().any(|score| score.candidate.nuance.is_some()) {
            return None;
        }
        let mut groups: BTreeMap<String, Arc<Candidate>> = BTreeMap::new();
        for candidate in scores().map(|score| &score.candidate) {
            let group = group(candidate);
            groups.entry(group.name.clone()).or_insert_with(|| Arc::new(group));
        }
        let territory = |territory: &TerritoryResult| {
            let mut votes: BTreeMap<String, u32> = BTreeMap::new();
            for score in &territory.tally.scores {
                let sum = votes.entry(group(&score.candidate).name).or_default();
                *sum = sum.checked_add(score.votes?)?;
            }
            // A nuance that nobody bears here has no votes, which is not none.
            let score = |group: &Arc<Candidate>| {
                let votes = Some(*votes.get(&group.name)?);
                Some(Score { candidate: group.clone(), votes, share: None })
            };
            let scores = groups.values().filter_map(score).collect();
            let tally = Tally { scores, ..territory.tally.clone() };
            Some(TerritoryResult { tally, ..territory.clone() })
        };
        let territories: Option<Vec<TerritoryResult>> = one_choice().map(territory).collect();
        Some(Self { level: self.level, territories: territories?, refused: self.refused.clone() })
    }
}

/// Whom a candidate’s votes are added up with: everyone of the same nuance.
pub fn group(candidate: &Candidate) -> Candidate {
    let code = candidate.nuance.as_deref().unwrap_or_default();
    match nuance(code) {
        None => Candidate { nuance: Some(code.to_owned()), ..Candidate::named(code) },
        Some(nuance) if *nuance == WITHOUT_NUANCE => Candidate::named("Sans nuance"),
        Some(nuance) => {
            Candidate { nuance: Some(nuance.code.to_owned()), ..Candidate::named(nuance.name) }
        }
    }
}

impl Tally {
    /// Adds the tally of another territory; `None` where candidates differ although they should not,
    /// or votes are missing.
    pub fn add(&mut self, other: &Self, presence: Presence) -> Option<()> {
        let differs = self.scores.len() != other.scores.len();
        if differs && presence == Presence::Everywhere || other.ballot != self.ballot {
            return None;
        }
        for (index, score) in other.scores.iter().enumerate() {
            let votes = score.votes?;
            // Most sources list candidates in one order.
            let same =
                |at: &usize| self.scores.get(*at).is_some_and(|it| it.candidate == score.candidate);
            match Some(index).filter(same).or_else(|| (0..self.scores.len()).find(same)) {
                Some(at) => {
                    let sum = self.scores.get_mut(at)?;
                    sum.votes = Some(sum.votes?.checked_add(votes)?);
                    sum.share = None;
                }
                None if presence == Presence::Everywhere => return None,
                None => self.scores.push(Score { share: None, ..score.clone() }),
            }
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

    fn commune(code: &str, registered: Option<u32>, votes: &[(&str, u32)]) -> TerritoryResult {
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
        TerritoryResult::new(Place::named(Level::Commune, code, None), tally)
    }

    fn sum(territories: Vec<TerritoryResult>) -> Option<Tally> {
        let sums = LevelResults::new(Level::Commune, territories)
            .summed(Level::Department, Presence::Everywhere)?;
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
