//! The server of a preview: the files of the last site as a host would send them, the mistakes in every page, and
//! word of each build.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, RANGE};
use axum::http::{Response, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use futures::Stream;
use futures::stream::unfold;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use tokio::sync::watch::Receiver;
use tower_http::services::{ServeDir, ServeFile};

use super::build::Shown;
use crate::message;
use crate::route::NOT_FOUND;
use crate::site::messages::spoken;
use crate::site::render::preview::{CHANGES, ELEMENT, STYLE, script};

type Builds = Receiver<Arc<Shown>>;

/// Answers until the program is asked to end.
pub async fn run(listener: TcpListener, builds: Builds) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let routes = Router::new().route(CHANGES, get(changes)).fallback(file).with_state(builds);
    tokio::select! {
        ended = axum::serve(listener, routes) => ended,
        asked = asked_to_end() => asked,
    }
}

/// Waits until the program is asked to end.
///
/// # Errors
/// When the system does not say.
pub async fn asked_to_end() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            asked = tokio::signal::ctrl_c() => asked,
            _ = terminated.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

/// The number of the build that is shown, and of each that comes.
async fn changes(
    State(mut builds): State<Builds>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    builds.mark_changed();
    let numbers = unfold(builds, |mut builds| async move {
        builds.changed().await.ok()?;
        let number = builds.borrow_and_update().number;
        Some((Ok(Event::default().data(number.to_string())), builds))
    });
    Sse::new(numbers).keep_alive(KeepAlive::default())
}

/// A file of the site, or its page for unknown URLs; without a site, a page with the mistakes.
async fn file(State(builds): State<Builds>, request: Request) -> Response<Body> {
    let shown = builds.borrow().clone();
    let Some(site) = &shown.site else {
        let page = Html(page_of_mistakes(&shown).into_string());
        return (StatusCode::SERVICE_UNAVAILABLE, page).into_response();
    };
    let mut response = sent(site, request).await;
    // What was seen of the last build is no use in the next.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let kind = response.headers().get(CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let status = response.status();
    match to_bytes(response.into_body(), usize::MAX).await {
        Ok(page) => {
            let page = String::from_utf8_lossy(&page);
            let element = format!("<body>{}", element(&shown).into_string());
            let cache = (CACHE_CONTROL, HeaderValue::from_static("no-store"));
            (status, [cache], Html(page.replacen("<body>", &element, 1))).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// What a host sends for a request. Of its headers only the range counts, without which some browsers play no
/// video.
async fn sent(site: &Path, request: Request) -> Response<Body> {
    let (asked, _) = request.into_parts();
    let mut request = Request::new(Body::empty());
    *request.method_mut() = asked.method;
    *request.uri_mut() = asked.uri;
    if let Some(range) = asked.headers.get(RANGE) {
        request.headers_mut().insert(RANGE, range.clone());
    }
    let not_found = ServeFile::new(site.join(NOT_FOUND.trim_start_matches('/')));
    let mut files = ServeDir::new(site).not_found_service(not_found);
    match files.try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// What each page says of its build.
fn element(shown: &Shown) -> Markup {
    let mistakes = shown.mistakes.as_str();
    html! {
        section id=(ELEMENT) data-build=(shown.number) hidden[mistakes.is_empty()] lang=(spoken().code()) {
            @if !mistakes.is_empty() {
                h2 { (message!("program-not-shown-yet").to_string()) }
                pre { (mistakes) }
            }
        }
    }
}

/// The page of a content that had mistakes from the start.
fn page_of_mistakes(shown: &Shown) -> Markup {
    html! {
        (DOCTYPE)
        html {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Urne" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (element(shown))
                script { (PreEscaped(script())) }
            }
        }
    }
}
