//! What `urne new` makes: a site without a mistake, and files that can be published as they are.

use std::path::Path;

use jiff::civil::date;
use urne::site;
use urne::site::parse::unfilled::UNFILLED;
use urne::site::starter::{self, Kind};

use super::{files, project};

const TODAY: jiff::civil::Date = date(2026, 11, 28);

fn new_site(folder: &Path, name: &str) {
    starter::site(folder, name, TODAY).unwrap();
}

#[test]
fn a_new_site_has_no_mistakes_and_names_what_is_to_be_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    new_site(folder.path(), "L’\"amicale\" \\ & Cie");
    let content = folder.path().join("content");
    let warnings = || {
        let compiled = site::compile(&content, site::midnight(TODAY));
        let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
        let findings = compiled.warnings.findings();
        findings.map(|it| (it.title, it.file.rsplit('/').next().unwrap().to_owned())).collect()
    };
    let unfilled = |file: &str| ("this text is still that of the template".to_owned(), file.into());
    // The note of the legal notice and its line that is to be filled in, and what site.json is to say for it.
    let notice = "the legal notice lacks what the law asks for".to_owned();
    let notice = (notice, "mentions-legales.md".to_owned());
    let mut of_the_site = [unfilled("mentions-legales.md"), notice.clone()].to_vec();
    of_the_site.extend([unfilled("mentions-legales.md"), notice]);
    of_the_site
        .push(("`base` is still an address for examples".to_owned(), "site.json".to_owned()));
    let found: Vec<(String, String)> = warnings();
    assert_eq!(found, of_the_site);
    for kind in [Kind::Article, Kind::Event, Kind::Page, Kind::Result] {
        starter::file(&content, kind, "Un \"bel\" été", TODAY).unwrap();
    }
    let compiled = site::compile(&content, site::midnight(TODAY));
    let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
    let found: Vec<(String, String)> = warnings();
    for (file, texts) in [("un-bel-ete.md", 6), ("un-bel-ete.json", 4)] {
        assert_eq!(found.iter().filter(|it| **it == unfilled(file)).count(), texts, "{found:?}");
    }
    assert_eq!(found.len(), 6 + 4 + of_the_site.len(), "{found:?}");
    assert_eq!(compiled.site.name, "L’\"amicale\" \\ & Cie");
    let paths: Vec<String> = compiled.routes().map(|route| route.to_string()).collect();
    for path in [
        "/actualites/un-bel-ete/",
        "/evenements/un-bel-ete/",
        "/un-bel-ete/",
        "/resultats/un-bel-ete/",
    ] {
        assert!(paths.iter().any(|it| it == path), "{path} is not in {paths:?}");
    }
    let readme = std::fs::read_to_string(folder.path().join("README.md")).unwrap();
    assert!(readme.starts_with("# L’\"amicale\" \\ & Cie\n"));
}

#[test]
fn every_file_of_a_new_site_is_written_with_its_places_filled() {
    let folder = tempfile::tempdir().unwrap();
    new_site(folder.path(), "Essai");
    let originals = project().join("src/site/starter/files");
    let below = |root: &Path| {
        let names = files(root).into_iter().map(|path| path.strip_prefix(root).unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    let (schemas, made): (Vec<_>, Vec<_>) =
        below(folder.path()).into_iter().partition(|path| path.starts_with("schema"));
    assert_eq!(made, below(&originals));
    assert_eq!(schemas.len(), urne::site::forms::schemas::kinds().len());
    for path in files(folder.path()) {
        let text = std::fs::read_to_string(&path).unwrap();
        for place in ["{name}", "{title}", "{today}", "{last_week}", "{in_two_weeks}", "{version}"]
        {
            assert!(!text.contains(place), "{path:?} holds {place}");
        }
    }
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(".git")).unwrap();
    new_site(folder.path(), "Essai");
    let error = starter::site(folder.path(), "Autre", TODAY).unwrap_err();
    assert!(error.to_string().contains("is not empty"), "{error}");
    let content = folder.path().join("content");
    starter::file(&content, Kind::Page, "Contact", TODAY).unwrap();
    let error = starter::file(&content, Kind::Page, "contact !", TODAY).unwrap_err();
    assert!(error.to_string().contains("is there already"), "{error}");
    assert!(starter::file(&content, Kind::Page, "?!", TODAY).is_err());
    let error =
        starter::file(&folder.path().join("rien"), Kind::Page, "Contact", TODAY).unwrap_err();
    assert!(error.to_string().contains("there is no site in"), "{error}");
}

#[test]
fn every_text_of_a_template_is_known_as_one() {
    let folder = project().join("src/site/starter");
    let templates = [folder.join("templates"), folder.join("files/content/pages")];
    let texts = templates.iter().flat_map(|folder| files(folder));
    let texts: String = texts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for text in UNFILLED {
        assert!(texts.contains(text), "no template has « {text} »");
    }
}
