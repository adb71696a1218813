//! A round in a territory beside the same round in the larger one.

use maud::{Markup, html};

use super::{Part, figure_table};
use crate::chart::{Table, shown};
use crate::data::{ParentComparison, Round, Territory};
use crate::election::{Base, Score, Tally};
use crate::french;

/// A round here and in the larger territory.
pub fn parent_comparison(
    territory: &Territory,
    round: &Round,
    parent: &ParentComparison,
) -> Markup {
    let id = format!("comparaison-{}", round.number);
    let name = french::round(round.contest, round.number);
    let differences = differences(territory, round, parent);
    html! {
        section.comparison aria-labelledby=(id) {
            h2 id=(id) { (territory.place.name) " " (parent.locative) ", " (name) }
            @if let Some(rank) = &parent.rank { p { (rank) } }
            (differences.in_a_div())
        }
    }
}

/// The shares here and there and how much they differ, by the base that the reader chose.
pub fn differences<'a>(
    territory: &'a Territory,
    round: &'a Round,
    there: &'a ParentComparison,
) -> Part<'a> {
    let id = format!("comparaison-{}-tableau", round.number);
    Part::by_base(id.clone(), move |base| {
        let name = french::round(round.contest, round.number);
        let caption = french::capitalised(&format!("{name}, comparaison {}", there.locative));
        let base = round.shown_base(base).unwrap_or(base);
        let mut order = round.order();
        order.truncate(shown(round));
        let row = |index: usize| difference(&round.tally, &there.tally, index, base);
        let [here, within] = [&territory.place.name, &there.within.name].map(String::clone);
        let stands = french::capitalised(round.stands.singular());
        let head = vec![stands, here, within, "Écart".to_owned()];
        let rows = order.into_iter().map(row).collect();
        html! {
            @if !there.tally.scores.is_empty() {
                p.base { "Pourcentages " (french::of_base(base)) ", écart en points." }
                (figure_table(&format!("{id}-titre"), &caption, &Table { head, rows }))
            }
        }
    })
}

fn difference(here: &Tally, there: &Tally, index: usize, base: Base) -> Vec<String> {
    let Some(score) = here.scores.get(index) else { return Vec::new() };
    let share_here = here.share(index, base);
    let same = |other: &Score| score.candidate == other.candidate;
    let share_there = there.scores.iter().position(same).and_then(|other| there.share(other, base));
    let points = share_here.zip(share_there).map(|(here, there)| {
        french::points(i64::from(here.hundredths()) - i64::from(there.hundredths()))
    });
    let percents = [share_here, share_there].map(|share| share.map(french::percent));
    let cells = percents.into_iter().chain([points]);
    let cells = cells.map(|cell| cell.unwrap_or_else(|| "—".to_owned()));
    std::iter::once(score.name().to_owned()).chain(cells).collect()
}
