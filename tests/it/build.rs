//! The whole build of a miniature content tree, compared with what it should be.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::{Date, date};
use urne::site::render::csp;
use urne::site::{self, Bundle, Purpose};

use super::{files, fixture};

/// Builds the miniature and returns its folder.
fn built(today: Date) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let template = fixture("mini").join("index.html");
    std::fs::copy(template, folder.path().join("index.html")).unwrap();
    let compiled = site::compile(&fixture("mini/content"), site::midnight(today))
        .unwrap_or_else(|problems| panic!("{problems}"));
    let bundle = Bundle::staged(folder.path()).unwrap();
    site::write(&compiled, &bundle, Purpose::Publication, folder.path()).unwrap();
    folder
}

fn contents(folder: &Path) -> Vec<(String, String)> {
    let relative =
        |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    // Of pictures the name is enough: it changes with them.
    let read = |path: &Path| match path.extension().is_some_and(|it| it == "png") {
        true => "a picture".to_owned(),
        false => std::fs::read_to_string(path).unwrap(),
    };
    // The index of the search is in a folder of its version.
    let index = read(&folder.join("data/recherche/index.txt"));
    let version = index.lines().next().unwrap();
    let name = |path: &Path| relative(path).replace(version, "version");
    files(folder).iter().map(|path| (name(path), read(path))).collect()
}

#[test]
fn the_miniature_is_built_as_expected() {
    let folder = built(date(2020, 4, 1));
    let contents = contents(folder.path());
    let names: Vec<&str> = contents.iter().map(|(name, _)| name.as_str()).collect();
    insta::assert_snapshot!("mini", names.join("\n"));
    for (name, content) in contents.iter().filter(|(name, _)| !name.ends_with(".png")) {
        // One element a line makes a change readable.
        let lines = content.replace("><", ">\n<");
        insta::assert_snapshot!(format!("mini {}", name.replace('/', " ")), lines);
    }
}

#[test]
fn seats_are_shown_with_every_step() {
    let folder = built(date(2020, 4, 1));
    let page = folder.path().join("resultats/municipales-2020/index.html");
    let html = std::fs::read_to_string(page).unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    for said in [
        "19 sièges à pourvoir. Calcul du site, d’après les voix.",
        "Prime majoritaire : la moitié des sièges, soit 10 sièges, à la liste en tête (Ensemble).",
        "Seuil de 5 % des exprimés, 36 voix : Ailleurs ne l’atteint pas.",
        "683 ÷ 9 = 75,89 voix",
        "503 ÷ 7 = 71,86",
    ] {
        assert!(html.contains(said), "{said}");
    }
    let rows: Vec<Vec<&str>> = html
        .split("<th scope=\"row\">")
        .map(|row| row.split("</tr>").next().unwrap_or(row))
        .map(|row| row.split(['<', '>']).filter(|text| !text.is_empty()).collect())
        .map(|row: Vec<&str>| row.into_iter().filter(|it| !it.contains(['/', '!', '='])).collect())
        .collect();
    for row in [
        ["Ensemble", "503", "10", "6", "1", "17"],
        ["Demain", "180", "0", "2", "0", "2"],
        ["Ailleurs", "32", "0", "0", "0", "0"],
    ] {
        let found = |cells: &Vec<&str>| {
            let cells: Vec<&&str> =
                cells.iter().filter(|it| !["th", "td", "bdi"].contains(it)).collect();
            cells.into_iter().copied().eq(row)
        };
        assert!(rows.iter().any(found), "{row:?} in {rows:?}");
    }
}

#[test]
fn cards_show_the_pictures_of_their_articles_beside_one_link() {
    let folder = built(date(2020, 4, 1));
    for page in ["index.html", "actualites/index.html"] {
        let html = std::fs::read_to_string(folder.path().join(page)).unwrap();
        let cards: Vec<&str> = html.split("<article class=\"card\">").skip(1).collect();
        assert_eq!(cards.len(), 2, "{page}");
        for (card, loading) in cards.into_iter().zip(["", " loading=\"lazy\""]) {
            let picture = format!(
                "<picture><img src=\"/media/point.svg\" alt=\"\" width=\"40\" height=\"30\"{loading}>"
            );
            assert!(card.starts_with(&picture), "{page}: {card}");
        }
    }
}

#[test]
fn the_same_content_builds_the_same_bytes() {
    let (first, second) = (built(date(2020, 4, 1)), built(date(2020, 4, 1)));
    assert_eq!(contents(first.path()), contents(second.path()));
}

#[test]
fn all_pages_have_the_policy_that_hosts_are_told() {
    let folder = built(date(2020, 4, 1));
    let contents = contents(folder.path());
    // What other sites show, and what is printed, are no pages of the app.
    let is_page = |name: &str| !name.starts_with("integrer/") && !name.contains("/affiche/");
    let pages = contents.iter().filter(|(name, _)| name.ends_with(".html") && is_page(name));
    let policies: BTreeSet<_> = pages.map(|(_, html)| csp::full_policy(html)).collect();
    let policies: Vec<_> = policies.into_iter().collect();
    let [Some(policy)] = &policies[..] else {
        panic!("{policies:?}");
    };
    for host in [".htaccess", "_headers"] {
        let (_, rules) = contents.iter().find(|(name, _)| name == host).unwrap();
        assert!(rules.contains(policy), "{host}:\n{rules}");
    }
}

#[test]
fn the_date_of_the_build_decides_only_what_is_past() {
    let (before, after) = (built(date(2020, 6, 21)), built(date(2020, 6, 22)));
    let changed: Vec<String> = contents(before.path())
        .into_iter()
        .zip(contents(after.path()))
        .filter_map(|(before, after)| (before != after).then_some(before.0))
        .collect();
    assert!(changed.contains(&"evenements/index.html".to_owned()), "{changed:?}");
    assert!(!changed.iter().any(|name| name.contains("resultats")), "{changed:?}");
}

#[test]
fn a_site_can_stand_in_a_folder_of_its_host() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(fixture("mini").join("index.html"), folder.path().join("index.html")).unwrap();
    let status = super::urne()
        .args(["build", "--public-url", "/conflans/", "--content"])
        .arg(fixture("mini/content"))
        .arg("--staging")
        .arg(folder.path())
        .status()
        .unwrap();
    assert!(status.success());
    let mut checked = 0;
    for (name, content) in contents(folder.path()) {
        if name.ends_with(".html") {
            for start in ["href=\"", "src=\"", "data-path=\"", "href=\\\"", "href=/"] {
                for reference in content.split(start).skip(1) {
                    let inside = start == "href=/" && reference.starts_with("conflans/");
                    let calendar = "webcal://essai.example/conflans/";
                    let elsewhere = ["#", "https://", "mailto:", "tel:", "/conflans/", calendar];
                    let known = elsewhere.iter().any(|it| reference.starts_with(it));
                    let shown: String = reference.chars().take(40).collect();
                    assert!(inside || known, "{name}: {start}{shown}");
                    checked += 1;
                }
            }
        }
        let url = "https://essai.example/";
        for rest in content.split(url).skip(1).filter(|_| !name.starts_with("data/")) {
            let ours = ["conflans/", "pv", "autre"].iter().any(|it| rest.starts_with(it));
            let shown: String = rest.chars().take(40).collect();
            assert!(ours, "{name}: {url}{shown}");
        }
    }
    assert!(checked > 100, "only {checked} URLs were found");
}
