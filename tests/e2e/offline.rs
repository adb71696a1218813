//! Without network, or with a bad one: what was visited can be read, its charts included, and says
//! how old it is; what was not says so.

use std::time::{Duration, Instant};

use super::origin::{dist, folder};
use super::server::{Fault, Instead, Part};
use super::stage::{PATIENCE, Stage, journey};

const RESULT: &str = "/resultats/primaires-citoyennes-2017/";

/// Waits until the worker answers for the site.
pub async fn worker_is_ready(stage: &Stage) {
    stage
        .until("the worker", "return navigator.serviceWorker.controller?.state === 'activated'")
        .await;
}

/// What the page says of the network, above everything: of the root element, whose attribute is the date.
async fn notice(stage: &Stage) -> String {
    stage.text("return getComputedStyle(document.documentElement, '::before').content").await
}

/// Visits a page, and the page again once the worker is there to keep it.
pub async fn visited(stage: &Stage, path: &str) {
    stage.open(path).await;
    worker_is_ready(stage).await;
    until_the_program_is_kept(stage).await;
    stage.open(path).await;
    until_kept(stage, path).await;
}

/// Waits until the worker has all of the program, which comes together.
pub async fn until_the_program_is_kept(stage: &Stage) {
    let files = super::files(&dist());
    let wasm = files.iter().find(|file| file.extension().is_some_and(|it| it == "wasm")).unwrap();
    until_kept(stage, &format!("/{}", wasm.file_name().unwrap().display())).await;
}

/// Waits until there is a copy of a file.
async fn until_kept(stage: &Stage, path: &str) {
    let address = format!("{}{path}", folder());
    let kept = format!(
        "const done = arguments[arguments.length - 1]; \
         caches.match('{address}').then((it) => done(it !== undefined))"
    );
    let started = Instant::now();
    while *stage.browser.execute_async(&kept, Vec::new()).await.unwrap().json() != true {
        assert!(started.elapsed() < PATIENCE, "in vain: a copy of {path}");
    }
}

#[tokio::test]
async fn a_visited_page_is_there_without_network() {
    journey(async |stage| {
        visited(stage, RESULT).await;
        assert_eq!(notice(stage).await, "none");
        stage.server.go_away();
        stage.open(RESULT).await;
        let text = stage.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("57,95\u{202f}%"), "{text}");
        let drawings = "return document.querySelectorAll('.ink svg').length";
        assert_eq!(stage.eval(drawings).await, 3);
        let said = notice(stage).await;
        assert!(said.contains("Copie enregistrée le"), "{said}");
        let kept = stage.text("return document.documentElement.dataset.kept").await;
        let (day, hour) = kept.split_once(" à ").unwrap();
        assert!(day.split(' ').count() == 3 && day.contains(" 20"), "{kept}");
        assert!(hour.contains("\u{a0}h\u{a0}"), "{kept}");
        stage.eval("document.documentElement.setAttribute('data-loading', '')").await;
        assert!(
            notice(stage).await.contains("Copie enregistrée le"),
            "while the next page is waited for"
        );

        // Back on the network, what is fresh comes first.
        stage.server.come_back();
        stage.open(RESULT).await;
        assert_eq!(notice(stage).await, "none");
    })
    .await;
}

/// The worker comes after the first page: it keeps that too, and the data in it.
#[tokio::test]
async fn the_first_page_of_a_visit_is_there_without_network() {
    journey(async |stage| {
        stage.open(RESULT).await;
        let title = stage.browser.title().await.unwrap();
        worker_is_ready(stage).await;
        until_the_program_is_kept(stage).await;
        until_kept(stage, RESULT).await;
        stage.server.go_away();
        stage.open(RESULT).await;
        assert!(notice(stage).await.contains("Copie enregistrée le"));
        let text = stage.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("57,95\u{202f}%"), "{text}");

        // From another page, whose link asks for data only.
        stage.server.come_back();
        visited(stage, "/resultats/").await;
        stage.server.go_away();
        stage.open("/resultats/").await;
        stage.draw(RESULT, &title).await;
        assert!(notice(stage).await.contains("Copie enregistrée le"));
        let text = stage.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("57,95\u{202f}%"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_page_that_was_not_visited_says_so() {
    journey(async |stage| {
        visited(stage, "/").await;
        stage.server.go_away();
        stage.browser.goto(stage.server.url("/evenements/")).await.unwrap();
        stage.until("the notice", "return !!document.querySelector('.failure')").await;
        let text = stage.text("return document.querySelector('main').textContent").await;
        assert!(text.contains("Le site ne répond pas"), "{text}");
        stage.until("the page", "return document.documentElement.dataset.live === ''").await;
        stage.server.come_back();
        stage.eval("document.querySelector('.failure button').click()").await;
        stage.arrived_at("Agenda").await;
    })
    .await;
}

#[tokio::test]
async fn data_that_was_visited_is_shown_with_its_age() {
    journey(async |stage| {
        visited(stage, "/").await;
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        until_kept(stage, "/data/resultats.json").await;
        stage.server.go_away();
        stage.open("/").await;
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        assert!(notice(stage).await.contains("Copie enregistrée le"));
        // A copy is not taken for fresh later.
        stage.server.come_back();
        stage.follow(".site-header nav", "Actualités").await;
        stage.arrived_at("Actualités").await;
        assert_eq!(notice(stage).await, "none");
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        assert_eq!(notice(stage).await, "none");
    })
    .await;
}

#[tokio::test]
async fn a_portal_or_half_a_file_never_takes_the_place_of_a_copy() {
    for fault in [Fault::OtherPage, Fault::CutOff, Fault::Status(403)] {
        journey(async |stage| {
            visited(stage, "/").await;
            stage.follow(".site-header nav", "Résultats").await;
            stage.arrived_at("Résultats").await;
            stage.server.fail(&[Part::Data], fault);
            stage.open("/").await;
            stage.follow(".site-header nav", "Résultats").await;
            stage.arrived_at("Les résultats n’ont pas pu être chargés").await;
            stage.server.mend();
            stage.server.go_away();
            stage.open("/").await;
            stage.follow(".site-header nav", "Résultats").await;
            stage.arrived_at("Résultats").await;
            assert!(notice(stage).await.contains("Copie enregistrée le"), "{fault:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_slow_network_gives_way_to_a_copy() {
    journey(async |stage| {
        visited(stage, "/").await;
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        until_kept(stage, "/data/resultats.json").await;
        // Before the next page: the pointer still rests on the link, which fetches what is behind it.
        stage.server.fail(&[Part::Data], Fault::Silence);
        stage.open("/").await;
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        assert!(notice(stage).await.contains("Copie enregistrée le"));
    })
    .await;
}

#[tokio::test]
async fn a_failing_host_gives_way_to_a_copy() {
    journey(async |stage| {
        visited(stage, RESULT).await;
        stage.server.fail(&Part::ALL, Fault::Status(503));
        stage.open(RESULT).await;
        assert!(notice(stage).await.contains("Copie enregistrée le"));
    })
    .await;
}

/// Whoever has to say who they are must see where; what they saw before is not lost by that.
#[tokio::test]
async fn a_portal_that_answers_everything_is_seen_and_not_kept() {
    for fault in [Fault::OtherPage, Fault::CutOff] {
        journey(async |stage| {
            visited(stage, RESULT).await;
            stage.server.fail(&Part::ALL, fault);
            stage.browser.goto(stage.server.url(RESULT)).await.unwrap();
            if fault == Fault::OtherPage {
                stage.titled("Identifiez-vous").await;
            }
            stage.server.mend();
            stage.server.go_away();
            stage.open(RESULT).await;
            assert!(notice(stage).await.contains("Copie enregistrée le"), "{fault:?}");
            let text = stage.text("return document.querySelector('main').textContent").await;
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
    journey(async |stage| {
        visited(stage, RESULT).await;
        stage.server.replace("/worker.js", Instead::Text(step.unwrap().0.to_owned()));
        stage.open(RESULT).await;
        let started = Instant::now();
        while *stage.browser.execute_async(GONE, Vec::new()).await.unwrap().json() != true {
            assert!(started.elapsed() < PATIENCE, "in vain: the worker goes");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        stage.open(RESULT).await;
        stage.assert_silent_console("without the worker").await;
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
    journey(async |stage| {
        visited(stage, RESULT).await;
        stage.server.fail(&[Part::Pages], Fault::Late);
        stage.server.fail(&[Part::Data], Fault::Status(503));
        stage.open(RESULT).await;
        assert!(notice(stage).await.contains("Copie enregistrée le"));
        let forgotten = stage.browser.execute_async(&forget, Vec::new()).await.unwrap();
        assert_eq!(*forgotten.json(), true);
        until_kept(stage, RESULT).await;
    })
    .await;
}

/// Some hosts lead from the file of a page to an address without its ending.
#[tokio::test]
async fn a_host_that_redirects_the_page_for_times_without_network() {
    journey(async |stage| {
        let page = std::fs::read_to_string(dist().join("hors-ligne.html")).unwrap();
        stage.server.replace("/hors-ligne.html", Instead::MovedTo("/hors-ligne"));
        stage.server.replace("/hors-ligne", Instead::Text(page));
        stage.open("/").await;
        worker_is_ready(stage).await;
        stage.server.go_away();
        stage.browser.goto(stage.server.url("/evenements/")).await.unwrap();
        stage.until("the notice", "return !!document.querySelector('.failure')").await;
    })
    .await;
}
