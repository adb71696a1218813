//! The field with which a reader finds territories by their name or code, and how many are found.

use leptos::prelude::*;

use super::chosen;
use crate::election::Level;
use crate::french;

/// The field, and the number of the rows that are shown of so many territories.
pub fn filter(level: Level, all: usize, rows: Memo<Vec<usize>>) -> impl IntoView {
    let chosen = chosen();
    let count = move || row_count(level, all, rows.with(Vec::len));
    html! {
        <div class="controls">
            <label>
                <span>{format!("Filtrer les {} (nom ou code)", level.plural())}</span>
                <input
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || chosen.with(|chosen| chosen.filter.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        chosen.update(|chosen| chosen.filter = text);
                    }
                />
            </label>
        </div>
        <output class="row-count" inner_html=count></output>
    }
}

/// « 12 communes sur 262. », « Aucune commune sur 262. »
fn row_count(level: Level, all: usize, shown: usize) -> String {
    let territories = french::capitalised(&french::territories(shown, level));
    if shown == all {
        format!("{territories}.")
    } else {
        format!("{territories} sur\u{a0}{}.", french::number(all as u32))
    }
}
