//! One election: what decided it first, then each round, then what the rounds prove.

use maud::{Markup, PreEscaped, html};

use crate::chart::{Chart, comparison_chart, headline};
use crate::components::{
    Part, base_choice, breadcrumbs, chart_figure, chart_of_round, downloads, round_section,
    territory_links,
};
use crate::data::Election;
use crate::french;
use crate::route::Route;

/// One election.
pub fn election_page(election: &Election) -> Markup {
    html! {
        (breadcrumbs(&[(Route::Results, "Résultats")], &election.title))
        header.page-head {
            p.kicker { (election.territory) }
            h1 tabindex="-1" { (election.title) }
            div.lead { (PreEscaped(&election.introduction)) }
        }
        // The round that decided is what a reader came for.
        @if let Some((last, earlier)) = election.rounds.split_last() {
            (round_section(last, &election.locative, &base_choice(&election.rounds)))
            (territory_links(&election.slug, &election.other_territories))
            @for round in earlier.iter().rev() {
                (round_section(round, &election.locative, &html! {}))
            }
        }
        @if let Some(chart) = comparison(election) {
            section.round aria-labelledby="comparaison" {
                h2 id="comparaison" { "D’un tour à l’autre" }
                (chart_figure(&chart, "comparaison-graphique"))
            }
        }
        @let route = Route::Election(election.slug.clone());
        (downloads(&route, &[election.level], election.embed.as_deref()))
    }
}

fn comparison(election: &Election) -> Option<Chart> {
    let [first, .., last] = &election.rounds[..] else { return None };
    comparison_chart(format!("Les voix de chaque finaliste {}", election.locative), first, last)
}

/// What of the page depends on the reader.
pub fn parts(election: &Election) -> Vec<Part<'_>> {
    election.rounds.iter().map(|round| chart_of_round(round, &election.locative)).collect()
}

/// The page in a sentence, made from its last round.
pub fn description(election: &Election) -> String {
    let Some(round) = election.rounds.last() else {
        return format!("{} {}.", election.title, election.locative);
    };
    let name = french::capitalised(french::round(round.contest, round.number));
    format!("{name} {}, {}\u{a0}: {}", election.locative, round.date.text, headline(round))
}
