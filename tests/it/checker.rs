//! A content tree with every kind of mistake, and all that the checker says of it.

use std::collections::BTreeSet;

use jiff::civil::date;
use urne::site;

use super::fixture;

#[test]
fn every_mistake_is_reported_in_one_go() {
    let problems = site::compile(&fixture("mistakes"), date(2017, 1, 30)).err().unwrap();
    let report = problems.to_string();
    let titles: BTreeSet<&str> =
        report.lines().filter_map(|line| line.strip_prefix("error: ")).collect();
    println!("{} problems of {} kinds", problems.len(), titles.len());
    assert!(titles.len() >= 20, "{titles:#?}");
    insta::assert_snapshot!("mistakes", report);
}

#[test]
fn an_empty_folder_is_no_site() {
    let empty = tempfile::tempdir().unwrap();
    let problems = site::compile(empty.path(), date(2017, 1, 30)).err().unwrap();
    let report = problems.to_string();
    assert!(report.contains("site.json"), "{report}");
    assert_eq!(problems.len(), 1, "{report}");
}
