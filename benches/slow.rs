//! What a slow line brings first, in Chromium against the release build: 1.6 Mbit/s, 150 ms there and
//! back, a processor slowed four times, nothing kept. `cargo bench --bench slow` prints it, after
//! `script/build`.
//!
//! Each page is loaded with its program and without it, in turn: were the program in the way of text,
//! style or pictures, the first would be later. That it is asked for last is a test (`reading`).

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;

use browser::server::{Fault, Part};
use browser::stage::{Stage, journey};
use serde_json::json;

const PAGES: [&str; 3] = [
    "/resultats/primaires-citoyennes-2017/",
    "/resultats/presidentielle-2017/78-yvelines/tour-1/",
    "/actualites/mise-au-point/",
];

/// How often each page is loaded in each way.
const RUNS: usize = 9;

/// When text and charts are painted, when the last of the page’s own files is there, when the program
/// is asked for and when the page answers; in milliseconds, 0 for what is not.
const TIMES: &str = "
const done = arguments[arguments.length - 1];
const files = () => performance.getEntriesByType('resource');
const program = () => files().find((file) => file.name.endsWith('.wasm'));
const answer = () => {
  const [visit] = performance.getEntriesByType('navigation');
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  const last = Math.max(visit.responseEnd, ...files().filter((file) =>
    !/(\\.js|\\.wasm|icon\\.svg)$/.test(new URL(file.name).pathname)).map((file) => file.responseEnd));
  const live = performance.getEntriesByName('live')[0]?.startTime ?? 0;
  done([painted, last, program()?.startTime ?? 0, live]);
};
setTimeout(answer, arguments[0]);
";

/// Notes when the page answers.
const LIVE: &str = "new MutationObserver((_, it) => {
  if (document.documentElement?.hasAttribute('data-live')) { performance.mark('live'); it.disconnect(); }
}).observe(document, { attributes: true, subtree: true });";

#[tokio::main]
async fn main() {
    journey(async |stage| {
        throttle(stage).await;
        println!("milliseconds, medians of {RUNS}:");
        for page in PAGES {
            measure(stage, page).await;
        }
    })
    .await;
}

async fn throttle(stage: &Stage) {
    let line = json!({
        "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000,
    });
    for (method, settings) in [
        ("Network.enable", json!({})),
        ("Network.emulateNetworkConditions", line),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ("Network.setBypassServiceWorker", json!({ "bypass": true })),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })),
        ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LIVE })),
    ] {
        stage.browser.cdp().send_raw(method, settings).await.unwrap();
    }
}

async fn measure(stage: &Stage, page: &str) {
    let mut runs = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        runs[0].push(load(stage, page, 3000).await);
        // A page without program: what would be in the way is not there.
        stage.server.fail(&[Part::Program], Fault::Status(404));
        runs[1].push(load(stage, page, 1000).await);
        stage.server.mend();
    }
    let [with, without] = runs.map(|runs| [0, 1, 2, 3].map(|at| median(&runs, at)));
    println!("{page}");
    for (at, what) in [(0, "text and charts painted"), (1, "all of the page's files there")] {
        let ratio = with[at] / without[at];
        println!(
            "  {what:<30} {:5.0} with its program, {:5.0} without: {ratio:.2}",
            with[at], without[at]
        );
    }
    println!("  program asked for at {:.0}, page answers at {:.0}", with[2], with[3]);
}

async fn load(stage: &Stage, page: &str, wait: u32) -> [f64; 4] {
    stage.browser.goto(stage.server.url(page)).await.unwrap();
    let answer = stage.browser.execute_async(TIMES, vec![json!(wait)]).await.unwrap();
    serde_json::from_value(answer.json().clone()).unwrap()
}

fn median(runs: &[[f64; 4]], at: usize) -> f64 {
    let mut times: Vec<f64> = runs.iter().map(|run| run[at]).collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
