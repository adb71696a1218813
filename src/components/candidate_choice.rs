//! The choice of a candidate, whose figures the map and the table show.

use maud::{Markup, html};

use crate::data::Breakdown;
use crate::french;

/// The choice, with its first option: there may be dozens, and a page that is not interactive yet need not
/// hold them.
pub fn candidate_choice(breakdown: &Breakdown) -> Markup {
    html! {
        label {
            span { (french::capitalised(breakdown.stands.singular())) }
            select name="candidat" { (options(breakdown, 1)) }
        }
    }
}

/// Everyone who stands; on a map first whoever is ahead.
pub fn candidate_options(breakdown: &Breakdown) -> Markup {
    options(breakdown, usize::MAX)
}

fn options(breakdown: &Breakdown, most: usize) -> Markup {
    let leaders = breakdown.contours.as_ref().map(|_| (String::new(), "Qui est en tête"));
    // As in a URL, candidates are counted from one.
    let names = breakdown.candidates.iter().zip(1..);
    let names = names.map(|(name, number): (_, u32)| (number.to_string(), name.as_str()));
    html! {
        @for (value, label) in leaders.into_iter().chain(names).take(most) {
            option value=(value) { (label) }
        }
    }
}
