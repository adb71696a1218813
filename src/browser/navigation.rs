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

use super::document::{canonical, remove_from_root, set_on_root, shown};
use super::load::{Loaded, Memory};
use super::{head, selection};
use crate::app::Shown;
use crate::data::{Failure, Page, Selection, Site};
use crate::pages;
use crate::route::Route;

/// An entry of the browser's history, so that its scroll position can be found again.
type Entry = u64;

/// How a page is reached.
enum Arrival {
    /// By a link: a new entry in the history, at the top of the page or at the fragment.
    Followed { search: String, fragment: String },
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
    chosen: RwSignal<Selection>,
    memory: Memory,
    /// Counts navigations: when two are under way, the later one wins.
    latest: Cell<u32>,
    /// The entry of what is on the screen, which a navigation under way has not changed yet.
    entry: Cell<Entry>,
    scroll_positions: RefCell<HashMap<Entry, f64>>,
}

impl Navigator {
    /// Makes a navigator of what is on the screen.
    pub fn new(
        site: Arc<Site>,
        shown: RwSignal<Shown>,
        announcement: RwSignal<String>,
        chosen: RwSignal<Selection>,
    ) -> Self {
        let memory = Memory::default();
        let Shown { path, page } = shown.get_untracked();
        match (Route::at(&path), page) {
            // That a host had no page at this address once is no page to remember.
            (None, _) | (_, Err(_) | Ok(Page::NotFound)) => {}
            (Some(route), Ok(page)) => memory.keep(route, page),
        }
        Self(SendWrapper::new(Rc::new(State {
            site,
            shown,
            announcement,
            chosen,
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
        let hand_back = restore.clone();
        window_event_listener(ev::pagehide, move |_| hand_back(ScrollRestoration::Auto));
        window_event_listener(ev::pageshow, move |_| restore(ScrollRestoration::Manual));
        let entry = window().history().and_then(|history| history.state()).unwrap_or_default();
        self.0.entry.set(entry.as_f64().map_or_else(stamp_entry, |entry| entry as Entry));

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

    /// Tries the current page again. One of another version of the site needs that program; and on
    /// the slowest networks the browser waits longer for a page than we do for its data.
    pub fn reload(&self) {
        let (path, failed) =
            self.0.shown.with_untracked(|it| (it.path.clone(), it.page.clone().err()));
        if matches!(failed, Some(Failure::OtherSchema | Failure::TimedOut)) {
            let _ = window().location().reload();
            return;
        }
        self.go(path, Arrival::Again);
    }

    fn clicked(&self, event: &MouseEvent) {
        let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let Some(link) = link_to_a_page(event) else { return };
        let same_page = self.0.shown.with_untracked(|shown| shown.path == link.pathname());
        if same_page && !link.hash().is_empty() {
            // The browser moves by itself, and tells only once it has.
            self.remember_scroll_position();
            self.stop_waiting();
            return;
        }
        event.prevent_default();
        self.go(
            link.pathname(),
            Arrival::Followed { search: link.search(), fragment: link.hash() },
        );
    }

    /// Back, forward, or a fragment of the page on the screen.
    fn returned(&self, state: &JsValue) {
        let Ok(path) = window().location().pathname() else { return };
        let path = canonical(&path);
        let known = state.as_f64().map(|entry| entry as Entry);
        if known.is_some() {
            self.remember_scroll_position();
        }
        let entry = known.unwrap_or_else(stamp_entry);
        if self.0.shown.with_untracked(|shown| shown.path != path) {
            return self.go(path, Arrival::Returned { entry });
        }
        self.stop_waiting();
        self.0.entry.set(entry);
        self.0.chosen.set(selection::of_address());
        // The browser has moved to a new fragment by itself.
        if known.is_some() {
            self.scroll(&Arrival::Returned { entry });
        }
    }

    /// Whatever is on its way is no longer wanted.
    fn stop_waiting(&self) {
        self.0.latest.set(self.0.latest.get() + 1);
        remove_from_root("data-loading");
    }

    fn prefetch(&self, event: &Event) {
        let Some(route) = link_to_a_page(event).and_then(|link| Route::at(&link.pathname())) else {
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
        set_on_root("data-loading", "");
        let state = self.0.clone();
        let navigator = self.clone();
        spawn_local(async move {
            let loaded = state.memory.load_path(&path).await;
            if state.latest.get() == turn {
                remove_from_root("data-loading");
                navigator.show(path, loaded, arrival).await;
            }
        });
    }

    async fn show(&self, path: String, loaded: Result<Loaded, Failure>, arrival: Arrival) {
        let next = shown(path, loaded);
        match &arrival {
            Arrival::Followed { search, fragment } => {
                self.remember_scroll_position();
                let kept = search.is_empty().then(|| self.kept(&next));
                let search = kept.as_ref().unwrap_or(search);
                let here = window().location().search().unwrap_or_default();
                let same = self.0.shown.with_untracked(|shown| shown.path == next.path);
                if !same || here != *search {
                    self.push(&format!("{}{search}{fragment}", next.path));
                }
            }
            Arrival::Returned { entry } => self.0.entry.set(*entry),
            Arrival::Again => {}
        }
        let head = pages::head(&self.0.site, &next.page);
        head::apply(&self.0.site, &head, &next);
        self.0.shown.set(next);
        self.0.chosen.set(selection::of_address());
        tick().await;
        self.scroll(&arrival);
        self.0.announcement.set(head.title);
    }

    /// What of the reader’s choices goes along to another page of the same election, as in an address.
    fn kept(&self, next: &Shown) -> String {
        let kept = self.0.shown.with_untracked(|shown| {
            let (from, to) = (shown.page.as_ref().ok()?, next.page.as_ref().ok()?);
            let ((here, from), (there, to)) = (from.of_election()?, to.of_election()?);
            let chosen = self.0.chosen.get_untracked();
            (here == there).then(|| selection::query(&chosen.carried(from, to)))
        });
        kept.unwrap_or_default()
    }

    fn push(&self, address: &str) {
        let Ok(history) = window().history() else { return };
        let entry = new_entry();
        let _ = history.push_state_with_url(&JsValue::from_f64(entry as f64), "", Some(address));
        self.0.entry.set(entry);
    }

    fn remember_scroll_position(&self) {
        let position = window().scroll_y().unwrap_or(0.0);
        self.0.scroll_positions.borrow_mut().insert(self.0.entry.get(), position);
    }

    /// Moves to where the reader should be, and the focus with it.
    fn scroll(&self, arrival: &Arrival) {
        let position = match arrival {
            Arrival::Again => None,
            Arrival::Followed { fragment, .. } => {
                let id = fragment.strip_prefix('#');
                if let Some(target) = id.and_then(|id| document().get_element_by_id(id)) {
                    return target.scroll_into_view();
                }
                Some(0.0)
            }
            Arrival::Returned { entry } => {
                Some(self.0.scroll_positions.borrow().get(entry).copied().unwrap_or(0.0))
            }
        };
        if let Some(position) = position {
            window().scroll_to_with_x_and_y(0.0, position);
        }
        focus_heading();
    }
}

/// A number that no other entry of this history has.
fn new_entry() -> Entry {
    js_sys::Date::now() as Entry
}

/// Numbers the current entry of the history.
fn stamp_entry() -> Entry {
    let entry = new_entry();
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(entry as f64), "");
    }
    entry
}

/// The link that an event happened on, when it leads to a page of this site in this window.
fn link_to_a_page(event: &Event) -> Option<HtmlAnchorElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = window().location().origin().ok()?;
    let ours = link.origin() == here
        && link.target().is_empty()
        && !link.has_attribute("download")
        && Route::at(&link.pathname()).is_some();
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
