//! What happens in the browser: hydration, navigation, loading.
//! Only this module touches the document; everything above it describes.

mod head;
mod load;
mod navigation;
mod selection;

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::{App, Shown};
use crate::components::{Chosen, Today};
use crate::data::{Document, Failure, Page, Selection, Site};
use crate::pages::{self, Retry};
use crate::route::{self, Route};
use load::{Loaded, Memory};
use navigation::Navigator;

/// Takes the page over: hydrates it when it is the page that was asked for, else draws the one
/// that was.
///
/// Whatever is missing leaves the page as it was built: complete, only not alive.
pub fn start() {
    let app = element("app").and_then(|app| app.dyn_into::<HtmlElement>().ok());
    let site = text_of("site").and_then(|text| Site::parse(&text));
    let (Some(app), Some(site), Ok(path)) = (app, site, location().pathname()) else { return };
    route::stand_in(&site.folder);
    let site = Arc::new(site);
    let path = canonical(&path);
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
            // Another page goes at once; what is said for want of a network stays until there is more.
            if element("document").is_some() {
                app.set_inner_html("");
            }
            set_on_root("data-loading", "");
            let loaded = Memory::default().load_path(&path).await;
            remove_from_root("data-loading");
            let shown = shown(path, loaded);
            head::apply(&site, &pages::head(&site, &shown.page), &shown);
            app.set_inner_html("");
            mount_to(app, move || live(site, shown)).forget();
        }),
    }
}

/// What is to be seen of what was loaded. A copy says in the document how old it is: the style shows
/// that, as on a page that the worker kept.
fn shown(path: String, loaded: Result<Loaded, Failure>) -> Shown {
    match loaded.as_ref().ok().and_then(|loaded| loaded.kept.as_deref()) {
        Some(kept) => set_on_root("data-kept", kept),
        None => remove_from_root("data-kept"),
    }
    Shown { path, page: loaded.map(|loaded| loaded.page) }
}

/// A host may serve a page without its closing slash, or by the name of its file.
fn canonical(path: &str) -> String {
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    let with_slash = format!("{folder}/");
    let is_a_page = !folder.ends_with('/') && Route::at(&with_slash).is_some();
    if is_a_page { with_slash } else { folder.to_owned() }
}

/// The application with its signals connected to the browser.
fn live(site: Arc<Site>, shown: Shown) -> impl IntoView {
    let shown = RwSignal::new(shown);
    let announcement = RwSignal::new(String::new());
    let today = RwSignal::new(None);
    provide_context(Today(today));
    let chosen = RwSignal::new(Selection::default());
    provide_context(Chosen(chosen));

    let navigator = Navigator::new(site.clone(), shown, announcement, chosen);
    provide_context(Retry(Callback::new({
        let navigator = navigator.clone();
        move |()| navigator.reload()
    })));
    Effect::new(move || {
        // Effects run once the page is hydrated: from here on it may differ from the build.
        today.set(Some(local_date()));
        chosen.set(selection::of_address());
        selection::keep_in_address(chosen);
        navigator.listen();
        // Behind everything that the above has set off.
        wasm_bindgen_futures::spawn_local(async { set_on_root("data-live", "") });
    });
    html! { <App site shown announcement/> }
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

fn set_on_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(attribute, value);
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
