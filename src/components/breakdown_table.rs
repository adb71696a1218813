//! The smaller territories as a table: every row, in the order of names, with the leader's figures. The
//! browser hides rows, moves them, and writes other figures into them.

use maud::{Markup, html};

use super::filter;
use crate::data::{Breakdown, Column, Selection, territory_route};
use crate::election::Share;
use crate::french;
use crate::route::Slug;

/// What is shown where a figure is not known.
const UNKNOWN: &str = "—";

/// The table with its filter. The caption says what it shows to those who do not see it.
pub fn breakdown_table(breakdown: &Breakdown, election: &Slug, caption: &str) -> Markup {
    let selection = Selection::default();
    let columns = columns(breakdown);
    html! {
        @if breakdown.len() > 1 { (filter(breakdown.level, "nom ou code", breakdown.len())) }
        div.scroll role="region" tabindex="0" aria-labelledby="tableau-titre" {
            table.breakdown.{ "columns-" (columns.len()) } {
                caption.visually-hidden id="tableau-titre" { (caption) }
                thead {
                    tr {
                        @for column in &columns {
                            th.ahead[*column == Column::Lead] scope="col"
                                aria-sort=[selection.sorted_by(*column)] {
                                (column_title(breakdown, &selection, *column))
                            }
                        }
                    }
                }
                tbody {
                    @for row in selection.order(breakdown) {
                        (table_row(breakdown, &selection, election, &columns, row))
                    }
                }
            }
        }
    }
}

/// The columns that the source has figures for.
pub fn columns(breakdown: &Breakdown) -> Vec<Column> {
    let known = |(column, _): &(Column, _)| match column {
        Column::Registered => !breakdown.registered.is_empty(),
        Column::Turnout => !breakdown.registered.is_empty() && !breakdown.voters.is_empty(),
        Column::Name | Column::Lead | Column::Votes => true,
        Column::Share => !breakdown.valid.is_empty(),
    };
    Column::ALL.into_iter().filter(known).map(|(column, _)| column).collect()
}

/// The heading of a column.
pub fn column_title(breakdown: &Breakdown, selection: &Selection, column: Column) -> String {
    let name = || {
        let index = selection.shown_candidate(breakdown);
        breakdown.candidates.get(index).cloned().unwrap_or_default()
    };
    let of_base = || format!("% {}", french::of_base(selection.shown_base(breakdown)));
    match column {
        Column::Name => french::capitalised(breakdown.level.singular()),
        Column::Registered => "Inscrits".to_owned(),
        Column::Turnout => "Participation".to_owned(),
        Column::Lead => format!("En tête, {}", of_base()),
        Column::Votes => format!("{}, voix", name()),
        Column::Share => format!("{}, {}", name(), of_base()),
    }
}

fn table_row(
    breakdown: &Breakdown,
    selection: &Selection,
    election: &Slug,
    columns: &[Column],
    row: usize,
) -> Markup {
    let place = breakdown.place(row);
    html! {
        tr {
            th scope="row" {
                @match territory_route(election, &place) {
                    Some(route) => a href=(route.href()) { (place.name) },
                    None => (place.name),
                }
                @if !breakdown.is_whole(row) { " " small { "incomplet" } }
            }
            @for column in columns.iter().skip(1) {
                // The only one with words, which may be long.
                td.ahead[*column == Column::Lead] { (cell(breakdown, selection, *column, row)) }
            }
        }
    }
}

/// What is in a column next to the name.
pub fn cell(breakdown: &Breakdown, selection: &Selection, column: Column, row: usize) -> String {
    let candidate = selection.shown_candidate(breakdown);
    let base = selection.shown_base(breakdown);
    let percent = |share: Option<Share>| share.map(french::percent);
    let known = match column {
        Column::Name => None,
        Column::Registered => breakdown.registered.get(row).copied().map(french::number),
        Column::Turnout => percent(breakdown.turnout(row)),
        Column::Lead => lead(breakdown, selection, row),
        Column::Votes => breakdown.votes(candidate, row).map(french::number),
        Column::Share => percent(breakdown.share(candidate, row, base)),
    };
    known.unwrap_or_else(|| UNKNOWN.to_owned())
}

/// « MACRON 28,4 % », or everyone who has as many votes.
fn lead(breakdown: &Breakdown, selection: &Selection, row: usize) -> Option<String> {
    let (names, _) = breakdown.lead(row)?;
    let share = breakdown.lead_share(row, selection.shown_base(breakdown));
    Some(share.map_or(names.clone(), |share| format!("{names} {}", french::percent(share))))
}
