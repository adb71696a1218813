//! The field with which a reader finds territories by their name or code, and how many are found.

use maud::{Markup, html};

use crate::election::Level;
use crate::french;

/// The field, what territories are found `by`, and the number of the rows that are shown: all of them.
pub fn filter(level: Level, by: &str, all: usize) -> Markup {
    html! {
        div.controls {
            label {
                span { "Filtrer les " (level.plural()) " (" (by) ")" }
                input type="search" name="filtre" autocomplete="off" spellcheck="false";
            }
        }
        output.row-count { (row_count(level, all, all)) }
    }
}

/// « 12 communes sur 262. », « Aucune commune sur 262. »
pub fn row_count(level: Level, all: usize, shown: usize) -> String {
    let territories = french::capitalised(&french::territories(shown, level));
    if shown == all {
        format!("{territories}.")
    } else {
        format!("{territories} sur\u{a0}{}.", french::number(all as u32))
    }
}
