//! What happens in the browser: hydration, navigation, loading.
//! Only this module touches the document; everything above it describes.

mod document;
mod head;
mod load;
mod navigation;
mod selection;

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::document::{canonical, element, remove_from_root, set_on_root, shown, text_of};
use self::load::Memory;
use self::navigation::Navigator;
use crate::app::{App, Shown};
use crate::components::{Chosen, Today};
use crate::data::{Document, Page, Selection, Site};
use crate::pages::{self, Retry};
use crate::route;

/// Takes the page over: hydrates it when it is the page that was asked for, else draws the one
/// that was.
///
/// Whatever is missing leaves the page as it was built: complete, only not alive.
pub fn start() {
    let app = element("app").and_then(|app| app.dyn_into::<HtmlElement>().ok());
    let site = text_of("site").and_then(|text| Site::parse(&text));
    let (Some(app), Some(site), Ok(path)) = (app, site, location().pathname()) else { return };
    route::set_base_path(&site.folder);
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

/// Today where the reader is, as `2017-01-29`.
fn local_date() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
