//! What a slow line brings first, in Chromium against the release build: 1.6 Mbit/s, 150 ms there and
//! back, a processor slowed four times, nothing kept. `cargo bench --bench slow` prints it, after
//! `script/build`. With another build of the site in the folder that `URNE_BEFORE` names, both are loaded in
//! turn, and the ratios printed.
//!
//! Each page is loaded with its scripts and without any: what the app costs is the difference.

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;

use std::path::{Path, PathBuf};

use browser::origin::dist;
use browser::session::{Session, browser_test};
use serde_json::json;

/// The least that a browser can paint: what is slower than this is the page.
const WORD: &str = "<!DOCTYPE html><html lang=\"fr\"><title>.</title><p>Bonjour";

const PAGES: [(&str, &str); 4] = [
    ("home", "/"),
    ("article", "/actualites/mise-au-point/"),
    ("result page", "/resultats/presidentielle-2017/"),
    ("Yvelines", "/resultats/presidentielle-2017/78-yvelines/tour-1/"),
];

/// How often each page is loaded in each way.
const RUNS: usize = 7;

/// What is measured of a page, in the order of [`TIMES`].
const MEASURES: [&str; 4] =
    ["first paint, ms", "blocking time, ms", "page is interactive, ms", "bytes in all, kB"];

/// When something is painted; for how long tasks hold up a hand beyond 50 ms each; when the page is interactive, 0
/// where it waits for a sign; what was sent, in kB.
const TIMES: &str = "
const done = arguments[arguments.length - 1];
setTimeout(() => {
  const entries = (type) => performance.getEntriesByType(type);
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const blocking = window.longTasks.reduce((sum, it) => sum + it.duration - 50, 0);
  const live = performance.getEntriesByName('live')[0]?.startTime ?? 0;
  const sent = [...entries('navigation'), ...entries('resource')];
  done([painted, blocking, live, sent.reduce((sum, it) => sum + it.transferSize, 0) / 1000]);
}, 3500);
";

/// Notes when the page is interactive, and long tasks.
const NOTES: &str = "
window.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
new MutationObserver((_, it) => {
  if (document.documentElement?.hasAttribute('data-live')) { performance.mark('live'); it.disconnect(); }
}).observe(document, { attributes: true, subtree: true });";

type Times = [f64; MEASURES.len()];

#[tokio::main]
async fn main() {
    let before = std::env::var_os("URNE_BEFORE").map(PathBuf::from);
    let builds: Vec<PathBuf> = before.into_iter().chain([dist()]).collect();
    browser_test(async |session| {
        throttle(session).await;
        println!("medians of {RUNS}; with scripts (without any)");
        let word = tempfile::tempdir().unwrap();
        std::fs::write(word.path().join("index.html"), WORD).unwrap();
        measure(session, "a page of one word", "/", &[word.path().to_owned()]).await;
        for (name, page) in PAGES {
            measure(session, name, page, &builds).await;
        }
    })
    .await;
}

async fn send(session: &Session, method: &str, settings: serde_json::Value) {
    session.browser.cdp().send_raw(method, settings).await.unwrap();
}

async fn throttle(session: &Session) {
    let line = json!({
        "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000,
    });
    for (method, settings) in [
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", line),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.setBypassServiceWorker", json!({ "bypass": true })),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTES })),
    ] {
        send(session, method, settings).await;
    }
}

/// A folder with nothing but a page of a build, without its scripts.
fn without_scripts(build: &Path, page: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let file = format!("{}index.html", &page[1..]);
    let mut html = std::fs::read_to_string(build.join(&file)).unwrap();
    while let Some((before, rest)) = html.split_once("<script") {
        html = format!("{before}{}", rest.split_once("</script>").unwrap().1);
    }
    let to = copy.path().join(file);
    std::fs::create_dir_all(to.parent().unwrap()).unwrap();
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut html.as_bytes(), &mut small, &Default::default()).unwrap();
    std::fs::write(&to, html).unwrap();
    std::fs::write(to.with_extension("html.br"), small).unwrap();
    copy
}

async fn measure(session: &Session, name: &str, page: &str, builds: &[PathBuf]) {
    let mut runs = vec![[Vec::new(), Vec::new()]; builds.len()];
    let copies: Vec<_> = builds.iter().map(|build| without_scripts(build, page)).collect();
    for _ in 0..RUNS {
        for ((build, copy), runs) in builds.iter().zip(&copies).zip(&mut runs) {
            for (folder, runs) in [build, copy.path()].into_iter().zip(runs) {
                session.server.serve(folder);
                runs.push(load(session, page).await);
            }
        }
    }
    let medians: Vec<[Times; 2]> =
        runs.iter().map(|[with, without]| [medians(with), medians(without)]).collect();
    println!("{name}, {page}");
    for (at, measure) in MEASURES.into_iter().enumerate() {
        let of = |[with, without]: &[Times; 2]| format!("{:7.1} ({:7.1})", with[at], without[at]);
        let shown: Vec<String> = medians.iter().map(of).collect();
        let ratio = match &medians[..] {
            [[before, _], [after, _]] if before[at] > 0.0 => {
                format!(": {:.2}", after[at] / before[at])
            }
            _ => String::new(),
        };
        println!("  {measure:<18} {}{ratio}", shown.join("  →  "));
    }
}

async fn load(session: &Session, page: &str) -> Times {
    session.browser.goto(session.server.url(page)).await.unwrap();
    let answer = session.browser.execute_async(TIMES, Vec::new()).await.unwrap();
    serde_json::from_value(answer.json().clone()).unwrap()
}

fn medians(runs: &[Times]) -> Times {
    std::array::from_fn(|at| {
        let mut values: Vec<f64> = runs.iter().map(|run| run[at]).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    })
}
