//! What happens in the browser: answering, navigation, loading.
//! Only this module touches the document; everything above it describes.

mod document;
mod head;
mod history;
mod interactivity;
mod links;
mod load;
mod map;
mod navigation;
mod result_place;
mod rows;
mod selection;
mod style;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use self::document::{element, set_on_root};
use self::head::Site;
use self::navigation::Navigator;
use crate::route;

/// Starts the app on the page as it was built, whose data may be on its way. The loader calls it
/// (`src/site/render/loader.js`), and says what was pressed on the map before.
///
/// Whatever is missing leaves the page as it was built: complete, only that its controls do not respond.
#[wasm_bindgen]
pub fn start(folder: &str, base: String, name: String, data: Option<Promise>, pressed: Function) {
    route::set_base_path(folder);
    let Some(status) = document().query_selector("[role=status]").ok().flatten() else { return };
    let Some(main) = element("contenu") else { return };
    style::add_own();
    leptos::mount::mount_to(status.unchecked_into(), move || {
        let announcement = RwSignal::new(String::new());
        let navigator = Navigator::new(Site { base, name }, main, announcement);
        leptos::task::spawn_local(async move {
            navigator.begin(data).await;
            let target = pressed.call0(&JsValue::NULL).and_then(JsCast::dyn_into::<Element>);
            if let Some(target) = target.ok().filter(|it| it.is_connected()) {
                navigator.press(&target);
            }
            set_on_root("data-live", "");
        });
        // The property of an element: a translator may have taken the place of a text.
        view! { <span prop:textContent=move || announcement.get()></span> }
    })
    .forget();
}
