//! Maps: from a published file to what is served, and the outlines of the first site.

use std::path::Path;
use std::process::Output;

use urne::data::Contours;
use urne::site::{Problems, check, content};

use super::{files, fixture, project};

fn read(path: &Path) -> Contours {
    let mut problems = Problems::default();
    let contours = content::read_contours(path, &mut problems);
    assert!(problems.is_empty(), "{problems}");
    contours.unwrap()
}

fn import(file: &Path, name: &str, content: &Path) -> Output {
    super::urne()
        .args(["import", "contours", "--name", name, "--source", "Essai, 2020", "--content"])
        .args([content, file])
        .output()
        .unwrap()
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters).unwrap();
    out.len()
}

#[test]
fn the_outlines_of_the_first_site_are_small_and_complete() {
    for (year, communes) in [(2018, 262), (2026, 259)] {
        let path = project().join(format!("tests/site/contours/communes-78-{year}.json"));
        let contours = read(&path);
        let json = serde_json::to_vec(&contours).unwrap();
        println!("{year}: {} bytes, {} with brotli", json.len(), compressed(&json));
        assert!(compressed(&json) < 6_000);
        let territories = contours.territories();
        assert_eq!(territories.len(), communes);
        assert!(territories.iter().any(|territory| territory.code == "78172"));
        for territory in &territories {
            for (x, y) in territory.rings.iter().flatten() {
                assert!((0..=contours.width).contains(x) && (0..=contours.height).contains(y));
            }
            assert!(territory.rings.iter().all(|ring| ring.len() >= 3), "{territory:?}");
        }
    }
}

#[test]
fn neighbours_share_their_border_to_the_point() {
    for year in [2018, 2026] {
        share_their_borders(&format!("tests/site/contours/communes-78-{year}.json"));
    }
}

fn share_their_borders(file: &str) {
    let contours = read(&project().join(file));
    let mut sides = std::collections::BTreeMap::new();
    let territories = contours.territories();
    for ring in territories.iter().flat_map(|territory| &territory.rings) {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            *sides.entry((from.min(to), from.max(to))).or_insert(0) += 1;
        }
    }
    let outside = sides.values().filter(|count| **count == 1).count();
    let inside = sides.values().filter(|count| **count == 2).count();
    assert_eq!(outside + inside, sides.len(), "no side belongs to three communes");
    assert!(inside > 4 * outside, "{inside} sides inside, {outside} outside");
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let file = fixture("contours.geojson");
    for name in ["un", "deux"] {
        let output = import(&project().join(&file), name, folder.path());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let written = |name| std::fs::read_to_string(folder.path().join("contours").join(name));
    let first = written("un.json").unwrap();
    assert_eq!(first, written("deux.json").unwrap());
    insta::assert_snapshot!("contours", first);
    let served = read(&folder.path().join("contours/un.json"));
    insta::assert_snapshot!("contours served", serde_json::to_string(&served).unwrap());
}

#[test]
fn what_cannot_be_imported_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = project().join(fixture("contours.geojson"));
    let refused = |file: &Path, name: &str| {
        let output = import(file, name, folder.path());
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(files(folder.path()).len(), 0);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(refused(&file, "Île de France").contains("`Île de France` is no name"));
    assert!(refused(&project().join("LICENSE"), "licence").contains("it is not JSON"));
    assert!(refused(Path::new("nowhere.json"), "rien").contains("nowhere.json cannot be read"));
}

/// A content folder with the presidential election and its maps, of which one text is another.
fn content_with(from: &str, to: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let original = super::whole_site();
    for path in files(&original) {
        let below = path.strip_prefix(&original).unwrap();
        let is_needed = ["contours", "results/presidentielle-2017"];
        if !is_needed.iter().any(|it| below.to_str().unwrap().starts_with(it)) {
            continue;
        }
        std::fs::create_dir_all(folder.path().join(below).parent().unwrap()).unwrap();
        let text = std::fs::read_to_string(&path).unwrap().replace(from, to);
        std::fs::write(folder.path().join(below), text).unwrap();
    }
    folder
}

#[test]
fn maps_are_of_the_territories_and_the_year_of_the_figures() {
    let table = [
        ("communes-78-2018\"", "communes-78-2026\"", "3 territories of round 1 have no outline"),
        ("communes-78-2018\"", "communes-78-2018\"", ""),
        ("communes-78-2018\"", "communes-78-2019\"", "did you mean `communes-78-2018`?"),
        ("\"code\":\"78", "\"code\":\"91", "these outlines are of other territories"),
    ];
    for (from, to, said) in table {
        let folder = content_with(from, to);
        let mut problems = Problems::default();
        check::read(
            folder.path(),
            urne::site::midnight(jiff::civil::date(2026, 1, 1)),
            &mut problems,
        );
        let report = problems.to_string();
        let about = report.split("error: ").find(|it| it.contains("presidentielle-2017.json"));
        let about = about.unwrap_or_default();
        assert!(about.contains(said) && said.is_empty() == about.is_empty(), "{said}: {report}");
    }
}
