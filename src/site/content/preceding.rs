//! Which elections are to be compared with one: those of its kind before it.

use super::election::Election;

/// The earlier elections of the kind of one that are decided alike, the latest first.
pub fn preceding<'a>(
    elections: &'a [Election],
    election: &Election,
) -> impl Iterator<Item = &'a Election> + use<'a> {
    preceding_of(elections, |it| it, election)
}

/// The same of elections with something that belongs to each of them.
pub fn preceding_of<'a, T>(
    all: &'a [T],
    of: fn(&T) -> &Election,
    election: &Election,
) -> impl Iterator<Item = &'a T> + use<'a, T> {
    let first_day = election.rounds.first().map(|round| round.date.value);
    let is_earlier = |other: &&T| {
        let other = of(other);
        election.kind.is_some()
            && (other.kind, other.contest) == (election.kind, election.contest)
            && other.last_day().is_some_and(|day| first_day.is_some_and(|first| day < first))
    };
    let mut earlier: Vec<&T> = all.iter().filter(is_earlier).collect();
    earlier.sort_by_key(|other| std::cmp::Reverse(of(other).last_day()));
    earlier.into_iter()
}
