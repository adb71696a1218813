//! The choice of what percentages are taken of.

use leptos::prelude::*;

use super::chosen;
use crate::data::Round;
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

/// The bases to choose from: those of which something else is shown than of the ones before.
pub fn bases(rounds: &[Round]) -> Vec<Base> {
    let shown = |base: Base| -> Vec<Option<u32>> {
        let of = |round: &Round| {
            let base = round.shown_base(base);
            let share = |index| Some(round.tally.share(index, base?)?.hundredths());
            (0..round.tally.scores.len()).map(share).collect::<Vec<_>>()
        };
        rounds.iter().flat_map(of).collect()
    };
    let mut seen = Vec::new();
    let mut differs = |base: &Base| {
        let known = rounds.iter().any(|round| round.shown_base(*base) == Some(*base));
        let shown = shown(*base);
        let differs = known && !seen.contains(&shown);
        if differs {
            seen.push(shown);
        }
        differs
    };
    [Base::Valid, Base::Voters, Base::Registered].into_iter().filter(|base| differs(base)).collect()
}
