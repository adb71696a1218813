//! The document around the application: its elements, and what its root says of the page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, Node};

use crate::app;
use crate::route::Route;

/// A host may serve a page without its closing slash, or by the name of its file.
pub fn canonical(path: &str) -> String {
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    let with_slash = format!("{folder}/");
    let is_a_page = !folder.ends_with('/') && Route::at(&with_slash).is_some();
    if is_a_page { with_slash } else { folder.to_owned() }
}

/// The element on which something happened.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element with this `id`.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Every element below a node that a selector means.
pub fn all(within: &Node, selector: &str) -> Vec<Element> {
    let found = match (within.dyn_ref::<Element>(), within.dyn_ref::<Document>()) {
        (Some(element), _) => element.query_selector_all(selector),
        (_, Some(document)) => document.query_selector_all(selector),
        _ => return Vec::new(),
    };
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Says in the shell which of its links lead to the page at a path.
pub fn mark_current_links(path: &str) {
    for menu in all(&document(), ".site-header details") {
        let _ = menu.remove_attribute("open");
    }
    for link in all(&document(), ".site-header nav a, .site-footer nav a") {
        let to = link.get_attribute("href").unwrap_or_default();
        let _ = match app::current(&to, path) {
            Some(current) => link.set_attribute("aria-current", current),
            None => link.remove_attribute("aria-current"),
        };
    }
}

/// Sets an attribute of an element.
pub fn set(element: &Element, attribute: &str, value: &str) {
    let _ = element.set_attribute(attribute, value);
}

/// Sets an attribute of the `html` element.
pub fn set_on_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        set(&root, attribute, value);
    }
}

/// Removes one.
pub fn remove_from_root(attribute: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(attribute);
    }
}

/// The path of the page that is in the document.
pub fn built_for() -> Option<String> {
    element("contenu")?.get_attribute("data-path")
}

/// The version of the data that the page was built from.
pub fn built_version() -> Option<String> {
    let link = document().query_selector("link[data-version]").ok()??;
    link.get_attribute("data-version")
}

/// Today where the reader is, as `2017-01-29`.
pub fn local_date() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A selector of the control that has the focus; of several with one name, of the one that is chosen.
pub fn focused_control() -> Option<String> {
    let focused = document().active_element()?;
    focused.closest(".controls").ok()??;
    let name = focused.get_attribute("name")?;
    Some(format!("[name={name}]:not([type=radio]), [name={name}]:checked"))
}

/// Moves the focus to the first element that a selector means, and nothing else.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings an element into the upper half of the window, if it is not there. The focus stays where it is, and
/// the style says how the page moves.
pub fn see(id: &str) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let Some((element, height)) = element(id).zip(height) else { return };
    let top = element.get_bounding_client_rect().y();
    if top < 0.0 || top > height / 2.0 {
        set_on_root("data-moving", "");
        element.scroll_into_view();
        remove_from_root("data-moving");
    }
}
