//! What a territory is made of in one round: a map where there are outlines, and the table.

use maud::{Markup, html};

use super::{
    ShownBreakdown, breakdown_table, candidate_choice, source_line, territory_choice, territory_map,
};
use crate::french;

/// The smaller territories with the choices that a reader has. `first` is what comes before them: the way
/// to other rounds.
pub fn breakdown_section(it: ShownBreakdown<'_>, first: &Markup) -> Markup {
    let ShownBreakdown { breakdown, round, place, .. } = it;
    let level = breakdown.level.singular();
    let (on_a_map, several) = (breakdown.contours.is_some(), breakdown.len() > 1);
    let caption = french::capitalised(&format!("{round} {place}, par {level}"));
    html! {
        section.smaller aria-labelledby="details" {
            h2 id="details" { "Par " (level) ", " (round) }
            (first)
            @if on_a_map || breakdown.candidates.len() > 1 {
                div.controls {
                    (candidate_choice(breakdown))
                    @if on_a_map && several { (territory_choice(breakdown)) }
                }
            }
            @if on_a_map { (territory_map(it)) }
            div id="tableau" { (breakdown_table(breakdown, it.election, &caption)) }
            (source_line(it.sources))
        }
    }
}
