//! A program that does not come, comes cut off or is gone, and a host that fails by chance: pages
//! stay what they are, and whoever tries again gets there.

use std::time::Instant;

use thirtyfour::prelude::*;

use super::server::Fault;
use super::stage::{PATIENCE, Stage, journey};

const RESULT: &str = "/resultats/primaires-citoyennes-2017/";

/// What is said above the page, if anything is.
const NOTICE: &str = "return document.querySelector('.notice')?.textContent ?? ''";

/// The page is complete, and whatever its script does has been done.
async fn is_complete(stage: &Stage) {
    let script = "const done = arguments[arguments.length - 1]; const rest = () => setTimeout(done, 500); \
                  document.readyState === 'complete' ? rest() : addEventListener('load', rest);";
    stage.browser.execute_async(script, Vec::new()).await.unwrap();
    let text = stage.text("return document.querySelector('main').textContent").await;
    assert!(text.contains("57,95\u{202f}%"), "{text}");
    assert_eq!(stage.eval("return document.querySelectorAll('.ink svg').length").await, 3);
}

#[tokio::test]
async fn without_its_program_a_page_is_complete_and_complains_of_nothing() {
    for fault in [Fault::CutOff, Fault::OtherPage, Fault::Status(500)] {
        journey(async |stage| {
            stage.server.fail_program(Some(fault));
            stage.browser.goto(stage.server.url(RESULT)).await.unwrap();
            is_complete(stage).await;
            assert_eq!(stage.text(NOTICE).await, "", "{fault:?}");
            let controls = "return [...document.querySelectorAll('.controls, button')]\
                            .every((e) => getComputedStyle(e).visibility === 'hidden')";
            assert_eq!(stage.eval(controls).await, true, "{fault:?}");
            stage.follow(".site-header nav", "Agenda").await;
            stage.titled("Agenda").await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_page_whose_program_is_gone_offers_a_reload_once() {
    journey(async |stage| {
        stage.server.fail_program(Some(Fault::Status(404)));
        stage.browser.goto(stage.server.url(RESULT)).await.unwrap();
        is_complete(stage).await;
        assert_eq!(stage.text(NOTICE).await, "Le site vient d’être mis à jour. Recharger la page");
        // Still gone: no second offer.
        // A click of the driver waits for the page that it leads to; a script would go with the old one.
        stage.follow(".notice", "Recharger").await;
        let started = Instant::now();
        while !stage.browser.find_all(By::Css(".notice")).await.is_ok_and(|it| it.is_empty()) {
            assert!(started.elapsed() < PATIENCE, "in vain: the reload");
        }
        is_complete(stage).await;
        assert_eq!(stage.text(NOTICE).await, "");
        // There again: the page comes alive.
        stage.server.fail_program(None);
        stage.open(RESULT).await;
    })
    .await;
}

#[tokio::test]
async fn on_a_host_that_fails_by_chance_trying_again_gets_there() {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.fail(Some(Fault::Sometimes));
        for (label, heading) in
            [("Actualités", "Actualités"), ("Agenda", "Agenda"), ("Résultats", "Résultats")]
        {
            stage.follow(".site-header nav", label).await;
            let retried = format!(
                "document.querySelector('.failure button')?.click(); \
                 return document.querySelector('h1').textContent === {}",
                serde_json::json!(heading)
            );
            stage.until(heading, &retried).await;
        }
    })
    .await;
}
