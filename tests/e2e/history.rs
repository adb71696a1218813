//! Back and forward: the page, its scroll position, focus and announcement.

use super::origin::folder;
use super::stage::{Stage, journey};

#[tokio::test]
async fn back_and_forward_return_to_where_one_was() {
    journey(async |stage| {
        stage.open("/actualites/primaires-citoyennes/").await;
        let heading = stage.heading().await;
        stage.eval("window.scrollTo(0, 900)").await;
        stage.follow(".site-footer", "Accessibilité").await;
        stage.arrived_at("Accessibilité").await;
        assert_eq!(stage.eval("return window.scrollY").await, 0);

        // Following the link scrolled to the foot of the page: that is where one was.
        let left_at = "return window.scrollY > 900";
        stage.browser.back().await.unwrap();
        stage.arrived_at(&heading).await;
        stage.until("the scroll position", left_at).await;
        let canonical = "return document.querySelector('link[rel=canonical]').href";
        assert_eq!(
            stage.text(canonical).await,
            format!("https://ps-conflans.example{}/actualites/primaires-citoyennes/", folder())
        );

        stage.browser.forward().await.unwrap();
        stage.arrived_at("Accessibilité").await;
        stage.until("the top", "return window.scrollY === 0").await;

        stage.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn the_last_of_two_hurried_clicks_wins() {
    journey(async |stage| {
        stage.open("/").await;
        stage
            .eval(
                "const nav = (path) => document.querySelector(`.site-header nav a[href$='${path}']`);\
                 nav('/evenements/').click(); nav('/resultats/').click();",
            )
            .await;
        stage.arrived_at("Résultats").await;
        assert_eq!(stage.text("return location.pathname").await, format!("{}/resultats/", folder()));
        // WebKit’s button passes over what came without a reader’s hand, as these two clicks did.
        stage.eval("history.back()").await;
        stage.arrived_at("Parti socialiste de Conflans-Sainte-Honorine").await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn positions_outlive_a_reload_and_a_fragment() {
    journey(async |stage| {
        stage.open("/actualites/primaires-citoyennes/").await;
        let article = stage.heading().await;
        stage.follow(".site-header nav", "Agenda").await;
        stage.arrived_at("Agenda").await;
        stage.browser.refresh().await.unwrap();
        stage.live("the page that was reloaded").await;
        stage.follow("main", "Soirée Michel Rocard").await;
        stage.arrived_at("Soirée Michel Rocard").await;
        stage.eval("window.scrollTo(0, 200)").await;

        // The skip link is an entry of the history, and Back returns to where one was before it.
        stage.eval("document.querySelector('.skip').click()").await;
        stage.until("the fragment", "return location.hash === '#contenu'").await;
        back_to_the_position_before_it(stage).await;
        stage.browser.back().await.unwrap();
        stage.arrived_at("Agenda").await;
        stage.browser.back().await.unwrap();
        stage.arrived_at(&article).await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}

/// Goes back to where one was before a fragment. Firefox sometimes scrolls to the fragment once more
/// when one goes back while the machine is busy; who goes forward and back again is there.
async fn back_to_the_position_before_it(stage: &Stage) {
    // Firefox scrolls by whole pixels of the screen, which need not be whole ones of the page.
    let there = "return location.hash === '' && Math.abs(scrollY - 200) < 1";
    for _ in 0..8 {
        stage.drawn().await;
        stage.browser.back().await.unwrap();
        stage.until("the entry before it", "return location.hash === ''").await;
        stage.drawn().await;
        if stage.eval(there).await == true {
            return;
        }
        // What is left is remembered, so it must be where a reader was.
        stage.eval("window.scrollTo(0, 200)").await;
        stage.browser.forward().await.unwrap();
        stage.until("the fragment", "return location.hash === '#contenu'").await;
    }
    panic!("Back never leads to the position before the fragment");
}

#[tokio::test]
async fn the_link_of_the_page_itself_adds_no_entry() {
    journey(async |stage| {
        stage.open("/").await;
        stage.follow(".site-header nav", "Agenda").await;
        stage.arrived_at("Agenda").await;
        let entries = stage.eval("return history.length").await;
        for _ in 0..3 {
            stage.follow(".site-header nav", "Agenda").await;
            stage
                .until(
                    "no waiting",
                    "return !document.documentElement.hasAttribute('data-loading')",
                )
                .await;
        }
        assert_eq!(stage.eval("return history.length").await, entries);
    })
    .await;
}
