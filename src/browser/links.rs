//! Links that lead to pages of this site.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use crate::route::Route;

/// The link that an element is or is in, when it leads to a page of this site in this window.
pub fn to_a_page(target: &Element) -> Option<HtmlAnchorElement> {
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = window().location().origin().ok()?;
    let ours = link.origin() == here
        && link.target().is_empty()
        && !link.has_attribute("download")
        && Route::at(&link.pathname()).is_some();
    ours.then_some(link)
}
