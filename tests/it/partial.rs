//! A row that an import refuses is missing from every sum above it, and every page of them says so:
//! one row is added to the fixture of each layout, with a figure that cannot be read.

use urne::data::{Page, Territory};
use urne::election::Level;
use urne::site;

use super::{fixture, project};

/// Each layout with what makes another territory of its last row, and its figure no number.
const ADDED: [(&str, &[(&str, &str)]); 13] = [
    ("blank-and-null.csv", &[(";172;Conflans-Sainte-Honorine;2000;", ";005;Autre;*;")]),
    ("candidate-columns-communes.csv", &[("78361", "78005"), (",10499,", ",*,")]),
    ("candidate-columns-stations.csv", &[(",1075,", ",*,")]),
    ("candidate-rows-2014.csv", &[("78172", "78009"), (",388,", ",*,")]),
    ("candidate-rows-2024.csv", &[("2903", "2904"), (",300,", ",*,")]),
    ("json.json", &[("78006", "78009"), ("644", "\"*\"")]),
    ("numbered.csv", &[(";54;808;", ";55;*;")]),
    ("referendum.csv", &[(";0002;900;", ";0003;*;")]),
    ("repeated-2022.csv", &[(";0002;Complet;1000;", ";0003;Complet;*;")]),
    ("repeated-lists.csv", &[(";005;", ";006;"), (";1500;", ";*;")]),
    ("repeated-municipal.csv", &[(";6;Adainville;300;", ";9;Autre;*;")]),
    ("repeated-once.csv", &[(";3;3", ";4;3"), (";75427;", ";*;")]),
    ("repeated-pairs.csv", &[(";6;HOUDAN;2000;", ";7;HOUDAN;*;")]),
];

const SITE: &str = r##"{ "name": "Essai", "description": "Essai.", "language": "fr",
    "base": "https://essai.example", "accent": "#005a9c", "publisher": "Essai",
    "navigation": [{ "label": "Résultats", "to": "/resultats/" }] }"##;

const ELECTION: &str = r#"{ "title": "Essai", "territory": "France", "code": "FR", "within": "FR",
    "contest": "two-rounds", "introduction": "Essai.",
    "rounds": [{ "round": 1, "date": "2022-04-10", "source": { "name": "Essai" } }] }"#;

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{from} is not in {}", String::from_utf8_lossy(bytes)));
    [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat()
}

/// The fixture with one more row, made of its last one.
fn with_a_refused_row(name: &str, edits: &[(&str, &str)]) -> Vec<u8> {
    let bytes = std::fs::read(project().join(fixture("import")).join(name)).unwrap();
    let edited =
        |row: &[u8]| edits.iter().fold(row.to_vec(), |row, (from, to)| replaced(&row, from, to));
    if name.ends_with(".json") {
        let mut rows: Vec<serde_json::Value> = serde_json::from_slice(&bytes).unwrap();
        let last = serde_json::to_vec(rows.last().unwrap()).unwrap();
        rows.push(serde_json::from_slice(&edited(&last)).unwrap());
        return serde_json::to_vec(&rows).unwrap();
    }
    let whole = bytes.trim_ascii_end();
    let last = whole.rsplit(|byte| *byte == b'\n').next().unwrap();
    [whole, b"\n", &edited(last), b"\n"].concat()
}

/// The territories of the site that a file makes.
fn territories(name: &str, bytes: &[u8]) -> Vec<Territory> {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    std::fs::create_dir_all(content.join("results")).unwrap();
    std::fs::write(content.join("site.json"), SITE).unwrap();
    std::fs::write(content.join("results/e.json"), ELECTION).unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let output = super::urne()
        .args(["import", "results", "--election", "e", "--round", "1", "--content"])
        .args([&content, &file])
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{name}: {said}");
    assert!(said.contains("1 row refused"), "{name}: {said}");
    let compiled = site::compile(&content, site::midnight(jiff::civil::date(2022, 5, 1)));
    let compiled = compiled.unwrap_or_else(|problems| panic!("{name}: {problems}"));
    assert!(compiled.warnings.warnings() > 0, "{name}");
    let pages = compiled.pages().map(|(_, page)| page.into_owned());
    let territory = |page| match page {
        Page::Territory(territory) => Some(*territory),
        _ => None,
    };
    pages.filter_map(territory).collect()
}

#[test]
fn a_refused_row_is_said_on_the_page_of_every_larger_territory() {
    for (name, edits) in ADDED {
        let territories = territories(name, &with_a_refused_row(name, edits));
        let larger = territories.iter().filter(|it| it.place.level >= Level::Department);
        let mut count = 0;
        for territory in larger {
            let round = &territory.rounds[0];
            let said = round.missing.join(" ");
            assert!(round.is_partial(), "{name}: {}", territory.place.name);
            assert!(said.contains("Il manque"), "{name}: {said}");
            assert_eq!(round.leader(), None, "{name}");
            assert_eq!(round.majority, None, "{name}");
            count += 1;
        }
        assert!(count >= 2, "{name}: {count} larger territories");
    }
}
