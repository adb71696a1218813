//! The list of elections by year, each with its headline figures.

use leptos::prelude::*;

use crate::components::{Breadcrumbs, Time, elsewhere_links};
use crate::data::{ElectionCard, ElectionYear, KeyFigure, Results};
use crate::route::Route;

/// The list of elections.
#[component]
pub fn ResultsPage(
    /// What it shows.
    results: Results,
) -> impl IntoView {
    let years: Vec<_> = results.years.into_iter().map(year).collect();
    html! {
        <Breadcrumbs trail=vec![] page="Résultats".to_owned()/>
        <header class="page-head">
            <h1 tabindex="-1">"Résultats"</h1>
            <p class="lead">"Chaque chiffre est publié avec sa base et sa source."</p>
        </header>
        {years}
    }
}

fn year(year: ElectionYear) -> impl IntoView {
    let id = format!("annee-{}", year.year);
    let elections: Vec<_> = year.elections.into_iter().map(card).collect();
    html! {
        <section class="year" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{year.year.to_string()}</h2>
            <div>{elections}</div>
        </section>
    }
}

fn card(election: ElectionCard) -> impl IntoView {
    let elsewhere = elsewhere_links(&election.slug, election.elsewhere);
    let figures: Vec<_> = election.figures.into_iter().map(figure).collect();
    html! {
        <article class="election">
            <div>
                <p class="kicker">{election.territory}</p>
                <h3><a href=Route::Election(election.slug).address()>{election.title}</a></h3>
                <p class="remark">{election.round}", "<Time moment=election.date/>". "{election.headline}</p>
                {elsewhere}
            </div>
            <dl class="turnout">{figures}</dl>
        </article>
    }
}

fn figure(key: KeyFigure) -> impl IntoView {
    html! {
        <div>
            <dt>{key.label}</dt>
            <dd><strong>{key.figure}</strong><span>{key.base}</span></dd>
        </div>
    }
}
