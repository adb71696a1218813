//! The entries of the browser's history, each with the scroll position that it was left at.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use leptos::ev;
use leptos::prelude::{window, window_event_listener};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// An entry of the browser's history, so that its scroll position can be found again.
pub type Entry = u64;

/// The entries of this visit.
#[derive(Default)]
pub struct Entries {
    /// The entry of what is on the screen, which a navigation under way has not changed yet.
    pub current: Cell<Entry>,
    scroll_positions: RefCell<HashMap<Entry, f64>>,
}

impl Entries {
    /// Takes over from the browser what it does with scroll positions, and numbers the current entry.
    pub fn begin(&self) {
        let history = window().history().ok();
        let restore = move |how| {
            if let Some(history) = &history {
                let _ = history.set_scroll_restoration(how);
            }
        };
        restore(ScrollRestoration::Manual);
        // A reload, or a return from another site, is the browser's to restore.
        let hand_back = restore.clone();
        window_event_listener(ev::pagehide, move |_| hand_back(ScrollRestoration::Auto));
        window_event_listener(ev::pageshow, move |_| restore(ScrollRestoration::Manual));
        let entry = window().history().and_then(|history| history.state()).unwrap_or_default();
        self.current.set(entry.as_f64().map_or_else(stamp_entry, |entry| entry as Entry));
    }

    /// Makes an entry for a URL.
    pub fn push(&self, url: &str) {
        let Ok(history) = window().history() else { return };
        let entry = new_entry();
        let _ = history.push_state_with_url(&JsValue::from_f64(entry as f64), "", Some(url));
        self.current.set(entry);
    }

    /// Remembers where the page on the screen is left.
    pub fn remember_scroll_position(&self) {
        let position = window().scroll_y().unwrap_or(0.0);
        self.scroll_positions.borrow_mut().insert(self.current.get(), position);
    }

    /// Where the page of an entry was left.
    pub fn scroll_position(&self, entry: Entry) -> f64 {
        self.scroll_positions.borrow().get(&entry).copied().unwrap_or(0.0)
    }
}

/// A number that no other entry of this history has.
fn new_entry() -> Entry {
    js_sys::Date::now() as Entry
}

/// Numbers the current entry of the history.
pub fn stamp_entry() -> Entry {
    let entry = new_entry();
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(entry as f64), "");
    }
    entry
}
