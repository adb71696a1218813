//! What changed in a territory since the last election that compares.

use maud::{Markup, html};

use super::figure_table;
use crate::data::Detail;
use crate::french;

/// A round beside that of the election before; `round` tells it from the others of the page.
pub fn since_section(since: &Detail, round: usize, locative: &str) -> Markup {
    let id = format!("depuis-{round}");
    html! {
        section.comparison.detail aria-labelledby=(id) {
            h2 id=(id) { (since.title) }
            @for words in &since.words { p { (words) } }
            @if let Some(table) = &since.table {
                (figure_table(&format!("{id}-tableau"), &caption(since, locative), table))
            }
        }
    }
}

fn caption(since: &Detail, locative: &str) -> String {
    french::capitalised(&format!("{locative}, {}", since.title))
}
