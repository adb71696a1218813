//! Moving between pages without reloading them.
//! The page on the screen stays until the next one is here; then focus, scroll position and one
//! announcement follow, as they would after a real page load.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlAnchorElement, HtmlElement, MouseEvent, ScrollRestoration};

use super::load::Memory;
use super::{head, remove_from_root, set_on_root};
use crate::app::Shown;
use crate::data::Site;
use crate::pages;
use crate::route::Route;

/// An entry of the browser's history, so that its scroll position can be found again.
type Entry = u64;

/// How a page is reached.
enum Arrival {
    /// By a link: a new entry in the history, at the top of the page or at the fragment.
    Followed { fragment: String },
    /// By back or forward, to the scroll position that the page was left at.
    Returned { entry: Entry },
    /// By trying again: nothing moves.
    Again,
}

/// Shows pages and keeps the browser's address, history, focus and scroll position in step.
#[derive(Clone)]
pub struct Navigator(SendWrapper<Rc<State>>);

struct State {
    site: Arc<Site>,
    shown: RwSignal<Shown>,
    announcement: RwSignal<String>,
    memory: Memory,
    /// Counts navigations: when two are under way, the later one wins.
    latest: Cell<u32>,
    entry: Cell<Entry>,
    scroll_positions: RefCell<HashMap<Entry, f64>>,
}

impl Navigator {
    /// Makes a navigator of what is on the screen.
    pub fn new(site: Arc<Site>, shown: RwSignal<Shown>, announcement: RwSignal<String>) -> Self {
        let memory = Memory::default();
        let Shown { path, page } = shown.get_untracked();
        if let (Some(route), Ok(page)) = (Route::parse(&path), page) {
            memory.keep(route, page);
        }
        Self(SendWrapper::new(Rc::new(State {
            site,
            shown,
            announcement,
            memory,
            latest: Cell::new(0),
            entry: Cell::new(0),
            scroll_positions: RefCell::default(),
        })))
    }

    /// Takes over links, back and forward, and prefetches what the reader is about to follow.
    pub fn listen(&self) {
        let history = window().history().ok();
        let restore = move |how| {
            if let Some(history) = &history {
                let _ = history.set_scroll_restoration(how);
            }
        };
        restore(ScrollRestoration::Manual);
        // A reload, or a return from another site, is the browser's to restore.
        window_event_listener(ev::pagehide, move |_| restore(ScrollRestoration::Auto));

        let navigator = self.clone();
        window_event_listener(ev::click, move |event| navigator.clicked(&event));
        let navigator = self.clone();
        window_event_listener(ev::popstate, move |event| navigator.returned(&event.state()));
        let navigator = self.clone();
        window_event_listener(ev::mouseover, move |event| navigator.prefetch(&event));
        let navigator = self.clone();
        window_event_listener(ev::focusin, move |event| navigator.prefetch(&event));
        let navigator = self.clone();
        window_event_listener(ev::touchstart, move |event| navigator.prefetch(&event));
    }

    /// Tries the current page again.
    pub fn reload(&self) {
        let path = self.0.shown.with_untracked(|shown| shown.path.clone());
        self.go(path, Arrival::Again);
    }

    fn clicked(&self, event: &MouseEvent) {
        let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let Some(link) = link_to_a_page(event) else {
            return;
        };
        let same_page = self.0.shown.with_untracked(|shown| shown.path == link.pathname());
        if same_page && !link.hash().is_empty() {
            return;
        }
        event.prevent_default();
        self.go(link.pathname(), Arrival::Followed { fragment: link.hash() });
    }

    fn returned(&self, state: &JsValue) {
        let Ok(path) = window().location().pathname() else {
            return;
        };
        let entry = state.as_f64().unwrap_or(0.0) as Entry;
        self.remember_scroll_position();
        self.0.entry.set(entry);
        if self.0.shown.with_untracked(|shown| shown.path != path) {
            self.go(path, Arrival::Returned { entry });
        }
    }

    fn prefetch(&self, event: &Event) {
        let Some(route) = link_to_a_page(event).and_then(|link| Route::parse(&link.pathname()))
        else {
            return;
        };
        let memory = self.0.memory.clone();
        spawn_local(async move {
            // What went wrong is told when the reader asks for the page.
            let _ = memory.load(route).await;
        });
    }

    fn go(&self, path: String, arrival: Arrival) {
        let turn = self.0.latest.get() + 1;
        self.0.latest.set(turn);
        set_on_root("data-loading");
        let state = self.0.clone();
        let navigator = self.clone();
        spawn_local(async move {
            let page = state.memory.load_path(&path).await;
            if state.latest.get() == turn {
                remove_from_root("data-loading");
                navigator.show(Shown { path, page }, arrival).await;
            }
        });
    }

    async fn show(&self, next: Shown, arrival: Arrival) {
        if let Arrival::Followed { fragment } = &arrival {
            self.remember_scroll_position();
            self.push(&format!("{}{fragment}", next.path));
        }
        let head = pages::head(&self.0.site, &next.page);
        head::apply(&self.0.site, &head, &next.path);
        self.0.shown.set(next);
        tick().await;
        self.scroll(&arrival);
        focus_heading();
        self.0.announcement.set(head.title);
    }

    fn push(&self, address: &str) {
        let Ok(history) = window().history() else {
            return;
        };
        let entry = js_sys::Date::now();
        let _ = history.push_state_with_url(&JsValue::from_f64(entry), "", Some(address));
        self.0.entry.set(entry as Entry);
    }

    fn remember_scroll_position(&self) {
        let position = window().scroll_y().unwrap_or(0.0);
        self.0.scroll_positions.borrow_mut().insert(self.0.entry.get(), position);
    }

    fn scroll(&self, arrival: &Arrival) {
        let position = match arrival {
            Arrival::Again => return,
            Arrival::Followed { fragment } => {
                let target =
                    fragment.strip_prefix('#').and_then(|id| document().get_element_by_id(id));
                if let Some(target) = target {
                    return target.scroll_into_view();
                }
                0.0
            }
            Arrival::Returned { entry } => {
                self.0.scroll_positions.borrow().get(entry).copied().unwrap_or(0.0)
            }
        };
        window().scroll_to_with_x_and_y(0.0, position);
    }
}

/// The link that an event happened on, when it leads to a page of this site in this window.
fn link_to_a_page(event: &Event) -> Option<HtmlAnchorElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = window().location().origin().ok()?;
    let ours = link.origin() == here
        && link.target().is_empty()
        && !link.has_attribute("download")
        && Route::parse(&link.pathname()).is_some();
    ours.then_some(link)
}

fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}
