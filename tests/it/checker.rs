//! A content tree with every kind of mistake, and all that the checker says of it, file by file.

use std::collections::BTreeMap;

use jiff::civil::date;
use urne::site;

use super::{files, fixture};

#[test]
fn every_mistake_is_reported_in_one_go() {
    let problems =
        site::compile(&fixture("mistakes"), site::midnight(date(2017, 1, 30))).err().unwrap();
    let report = problems.to_string();
    let (listed, summary) = report.trim_end().rsplit_once("\n\n").unwrap();
    assert_eq!(summary, format!("{} problems were found; nothing was written.", problems.len()));
    let folder = fixture("mistakes");
    let start = format!("{}/", folder.display());
    let mut of_files: BTreeMap<String, String> = BTreeMap::new();
    for problem in format!("\n\n{listed}").split("\n\nerror: ").skip(1) {
        let path = problem.split("--> ").nth(1).unwrap().lines().next().unwrap();
        let name = path.strip_prefix(&start).unwrap().split(':').next().unwrap().replace('/', " ");
        of_files.entry(name).or_default().push_str(&format!("error: {problem}\n\n"));
    }
    for (name, problems) in &of_files {
        insta::assert_snapshot!(format!("mistakes {name}"), problems);
    }
    let names = files(&folder)
        .into_iter()
        .map(|path| path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('/', " "));
    let others: Vec<String> = names.filter(|name| !of_files.contains_key(name)).collect();
    insta::assert_snapshot!("mistakes none", others.join("\n"));
}

#[test]
fn a_result_on_the_home_page_has_the_round_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let results = folder.path().join("results");
    std::fs::create_dir(&results).unwrap();
    let site = std::fs::read_to_string(fixture("mini/content/site.json")).unwrap();
    let site = site.replace(r#""round": 1"#, r#""round": 2"#).replace("/mentions-legales/", "/");
    std::fs::write(folder.path().join("site.json"), site).unwrap();
    let election = std::fs::read_to_string(fixture("mistakes/results/elsewhere.json")).unwrap();
    let (first_round, _) = election.split_once(",\n  \"other_territories\"").unwrap();
    std::fs::write(results.join("conseil-2020.json"), format!("{first_round}}}")).unwrap();
    let report =
        site::compile(folder.path(), site::midnight(date(2020, 4, 1))).err().unwrap().to_string();
    assert!(report.contains("`results/conseil-2020.json` has no round 2"), "{report}");
    assert!(report.ends_with("1 problem was found; nothing was written.\n"), "{report}");
}

/// A territory has a page where an election has figures of it, and nowhere else.
#[test]
fn a_link_to_a_territory_that_an_election_does_not_have_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let mini = fixture("mini/content");
    super::copy(&mini, folder.path());
    let election = "/resultats/conseil-2020";
    let text = format!(
        "+++\ntitle = \"Deux liens\"\ndate = 2020-03-20\ncategory = \"Essai\"\n\
         summary = \"Deux liens.\"\n+++\n\n\
         [Là]({election}/78005-acheres/) et [ici]({election}/75056-paris/).\n"
    );
    std::fs::write(folder.path().join("news/liens.md"), text).unwrap();
    let report =
        site::compile(folder.path(), site::midnight(date(2020, 4, 1))).err().unwrap().to_string();
    assert!(report.contains("nothing is at `/resultats/conseil-2020/75056-paris/`"), "{report}");
    assert!(report.ends_with("1 problem was found; nothing was written.\n"), "{report}");
}

#[test]
fn an_empty_folder_is_no_site() {
    let empty = tempfile::tempdir().unwrap();
    let problems = site::compile(empty.path(), site::midnight(date(2017, 1, 30))).err().unwrap();
    let report = problems.to_string();
    assert!(report.contains("site.json"), "{report}");
    assert_eq!(problems.len(), 1, "{report}");
}
