//! The head of the document after a navigation, as the build would have written it.

use leptos::prelude::document;
use web_sys::Element;

use crate::data::{Failure, Page};
use crate::pages::Head;

/// What the app must know of the site.
#[derive(Clone)]
pub struct Site {
    /// Scheme and host of its canonical URL.
    pub base: String,
    /// Its short name, for titles.
    pub name: String,
}

/// Sets title, description, URL and previews; a page that is not there has no URL. `base` is the
/// scheme and host of the site.
pub fn apply(head: &Head, base: &str, path: &str, page: Result<&Page, Failure>) {
    let url = match page {
        Ok(Page::NotFound) | Err(_) => None,
        Ok(_) => Some(format!("{base}{path}")),
    };
    let url = url.as_deref();
    let robots = if url.is_some() { None } else { Some("noindex") };
    document().set_title(&head.title);
    set("meta", ["name", "description"], "content", Some(&head.description));
    set("meta", ["name", "robots"], "content", robots);
    set("link", ["rel", "canonical"], "href", url);
    set("meta", ["property", "og:url"], "content", url);
    set("meta", ["property", "og:title"], "content", Some(&head.title));
    set("meta", ["property", "og:description"], "content", Some(&head.description));
}

/// Makes the one element with this key carry a value, or removes it.
fn set(name: &str, [key, kind]: [&str; 2], attribute: &str, value: Option<&str>) {
    let found = document().query_selector(&format!("{name}[{key}=\"{kind}\"]")).ok().flatten();
    match (found, value) {
        (Some(element), None) => element.remove(),
        (None, None) => {}
        (found, Some(value)) => {
            if let Some(element) = found.or_else(|| added(name, key, kind)) {
                let _ = element.set_attribute(attribute, value);
            }
        }
    }
}

fn added(name: &str, key: &str, kind: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_attribute(key, kind).ok()?;
    document().head()?.append_child(&element).ok()?;
    Some(element)
}
