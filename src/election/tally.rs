//! A tally: the figures of one territory in one round, as published, and what follows from them.
//! It must not guess: whatever is not a sum or a difference of published figures stays unknown.

use serde::{Deserialize, Serialize};

use super::reconstruction::{Reconstruction, Search, search};
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
    const SUMS: [(Self, [Self; 2]); 3] = [
        (Self::BlankAndNull, [Self::Blank, Self::Null]),
        (Self::Voters, [Self::Valid, Self::BlankAndNull]),
        (Self::Registered, [Self::Voters, Self::Abstentions]),
    ];

    /// What is a part of what, nearest first.
    const PARTS: [(Self, Self); 12] = [
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
    /// The candidate's name as a reader should see it.
    pub name: String,
    /// Votes (voix).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<u32>,
    /// The published percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

/// What was published of one territory in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Everything but the candidates' votes.
    pub counts: Counts,
    /// The candidates, in the order of publication.
    pub scores: Vec<Score>,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It stands in the source.
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

/// Two published figures that cannot both be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// A total is not the sum of its parts.
    Sum {
        /// The total, as published or derived.
        total: (Quantity, u32),
        /// Its parts.
        parts: [(Quantity, u32); 2],
    },
    /// A part is larger than the whole that contains it.
    Exceeds {
        /// The part.
        part: (Quantity, u32),
        /// The whole.
        whole: (Quantity, u32),
    },
    /// The candidates' votes do not add up to the valid votes, or those that are known are already
    /// more than could be cast.
    Votes {
        /// What they should add up to, or cannot exceed.
        whole: (Quantity, u32),
        /// Sum of the known votes.
        sum: u64,
    },
    /// No whole votes of any possible total give the published percentages.
    Impossible,
    /// The published percentages of one base do not add up to 100, even allowing for rounding.
    Shares {
        /// Their sum in hundredths of a point.
        sum: u32,
        /// By how many hundredths rounding alone can move the sum.
        tolerance: u32,
    },
    /// A candidate's votes and published percentage contradict each other.
    Share {
        /// Index of the candidate in [`Tally::scores`].
        candidate: usize,
        /// What was published.
        published: Share,
        /// What the votes make.
        computed: Share,
    },
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

    /// Sum of the candidates' votes, when each of them is known.
    fn sum_of_votes(&self) -> Option<u64> {
        if self.scores.is_empty() {
            return None;
        }
        self.scores.iter().map(|score| score.votes.map(u64::from)).sum()
    }

    /// Every pair of published figures that cannot both be true.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let figures = self.figures();
        let mut found = Vec::new();
        self.contradictory_sums(&figures, &mut found);
        if found.is_empty() {
            self.contradictory_votes(&figures, &mut found);
        }
        self.contradictory_shares(&figures, &mut found);
        if found.is_empty() && search(self) == Search::Nothing {
            found.push(Contradiction::Impossible);
        }
        found
    }

    fn contradictory_sums(&self, figures: &Figures, found: &mut Vec<Contradiction>) {
        let count = |quantity| figures.get(quantity).map(|figure| (quantity, figure.count));
        for (total, parts) in Quantity::SUMS {
            if let (Some(whole), [Some(a), Some(b)]) = (count(total), parts.map(count))
                && u64::from(a.1) + u64::from(b.1) != u64::from(whole.1)
            {
                found.push(Contradiction::Sum { total: whole, parts: [a, b] });
            }
        }
        if !found.is_empty() {
            return;
        }
        for (part, whole) in Quantity::PARTS {
            if let (Some(part), Some(whole)) = (count(part), count(whole))
                && part.1 > whole.1
            {
                found.push(Contradiction::Exceeds { part, whole });
            }
        }
    }

    fn contradictory_votes(&self, figures: &Figures, found: &mut Vec<Contradiction>) {
        let sum: u64 = self.scores.iter().filter_map(|score| score.votes).map(u64::from).sum();
        let complete = self.sum_of_votes().is_some();
        for quantity in [Quantity::Valid, Quantity::Voters, Quantity::Registered] {
            let Some(count) = figures.get(quantity).map(|figure| figure.count) else { continue };
            // Where `valid` itself was derived from the votes, they agree.
            let differ = quantity == Quantity::Valid && complete && sum != u64::from(count);
            if sum > u64::from(count) || differ {
                found.push(Contradiction::Votes { whole: (quantity, count), sum });
                return;
            }
        }
    }

    fn contradictory_shares(&self, figures: &Figures, found: &mut Vec<Contradiction>) {
        for (candidate, score) in self.scores.iter().enumerate() {
            let Some(published) = score.share else { continue };
            let base = published.base();
            let whole = score.votes.zip(figures.base(base));
            let computed = whole.and_then(|(votes, whole)| Share::of(votes, whole, base));
            if let Some(computed) = computed.filter(|computed| *computed != published) {
                found.push(Contradiction::Share { candidate, published, computed });
            }
        }
        let shares: Vec<Share> = self.scores.iter().filter_map(|score| score.share).collect();
        let sum: u32 = shares.iter().map(|share| share.hundredths()).sum();
        // Each share was rounded by at most half a hundredth.
        let tolerance = shares.len() as u32 / 2;
        // Only the valid votes are all for somebody; of any base no more than all can be.
        let all = shares.len() == self.scores.len()
            && !shares.is_empty()
            && shares.iter().all(|share| share.base() == Base::Valid);
        if sum > 10_000 + tolerance || all && sum + tolerance < 10_000 {
            found.push(Contradiction::Shares { sum, tolerance });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tally(counts: &[(Quantity, u32)], votes: &[u32]) -> Tally {
        Tally {
            counts: counts.iter().fold(Counts::default(), |counts, (quantity, count)| {
                counts.with(*quantity, Some(*count))
            }),
            scores: votes
                .iter()
                .map(|votes| Score { name: String::new(), votes: Some(*votes), share: None })
                .collect(),
        }
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
        assert_eq!(tally.contradictions(), []);
        assert_eq!(tally.share(0, Base::Valid).map(Share::hundredths), Some(5795));
        assert_eq!(tally.share(0, Base::Voters).map(Share::hundredths), Some(5716));
        assert_eq!(tally.share(0, Base::Registered), None);
    }

    #[test]
    fn voters_are_what_the_ballots_add_up_to() {
        let wrong = tally(&[(Quantity::Voters, 1474), (Quantity::BlankAndNull, 20)], &[842, 611]);
        assert_eq!(
            wrong.contradictions(),
            [Contradiction::Sum {
                total: (Quantity::Voters, 1474),
                parts: [(Quantity::Valid, 1453), (Quantity::BlankAndNull, 20)],
            }]
        );
    }

    #[test]
    fn nobody_votes_who_is_not_registered() {
        let wrong = tally(&[(Quantity::Registered, 100), (Quantity::Voters, 101)], &[]);
        assert_eq!(
            wrong.contradictions(),
            [Contradiction::Exceeds {
                part: (Quantity::Voters, 101),
                whole: (Quantity::Registered, 100),
            }]
        );
    }

    #[test]
    fn a_newspaper_that_contradicts_itself_is_caught() {
        // Yvelines, first round of 2017: 12 245 of 39 591 is 30.93 %, not 30.63 %.
        let mut yvelines = tally(&[(Quantity::Valid, 39_591)], &[12_245]);
        yvelines.scores[0].share = Some(Share::published(3063, Base::Valid));
        yvelines.scores.push(Score { name: String::new(), votes: None, share: None });
        assert_eq!(
            yvelines.contradictions(),
            [Contradiction::Share {
                candidate: 0,
                published: Share::published(3063, Base::Valid),
                computed: Share::published(3093, Base::Valid),
            }]
        );
    }

    #[test]
    fn shares_add_up_to_a_hundred_but_for_rounding() {
        let of = |shares: &[u32]| Tally {
            scores: shares
                .iter()
                .map(|share| Score {
                    name: String::new(),
                    votes: None,
                    share: Some(Share::published(*share, Base::Valid)),
                })
                .collect(),
            ..Tally::default()
        };
        assert_eq!(of(&[3333, 3333, 3333]).contradictions(), []);
        assert_eq!(
            of(&[3333, 3333, 3332]).contradictions(),
            [Contradiction::Shares { sum: 9998, tolerance: 1 }]
        );
    }

    #[test]
    fn no_part_is_larger_than_any_whole_that_holds_it() {
        let exceeds = |counts: &[(Quantity, u32)], votes: &[u32]| {
            matches!(tally(counts, votes).contradictions()[..], [Contradiction::Exceeds { .. }])
        };
        assert!(exceeds(&[(Quantity::Voters, 10), (Quantity::Blank, 11)], &[]));
    }

    #[test]
    fn known_votes_are_never_more_than_the_valid_ones() {
        let mut partial = tally(&[(Quantity::Valid, 100)], &[500]);
        partial.scores.push(Score { name: String::new(), votes: None, share: None });
        let votes = |whole| [Contradiction::Votes { whole, sum: 500 }];
        let voters = Counts::default().with(Quantity::Voters, Some(50));
        let unknown = Tally { counts: voters, ..partial.clone() };
        assert_eq!(unknown.contradictions(), votes((Quantity::Voters, 50)));
        assert_eq!(
            partial.contradictions(),
            [Contradiction::Votes { whole: (Quantity::Valid, 100), sum: 500 }]
        );
    }

    #[test]
    fn percentages_that_no_votes_give_are_caught() {
        let mut tally = tally(&[(Quantity::Voters, 10)], &[0, 0]);
        for (score, share) in tally.scores.iter_mut().zip([3568, 6432]) {
            *score = Score {
                name: String::new(),
                votes: None,
                share: Some(Share::published(share, Base::Valid)),
            };
        }
        assert_eq!(tally.contradictions(), [Contradiction::Impossible]);
    }

    proptest! {
        #[test]
        fn a_true_count_never_contradicts_itself_whatever_is_left_out(
            votes in prop::collection::vec(0u32..1_000_000, 1..8),
            blank in 0u32..10_000,
            null in 0u32..10_000,
            abstentions in 0u32..1_000_000,
            published in prop::collection::vec(any::<bool>(), 7),
        ) {
            let valid: u32 = votes.iter().sum();
            let voters = valid + blank + null;
            let all = [voters + abstentions, abstentions, voters, blank, null, blank + null, valid];
            let counts: Vec<_> = Quantity::ALL.into_iter().zip(all).zip(published)
                .filter_map(|(pair, keep)| keep.then_some(pair)).collect();
            let tally = tally(&counts, &votes);
            prop_assert_eq!(tally.contradictions(), []);
            for (quantity, count) in Quantity::ALL.into_iter().zip(all) {
                if let Some(figure) = tally.figures().get(quantity) {
                    prop_assert_eq!(figure.count, count);
                }
            }
        }
    }
}
