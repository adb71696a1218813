//! Who is ahead, ties included.
//! Ranks are made from whole votes, or from published hundredths where there are no votes.

/// Who leads a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leader {
    /// One candidate, by index.
    One(usize),
    /// Several candidates with exactly the same score, by index.
    Tie(Vec<usize>),
}

impl Leader {
    /// Whether this candidate leads, alone or with others.
    pub fn includes(&self, candidate: usize) -> bool {
        match self {
            Self::One(index) => *index == candidate,
            Self::Tie(indices) => indices.contains(&candidate),
        }
    }
}

/// The candidate or candidates with the highest score; `None` without candidates or when every
/// score is zero.
pub fn leader(scores: &[u32]) -> Option<Leader> {
    let highest = scores.iter().copied().max().filter(|score| *score > 0)?;
    let mut at_the_top: Vec<usize> =
        (0..scores.len()).filter(|index| scores[*index] == highest).collect();
    match at_the_top.len() {
        1 => at_the_top.pop().map(Leader::One),
        _ => Some(Leader::Tie(at_the_top)),
    }
}

/// The rank of each score, from 1; equal scores share a rank and the next ones are skipped.
pub fn ranks(scores: &[u32]) -> Vec<usize> {
    scores.iter().map(|score| 1 + scores.iter().filter(|other| *other > score).count()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_share_a_rank() {
        assert_eq!(ranks(&[10, 30, 10, 20]), [3, 1, 3, 2]);
    }

    #[test]
    fn a_tie_has_no_single_leader() {
        assert_eq!(leader(&[5, 7, 7]), Some(Leader::Tie(vec![1, 2])));
        assert_eq!(leader(&[5, 7, 6]), Some(Leader::One(1)));
        assert_eq!(leader(&[0, 0]), None);
        assert_eq!(leader(&[]), None);
    }
}
