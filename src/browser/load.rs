//! Loading pages' data, with a time limit, one silent retry, and memory.
//! A failure is told as what it means to a reader; neither it nor an old copy is remembered.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use futures::FutureExt;
use futures::future::{Either, LocalBoxFuture, Shared, select};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use web_sys::{AbortController, RequestCache};

use crate::data::{Document, Failure, Page};
use crate::route::{Route, address};

/// How long a reader waits before being told, in milliseconds.
const TIME_LIMIT: u32 = 10_000;

/// How long to wait before the silent retry, in milliseconds.
const PAUSE: u32 = 400;

/// The header in which the worker says when it kept a copy (`src/site/render/worker.js`).
const KEPT: &str = "x-urne-kept";

/// A page that was loaded.
#[derive(Clone)]
pub struct Loaded {
    /// What it shows.
    pub page: Page,
    /// When it was kept, where it is no fresh answer but a copy for want of a network.
    pub kept: Option<String>,
}

type Loading = Shared<LocalBoxFuture<'static, Result<Loaded, Failure>>>;

/// The pages that this visit has loaded or is loading.
#[derive(Clone, Default)]
pub struct Memory(Rc<RefCell<HashMap<Route, Loading>>>);

impl Memory {
    /// Keeps a page that came with the document.
    pub fn keep(&self, route: Route, page: Page) {
        let ready = std::future::ready(Ok(Loaded { page, kept: None })).boxed_local().shared();
        self.0.borrow_mut().insert(route, ready);
    }

    /// The page at a path; an address that no page can have needs no request.
    pub async fn load_path(&self, path: &str) -> Result<Loaded, Failure> {
        match Route::at(path) {
            Some(route) => self.load(route).await,
            None => Ok(Loaded { page: Page::NotFound, kept: None }),
        }
    }

    /// The page of a route, from memory, from a request under way, or from a new one.
    ///
    /// A request that was under way before anyone waited for it may end its time too early: when
    /// it fails, a new one has all of it.
    pub async fn load(&self, route: Route) -> Result<Loaded, Failure> {
        let under_way = self.0.borrow().contains_key(&route);
        match self.attempt(&route).await {
            Err(_) if under_way => self.attempt(&route).await,
            page => page,
        }
    }

    async fn attempt(&self, route: &Route) -> Result<Loaded, Failure> {
        let loading = self
            .0
            .borrow_mut()
            .entry(route.clone())
            .or_insert_with(|| within_the_limit(address(&route.data())).boxed_local().shared())
            .clone();
        let page = loading.clone().await;
        let mut memory = self.0.borrow_mut();
        // What is not there may come: only a page that is there is remembered.
        let there = |it: &Loaded| it.kept.is_none() && it.page != Page::NotFound;
        let is_fresh = page.as_ref().is_ok_and(there);
        if !is_fresh && memory.get(route).is_some_and(|other| other.ptr_eq(&loading)) {
            memory.remove(route);
        }
        page
    }
}

async fn within_the_limit(address: String) -> Result<Loaded, Failure> {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    let attempts = async {
        match fetch(&address, signal.as_ref()).await {
            Err(Failure::Unreachable | Failure::Server) => {
                TimeoutFuture::new(PAUSE).await;
                fetch(&address, signal.as_ref()).await
            }
            answer => answer,
        }
    };
    match select(attempts.boxed_local(), TimeoutFuture::new(TIME_LIMIT)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => {
            if let Some(controller) = &controller {
                controller.abort();
            }
            Err(Failure::TimedOut)
        }
    }
}

async fn fetch(address: &str, signal: Option<&web_sys::AbortSignal>) -> Result<Loaded, Failure> {
    // Always asked anew: a kept answer may be old, or somebody else's page.
    let request = Request::get(address).cache(RequestCache::NoCache).abort_signal(signal);
    let answer = request.send().await.map_err(|_| Failure::Unreachable)?;
    match answer.status() {
        404 | 410 => return Ok(Loaded { page: Page::NotFound, kept: None }),
        200..=299 => {}
        _ => return Err(Failure::Server),
    }
    let text = answer.text().await.map_err(|_| Failure::NotADocument)?;
    Ok(Loaded { page: Document::parse(&text)?, kept: answer.headers().get(KEPT) })
}
