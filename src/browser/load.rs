//! Loading pages' data, with a time limit, one silent retry, and memory.
//! A failure is told as what it means to a reader; neither it nor an old copy is remembered.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use futures::FutureExt;
use futures::future::{Either, LocalBoxFuture, Shared, select};
use gloo_net::http::{Request, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache};

use crate::data::{Document, Failure, Page, fingerprint};
use crate::route::{Route, href};

/// How long a reader waits before being told, in milliseconds.
const TIME_LIMIT: u32 = 10_000;

/// How long to wait before the silent retry, in milliseconds.
const PAUSE: u32 = 400;

/// The header in which the worker says when it kept a copy (`src/site/render/worker.js`).
const CACHED_AT: &str = "x-urne-kept";

/// A page that was loaded.
#[derive(Clone)]
pub struct Loaded {
    /// What it shows.
    pub page: Rc<Page>,
    /// The [`fingerprint`] of its data.
    pub version: String,
    /// When it was kept, where it is no fresh answer but a copy because the network failed.
    pub cached_at: Option<String>,
}

type Loading = Shared<LocalBoxFuture<'static, Result<Loaded, Failure>>>;

/// The pages that this visit has loaded or is loading.
#[derive(Clone, Default)]
pub struct PageCache(Rc<RefCell<HashMap<Route, Loading>>>);

impl PageCache {
    /// The page of a route whose data was asked for already.
    pub async fn load_asked(&self, route: Route, answer: Promise) -> Result<Loaded, Failure> {
        let loading = within_the_limit(href(&route.data()), Some(answer)).boxed_local().shared();
        self.0.borrow_mut().insert(route.clone(), loading);
        let page = self.attempt(&route).await;
        // Reading it and making something of it are two tasks: a hand comes between.
        TimeoutFuture::new(0).await;
        page
    }

    /// The page at a path; a URL that no page can have needs no request.
    pub async fn load_path(&self, path: &str) -> Result<Loaded, Failure> {
        match Route::at(path) {
            Some(route) => self.load(route).await,
            None => Ok(not_found()),
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
            .or_insert_with(|| within_the_limit(href(&route.data()), None).boxed_local().shared())
            .clone();
        let page = loading.clone().await;
        let mut cache = self.0.borrow_mut();
        // What is not there may come: only a page that is there is remembered.
        let there = |it: &Loaded| it.cached_at.is_none() && *it.page != Page::NotFound;
        let is_fresh = page.as_ref().is_ok_and(there);
        if !is_fresh && cache.get(route).is_some_and(|other| other.ptr_eq(&loading)) {
            cache.remove(route);
        }
        page
    }
}

fn not_found() -> Loaded {
    Loaded { page: Rc::new(Page::NotFound), version: String::new(), cached_at: None }
}

async fn within_the_limit(url: String, asked: Option<Promise>) -> Result<Loaded, Failure> {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    let attempts = async {
        let first = match asked {
            Some(asked) => read(asked).await,
            None => fetch(&url, signal.as_ref()).await,
        };
        match first {
            Err(Failure::Unreachable | Failure::Server) => {
                TimeoutFuture::new(PAUSE).await;
                fetch(&url, signal.as_ref()).await
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

async fn fetch(url: &str, signal: Option<&web_sys::AbortSignal>) -> Result<Loaded, Failure> {
    // Never from a cache: a kept answer may be old, or somebody else's page.
    let request = Request::get(url).cache(RequestCache::NoCache).abort_signal(signal);
    let answer = request.send().await.map_err(|_| Failure::Unreachable)?;
    page_of(answer).await
}

/// Waits for an answer that the loader has asked for.
async fn read(answer: Promise) -> Result<Loaded, Failure> {
    let answer = JsFuture::from(answer).await.map_err(|_| Failure::Unreachable)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(|_| Failure::Unreachable)?;
    page_of(answer.into()).await
}

async fn page_of(answer: Response) -> Result<Loaded, Failure> {
    let cached_at = answer.headers().get(CACHED_AT);
    match answer.status() {
        404 | 410 => return Ok(not_found()),
        200..=299 => {}
        // Without its data, but the worker has the page as the host sent it.
        504 if cached_at.is_some() => return Err(Failure::CachedAsPage),
        _ => return Err(Failure::Server),
    }
    let text = answer.text().await.map_err(|_| Failure::NotADocument)?;
    Ok(Loaded { page: Rc::new(Document::parse(&text)?), version: fingerprint(&text), cached_at })
}
