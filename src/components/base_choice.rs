//! The choice of what percentages are taken of.

use leptos::prelude::*;

use super::chosen;
use crate::election::Base;
use crate::french;

/// One choice a known base. It is not shown where there is nothing to choose, nor without script.
#[component]
pub fn BaseChoice(
    /// The bases that are known.
    bases: Vec<Base>,
) -> impl IntoView {
    let chosen = chosen();
    let choice = move |base: Base| {
        html! {
            <label>
                <input
                    type="radio"
                    name="base"
                    prop:checked=move || chosen.with(|chosen| chosen.base == base)
                    on:change=move |_| chosen.update(|chosen| chosen.base = base)
                />
                {french::of_base(base)}
            </label>
        }
    };
    (bases.len() > 1).then(|| {
        html! {
            <fieldset class="controls">
                <legend>"Pourcentages"</legend>
                {bases.into_iter().map(choice).collect_view()}
            </fieldset>
        }
    })
}
