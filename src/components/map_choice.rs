//! The choice of what a map shows.

use maud::{Markup, html};

use crate::data::{Breakdown, MapView};

/// The choice, with its first option: a page that is not interactive yet need not hold the others.
pub fn map_choice(breakdown: &Breakdown) -> Markup {
    html! {
        label {
            span { "Carte" }
            select name="carte" { (options(breakdown, 1)) }
        }
    }
}

/// Everything of which there are figures.
pub fn map_options(breakdown: &Breakdown) -> Markup {
    options(breakdown, MapView::ALL.len())
}

fn options(breakdown: &Breakdown, most: usize) -> Markup {
    let before = breakdown.before.as_ref().map_or("", |before| &before.since);
    html! {
        @for (view, word) in MapView::ALL.iter().filter(|it| it.0.is_known(breakdown)).take(most) {
            option value=(word) {
                @match view {
                    MapView::Votes => "Voix",
                    MapView::Margin => "Écart entre les deux premiers",
                    MapView::Turnout => "Participation",
                    MapView::Change => { "Évolution " (before) }
                }
            }
        }
    }
}
