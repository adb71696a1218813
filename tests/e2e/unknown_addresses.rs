//! Addresses without a page, on hosts that know it and on hosts that do not.

use super::server::Unknown;
use super::stage::{Script, journey, with};

#[tokio::test]
async fn a_404_page_says_so_and_leads_back() {
    journey(async |stage| {
        for path in ["/rien/", "/actualites/jamais-ecrit/", "/a/b/c", "/resultats"] {
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
        stage.follow("main", "L’agenda").await;
        stage.arrived_at("Agenda").await;
    })
    .await;
}

/// Trunk's own server and many hosts answer everything with the home page.
#[tokio::test]
async fn a_host_that_serves_one_page_for_all_shows_the_right_one() {
    with(Script::On, Unknown::HomePage, async |stage| {
        stage.open("/nulle/part/").await;
        assert_eq!(stage.heading().await, "Page introuvable");
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}
