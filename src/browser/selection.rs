//! The reader's choice and the URL, in step: a view can be sent to someone.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use super::document::{built_for, canonical};
use crate::data::Selection;

/// What the URL says.
pub fn from_url() -> Selection {
    let search = window().location().search().unwrap_or_default();
    let Ok(params) = UrlSearchParams::new_with_str(&search) else { return Selection::default() };
    let pairs = Selection::NAMES.map(|name| (name, params.get(name).unwrap_or_default()));
    let written = pairs.iter().filter(|(_, value)| !value.is_empty());
    Selection::of(written.map(|(name, value)| (*name, value.as_str())))
}

/// Writes a choice into the URL of the current entry of the history.
pub fn write_to_url(selection: &Selection) {
    let location = window().location();
    // On the way back, the URL is already that of a page that is not on the screen yet.
    let is_shown =
        location.pathname().is_ok_and(|path| built_for().as_ref() == Some(&canonical(&path)));
    if *selection == from_url() || !is_shown {
        return;
    }
    let (Ok(history), Ok(path), Ok(fragment)) =
        (window().history(), location.pathname(), location.hash())
    else {
        return;
    };
    let url = format!("{path}{}{fragment}", query(selection));
    let entry = history.state().unwrap_or(JsValue::NULL);
    let _ = history.replace_state_with_url(&entry, "", Some(&url));
}

/// A choice as the end of a URL: `?base=inscrits`, or nothing.
pub fn query(selection: &Selection) -> String {
    let Ok(params) = UrlSearchParams::new() else { return String::new() };
    for (name, value) in selection.pairs() {
        params.set(name, &value);
    }
    let query = String::from(params.to_string());
    if query.is_empty() { query } else { format!("?{query}") }
}
