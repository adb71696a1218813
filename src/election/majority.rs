//! What it takes to win a round.
//! Majorities are decided on whole votes, never on rounded percentages.

use serde::{Deserialize, Serialize};

use super::territory::Level;

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

/// What wins a round outright in the territory where it is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Majority {
    /// More than half of the valid votes.
    Half,
    /// The same, and the votes of a quarter of the registered: what a deputy or a pair of
    /// département councillors needs in a first round (code électoral, L126 and L193).
    HalfAndQuarter,
}

impl Majority {
    /// The rule of a round between so many candidates that is decided in territories of this level;
    /// `None` where whoever has most votes wins: half decides the first of two rounds, the second
    /// when two candidates are left, and between yes and no.
    pub fn of(contest: Contest, decided_in: Level, round: u8, candidates: usize) -> Option<Self> {
        let quarter = matches!(decided_in, Level::Canton | Level::Circonscription);
        match contest {
            Contest::TwoRounds if round == 1 && quarter => Some(Self::HalfAndQuarter),
            Contest::TwoRounds if round == 1 || candidates == 2 => Some(Self::Half),
            Contest::Question => Some(Self::Half),
            Contest::TwoRounds | Contest::OneRound => None,
        }
    }

    /// Whether these votes are enough; never where what they are counted against is not known.
    pub fn is_reached(self, votes: u32, valid: Option<u32>, registered: Option<u32>) -> bool {
        let more_than_half = valid.is_some_and(|valid| absolute_majority(votes, valid));
        let quarter = || registered.is_some_and(|all| u64::from(votes) * 4 >= u64::from(all));
        more_than_half && (self == Self::Half || quarter())
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
        let of =
            |contest, round, candidates| Majority::of(contest, Level::Country, round, candidates);
        assert_eq!(of(Contest::TwoRounds, 1, 7), Some(Majority::Half));
        assert_eq!(of(Contest::TwoRounds, 2, 2), Some(Majority::Half));
        assert_eq!(of(Contest::TwoRounds, 2, 3), None);
        assert_eq!(of(Contest::OneRound, 1, 2), None);
        assert_eq!(of(Contest::Question, 1, 2), Some(Majority::Half));
    }

    #[test]
    fn a_deputy_needs_a_quarter_of_the_registered_in_the_first_round() {
        let of = |round| Majority::of(Contest::TwoRounds, Level::Circonscription, round, 2);
        assert_eq!([of(1), of(2)], [Some(Majority::HalfAndQuarter), Some(Majority::Half)]);
        let reached = |registered| Majority::HalfAndQuarter.is_reached(300, Some(500), registered);
        assert_eq!([1200, 1201].map(|it| reached(Some(it))), [true, false]);
        assert!(!reached(None));
    }
}
