//! An app that does not arrive, arrives cut off or is gone, a host that fails by chance, a wrong clock,
//! no storage: pages stay what they are, and whoever tries again gets there.

use std::time::{Duration, Instant};

use thirtyfour::prelude::*;

use super::engine::Visitor;
use super::offline::{until_the_app_is_cached, visited, worker_is_ready};
use super::origin::Unknown;
use super::server::{Fault, Part};
use super::session::{INTENT, PATIENCE, Session, browser_test, with};

const RESULT: &str = "/resultats/primaires-citoyennes-2017/";

/// What is said above the page, if anything is.
const NOTICE: &str = "return document.querySelector('.notice')?.textContent ?? ''";

/// The page is complete, and whatever its script does has been done.
async fn is_complete(session: &Session) {
    let script = "const done = arguments[arguments.length - 1]; const rest = () => setTimeout(done, 500); \
                  document.readyState === 'complete' ? rest() : addEventListener('load', rest);";
    session.browser.execute_async(script, Vec::new()).await.unwrap();
    let text = session.text("return document.querySelector('main').textContent").await;
    assert!(text.contains("57,95\u{202f}%"), "{text}");
    assert_eq!(session.eval("return document.querySelectorAll('.bands ol').length").await, 3);
}

/// Everything is there, nothing is said, no control does nothing, and links lead on.
async fn is_complete_without_the_app(session: &Session) {
    is_complete(session).await;
    assert_eq!(session.text(NOTICE).await, "");
    session.follow(".site-header nav", "Agenda").await;
    session.titled("Agenda").await;
}

/// What cannot answer is not offered.
async fn offers_nothing(session: &Session) {
    let hidden = "return [...document.querySelectorAll('.controls, button')]\
                  .every((e) => getComputedStyle(e).visibility === 'hidden')";
    session.until("no control that does nothing", hidden).await;
}

#[tokio::test]
async fn without_its_app_a_page_is_complete_and_complains_of_nothing() {
    for fault in [Fault::CutOff, Fault::OtherPage, Fault::Status(500), Fault::Late] {
        browser_test(async |session| {
            session.server.fail(&[Part::App], fault);
            session.browser.goto(session.server.url(RESULT)).await.unwrap();
            // One that is only late is waited for.
            if !matches!(fault, Fault::Late) {
                offers_nothing(session).await;
            }
            is_complete_without_the_app(session).await;
        })
        .await;
    }
}

/// As in the lockdown mode of telephones.
#[tokio::test]
async fn without_webassembly_no_app_is_asked_for() {
    browser_test(async |session| {
        session.server.begin_with("delete globalThis.WebAssembly;");
        session.browser.goto(session.server.url(RESULT)).await.unwrap();
        offers_nothing(session).await;
        is_complete_without_the_app(session).await;
        let asked = session.server.take_requests();
        assert!(!asked.iter().any(|path| path.ends_with(".wasm")), "{asked:?}");
        session.assert_silent_console("no WebAssembly").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_program_is_gone_offers_a_reload_once() {
    browser_test(async |session| {
        session.server.fail(&[Part::App], Fault::Status(404));
        session.browser.goto(session.server.url(RESULT)).await.unwrap();
        is_complete(session).await;
        assert_eq!(
            session.text(NOTICE).await,
            "Le site vient d’être mis à jour. Recharger la page"
        );
        // Still gone: no second offer.
        // A click of the driver waits for the page that it leads to; a script would go with the old one.
        session.follow(".notice", "Recharger").await;
        let started = Instant::now();
        while !session.browser.find_all(By::Css(".notice")).await.is_ok_and(|it| it.is_empty()) {
            assert!(started.elapsed() < PATIENCE, "timed out waiting for the reload");
        }
        is_complete(session).await;
        assert_eq!(session.text(NOTICE).await, "");
        // There again: the page comes alive.
        session.server.recover();
        session.open(RESULT).await;
    })
    .await;
}

/// Asks for a page until it is there and alive, as who reloads it does.
async fn insist(session: &Session, path: &str) {
    let started = Instant::now();
    let live = format!(
        "{INTENT} return document.readyState === 'complete' && \
         document.documentElement.hasAttribute('data-live')"
    );
    while started.elapsed() < PATIENCE {
        session.browser.goto(session.server.url(path)).await.unwrap();
        for _ in 0..20 {
            if session.eval(&live).await == true {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    panic!("timed out waiting for {path}");
}

#[tokio::test]
async fn on_a_host_that_fails_by_chance_trying_again_gets_there() {
    browser_test(async |session| {
        session.server.fail(&Part::ALL, Fault::Sometimes);
        insist(session, "/").await;
        for (label, heading) in
            [("Actualités", "Actualités"), ("Agenda", "Agenda"), ("Résultats", "Résultats")]
        {
            session.follow(".site-header nav", label).await;
            let retried = format!(
                "document.querySelector('.failure button')?.click(); \
                 return document.querySelector('h1').textContent === {}",
                serde_json::json!(heading)
            );
            session.until(heading, &retried).await;
        }
    })
    .await;
}

/// What a clock that is a day fast or slow tells every script. A page notes what it was told.
fn clock(days: i32) -> String {
    format!(
        "Date = class extends Date {{
           constructor(...parts) {{ if (parts.length) super(...parts); else super(Date.now()); }}
           static now() {{ return super.now() + {days} * 864e5; }}
         }};
         if (globalThis.document)
           document.documentElement.dataset.clock = new Date().toLocaleDateString('fr-FR');"
    )
}

#[tokio::test]
async fn a_clock_that_is_a_day_wrong_changes_neither_pages_nor_the_age_of_copies() {
    for days in [-1, 1] {
        browser_test(async |session| {
            session.server.begin_with(&clock(days));
            visited(session, RESULT).await;
            is_complete(session).await;
            session.follow(".site-header nav", "Agenda").await;
            session.arrived_at("Agenda").await;
            session.assert_silent_console("a wrong clock").await;
            session.server.go_away();
            session.open(RESULT).await;
            is_complete(session).await;
            let [told, kept] = ["clock", "kept"]
                .map(|name| format!("return document.documentElement.dataset.{name}"));
            let (told, kept) = (session.text(&told).await, session.text(&kept).await);
            let now = jiff::ZonedDateTime::now();
            let day = urne::site::calendar::moment(now.date()).text;
            let day = day.split_once(' ').unwrap().1;
            let is_wrong = told != now.strftime("%d/%m/%Y").to_string();
            assert!(is_wrong && kept.starts_with(day), "{kept}; a wrong clock says {told}");
        })
        .await;
    }
}

/// What a browser refuses: any more room, to look at what it keeps, all room from the start, and to keep
/// anything on principle.
const STORAGES: [(&str, &str); 4] = [
    ("full", "Cache.prototype.put = refused"),
    ("unreadable", "if (!globalThis.document) CacheStorage.prototype.match = refused"),
    ("full from the start", "Cache.prototype.put = Cache.prototype.add = refused"),
    (
        "forbidden",
        "for (const name of ['open', 'match', 'keys', 'delete', 'has']) \
           CacheStorage.prototype[name] = refused; \
         if (navigator.serviceWorker) ServiceWorkerContainer.prototype.register = refused",
    ),
];

/// Sets one of [`STORAGES`].
fn refuse(session: &Session, refusal: &str) {
    session.server.begin_with(&format!(
        "{{
           const refused = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
           {refusal};
         }}"
    ));
}

#[tokio::test]
async fn without_storage_the_site_works_on_the_network() {
    for (storage, refusal) in STORAGES {
        browser_test(async |session| {
            refuse(session, refusal);
            session.open(RESULT).await;
            if ["full", "unreadable"].contains(&storage) {
                worker_is_ready(session).await;
            }
            session.open(RESULT).await;
            is_complete(session).await;
            session.follow(".site-header nav", "Agenda").await;
            session.arrived_at("Agenda").await;
            session.assert_silent_console(storage).await;
        })
        .await;
    }
}

/// The offline page came with the app, before there was no more room.
#[tokio::test]
async fn without_room_no_page_is_kept_and_that_is_said() {
    browser_test(async |session| {
        refuse(session, STORAGES[0].1);
        session.open(RESULT).await;
        worker_is_ready(session).await;
        until_the_app_is_cached(session).await;
        session.open(RESULT).await;
        session.server.go_away();
        session.browser.goto(session.server.url(RESULT)).await.unwrap();
        session.until("the notice", "return !!document.querySelector('.failure')").await;
        assert!(session.heading().await.contains("pu être charg"));
    })
    .await;
}

#[tokio::test]
async fn in_a_private_window_the_site_works_on_the_network() {
    with(Visitor::Private, Unknown::NotFound, async |session| {
        for _ in 0..2 {
            session.open(RESULT).await;
            is_complete(session).await;
        }
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
        session.assert_silent_console("a private window").await;
    })
    .await;
}
