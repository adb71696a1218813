//! Where the whole result of the chosen territory is: where the page has it, or below its row of the table.

use std::cell::RefCell;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::element;
use crate::components::SELECTED_RESULT;

/// The element of the result, and its places.
pub struct ResultPlace {
    result: Element,
    home: Element,
    /// A row of the table for the result, with its only cell.
    holder: HtmlElement,
    cell: Element,
    /// The row below which the result is.
    below: RefCell<Option<HtmlElement>>,
}

impl ResultPlace {
    /// The place in the page as the build draws it, where a table has so many columns.
    pub fn of_page(columns: usize) -> Option<Self> {
        let result = element(SELECTED_RESULT)?;
        let home = result.parent_element()?;
        let holder: HtmlElement = document().create_element("tr").ok()?.dyn_into().ok()?;
        let cell = document().create_element("td").ok()?;
        cell.set_attribute("colspan", &columns.to_string()).ok()?;
        holder.append_child(&cell).ok()?;
        Some(Self { result, home, holder, cell, below: RefCell::default() })
    }

    /// Whether the result is below this row.
    pub fn is_below(&self, row: &HtmlElement) -> bool {
        self.below.borrow().as_ref() == Some(row)
    }

    /// Shows the result of a chosen row: where the page has it, that is with a map; below the row where there
    /// is none, or where it is already.
    pub fn show(&self, row: Option<&HtmlElement>) {
        let is_with_a_map = self.home.closest(".map").is_ok_and(|it| it.is_some());
        let below = row.filter(|row| !is_with_a_map || self.is_below(row));
        if self.below.borrow().as_ref() != below {
            self.put(below);
            if let Some(row) = below {
                bring_to_the_top(row);
            }
        }
    }

    /// Puts the result below a row, which stays where it is on the screen, or where the page has it.
    pub fn put(&self, below: Option<&HtmlElement>) {
        let top = below.map(|row| top(row));
        let _ = below.map_or(&self.home, |_| &self.cell).append_child(&self.result);
        let before = self.below.replace(below.cloned());
        self.holder.remove();
        for (row, is_shown) in [(before.as_ref(), false), (below, true)] {
            if let Some(link) = row.and_then(|row| row.query_selector("a").ok()?) {
                mark(&link, is_shown);
            }
        }
        self.follow();
        if let Some((row, top)) = below.zip(top) {
            keep(row, top);
        }
    }

    /// Lets the result follow its row, which was moved or hidden.
    pub fn follow(&self) {
        if let Some(row) = &*self.below.borrow() {
            let _ = row.after_with_node_1(&self.holder);
            self.holder.set_hidden(row.hidden());
        }
    }
}

/// Where an element is on the screen.
fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// The box in which the table of a row scrolls.
fn scroller(row: &Element) -> Option<Element> {
    row.closest(".scroll").ok()?
}

/// Leaves a row where it was on the screen: its table scrolls as far as it can, the window does the rest.
fn keep(row: &Element, before: f64) {
    if let Some(scroller) = scroller(row) {
        scroller.set_scroll_top(scroller.scroll_top() + (top(row) - before).round() as i32);
    }
    window().scroll_by_with_x_and_y(0.0, top(row) - before);
}

/// Scrolls the table so that a row is right below its head.
fn bring_to_the_top(row: &Element) {
    let Some(scroller) = scroller(row) else { return };
    let head = scroller.query_selector("thead").ok().flatten();
    let below_head = head.map_or(0.0, |head| head.get_bounding_client_rect().height());
    let distance = top(row) - top(&scroller) - below_head;
    scroller.set_scroll_top(scroller.scroll_top() + distance.round() as i32);
}

/// Says of the link in a row whether what it leads to is shown below it.
pub fn mark(link: &Element, is_shown: bool) {
    let _ = link.set_attribute("aria-expanded", if is_shown { "true" } else { "false" });
}
