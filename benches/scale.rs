//! A national election, from the published file to what is served: time, peak memory and sizes.
//! Nothing is asserted. `cargo bench --bench scale` prints it.
//!
//! Each step runs in a process of its own, so that peaks do not mix. The file is made up, always
//! the same; a real one is measured as well where it is at hand (`URNE_NATIONAL`).

#![allow(missing_docs, dead_code, clippy::expect_used, clippy::panic)]

mod made_up;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use jiff::civil::date;
use made_up::national;
use urne::site::content::election::tables;
use urne::site::import::results::{Options, command};
use urne::site::parse::diagnostics::Problems;
use urne::site::{self, render};

/// What any one file may take that a visitor loads, in brotli.
const LIMIT: usize = 60_000;

/// How many of the largest files are compressed to find the one that is largest then.
const COMPRESSED: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, step, file, content] = &arguments[..]
        && first == "step"
    {
        return run(step, file.as_ref(), content.as_ref());
    }
    let folder = tempfile::tempdir().expect("a folder");
    let synthetic = folder.path().join("synthetic.csv");
    std::fs::write(&synthetic, national::table()).expect("the file");
    measure(&synthetic);
    let shared = "../shared/data/elections/eur2024_bv_metropole.csv.gz";
    let real = std::env::var_os("URNE_NATIONAL").map_or_else(|| shared.into(), PathBuf::from);
    if real.exists() {
        measure(&real);
    } else {
        println!("skipped: {} is not here (URNE_NATIONAL)", real.display());
    }
}

/// Every step with one file, each in a process of its own.
fn measure(file: &Path) {
    println!("\n{}", file.display());
    let content = tempfile::tempdir().expect("a folder");
    made_up::write_site(content.path());
    national::write_election(content.path());
    for step in ["import", "import again", "read", "compile and serialise"] {
        if step == "read" {
            national::show_a_commune(content.path());
        }
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program);
        let child = child.args(["step", step]).arg(file).arg(content.path());
        assert!(child.status().expect("a process").success(), "{step} failed");
    }
}

/// One step, in a process of its own.
fn run(step: &str, file: &Path, content: &Path) {
    let start = Instant::now();
    match step {
        "read" => {
            let mut problems = Problems::default();
            let read = tables::read(&content.join("results/national"), &mut problems);
            let stations: usize = read.iter().map(|(_, results)| results.territories.len()).sum();
            report(step, start, &format!("{stations} stations"));
        }
        "compile and serialise" => {
            let compiled = site::compile(content, site::midnight(date(2026, 1, 1)));
            let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
            report("read and compile", start, &format!("{} pages", compiled.routes().count()));
            serialise(&compiled);
        }
        _ => {
            let options = Options { within: Some("FR".to_owned()), ..Options::default() };
            let request = command::Request {
                content,
                file,
                election: "national",
                round: 1,
                options,
                replace: false,
            };
            let text = command::results(&request).expect("an import");
            let summary = text.lines().find(|line| line.contains("rows read"));
            report(step, start, summary.unwrap_or_default());
        }
    }
}

/// The data of every page, one at a time.
fn serialise(compiled: &site::Compiled) {
    let start = Instant::now();
    let (mut files, mut total, mut largest) = (0, 0, Vec::new());
    for (route, page) in compiled.pages() {
        let data = render::page::data(&page).expect("data");
        files += 1;
        total += data.len();
        largest.push((data.len(), route.data(), data));
        largest.sort_by_key(|(size, ..)| std::cmp::Reverse(*size));
        largest.truncate(COMPRESSED);
    }
    report("serialise", start, &format!("{files} files of data, {total} bytes"));
    let compressed = largest.iter().map(|(size, name, data)| (brotli(data.as_bytes()), size, name));
    if let Some((brotli, raw, name)) = compressed.max() {
        let verdict = if brotli <= LIMIT { "within" } else { "over" };
        println!("  largest: {name}, {raw} bytes, {brotli} in brotli 11 ({verdict} {LIMIT})");
    }
}

fn report(step: &str, start: Instant, what: &str) {
    let seconds = start.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    let peak = peak.map_or("unknown".to_owned(), |peak| format!("{} MB", peak / 1024));
    println!("  {step:<17} {seconds:6.2} s, peak {peak:>7}: {what}");
}

fn brotli(content: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22);
    writer.write_all(content).expect("memory");
    drop(writer);
    compressed.len()
}
