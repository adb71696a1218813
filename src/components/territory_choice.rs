//! The choice of a territory to look at: what a click on the map does, for the keyboard.

use maud::{Markup, html};

use crate::data::{Breakdown, Selection};
use crate::french;

/// The choice, with nothing to choose yet: there may be hundreds, and a page that is not interactive yet
/// need not hold them.
pub fn territory_choice(breakdown: &Breakdown) -> Markup {
    html! {
        label {
            span { (french::capitalised(breakdown.level.singular())) }
            select name="lieu" { (none()) }
        }
    }
}

/// Every territory, in the order of their names.
pub fn territory_options(breakdown: &Breakdown) -> Markup {
    html! {
        (none())
        @for row in Selection::default().order(breakdown) {
            option value=(breakdown.codes[row]) { (breakdown.names[row]) }
        }
    }
}

fn none() -> Markup {
    html! { option value="" { "—" } }
}
