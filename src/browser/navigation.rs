//! Moving between pages without reloading them.
//! The page on the screen stays until the next one is here; then focus, scroll position and one
//! announcement follow, as they would after a real page load.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Promise;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent};

use super::document::{self, all, canonical, remove_from_root, set_on_root};
use super::head::{self, Site};
use super::history::{Entries, Entry, stamp_entry};
use super::interactivity::{self, Interactivity};
use super::load::{Loaded, PageCache};
use super::{links, selection, style};
use crate::data::{Failure, Page};
use crate::pages;
use crate::route::{NOT_FOUND, Route, href};

/// How a page is reached.
enum Arrival {
    /// By a link: a new entry in the history, at the top of the page or at the fragment.
    Followed { search: String, fragment: String },
    /// By back or forward, to the scroll position that the page was left at.
    Returned { entry: Entry },
    /// By trying again: nothing moves.
    Again,
}

/// Shows pages and keeps the browser's URL, history, focus and scroll position in step.
#[derive(Clone)]
pub struct Navigator(SendWrapper<Rc<State>>);

struct State {
    site: Site,
    /// The element that holds the page.
    main: Element,
    announcement: RwSignal<String>,
    interactivity: Interactivity,
    cache: PageCache,
    /// The path of what is on the screen.
    path: RefCell<String>,
    /// Why the page is not there, where a notice is in its place.
    failure: Cell<Option<Failure>>,
    /// Counts the pages that were shown since the one that was built.
    shown: Cell<u32>,
    /// Counts navigations: when two are under way, the later one wins.
    latest: Cell<u32>,
    entries: Entries,
}

impl Navigator {
    /// Makes a navigator of the page that is in `main`. What assistive tools are told goes to
    /// `announcement`.
    pub fn new(site: Site, main: Element, announcement: RwSignal<String>) -> Self {
        let path = window().location().pathname().unwrap_or_default();
        Self(SendWrapper::new(Rc::new(State {
            site,
            main,
            announcement,
            interactivity: Interactivity::new(),
            cache: PageCache::default(),
            path: RefCell::new(canonical(&path)),
            failure: Cell::default(),
            shown: Cell::default(),
            latest: Cell::default(),
            entries: Entries::default(),
        })))
    }

    /// Makes the page interactive: at once where it has nothing but links, else when its data is there. Where the
    /// host has sent another page than the one at this URL, that is shown.
    pub async fn begin(&self, data: Option<Promise>) {
        let path = self.path();
        let built_for = self.0.main.get_attribute("data-path").unwrap_or_default();
        let is_not_found = built_for == href(NOT_FOUND);
        self.listen();
        if built_for != path && !is_not_found {
            // Another page goes at once; what is said because the network failed stays until there is more.
            if Route::at(&built_for).is_some() {
                self.0.main.set_inner_html("");
            }
            return self.go(path, Arrival::Again).await;
        }
        let (Some(data), Some(route)) = (data, Route::at(&path)) else { return };
        let shown = self.0.shown.get();
        let loaded = self.0.cache.load_asked(route, data).await;
        if self.0.shown.get() != shown {
            return;
        }
        match loaded {
            Ok(loaded) if Some(&loaded.version) == document::built_version().as_ref() => {
                // A copy of the page that the worker took because no answer came in time is as good as new.
                if loaded.cached_at.is_none() {
                    remove_from_root("data-kept");
                }
                self.0.interactivity.take(Some(loaded.page));
                self.0.interactivity.draw();
            }
            // Newer figures than those on the screen: all of the page is of one version.
            Ok(loaded) if loaded.cached_at.is_none() && *loaded.page != Page::NotFound => {
                self.show(path, Ok(loaded), Arrival::Again).await;
            }
            // The page is as whole as it was, and has nothing interactive.
            _ => remove_from_root("data-interactive"),
        }
    }

    fn path(&self) -> String {
        self.0.path.borrow().clone()
    }

    /// Takes over controls, links, back and forward, and prefetches what the reader is about to follow.
    fn listen(&self) {
        self.0.entries.begin();
        self.on(ev::click, |navigator, event| navigator.clicked(&event));
        self.on(ev::popstate, |navigator, event| navigator.returned(&event.state()));
        self.on(ev::input, |navigator, event| navigator.chosen(&event));
        self.on(ev::change, |navigator, event| navigator.chosen(&event));
        self.on(ev::mouseover, |navigator, event| navigator.prefetch(&event));
        self.on(ev::focusin, |navigator, event| navigator.prefetch(&event));
        self.on(ev::touchstart, |navigator, event| navigator.prefetch(&event));
        // The event that started the app.
        if let Some(link) = all(&document(), "a:hover, a:focus").pop() {
            self.load(&link);
        }
    }

    fn on<E: ev::EventDescriptor + 'static>(&self, event: E, act: fn(&Self, E::EventType))
    where
        E::EventType: JsCast,
    {
        let navigator = self.clone();
        window_event_listener(event, move |event| act(&navigator, event));
    }

    /// Tries the current page again. One of another version of the site needs that app; and on
    /// the slowest networks the browser waits longer for a page than we do for its data.
    fn reload(&self) {
        if matches!(self.0.failure.get(), Some(Failure::OtherSchema | Failure::TimedOut)) {
            let _ = window().location().reload();
            return;
        }
        self.start(self.path(), Arrival::Again);
    }

    /// A control of the page was changed.
    fn chosen(&self, event: &Event) {
        if let Some((name, value)) =
            document::target(event).as_ref().and_then(interactivity::chosen_by)
        {
            self.0.interactivity.update(|selection| selection.set(&name, &value));
        }
    }

    fn clicked(&self, event: &MouseEvent) {
        let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let Some(target) = document::target(event) else { return };
        let Some(link) = links::to_a_page(&target) else { return self.press(&target) };
        if self.0.interactivity.opened(&link) {
            return event.prevent_default();
        }
        if *self.0.path.borrow() == link.pathname() && !link.hash().is_empty() {
            // The browser moves by itself, and tells only once it has.
            self.0.entries.remember_scroll_position();
            self.stop_waiting();
            return;
        }
        event.prevent_default();
        let arrival = Arrival::Followed { search: link.search(), fragment: link.hash() };
        self.start(link.pathname(), arrival);
    }

    /// Does what something else than a link does when it is pressed, if anything.
    pub fn press(&self, target: &Element) {
        if target.closest(".failure button").is_ok_and(|button| button.is_some()) {
            return self.reload();
        }
        self.0.interactivity.clicked(target);
    }

    /// Back, forward, or a fragment of the page on the screen.
    fn returned(&self, state: &JsValue) {
        let Ok(path) = window().location().pathname() else { return };
        let path = canonical(&path);
        let known = state.as_f64().map(|entry| entry as Entry);
        if known.is_some() {
            self.0.entries.remember_scroll_position();
        }
        let entry = known.unwrap_or_else(stamp_entry);
        if *self.0.path.borrow() != path {
            return self.start(path, Arrival::Returned { entry });
        }
        self.stop_waiting();
        self.0.entries.current.set(entry);
        self.0.interactivity.read_url();
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

    /// Loads the page behind the link on which something happened. Those of a table show what is there.
    fn prefetch(&self, event: &Event) {
        if let Some(target) = document::target(event) {
            self.load(&target);
        }
    }

    fn load(&self, target: &Element) {
        let link =
            links::to_a_page(target).filter(|it| !it.matches(".breakdown th a").unwrap_or(false));
        let Some(route) = link.and_then(|link| Route::at(&link.pathname())) else { return };
        let cache = self.0.cache.clone();
        spawn_local(async move {
            // What went wrong is told when the reader asks for the page.
            let _ = cache.load(route).await;
        });
    }

    fn start(&self, path: String, arrival: Arrival) {
        let navigator = self.clone();
        spawn_local(async move { navigator.go(path, arrival).await });
    }

    async fn go(&self, path: String, arrival: Arrival) {
        let state = &self.0;
        let turn = state.latest.get() + 1;
        state.latest.set(turn);
        set_on_root("data-loading", "");
        let loaded = state.cache.load_path(&path).await;
        if state.latest.get() == turn {
            remove_from_root("data-loading");
            self.show(path, loaded, arrival).await;
        }
    }

    async fn show(&self, path: String, loaded: Result<Loaded, Failure>, arrival: Arrival) {
        if matches!(loaded, Err(Failure::CachedAsPage)) && leave(&path, &arrival) {
            return;
        }
        let page = loaded.as_ref().map(|loaded| &*loaded.page).map_err(|failure| *failure);
        if let Arrival::Followed { search, fragment } = &arrival {
            self.0.entries.remember_scroll_position();
            let carried = search.is_empty().then(|| self.carried_query(page.ok()));
            let search = carried.as_ref().unwrap_or(search);
            let here = window().location().search().unwrap_or_default();
            if *self.0.path.borrow() != path || here != *search {
                self.0.entries.push(&format!("{path}{search}{fragment}"));
            }
        }
        if let Arrival::Returned { entry } = &arrival {
            self.0.entries.current.set(*entry);
        }
        // A copy says in the document how old it is: the style shows that, as on a page that the worker kept.
        match loaded.as_ref().ok().and_then(|loaded| loaded.cached_at.as_deref()) {
            Some(cached_at) => set_on_root("data-kept", cached_at),
            None => remove_from_root("data-kept"),
        }
        let head = pages::head(&self.0.site.name, page);
        head::apply(&head, &self.0.site.base, &path, page);
        let control = document::focused_control();
        self.draw(&path, page);
        self.0.shown.set(self.0.shown.get() + 1);
        self.0.failure.set(page.err());
        self.0.path.replace(path);
        self.0.interactivity.take(loaded.ok().map(|loaded| loaded.page));
        self.0.interactivity.read_url();
        tick().await;
        // Who types while newer figures come goes on typing.
        match control.filter(|_| matches!(arrival, Arrival::Again)) {
            Some(control) => document::focus(&control),
            None => self.scroll(&arrival),
        }
        self.0.announcement.set(head.title);
    }

    /// Puts a page into the document.
    fn draw(&self, path: &str, page: Result<&Page, Failure>) {
        let content = match page {
            Ok(page) => pages::page(page),
            Err(failure) => pages::failure(Route::at(path).as_ref(), failure),
        };
        style::complete();
        self.0.main.set_inner_html(&content.into_string());
        let _ = self.0.main.set_attribute("data-path", path);
        set_on_root("data-interactive", "");
        document::mark_current_links(path);
    }

    /// What of the reader’s choices goes along to another page of the same election, as in a URL.
    fn carried_query(&self, to: Option<&Page>) -> String {
        let here = Route::at(&self.path());
        let election = here.as_ref().and_then(Route::election);
        let Some(to) = to.filter(|to| election.is_some() && to.election() == election) else {
            return String::new();
        };
        let from = self.0.interactivity.page();
        let from = from.as_deref().and_then(Page::breakdown);
        selection::query(&self.0.interactivity.selection().carried(from, to.breakdown()))
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
            Arrival::Returned { entry } => Some(self.0.entries.scroll_position(*entry)),
        };
        if let Some(position) = position {
            window().scroll_to_with_x_and_y(0.0, position);
        }
        document::focus("h1");
    }
}

/// Lets the browser show a page of which it has no data; whether it does.
fn leave(path: &str, arrival: &Arrival) -> bool {
    let location = window().location();
    let left = match arrival {
        Arrival::Followed { search, fragment } => {
            location.assign(&format!("{path}{search}{fragment}"))
        }
        Arrival::Returned { .. } => location.reload(),
        Arrival::Again => return false,
    };
    left.is_ok()
}
