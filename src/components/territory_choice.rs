//! The choice of a territory to look at: what a click on the map does, for the keyboard.

use leptos::prelude::*;

use super::{chosen, escaped, today};
use crate::data::{Breakdown, Selection};
use crate::french;

/// Every territory of a map, in the order of their names.
#[component]
pub fn TerritoryChoice(
    /// The territories.
    data: StoredValue<Breakdown>,
) -> impl IntoView {
    let chosen = chosen();
    let live = today();
    let level = data.with_value(|breakdown| breakdown.level);
    // There may be hundreds: a page that does not answer yet need not hold them.
    let options = move || live.with(Option::is_some).then(|| data.with_value(options));
    let value = move || {
        live.track();
        chosen.with(|chosen| chosen.territory.clone()).unwrap_or_default()
    };
    html! {
        <label>
            <span>{french::capitalised(level.singular())}</span>
            <select
                inner_html=options
                prop:value=value
                on:change=move |event| {
                    let code = Some(event_target_value(&event)).filter(|code| !code.is_empty());
                    chosen.update(|chosen| chosen.territory = code);
                }
            ></select>
        </label>
    }
}

fn options(breakdown: &Breakdown) -> String {
    let option = |row: usize| {
        let place = breakdown.place(row);
        format!("<option value=\"{}\">{}</option>", escaped(&place.code), escaped(&place.name))
    };
    let rows = Selection::default().rows(breakdown);
    std::iter::once("<option value=\"\">—</option>".to_owned())
        .chain(rows.into_iter().map(option))
        .collect()
}
