//! Who is ahead, ties included.
//! Only whole votes prove a tie: equal percentages may hide a difference.

/// What candidates are ranked by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scores {
    /// Votes of each candidate.
    Votes(Vec<u32>),
    /// Published percentages of one base in hundredths, where votes are not known.
    Hundredths(Vec<u32>),
}

/// Who leads a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leader {
    /// One candidate, by index.
    One(usize),
    /// Several candidates with exactly the same number of votes, by index.
    Tie(Vec<usize>),
    /// Several candidates with the same percentage; their votes, and so their order, are unknown.
    SamePercentage(Vec<usize>),
}

impl Scores {
    /// The scores, whatever they are.
    pub fn values(&self) -> &[u32] {
        match self {
            Self::Votes(values) | Self::Hundredths(values) => values,
        }
    }

    /// The candidate or candidates with the highest score; `None` without candidates or when every
    /// score is zero.
    pub fn leader(&self) -> Option<Leader> {
        let values = self.values();
        let highest = values.iter().copied().max().filter(|score| *score > 0)?;
        let first: Vec<usize> =
            (0..values.len()).filter(|index| values[*index] == highest).collect();
        Some(match (&first[..], self) {
            ([only], _) => Leader::One(*only),
            (_, Self::Votes(_)) => Leader::Tie(first),
            (_, Self::Hundredths(_)) => Leader::SamePercentage(first),
        })
    }
}

impl Leader {
    /// Whether this candidate leads, alone or with others.
    pub fn includes(&self, candidate: usize) -> bool {
        match self {
            Self::One(index) => *index == candidate,
            Self::Tie(indices) | Self::SamePercentage(indices) => indices.contains(&candidate),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_has_no_single_leader() {
        let leader = |votes: &[u32]| Scores::Votes(votes.to_vec()).leader();
        assert_eq!(leader(&[5, 7, 7]), Some(Leader::Tie(vec![1, 2])));
        assert_eq!(leader(&[5, 7, 6]), Some(Leader::One(1)));
        assert_eq!(leader(&[0, 0]), None);
        assert_eq!(leader(&[]), None);
    }

    #[test]
    fn equal_percentages_prove_no_tie() {
        let scores = Scores::Hundredths(vec![3333, 3333, 3334]);
        assert_eq!(scores.leader(), Some(Leader::One(2)));
        let scores = Scores::Hundredths(vec![5000, 5000]);
        assert_eq!(scores.leader(), Some(Leader::SamePercentage(vec![0, 1])));
    }
}
