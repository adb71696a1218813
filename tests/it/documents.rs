//! The documents are correct: what they show as an example is read by the checker.

use jiff::civil::date;
use urne::site;

use super::{fixture, project};

/// Examples are in fenced blocks whose first line names the file: ```` ```toml news/fete.md ````.
fn examples(document: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if let Some((_, file)) = info.split_once(' ') {
            examples.push((file.to_owned(), body.join("\n") + "\n"));
        }
    }
    examples
}

#[test]
fn the_examples_for_editors_are_a_site_without_problems() {
    let document = std::fs::read_to_string(project().join("docs/content.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let examples = examples(&document);
    assert!(examples.len() >= 5, "{}", examples.len());
    for (file, content) in examples {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    std::fs::create_dir(folder.path().join("media")).unwrap();
    let picture = fixture("mini/content/media/point.svg");
    std::fs::copy(picture, folder.path().join("media/place.svg")).unwrap();
    let compiled = site::compile(folder.path(), site::midnight(date(2026, 6, 1)));
    assert!(compiled.is_ok(), "{}", compiled.err().unwrap());
}

#[test]
fn links_between_documents_lead_somewhere() {
    let folders = ["", "docs", "docs/decisions"].map(|folder| project().join(folder));
    let mut checked = 0;
    for folder in folders {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "md") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            // Examples for editors link to pages of sites, not to files.
            let prose: Vec<&str> = text.split("```").step_by(2).collect();
            for link in prose.join("").split("](").skip(1) {
                let link = link.split(')').next().unwrap();
                let file = !link.contains("://") && !link.starts_with('/') && link.contains('.');
                if file && !link.starts_with("media/") {
                    checked += 1;
                    assert!(folder.join(link).exists(), "{path:?} links to {link}");
                }
            }
        }
    }
    assert!(checked > 10, "{checked}");
}
