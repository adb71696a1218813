//! The smaller territories as a table that filters, sorts and answers to the choice of a candidate.
//! Without script it holds every row, in the order of names, with the leader's figures.

use leptos::prelude::*;

use super::{chosen, escaped, filter, redrawn, today};
use crate::data::{Breakdown, Column, Direction, Selection, territory_route};
use crate::election::Share;
use crate::french;
use crate::route::Slug;

/// What stands where a figure is not known.
const UNKNOWN: &str = "—";

/// The table with its filter.
#[component]
pub fn BreakdownTable(
    /// The territories.
    data: StoredValue<Breakdown>,
    /// The election, for the addresses of their pages.
    election: Slug,
    /// What the table shows, for those who do not see it.
    caption: String,
) -> impl IntoView {
    let chosen = chosen();
    let rows = Memo::new(move |_| {
        chosen.with(|chosen| data.with_value(|breakdown| chosen.rows(breakdown)))
    });
    let body = move || {
        let selection = chosen.get();
        data.with_value(|breakdown| {
            let row = |row: &usize| table_row(breakdown, &selection, &election, *row);
            rows.with(|rows| rows.iter().map(row).collect::<String>())
        })
    };
    let region = format!("Tableau\u{a0}: {caption}");
    let (all, level) = data.with_value(|breakdown| (breakdown.len(), breakdown.level));
    let choice = (all > 1).then(|| filter(level, all, rows));
    let nothing = move || rows.with(Vec::is_empty);
    html! {
        {choice}
        <div class="scroll" role="region" tabindex="0" aria-label=region hidden=nothing>
            <table class="breakdown">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{head(data)}</tr></thead>
                <tbody inner_html=body></tbody>
            </table>
        </div>
    }
}

/// The columns that the source has figures for.
fn columns(breakdown: &Breakdown) -> Vec<Column> {
    let known = |(column, _): &(Column, _)| match column {
        Column::Registered => !breakdown.registered.is_empty(),
        Column::Turnout => !breakdown.registered.is_empty() && !breakdown.voters.is_empty(),
        Column::Name | Column::Lead | Column::Votes => true,
        Column::Share => !breakdown.valid.is_empty(),
    };
    Column::ALL.into_iter().filter(known).map(|(column, _)| column).collect()
}

fn head(data: StoredValue<Breakdown>) -> impl IntoView {
    let columns = data.with_value(columns);
    columns.into_iter().map(|column| heading(data, column)).collect_view()
}

/// A heading is a button once the page answers.
fn heading(data: StoredValue<Breakdown>, column: Column) -> impl IntoView {
    let chosen = chosen();
    let live = today();
    let several = data.with_value(|breakdown| breakdown.len() > 1);
    let label =
        move || chosen.with(|chosen| data.with_value(|it| escaped(&title(it, chosen, column))));
    let sorted = move || {
        let (by, direction) = chosen.with(|chosen| chosen.sort);
        match direction {
            _ if by != column => None,
            Direction::Ascending => Some("ascending"),
            Direction::Descending => Some("descending"),
        }
    };
    let sort = move |_| chosen.update(|chosen| chosen.sort = next_sort(chosen.sort, column));
    let content = move || {
        if several && live.with(Option::is_some) {
            html! { <button type="button" on:click=sort inner_html=label></button> }
        } else {
            html! { <span inner_html=label></span> }
        }
    };
    html! { <th scope="col" aria-sort=sorted>{redrawn(content)}</th> }
}

/// Names begin with A, figures with the largest; a second time the other way round.
fn next_sort(sort: (Column, Direction), column: Column) -> (Column, Direction) {
    let first = if column == Column::Name { Direction::Ascending } else { Direction::Descending };
    let direction = match sort {
        (by, Direction::Ascending) if by == column => Direction::Descending,
        (by, Direction::Descending) if by == column => Direction::Ascending,
        _ => first,
    };
    (column, direction)
}

fn title(breakdown: &Breakdown, selection: &Selection, column: Column) -> String {
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

/// A row as HTML. The browser reads hundreds of rows at once faster than it makes them one by one,
/// and hydration has nothing to do.
fn table_row(breakdown: &Breakdown, selection: &Selection, election: &Slug, row: usize) -> String {
    let place = breakdown.place(row);
    let name = escaped(&place.name);
    let name = match territory_route(election, &place) {
        Some(route) => format!("<a href={}>{name}</a>", route.address()),
        None => name,
    };
    let incomplete = if breakdown.is_whole(row) { "" } else { " <small>incomplet</small>" };
    let mut html = format!("<tr><th scope=row>{name}{incomplete}</th>");
    for column in columns(breakdown).into_iter().skip(1) {
        // The only one with words, which may be long.
        html.push_str(if column == Column::Lead { "<td class=ahead>" } else { "<td>" });
        html.push_str(&escaped(&cell(breakdown, selection, column, row)));
        html.push_str("</td>");
    }
    html.push_str("</tr>");
    html
}

fn cell(breakdown: &Breakdown, selection: &Selection, column: Column, row: usize) -> String {
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
