//! The choice of what percentages are taken of.

use maud::{Markup, html};

use crate::data::{Round, Selection};
use crate::election::Base;
use crate::french;

/// One choice a known base. Nothing where there is nothing to choose.
pub fn base_choice(rounds: &[Round]) -> Markup {
    let bases = bases(rounds);
    html! {
        @if bases.len() > 1 {
            fieldset.controls {
                legend { "% des" }
                @for base in bases {
                    label {
                        input type="radio" name="base" value=(Selection::word(base))
                            checked[base == Base::default()];
                        (french::of_base(shown(rounds, base)).trim_start_matches("des "))
                    }
                }
            }
        }
    }
}

/// What a choice is called: where ballots have several names, that of the law is these.
fn shown(rounds: &[Round], base: Base) -> Base {
    let has_names = |round: &Round| round.common_base() == Some(Base::Ballots);
    if base == Base::Valid && rounds.iter().any(has_names) { Base::Ballots } else { base }
}

/// The bases to choose from: those of which something else is shown than of the ones before.
fn bases(rounds: &[Round]) -> Vec<Base> {
    let shares = |base: Base| -> Vec<Option<u32>> {
        let of = |round: &Round| {
            let base = round.shown_base(base);
            let share = |index| Some(round.tally.share(index, base?)?.hundredths());
            (0..round.tally.scores.len()).map(share).collect::<Vec<_>>()
        };
        rounds.iter().flat_map(of).collect()
    };
    let mut seen = Vec::new();
    let mut differs = |base: &Base| {
        let called = shown(rounds, *base);
        let known = rounds.iter().any(|round| round.shown_base(*base) == Some(called));
        let shown = shares(*base);
        let differs = known && !seen.contains(&shown);
        if differs {
            seen.push(shown);
        }
        differs
    };
    [Base::Valid, Base::Voters, Base::Registered].into_iter().filter(|base| differs(base)).collect()
}
