//! One round shown outside its election's own page.

use leptos::prelude::*;

use super::{ChartFigure, TableShown};
use crate::chart::round_chart;
use crate::data::RoundExcerpt;
use crate::election::Base;
use crate::french;
use crate::route::Route;

/// The chart of a round and the way to the whole result.
#[component]
pub fn RoundExcerptView(
    /// The round and its election.
    excerpt: RoundExcerpt,
) -> impl IntoView {
    let round = french::round(excerpt.round.contest, excerpt.round.number);
    let title = format!("{}, {round} {}", excerpt.title, excerpt.locative);
    let id = format!("{}-{}", excerpt.slug, excerpt.round.number);
    let chart = round_chart(title, &excerpt.round, Base::Valid);
    html! {
        <div class="round-excerpt">
            <ChartFigure chart id table=TableShown::Folded/>
            <p class="more">
                <a href=Route::Election(excerpt.slug).address()>
                    "Tous les résultats\u{a0}: "{excerpt.title}
                </a>
            </p>
        </div>
    }
}
