//! What happens in the browser: hydration, navigation, loading.
//! Only this module touches the document; everything above it describes.

mod head;
mod load;
mod navigation;

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::HtmlElement;

use crate::app::{App, Shown};
use crate::components::Today;
use crate::data::{Document, Page, Site};
use crate::pages::Retry;
use load::Memory;
use navigation::Navigator;

/// Takes the page over: hydrates it when it is the page that was asked for, else draws the one
/// that was.
pub fn start() {
    let app: HtmlElement = element("app").unwrap_throw().dyn_into().unwrap_throw();
    let site: Arc<Site> =
        Arc::new(text_of("site").and_then(|text| serde_json::from_str(&text).ok()).unwrap_throw());
    let path = location().pathname().unwrap_throw();
    let prerendered = text_of("document")
        .and_then(|text| Document::parse(&text).ok())
        .filter(|page| *page == Page::NotFound || stamped_path().as_ref() == Some(&path));

    match prerendered {
        Some(page) => {
            let shown = Shown { path, page: Ok(page) };
            hydrate_from(app, move || live(site, shown)).forget();
        }
        // Leptos starts its own executor only when it mounts.
        None => wasm_bindgen_futures::spawn_local(async move {
            let page = Memory::default().load_path(&path).await;
            app.set_inner_html("");
            mount_to(app, move || live(site, Shown { path, page })).forget();
        }),
    }
}

/// The application with its signals connected to the browser.
fn live(site: Arc<Site>, shown: Shown) -> impl IntoView {
    let shown = RwSignal::new(shown);
    let announcement = RwSignal::new(String::new());
    let today = RwSignal::new(None);
    provide_context(Today(today));

    let navigator = Navigator::new(site.clone(), shown, announcement);
    provide_context(Retry(Callback::new({
        let navigator = navigator.clone();
        move |()| navigator.reload()
    })));
    Effect::new(move || {
        // Effects run once the page is hydrated: from here on it may differ from the build.
        today.set(Some(local_date()));
        navigator.listen();
        set_on_root("data-live");
    });
    view! { <App site shown announcement/> }
}

/// The path that the document was prerendered for.
fn stamped_path() -> Option<String> {
    element("document")?.get_attribute("data-path")
}

fn element(id: &str) -> Option<web_sys::Element> {
    document().get_element_by_id(id)
}

fn text_of(id: &str) -> Option<String> {
    element(id)?.text_content()
}

fn set_on_root(attribute: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, "");
    }
}

fn remove_from_root(attribute: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(attribute);
    }
}

/// Today where the reader is, as `2017-01-29`.
fn local_date() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
