//! Without network, or with a bad one: what was visited can be read, its charts included, and says
//! how old it is; what was not says so.

use std::time::{Duration, Instant};

use super::origin::{dist, folder};
use super::server::{Fault, Instead, Part};
use super::session::{PATIENCE, Session, browser_test};

const RESULT: &str = "/resultats/primaires-citoyennes-2017/";

/// Waits until the worker answers for the site.
pub async fn worker_is_ready(session: &Session) {
    session
        .until("the worker", "return navigator.serviceWorker.controller?.state === 'activated'")
        .await;
}

/// What the page says of the network, above everything: of the root element, whose attribute is the date.
async fn notice(session: &Session) -> String {
    session.text("return getComputedStyle(document.documentElement, '::before').content").await
}

/// Visits a page, and the page again once the worker is there to keep it.
pub async fn visited(session: &Session, path: &str) {
    session.open(path).await;
    worker_is_ready(session).await;
    until_the_app_is_cached(session).await;
    session.open(path).await;
    until_kept(session, path).await;
}

/// Waits until the worker has all of the app, which comes together.
pub async fn until_the_app_is_cached(session: &Session) {
    let files = super::files(&dist());
    let wasm = files.iter().find(|file| file.extension().is_some_and(|it| it == "wasm")).unwrap();
    until_kept(session, &format!("/{}", wasm.file_name().unwrap().display())).await;
}

/// Waits until there is a copy of a file.
async fn until_kept(session: &Session, path: &str) {
    let href = format!("{}{path}", folder());
    let kept = format!(
        "const done = arguments[arguments.length - 1]; \
         caches.match('{href}').then((it) => done(it !== undefined))"
    );
    let started = Instant::now();
    while *session.browser.execute_async(&kept, Vec::new()).await.unwrap().json() != true {
        assert!(started.elapsed() < PATIENCE, "timed out waiting for a copy of {path}");
    }
}

#[tokio::test]
async fn a_visited_page_is_there_without_network() {
    browser_test(async |session| {
        visited(session, RESULT).await;
        assert_eq!(notice(session).await, "none");
        session.server.go_away();
        session.open(RESULT).await;
        let text = session.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("57,95\u{202f}%"), "{text}");
        let drawings = "return document.querySelectorAll('.bands ol').length";
        assert_eq!(session.eval(drawings).await, 3);
        let said = notice(session).await;
        assert!(said.contains("Copie enregistrée le"), "{said}");
        let kept = session.text("return document.documentElement.dataset.kept").await;
        let (day, hour) = kept.split_once(" à ").unwrap();
        assert!(day.split(' ').count() == 3 && day.contains(" 20"), "{kept}");
        assert!(hour.contains("\u{a0}h\u{a0}"), "{kept}");
        session.eval("document.documentElement.setAttribute('data-loading', '')").await;
        assert!(
            notice(session).await.contains("Copie enregistrée le"),
            "while the next page is waited for"
        );

        // Back on the network, what is fresh comes first.
        session.server.come_back();
        session.open(RESULT).await;
        assert_eq!(notice(session).await, "none");
    })
    .await;
}

/// The worker comes after the first page: it keeps that too, and the data in it.
#[tokio::test]
async fn the_first_page_of_a_visit_is_there_without_network() {
    browser_test(async |session| {
        session.open(RESULT).await;
        let title = session.browser.title().await.unwrap();
        worker_is_ready(session).await;
        until_the_app_is_cached(session).await;
        until_kept(session, RESULT).await;
        session.server.go_away();
        session.open(RESULT).await;
        assert!(notice(session).await.contains("Copie enregistrée le"));
        let text = session.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("57,95\u{202f}%"), "{text}");

        // From another page, whose link asks for data only.
        session.server.come_back();
        visited(session, "/resultats/").await;
        session.server.go_away();
        session.open("/resultats/").await;
        session.draw(RESULT, &title).await;
        assert!(notice(session).await.contains("Copie enregistrée le"));
        let text = session.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("57,95\u{202f}%"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_not_visited_says_so() {
    browser_test(async |session| {
        visited(session, "/").await;
        session.server.go_away();
        session.browser.goto(session.server.url("/evenements/")).await.unwrap();
        session.until("the notice", "return !!document.querySelector('.failure')").await;
        let text = session.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("Le site ne répond pas"), "{text}");
        session.until("the page", "return document.documentElement.dataset.live === ''").await;
        session.server.come_back();
        session.eval("document.querySelector('.failure button').click()").await;
        session.arrived_at("Agenda").await;
    })
    .await;
}

#[tokio::test]
async fn data_that_was_visited_is_shown_with_its_age() {
    browser_test(async |session| {
        visited(session, "/").await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        until_kept(session, "/data/resultats.json").await;
        session.server.go_away();
        session.open("/").await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        assert!(notice(session).await.contains("Copie enregistrée le"));
        // A copy is not taken for fresh later.
        session.server.come_back();
        session.follow(".site-header nav", "Actualités").await;
        session.arrived_at("Actualités").await;
        assert_eq!(notice(session).await, "none");
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        assert_eq!(notice(session).await, "none");
    })
    .await;
}

#[tokio::test]
async fn a_portal_or_half_a_file_never_takes_the_place_of_a_copy() {
    for fault in [Fault::OtherPage, Fault::CutOff, Fault::Status(403)] {
        browser_test(async |session| {
            visited(session, "/").await;
            session.follow(".site-header nav", "Résultats").await;
            session.arrived_at("Résultats").await;
            session.server.fail(&[Part::Data], fault);
            session.open("/").await;
            session.follow(".site-header nav", "Résultats").await;
            session.arrived_at("Les résultats n’ont pas pu être chargés").await;
            session.server.recover();
            session.server.go_away();
            session.open("/").await;
            session.follow(".site-header nav", "Résultats").await;
            session.arrived_at("Résultats").await;
            assert!(notice(session).await.contains("Copie enregistrée le"), "{fault:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_slow_network_gives_way_to_a_copy() {
    browser_test(async |session| {
        visited(session, "/").await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        until_kept(session, "/data/resultats.json").await;
        // Before the next page: the pointer still rests on the link, which fetches what is behind it.
        session.server.fail(&[Part::Data], Fault::NoResponse);
        session.open("/").await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        assert!(notice(session).await.contains("Copie enregistrée le"));
    })
    .await;
}

#[tokio::test]
async fn a_failing_host_gives_way_to_a_copy() {
    browser_test(async |session| {
        visited(session, RESULT).await;
        session.server.fail(&Part::ALL, Fault::Status(503));
        session.open(RESULT).await;
        assert!(notice(session).await.contains("Copie enregistrée le"));
    })
    .await;
}

/// Whoever has to say who they are must see where; what they saw before is not lost by that.
#[tokio::test]
async fn a_portal_that_answers_everything_is_seen_and_not_kept() {
    for fault in [Fault::OtherPage, Fault::CutOff] {
        browser_test(async |session| {
            visited(session, RESULT).await;
            session.server.fail(&Part::ALL, fault);
            session.browser.goto(session.server.url(RESULT)).await.unwrap();
            if fault == Fault::OtherPage {
                session.titled("Identifiez-vous").await;
            }
            session.server.recover();
            session.server.go_away();
            session.open(RESULT).await;
            assert!(notice(session).await.contains("Copie enregistrée le"), "{fault:?}");
            let text = session.text("return document.querySelector('main').textContent").await;
            assert!(text.contains("57,95\u{202f}%"), "{text}");
        })
        .await;
    }
}

/// The one step of docs/deploy.md takes the worker from every browser that comes back.
#[tokio::test]
async fn the_worker_can_be_removed() {
    const GONE: &str = "const done = arguments[arguments.length - 1]; \
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]) \
          .then((all) => done(all.every((it) => it.length === 0)))";
    let document = include_str!("../../docs/deploy.md");
    let step = document.split_once("```js\n").and_then(|(_, rest)| rest.split_once("```"));
    browser_test(async |session| {
        visited(session, RESULT).await;
        session.server.replace("/worker.js", Instead::Text(step.unwrap().0.to_owned()));
        session.open(RESULT).await;
        let started = Instant::now();
        while *session.browser.execute_async(GONE, Vec::new()).await.unwrap().json() != true {
            assert!(started.elapsed() < PATIENCE, "timed out waiting for the worker to go");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        session.open(RESULT).await;
        session.assert_silent_console("without the worker").await;
    })
    .await;
}

/// Who has a copy does not wait for a page, and has a new copy once it comes.
#[tokio::test]
async fn a_page_that_comes_late_renews_its_copy() {
    let forget = format!(
        "const done = arguments[arguments.length - 1]; const path = '{}{RESULT}'; \
         caches.keys().then((names) => \
           Promise.all(names.map(async (name) => (await caches.open(name)).delete(path)))) \
         .then((deleted) => done(deleted.includes(true)))",
        folder()
    );
    browser_test(async |session| {
        visited(session, RESULT).await;
        session.server.fail(&[Part::Pages], Fault::Late);
        session.server.fail(&[Part::Data], Fault::Status(503));
        session.open(RESULT).await;
        assert!(notice(session).await.contains("Copie enregistrée le"));
        let forgotten = session.browser.execute_async(&forget, Vec::new()).await.unwrap();
        assert_eq!(*forgotten.json(), true);
        until_kept(session, RESULT).await;
    })
    .await;
}

/// Some hosts lead from the file of a page to a URL without its ending.
#[tokio::test]
async fn a_host_that_redirects_the_page_for_times_without_network() {
    browser_test(async |session| {
        let page = std::fs::read_to_string(dist().join("hors-ligne.html")).unwrap();
        session.server.replace("/hors-ligne.html", Instead::MovedTo("/hors-ligne"));
        session.server.replace("/hors-ligne", Instead::Text(page));
        session.open("/").await;
        worker_is_ready(session).await;
        session.server.go_away();
        session.browser.goto(session.server.url("/evenements/")).await.unwrap();
        session.until("the notice", "return !!document.querySelector('.failure')").await;
    })
    .await;
}
