//! How long the page of a département takes to answer, in Chromium against the release build.
//! Nothing is asserted but that nothing is requested. `cargo bench --bench interaction` prints it,
//! after `script/build`.
//!
//! Scripting is the time from the event until every effect has run; the second figure adds style and
//! layout of the changed page. Each is the median of [`RUNS`].

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;

use browser::stage::{Stage, journey};

const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/tour-1/";

/// How often each thing is done.
const RUNS: usize = 21;

/// What a reader may wait for one frame, in milliseconds of scripting.
const FRAME: f64 = 50.0;

/// What is done, as a script that is told how often it was done before (`run`).
const ACTIONS: [(&str, &str); 7] = [
    ("type a letter into the filter", "type(['s', 'sa', 'sai', 'sain', 'saint'][run % 5])"),
    ("empty the filter", "type(run % 2 ? '' : 'v')"),
    (
        "sort by a column",
        "document.querySelectorAll('.breakdown thead button')[run % 5 + 1].click()",
    ),
    ("choose a candidate", "choose(0, run % 11)"),
    ("show who is ahead", "choose(0, run % 2 ? '' : 3)"),
    (
        "choose a commune in the list",
        "choose(1, document.querySelectorAll('.smaller select')[1].options[run + 1].value)",
    ),
    (
        "choose a commune on the map",
        "document.querySelectorAll('.territories path')[run]\
         .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    ),
];

/// Does one thing [`RUNS`] times and answers with a pair of durations a run.
fn script(action: &str) -> String {
    format!(
        "const done = arguments[arguments.length - 1];
         const change = (element, name, value) => {{
           element.value = value;
           element.dispatchEvent(new Event(name, {{ bubbles: true }}));
         }};
         const type = (text) => change(document.querySelector('[type=search]'), 'input', text);
         const choose = (index, value) =>
           change(document.querySelectorAll('.smaller select')[index], 'change', value);
         const turn = () => new Promise((resolve) => {{
           const channel = new MessageChannel();
           channel.port1.onmessage = resolve;
           channel.port2.postMessage(0);
         }});
         const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
         (async () => {{
           const times = [];
           for (let run = 0; run < {RUNS}; run++) {{
             await frame();
             const start = performance.now();
             {action};
             await turn();
             const scripted = performance.now();
             document.body.getBoundingClientRect();
             times.push([scripted - start, performance.now() - start]);
           }}
           done(times);
         }})();"
    )
}

#[tokio::main]
async fn main() {
    journey(async |stage| {
        for slowdown in [1, 4] {
            println!("\n{YVELINES}, processor slowed {slowdown} times, medians of {RUNS}:");
            measure(stage, slowdown).await;
        }
    })
    .await;
}

async fn measure(stage: &Stage, slowdown: u32) {
    let rate = serde_json::json!({ "rate": slowdown });
    stage.browser.cdp().send_raw("Emulation.setCPUThrottlingRate", rate).await.unwrap();
    for (what, action) in ACTIONS {
        stage.open(YVELINES).await;
        stage.server.take_requests();
        let answer = stage.browser.execute_async(script(action), Vec::new()).await.unwrap();
        let times: Vec<(f64, f64)> = serde_json::from_value(answer.json().clone()).unwrap();
        let scripting = median(times.iter().map(|(scripting, _)| *scripting));
        let whole = median(times.iter().map(|(_, whole)| *whole));
        let verdict = if scripting <= FRAME { "within" } else { "over" };
        println!(
            "  {what:<30} {scripting:6.1} ms of scripting ({verdict} {FRAME}), \
             {whole:6.1} ms with layout"
        );
        let requested = stage.server.take_requests();
        assert!(requested.is_empty(), "{what} requested {requested:?}");
    }
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
