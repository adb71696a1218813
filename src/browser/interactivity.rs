//! What makes the page on the screen interactive. Nothing of it is redrawn as long as the reader has chosen
//! nothing: what changes is put into the elements that are there, and what they hold stays.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::document::{self, all, element, local_date};
use super::map::{self, Chooser, MapOnScreen};
use super::rows::Rows;
use super::selection;
use crate::components::{View, candidate_options, map_options, territory_options};
use crate::data::{Page, Selection};
use crate::pages;

/// What the reader chose, and the page on the screen, as far as its data is known.
#[derive(Clone)]
pub struct Interactivity {
    view: RwSignal<View>,
    drawn: SendWrapper<Rc<RefCell<Drawn>>>,
}

#[derive(Default)]
struct Drawn {
    page: Option<Rc<Page>>,
    /// For which view the page is drawn.
    view: View,
    rows: Option<Rows>,
    map: Option<MapOnScreen>,
    /// Whether a territory was chosen whose result is to come into view.
    is_to_be_seen: Cell<bool>,
}

impl Interactivity {
    /// What the URL and the controls say is chosen, and no page is known. Whatever is chosen later is
    /// drawn, and is in the URL.
    pub fn new() -> Self {
        let mut view = from_url();
        add_choices_so_far(&mut view.selection);
        let interactivity =
            Self { view: RwSignal::new(view), drawn: SendWrapper::new(Rc::default()) };
        let to_draw = interactivity.clone();
        Effect::new(move || {
            to_draw.view.track();
            to_draw.draw();
        });
        interactivity
    }

    /// Chooses what the URL says.
    pub fn read_url(&self) {
        self.view.set(from_url());
    }

    /// Chooses something.
    pub fn update(&self, choice: impl FnOnce(&mut Selection)) {
        let before = self.view.get_untracked();
        let mut now = before.clone();
        choice(&mut now.selection);
        if now != before {
            let territory = |view: &View| view.selection.territory.clone();
            let is_chosen = territory(&now).is_some() && territory(&now) != territory(&before);
            self.drawn.borrow().is_to_be_seen.set(is_chosen);
            self.view.set(now);
        }
    }

    /// What is chosen.
    pub fn selection(&self) -> Selection {
        self.view.with_untracked(|view| view.selection.clone())
    }

    /// The page.
    pub fn page(&self) -> Option<Rc<Page>> {
        self.drawn.borrow().page.clone()
    }

    /// Takes the page that is on the screen as the build draws it, and gives its controls what they choose
    /// from.
    pub fn take(&self, page: Option<Rc<Page>>) {
        let breakdown = page.as_deref().and_then(Page::breakdown);
        if let Some(breakdown) = breakdown {
            fill("candidat", &candidate_options(breakdown).into_string());
            fill("carte", &map_options(breakdown).into_string());
            fill("lieu", &territory_options(breakdown).into_string());
        }
        let rows = page.as_deref().and_then(Rows::of);
        let map = page.as_ref().and_then(|page| MapOnScreen::of(page, Box::new(self.clone())));
        self.drawn.replace(Drawn { page, rows, map, ..Drawn::default() });
    }

    /// Draws what differs from what is drawn.
    pub fn draw(&self) {
        let now = self.view.get_untracked();
        let drawn = &mut *self.drawn.borrow_mut();
        if let Drawn { page: Some(page), view, rows, map, is_to_be_seen } = drawn {
            for part in pages::parts(page) {
                if let (Some(html), Some(place)) = (part.redrawn(view, &now), element(&part.id)) {
                    replace(&place, &html.into_string());
                }
            }
            let shown = |it: &View| (it.selection.base, it.selection.candidate, it.selection.map);
            if let Some(breakdown) = page.breakdown().filter(|_| shown(view) != shown(&now)) {
                map::fill(breakdown, &view.selection, &now.selection);
            }
            if let Some(rows) = rows {
                rows.draw(page, &view.selection, &now.selection);
            }
            let code = now.selection.territory.as_ref();
            if let Some((map, code)) = map
                .as_ref()
                .zip(code)
                .filter(|(_, code)| view.selection.territory.as_ref() != Some(code))
            {
                map.show_territory(code);
            }
            if is_to_be_seen.take() {
                see_result();
            }
            view.clone_from(&now);
        }
        show(&now.selection);
        selection::write_to_url(&now.selection);
    }

    /// Shows the result of the territory whose name in the table was pressed, or no more if it is shown;
    /// whether it was one.
    pub fn opened(&self, target: &Element) -> bool {
        let drawn = self.drawn.borrow();
        let opened = drawn.rows.as_ref().and_then(|rows| rows.opened(target));
        let Some((row, is_shown)) = opened else { return false };
        let breakdown = drawn.page.as_deref().and_then(Page::breakdown);
        let code = breakdown.and_then(|breakdown| breakdown.codes.get(row)).cloned();
        self.update(|selection| selection.territory = code.filter(|_| is_shown));
        true
    }

    /// Chooses what a click on an element chooses, if anything.
    pub fn clicked(&self, target: &Element) {
        let drawn = self.drawn.borrow();
        let column = drawn.rows.as_ref().and_then(|rows| rows.pressed(target));
        let breakdown = drawn.page.as_deref().and_then(Page::breakdown);
        let code = map::place_of(target).zip(breakdown);
        let code = code.and_then(|(place, it)| map::code(it, place)).map(str::to_owned);
        if let Some(column) = column {
            self.update(|selection| selection.sort_by(column));
        } else if let Some(code) = code {
            self.choose(code);
        }
    }
}

impl Chooser for Interactivity {
    fn chosen(&self) -> Selection {
        self.selection()
    }

    /// Whoever chooses a territory again wants to see its result.
    fn choose(&self, code: String) {
        if self.selection().territory.as_ref() == Some(&code) {
            see_result();
        }
        self.update(|selection| selection.territory = Some(code));
    }
}

/// Brings the result of the chosen territory into view where it is next to the map or below: one in the
/// table is below what was pressed.
fn see_result() {
    if all(&document(), ".map #resultat").pop().is_some() {
        document::see("vu");
    }
}

fn from_url() -> View {
    View { selection: selection::from_url(), today: Some(local_date()) }
}

/// Puts other content into an element. All of it is another: translators of browsers put nodes of their own
/// in place of our texts, and figures would be below the name of somebody else. What the reader
/// opened or closed stays so.
fn replace(place: &Element, html: &str) {
    let were_open: Vec<bool> =
        all(place, "details").iter().map(|it| it.has_attribute("open")).collect();
    place.set_inner_html(html);
    for (details, is_open) in all(place, "details").iter().zip(were_open) {
        let _ = details.toggle_attribute_with_force("open", is_open);
    }
}

/// Gives a choice its options; what was chosen stays.
fn fill(name: &str, options: &str) {
    if let Some(choice) = control(name) {
        choice.set_inner_html(options);
    }
}

fn control(name: &str) -> Option<Element> {
    document().query_selector(&format!("[name={name}]")).ok().flatten()
}

/// What a control of the page chooses: its name and value, as in a URL.
pub fn chosen_by(target: &Element) -> Option<(String, String)> {
    let name = target.get_attribute("name")?;
    let value = match target.dyn_ref::<HtmlSelectElement>() {
        Some(choice) => choice.value(),
        None => target.dyn_ref::<HtmlInputElement>()?.value(),
    };
    Selection::NAMES.contains(&name.as_str()).then_some((name, value))
}

/// What the reader has chosen with the controls of the page before it was interactive.
fn add_choices_so_far(selection: &mut Selection) {
    for control in all(&document(), ".controls input") {
        let differs = control.dyn_ref::<HtmlInputElement>().is_some_and(|input| {
            let is_chosen = input.checked() && !input.default_checked();
            is_chosen || input.value() != input.default_value()
        });
        if let Some((name, value)) = chosen_by(&control).filter(|_| differs) {
            selection.set(&name, &value);
        }
    }
}

/// Lets the controls say what is chosen. A field that says so already is left alone: someone may be typing.
fn show(selection: &Selection) {
    for input in all(&document(), ".controls input") {
        let Ok(input) = input.dyn_into::<HtmlInputElement>() else { continue };
        if input.name() == "base" {
            input.set_checked(input.value() == Selection::word(selection.base));
        } else if input.value() != selection.filter {
            input.set_value(&selection.filter);
        }
    }
    let candidate = selection.candidate.map(|index| (index + 1).to_string());
    let map = Some(selection.map_word().to_owned());
    let territory = selection.territory.clone();
    for (name, value) in [("candidat", candidate), ("carte", map), ("lieu", territory)] {
        let choice = control(name).and_then(|choice| choice.dyn_into::<HtmlSelectElement>().ok());
        if let Some(choice) = choice {
            choice.set_value(&value.unwrap_or_default());
            if choice.selected_index() < 0 {
                choice.set_selected_index(0);
            }
        }
    }
}
