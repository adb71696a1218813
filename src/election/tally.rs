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
    /// Voters of an assembly who chose neither for nor against, which is no abstention of the registered.
    Abstaining,
}

impl Quantity {
    /// Every quantity of official results, in the order in which a table shows them.
    pub const ALL: [Self; 7] = [
        Self::Registered,
        Self::Abstentions,
        Self::Voters,
        Self::Blank,
        Self::Null,
        Self::BlankAndNull,
        Self::Valid,
    ];

    /// What each total is the sum of, innermost first; those who abstain in an assembly are voters too.
    pub(super) const SUMS: [(Self, [Self; 2]); 3] = [
        (Self::BlankAndNull, [Self::Blank, Self::Null]),
        (Self::Voters, [Self::Valid, Self::BlankAndNull]),
        (Self::Registered, [Self::Voters, Self::Abstentions]),
    ];

    /// What is a part of what, nearest first.
    pub(super) const PARTS: [(Self, Self); 14] = [
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
        (Self::Abstaining, Self::Voters),
        (Self::Abstaining, Self::Registered),
    ];

    /// How many there are, those beyond official results included.
    const COUNT: usize = 8;
}

/// The counts that were published; what was not is `None`. Served as those of [`Quantity::ALL`], and what else
/// there is behind them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Option<u32>>", into = "Vec<Option<u32>>")]
pub struct Counts([Option<u32>; Quantity::COUNT]);

impl From<Vec<Option<u32>>> for Counts {
    fn from(served: Vec<Option<u32>>) -> Self {
        let mut counts = Self::default();
        counts.0.iter_mut().zip(served).for_each(|(count, served)| *count = served);
        counts
    }
}

impl From<Counts> for Vec<Option<u32>> {
    fn from(counts: Counts) -> Self {
        let known = counts.0.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        counts.0[..known.max(Quantity::ALL.len())].to_vec()
    }
}

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
    /// So many names at most: shares are of the ballots ([`Base::Ballots`]).
    UpTo(u16),
}

impl Ballot {
    /// Whether the votes are the valid votes.
    pub fn is_one_choice(&self) -> bool {
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
pub struct Figures([Option<Figure>; Quantity::COUNT]);

impl Figures {
    /// The figure, if it is known.
    pub const fn get(&self, quantity: Quantity) -> Option<Figure> {
        self.0[quantity as usize]
    }

    /// What the voters did: valid, and blank and null, which are one figure only where they are not known apart, and
    /// abstaining where that is counted. `None` where they are not all of the voters.
    pub fn ballots(&self) -> Option<Vec<(Quantity, u32)>> {
        let count = |quantity| self.get(quantity).map(|figure| figure.count);
        let known = |quantities: &[Quantity]| -> Option<Vec<(Quantity, u32)>> {
            quantities.iter().map(|quantity| Some((*quantity, count(*quantity)?))).collect()
        };
        let mut ballots = known(&[Quantity::Valid, Quantity::Blank, Quantity::Null])
            .or_else(|| known(&[Quantity::Valid, Quantity::BlankAndNull]))?;
        ballots.extend(known(&[Quantity::Abstaining]).into_iter().flatten());
        let sum: u32 = ballots.iter().map(|(_, count)| count).sum();
        (count(Quantity::Voters) == Some(sum)).then_some(ballots)
    }

    /// The count that shares of this base are taken of.
    pub fn base(&self, base: Base) -> Option<u32> {
        let quantity = match base {
            Base::Registered => Quantity::Registered,
            Base::Voters => Quantity::Voters,
            Base::Valid | Base::Ballots => Quantity::Valid,
        };
        self.get(quantity).map(|figure| figure.count)
    }

    fn set(&mut self, quantity: Quantity, count: u32, from: [Origin; 2]) {
        let origin = from[0].max(from[1]).max(Origin::Derived);
        self.0[quantity as usize] = Some(Figure { count, origin });
    }

    /// What a total has besides its two parts: those who abstain are voters.
    pub(super) fn others(&self, total: Quantity) -> u32 {
        let abstaining = self.get(Quantity::Abstaining).filter(|_| total == Quantity::Voters);
        abstaining.map_or(0, |figure| figure.count)
    }

    /// Solves each sum that lacks one term until nothing more follows.
    fn derive(&mut self) {
        loop {
            let before = *self;
            for (total, [left, right]) in Quantity::SUMS {
                let others = self.others(total);
                let rest = |sum: Figure, part: Figure| {
                    sum.count.checked_sub(others).and_then(|sum| sum.checked_sub(part.count))
                };
                match (self.get(total), self.get(left), self.get(right)) {
                    (None, Some(a), Some(b)) => {
                        let sum = a.count.checked_add(b.count);
                        if let Some(sum) = sum.and_then(|sum| sum.checked_add(others)) {
                            self.set(total, sum, [a.origin, b.origin]);
                        }
                    }
                    (Some(sum), Some(a), None) => {
                        if let Some(rest) = rest(sum, a) {
                            self.set(right, rest, [sum.origin, a.origin]);
                        }
                    }
                    (Some(sum), None, Some(b)) => {
                        if let Some(rest) = rest(sum, b) {
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
        for (figure, count) in figures.0.iter_mut().zip(self.counts.0) {
            *figure = count.map(|count| Figure { count, origin: Origin::Published });
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
    /// for that base. Of ballots with several names there are no shares of the valid votes.
    pub fn share(&self, candidate: usize, base: Base) -> Option<Share> {
        let score = self.scores.get(candidate)?;
        let other = if let Ballot::UpTo(_) = self.ballot { Base::Valid } else { Base::Ballots };
        if base == other {
            return None;
        }
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
        if self.scores.is_empty() || !self.ballot.is_one_choice() {
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
    fn who_abstains_in_an_assembly_has_voted_and_is_in_no_base() {
        let counts = [(Quantity::Voters, 54), (Quantity::Abstaining, 9)];
        let motion = tally(&counts, &[38, 7]);
        let count = |quantity| motion.figures().get(quantity).map(|figure| figure.count);
        assert_eq!(count(Quantity::Valid), Some(45));
        assert_eq!(count(Quantity::BlankAndNull), Some(0));
        assert_eq!(motion.share(0, Base::Valid).map(Share::hundredths), Some(8444));
        assert_eq!(motion.contradictions(), []);
        let parts = [(Quantity::Valid, 45), (Quantity::BlankAndNull, 0), (Quantity::Abstaining, 9)];
        assert_eq!(motion.figures().ballots(), Some(parts.to_vec()));
    }

    #[test]
    fn counts_are_served_as_they_were_unless_somebody_abstains() {
        let served = |counts: &[(Quantity, u32)]| serde_json::to_string(&tally(counts, &[]).counts);
        let known = [(Quantity::Voters, 54), (Quantity::Abstaining, 9)];
        assert_eq!(served(&known[..1]).unwrap(), "[null,null,54,null,null,null,null]");
        let all = served(&known).unwrap();
        assert_eq!(all, "[null,null,54,null,null,null,null,9]");
        assert_eq!(serde_json::from_str::<Counts>(&all).unwrap(), tally(&known, &[]).counts);
    }

    #[test]
    fn several_names_have_shares_of_the_ballots() {
        let counts = [(Quantity::Voters, 54), (Quantity::Null, 2), (Quantity::Blank, 0)];
        let council = Tally { ballot: Ballot::UpTo(5), ..tally(&counts, &[48, 40]) };
        assert_eq!(council.share(0, Base::Ballots).map(Share::hundredths), Some(9231));
        assert_eq!(council.share(0, Base::Voters).map(Share::hundredths), Some(8889));
        assert_eq!(council.share(0, Base::Valid), None);
        assert_eq!(tally(&counts, &[30, 22]).share(0, Base::Ballots), None);
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
