//! Votes found again from published percentages, when only one set of whole numbers fits.
//! A reconstruction is a type of its own so that it is never taken for a published figure.

use std::ops::RangeInclusive;

use super::share::{Base, Share};
use super::tally::{Quantity, Reconstruction, Tally};

/// What was found behind published percentages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// There was nothing to search: votes were published, a percentage is missing, or nothing limits
    /// how many votes there were.
    NotPossible,
    /// No whole votes give these percentages.
    Nothing,
    /// Exactly one set of whole votes does.
    One(Reconstruction),
    /// More than one does, or there are too many totals to tell.
    Several,
}

/// Among more votes than this, percentages with two decimals never have a single solution.
const MOST_TOTALS: u32 = 100_000;

/// Finds the votes behind a tally that was published as percentages of the valid votes, if exactly
/// one set of whole votes within the known number of voters gives these percentages.
pub fn reconstruct(tally: &Tally) -> Option<Reconstruction> {
    match search(tally) {
        Search::One(reconstruction) => Some(reconstruction),
        Search::NotPossible | Search::Nothing | Search::Several => None,
    }
}

/// Tries every total up to the known number of voters.
pub fn search(tally: &Tally) -> Search {
    let (Some(shares), Some(totals)) = (shares_alone(tally), possible_totals(tally)) else {
        return Search::NotPossible;
    };
    let too_many = totals.end() - totals.start() > MOST_TOTALS;
    let mut found = Search::Nothing;
    for valid in totals.take(MOST_TOTALS as usize) {
        match fitting_votes(&shares, u64::from(valid)) {
            Fit::None => {}
            Fit::Many => return Search::Several,
            Fit::One(votes) if found == Search::Nothing => {
                found = Search::One(Reconstruction { valid, votes });
            }
            Fit::One(_) => return Search::Several,
        }
    }
    if too_many { Search::Several } else { found }
}

/// The percentages of all candidates in hundredths, where nothing but those was published.
fn shares_alone(tally: &Tally) -> Option<Vec<u64>> {
    if tally.scores.is_empty() || tally.scores.iter().any(|score| score.votes.is_some()) {
        return None;
    }
    let share = |share: Option<Share>| share.filter(|share| share.base() == Base::Valid);
    let shares = tally.scores.iter().map(|score| share(score.share));
    shares.map(|share| share.map(|share| u64::from(share.hundredths()))).collect()
}

/// How many valid votes there may have been.
fn possible_totals(tally: &Tally) -> Option<RangeInclusive<u32>> {
    let figures = tally.figures();
    match figures.get(Quantity::Valid) {
        Some(valid) => Some(valid.count..=valid.count),
        None => Some(1..=figures.get(Quantity::Voters)?.count),
    }
}

enum Fit {
    None,
    One(Vec<u32>),
    Many,
}

/// The sets of votes that add up to `valid` and round to `shares`.
fn fitting_votes(shares: &[u64], valid: u64) -> Fit {
    // Votes v round to s hundredths exactly when (2s − 1)·valid ≤ 20000·v < (2s + 1)·valid.
    let lowest = |share: u64| (share * 2).saturating_sub(1) * valid;
    let ranges: Vec<(u64, u64)> = shares
        .iter()
        .map(|share| {
            let low = lowest(*share).div_ceil(20_000);
            let high = ((share * 2 + 1) * valid).div_ceil(20_000);
            (low, high)
        })
        .collect();
    if ranges.iter().any(|(low, high)| low >= high) {
        return Fit::None;
    }
    let least: u64 = ranges.iter().map(|(low, _)| low).sum();
    let most: u64 = ranges.iter().map(|(_, high)| high - 1).sum();
    if valid < least || most < valid {
        return Fit::None;
    }
    let open = ranges.iter().filter(|(low, high)| high - low > 1).count();
    // Strictly between the extremes, a vote can move between any two candidates that have room.
    if open > 1 && valid != least && valid != most {
        return Fit::Many;
    }
    let mut spare = valid - least;
    let votes = ranges.iter().map(|(low, high)| {
        let taken = spare.min(high - low - 1);
        spare -= taken;
        u32::try_from(low + taken)
    });
    votes.collect::<Result<_, _>>().map_or(Fit::None, Fit::One)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::{Counts, Score};
    use proptest::prelude::*;

    fn published(shares: &[u32], voters: Option<u32>) -> Tally {
        Tally {
            counts: Counts::default().with(Quantity::Voters, voters),
            scores: shares
                .iter()
                .map(|share| Score {
                    candidate: Default::default(),
                    votes: None,
                    share: Some(Share::published(*share, Base::Valid)),
                })
                .collect(),
            ..Tally::default()
        }
    }

    #[test]
    fn the_first_round_in_conflans_has_one_solution() {
        let tally = published(&[3568, 3507, 1606, 616, 451, 165, 87], Some(1165));
        assert_eq!(
            reconstruct(&tally),
            Some(Reconstruction { valid: 1152, votes: vec![411, 404, 185, 71, 52, 19, 10] })
        );
    }

    #[test]
    fn several_solutions_are_no_solution() {
        // Halves of 2, 4, 6 … 100 all fit.
        assert_eq!(reconstruct(&published(&[5000, 5000], Some(100))), None);
        assert_eq!(reconstruct(&published(&[5000, 5000], None)), None);
    }

    #[test]
    fn known_votes_need_no_reconstruction() {
        let mut tally = published(&[5000, 5000], Some(2));
        tally.scores[0].votes = Some(1);
        assert_eq!(reconstruct(&tally), None);
    }

    proptest! {
        /// Compared with trying every pair of votes, on counts small enough to try them all.
        #[test]
        fn one_solution_is_found_exactly_when_there_is_one(
            a in 0u32..40, b in 0u32..40, absent in 0u32..6,
        ) {
            prop_assume!(a + b > 0);
            let share = |votes, of| Share::of(votes, of, Base::Valid).map_or(0, Share::hundredths);
            let shares = [share(a, a + b), share(b, a + b)];
            let voters = a + b + absent;
            let mut fitting = Vec::new();
            for valid in 1..=voters {
                for first in 0..=valid {
                    let votes = [first, valid - first];
                    if votes.map(|votes| share(votes, valid)) == shares {
                        fitting.push(Reconstruction { valid, votes: votes.to_vec() });
                    }
                }
            }
            let expected = if fitting.len() == 1 { fitting.pop() } else { None };
            prop_assert_eq!(reconstruct(&published(&shares, Some(voters))), expected);
        }
    }
}
