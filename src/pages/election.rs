//! One election: what decided it first, then each round, then what the rounds prove.

use leptos::prelude::*;

use crate::chart::{comparison_chart, headline};
use crate::components::{
    BaseChoice, Breadcrumbs, ChartFigure, RoundSection, TableShown, bases, territory_links,
};
use crate::data::Election;
use crate::french;
use crate::route::Route;

/// One election.
#[component]
pub fn ElectionPage(
    /// What it shows.
    election: Election,
) -> impl IntoView {
    let territory = election.territory;
    let comparison = match &election.rounds[..] {
        [first, .., last] => {
            let title = format!("Les voix de chaque finaliste {}", election.locative);
            comparison_chart(title, first, last)
        }
        _ => None,
    };
    let bases = bases(&election.rounds);
    let place = election.locative;
    // The round that decided is what a reader came for.
    let rounds = election.rounds.into_iter().rev().map(|round| {
        html! { <RoundSection round place=place.clone()/> }
    });
    let others = territory_links(&election.slug, election.other_territories);
    html! {
        <Breadcrumbs trail=vec![(Route::Results, "Résultats".to_owned())] page=election.title.clone()/>
        <header class="page-head">
            <p class="kicker">{territory.clone()}</p>
            <h1 tabindex="-1">{election.title}</h1>
            <div class="lead" inner_html=election.introduction></div>
        </header>
        {others}
        <BaseChoice bases/>
        {rounds.collect_view()}
        {comparison.map(|chart| html! {
            <section class="round" aria-labelledby="comparaison">
                <h2 id="comparaison">"D’un tour à l’autre"</h2>
                <ChartFigure chart id="comparaison".to_owned() table=TableShown::Open/>
            </section>
        })}
    }
}

/// The page in a sentence, made from its last round.
pub fn description(election: &Election) -> String {
    let Some(round) = election.rounds.last() else {
        return format!("{} {}.", election.title, election.locative);
    };
    let name = french::capitalised(french::round(round.contest, round.number));
    format!("{name} {}, {}\u{a0}: {}", election.locative, round.date.text, headline(round))
}
