//! The list of elections by year, each with its headline figures.

use leptos::prelude::*;

use crate::components::{Breadcrumbs, Time, chosen, escaped, filter, territory_links};
use crate::data::{ElectionCard, ElectionYear, Finder, KeyFigure, Results, territory_route};
use crate::election::Place;
use crate::route::Route;

/// The list of elections.
#[component]
pub fn ResultsPage(
    /// What it shows.
    results: Results,
) -> impl IntoView {
    let way = results.finder.as_ref().map(|finder| finder.title.clone());
    let way = way.map(|title| html! { <p class="more"><a href="#trouver">{title}</a></p> });
    let finder = results.finder.map(self::finder);
    let years: Vec<_> = results.years.into_iter().map(year).collect();
    html! {
        <Breadcrumbs trail=vec![] page="Résultats".to_owned()/>
        <header class="page-head">
            <h1 tabindex="-1">"Résultats"</h1>
            <p class="lead">"Chaque chiffre est publié avec sa base et sa source."</p>
            {way}
        </header>
        {years}
        {finder}
    }
}

/// Every territory as a way to its page; without script all of them.
fn finder(finder: Finder) -> impl IntoView {
    let chosen = chosen();
    let (title, level, all) = (finder.title.clone(), finder.level, finder.names.len());
    let finder = StoredValue::new(finder);
    let rows = Memo::new(move |_| {
        let finds = |row: &usize| {
            finder.with_value(|it| {
                chosen.with(|chosen| chosen.finds(&it.names[*row], &it.codes[*row]))
            })
        };
        (0..all).filter(finds).collect::<Vec<usize>>()
    });
    let list = move || {
        let item = |row: &usize| finder.with_value(|finder| item(finder, *row));
        rows.with(|rows| rows.iter().filter_map(item).collect::<String>())
    };
    html! {
        <section class="finder" aria-labelledby="trouver">
            <h2 id="trouver">{title}</h2>
            {filter(level, all, rows)}
            <ul inner_html=list></ul>
        </section>
    }
}

fn item(finder: &Finder, row: usize) -> Option<String> {
    let (code, name) = (finder.codes[row].clone(), finder.names[row].clone());
    let label = escaped(&name);
    let election = finder.elections.get(*finder.latest.get(row)?)?;
    let route = territory_route(election, &Place { level: finder.level, code, name })?;
    Some(format!("<li><a href={}>{label}</a></li>", route.address()))
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
    let others = territory_links(&election.slug, election.other_territories);
    let since = election.since.map(|since| html! { <p class="remark">{since}</p> });
    let figures: Vec<_> = election.figures.into_iter().map(figure).collect();
    html! {
        <article class="election">
            <div>
                <p class="kicker">{election.territory}</p>
                <h3><a href=Route::Election(election.slug).address()>{election.title}</a></h3>
                <p class="remark">{election.round}", "<Time moment=election.date/>". "{election.headline}</p>
                {since}
                {others}
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
