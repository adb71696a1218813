//! Seats by largest remainder (plus fort reste): who gets what whole quotients leave.
//! It must not know why a list is admitted, nor how the other seats were given.

use super::fraction::Fraction;
use super::seats::{Apportionment, Remainders, Undecided};

impl Apportionment {
    /// Gives each remaining seat to the list with the largest remainder, at equal remainders to the one with more
    /// votes; what age decides then stays open.
    pub(super) fn give_by_remainder(&mut self) {
        let given: u16 = self.lists.iter().map(|list| list.by_quotient).sum();
        let left = usize::from(self.shared - given);
        let Some(quotient) = self.quotient.filter(|_| left > 0) else { return };
        let of_list = |index: usize| {
            let list = self.lists.get(index).filter(|list| list.admitted)?;
            // Exact: the quotient fits into the votes as often as it was counted.
            let votes = u64::from(list.votes) * quotient.denominator();
            let quotients = u64::from(list.by_quotient) * quotient.numerator();
            Fraction::new(votes.checked_sub(quotients)?, quotient.denominator())
        };
        let of_lists: Vec<(usize, Fraction)> =
            (0..self.lists.len()).filter_map(|index| Some((index, of_list(index)?))).collect();
        let rank = |(index, rest): &(usize, Fraction)| (*rest, self.lists[*index].votes);
        let mut order = of_lists.clone();
        order.sort_by_key(|list| std::cmp::Reverse(rank(list)));
        // Fewer seats remain than lists have remainders, so that there is a list at this place and one behind it.
        let last = order.get(left - 1).map(rank);
        let same = |list: &&(usize, Fraction)| Some(rank(list)) == last;
        let before = order.iter().filter(|list| Some(rank(list)) > last).count();
        let tied: Vec<usize> = of_lists.iter().filter(same).map(|(index, _)| *index).collect();
        let is_open = before + tied.len() > left;
        let by_votes = order.get(left - 1..=left).is_some_and(|pair| {
            let [inside, outside] = pair else { return false };
            inside.1 == outside.1 && rank(inside) != rank(outside)
        });
        let seated = if is_open { before } else { left };
        for (index, _) in &order[..seated.min(order.len())] {
            self.lists[*index].remaining += 1;
        }
        if is_open {
            let seats = u16::try_from(left - before).unwrap_or(u16::MAX);
            self.undecided.push(Undecided::LastSeats { lists: tied, seats });
        }
        self.remainders = Some(Remainders { of_lists, by_votes });
    }
}

#[cfg(test)]
mod tests {
    use crate::election::{Apportionment, SeatOutcome, SeatRule, Undecided};
    use proptest::prelude::*;

    fn given(to_fill: u16, votes: &[u32]) -> Option<Apportionment> {
        match SeatRule::LARGEST_REMAINDER.seats(1, to_fill, votes) {
            SeatOutcome::Given(given) => Some(given),
            _ => None,
        }
    }

    #[test]
    fn parents_at_school() {
        let table: [(u16, &[u32], &[u16]); 5] = [
            // 120 ÷ 6 = 20: 3 and 1, then 7 beats 3.
            (6, &[63, 37, 20], &[3, 2, 1]),
            (5, &[60, 40, 20], &[2, 2, 1]),
            (3, &[10, 0], &[3, 0]),
            // More seats than votes.
            (7, &[2, 1], &[5, 2]),
            // 100 ÷ 3: the remainders are those of all votes.
            (3, &[70, 16, 14], &[2, 1, 0]),
        ];
        for (to_fill, votes, seats) in table {
            let given = given(to_fill, votes).unwrap();
            assert_eq!(given.totals(), seats, "{to_fill} seats for {votes:?}");
            assert!(given.is_decided());
        }
        assert!(given(3, &[0, 0]).is_none());
    }

    #[test]
    fn equal_remainders_go_to_the_list_with_more_votes_then_to_nobody() {
        // 100 ÷ 5 = 20, and both lists have 10 left.
        let votes = given(5, &[70, 30]).unwrap();
        assert_eq!((votes.totals(), votes.is_decided()), (vec![4, 1], true));
        assert!(votes.remainders.is_some_and(|it| it.by_votes));
        let age = given(3, &[50, 50]).unwrap();
        assert_eq!(age.totals(), [1, 1]);
        assert_eq!(age.undecided, [Undecided::LastSeats { lists: vec![0, 1], seats: 1 }]);
        let all = given(2, &[10, 10, 10, 10]).unwrap();
        assert_eq!(all.undecided, [Undecided::LastSeats { lists: vec![0, 1, 2, 3], seats: 2 }]);
    }

    /// The same in the order of all remainders, in whole numbers of votes × seats.
    fn by_hand(to_fill: u16, votes: &[u32]) -> Vec<u16> {
        let (seats, sum) =
            (u128::from(to_fill), votes.iter().map(|it| u128::from(*it)).sum::<u128>());
        let whole = |votes: &u32| u128::from(*votes) * seats / sum;
        let rest = |votes: &u32| u128::from(*votes) * seats % sum;
        let mut given: Vec<u16> = votes.iter().map(|it| whole(it) as u16).collect();
        let mut order: Vec<usize> = (0..votes.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse((rest(&votes[*at]), votes[*at])));
        let left = usize::from(to_fill - given.iter().sum::<u16>());
        order.into_iter().take(left).for_each(|at| given[at] += 1);
        given
    }

    proptest! {
        #[test]
        fn each_list_has_its_quotients_or_one_seat_more(
            to_fill in 1u16..120, votes in prop::collection::vec(0u32..100_000, 1..12),
        ) {
            let Some(given) = given(to_fill, &votes) else { return Ok(()) };
            let open: u16 = given.undecided.iter().map(|it| match it {
                Undecided::LastSeats { lists, seats } => {
                    assert!(lists.len() > usize::from(*seats));
                    *seats
                }
                _ => 0,
            }).sum();
            prop_assert_eq!(given.totals().iter().sum::<u16>() + open, to_fill);
            prop_assert!(given.lists.iter().all(|list| list.remaining <= 1));
            for more in &given.lists {
                for less in given.lists.iter().filter(|less| less.votes < more.votes) {
                    prop_assert!(more.total() >= less.total());
                }
            }
            if given.is_decided() {
                prop_assert_eq!(given.totals(), by_hand(to_fill, &votes));
            }
        }

        #[test]
        fn remainders_add_up_to_the_seats_that_remain(
            to_fill in 1u16..60, votes in prop::collection::vec(0u32..1_000, 2..8),
        ) {
            let Some(given) = given(to_fill, &votes) else { return Ok(()) };
            let (Some(rest), Some(quotient)) = (&given.remainders, given.quotient) else {
                return Ok(());
            };
            let left = to_fill - given.lists.iter().map(|list| list.by_quotient).sum::<u16>();
            let sum: u64 = rest.of_lists.iter().map(|(_, rest)| rest.numerator()).sum();
            prop_assert_eq!(sum, u64::from(left) * quotient.numerator());
            prop_assert!(rest.of_lists.iter().all(|(_, rest)| *rest < quotient));
        }
    }
}
