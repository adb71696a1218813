//! Addresses without a page, on hosts that know it and on hosts that do not.

use super::engine::Visitor;
use super::origin::{Unknown, folder};
use super::stage::{Stage, journey, with};

#[tokio::test]
async fn a_404_page_says_so_and_leads_back() {
    journey(async |stage| {
        for path in ["/rien/", "/actualites/jamais-ecrit/", "/a/b/c"] {
            stage.open(path).await;
            assert_eq!(stage.heading().await, "Page introuvable", "{path}");
            let ours: Vec<String> = stage
                .console()
                .await
                .into_iter()
                .filter(|message| !message.contains("404"))
                .collect();
            assert!(ours.is_empty(), "{path}: {ours:#?}");
        }
        assert_eq!(head(stage).await, "noindex undefined");
        stage.follow("main", "L’agenda").await;
        stage.arrived_at("Agenda").await;
        let canonical = format!("https://ps-conflans.example{}/evenements/", folder());
        assert_eq!(head(stage).await, format!("undefined {canonical}"));
    })
    .await;
}

/// Whether search engines may keep the page, and its canonical address.
async fn head(stage: &Stage) -> String {
    stage
        .text(
            "return document.querySelector('meta[name=robots]')?.content + ' ' \
             + document.querySelector('link[rel=canonical]')?.href",
        )
        .await
}

/// Some hosts serve a folder without its slash, and every host the file itself.
#[tokio::test]
async fn other_names_of_a_page_show_the_page() {
    with(Visitor::Usual, Unknown::Folder, async |stage| {
        for path in ["/index.html", "/resultats/index.html", "/resultats"] {
            stage.open(path).await;
            assert_ne!(stage.heading().await, "Page introuvable", "{path}");
            stage.assert_silent_console(path).await;
        }
        stage.follow(".site-header nav", "Agenda").await;
        stage.arrived_at("Agenda").await;
        stage.browser.back().await.unwrap();
        stage.arrived_at("Résultats").await;
    })
    .await;
}

/// Trunk's own server and many hosts answer everything with the home page.
#[tokio::test]
async fn a_host_that_serves_one_page_for_all_shows_the_right_one() {
    with(Visitor::Usual, Unknown::HomePage, async |stage| {
        stage.open("/nulle/part/").await;
        assert_eq!(stage.heading().await, "Page introuvable");
        assert_eq!(stage.browser.title().await.unwrap(), "Page introuvable — PS Conflans");
        assert_eq!(head(stage).await, "noindex undefined");
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}
