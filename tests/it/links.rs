//! Every link of the whole first site leads to something that is there.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use urne::site;

use super::{files, fixture, project};

/// What stands in the values of an attribute, anywhere in a page.
fn values<'a>(html: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let parts: Vec<&str> = html.split(&format!(" {attribute}=\"")).skip(1).collect();
    parts.into_iter().filter_map(|part| part.split('"').next())
}

#[test]
fn every_internal_link_leads_to_a_page_a_file_or_a_place_in_a_page() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(fixture("mini").join("index.html"), folder.path().join("index.html")).unwrap();
    let compiled = site::compile(&project().join("content"), date(2026, 11, 27))
        .unwrap_or_else(|problems| panic!("{problems}"));
    site::write(&compiled, folder.path()).unwrap();
    // Where each file stands on the site, with the places inside it.
    let mut places: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut links: BTreeMap<(String, String), String> = BTreeMap::new();
    for path in files(folder.path()) {
        let name = path.strip_prefix(folder.path()).unwrap().to_str().unwrap();
        let address = format!("/{}", name.strip_suffix("index.html").unwrap_or(name));
        let html = if name.ends_with(".html") {
            std::fs::read_to_string(&path).unwrap()
        } else {
            String::new()
        };
        for link in values(&html, "href").chain(values(&html, "src")) {
            let (to, fragment) = link.split_once('#').unwrap_or((link, ""));
            let to = to.split('?').next().unwrap();
            let to = if to.is_empty() { address.as_str() } else { to };
            if !to.contains(':') && !to.starts_with("//") {
                links.entry((to.to_owned(), fragment.to_owned())).or_insert(address.clone());
            }
        }
        places.insert(address, values(&html, "id").map(str::to_owned).collect());
    }
    let is_there = |to: &str, fragment: &str| {
        places.get(to).is_some_and(|ids| fragment.is_empty() || ids.contains(fragment))
    };
    let dead: Vec<_> = links.iter().filter(|((to, fragment), _)| !is_there(to, fragment)).collect();
    assert!(dead.is_empty(), "{} dead links: {:#?}", dead.len(), &dead[..dead.len().min(30)]);
    assert!(links.len() > 1_000, "only {} links were found", links.len());
}
