//! How long the page of a département takes to answer, in Chromium against the release build.
//! Nothing is asserted but that nothing is requested. `cargo bench --bench interaction` prints it,
//! after `script/build`. With another build of the site in the folder that `URNE_BEFORE` names, that is
//! measured first, and the ratios printed.
//!
//! Scripting is the time from the event until every effect has run; the second figure is the time until
//! the next frame is painted. Each is the median of [`RUNS`].

#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod browser;

use std::path::PathBuf;

use browser::origin::dist;
use browser::session::{Session, browser_test};

const YVELINES: &str = "/resultats/presidentielle-2017/78-yvelines/tour-1/";

/// How often each thing is done.
const RUNS: usize = 21;

/// What is done, as scripts that are told how often it was done before (`run`): what comes before it, which is
/// not measured, and the thing itself.
const ACTIONS: [(&str, &str, &str); 7] = [
    ("first letter of the filter", "type('')", "type('csmav'[run % 5])"),
    ("empty the filter", "type('sain')", "type('')"),
    (
        "sort by a column",
        "",
        "document.querySelectorAll('.breakdown thead button')[run % 5 + 1].click()",
    ),
    ("choose a candidate", "", "choose(0, run % 11 + 1)"),
    // Until its chart is there; an older build goes to its page for that, and back.
    (
        "choose a commune in the table",
        "if (!isHere()) { history.back(); await until(isHere); }",
        "const link = names()[run], name = link.textContent;
         link.click();
         await until(() => [...document.querySelectorAll('h1, #resultat .title')]
           .some((it) => it.textContent.endsWith(name)))",
    ),
    ("choose a commune in the list", "", "choose(1, run + 1)"),
    (
        "choose a commune on the map",
        "",
        "document.querySelectorAll('.territories path')[run]\
         .dispatchEvent(new MouseEvent('click', { bubbles: true }))",
    ),
];

/// Does one thing [`RUNS`] times and answers with a pair of durations a run.
fn script(before: &str, action: &str) -> String {
    format!(
        "const done = arguments[arguments.length - 1];
         const change = (element, name, changes) => {{
           Object.assign(element, changes);
           element.dispatchEvent(new Event(name, {{ bubbles: true }}));
         }};
         const type = (value) => change(document.querySelector('[type=search]'), 'input', {{ value }});
         const choose = (index, selectedIndex) =>
           change(document.querySelectorAll('.smaller select')[index], 'change', {{ selectedIndex }});
         const turn = () => new Promise((resolve) => {{
           const channel = new MessageChannel();
           channel.port1.onmessage = resolve;
           channel.port2.postMessage(0);
         }});
         const names = () => document.querySelectorAll('.breakdown th a');
         const isHere = () => names().length > 200;
         const frame = () => new Promise((resolve) => requestAnimationFrame(() => turn().then(resolve)));
         const until = async (holds) => {{ while (!holds()) await frame(); }};
         (async () => {{
           const times = [];
           for (let run = 0; run < {RUNS}; run++) {{
             {before};
             await frame();
             await frame();
             const start = performance.now();
             {action};
             await turn();
             const scripted = performance.now();
             await frame();
             times.push([scripted - start, performance.now() - start]);
           }}
           done(times);
         }})().catch((error) => done(String(error)));"
    )
}

#[tokio::main]
async fn main() {
    let before = std::env::var_os("URNE_BEFORE").map(PathBuf::from);
    let builds: Vec<PathBuf> = before.into_iter().chain([dist()]).collect();
    browser_test(async |session| {
        for slowdown in [1, 4] {
            println!("\n{YVELINES}, processor slowed {slowdown} times, medians of {RUNS}:");
            let rate = serde_json::json!({ "rate": slowdown });
            session.browser.cdp().send_raw("Emulation.setCPUThrottlingRate", rate).await.unwrap();
            for (what, before, action) in ACTIONS {
                let mut medians = Vec::new();
                for build in &builds {
                    session.server.serve(build);
                    medians.push(measure(session, &script(before, action)).await);
                }
                let requested = session.server.take_requests();
                assert!(requested.is_empty(), "{what} requested {requested:?}");
                print(what, &medians);
            }
        }
    })
    .await;
}

/// The time of scripting and that to the frame, in milliseconds.
async fn measure(session: &Session, action: &str) -> [f64; 2] {
    session.open(YVELINES).await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    session.server.take_requests();
    let answer = session.browser.execute_async(action, Vec::new()).await.unwrap();
    let times: Vec<(f64, f64)> = serde_json::from_value(answer.json().clone()).unwrap();
    [
        median(times.iter().map(|(scripting, _)| *scripting)),
        median(times.iter().map(|(_, framed)| *framed)),
    ]
}

fn print(what: &str, medians: &[[f64; 2]]) {
    let shown: Vec<String> = medians
        .iter()
        .map(|[scripting, framed]| {
            format!("{scripting:6.1} ms of scripting, {framed:6.1} to the frame")
        })
        .collect();
    let ratio = match medians {
        [before, after] => format!(": {:.2}", after[1] / before[1]),
        _ => String::new(),
    };
    println!("  {what:<30} {}{ratio}", shown.join("  →  "));
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
