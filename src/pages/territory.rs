//! One territory in an election: its rounds, its smaller territories, and what it compares with.

use maud::{Markup, PreEscaped, html};

use crate::chart::{headline, history_chart};
use crate::components::{
    Part, ShownBreakdown, base_choice, breadcrumbs, breakdown_section, chart_content,
    chart_of_round, contents, differences, downloads, parent_comparison, parts_of_breakdown,
    round_section, since_section, time,
};
use crate::data::{ParentComparison, Round, Territory, territory_route};
use crate::french;
use crate::route::{Route, Slug};

/// One territory.
pub fn territory_page(territory: &Territory) -> Markup {
    html! {
        (breadcrumbs(&trail(territory), &page(territory)))
        header.page-head {
            h1 tabindex="-1" { (territory.place.name) " " small { (territory.title) } }
            @if let Some(merger) = &territory.merger { p.remark { (PreEscaped(merger)) } }
            @if territory.breakdown.is_some() { (contents(&sections(territory))) }
        }
        // The same order on every level: the round that decided, its map and its table, what came before.
        @let (last, earlier) = territory.rounds.split_last().unzip();
        @if let Some(last) = last {
            (round_section(last, &territory.locative, &base_choice(&territory.rounds)))
        }
        @if let Some(it) = breakdown(territory) {
            (breakdown_section(it, &before_the_breakdown(territory)))
        }
        @for round in earlier.unwrap_or_default().iter().rev() {
            (round_section(round, &territory.locative, &html! {}))
        }
        @if !territory.overlapping.is_empty() { (overlapping(territory)) }
        @for (index, it) in territory.since.iter().enumerate() {
            (since_section(it, index, &territory.locative))
        }
        @if !territory.parent_comparisons.is_empty() {
            div.side-by-side {
                @for (round, parent) in parent_comparisons(territory) {
                    (parent_comparison(territory, round, parent))
                }
            }
        }
        @if territory.history.len() > 1 { (history(territory)) }
        @if let Some(around) = &territory.around { (PreEscaped(around)) }
        @if let Some(route) = route(territory) {
            @let parts = territory.breakdown.as_ref().map(|it| it.level);
            @let levels: Vec<_> = [territory.place.level].into_iter().chain(parts).collect();
            (downloads(&route, &levels, territory.embed.as_deref()))
        }
    }
}

/// The sections of the page with their words.
fn sections(territory: &Territory) -> Vec<(&str, String)> {
    let of_level = match territory.breakdown.as_ref().map(|it| it.contours.is_some()) {
        Some(true) => Some(("details", "Carte")),
        Some(false) => Some(("details", "Tableau")),
        None => None,
    };
    let earlier = territory.rounds.iter().rev().skip(1);
    let earlier = earlier.map(|round| ("tour-1", french::round(round.contest, round.number)));
    let since = territory.since.first().map(|since| ("depuis-0", since.title.as_str()));
    let history = (territory.history.len() > 1).then_some(("histoire", "Historique"));
    let all = of_level.into_iter().chain(earlier).chain(since).chain(history);
    all.map(|(id, words)| (id, french::capitalised(words))).collect()
}

/// Where the page is.
fn route(territory: &Territory) -> Option<Route> {
    let place = Slug::new(&territory.place.slug())?;
    let election = territory.election.clone();
    Some(match territory.rounds.first().filter(|_| territory.earlier) {
        Some(round) => Route::TerritoryRound(election, place, round.number),
        None => Route::Territory(election, place),
    })
}

/// What of the page depends on the reader.
pub fn parts(territory: &Territory) -> Vec<Part<'_>> {
    let charts = territory.rounds.iter().map(|round| chart_of_round(round, &territory.locative));
    let tables = parent_comparisons(territory).map(|(round, it)| differences(territory, round, it));
    let breakdown = breakdown(territory).into_iter().flat_map(parts_of_breakdown);
    charts.chain(tables).chain(breakdown).collect()
}

/// What the page is in the way that leads to it.
fn page(territory: &Territory) -> String {
    earlier_round(territory).map_or_else(|| territory.place.name.clone(), french::capitalised)
}

/// The round of a page that has only an earlier one.
fn earlier_round(territory: &Territory) -> Option<&'static str> {
    let round = territory.rounds.first().filter(|_| territory.earlier)?;
    Some(french::round(round.contest, round.number))
}

/// The title of the page.
pub fn title(territory: &Territory) -> String {
    let round = earlier_round(territory).map(|round| format!(", {round}")).unwrap_or_default();
    format!("{}\u{a0}: {}{round}", territory.place.name, territory.title)
}

/// The page in a sentence, made from its last round.
pub fn description(territory: &Territory) -> String {
    let place = &territory.locative;
    let Some(round) = territory.rounds.last() else {
        return format!("{} {place}.", territory.title);
    };
    let name = french::capitalised(french::round(round.contest, round.number));
    format!("{name} {place}, {}\u{a0}: {}", round.date.text, headline(round))
}

fn trail(territory: &Territory) -> Vec<(Route, &str)> {
    let election = (Route::Election(territory.election.clone()), territory.title.as_str());
    let parents = territory.parents.iter().filter_map(|place| {
        Some((territory_route(&territory.election, place)?, place.name.as_str()))
    });
    [(Route::Results, "Résultats"), election].into_iter().chain(parents).collect()
}

/// The smaller territories with their round.
fn breakdown(territory: &Territory) -> Option<ShownBreakdown<'_>> {
    let breakdown = territory.breakdown.as_ref()?;
    let round = territory.rounds.iter().find(|round| round.number == breakdown.round)?;
    let place = &territory.locative;
    Some(ShownBreakdown { breakdown, election: &territory.election, round, place })
}

/// The way to the smaller territories in the other rounds.
fn before_the_breakdown(territory: &Territory) -> Markup {
    let Some(breakdown) = &territory.breakdown else { return html! {} };
    let level = breakdown.level.singular();
    let slug = Slug::new(&territory.place.slug());
    let contest = territory.rounds.first().map(|round| round.contest);
    let others = territory.other_breakdowns.iter().filter_map(|number| {
        let route = Route::TerritoryRound(territory.election.clone(), slug.clone()?, *number);
        Some((route.href(), french::round(contest?, *number)))
    });
    html! {
        @for (href, round) in others {
            p.more { a href=(href) { "Le " (round) ", par " (level) } }
        }
    }
}

/// The way to the territories that overlap the smaller ones.
fn overlapping(territory: &Territory) -> Markup {
    let level =
        territory.overlapping.first().map(|place| place.level.singular()).unwrap_or_default();
    let href = |place| territory_route(&territory.election, place).map(|route| route.href());
    html! {
        section.comparison {
            h2 { "Par " (level) }
            ul {
                @for place in &territory.overlapping { li { a href=[href(place)] { (place.name) } } }
            }
        }
    }
}

/// Each round, the last first, with how it went in the larger territory.
fn parent_comparisons(territory: &Territory) -> impl Iterator<Item = (&Round, &ParentComparison)> {
    territory.parent_comparisons.iter().rev().filter_map(|parent| {
        let round = territory.rounds.iter().find(|round| round.number == parent.round);
        Some((round?, parent))
    })
}

/// The same territory in the other elections of the site: a picture of turnout and of whoever led, or a list where
/// there is nothing to draw.
fn history(territory: &Territory) -> Markup {
    let title = format!("Participation {}", territory.history_of);
    html! {
        section.history aria-labelledby="histoire" {
            h2 id="histoire" { "D’une élection à l’autre" }
            @match history_chart(title, &territory.history) {
                Some(chart) => {
                    figure.chart {
                        (chart_content(&chart, "participation", "histoire"))
                    }
                }
                None => {
                    ul {
                        @for vote in &territory.history {
                            li {
                                a href=(vote.to) { (vote.title) ", " (vote.round) }
                                " (" (time(&vote.date)) "). " (vote.headline)
                                @if let Some(territory) = &vote.territory { (territory) }
                            }
                        }
                    }
                }
            }
        }
    }
}
