//! What a territory is made of in one round: a map where there are outlines, and the table.

use maud::{Markup, html};

use super::{
    Part, ShownBreakdown, breakdown_table, candidate_choice, map_choice, parts_of_map,
    place_of_the_selected_result, selected_result, source_line, territory_choice, territory_map,
};
use crate::election::Contest;
use crate::french;

/// The smaller territories with the choices that a reader has. `first` is what comes before them: the way
/// to other rounds.
pub fn breakdown_section(it: ShownBreakdown<'_>, first: &Markup) -> Markup {
    let ShownBreakdown { breakdown, round, place, election } = it;
    let level = breakdown.level.singular();
    let (on_a_map, several) = (breakdown.contours.is_some(), breakdown.len() > 1);
    let caption = french::capitalised(&format!("{} {place}, par {level}", it.name()));
    html! {
        section.smaller aria-labelledby="details" {
            h2 id="details" {
                "Par " (level)
                @if round.contest == Contest::TwoRounds { ", " (it.name()) }
            }
            (first)
            @if on_a_map || breakdown.candidates.len() > 1 {
                div.controls {
                    (candidate_choice(breakdown))
                    @if on_a_map { (map_choice(breakdown)) }
                    @if on_a_map && several { (territory_choice(breakdown)) }
                }
            }
            @if on_a_map { (territory_map(it)) } @else { (place_of_the_selected_result(it)) }
            // What the rows lack, where they are summed up.
            @if let Some(missing) = &breakdown.missing { p.partial { (missing) } }
            div id="tableau" { (breakdown_table(breakdown, election, &caption)) }
            (source_line(std::slice::from_ref(&round.source)))
        }
    }
}

/// What of it depends on the reader.
pub fn parts_of_breakdown(it: ShownBreakdown<'_>) -> Vec<Part<'_>> {
    let on_a_map = it.breakdown.contours.is_some().then(|| parts_of_map(it));
    on_a_map.into_iter().flatten().chain([selected_result(it)]).collect()
}
