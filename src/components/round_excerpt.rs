//! One round shown outside its election's own page.

use maud::{Markup, html};

use super::chart_figure;
use crate::chart::round_chart;
use crate::data::RoundExcerpt;
use crate::election::Base;
use crate::french;
use crate::route::Route;

/// The chart of a round and the way to the whole result.
pub fn round_excerpt(excerpt: &RoundExcerpt) -> Markup {
    let round = french::round(excerpt.round.contest, excerpt.round.number);
    let title = format!("{}, {round} {}", excerpt.title, excerpt.locative);
    let id = format!("{}-{}", excerpt.slug, excerpt.round.number);
    let chart = round_chart(title, &excerpt.round, Base::Valid);
    html! {
        div.round-excerpt {
            (chart_figure(&chart, &id))
            p.more {
                a href=(Route::Election(excerpt.slug.clone()).href()) {
                    "Tous les résultats\u{a0}: " (excerpt.title)
                }
            }
        }
    }
}
