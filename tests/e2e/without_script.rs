//! Everything that is to be read, with script switched off.

use thirtyfour::prelude::*;

use super::engine::Visitor;
use super::origin::Unknown;
use super::stage::{Stage, with};

async fn page_text(stage: &Stage, path: &str) -> String {
    stage.browser.goto(stage.server.url(path)).await.unwrap();
    stage.browser.find(By::Tag("main")).await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn results_are_complete_without_script() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |stage| {
        let text = page_text(stage, "/resultats/primaires-citoyennes-2017/").await;
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
        let drawings = stage.browser.find_all(By::Css(".ink svg")).await.unwrap();
        assert_eq!(drawings.len(), 3);
        for drawing in drawings {
            let size = drawing.rect().await.unwrap();
            assert!(size.width > 200.0 && size.height > 60.0, "{size:?}");
        }
        assert_eq!(stage.browser.find_all(By::Tag("table")).await.unwrap().len(), 3);
        let live = stage.browser.find_all(By::Css("html[data-live]")).await.unwrap();
        assert!(live.is_empty(), "script is off");
    })
    .await;
}

#[tokio::test]
async fn every_commune_is_listed_without_script() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |stage| {
        page_text(stage, "/resultats/").await;
        let filter = stage.browser.find(By::Css(".finder input")).await.unwrap();
        assert!(!filter.is_displayed().await.unwrap(), "what cannot answer is not offered");
        stage.follow(".finder", "Épône").await;
        stage.titled("Épône").await;
    })
    .await;
}

#[tokio::test]
async fn every_link_works_without_script() {
    with(Visitor::WithoutScript, Unknown::NotFound, async |stage| {
        page_text(stage, "/").await;
        stage.follow("main", "Lire la suite…").await;
        stage.titled("Primaires citoyennes").await;
        stage.follow(".breadcrumbs", "Actualités").await;
        stage.titled("Actualités").await;
        stage.follow(".site-header nav", "Agenda").await;
        stage.titled("Agenda").await;
        stage.follow("main", "Soirée Michel Rocard").await;
        stage.titled("Soirée Michel Rocard").await;
        let text = stage.browser.find(By::Tag("main")).await.unwrap().text().await.unwrap();
        assert!(text.contains("Catherine Tasca"), "{text}");
    })
    .await;
}
