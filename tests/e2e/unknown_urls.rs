//! URLs without a page, on hosts that know it and on hosts that do not.

use super::engine::Visitor;
use super::origin::{Unknown, folder};
use super::session::{Session, browser_test, with};

#[tokio::test]
async fn a_404_page_says_so_and_leads_back() {
    browser_test(async |session| {
        for path in ["/rien/", "/actualites/jamais-ecrit/", "/a/b/c"] {
            session.open(path).await;
            assert_eq!(session.heading().await, "Page introuvable", "{path}");
            let ours: Vec<String> = session
                .console()
                .await
                .into_iter()
                .filter(|message| !message.contains("404"))
                .collect();
            assert!(ours.is_empty(), "{path}: {ours:#?}");
        }
        assert_eq!(head(session).await, "noindex undefined");
        session.follow("main", "L’agenda").await;
        session.arrived_at("Agenda").await;
        let canonical = format!("https://ps-conflans.example{}/evenements/", folder());
        assert_eq!(head(session).await, format!("undefined {canonical}"));
    })
    .await;
}

/// Whether search engines may keep the page, and its canonical URL.
async fn head(session: &Session) -> String {
    session
        .text(
            "return document.querySelector('meta[name=robots]')?.content + ' ' \
             + document.querySelector('link[rel=canonical]')?.href",
        )
        .await
}

/// Some hosts serve a folder without its slash, and every host the file itself.
#[tokio::test]
async fn other_names_of_a_page_show_the_page() {
    with(Visitor::Usual, Unknown::Folder, async |session| {
        for path in ["/index.html", "/resultats/index.html", "/resultats"] {
            session.open(path).await;
            assert_ne!(session.heading().await, "Page introuvable", "{path}");
            session.assert_silent_console(path).await;
        }
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
        session.browser.back().await.unwrap();
        session.arrived_at("Résultats").await;
    })
    .await;
}

/// Trunk's own server and many hosts answer everything with the home page.
#[tokio::test]
async fn a_host_that_serves_one_page_for_all_shows_the_right_one() {
    with(Visitor::Usual, Unknown::HomePage, async |session| {
        session.open("/nulle/part/").await;
        assert_eq!(session.heading().await, "Page introuvable");
        assert_eq!(session.browser.title().await.unwrap(), "Page introuvable — PS Conflans");
        assert_eq!(head(session).await, "noindex undefined");
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        session.assert_silent_console("the end").await;
    })
    .await;
}
