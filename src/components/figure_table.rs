//! A table of figures that scrolls by itself where the screen is too narrow.

use maud::{Markup, html};

use crate::chart::Table;

/// A table: the first column names the row. The caption says what it shows to those who do not see it.
pub fn figure_table(caption: &str, table: &Table) -> Markup {
    html! {
        // A table that is wider than the screen scrolls by itself, also by keyboard.
        div.scroll role="region" tabindex="0" aria-label={ "Tableau\u{a0}: " (caption) } {
            table {
                caption.visually-hidden { (caption) }
                thead { tr { @for heading in &table.head { th scope="col" { (heading) } } } }
                tbody {
                    @for row in &table.rows {
                        @let (name, cells) = row.split_first().unzip();
                        tr {
                            th scope="row" { @if let Some(name) = name { (name) } }
                            @for cell in cells.unwrap_or_default() { td { (cell) } }
                        }
                    }
                }
            }
        }
    }
}
