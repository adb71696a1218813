//! The choice of a candidate, whose figures the map and the table show.

use leptos::prelude::*;

use super::chosen;
use crate::data::Breakdown;
use crate::french;

/// Everyone who stands; on a map also whoever is ahead.
#[component]
pub fn CandidateChoice(
    /// The territories in which they stand.
    data: StoredValue<Breakdown>,
) -> impl IntoView {
    let chosen = chosen();
    let leaders = data.with_value(|breakdown| {
        let on_a_map = breakdown.contours.is_some();
        on_a_map.then(|| html! { <option value="">"Qui est en tête"</option> })
    });
    let option =
        |(index, name): (usize, String)| html! { <option value=index.to_string()>{name}</option> };
    let (candidates, label) = data.with_value(|breakdown| {
        (breakdown.candidates.clone(), french::capitalised(breakdown.stands.singular()))
    });
    let value = move || {
        let candidate = chosen.with(|chosen| chosen.candidate);
        let shown = data.with_value(|breakdown| match candidate {
            None if breakdown.contours.is_some() => None,
            _ => Some(chosen.with(|chosen| chosen.shown_candidate(breakdown))),
        });
        shown.map(|index| index.to_string()).unwrap_or_default()
    };
    html! {
        <label>
            <span>{label}</span>
            <select
                prop:value=value
                on:change=move |event| {
                    let index = event_target_value(&event).parse().ok();
                    chosen.update(|chosen| chosen.candidate = index);
                }
            >
                {leaders}
                {candidates.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
