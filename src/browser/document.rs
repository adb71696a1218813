//! The document around the application: its elements, and what its root says of the page.

use leptos::prelude::document;

use super::load::Loaded;
use crate::app::Shown;
use crate::data::Failure;
use crate::route::Route;

/// What is to be seen of what was loaded. A copy says in the document how old it is: the style shows
/// that, as on a page that the worker kept.
pub fn shown(path: String, loaded: Result<Loaded, Failure>) -> Shown {
    match loaded.as_ref().ok().and_then(|loaded| loaded.kept.as_deref()) {
        Some(kept) => set_on_root("data-kept", kept),
        None => remove_from_root("data-kept"),
    }
    Shown { path, page: loaded.map(|loaded| loaded.page) }
}

/// A host may serve a page without its closing slash, or by the name of its file.
pub fn canonical(path: &str) -> String {
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    let with_slash = format!("{folder}/");
    let is_a_page = !folder.ends_with('/') && Route::at(&with_slash).is_some();
    if is_a_page { with_slash } else { folder.to_owned() }
}

/// The element with this `id`.
pub fn element(id: &str) -> Option<web_sys::Element> {
    document().get_element_by_id(id)
}

/// The text of the element with this `id`.
pub fn text_of(id: &str) -> Option<String> {
    element(id)?.text_content()
}

/// Sets an attribute of the `html` element.
pub fn set_on_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, value);
    }
}

/// Removes one.
pub fn remove_from_root(attribute: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(attribute);
    }
}
