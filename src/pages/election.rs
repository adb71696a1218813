//! One election: what decided it first, then each round, then what the rounds prove.

use leptos::prelude::*;

use crate::chart::{comparison_chart, headline, round_chart};
use crate::components::{Breadcrumbs, ChartFigure, TableShown, Time};
use crate::data::{Election, Round};
use crate::election::{Base, Figure, Origin, Quantity, Share};
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
            let title = format!("Les voix de chaque finaliste à {territory}");
            comparison_chart(title, first, last)
        }
        _ => None,
    };
    // The round that decided is what a reader came for.
    let rounds = election.rounds.into_iter().rev().map(|round| round_section(round, &territory));
    view! {
        <Breadcrumbs trail=vec![(Route::Results, "Résultats")]/>
        <header class="page-head">
            <p class="kicker">{territory.clone()}</p>
            <h1 tabindex="-1">{election.title}</h1>
            <div class="lead" inner_html=election.introduction></div>
        </header>
        {rounds.collect_view()}
        {comparison.map(|chart| view! {
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
        return format!("{} à {}.", election.title, election.territory);
    };
    let name = french::capitalised(french::round(round.contest, round.number));
    format!("{name} à {}, {}\u{a0}: {}", election.territory, round.date.text, headline(round))
}

fn round_section(round: Round, territory: &str) -> impl IntoView + use<> {
    let name = french::round(round.contest, round.number);
    let id = format!("tour-{}", round.number);
    let chart = round_chart(format!("{} à {territory}", french::capitalised(name)), &round);
    let turnout = turnout(&round);
    view! {
        <section class="round" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{french::capitalised(name)}</h2>
            <p class="kicker"><Time moment=round.date/></p>
            <ChartFigure chart id=format!("{id}-graphique") table=TableShown::Open/>
            <div class="beside">
                {turnout}
                {round.note.map(|note| view! { <p class="remark">{note}</p> })}
            </div>
        </section>
    }
}

/// The figures of participation, each with its share where its base is known.
fn turnout(round: &Round) -> impl IntoView + use<> {
    let figures = round.figures();
    let known = |quantity| figures.get(quantity).map(|figure| (quantity, figure));
    let share_of_voters = |count: u32| {
        let voters = figures.get(Quantity::Voters)?.count;
        Share::of(count, voters, Base::Voters)
    };
    let row = |(quantity, figure): (Quantity, Figure)| {
        let share = match quantity {
            Quantity::Blank | Quantity::Null | Quantity::BlankAndNull | Quantity::Valid => {
                share_of_voters(figure.count)
            }
            Quantity::Voters | Quantity::Abstentions => figures
                .get(Quantity::Registered)
                .and_then(|whole| Share::of(figure.count, whole.count, Base::Registered)),
            Quantity::Registered => None,
        };
        let share = share
            .map(|share| format!("{} {}", french::percent(share), french::of_base(share.base())));
        view! {
            <div>
                <dt>{name(quantity)}</dt>
                <dd>
                    <strong>{french::number(figure.count)}</strong>
                    {share.map(|share| view! { <span>{share}</span> })}
                    {origin(figure.origin).map(|origin| view! { <span class="origin">{origin}</span> })}
                </dd>
            </div>
        }
    };
    let unknown = figures.get(Quantity::Registered).is_none().then(|| {
        view! { <p class="remark">"Le nombre d’inscrits n’est pas connu."</p> }
    });
    let rows: Vec<_> = Quantity::ALL.into_iter().filter_map(known).map(row).collect();
    view! {
        <h3>"Participation"</h3>
        <dl class="turnout">{rows}</dl>
        {unknown}
    }
}

fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Registered => "Inscrits",
        Quantity::Abstentions => "Abstentions",
        Quantity::Voters => "Votants",
        Quantity::Blank => "Blancs",
        Quantity::Null => "Nuls",
        Quantity::BlankAndNull => "Blancs et nuls",
        Quantity::Valid => "Exprimés",
    }
}

fn origin(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Published => None,
        Origin::Derived => Some("calculé"),
        Origin::Reconstructed => Some("reconstitué"),
    }
}
