//! Participation in one territory over the years, as horizontal bars of the registered. Votes whose
//! registered are not known, as in a primary, have no bar and are left out.

use super::svg::{self, Ink, share_bar};
use super::{Caption, Chart, Label, Measure, Table, WHOLE_WIDTH};
use crate::data::{PastRound, Source};
use crate::election::{Base, Figures, Quantity, Share};
use crate::french;

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

/// A vote whose participation is known.
struct Known<'a> {
    vote: &'a PastRound,
    registered: u32,
    voters: u32,
    share: Share,
}

impl<'a> Known<'a> {
    fn new(vote: &'a PastRound) -> Option<Self> {
        let (registered, voters) = vote.turnout?;
        let share = Share::of(voters, registered, Base::Registered)?;
        Some(Self { vote, registered, voters, share })
    }

    /// « Élection présidentielle de 2017, premier tour »
    fn name(&self) -> String {
        format!("{}, {}", self.vote.title, self.vote.round)
    }

    fn row(&self) -> Vec<String> {
        let counts = [self.registered, self.voters].map(french::number).into_iter();
        let share = french::percent(self.share);
        std::iter::once(self.name()).chain(counts).chain([share]).collect()
    }

    fn label(&self) -> Label {
        let figures = vec![french::percent(self.share)];
        let bar = share_bar(self.share.hundredths(), Ink::Other.colour(), false);
        Label { name: self.name(), figures, about: None, note: None, leads: false, bar }
    }
}

/// Draws the participation of each vote, oldest first; `None` with fewer than two to compare.
pub fn participation_chart(title: String, votes: &[PastRound]) -> Option<Chart> {
    let known: Vec<Known<'_>> = votes.iter().filter_map(Known::new).collect();
    if known.len() < 2 {
        return None;
    }
    let head = ["Scrutin", "Inscrits", "Votants", "Participation"];
    Some(Chart {
        caption: Caption {
            title,
            summary: summary(&known)?,
            measure: Measure::Share(Base::Registered),
            key: Some(WHOLE_WIDTH),
            sources: sources(&known),
            table: Table {
                head: head.map(str::to_owned).to_vec(),
                rows: known.iter().map(Known::row).collect(),
            },
        },
        labels: known.iter().map(Known::label).collect(),
        has_threshold: false,
    })
}

fn summary(known: &[Known<'_>]) -> Option<String> {
    let lowest = known.iter().min_by_key(|it| it.share.hundredths())?;
    let highest = known.iter().max_by_key(|it| it.share.hundredths())?;
    let said = |it: &Known<'_>| format!("{} ({})", french::percent(it.share), it.name());
    Some(format!("De {} à {}.", said(lowest), said(highest)))
}

/// Each publisher once.
fn sources(known: &[Known<'_>]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for it in known {
        if !sources.contains(&it.vote.source) {
            sources.push(it.vote.source.clone());
        }
    }
    sources
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
