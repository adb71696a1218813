//! What a vote decides besides who is ahead: which of several have the seats, and whether a proposal is adopted.
//! It must not choose where figures do not: a tie at the last seat stays a tie.

/// What it takes to be elected or adopted, of what it is counted against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Threshold {
    /// More than half.
    #[default]
    Half,
    /// Two thirds at least.
    TwoThirds,
    /// Three quarters at least.
    ThreeQuarters,
}

impl Threshold {
    /// Whether so many votes of a whole are enough.
    pub fn is_reached(self, votes: u32, whole: u32) -> bool {
        let (votes, whole) = (u64::from(votes), u64::from(whole));
        match self {
            Self::Half => votes * 2 > whole,
            Self::TwoThirds => votes * 3 >= whole * 2,
            Self::ThreeQuarters => votes * 4 >= whole * 3,
        }
    }
}

/// Who of those with most votes has a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Winners {
    /// Indices of those who have one, most votes first.
    pub seated: Vec<usize>,
    /// Indices of those whose equal votes do not decide who has the seats that are left for them.
    pub tied: Vec<usize>,
    /// How many seats are left for those.
    pub open: usize,
    /// Seats for which nobody has enough votes.
    pub vacant: usize,
}

impl Winners {
    /// So many seats to those with most votes, of whom `is_enough` says who may have one. Nobody is elected without
    /// a vote.
    ///
    /// ```
    /// use urne::election::Winners;
    /// let winners = Winners::of(&[48, 31, 31, 0], 2, |_| true);
    /// assert_eq!((winners.seated, winners.tied, winners.open), (vec![0], vec![1, 2], 1));
    /// ```
    pub fn of(votes: &[u32], seats: u16, is_enough: impl Fn(u32) -> bool) -> Self {
        let seats = usize::from(seats);
        let may = |index: &usize| votes[*index] > 0 && is_enough(votes[*index]);
        let mut order: Vec<usize> = (0..votes.len()).filter(may).collect();
        order.sort_by_key(|index| std::cmp::Reverse(votes[*index]));
        let vacant = seats.saturating_sub(order.len());
        let Some(last) = order.get(seats).map(|next| votes[*next]) else {
            return Self { seated: order, vacant, ..Self::default() };
        };
        // Whoever has as many votes as the first without a seat is one of too many for the last ones.
        let seated: Vec<usize> = order.iter().copied().filter(|it| votes[*it] > last).collect();
        if seated.len() == seats {
            return Self { seated, ..Self::default() };
        }
        let tied = order.into_iter().filter(|it| votes[*it] == last).collect();
        Self { open: seats - seated.len(), seated, tied, vacant }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_votes_at_the_last_seat_are_not_decided() {
        let of = |votes: &[u32], seats| Winners::of(votes, seats, |_| true);
        assert_eq!(of(&[10, 48, 31], 2).seated, [1, 2]);
        let tie = Winners { seated: vec![0], tied: vec![1, 2, 3], open: 2, vacant: 0 };
        assert_eq!(of(&[48, 31, 31, 31, 5], 3), tie);
        // A tie that changes nothing is none.
        assert!(of(&[48, 31, 31, 5], 3).tied.is_empty());
        assert_eq!(of(&[3, 0], 2), Winners { seated: vec![0], vacant: 1, ..Winners::default() });
    }

    #[test]
    fn seats_without_a_majority_stay_vacant() {
        let winners = Winners::of(&[40, 28, 27], 3, |votes| Threshold::Half.is_reached(votes, 54));
        assert_eq!((winners.seated, winners.vacant), (vec![0, 1], 1));
    }

    #[test]
    fn majorities_are_counted_on_whole_votes() {
        let reached = |threshold: Threshold, votes| threshold.is_reached(votes, 60);
        assert_eq!([30, 31].map(|it| reached(Threshold::Half, it)), [false, true]);
        assert_eq!([39, 40].map(|it| reached(Threshold::TwoThirds, it)), [false, true]);
        assert_eq!([44, 45].map(|it| reached(Threshold::ThreeQuarters, it)), [false, true]);
        assert!(!Threshold::TwoThirds.is_reached(1, 2));
    }

    proptest! {
        #[test]
        fn every_seat_is_given_open_or_vacant(
            votes in prop::collection::vec(0u32..20, 0..12), seats in 1u16..10, least in 0u32..10,
        ) {
            let winners = Winners::of(&votes, seats, |votes| votes >= least);
            let all = winners.seated.len() + winners.open + winners.vacant;
            prop_assert_eq!(all, usize::from(seats));
            prop_assert!(winners.open == 0 || winners.tied.len() > winners.open);
            let fewest = winners.seated.iter().map(|it| votes[*it]).min().unwrap_or(u32::MAX);
            for (index, votes) in votes.iter().enumerate() {
                prop_assert!(winners.seated.contains(&index) || *votes <= fewest);
                prop_assert!(!winners.seated.contains(&index) || *votes >= least.max(1));
            }
        }
    }
}
