//! What axe-core, which knows the rules of accessible pages, finds on a page of each kind: light and dark, on a small
//! phone and on a desktop, with script and without. `script/validate` runs it; elsewhere it is skipped.

use std::io::Write;
use std::path::Path;

use serde_json::Value;

use super::attacks::build_content;
use super::engine::Visitor;
use super::nginx::skip;
use super::origin::Unknown;
use super::session::{Session, with};

/// A page of each kind, and one with a chosen territory.
const PAGES: [&str; 13] = [
    "/",
    "/actualites/",
    "/actualites/mise-au-point/",
    "/actualites/primaires-citoyennes/",
    "/evenements/",
    "/evenements/soiree-michel-rocard/",
    "/resultats/",
    "/resultats/presidentielle-2017/",
    "/resultats/presidentielle-2017/78-yvelines/",
    "/resultats/presidentielle-2017/78-yvelines/?lieu=78172",
    "/resultats/presidentielle-2017/78172-conflans-sainte-honorine/",
    "/accessibilite/",
    "/404.html",
];

/// An article with everything that an article can have, from the miniature.
const ARTICLE: &str = "/actualites/tout/";

/// Every rule of axe-core that is for all pages; those of level AAA, which no site meets throughout, are not.
const RUN: &str = "
delete window.found;
const rules = axe.getRules().filter((rule) => !rule.tags.includes('wcag2aaa'));
const enabled = Object.fromEntries(rules.map((rule) => [rule.ruleId, { enabled: true }]));
axe.run(document, { resultTypes: ['violations'], rules: enabled }).then(
  ({ violations }) => window.found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}  ${target.join(' ')}`)),
  (error) => window.found = [`axe-core failed: ${error}`]);
";

/// Where script is off, what a browser test executes runs, and promises are kept, but no timer is: axe-core
/// yields by promises instead, and has no time limits.
const TIMERS: &str =
    "const setTimeout = (act, delay) => { if (!delay) Promise.resolve().then(act); };\n";

/// The source of axe-core, where it is; else the reason is written down.
fn axe() -> Option<String> {
    let Some(path) = std::env::var_os("URNE_AXE") else {
        skip("axe-core, which script/validate fetches: URNE_AXE does not say where it is");
        return None;
    };
    Some(format!("{TIMERS}{}", std::fs::read_to_string(path).unwrap()))
}

/// The rules that the page of the frame breaks, with what breaks them.
async fn run(session: &Session) -> Vec<String> {
    session.eval(RUN).await;
    session.until("axe-core", "return !!window.found").await;
    let found = session.eval("return window.found").await;
    found.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What is wrong with a page, a line each. A frame has the width that a window may not have, and the theme
/// that it is given.
async fn violations(
    session: &Session,
    axe: &str,
    path: &str,
    theme: &str,
    width: u32,
) -> Vec<String> {
    session.browser.enter_default_frame().await.unwrap();
    let frame = format!(
        "document.body.innerHTML = '<iframe width={width} height=800 src={}></iframe>';
         document.querySelector('iframe').style.colorScheme = '{theme}'",
        session.server.url(path)
    );
    session.eval(&frame).await;
    session.browser.enter_frame(0).await.unwrap();
    let there = format!(
        "return document.readyState === 'complete' && !!document.querySelector('h1') && \
         matchMedia('(prefers-color-scheme: {theme})').matches && innerWidth === {width}"
    );
    session.until(path, &there).await;
    if session.eval("return document.documentElement.hasAttribute('data-interactive')").await
        == true
    {
        session.live(path).await;
    }
    session.eval(axe).await;
    run(session).await.into_iter().map(|it| format!("{path}  {theme}  {width} px  {it}")).collect()
}

/// Looks at pages in every theme and width; says what is wrong as it is found, past the harness.
async fn look_at(session: &Session, axe: &str, pages: &[&str], script: &str) -> usize {
    session.server.allow_frames();
    session.browser.enter_default_frame().await.unwrap();
    session.browser.goto(session.server.url("/robots.txt")).await.unwrap();
    let (mut looks, mut count) = (0, 0);
    for path in pages {
        for (theme, width) in [("light", 320), ("light", 1280), ("dark", 320), ("dark", 1280)] {
            let found = violations(session, axe, path, theme, width).await;
            looks += 1;
            count += found.len();
            for violation in found {
                writeln!(std::io::stdout(), "{violation}  {script}").unwrap();
            }
        }
    }
    writeln!(std::io::stdout(), "axe-core: {looks} looks {script}, {count} violations").unwrap();
    count
}

async fn assert_no_violations(visitor: Visitor, script: &'static str) {
    let Some(axe) = axe() else { return };
    with(visitor, Unknown::NotFound, async |session| {
        let mut count = look_at(session, &axe, &PAGES, script).await;
        session.eval("document.documentElement.removeAttribute('lang')").await;
        assert_eq!(run(session).await, ["html-has-lang  html"], "what is wrong is found");
        let folder = tempfile::tempdir().unwrap();
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/mini/content");
        build_content(&content, folder.path());
        session.server.serve(folder.path());
        count += look_at(session, &axe, &[ARTICLE], script).await;
        assert_eq!(count, 0, "violations");
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_with_script() {
    assert_no_violations(Visitor::Usual, "with script").await;
}

#[tokio::test]
async fn axe_finds_nothing_without_script() {
    assert_no_violations(Visitor::WithoutScript, "without script").await;
}
