//! Everything that is to be read, with script switched off.

use thirtyfour::prelude::*;

use super::engine::Visitor;
use super::origin::Unknown;
use super::session::{Session, with};

async fn page_text(session: &Session, path: &str) -> String {
    session.browser.goto(session.server.url(path)).await.unwrap();
    session.browser.find(By::Tag("main")).await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn results_are_complete_without_script() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |session| {
        let page = "/resultats/primaires-citoyennes-2017/";
        session.browser.goto(session.server.url(page)).await.unwrap();
        for fold in session.browser.find_all(By::Css("summary")).await.unwrap() {
            // Where there is room some are not folded.
            if fold.is_displayed().await.unwrap() {
                fold.click().await.unwrap();
            }
        }
        // Not as a driver tells it: that leaves out what a style unfolds.
        let text = session.text("return document.querySelector('main').innerText").await;
        for words in [
            "842",
            "611",
            "20",
            "1\u{202f}473",
            "57,95\u{202f}%",
            "35,68\u{202f}%",
            "411",
            "1\u{202f}152",
            "au moins 101",
            "reconstitué",
            "des exprimés",
            "Source\u{a0}: Section",
            "Le nombre d’inscrits n’est pas connu",
        ] {
            let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(plain(&text).contains(&plain(words)), "{words}: {text}");
        }
        let drawings = session.browser.find_all(By::Css(".bands ol")).await.unwrap();
        assert_eq!(drawings.len(), 3);
        for drawing in drawings {
            let size = drawing.rect().await.unwrap();
            assert!(size.width > 200.0 && size.height > 60.0, "{size:?}");
        }
        assert_eq!(session.browser.find_all(By::Tag("table")).await.unwrap().len(), 5);
        let live = session.browser.find_all(By::Css("html[data-live]")).await.unwrap();
        assert!(live.is_empty(), "script is off");
    })
    .await;
}

#[tokio::test]
async fn every_commune_is_listed_without_script() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |session| {
        page_text(session, "/resultats/").await;
        let filter = session.browser.find(By::Css(".finder input")).await.unwrap();
        assert!(!filter.is_displayed().await.unwrap(), "what cannot answer is not offered");
        session.follow(".finder", "Épône").await;
        session.titled("Épône").await;
    })
    .await;
}

#[tokio::test]
async fn every_link_works_without_script() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |session| {
        page_text(session, "/").await;
        session.follow("main", "Lire la suite…").await;
        session.titled("Primaires citoyennes").await;
        session.follow(".breadcrumbs", "Actualités").await;
        session.titled("Actualités").await;
        session.follow(".site-header nav", "Agenda").await;
        session.titled("Agenda").await;
        session.follow("main", "Soirée Michel Rocard").await;
        session.titled("Soirée Michel Rocard").await;
        let text = session.browser.find(By::Tag("main")).await.unwrap().text().await.unwrap();
        assert!(text.contains("Catherine Tasca"), "{text}");
    })
    .await;
}
