//! What two rounds prove about each other, and nothing finer.
//! Ballots are secret: a gain says how many, never who.

/// One candidate from one round to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The candidate's name.
    pub name: String,
    /// Votes in the first of the two rounds.
    pub before: u32,
    /// Votes in the second.
    pub after: u32,
    /// How many of the votes gained cannot have come from eliminated candidates, even if every
    /// one of their voters had turned to this one.
    pub from_elsewhere: u32,
}

impl Change {
    /// Votes gained, negative when lost.
    pub fn gain(&self) -> i64 {
        i64::from(self.after) - i64::from(self.before)
    }
}

/// Two rounds of one contest in one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The candidates of both rounds, in the order of the second.
    pub changes: Vec<Change>,
    /// How many candidates did not go on.
    pub eliminated: usize,
    /// Their votes in the first round, together.
    pub eliminated_votes: u32,
}

impl Comparison {
    /// Compares two rounds given as names and votes.
    ///
    /// `None` when somebody stands in the second round who did not in the first (a merged list,
    /// say): then nothing of this kind is proved.
    pub fn new<'a>(
        first: impl IntoIterator<Item = (&'a str, u32)>,
        second: impl IntoIterator<Item = (&'a str, u32)>,
    ) -> Option<Self> {
        let mut eliminated: Vec<(&str, u32)> = first.into_iter().collect();
        let mut changes = Vec::new();
        for (name, after) in second {
            let index = eliminated.iter().position(|(other, _)| *other == name)?;
            let (_, before) = eliminated.remove(index);
            changes.push(Change { name: name.to_owned(), before, after, from_elsewhere: 0 });
        }
        let eliminated_votes =
            eliminated.iter().fold(0u32, |sum, (_, votes)| sum.saturating_add(*votes));
        for change in &mut changes {
            let gained = change.after.saturating_sub(change.before);
            change.from_elsewhere = gained.saturating_sub(eliminated_votes);
        }
        Some(Self { changes, eliminated: eliminated.len(), eliminated_votes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIRST: [(&str, u32); 7] = [
        ("Valls", 411),
        ("Hamon", 404),
        ("Montebourg", 185),
        ("Peillon", 71),
        ("de Rugy", 52),
        ("Pinel", 19),
        ("Bennahmias", 10),
    ];

    #[test]
    fn at_least_a_hundred_and_one_voters_came_from_elsewhere() {
        let found = Comparison::new(FIRST, [("Hamon", 842), ("Valls", 611)]).unwrap();
        assert_eq!((found.eliminated, found.eliminated_votes), (5, 337));
        let [hamon, valls] = &found.changes[..] else { panic!("two finalists") };
        assert_eq!((hamon.gain(), hamon.from_elsewhere), (438, 101));
        assert_eq!((valls.gain(), valls.from_elsewhere), (200, 0));
    }

    #[test]
    fn a_newcomer_in_the_second_round_proves_nothing() {
        assert_eq!(Comparison::new(FIRST, [("Hamon", 842), ("Autre", 611)]), None);
    }

    proptest! {
        /// Whoever really went where, the bound never claims more than what happened.
        #[test]
        fn the_bound_never_exceeds_the_truth(
            kept in 0u32..1000, from_eliminated in 0u32..1000,
            lost in 0u32..1000, newcomers in 0u32..1000, elsewhere_lost in 0u32..1000,
        ) {
            let before = kept + lost;
            let after = kept + from_eliminated + newcomers;
            let eliminated = from_eliminated + elsewhere_lost;
            let found = Comparison::new(
                [("a", before), ("b", eliminated)],
                [("a", after)],
            ).unwrap();
            prop_assert!(found.changes[0].from_elsewhere <= newcomers);
        }
    }
}
