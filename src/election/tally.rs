//! A tally: the figures of one territory in one round, as published, and what follows from them.
//! It must not guess: whatever is not a sum or a difference of published figures stays unknown.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::candidate::Candidate;
use super::share::{Base, Share};

/// The counts of a tally, besides each candidate's votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Inscrits: on the electoral roll; unknown in a primary.
    Registered,
    /// Abstentions: registered − voters.
    Abstentions,
    /// Votants: took part.
    Voters,
    /// Bulletins blancs.
    Blank,
    /// Bulletins nuls.
    Null,
    /// Blank and null as one figure, as they were published before 2014 and often since.
    BlankAndNull,
    /// Exprimés: voters − blank − null.
    Valid,
}

impl Quantity {
    /// Every quantity, in the order in which a table shows them.
    pub const ALL: [Self; 7] = [
        Self::Registered,
        Self::Abstentions,
        Self::Voters,
        Self::Blank,
        Self::Null,
        Self::BlankAndNull,
        Self::Valid,
    ];

    /// What each total is the sum of, innermost first.
    pub(super) const SUMS: [(Self, [Self; 2]); 3] = [
        (Self::BlankAndNull, [Self::Blank, Self::Null]),
        (Self::Voters, [Self::Valid, Self::BlankAndNull]),
        (Self::Registered, [Self::Voters, Self::Abstentions]),
    ];

    /// What is a part of what, nearest first.
    pub(super) const PARTS: [(Self, Self); 12] = [
        (Self::Blank, Self::BlankAndNull),
        (Self::Null, Self::BlankAndNull),
        (Self::BlankAndNull, Self::Voters),
        (Self::Valid, Self::Voters),
        (Self::Blank, Self::Voters),
        (Self::Null, Self::Voters),
        (Self::Voters, Self::Registered),
        (Self::Abstentions, Self::Registered),
        (Self::Valid, Self::Registered),
        (Self::BlankAndNull, Self::Registered),
        (Self::Blank, Self::Registered),
        (Self::Null, Self::Registered),
    ];
}

/// The counts that were published; what was not is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts([Option<u32>; 7]);

impl Counts {
    /// The published count, if any.
    pub const fn get(&self, quantity: Quantity) -> Option<u32> {
        self.0[quantity as usize]
    }

    /// These counts with one more (or one less).
    #[must_use]
    pub const fn with(mut self, quantity: Quantity, count: Option<u32>) -> Self {
        self.0[quantity as usize] = count;
        self
    }
}

/// What was published of one candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Whose score it is; shared by the tallies of all territories where they stand.
    pub candidate: Arc<Candidate>,
    /// Votes (voix).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<u32>,
    /// The published percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

impl Score {
    /// The candidate's name as a reader should see it.
    pub fn name(&self) -> &str {
        &self.candidate.name
    }
}

/// What a voter puts into the ballot box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ballot {
    /// One candidate, pair or list: the votes add up to the valid votes.
    #[default]
    OneChoice,
    /// As many names as there are seats, as in small communes until 2020: the votes add up to more
    /// than the valid votes.
    SeveralNames,
}

impl Ballot {
    fn is_one_choice(&self) -> bool {
        *self == Self::OneChoice
    }
}

/// What was published of one territory in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Everything but the candidates' votes.
    pub counts: Counts,
    /// How many names a ballot has.
    #[serde(default, skip_serializing_if = "Ballot::is_one_choice")]
    pub ballot: Ballot,
    /// The candidates, in the order of publication.
    pub scores: Vec<Score>,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It is in the source.
    Published,
    /// It is a sum or difference of published figures.
    Derived,
    /// It is the only whole number that fits published percentages.
    Reconstructed,
}

/// A count and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How many people or ballots.
    pub count: u32,
    /// How it is known.
    pub origin: Origin,
}

/// All that is known of a tally's counts once everything that can be derived is derived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures([Option<Figure>; 7]);

impl Figures {
    /// The figure, if it is known.
    pub const fn get(&self, quantity: Quantity) -> Option<Figure> {
        self.0[quantity as usize]
    }

    /// What the ballots of the voters were: valid, and blank and null, which are one figure only where they are
    /// not known apart. `None` where they are not all of the voters.
    pub fn ballots(&self) -> Option<Vec<(Quantity, u32)>> {
        let count = |quantity| self.get(quantity).map(|figure| figure.count);
        let known = |quantities: &[Quantity]| -> Option<Vec<(Quantity, u32)>> {
            quantities.iter().map(|quantity| Some((*quantity, count(*quantity)?))).collect()
        };
        let ballots = known(&[Quantity::Valid, Quantity::Blank, Quantity::Null])
            .or_else(|| known(&[Quantity::Valid, Quantity::BlankAndNull]))?;
        let sum: u32 = ballots.iter().map(|(_, count)| count).sum();
        (count(Quantity::Voters) == Some(sum)).then_some(ballots)
    }

    /// The count that shares of this base are taken of.
    pub fn base(&self, base: Base) -> Option<u32> {
        let quantity = match base {
            Base::Registered => Quantity::Registered,
            Base::Voters => Quantity::Voters,
            Base::Valid => Quantity::Valid,
        };
        self.get(quantity).map(|figure| figure.count)
    }

    fn set(&mut self, quantity: Quantity, count: u32, from: [Origin; 2]) {
        let origin = from[0].max(from[1]).max(Origin::Derived);
        self.0[quantity as usize] = Some(Figure { count, origin });
    }

    /// Solves each sum that lacks one term until nothing more follows.
    fn derive(&mut self) {
        loop {
            let before = *self;
            for (total, [left, right]) in Quantity::SUMS {
                match (self.get(total), self.get(left), self.get(right)) {
                    (None, Some(a), Some(b)) => {
                        if let Some(sum) = a.count.checked_add(b.count) {
                            self.set(total, sum, [a.origin, b.origin]);
                        }
                    }
                    (Some(sum), Some(a), None) => {
                        if let Some(rest) = sum.count.checked_sub(a.count) {
                            self.set(right, rest, [sum.origin, a.origin]);
                        }
                    }
                    (Some(sum), None, Some(b)) => {
                        if let Some(rest) = sum.count.checked_sub(b.count) {
                            self.set(left, rest, [sum.origin, b.origin]);
                        }
                    }
                    _ => {}
                }
            }
            if *self == before {
                return;
            }
        }
    }
}

impl Tally {
    /// Every count that is published or follows from published ones.
    pub fn figures(&self) -> Figures {
        self.figures_with(None)
    }

    /// The same, also using a reconstruction of the votes where the source has none.
    pub fn figures_with(&self, reconstruction: Option<&Reconstruction>) -> Figures {
        let mut figures = Figures::default();
        for quantity in Quantity::ALL {
            figures.0[quantity as usize] =
                self.counts.get(quantity).map(|count| Figure { count, origin: Origin::Published });
        }
        if figures.get(Quantity::Valid).is_none() {
            if let Some(votes) = self.sum_of_votes().and_then(|sum| u32::try_from(sum).ok()) {
                figures.set(Quantity::Valid, votes, [Origin::Derived; 2]);
            } else if let Some(reconstruction) = reconstruction {
                let origin = [Origin::Reconstructed; 2];
                figures.set(Quantity::Valid, reconstruction.valid, origin);
            }
        }
        figures.derive();
        figures
    }

    /// A candidate's share of `base`: computed from votes where they are known, else as published
    /// for that base.
    pub fn share(&self, candidate: usize, base: Base) -> Option<Share> {
        let score = self.scores.get(candidate)?;
        let published = || score.share.filter(|share| share.base() == base);
        let computed = || Share::of(score.votes?, self.figures().base(base)?, base);
        computed().or_else(published)
    }

    /// The same tally without seats, where those of its candidates are of another territory.
    #[must_use]
    pub fn without_seats(mut self) -> Self {
        for score in self.scores.iter_mut().filter(|score| score.candidate.seats.is_some()) {
            let without = Candidate { seats: None, ..Candidate::clone(&score.candidate) };
            score.candidate = Arc::new(without);
        }
        self
    }

    /// Whether the candidates' votes are all of the valid votes, where a ballot has one choice and these are
    /// known; nobody's votes never are.
    pub fn adds_up(&self) -> bool {
        let valid = self.counts.get(Quantity::Valid).map(u64::from);
        !self.scores.is_empty()
            && (valid.is_none() || self.sum_of_votes().is_none_or(|sum| Some(sum) == valid))
    }

    /// Sum of the candidates' votes, when each of them is known and they make up the valid votes.
    pub(super) fn sum_of_votes(&self) -> Option<u64> {
        if self.scores.is_empty() || self.ballot == Ballot::SeveralNames {
            return None;
        }
        self.scores.iter().map(|score| score.votes.map(u64::from)).sum()
    }
}

/// The only whole numbers that give the published percentages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconstruction {
    /// Valid votes.
    pub valid: u32,
    /// Votes of each candidate, in the order of [`Tally::scores`].
    pub votes: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(counts: &[(Quantity, u32)], votes: &[u32]) -> Tally {
        Tally {
            counts: counts.iter().fold(Counts::default(), |counts, (quantity, count)| {
                counts.with(*quantity, Some(*count))
            }),
            scores: votes
                .iter()
                .map(|votes| Score { candidate: Arc::default(), votes: Some(*votes), share: None })
                .collect(),
            ..Tally::default()
        }
    }

    #[test]
    fn votes_add_up_when_they_are_all_of_the_valid_votes() {
        let of = |valid, votes: &[u32]| tally(&[(Quantity::Valid, valid)], votes);
        assert!(of(1453, &[842, 611]).adds_up());
        assert!(!of(1453, &[842, 610]).adds_up(), "somebody is missing");
        assert!(!of(0, &[]).adds_up(), "nobody’s votes are no result");
        assert!(tally(&[], &[842, 611]).adds_up(), "nothing says otherwise");
        let names = Tally { ballot: Ballot::SeveralNames, ..of(100, &[80, 70]) };
        assert!(names.adds_up(), "a ballot has several names");
    }

    #[test]
    fn the_second_round_in_conflans_gives_its_valid_votes() {
        let tally = tally(&[(Quantity::Voters, 1473), (Quantity::BlankAndNull, 20)], &[842, 611]);
        let figures = tally.figures();
        assert_eq!(
            figures.get(Quantity::Valid),
            Some(Figure { count: 1453, origin: Origin::Derived })
        );
        assert_eq!(
            figures.get(Quantity::Voters),
            Some(Figure { count: 1473, origin: Origin::Published })
        );
        assert_eq!(figures.get(Quantity::Registered), None);
        assert_eq!(figures.get(Quantity::Blank), None);
        assert_eq!(tally.share(0, Base::Valid).map(Share::hundredths), Some(5795));
        assert_eq!(tally.share(0, Base::Voters).map(Share::hundredths), Some(5716));
        assert_eq!(tally.share(0, Base::Registered), None);
    }
}
