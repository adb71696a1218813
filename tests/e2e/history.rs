//! Back and forward: the page, its scroll position, focus and announcement.

use super::stage::journey;

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
            "https://ps-conflans.example/actualites/primaires-citoyennes/"
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
                "const nav = (path) => document.querySelector(`.site-header nav a[href='${path}']`);\
                 nav('/evenements/').click(); nav('/resultats/').click();",
            )
            .await;
        stage.arrived_at("Résultats").await;
        assert_eq!(stage.text("return location.pathname").await, "/resultats/");
        stage.browser.back().await.unwrap();
        stage.arrived_at("Parti socialiste de Conflans-Sainte-Honorine").await;
        stage.assert_silent_console("the end").await;
    })
    .await;
}
