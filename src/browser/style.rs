//! The style of pages of another kind than the one with which the app came: a built page has only what it needs.

use std::sync::Once;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

/// What not every page comes with, in the order of `index.html`, as one rule. What is there twice is the same.
const STYLE: &str = concat!(
    "@media all{",
    include_str!("../../style/cards.css"),
    include_str!("../../style/article.css"),
    include_str!("../../style/map.css"),
    include_str!("../../style/results.css"),
    include_str!("../../style/print.css"),
    "}"
);

/// What only the app makes, as one rule.
const APP: &str = concat!("@media all{", include_str!("../../style/app.css"), "}");

/// Adds the style of other pages.
pub fn complete() {
    static DONE: Once = Once::new();
    DONE.call_once(|| add(STYLE));
}

/// Adds the style of what only the app makes.
pub fn add_own() {
    add(APP);
}

/// Adds a rule to the style sheet of the page. Content policies allow no style in elements that a script makes, but
/// rules in a sheet that they have let through.
fn add(rule: &str) {
    let sheet = document().style_sheets().item(0);
    let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) else {
        return;
    };
    let rules = sheet.css_rules().map_or(0, |rules| rules.length());
    let _ = sheet.insert_rule_with_index(rule, rules);
}
