//! A national election, from the published file to what is served: time, peak memory and sizes.
//! Nothing is asserted. `cargo bench --bench scale` prints it.
//!
//! Each step runs in a process of its own, so that peaks do not mix. The file is made up, always
//! the same; a real one is measured as well where it is at hand (`URNE_NATIONAL`).

#![allow(missing_docs, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use jiff::civil::date;
use urne::election::{DEPARTMENTS, commune_code};
use urne::site::content::election::tables;
use urne::site::import::results::{Options, command};
use urne::site::parse::diagnostics::Problems;
use urne::site::{self, render};

const COMMUNES_A_DEPARTMENT: u32 = 361;
const STATIONS_A_DEPARTMENT: u32 = 687;
const LISTS: u64 = 38;

/// What any one file may take that a visitor loads, in brotli.
const LIMIT: usize = 60_000;

/// How many of the largest files are compressed to find the one that is largest then.
const COMPRESSED: usize = 5;

const SITE: &str = r##"{
  "name": "Essai", "short_name": "Essai", "description": "Un pays entier.", "language": "fr",
  "base": "https://essai.example/", "accent": "#005a9c", "publisher": "Essai",
  "navigation": [], "footer": []
}"##;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, step, file, content] = &arguments[..]
        && first == "step"
    {
        return run(step, file.as_ref(), content.as_ref());
    }
    let folder = tempfile::tempdir().expect("a folder");
    let synthetic = folder.path().join("synthetic.csv");
    std::fs::write(&synthetic, national()).expect("the file");
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
    std::fs::create_dir(content.path().join("results")).expect("a folder");
    std::fs::write(content.path().join("site.json"), SITE).expect("the site");
    write_election(content.path(), "");
    for step in ["import", "import again", "read", "compile and serialise"] {
        if step == "read" {
            let table = content.path().join("results/national/round-1-stations.csv");
            let table = std::fs::read_to_string(table).expect("a table");
            let first = table.lines().nth(1).and_then(|line| line.split('_').next());
            write_election(content.path(), first.expect("a commune"));
        }
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program);
        let child = child.args(["step", step]).arg(file).arg(content.path());
        assert!(child.status().expect("a process").success(), "{step} failed");
    }
}

/// The election's own file, which shows one of its communes.
fn write_election(content: &Path, code: &str) {
    let text = format!(
        r#"{{ "title": "Élection d’essai", "territory": "France", "contest": "one-round",
             "introduction": "Un pays entier.", "code": "{code}", "within": "FR",
             "rounds": [{{ "round": 1, "date": "2024-06-09", "source": {{ "name": "Essai" }} }}] }}"#
    );
    std::fs::write(content.join("results/national.json"), text).expect("the election");
}

/// One step, in a process of its own.
fn run(step: &str, file: &Path, content: &Path) {
    let start = Instant::now();
    match step {
        "read" => {
            let mut problems = Problems::default();
            let read = tables::read(&content.join("results/national"), &mut problems);
            let stations: usize = read.iter().map(|(_, returns)| returns.territories.len()).sum();
            report(step, start, &format!("{stations} stations"));
        }
        "compile and serialise" => {
            let compiled = site::compile(content, date(2026, 1, 1));
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

/// A made-up file: large towns have many stations and a few lists most votes, as in reality.
fn national() -> String {
    let mut text =
        "code_departement,code_commune,libelle_commune,code_bv,Inscrits,Blancs,Nuls".to_owned();
    (1..=LISTS).for_each(|list| {
        let _ = write!(text, ",v{list}");
    });
    text.push('\n');
    let mut random = Random(2024);
    for department in DEPARTMENTS.iter().take(96) {
        let mut left = STATIONS_A_DEPARTMENT;
        for commune in 1..=COMMUNES_A_DEPARTMENT {
            let Some(code) = commune_code(Some(department.code), &commune.to_string()) else {
                continue;
            };
            let others = COMMUNES_A_DEPARTMENT - commune;
            let stations = (1 + 72 / commune).min(left - others);
            left -= stations;
            for station in 1..=stations {
                let name = format!("{} {commune}", department.name);
                let _ = write!(text, "{},{code},{name},{station}", department.code);
                station_figures(&mut text, &mut random);
            }
        }
    }
    text
}

fn station_figures(text: &mut String, random: &mut Random) {
    let registered = 200 + random.below(1200);
    let voters = registered * (40 + random.below(25)) / 100;
    let (blank, null) = (random.below(12), random.below(12));
    let _ = write!(text, ",{registered},{blank},{null}");
    let mut left = voters - blank - null;
    for list in 0..LISTS {
        // Panels are drawn by lot: the strong stand anywhere.
        let strength = (list * 7) % LISTS;
        let votes = (random.below(60 * voters) / (100 * (1 + strength * strength))).min(left);
        left -= votes;
        let _ = write!(text, ",{votes}");
    }
    text.push('\n');
}

/// Numbers that look like chance and are always the same.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
