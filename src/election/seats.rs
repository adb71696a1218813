//! Seats that a round of list voting gives, with every step of the calculation.
//!
//! Source: code électoral, articles L262 (communes), L272-4-1 (Paris, Lyon and Marseille) and L338
//! (regions); loi n° 77-729, article 3 (European Parliament); arrêté du 13 mai 1985 (parents at school);
//! code du travail, L2314-29 (comité social et économique). The quotient is that of the Interior
//! Ministry's guide for candidates: votes of the admitted lists ÷ seats shared in proportion.

use super::fraction::Fraction;
use super::majority::Contest;
use super::ranking::{Leader, Scores};

/// How many seats the winning list gets before the others are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bonus {
    /// None: every seat is shared in proportion.
    Nothing,
    /// A quarter of the seats to fill, rounded up.
    Quarter,
    /// Half of the seats to fill: rounded up from five seats, down below four.
    Half,
}

impl Bonus {
    /// The seats that this is, of so many to fill.
    pub const fn seats(self, to_fill: u16) -> u16 {
        match self {
            Self::Nothing => 0,
            Self::Quarter => to_fill.div_ceil(4),
            Self::Half if to_fill > 4 => to_fill.div_ceil(2),
            Self::Half => to_fill / 2,
        }
    }
}

/// Who gets the seats that whole quotients leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Plus forte moyenne.
    HighestAverage,
    /// Plus fort reste.
    LargestRemainder,
}

/// How a kind of list election gives its seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatRule {
    /// Whether a first round without absolute majority leads to a second.
    pub contest: Contest,
    /// What the winning list gets first.
    pub bonus: Bonus,
    /// Per cent of the valid votes below which a list gets no seat.
    pub threshold: u8,
    /// Who gets the remaining seats.
    pub method: Method,
}

impl SeatRule {
    /// Municipal councils with list voting, councils of arrondissement or sector included.
    pub const MUNICIPAL: Self = Self {
        contest: Contest::TwoRounds,
        bonus: Bonus::Half,
        threshold: 5,
        method: Method::HighestAverage,
    };
    /// The councils of the whole of Paris, Lyon and Marseille, elected directly since 2026.
    pub const PARIS_LYON_MARSEILLE: Self = Self::REGIONAL;
    /// Regional councils.
    pub const REGIONAL: Self = Self { bonus: Bonus::Quarter, ..Self::MUNICIPAL };
    /// Members of the European Parliament, since 2019 elected in one constituency.
    pub const EUROPEAN: Self = Self {
        contest: Contest::OneRound,
        bonus: Bonus::Nothing,
        threshold: 5,
        method: Method::HighestAverage,
    };
    /// Plain proportion, as in a comité social et économique.
    pub const HIGHEST_AVERAGE: Self = Self { threshold: 0, ..Self::EUROPEAN };
    /// Plain proportion, as for the parents who are elected at school.
    pub const LARGEST_REMAINDER: Self =
        Self { method: Method::LargestRemainder, ..Self::HIGHEST_AVERAGE };
}

/// What a round gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeatOutcome {
    /// Nothing can be said: no seats to fill, no lists, or no votes.
    Nothing,
    /// No list has an absolute majority: the seats are given in the second round.
    SecondRound,
    /// Seats are given, all of them unless [`Apportionment::undecided`] says otherwise.
    Given(Apportionment),
}

/// Seats given in a round, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apportionment {
    /// Seats to fill.
    pub to_fill: u16,
    /// Valid votes: the sum of the votes of all lists.
    pub valid: u64,
    /// The fewest votes with which a list is admitted.
    pub threshold: u64,
    /// Seats of the majority bonus; zero where the rule has none.
    pub bonus: u16,
    /// Who came first and has a right to the bonus: several when their votes are equal.
    pub first: Leader,
    /// Seats shared in proportion: `to_fill` − `bonus`.
    pub shared: u16,
    /// Electoral quotient: votes of the admitted lists ÷ `shared`. `None` when no seat is shared or
    /// no list admitted.
    pub quotient: Option<Fraction>,
    /// What each list gets, in the order in which the votes were given.
    pub lists: Vec<ListSeats>,
    /// The remaining seats by highest average, one by one.
    pub steps: Vec<AverageStep>,
    /// The remaining seats by largest remainder, where any remain.
    pub remainders: Option<Remainders>,
    /// Seats that votes alone do not decide.
    pub undecided: Vec<Undecided>,
}

/// What one list gets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListSeats {
    /// Votes.
    pub votes: u32,
    /// Whether the list reached the threshold.
    pub admitted: bool,
    /// Seats of the majority bonus.
    pub bonus: u16,
    /// Seats by whole quotients.
    pub by_quotient: u16,
    /// Remaining seats, by the method of the rule.
    pub remaining: u16,
}

impl ListSeats {
    /// All seats of the list that are decided.
    pub const fn total(&self) -> u16 {
        self.bonus + self.shared()
    }

    /// The seats that count in an average: those of the bonus do not (Conseil d’État,
    /// 30 January 2015, n° 382627).
    const fn shared(&self) -> u16 {
        self.by_quotient + self.remaining
    }
}

/// One seat given by highest average.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AverageStep {
    /// Each admitted list by index, and its votes ÷ (seats shared with it so far + 1).
    pub averages: Vec<(usize, Fraction)>,
    /// The list that gets the seat, by index.
    pub winner: usize,
    /// Whether more lists had this average than there were seats left, so that the one with more
    /// votes in total came first.
    pub by_votes: bool,
}

/// What whole quotients leave of the votes of each list, and so of the seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remainders {
    /// Each admitted list by index, and its votes − whole quotients.
    pub of_lists: Vec<(usize, Fraction)>,
    /// Whether more lists had a remainder than there were seats left for it, so that those with more votes in total
    /// came first.
    pub by_votes: bool,
}

/// Seats that the law gives by something else than votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// These lists came first with equal votes: the bonus depends on the average age of their
    /// candidates.
    Bonus {
        /// The lists, by index.
        lists: Vec<usize>,
        /// Seats of the bonus, all for one of them.
        seats: u16,
    },
    /// These lists have equal averages (or remainders) and equal votes, and there are fewer seats left than lists:
    /// they depend on the age of the candidates who would be elected.
    LastSeats {
        /// The lists, by index.
        lists: Vec<usize>,
        /// Seats left, at most one for each of them.
        seats: u16,
    },
    /// No list reached the threshold: nobody may share these seats.
    NobodyAdmitted {
        /// Seats left.
        seats: u16,
    },
}

impl SeatRule {
    /// The seats that a round gives. `round` counts from 1; `votes` are those of every list, so
    /// that their sum is the valid votes.
    ///
    /// ```
    /// use urne::election::{SeatOutcome, SeatRule};
    /// let SeatOutcome::Given(given) = SeatRule::MUNICIPAL.seats(1, 19, &[503, 180, 32]) else {
    ///     unreachable!("503 of 715 votes are a majority");
    /// };
    /// assert_eq!(given.totals(), [17, 2, 0]);
    /// ```
    pub fn seats(&self, round: u8, to_fill: u16, votes: &[u32]) -> SeatOutcome {
        let Some(first) = Scores::Votes(votes.to_vec()).leader().filter(|_| to_fill > 0) else {
            return SeatOutcome::Nothing;
        };
        let valid: u64 = votes.iter().copied().map(u64::from).sum();
        let majority = votes.iter().any(|votes| u64::from(*votes) * 2 > valid);
        if self.contest == Contest::TwoRounds && round <= 1 && !majority {
            return SeatOutcome::SecondRound;
        }
        let mut given = self.admit(first, to_fill, valid, votes);
        given.give_bonus();
        given.give_by_quotient();
        match self.method {
            Method::HighestAverage => given.give_by_average(),
            Method::LargestRemainder => given.give_by_remainder(),
        }
        SeatOutcome::Given(given)
    }

    /// Who may take part, before any seat is given.
    fn admit(&self, first: Leader, to_fill: u16, valid: u64, votes: &[u32]) -> Apportionment {
        let threshold = (valid * u64::from(self.threshold)).div_ceil(100);
        let list = |votes: &u32| ListSeats {
            votes: *votes,
            admitted: u64::from(*votes) >= threshold,
            ..ListSeats::default()
        };
        let bonus = self.bonus.seats(to_fill);
        Apportionment {
            to_fill,
            valid,
            threshold,
            bonus,
            first,
            shared: to_fill - bonus,
            quotient: None,
            lists: votes.iter().map(list).collect(),
            steps: Vec::new(),
            remainders: None,
            undecided: Vec::new(),
        }
    }
}

impl Apportionment {
    /// The decided seats of each list.
    pub fn totals(&self) -> Vec<u16> {
        self.lists.iter().map(ListSeats::total).collect()
    }

    /// Whether votes alone decide every seat.
    pub fn is_decided(&self) -> bool {
        self.undecided.is_empty()
    }

    fn give_bonus(&mut self) {
        match &self.first {
            _ if self.bonus == 0 => {}
            Leader::One(winner) => {
                if let Some(list) = self.lists.get_mut(*winner) {
                    list.bonus = self.bonus;
                }
            }
            Leader::Tie(lists) | Leader::SamePercentage(lists) => {
                let tie = Undecided::Bonus { lists: lists.clone(), seats: self.bonus };
                self.undecided.push(tie);
            }
        }
    }

    fn give_by_quotient(&mut self) {
        let admitted = self.lists.iter().filter(|list| list.admitted);
        let votes: u64 = admitted.map(|list| u64::from(list.votes)).sum();
        self.quotient = Fraction::new(votes, self.shared.into()).filter(|_| votes > 0);
        let Some(quotient) = self.quotient else { return };
        for list in self.lists.iter_mut().filter(|list| list.admitted) {
            // Never more than `shared`, because no list has more votes than all admitted ones.
            let times = quotient.times_in(list.votes).and_then(|times| u16::try_from(times).ok());
            list.by_quotient = times.unwrap_or(0);
        }
    }

    fn give_by_average(&mut self) {
        let given: u16 = self.lists.iter().map(|list| list.by_quotient).sum();
        let mut left = self.shared - given;
        while left > 0 {
            let averages = self.averages();
            let Some(highest) = averages.iter().map(|(_, average)| *average).max() else {
                self.undecided.push(Undecided::NobodyAdmitted { seats: left });
                return;
            };
            let same: Vec<usize> = averages
                .iter()
                .filter(|(_, average)| *average == highest)
                .map(|(index, _)| *index)
                .collect();
            let most = same.iter().map(|index| self.lists[*index].votes).max();
            let tied: Vec<usize> = same
                .iter()
                .copied()
                .filter(|index| Some(self.lists[*index].votes) == most)
                .collect();
            // With a seat for each of them, which one comes first makes no difference.
            if tied.len() > usize::from(left) {
                self.undecided.push(Undecided::LastSeats { lists: tied, seats: left });
                return;
            }
            let winner = tied[0];
            let by_votes = same.len() > usize::from(left);
            self.lists[winner].remaining += 1;
            self.steps.push(AverageStep { averages, winner, by_votes });
            left -= 1;
        }
    }

    /// What each admitted list would have a seat, if it got the next one.
    fn averages(&self) -> Vec<(usize, Fraction)> {
        let lists = self.lists.iter().enumerate().filter(|(_, list)| list.admitted);
        lists.map(|(index, list)| (index, Fraction::average(list.votes, list.shared()))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn given(rule: SeatRule, round: u8, to_fill: u16, votes: &[u32]) -> Apportionment {
        match rule.seats(round, to_fill, votes) {
            SeatOutcome::Given(given) => given,
            other => panic!("{to_fill} seats for {votes:?}: {other:?}"),
        }
    }

    #[test]
    fn municipal_seats() {
        let table: [(u8, u16, &[u32], &[u16]); 12] = [
            // The example of the ministry's guide for candidates.
            (1, 19, &[503, 180, 32], &[17, 2, 0]),
            (1, 33, &[3001, 1600, 1399], &[25, 4, 4]),
            (2, 33, &[2999, 1602, 1399], &[25, 4, 4]),
            // A relative majority is enough in the second round.
            (2, 29, &[400, 350, 250], &[21, 5, 3]),
            // A single list gets everything, with a single vote too.
            (1, 15, &[1], &[15]),
            (1, 7, &[120, 0], &[7, 0]),
            // Half of 5 is 3, of 4 is 2, of 3 is 1, of 1 is none.
            (1, 5, &[51, 49], &[4, 1]),
            (1, 4, &[51, 49], &[3, 1]),
            (1, 3, &[51, 49], &[2, 1]),
            (1, 1, &[51, 49], &[1, 0]),
            // Exactly 5 % is admitted, one vote less is not.
            (1, 69, &[950, 50], &[68, 1]),
            (1, 69, &[951, 49], &[69, 0]),
        ];
        for (round, to_fill, votes, seats) in table {
            let given = given(SeatRule::MUNICIPAL, round, to_fill, votes);
            assert_eq!(given.totals(), seats, "{to_fill} seats for {votes:?}");
            assert!(given.is_decided());
        }
    }

    #[test]
    fn every_step_of_the_ministrys_example_can_be_shown() {
        let given = given(SeatRule::MUNICIPAL, 1, 19, &[503, 180, 32]);
        assert_eq!((given.bonus, given.shared, given.valid, given.threshold), (10, 9, 715, 36));
        assert_eq!(given.first, Leader::One(0));
        assert_eq!(given.quotient, Fraction::new(683, 9));
        let list = |votes, admitted, bonus, by_quotient, remaining| ListSeats {
            votes,
            admitted,
            bonus,
            by_quotient,
            remaining,
        };
        assert_eq!(
            given.lists,
            [list(503, true, 10, 6, 1), list(180, true, 0, 2, 0), list(32, false, 0, 0, 0)]
        );
        let fraction = |votes, seats| Fraction::new(votes, seats).unwrap();
        assert_eq!(
            given.steps,
            [AverageStep {
                averages: vec![(0, fraction(503, 7)), (1, fraction(180, 3))],
                winner: 0,
                by_votes: false,
            }]
        );
    }

    #[test]
    fn without_a_majority_the_second_round_gives_the_seats() {
        assert_eq!(SeatRule::MUNICIPAL.seats(1, 33, &[500, 300, 200]), SeatOutcome::SecondRound);
        assert_eq!(SeatRule::REGIONAL.seats(1, 33, &[500, 500]), SeatOutcome::SecondRound);
        assert!(given(SeatRule::EUROPEAN, 1, 33, &[500, 300, 200]).is_decided());
    }

    #[test]
    fn nothing_comes_of_nothing() {
        let table: [(u16, &[u32]); 4] = [(0, &[5, 3]), (19, &[]), (19, &[0]), (19, &[0, 0])];
        for (to_fill, votes) in table {
            for round in [1, 2] {
                assert_eq!(SeatRule::MUNICIPAL.seats(round, to_fill, votes), SeatOutcome::Nothing);
                assert_eq!(SeatRule::EUROPEAN.seats(round, to_fill, votes), SeatOutcome::Nothing);
            }
        }
    }

    #[test]
    fn equal_votes_at_the_top_leave_the_bonus_open() {
        let given = given(SeatRule::MUNICIPAL, 2, 19, &[400, 400, 100]);
        assert_eq!(given.undecided, [Undecided::Bonus { lists: vec![0, 1], seats: 10 }]);
        assert_eq!(given.totals(), [4, 4, 1]);
    }

    #[test]
    fn equal_averages_go_to_the_list_with_more_votes() {
        // The last seat: 300 ÷ 3 = 200 ÷ 2 = 100 ÷ 1.
        let european = given(SeatRule::EUROPEAN, 1, 4, &[100, 200, 300]);
        assert_eq!(european.totals(), [0, 1, 3]);
        assert!(european.is_decided());
        assert!(european.steps.last().is_some_and(|step| step.by_votes));
        // With a seat for each of the three, nothing had to be decided.
        let european = given(SeatRule::EUROPEAN, 1, 6, &[100, 200, 300]);
        assert_eq!(european.totals(), [1, 2, 3]);
        assert!(european.steps.iter().all(|step| !step.by_votes));
    }

    #[test]
    fn equal_averages_and_votes_are_not_guessed() {
        let european = given(SeatRule::EUROPEAN, 1, 5, &[100, 100, 100]);
        assert_eq!(european.undecided, [Undecided::LastSeats { lists: vec![0, 1, 2], seats: 2 }]);
        assert_eq!(european.totals(), [1, 1, 1]);
        assert!(given(SeatRule::EUROPEAN, 1, 6, &[100, 100, 100]).is_decided());
        let both = given(SeatRule::MUNICIPAL, 2, 3, &[10, 10, 10]).undecided;
        assert_eq!(
            both,
            [
                Undecided::Bonus { lists: vec![0, 1, 2], seats: 1 },
                Undecided::LastSeats { lists: vec![0, 1, 2], seats: 2 },
            ]
        );
    }

    #[test]
    fn nobody_shares_when_every_list_is_too_small() {
        let european = given(SeatRule::EUROPEAN, 1, 81, &[1; 25]);
        assert_eq!(european.undecided, [Undecided::NobodyAdmitted { seats: 81 }]);
        assert_eq!(european.quotient, None);
    }

    #[test]
    fn the_european_election_of_2024() {
        // RN, Besoin d’Europe, Réveiller l’Europe, LFI, LR, Les Écologistes, Reconquête; then what
        // all others had together, nearly, in parts that stay below the threshold like each of them.
        let votes = [
            7_765_936, 3_614_646, 3_424_216, 2_448_703, 1_794_189, 1_361_883, 1_353_075, 1_000_000,
            1_000_000, 1_002_700,
        ];
        let european = given(SeatRule::EUROPEAN, 1, 81, &votes);
        assert_eq!(european.totals(), [30, 13, 13, 9, 6, 5, 5, 0, 0, 0]);
    }

    #[test]
    fn a_quarter_is_rounded_up() {
        let seats: Vec<u16> = [1, 4, 5, 163, 209].map(|all| Bonus::Quarter.seats(all)).to_vec();
        assert_eq!(seats, [1, 1, 2, 41, 53]);
        let alone = given(SeatRule::REGIONAL, 2, 1, &[40, 30]);
        assert_eq!((alone.totals(), alone.quotient), (vec![1, 0], None));
    }

    fn rule() -> impl Strategy<Value = SeatRule> {
        prop_oneof![Just(SeatRule::MUNICIPAL), Just(SeatRule::REGIONAL), Just(SeatRule::EUROPEAN),]
    }

    fn votes() -> impl Strategy<Value = Vec<u32>> {
        prop_oneof![
            prop::collection::vec(0u32..40, 1..8),
            prop::collection::vec(0u32..200_000, 1..12),
            prop::collection::vec(any::<u32>(), 1..5),
        ]
    }

    /// The highest average without any quotient: each seat in turn, from none.
    fn seats_one_by_one(given: &Apportionment) -> Vec<u16> {
        let mut seats = vec![0u16; given.lists.len()];
        for _ in 0..given.shared {
            let average = |index: &usize| {
                let votes = given.lists[*index].votes;
                (Fraction::average(votes, seats[*index]), votes)
            };
            let admitted = (0..seats.len()).filter(|index| given.lists[*index].admitted);
            let Some(winner) = admitted.max_by_key(average) else { break };
            seats[winner] += 1;
        }
        seats
    }

    proptest! {
        #[test]
        fn every_seat_is_given_once_or_said_to_be_open(
            rule in rule(), to_fill in 1u16..120, votes in votes(),
        ) {
            let SeatOutcome::Given(given) = rule.seats(2, to_fill, &votes) else { return Ok(()) };
            let open: u16 = given.undecided.iter().map(|undecided| match undecided {
                Undecided::Bonus { seats, .. }
                | Undecided::LastSeats { seats, .. }
                | Undecided::NobodyAdmitted { seats } => *seats,
            }).sum();
            prop_assert_eq!(given.totals().iter().sum::<u16>() + open, to_fill);
            prop_assert_eq!(given.is_decided(), open == 0);
            for list in given.lists.iter().filter(|list| !list.admitted) {
                prop_assert!(u64::from(list.votes) * 20 < given.valid);
                prop_assert_eq!(list.by_quotient + list.remaining, 0);
            }
        }

        #[test]
        fn quotients_never_change_what_the_highest_averages_give(
            rule in rule(), to_fill in 1u16..120, votes in votes(),
        ) {
            let SeatOutcome::Given(given) = rule.seats(2, to_fill, &votes) else { return Ok(()) };
            prop_assume!(given.is_decided());
            let shared: Vec<u16> = given.lists.iter().map(ListSeats::shared).collect();
            prop_assert_eq!(shared, seats_one_by_one(&given));
        }

        #[test]
        fn more_votes_never_give_fewer_seats_than_another_list(
            rule in rule(), to_fill in 1u16..120, votes in votes(),
        ) {
            let SeatOutcome::Given(given) = rule.seats(2, to_fill, &votes) else { return Ok(()) };
            for more in &given.lists {
                for less in given.lists.iter().filter(|less| less.votes < more.votes) {
                    prop_assert!(more.total() >= less.total());
                }
            }
        }

        #[test]
        fn a_list_that_gains_votes_loses_no_seat(
            rule in rule(), to_fill in 1u16..120,
            mut votes in prop::collection::vec(0u32..200_000, 1..12), more in 0u32..50_000,
        ) {
            let before = rule.seats(2, to_fill, &votes);
            votes[0] += more;
            let after = rule.seats(2, to_fill, &votes);
            let (SeatOutcome::Given(before), SeatOutcome::Given(after)) = (before, after) else {
                return Ok(());
            };
            prop_assume!(before.is_decided() && after.is_decided());
            prop_assert!(after.lists[0].total() >= before.lists[0].total());
        }

        #[test]
        fn a_first_round_gives_seats_exactly_when_half_is_passed(
            to_fill in 1u16..120, votes in votes(),
        ) {
            let valid: u64 = votes.iter().copied().map(u64::from).sum();
            let won = votes.iter().any(|votes| u64::from(*votes) * 2 > valid);
            let outcome = SeatRule::MUNICIPAL.seats(1, to_fill, &votes);
            prop_assert_eq!(matches!(outcome, SeatOutcome::Given(_)), won);
        }
    }
}
