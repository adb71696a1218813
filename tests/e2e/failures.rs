//! Whatever comes back wrong, a reader is told what is missing, keeps the rest, and can try again.

use super::origin::folder;
use super::server::{Fault, Part};
use super::session::{Session, browser_test};

const RESULTS: &str = "Les résultats n’ont pas pu être chargés";

/// Follows the menu to the results while they fail, reads the reason, fixes the host, tries again.
async fn assert_error_then_retry(
    session: &mut Session,
    reason: &str,
    recover: impl FnOnce(&mut Session),
) {
    session.follow(".site-header nav", "Résultats").await;
    session.arrived_at(RESULTS).await;
    let lead = session.text("return document.querySelector('.lead').textContent").await;
    assert!(lead.contains(reason), "{lead}");
    assert_eq!(session.text("return location.pathname").await, format!("{}/resultats/", folder()));
    assert_eq!(
        session.eval("return document.querySelectorAll('.site-header nav a').length").await,
        4
    );
    recover(session);
    let again = session.browser.find(thirtyfour::By::Css(".failure button")).await.unwrap();
    again.click().await.unwrap();
    session.titled("Résultats").await;
}

async fn fault(fault: Fault, reason: &str) {
    browser_test(async |session| {
        session.open("/").await;
        session.server.fail(&[Part::Data], fault);
        assert_error_then_retry(session, reason, |session| session.server.recover()).await;
        // The browser itself reports failed requests; the application adds nothing.
        let ours: Vec<String> = session
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
        browser_test(async |session| {
            session.open("/").await;
            session.server.fail(&[Part::Data], Fault::Status(status));
            session.follow(".site-header nav", "Résultats").await;
            session.arrived_at("Page introuvable").await;
            session.titled("Page introuvable").await;
            assert_eq!(
                session.eval("return document.querySelectorAll('main button').length").await,
                0
            );
            let robots = "return document.querySelector('meta[name=robots]').content";
            assert_eq!(session.text(robots).await, "noindex");
            session.server.recover();
            session.follow("main", "L’agenda").await;
            session.arrived_at("Agenda").await;
            session.follow(".site-header nav", "Résultats").await;
            session.arrived_at("Résultats").await;
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
    browser_test(async |session| {
        session.open("/").await;
        session.server.fail(&[Part::Data], Fault::OlderSchema);
        assert_error_then_retry(session, "mis à jour", |_| {}).await;
    })
    .await;
}

/// The page that is asked for again comes late, but it comes.
#[tokio::test]
async fn every_answer_twenty_seconds_late() {
    browser_test(async |session| {
        session.open("/").await;
        session.server.fail(&Part::ALL, Fault::Late);
        assert_error_then_retry(session, "se fait trop attendre", |_| {}).await;
    })
    .await;
}

#[tokio::test]
async fn no_answer_in_ten_seconds() {
    fault(Fault::NoResponse, "se fait trop attendre").await;
}

#[tokio::test]
async fn no_network() {
    browser_test(async |session| {
        session.open("/").await;
        session.server.go_away();
        assert_error_then_retry(session, "ne répond pas", |session| session.server.come_back())
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_failure_does_not_stick() {
    browser_test(async |session| {
        session.open("/").await;
        session.server.fail(&[Part::Data], Fault::Status(500));
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("L’agenda n’a pas pu être chargé").await;
        session.server.recover();
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
    })
    .await;
}
