//! A national election of one round: what was published, and the election's own file.

use std::fmt::Write as _;
use std::path::Path;

use urne::election::{DEPARTMENTS, commune_code};

use super::Random;

const COMMUNES_A_DEPARTMENT: u32 = 361;
const STATIONS_A_DEPARTMENT: u32 = 687;
const LISTS: u64 = 38;

/// The election's own file, before its table was imported.
pub fn write_election(content: &Path) {
    write(content, "");
}

/// Lets the election, of which the table was imported, show the first commune of it.
pub fn show_a_commune(content: &Path) {
    let table = content.join("results/national/round-1-stations.csv");
    let table = std::fs::read_to_string(table).expect("a table");
    let first = table.lines().nth(1).and_then(|line| line.split('_').next());
    write(content, first.expect("a commune"));
}

fn write(content: &Path, code: &str) {
    let text = format!(
        r#"{{ "title": "Élection d’essai", "territory": "France", "contest": "one-round",
             "introduction": "Un pays entier.", "code": "{code}", "within": "FR",
             "rounds": [{{ "round": 1, "date": "2024-06-09", "source": {{ "name": "Essai" }} }}] }}"#
    );
    std::fs::create_dir_all(content.join("results")).expect("a folder");
    std::fs::write(content.join("results/national.json"), text).expect("the election");
}

/// A made-up file: large towns have many stations and a few lists most votes, as in reality.
pub fn table() -> String {
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
