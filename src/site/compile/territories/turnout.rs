//! How turnout differs from that of the larger territory, and from that of the last election of the kind.

use super::history::Histories;
use super::page::Territories;
use crate::data::{Round, Territory};
use crate::election::{Base, Quantity, Share, Tally};
use crate::french;

/// Says of each round of a page how its turnout differs: « 2,10 points de plus que dans les Yvelines, 3,40
/// points de moins qu’en 2019 ». Of a sum that lacks something no turnout is known.
pub fn compare(page: &mut Territory, territories: &Territories<'_>, histories: &Histories) {
    let is_whole = |round: &Round| !round.is_partial() && round.provisional.is_none();
    for round in page.rounds.iter_mut().filter(|round| is_whole(round)) {
        let Some(own) = share(&round.tally) else { continue };
        let indexed = territories.rounds.iter().find(|it| it.round.number.value == round.number);
        let parent = indexed.and_then(|indexed| indexed.parent(&page.place)).map(|(_, it)| it);
        let there = parent.filter(|parent| parent.missing.is_empty()).and_then(|parent| {
            Some(difference(own, share(&parent.tally)?, &parent.place.locative()))
        });
        let last = histories.last_turnout(&page.place, territories.election, round.number);
        let then = last.map(|(year, then)| difference(own, then, &format!("en {year}")));
        let all: Vec<String> = there.into_iter().chain(then).collect();
        round.compared_turnout = (!all.is_empty()).then(|| all.join(", "));
    }
}

fn share(tally: &Tally) -> Option<Share> {
    let figures = tally.figures();
    let voters = figures.get(Quantity::Voters)?.count;
    Share::of(voters, figures.base(Base::Registered)?, Base::Registered)
}

/// « 2,10 points de plus que dans les Yvelines »
fn difference(own: Share, other: Share, place_or_time: &str) -> String {
    let difference = i64::from(own.hundredths()) - i64::from(other.hundredths());
    let than = match place_or_time.chars().next() {
        Some('a' | 'à' | 'e') => format!("qu’{place_or_time}"),
        _ => format!("que {place_or_time}"),
    };
    let (size, more) = (difference.unsigned_abs(), if difference > 0 { "plus" } else { "moins" });
    match size {
        0 => format!("autant {than}"),
        _ => {
            let noun = if size < 200 { "point" } else { "points" };
            format!("{}\u{a0}{noun} de {more} {than}", french::hundredths(size))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_said_in_points() {
        let share = |voters| Share::of(voters, 10_000, Base::Registered).unwrap();
        let said = |own, other, than| difference(share(own), share(other), than);
        assert_eq!(
            said(5_586, 5_376, "dans les Yvelines"),
            "2,10\u{a0}points de plus que dans les Yvelines"
        );
        assert_eq!(said(5_000, 5_007, "en 2019"), "0,07\u{a0}point de moins qu’en 2019");
        assert_eq!(said(5_000, 5_000, "à Conflans"), "autant qu’à Conflans");
    }
}
