//! A visitor looks for something: on the page of the search, and from the header of any other.

use thirtyfour::prelude::*;

use super::origin::dist;
use super::session::{Session, browser_test};

/// Types into a field of the search and waits for an answer to exactly that.
async fn answers(session: &Session, inside: &str, typed: &str) -> String {
    let field = session.browser.find(By::Css(format!("{inside} [name=q]"))).await.unwrap();
    session
        .eval(&format!(
            "const field = document.querySelector('{inside} [name=q]'); field.value = ''; \
             field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await;
    session
        .until("no answer", &format!("return !document.querySelector('{inside} .answers li')"))
        .await;
    field.send_keys(typed).await.unwrap();
    session
        .until(
            typed,
            &format!(
                "return (document.querySelector('{inside} .row-count')?.textContent ?? '') !== ''\
                 && document.querySelector('{inside} [name=q]').value === {typed:?}"
            ),
        )
        .await;
    session.text(&format!("return document.querySelector('{inside} .answers').innerText")).await
}

#[tokio::test]
async fn words_are_found_as_people_type_them() {
    browser_test(async |session| {
        session.browser.goto(session.server.url("/recherche/")).await.unwrap();
        for (typed, found) in [
            ("résultat", "Résultats"),
            ("resultats", "Résultats"),
            ("Rocard", "Michel Rocard"),
            ("l’école", "école"),
            ("78172", "Conflans-Sainte-Honorine"),
            ("78700", "Conflans-Sainte-Honorine"),
            ("le pecq", "Le Pecq"),
            ("rocquencourt", "Le Chesnay-Rocquencourt"),
            ("presidentielles", "présidentielle"),
        ] {
            let text = answers(session, "main", typed).await;
            assert!(text.to_lowercase().contains(&found.to_lowercase()), "{typed}: {text}");
        }
        let text = answers(session, "main", "xyzzy").await;
        assert!(text.contains("Aucune page ne répond"), "{text}");
        let text = answers(session, "main", "le pecq").await;
        let first = text.lines().filter(|line| !line.is_empty()).nth(1);
        assert_eq!(first, Some("Le Pecq"), "{text}");
        // The view is in the URL, and comes back with it.
        let url = session.browser.current_url().await.unwrap();
        assert_eq!(url.query(), Some("q=le%20pecq"));
        session.browser.refresh().await.unwrap();
        session
            .until(
                "the same answer",
                "return document.querySelector('main .answers a')?.textContent === 'Le Pecq'",
            )
            .await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_of_the_index_is_loaded_before_the_first_key() {
    browser_test(async |session| {
        session.open("/").await;
        let of_the_search = |requests: Vec<String>| {
            requests.into_iter().filter(|path| path.starts_with("/data/recherche/")).count()
        };
        // Whoever comes near the link gets the script; what is pressed before leads to the page of the search.
        let link = "document.querySelector('header a[href$=\"/recherche/\"]')";
        session.eval(&format!("{link}.focus()")).await;
        let script = "return performance.getEntriesByType('resource').filter((entry) => \
                      entry.name.endsWith(document.getElementById('loader').dataset.search)).length === 1";
        session.until("the script", script).await;
        session.until("a field", &format!("{link}.click(); return document.activeElement.name === 'q'")).await;
        assert_eq!(of_the_search(session.server.take_requests()), 0);
        let text = answers(session, "header", "rocard").await;
        assert!(text.contains("Rocard"), "{text}");
        assert!(of_the_search(session.server.take_requests()) >= 3);
        // Arrows lead to an answer, which is a page like any other; it takes the answers away.
        session.press(Key::Down).await;
        let answer = session.text("return document.activeElement.textContent").await;
        session.press(Key::Enter).await;
        session.until("the page", "return location.pathname !== '/'").await;
        session.titled(&answer).await;
        session.until("no answers", "return !document.querySelector('header .answers')").await;
        session.assert_silent_console("the end").await;
    })
    .await;
}

#[tokio::test]
async fn the_first_answer_comes_within_a_tenth_of_a_second() {
    let mut size = [0, 0];
    for file in super::files(&dist().join("data/recherche")) {
        let length = std::fs::metadata(&file).unwrap().len();
        size[usize::from(file.extension().is_some_and(|it| it == "br"))] += length;
    }
    println!("the index: {} bytes, {} in brotli", size[0], size[1]);
    browser_test(async |session| {
        session.browser.goto(session.server.url("/recherche/")).await.unwrap();
        // The index is there.
        answers(session, "main", "rocard").await;
        let waited = session
            .browser
            .execute_async(
                "const [done] = arguments;
                 const field = document.querySelector('main [name=q]');
                 const list = document.querySelector('main .answers ol');
                 const waits = [];
                 const next = (words) => {
                   if (!words.length) return done(Math.max(...waits));
                   const start = performance.now();
                   new MutationObserver((_, it) => {
                     it.disconnect();
                     waits.push(performance.now() - start);
                     setTimeout(next, 50, words.slice(1));
                   }).observe(list, { childList: true });
                   field.value = words[0];
                   field.dispatchEvent(new Event('input', { bubbles: true }));
                 };
                 next(['hamon', 's', 'saint', 'conflans', 'saint germain']);",
                vec![],
            )
            .await
            .unwrap();
        let waited: f64 = waited.convert().unwrap();
        println!("the slowest answer came after {waited:.0} ms");
        assert!(waited < 100.0);
    })
    .await;
}
