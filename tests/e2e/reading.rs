//! A visitor reads an article from the home page, and looks at the result behind it.

use super::session::browser_test;

#[tokio::test]
async fn an_article_is_read_from_the_home_page() {
    browser_test(async |session| {
        session.open("/").await;
        assert_eq!(session.heading().await, "Parti socialiste de Conflans-Sainte-Honorine");
        let loaded = session.server.take_requests();
        assert!(
            !loaded.iter().any(|path| path.starts_with("/data/")),
            "a page is complete without its data: {loaded:?}"
        );
        assert_eq!(
            session.text("return document.querySelector('[role=status]').textContent.trim()").await,
            ""
        );
        // A page load would forget this.
        session.eval("window.sameDocument = true").await;

        session.follow("main", "Lire la suite…").await;
        session.arrived_at("Primaires citoyennes\u{a0}: Benoît Hamon en tête à Conflans").await;
        let requests = session.server.take_requests();
        assert_eq!(requests, ["/data/actualites/primaires-citoyennes.json"]);
        assert_eq!(session.eval("return window.sameDocument").await, true);
        let title = session.browser.title().await.unwrap();
        assert_eq!(
            title,
            "Primaires citoyennes\u{a0}: Benoît Hamon en tête à Conflans — PS Conflans"
        );
        session
            .until(
                "the announcement",
                "return document.querySelector('[role=status]').textContent === document.title",
            )
            .await;
        assert_eq!(session.eval("return window.scrollY").await, 0);

        session.follow(".round-excerpt", "Tous les résultats").await;
        session.arrived_at("Primaires citoyennes de 2017").await;
        let text = session.text("return document.querySelector('main').textContent").await;
        for figure in ["842", "611", "1\u{202f}473", "57,95\u{202f}%", "35,68\u{202f}%", "101"] {
            assert!(text.contains(figure), "{figure}");
        }
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_pointed_at_is_already_there() {
    browser_test(async |session| {
        session.open("/").await;
        session.server.take_requests();
        let link = "document.querySelector('.site-header nav a[href$=\"/resultats/\"]')";
        session
            .eval(&format!(
                "{link}.dispatchEvent(new MouseEvent('mouseover', {{ bubbles: true }}))"
            ))
            .await;
        session
            .until(
                "the data",
                "return performance.getEntriesByType('resource')\
                 .filter((entry) => entry.name.endsWith('/data/resultats.json')).length === 1",
            )
            .await;
        session.follow(".site-header nav", "Résultats").await;
        session.arrived_at("Résultats").await;
        assert_eq!(session.server.take_requests(), ["/data/resultats.json"]);
        session.assert_silent_console("the end").await;
    })
    .await;
}

/// Nothing that a reader sees waits for the app (how much that is worth: `benches/slow.rs`).
#[tokio::test]
async fn the_app_is_asked_for_after_everything_else() {
    // The icon of the tab is no part of the page: browsers ask for it when they like.
    const ORDER: &str = r"
        const files = performance.getEntriesByType('resource').filter((it) => !it.name.endsWith('icon.svg'));
        const isApp = (file) => /\.(js|wasm)$/.test(new URL(file.name).pathname);
        const app = files.filter(isApp);
        const others = files.filter((file) => !isApp(file));
        const [page] = performance.getEntriesByType('navigation');
        const last = Math.max(page.loadEventStart, ...others.map((file) => file.responseEnd));
        return [app.length >= 2, others.length, app.every((file) => file.startTime >= last)];
    ";
    browser_test(async |session| {
        session.open("/actualites/mise-au-point/").await;
        let order = session.eval(ORDER).await;
        assert_eq!(order, serde_json::json!([true, 1, true]));
    })
    .await;
}
