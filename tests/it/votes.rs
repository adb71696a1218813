//! Votes beyond the State's: several names on a ballot, proposals, hands, parents at school, projects.

use std::path::Path;

use jiff::civil::date;
use urne::site::{self, Bundle, Purpose};

use super::fixture;

/// What a reader reads of a page: a line a paragraph, a label or a row, without drawings.
fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|main| main.split("</main>").next()).unwrap();
    let drawings = main.split("<svg").map(|part| part.split_once("</svg>").map_or(part, |it| it.1));
    let mut text = String::new();
    let mut broken = drawings.collect::<Vec<_>>().join(" ▇");
    for end in ["</p>", "</h1>", "</h2>", "</h3>", "</li>", "</tr>", "</summary>", "</legend>"] {
        broken = broken.replace(end, "\n");
    }
    let broken = broken.replace("</th>", " | ").replace("</td>", " | ");
    for (index, part) in broken.split('<').enumerate() {
        text.push_str(if index == 0 { "" } else { part.split_once('>').map_or("", |it| it.1) });
    }
    let text = html_escape::decode_html_entities(&text).replace(['\u{a0}', '\u{202f}'], " ");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn built(folder: &Path) -> Vec<(String, String)> {
    std::fs::copy(fixture("mini").join("index.html"), folder.join("index.html")).unwrap();
    let compiled = site::compile(&fixture("votes/content"), site::midnight(date(2026, 11, 1)))
        .unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(compiled.warnings.warnings(), 0);
    let bundle = Bundle::staged(folder).unwrap();
    site::write(&compiled, &bundle, Purpose::Publication, folder).unwrap();
    let files = super::files(&fixture("votes/content/results"));
    let names = files.iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned());
    let page = |name: String| {
        let page = folder.join("resultats").join(&name).join("index.html");
        (name, std::fs::read_to_string(page).unwrap())
    };
    names.map(page).collect()
}

#[test]
fn votes_of_an_association_say_what_they_decide() {
    let folder = tempfile::tempdir().unwrap();
    let pages = built(folder.path());
    assert!(pages.len() > 8);
    for (name, html) in &pages {
        insta::assert_snapshot!(format!("votes {name}"), words(html));
    }
    let list = std::fs::read_to_string(folder.path().join("resultats/index.html")).unwrap();
    insta::assert_snapshot!("votes", words(&list));
}

#[test]
fn a_ballot_with_several_names_has_no_share_of_the_valid_votes() {
    let folder = tempfile::tempdir().unwrap();
    for (name, html) in built(folder.path()) {
        let is_of_names =
            ["budget", "bureau", "comite", "conseil", "delegues"].contains(&name.as_str());
        assert_eq!(html.contains("noms par bulletin"), is_of_names, "{name}");
        assert!(!is_of_names || !html.contains("exprimés"), "{name}");
    }
}

#[test]
fn what_is_served_of_a_vote_says_what_it_decided() {
    let folder = tempfile::tempdir().unwrap();
    built(folder.path());
    for name in ["comptes", "conseil", "motion"] {
        let data = folder.path().join(format!("data/resultats/{name}.json"));
        let data = std::fs::read_to_string(data).unwrap().replace(",\"", ",\n\"");
        insta::assert_snapshot!(format!("votes data {name}"), data);
    }
}
