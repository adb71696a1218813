//! What is below the pointer, or in the middle of the map that has the focus: its outline, its name and what
//! the map shows there.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::super::document::set;
use super::seen::Seen;
use crate::chart::{THOUSAND, territory_at, territory_words};
use crate::data::{Breakdown, Selection};

/// How near to the upper edge, in thousandths, a name is below what it names.
const UPPER: i32 = 250;

/// The middle of what is seen.
pub const MIDDLE: (i32, i32) = (THOUSAND / 2, THOUSAND / 2);

/// The territory that is named, by its place among the outlines.
#[derive(Default)]
pub struct Pointed(Cell<Option<usize>>);

impl Pointed {
    /// Names a territory next to a place, in thousandths of what is seen, or nothing.
    pub fn name(&self, seen: &Seen, place: Option<usize>, at: (i32, i32), selection: &Selection) {
        let label: &HtmlElement = seen.label().unchecked_ref();
        label.set_hidden(place.is_none());
        if self.0.replace(place) != place {
            let named = place.zip(seen.breakdown());
            let code = named.and_then(|(place, breakdown)| code(breakdown, place));
            let words = code.zip(seen.breakdown());
            let words = words.map(|(code, it)| territory_words(it, selection, code));
            label.set_text_content(words.as_deref());
            let shape = place.and_then(|place| seen.drawing().children().item(place as u32));
            let line = shape.and_then(|shape| shape.get_attribute("d"));
            set(seen.outline(), "d", &line.unwrap_or_default());
        }
        let style = label.style();
        for (name, place) in [("--x", at.0), ("--y", at.1)] {
            let _ = style.set_property(name, &place.to_string());
        }
        set(label, "data-at", if at.1 < UPPER { "top" } else { "" });
    }
}

/// The place of the territory in the middle of what is seen.
pub fn middle(seen: &Seen) -> Option<usize> {
    territory_at(seen.breakdown()?.contours.as_ref()?, seen.viewport().point(MIDDLE))
}

/// The code of a territory.
pub fn code(breakdown: &Breakdown, place: usize) -> Option<&str> {
    let shape = breakdown.contours.as_ref()?.shapes.get(place)?;
    Some(&shape.code)
}

/// The place of the territory whose shape an element is, if it is one: shapes are drawn in the order of the
/// outlines.
pub fn place_of(target: &Element) -> Option<usize> {
    let shape = target.closest(".territories svg > path").ok()??;
    let before = std::iter::successors(Some(shape), Element::previous_element_sibling).skip(1);
    Some(before.count())
}
