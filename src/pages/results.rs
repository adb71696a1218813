//! The list of elections, each with its headline.

use leptos::prelude::*;

use crate::chart::headline;
use crate::components::{Breadcrumbs, Time};
use crate::data::{ElectionCard, Results};
use crate::french;
use crate::route::Route;

/// The list of elections.
#[component]
pub fn ResultsPage(
    /// What it shows.
    results: Results,
) -> impl IntoView {
    view! {
        <Breadcrumbs trail=vec![]/>
        <header class="page-head">
            <h1 tabindex="-1">"Résultats"</h1>
            <p class="lead">"Chaque chiffre est publié avec sa base et sa source."</p>
        </header>
        {results.elections.into_iter().map(card).collect_view()}
    }
}

fn card(election: ElectionCard) -> impl IntoView {
    let headline = headline(&election.round);
    let round = french::capitalised(french::round(election.round.contest, election.round.number));
    view! {
        <article class="card">
            <p class="kicker">{election.territory}</p>
            <h2><a href=Route::Election(election.slug).to_string()>{election.title}</a></h2>
            <p>{round}", "<Time moment=election.round.date/>". "{headline}</p>
        </article>
    }
}
