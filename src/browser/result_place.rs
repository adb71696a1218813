//! Where the whole result of the chosen territory is: where the page has it, or below its row of the table.

use std::cell::RefCell;

use leptos::prelude::document;
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
        cell.set_attribute("role", "cell").ok()?;
        holder.set_attribute("role", "row").ok()?;
        holder.append_child(&cell).ok()?;
        Some(Self { result, home, holder, cell, below: RefCell::default() })
    }

    /// Whether the result is below this row.
    pub fn is_below(&self, row: &HtmlElement) -> bool {
        self.below.borrow().as_ref() == Some(row)
    }

    /// Puts the result below a row, or where the page has it.
    pub fn put(&self, below: Option<&HtmlElement>) {
        let _ = below.map_or(&self.home, |_| &self.cell).append_child(&self.result);
        if let Some(before) = self.below.replace(below.cloned()) {
            mark(&before, false);
            self.holder.remove();
        }
        if let Some(row) = below {
            mark(row, true);
        }
        self.follow();
    }

    /// Lets the result follow its row, which was moved or hidden.
    pub fn follow(&self) {
        if let Some(row) = &*self.below.borrow() {
            let _ = row.after_with_node_1(&self.holder);
            self.holder.set_hidden(row.hidden());
        }
    }
}

/// Says of the link in a row whether what it leads to is shown below it.
fn mark(row: &HtmlElement, is_shown: bool) {
    if let Ok(Some(link)) = row.query_selector("a") {
        let _ = match is_shown {
            true => link.set_attribute("aria-expanded", "true"),
            false => link.remove_attribute("aria-expanded"),
        };
    }
}
