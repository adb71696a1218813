//! Everything that was counted in an election.

use super::Election;
use crate::election::Tally;

impl Election {
    /// Every tally of it, in its own file and in its tables.
    pub fn tallies(&self) -> impl Iterator<Item = &Tally> {
        let others = self.other_territories.iter().flat_map(|it| &it.rounds);
        let rounds = self.rounds.iter().chain(others).map(|round| &round.tally);
        let results = self.levels.values().flat_map(|levels| {
            let layers = levels.layers.iter();
            let layers = layers.flat_map(|it| std::iter::once(&it.results).chain(&it.by_nuance));
            layers.chain(&levels.overlapping)
        });
        rounds.chain(results.flat_map(|it| &it.territories).map(|it| &it.tally))
    }
}
