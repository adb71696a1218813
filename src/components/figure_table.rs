//! A table of figures that scrolls by itself where the screen is too narrow.

use leptos::prelude::*;

use crate::chart::Table;

/// A table: the first column names the row.
#[component]
pub fn FigureTable(
    /// What it shows, for those who do not see it.
    caption: String,
    /// The figures.
    table: Table,
) -> impl IntoView {
    let region = format!("Tableau\u{a0}: {caption}");
    let headings = table.head.into_iter().map(|heading| html! { <th scope="col">{heading}</th> });
    let rows = table.rows.into_iter().map(|row| {
        let mut cells = row.into_iter();
        html! {
            <tr>
                <th scope="row">{cells.next().unwrap_or_default()}</th>
                {cells.map(|cell| html! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    });
    html! {
        // A table that is wider than the screen scrolls by itself, also by keyboard.
        <div class="scroll" role="region" tabindex="0" aria-label=region>
            <table>
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{headings.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
