//! What a territory is made of in one round: a map where there are outlines, and the table.

use leptos::prelude::*;

use super::{BreakdownTable, CandidateChoice, SourceLine, TerritoryChoice, TerritoryMap};
use crate::chart::TablePlace;
use crate::data::{Breakdown, Source};
use crate::election::Level;
use crate::french;
use crate::route::Slug;

/// The smaller territories with the choices that a reader has.
#[component]
pub fn BreakdownSection(
    /// The territories.
    breakdown: Breakdown,
    /// The election, for the addresses of their pages.
    election: Slug,
    /// The round, as a reader calls it.
    round: String,
    /// The whole as the end of a sentence.
    place: String,
    /// Who published the figures.
    sources: Vec<Source>,
    /// What comes first: the way to other rounds.
    children: Children,
) -> impl IntoView {
    let level = breakdown.level;
    let caption = french::capitalised(&format!("{round} {place}, par {}", level.singular()));
    let candidates = breakdown.candidates.len();
    let (on_a_map, several) = (breakdown.contours.is_some(), breakdown.len() > 1);
    let data = StoredValue::new(breakdown);
    let table = TablePlace { id: "tableau".to_owned(), label: label(level) };
    let map = on_a_map.then(|| {
        let (election, sources) = (election.clone(), sources.clone());
        html! { <TerritoryMap data election place sources table/> }
    });
    let candidate = (on_a_map || candidates > 1).then(|| html! { <CandidateChoice data/> });
    let territory = (on_a_map && several).then(|| html! { <TerritoryChoice data/> });
    html! {
        <section class="smaller" aria-labelledby="details">
            <h2 id="details">{format!("Par {}, {round}", level.singular())}</h2>
            {children()}
            <div class="controls">{candidate}{territory}</div>
            {map}
            <div id="tableau">
                <BreakdownTable data election caption/>
            </div>
            <SourceLine sources/>
        </section>
    }
}

fn label(level: Level) -> String {
    format!("Tous les chiffres, {0} par {0}", level.singular())
}
