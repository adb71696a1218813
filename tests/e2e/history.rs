//! Back and forward: the page, its scroll position, focus and announcement.

use super::origin::folder;
use super::session::{Session, browser_test};

#[tokio::test]
async fn back_and_forward_return_to_where_one_was() {
    browser_test(async |session| {
        session.open("/actualites/primaires-citoyennes/").await;
        let heading = session.heading().await;
        session.eval("window.scrollTo(0, 900)").await;
        session.follow(".site-footer", "Accessibilité").await;
        session.arrived_at("Accessibilité").await;
        assert_eq!(session.eval("return window.scrollY").await, 0);

        // Following the link scrolled to the foot of the page: that is where one was.
        let left_at = "return window.scrollY > 900";
        session.browser.back().await.unwrap();
        session.arrived_at(&heading).await;
        session.until("the scroll position", left_at).await;
        let canonical = "return document.querySelector('link[rel=canonical]').href";
        assert_eq!(
            session.text(canonical).await,
            format!("https://ps-conflans.example{}/actualites/primaires-citoyennes/", folder())
        );

        session.browser.forward().await.unwrap();
        session.arrived_at("Accessibilité").await;
        session.until("the top", "return window.scrollY === 0").await;

        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn the_last_of_two_hurried_clicks_wins() {
    browser_test(async |session| {
        session.open("/").await;
        session
            .eval(
                "const nav = (path) => document.querySelector(`.site-header nav a[href$='${path}']`);\
                 nav('/evenements/').click(); nav('/resultats/').click();",
            )
            .await;
        session.arrived_at("Résultats").await;
        assert_eq!(session.text("return location.pathname").await, format!("{}/resultats/", folder()));
        // WebKit’s button passes over what came without a reader’s hand, as these two clicks did.
        session.eval("history.back()").await;
        session.arrived_at("Parti socialiste de Conflans-Sainte-Honorine").await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn positions_outlive_a_reload_and_a_fragment() {
    browser_test(async |session| {
        session.open("/actualites/primaires-citoyennes/").await;
        let article = session.heading().await;
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
        session.browser.refresh().await.unwrap();
        session.live("the page that was reloaded").await;
        session.follow("main", "Soirée Michel Rocard").await;
        session.arrived_at("Soirée Michel Rocard").await;
        session.eval("window.scrollTo(0, 200)").await;

        // The skip link is an entry of the history, and Back returns to where one was before it.
        session.eval("document.querySelector('.skip').click()").await;
        session.until("the fragment", "return location.hash === '#contenu'").await;
        back_to_the_position_before_it(session).await;
        session.browser.back().await.unwrap();
        session.arrived_at("Agenda").await;
        session.browser.back().await.unwrap();
        session.arrived_at(&article).await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// Goes back to where one was before a fragment. Firefox sometimes scrolls to the fragment once more
/// when one goes back while the machine is busy; who goes forward and back again is there.
async fn back_to_the_position_before_it(session: &Session) {
    // Firefox scrolls by whole pixels of the screen, which need not be whole ones of the page.
    let there = "return location.hash === '' && Math.abs(scrollY - 200) < 1";
    for _ in 0..8 {
        session.after_frames().await;
        session.browser.back().await.unwrap();
        session.until("the entry before it", "return location.hash === ''").await;
        session.after_frames().await;
        if session.eval(there).await == true {
            return;
        }
        // What is left is remembered, so it must be where a reader was.
        session.eval("window.scrollTo(0, 200)").await;
        session.browser.forward().await.unwrap();
        session.until("the fragment", "return location.hash === '#contenu'").await;
    }
    panic!("Back never leads to the position before the fragment");
}

#[tokio::test]
async fn the_link_of_the_page_itself_adds_no_entry() {
    browser_test(async |session| {
        session.open("/").await;
        session.follow(".site-header nav", "Agenda").await;
        session.arrived_at("Agenda").await;
        let entries = session.eval("return history.length").await;
        for _ in 0..3 {
            session.follow(".site-header nav", "Agenda").await;
            session
                .until(
                    "no waiting",
                    "return !document.documentElement.hasAttribute('data-loading')",
                )
                .await;
        }
        assert_eq!(session.eval("return history.length").await, entries);
    })
    .await;
}
