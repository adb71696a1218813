//! The choice of a candidate, whose figures the map and the table show.

use leptos::prelude::*;

use super::{chosen, escaped, today};
use crate::data::Breakdown;
use crate::french;

/// Everyone who stands; on a map also whoever is ahead.
#[component]
pub fn CandidateChoice(
    /// The territories in which they stand.
    data: StoredValue<Breakdown>,
) -> impl IntoView {
    let chosen = chosen();
    let live = today();
    let label = data.with_value(|breakdown| french::capitalised(breakdown.stands.singular()));
    // There may be dozens: a page that does not answer yet need not hold them.
    let options = move || live.with(Option::is_some).then(|| data.with_value(options));
    let value = move || {
        live.track();
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
                inner_html=options
                prop:value=value
                on:change=move |event| {
                    let index = event_target_value(&event).parse().ok();
                    chosen.update(|chosen| chosen.candidate = index);
                }
            ></select>
        </label>
    }
}

fn options(breakdown: &Breakdown) -> String {
    let leaders =
        breakdown.contours.as_ref().map(|_| "<option value=\"\">Qui est en tête</option>");
    let option = |(index, name): (usize, &String)| {
        format!("<option value={index}>{}</option>", escaped(name))
    };
    let candidates = breakdown.candidates.iter().enumerate().map(option);
    leaders.map(str::to_owned).into_iter().chain(candidates).collect()
}
