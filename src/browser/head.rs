//! The head of the document after a navigation, as the prerenderer would have written it.

use leptos::prelude::document;

use crate::data::Site;
use crate::pages::Head;

/// Sets title, description and canonical address.
pub fn apply(site: &Site, head: &Head, path: &str) {
    document().set_title(&head.title);
    set("meta[name=description]", "content", &head.description);
    set("link[rel=canonical]", "href", &format!("{}{path}", site.base));
}

fn set(selector: &str, attribute: &str, value: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        let _ = element.set_attribute(attribute, value);
    }
}
