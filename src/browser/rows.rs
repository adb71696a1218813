//! The rows of the page on the screen, of a table or of a list: those that are not looked for are hidden,
//! others are moved and written again.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document::all;
use super::result_place::{ResultPlace, mark};
use crate::components::{cell, column_title, columns, row_count};
use crate::data::{Breakdown, Column, Finder, Page, Selection};
use crate::election::Level;

/// The elements of the rows, in the order of the data, the headings of a table, and the place of the result
/// that a reader chose in it.
pub struct Rows {
    rows: Vec<HtmlElement>,
    headings: Vec<(Column, Element)>,
    result: Option<ResultPlace>,
}

impl Rows {
    /// The rows of a page as the build draws it.
    pub fn of(page: &Page) -> Option<Self> {
        let (selector, order, columns) = match (page.breakdown(), finder(page)) {
            (Some(breakdown), _) => {
                let order = Selection::default().order(breakdown);
                (".breakdown tbody tr", order, columns(breakdown))
            }
            (_, Some(finder)) => (".finder li", (0..finder.names.len()).collect(), Vec::new()),
            _ => return None,
        };
        let elements = all(&document(), selector).into_iter();
        let elements = elements.filter_map(|it| it.dyn_into::<HtmlElement>().ok());
        let mut rows: Vec<_> = order.into_iter().zip(elements).collect();
        rows.sort_by_key(|(row, _)| *row);
        let headings: Vec<_> =
            columns.into_iter().zip(all(&document(), ".breakdown thead th")).collect();
        if rows.len() > 1 {
            headings.iter().for_each(|(_, heading)| into_a_button(heading));
        }
        let rows: Vec<_> = rows.into_iter().map(|(_, element)| element).collect();
        let result = ResultPlace::of_page(headings.len());
        if result.is_some() {
            all(&document(), ".breakdown tbody a").iter().for_each(|link| mark(link, false));
        }
        Some(Self { rows, headings, result })
    }

    /// Shows the result of the row whose name was pressed below it, or no more if it is there: the row, and
    /// whether it is shown.
    pub fn opened(&self, target: &Element) -> Option<(usize, bool)> {
        let pressed = target.closest("tbody th a").ok()??.closest("tr").ok()??;
        let (row, element) =
            self.rows.iter().enumerate().find(|(_, it)| pressed.is_same_node(Some(it)))?;
        let place = self.result.as_ref()?;
        let is_shown = !place.is_below(element);
        place.put(is_shown.then_some(element));
        Some((row, is_shown))
    }

    /// The column whose heading was pressed.
    pub fn pressed(&self, target: &Element) -> Option<Column> {
        let heading = target.closest("thead button").ok()??.parent_element()?;
        let found = self.headings.iter().find(|(_, element)| *element == heading);
        found.map(|(column, _)| *column)
    }

    /// Draws what differs from what is drawn.
    pub fn draw(&self, page: &Page, before: &Selection, now: &Selection) {
        if let Some(breakdown) = page.breakdown() {
            let shown = |it: &Selection| (it.shown_candidate(breakdown), it.shown_base(breakdown));
            let others = shown(before) != shown(now);
            if others {
                self.write(breakdown, now);
            }
            if others || before.sort != now.sort {
                self.head(breakdown, now);
                self.sort(&now.order(breakdown));
            }
            if before.filter != now.filter {
                self.filter(breakdown.level, &breakdown.names, &breakdown.codes, now);
            }
            if before.territory != now.territory {
                let row = now.territory.as_ref().and_then(|code| breakdown.row(code));
                let row = row.and_then(|row| self.rows.get(row));
                self.result.iter().for_each(|place| place.show(row));
            }
            self.result.iter().for_each(ResultPlace::follow);
        }
        if let Some(finder) = finder(page).filter(|_| before.filter != now.filter) {
            self.filter(finder.level, &finder.searched, &finder.codes, now);
        }
    }

    /// Writes the figures of the chosen candidate by the chosen base.
    fn write(&self, breakdown: &Breakdown, selection: &Selection) {
        for (at, column) in columns(breakdown).into_iter().enumerate() {
            if matches!(column, Column::Lead | Column::Votes | Column::Share) {
                for (row, element) in self.rows.iter().enumerate() {
                    if let Some(place) = element.children().item(at as u32) {
                        place.set_text_content(Some(&cell(breakdown, selection, column, row)));
                    }
                }
            }
        }
    }

    /// Says in the headings what is below, and by what it is sorted.
    fn head(&self, breakdown: &Breakdown, selection: &Selection) {
        for (column, heading) in &self.headings {
            let title = column_title(breakdown, selection, *column);
            let label = heading.first_element_child().unwrap_or_else(|| heading.clone());
            label.set_text_content(Some(&title));
            let _ = match selection.sorted_by(*column) {
                Some(direction) => heading.set_attribute("aria-sort", direction),
                None => heading.remove_attribute("aria-sort"),
            };
        }
    }

    fn sort(&self, order: &[usize]) {
        for element in order.iter().filter_map(|row| self.rows.get(*row)) {
            if let Some(body) = element.parent_element() {
                let _ = body.append_child(element);
            }
        }
    }

    fn filter(&self, level: Level, names: &[String], codes: &[String], selection: &Selection) {
        if names.len() < 2 {
            return;
        }
        let mut found = 0;
        for (element, (name, code)) in self.rows.iter().zip(names.iter().zip(codes)) {
            let is_found = selection.finds(name, code);
            element.set_hidden(!is_found);
            found += usize::from(is_found);
        }
        let count = row_count(level, names.len(), found);
        for place in all(&document(), ".row-count") {
            // Assistive tools tell what is written, even what was there.
            if place.text_content().as_ref() != Some(&count) {
                place.set_text_content(Some(&count));
            }
        }
        for table in all(&document(), "#tableau .scroll") {
            let _ = table.toggle_attribute_with_force("hidden", found == 0);
        }
    }
}

fn finder(page: &Page) -> Option<&Finder> {
    match page {
        Page::Results(results) => results.finder.as_ref(),
        _ => None,
    }
}

/// Lets a heading be pressed.
fn into_a_button(heading: &Element) {
    let Ok(button) = document().create_element("button") else { return };
    let _ = button.set_attribute("type", "button");
    button.set_text_content(heading.text_content().as_deref());
    heading.set_text_content(None);
    let _ = heading.append_child(&button);
}
