//! A table of figures that scrolls by itself where the screen is too narrow.

use maud::{Markup, html};

use crate::chart::Table;

/// A table: the first column names the row. The caption says what it shows to those who do not see it; its id is
/// a word that no other element of the page has.
pub fn figure_table(caption_id: &str, caption: &str, table: &Table) -> Markup {
    html! {
        // A table that is wider than the screen scrolls by itself, also by keyboard.
        div.scroll role="region" tabindex="0" aria-labelledby=(caption_id) {
            table {
                caption.visually-hidden id=(caption_id) { (caption) }
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
