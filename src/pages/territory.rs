//! One territory in an election: its rounds, its smaller territories, and what it compares with.

use leptos::prelude::*;

use crate::chart::{Table, headline, participation_chart, shown};
use crate::components::{
    BaseChoice, Breadcrumbs, BreakdownSection, ChartFigure, FigureTable, RoundSection, TableShown,
    Time, anew, bases, chosen, redrawn,
};
use crate::data::{Breakdown, Round, Standing, Territory, Vote, territory_route};
use crate::election::{Base, Place, Score, Tally};
use crate::french;
use crate::route::{Route, Slug};

/// One territory.
#[component]
pub fn TerritoryPage(
    /// What it shows.
    territory: Territory,
) -> impl IntoView {
    let place = territory.locative.clone();
    let bases = bases(&territory.rounds);
    let breakdown = territory.breakdown.clone().map(|breakdown| smaller(&territory, breakdown));
    let standings: Vec<_> = territory.standings.iter().rev().map(standing(&territory)).collect();
    let history = (territory.history.len() > 1).then(|| history(&territory));
    let across = across(&territory);
    let trail = trail(&territory);
    let page = match &territory.rounds[..] {
        [only] if territory.earlier => {
            french::capitalised(french::round(only.contest, only.number))
        }
        _ => territory.place.name.clone(),
    };
    let rounds = territory.rounds.into_iter().rev();
    let rounds = rounds.map(|round| html! { <RoundSection round place=place.clone()/> });
    html! {
        <Breadcrumbs trail page/>
        <header class="page-head">
            <p class="kicker">{territory.title}</p>
            <h1 tabindex="-1">{territory.place.name}</h1>
            {territory.merger.map(|merger| html! { <p class="remark" inner_html=merger></p> })}
        </header>
        <BaseChoice bases/>
        {rounds.collect_view()}
        {breakdown}
        {across}
        {standings}
        {history}
    }
}

/// The title of the page.
pub fn title(territory: &Territory) -> String {
    let round = match &territory.rounds[..] {
        [only] if territory.earlier => {
            format!(", {}", french::round(only.contest, only.number))
        }
        _ => String::new(),
    };
    format!("{}\u{a0}: {}{round}", territory.place.name, territory.title)
}

/// The page in a sentence, made from its last round.
pub fn description(territory: &Territory) -> String {
    let place = territory.locative.clone();
    match territory.rounds.last() {
        Some(round) => {
            let name = french::capitalised(french::round(round.contest, round.number));
            format!("{name} {place}, {}\u{a0}: {}", round.date.text, headline(round))
        }
        None => format!("{} {place}.", territory.title),
    }
}

fn trail(territory: &Territory) -> Vec<(Route, String)> {
    let election = (Route::Election(territory.election.clone()), territory.title.clone());
    let above = territory.above.iter().filter_map(|place| {
        Some((territory_route(&territory.election, place)?, place.name.clone()))
    });
    [(Route::Results, "Résultats".to_owned()), election].into_iter().chain(above).collect()
}

/// The smaller territories, and the way to those of the other rounds.
fn smaller(territory: &Territory, breakdown: Breakdown) -> impl IntoView + use<> {
    let round = territory.rounds.iter().find(|round| round.number == breakdown.round);
    let name = round.map_or("", |round| french::round(round.contest, round.number)).to_owned();
    let sources = round.map(|round| vec![round.source.clone()]).unwrap_or_default();
    let level = breakdown.level.singular();
    let missing = breakdown.missing.clone();
    let missing = missing.map(|missing| html! { <p class="partial">{missing}</p> });
    let slug = Slug::new(&territory.place.slug());
    let others = territory.other_breakdowns.iter().filter_map(|number| {
        let contest = round?.contest;
        let route = Route::TerritoryRound(territory.election.clone(), slug.clone()?, *number);
        let label = format!("Le {}, par {level}", french::round(contest, *number));
        Some(html! { <p class="more"><a href=route.address()>{label}</a></p> })
    });
    let others: Vec<_> = others.collect();
    let (election, place) = (territory.election.clone(), territory.locative.clone());
    html! { <BreakdownSection breakdown election round=name place sources>{missing}{others}</BreakdownSection> }
}

/// The way to the territories that lie across the smaller ones.
fn across(territory: &Territory) -> Option<AnyView> {
    let level = territory.across.first()?.level;
    let title = format!("Par {}", level.singular());
    let place = |place: &Place| {
        let route = territory_route(&territory.election, place).map(|route| route.address());
        html! { <li><a href=route>{place.name.clone()}</a></li> }
    };
    let places: Vec<_> = territory.across.iter().map(place).collect();
    Some(html! {
        <section class="comparison">
            <h2>{title}</h2>
            <ul>{places}</ul>
        </section>
    })
}

/// A round here and in the larger territory.
fn standing(territory: &Territory) -> impl Fn(&Standing) -> AnyView {
    |standing| {
        let round = territory.rounds.iter().find(|round| round.number == standing.round);
        round.map(|round| comparison(territory, round, standing)).into_any()
    }
}

fn comparison(territory: &Territory, round: &Round, standing: &Standing) -> impl IntoView + use<> {
    let within = &standing.within;
    let id = format!("comparaison-{}", round.number);
    let name = french::round(round.contest, round.number);
    let comparable = !standing.tally.scores.is_empty();
    let rank = standing.rank.clone().map(|rank| html! { <p>{rank}</p> });
    let title = format!("{} {}, {name}", territory.place.name, standing.locative);
    let here = round.tally.clone();
    let there = standing.tally.clone();
    let chosen = chosen();
    let mut order = round.order();
    order.truncate(shown(order.len()));
    let names = [territory.place.name.clone(), within.name.clone()];
    let known = round.clone();
    let stands = french::capitalised(round.stands.singular());
    let caption = french::capitalised(&format!("{name}, comparaison {}", standing.locative));
    let table = move || {
        let base = chosen.with(|chosen| chosen.base);
        let base = known.shown_base(base).unwrap_or(base);
        let rows = order.iter().map(|index| difference(&here, &there, *index, base)).collect();
        let [here, there] = names.each_ref().map(|it| format!("{it}, % {}", french::of_base(base)));
        let head = vec![stands.clone(), here, there, "Écart en points".to_owned()];
        anew(html! { <FigureTable caption=caption.clone() table=Table { head, rows }/> })
    };
    html! {
        <section class="comparison" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}</h2>
            {rank}
            {comparable.then(|| redrawn(table))}
        </section>
    }
}

fn difference(here: &Tally, there: &Tally, index: usize, base: Base) -> Vec<String> {
    let Some(score) = here.scores.get(index) else { return Vec::new() };
    let share_here = here.share(index, base);
    let same = |other: &Score| score.candidate == other.candidate;
    let share_there = there.scores.iter().position(same).and_then(|other| there.share(other, base));
    let points = share_here.zip(share_there).map(|(here, there)| {
        french::points(i64::from(here.hundredths()) - i64::from(there.hundredths()))
    });
    let percents = [share_here, share_there].map(|share| share.map(french::percent));
    let cells = percents.into_iter().chain([points]);
    let cells = cells.map(|cell| cell.unwrap_or_else(|| "—".to_owned()));
    std::iter::once(score.name().to_owned()).chain(cells).collect()
}

/// The same territory in the other elections of the site.
fn history(territory: &Territory) -> impl IntoView + use<> {
    let title = format!("Participation {}", territory.history_of);
    let votes = territory.history.clone();
    let chart = participation_chart(title, &votes);
    let vote = |vote: Vote| {
        let title = format!("{}, {}", vote.title, vote.round);
        html! {
            <li>
                <a href=vote.to>{title}</a>
                " ("<Time moment=vote.date/>"). "{vote.headline}{vote.territory}
            </li>
        }
    };
    let votes: Vec<_> = votes.into_iter().rev().map(vote).collect();
    html! {
        <section class="round" aria-labelledby="histoire">
            <h2 id="histoire">"D’une élection à l’autre"</h2>
            {chart.map(|chart| html! { <ChartFigure chart id="participation".to_owned() table=TableShown::Open/> })}
            <ul class="history">{votes}</ul>
        </section>
    }
}
