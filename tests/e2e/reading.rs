//! A visitor reads an article from the home page, and looks at the result behind it.

use super::stage::journey;

#[tokio::test]
async fn an_article_is_read_from_the_home_page() {
    journey(async |stage| {
        stage.open("/").await;
        assert_eq!(stage.heading().await, "Parti socialiste de Conflans-Sainte-Honorine");
        let loaded = stage.server.take_requests();
        assert!(
            !loaded.iter().any(|path| path.starts_with("/data/")),
            "a page is complete without its data: {loaded:?}"
        );
        assert_eq!(
            stage.text("return document.querySelector('[role=status]').textContent.trim()").await,
            ""
        );
        // A page load would forget this.
        stage.eval("window.sameDocument = true").await;

        stage.follow("main", "Lire la suite…").await;
        stage.arrived_at("Primaires citoyennes\u{a0}: Benoît Hamon en tête à Conflans").await;
        let requests = stage.server.take_requests();
        assert_eq!(requests, ["/data/actualites/primaires-citoyennes.json"]);
        assert_eq!(stage.eval("return window.sameDocument").await, true);
        let title = stage.browser.title().await.unwrap();
        assert_eq!(
            title,
            "Primaires citoyennes\u{a0}: Benoît Hamon en tête à Conflans — PS Conflans"
        );
        stage
            .until(
                "the announcement",
                "return document.querySelector('[role=status]').textContent === document.title",
            )
            .await;
        assert_eq!(stage.eval("return window.scrollY").await, 0);

        stage.follow(".round-excerpt", "Tous les résultats").await;
        stage.arrived_at("Primaires citoyennes de 2017").await;
        let text = stage.text("return document.querySelector('main').textContent").await;
        for figure in ["842", "611", "1\u{202f}473", "57,95\u{202f}%", "35,68\u{202f}%", "101"] {
            assert!(text.contains(figure), "{figure}");
        }
        stage.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_pointed_at_is_already_there() {
    journey(async |stage| {
        stage.open("/").await;
        stage.server.take_requests();
        let link = "document.querySelector('.site-header nav a[href$=\"/resultats/\"]')";
        stage
            .eval(&format!(
                "{link}.dispatchEvent(new MouseEvent('mouseover', {{ bubbles: true }}))"
            ))
            .await;
        stage
            .until(
                "the data",
                "return performance.getEntriesByType('resource')\
                 .filter((entry) => entry.name.endsWith('/data/resultats.json')).length === 1",
            )
            .await;
        stage.follow(".site-header nav", "Résultats").await;
        stage.arrived_at("Résultats").await;
        assert_eq!(stage.server.take_requests(), ["/data/resultats.json"]);
        stage.assert_silent_console("the end").await;
    })
    .await;
}

/// Nothing that a reader sees waits for the program (how much that is worth: `benches/slow.rs`).
#[tokio::test]
async fn the_program_is_asked_for_after_everything_else() {
    // The icon of the tab is no part of the page: browsers ask for it when they like.
    const ORDER: &str = r"
        const files = performance.getEntriesByType('resource').filter((it) => !it.name.endsWith('icon.svg'));
        const isProgram = (file) => /\.(js|wasm)$/.test(new URL(file.name).pathname);
        const program = files.filter(isProgram);
        const others = files.filter((file) => !isProgram(file));
        const [page] = performance.getEntriesByType('navigation');
        const last = Math.max(page.loadEventStart, ...others.map((file) => file.responseEnd));
        return [program.length >= 2, others.length, program.every((file) => file.startTime >= last)];
    ";
    journey(async |stage| {
        stage.open("/actualites/mise-au-point/").await;
        let order = stage.eval(ORDER).await;
        assert_eq!(order, serde_json::json!([true, 1, true]));
    })
    .await;
}
