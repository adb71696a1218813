//! A silent console means something: in every engine, what goes wrong in a page is heard.

use std::time::Instant;

use super::session::{PATIENCE, browser_test};

/// Each way in which a page can go wrong, as a script of that page.
const MISTAKES: [(&str, &str); 4] = [
    ("a word of the page", "console.error('a word of the page')"),
    ("a warning", "console.warn('a warning')"),
    ("an error that nobody caught", "throw new Error('an error that nobody caught')"),
    ("a promise", "Promise.reject(new Error('a promise that nobody kept'))"),
];

#[tokio::test]
async fn what_goes_wrong_is_heard() {
    browser_test(async |session| {
        session.open("/").await;
        session.assert_silent_console("the beginning").await;
        for (words, script) in MISTAKES {
            // A timer belongs to the page, so what is thrown there is nobody’s. Nothing of this could
            // are in a script of the page, which the policy forbids.
            session.eval(&format!("window.setTimeout(() => {{ {script} }})")).await;
            let started = Instant::now();
            let mut said = session.console().await;
            while !said.iter().any(|text| text.contains(words)) {
                assert!(started.elapsed() < PATIENCE, "{words}: {said:#?}");
                said.extend(session.console().await);
            }
        }
        // What was said on a page that was left is heard too.
        session.eval("console.error('the last word')").await;
        session.open("/resultats/").await;
        let said = session.console().await;
        assert!(said.iter().any(|text| text.contains("the last word")), "{said:#?}");
        session.assert_silent_console("the end").await;
    })
    .await;
}
