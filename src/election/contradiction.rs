//! Published figures that cannot all be true.
//! It must not decide which of them is wrong: that takes somebody who can look at the source.

use super::reconstruction::{Search, search};
use super::share::{Base, Share};
use super::tally::{Ballot, Figures, Quantity, Tally};

/// Two published figures that cannot both be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// A total is not the sum of its parts.
    Sum {
        /// The total, as published or derived.
        total: (Quantity, u32),
        /// Its parts.
        parts: [(Quantity, u32); 2],
        /// Those who abstain in an assembly, who are a part of the voters too.
        abstaining: u32,
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
    /// A candidate has more votes than there are ballots that can name them.
    MoreThanBallots {
        /// Index of the candidate in [`Tally::scores`].
        candidate: usize,
        /// Who may name them.
        whole: (Quantity, u32),
    },
    /// The candidates' votes are more than ballots have room for.
    Names {
        /// The ballots.
        whole: (Quantity, u32),
        /// How many names each may carry.
        names: u16,
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
            let abstaining = figures.others(total);
            if let (Some(whole), [Some(a), Some(b)]) = (count(total), parts.map(count))
                && u64::from(a.1) + u64::from(b.1) + u64::from(abstaining) != u64::from(whole.1)
            {
                found.push(Contradiction::Sum { total: whole, parts: [a, b], abstaining });
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
        match self.ballot {
            Ballot::OneChoice => {}
            Ballot::UpTo(names) => return self.more_than_ballots(names, figures, found),
            // Where nothing says how many names, they add up to nothing that can be checked.
            Ballot::SeveralNames => return,
        }
        let sum: u64 = self.scores.iter().filter_map(|score| score.votes).map(u64::from).sum();
        let complete = self.sum_of_votes().is_some();
        let abstaining = figures.get(Quantity::Abstaining).map_or(0, |it| u64::from(it.count));
        for quantity in [Quantity::Valid, Quantity::Voters, Quantity::Registered] {
            let Some(count) = figures.get(quantity).map(|figure| figure.count) else { continue };
            // Where `valid` itself was derived from the votes, they agree.
            let differ = quantity == Quantity::Valid && complete && sum != u64::from(count);
            // Who abstains in an assembly has voted, and is in no valid vote.
            let sum = if quantity == Quantity::Valid { sum } else { sum + abstaining };
            if sum > u64::from(count) || differ {
                found.push(Contradiction::Votes { whole: (quantity, count), sum });
                return;
            }
        }
    }

    /// No candidate is twice on a ballot, and no ballot has more than so many names.
    fn more_than_ballots(&self, names: u16, figures: &Figures, found: &mut Vec<Contradiction>) {
        let ballots = [Quantity::Valid, Quantity::Voters, Quantity::Registered];
        let known = |quantity| figures.get(quantity).map(|figure| (quantity, figure.count));
        let Some(whole) = ballots.into_iter().find_map(known) else { return };
        let has_more = |index: &usize| self.scores[*index].votes.is_some_and(|it| it > whole.1);
        if let Some(candidate) = (0..self.scores.len()).find(has_more) {
            found.push(Contradiction::MoreThanBallots { candidate, whole });
        }
        let sum: u64 = self.scores.iter().filter_map(|score| score.votes).map(u64::from).sum();
        if found.is_empty() && sum > u64::from(whole.1) * u64::from(names) {
            found.push(Contradiction::Names { whole, names, sum });
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
        if !self.ballot.is_one_choice() {
            return;
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
    use crate::election::{Counts, Score};
    use proptest::prelude::*;

    fn tally(counts: &[(Quantity, u32)], votes: &[u32]) -> Tally {
        Tally {
            counts: counts.iter().fold(Counts::default(), |counts, (quantity, count)| {
                counts.with(*quantity, Some(*count))
            }),
            scores: votes
                .iter()
                .map(|votes| Score {
                    candidate: Default::default(),
                    votes: Some(*votes),
                    share: None,
                })
                .collect(),
            ..Tally::default()
        }
    }

    #[test]
    fn voters_are_what_the_ballots_add_up_to() {
        let wrong = tally(&[(Quantity::Voters, 1474), (Quantity::BlankAndNull, 20)], &[842, 611]);
        assert_eq!(
            wrong.contradictions(),
            [Contradiction::Sum {
                total: (Quantity::Voters, 1474),
                parts: [(Quantity::Valid, 1453), (Quantity::BlankAndNull, 20)],
                abstaining: 0,
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
        yvelines.scores.push(Score { candidate: Default::default(), votes: None, share: None });
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
                    candidate: Default::default(),
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
        partial.scores.push(Score { candidate: Default::default(), votes: None, share: None });
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
    fn a_ballot_has_room_for_so_many_names() {
        let of = |votes: &[u32]| Tally {
            ballot: Ballot::UpTo(5),
            ..tally(&[(Quantity::Voters, 54), (Quantity::BlankAndNull, 2)], votes)
        };
        // 237 votes of 52 ballots with five names at most.
        assert_eq!(of(&[50, 49, 48, 47, 43]).contradictions(), []);
        let whole = (Quantity::Valid, 52);
        assert_eq!(
            of(&[53, 20]).contradictions(),
            [Contradiction::MoreThanBallots { candidate: 0, whole }]
        );
        assert_eq!(
            of(&[50, 50, 50, 50, 50, 11]).contradictions(),
            [Contradiction::Names { whole, names: 5, sum: 261 }]
        );
    }

    #[test]
    fn who_abstains_is_among_the_voters() {
        let motion = |voters| {
            let counts = [
                (Quantity::Voters, voters),
                (Quantity::Abstaining, 9),
                (Quantity::BlankAndNull, 0),
            ];
            tally(&counts, &[38, 7]).contradictions()
        };
        assert_eq!(motion(54), []);
        assert_eq!(
            motion(55),
            [Contradiction::Sum {
                total: (Quantity::Voters, 55),
                parts: [(Quantity::Valid, 45), (Quantity::BlankAndNull, 0)],
                abstaining: 9,
            }]
        );
    }

    #[test]
    fn who_abstains_and_who_votes_are_no_more_than_the_voters() {
        let of = |abstaining| {
            tally(&[(Quantity::Voters, 54), (Quantity::Abstaining, abstaining)], &[38, 7])
        };
        assert_eq!(of(9).contradictions(), []);
        for abstaining in [10, 30] {
            let sum = 45 + u64::from(abstaining);
            let whole = (Quantity::Voters, 54);
            assert_eq!(of(abstaining).contradictions(), [Contradiction::Votes { whole, sum }]);
        }
    }

    #[test]
    fn percentages_that_no_votes_give_are_caught() {
        let mut tally = tally(&[(Quantity::Voters, 10)], &[0, 0]);
        for (score, share) in tally.scores.iter_mut().zip([3568, 6432]) {
            *score = Score {
                candidate: Default::default(),
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
