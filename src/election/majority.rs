//! What it takes to win a round.
//! Majorities are decided on whole votes, never on rounded percentages.

use serde::{Deserialize, Serialize};

/// How a contest is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contest {
    /// An absolute majority wins the first round; otherwise the leaders meet in a second.
    TwoRounds,
    /// Whoever has most votes wins.
    OneRound,
    /// A question: yes or no, whichever has more than half.
    Question,
}

/// Whether half of the valid votes is what decides this round: always in the first of two rounds,
/// in the second when two candidates are left, and between yes and no.
pub fn threshold_decides(contest: Contest, round: u8, candidates: usize) -> bool {
    match contest {
        Contest::TwoRounds => round == 1 || candidates == 2,
        Contest::OneRound => false,
        Contest::Question => true,
    }
}

/// Whether these votes are more than half of the valid votes.
pub fn absolute_majority(votes: u32, valid: u32) -> bool {
    u64::from(votes) * 2 > u64::from(valid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_not_a_majority_however_it_rounds() {
        assert!(!absolute_majority(50, 100));
        assert!(absolute_majority(50_001, 100_000));
        assert!(absolute_majority(u32::MAX, u32::MAX));
    }

    #[test]
    fn half_decides_between_two_but_not_among_three() {
        assert!(threshold_decides(Contest::TwoRounds, 1, 7));
        assert!(threshold_decides(Contest::TwoRounds, 2, 2));
        assert!(!threshold_decides(Contest::TwoRounds, 2, 3));
        assert!(!threshold_decides(Contest::OneRound, 1, 2));
        assert!(threshold_decides(Contest::Question, 1, 2));
    }
}
