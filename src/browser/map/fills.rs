//! The territories of the map on the page, filled again: the shapes stay.

use leptos::prelude::document;

use super::super::document::all;
use crate::chart::territory_fills;
use crate::data::{Breakdown, Selection};

/// Fills every territory whose fill differs from what it was.
pub fn fill(breakdown: &Breakdown, before: &Selection, now: &Selection) {
    let fills = [before, now].map(|selection| territory_fills(breakdown, selection));
    let [before, now] = fills;
    let changes = before.into_iter().zip(now);
    for (shape, (before, now)) in all(&document(), ".territories svg > path").iter().zip(changes) {
        if before == now {
            continue;
        }
        for (name, value) in now.attributes() {
            let _ = match value {
                Some(value) => shape.set_attribute(name, &value),
                None => shape.remove_attribute(name),
            };
        }
    }
}
