//! Whatever comes back wrong, a reader is told what is missing, keeps the rest, and can try again.

use super::origin::folder;
use super::server::{Fault, Part};
use super::stage::{Stage, journey};

const RESULTS: &str = "Les résultats n’ont pas pu être chargés";

/// Follows the menu to the results while they fail, reads the reason, mends the host, tries again.
async fn told_and_mended(stage: &mut Stage, reason: &str, mend: impl FnOnce(&mut Stage)) {
    stage.follow(".site-header nav", "Résultats").await;
    stage.arrived_at(RESULTS).await;
    let lead = stage.text("return document.querySelector('.lead').textContent").await;
    assert!(lead.contains(reason), "{lead}");
    assert_eq!(stage.text("return location.pathname").await, format!("{}/resultats/", folder()));
    assert_eq!(
        stage.eval("return document.querySelectorAll('.site-header nav a').length").await,
        3
    );
    mend(stage);
    let again = stage.browser.find(thirtyfour::By::Css(".failure button")).await.unwrap();
    again.click().await.unwrap();
    stage.titled("Résultats").await;
}

async fn fault(fault: Fault, reason: &str) {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.fail(&[Part::Data], fault);
        told_and_mended(stage, reason, |stage| stage.server.mend()).await;
        // The browser itself reports failed requests; the application adds nothing.
        let ours: Vec<String> = stage
            .console()
            .await
            .into_iter()
            .filter(|message| !message.contains("/data/"))
            .collect();
        assert!(ours.is_empty(), "{ours:#?}");
    })
    .await;
}

/// What is gone is not to be asked for again and again; when it is there once more, it is found.
#[tokio::test]
async fn a_page_that_is_gone() {
    for status in [404, 410] {
        journey(async |stage| {
            stage.open("/").await;
            stage.server.fail(&[Part::Data], Fault::Status(status));
            stage.follow(".site-header nav", "Résultats").await;
            stage.arrived_at("Page introuvable").await;
            stage.titled("Page introuvable").await;
            assert_eq!(
                stage.eval("return document.querySelectorAll('main button').length").await,
                0
            );
            let robots = "return document.querySelector('meta[name=robots]').content";
            assert_eq!(stage.text(robots).await, "noindex");
            stage.server.mend();
            stage.follow("main", "L’agenda").await;
            stage.arrived_at("Agenda").await;
            stage.follow(".site-header nav", "Résultats").await;
            stage.arrived_at("Résultats").await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_failing_server() {
    fault(Fault::Status(500), "difficulté passagère").await;
}

#[tokio::test]
async fn a_portal_that_answers_everything() {
    fault(Fault::OtherPage, "n’est pas celle du site").await;
}

#[tokio::test]
async fn data_that_is_cut_off() {
    fault(Fault::CutOff, "incomplète").await;
}

#[tokio::test]
async fn data_of_a_newer_site() {
    fault(Fault::NewerSchema, "mis à jour").await;
}

/// A host may still have old data when its pages are new: the whole page has its own.
#[tokio::test]
async fn data_of_an_older_site() {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.fail(&[Part::Data], Fault::OlderSchema);
        told_and_mended(stage, "mis à jour", |_| {}).await;
    })
    .await;
}

/// The page that is asked for again comes late, but it comes.
#[tokio::test]
async fn every_answer_twenty_seconds_late() {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.fail(&Part::ALL, Fault::Late);
        told_and_mended(stage, "se fait trop attendre", |_| {}).await;
    })
    .await;
}

#[tokio::test]
async fn no_answer_in_ten_seconds() {
    fault(Fault::Silence, "se fait trop attendre").await;
}

#[tokio::test]
async fn no_network() {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.go_away();
        told_and_mended(stage, "ne répond pas", |stage| stage.server.come_back()).await;
    })
    .await;
}

#[tokio::test]
async fn a_failure_does_not_stick() {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.fail(&[Part::Data], Fault::Status(500));
        stage.follow(".site-header nav", "Agenda").await;
        stage.arrived_at("L’agenda n’a pas pu être chargé").await;
        stage.server.mend();
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        stage.follow(".site-header nav", "Agenda").await;
        stage.arrived_at("Agenda").await;
    })
    .await;
}
