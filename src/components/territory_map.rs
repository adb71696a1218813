//! The map of the smaller territories, and what is known of the one that a reader looks at.

use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent};

use super::{MapFigure, anew, chosen, redrawn};
use crate::chart::{TablePlace, territory_map};
use crate::data::{Breakdown, Selection, Source, territory_route};
use crate::french;
use crate::route::Slug;

/// What is said before anything was chosen.
const HINT: &str =
    "Touchez la carte ou choisissez dans la liste\u{a0}: les chiffres s’affichent ici.";

/// What is said of a territory whose figures lack something.
const INCOMPLETE: &str = "Chiffres incomplets.";

/// A map that answers to the choice of base, candidate and territory.
#[component]
pub fn TerritoryMap(
    /// The territories.
    data: StoredValue<Breakdown>,
    /// The election, for the addresses of their pages.
    election: Slug,
    /// The whole as the end of a sentence.
    place: String,
    /// Who published the figures.
    sources: Vec<Source>,
    /// Where every figure stands.
    table: TablePlace,
) -> impl IntoView {
    let chosen = chosen();
    let view = Memo::new(move |_| chosen.with(on_the_map));
    let figure = move || {
        let map = data.with_value(|breakdown| {
            let (sources, table) = (sources.clone(), table.clone());
            view.with(|view| territory_map(breakdown, view, &place, sources, table))
        });
        map.map(|map| anew(html! { <MapFigure map id="carte".to_owned()/> }))
    };
    let looked_at = move || {
        let found = |view: &Selection| data.with_value(|it| looked_at(it, view, &election));
        anew(view.with(found).unwrap_or_else(|| html! { <p class="remark">{HINT}</p> }))
    };
    let look_at = move |event| {
        if let Some(code) = data.with_value(|breakdown| clicked(breakdown, &event)) {
            chosen.update(|chosen| chosen.territory = Some(code));
        }
    };
    html! {
        <div class="explored">
            <div class="looked-at" aria-live="polite">{redrawn(looked_at)}</div>
            <div on:click=look_at>{redrawn(figure)}</div>
        </div>
    }
}

/// What of a choice a map shows: neither order nor filter changes it.
fn on_the_map(chosen: &Selection) -> Selection {
    Selection { sort: Default::default(), filter: String::new(), ..chosen.clone() }
}

/// The code of the territory whose shape was clicked on, if it was one: shapes are drawn in the order of
/// the outlines.
fn clicked(breakdown: &Breakdown, event: &MouseEvent) -> Option<String> {
    let shape = event_target::<Element>(event).closest(".territories path").ok()??;
    let before = std::iter::successors(Some(shape), Element::previous_element_sibling).skip(1);
    let shapes = &breakdown.contours.as_ref()?.shapes;
    shapes.get(before.count()).map(|shape| shape.code.clone())
}

/// The territory that a reader looks at: the way to its page, who is ahead, the chosen candidate.
fn looked_at(breakdown: &Breakdown, view: &Selection, election: &Slug) -> Option<AnyView> {
    let row = breakdown.row(view.territory.as_ref()?)?;
    let base = view.shown_base(breakdown);
    let place = breakdown.place(row);
    let said = |name: &str, votes, share: Option<_>| {
        let share =
            share.map(|share| format!("{} {}, ", french::percent(share), french::of_base(base)));
        format!("{name}\u{a0}: {}{}\u{a0}voix", share.unwrap_or_default(), french::number(votes))
    };
    let lead = breakdown.lead(row).map(|(name, votes)| {
        let said = said(&name, votes, breakdown.lead_share(row, base));
        if breakdown.leaders(row).len() > 1 {
            format!("À égalité, {said} {}.", breakdown.stands.each())
        } else {
            format!("En tête, {said}.")
        }
    });
    let candidate = view.candidate.and_then(|index| {
        let (name, share) = (breakdown.candidates.get(index)?, breakdown.share(index, row, base));
        Some(format!("{}.", said(name, breakdown.votes(index, row)?, share)))
    });
    let turnout = breakdown
        .turnout(row)
        .map(|share| format!("Participation\u{a0}: {}.", french::percent(share)));
    let route = territory_route(election, &place).map(|route| route.address());
    let incomplete = (!breakdown.is_whole(row)).then(|| INCOMPLETE.to_owned());
    let lines: Vec<_> = [incomplete, lead, candidate, turnout]
        .into_iter()
        .flatten()
        .map(|line| html! { <p>{line}</p> })
        .collect();
    Some(html! {
        <p class="title"><a href=route>{place.name}</a></p>
        {lines}
    })
}
