//! The ballots of one round as one bar of the registered.

use super::svg::{self, Ink};
use crate::election::{Base, Figures, Quantity};

/// The ballots of one round as parts of the registered, or of the voters where the registered are not known:
/// valid, blank, null; who abstained is what is left of the width. `None` where the parts are not known.
pub fn turnout_bar(figures: &Figures) -> Option<String> {
    let ballots = figures.ballots()?;
    let whole = figures.base(Base::Registered).or_else(|| figures.base(Base::Voters))?;
    Some(svg::draw(2 * svg::BAR, whole.max(1), |area| {
        let mut from = 0;
        for (quantity, count) in ballots {
            let ink = match quantity {
                Quantity::Valid => Ink::Lead,
                Quantity::Null => Ink::Earlier,
                _ => Ink::Other,
            };
            area.draw(&svg::bar([from, from + count], [0, svg::HEIGHT], ink.colour()))?;
            from += count;
        }
        Ok(())
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::{Counts, Tally};

    /// The widths of the parts, in ten-thousandths of the whole.
    fn widths(counts: &[(Quantity, u32)]) -> Option<Vec<u32>> {
        let counts = counts
            .iter()
            .fold(Counts::default(), |all, (quantity, count)| all.with(*quantity, Some(*count)));
        let bar = turnout_bar(&Tally { counts, ..Tally::default() }.figures())?;
        let widths = bar.split("width=\"").skip(1).filter_map(|rest| rest.split('"').next());
        Some(widths.map(|width| width.parse().unwrap()).collect())
    }

    #[test]
    fn each_ballot_has_its_part_once() {
        use Quantity::{Blank, BlankAndNull, Registered, Valid, Voters};
        // The presidential election of 2017 in Conflans, second round: null follows.
        let known = [(Registered, 23_857), (Voters, 17_997), (Blank, 1_479), (Valid, 16_157)];
        assert_eq!(widths(&known), Some(vec![6_772, 620, 151]));
        let together = [(Voters, 1_473), (BlankAndNull, 20)];
        assert_eq!(widths(&together), Some(vec![9_864, 136]));
        assert_eq!(widths(&[(Registered, 100), (Voters, 60)]), None);
    }
}
