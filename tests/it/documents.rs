//! The documents are correct: what they show as an example is read by the checker.

use std::collections::BTreeSet;

use jiff::civil::date;
use lazy_regex::regex_is_match;
use urne::site;

use super::{fixture, project};

/// What editors read in English.
pub const ENGLISH: [&str; 1] = ["content.md"];
/// What they read in French.
pub const FRENCH: [&str; 6] = [
    "fr/README.md",
    "fr/ecrire.md",
    "fr/resultats.md",
    "fr/publier.md",
    "fr/sans-git.md",
    "fr/wordpress.md",
];

pub fn document(name: &str) -> String {
    std::fs::read_to_string(project().join("docs").join(name)).unwrap()
}

/// Blocks of code: what is behind the fence, and what is inside.
fn blocks(document: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        blocks.push((info.to_owned(), body.join("\n") + "\n"));
    }
    blocks
}

/// Examples are in blocks whose first line names the file: ```` ```toml news/fete.md ````.
fn examples(documents: &[&str]) -> Vec<(String, String)> {
    let blocks = documents.iter().flat_map(|name| blocks(&document(name)));
    let example = |(info, body): (String, String)| {
        let (language, file) = info.split_once(' ').unwrap_or((&info, ""));
        let is_content = ["toml", "json", "markdown"].contains(&language);
        assert!(!is_content || !file.is_empty(), "an example without a file: {body}");
        is_content.then(|| (file.to_owned(), body))
    };
    blocks.filter_map(example).collect()
}

/// Tables whose first column names fields: the part of the content (`news`, `site.json`) that is in the heading
/// above, and the field.
pub fn fields(documents: &[&str]) -> BTreeSet<(String, String)> {
    let mut fields = BTreeSet::new();
    for name in documents {
        let (mut part, mut is_of_fields, mut above) = (String::new(), false, String::new());
        for line in document(name).lines() {
            if line.starts_with('#') {
                let code = line.split('`').nth(1).unwrap_or_default();
                if code.contains(['/', '.']) {
                    part = code.split('/').next().unwrap_or_default().to_owned();
                }
            }
            if line.starts_with("|---") {
                is_of_fields = above.starts_with("| field") || above.starts_with("| champ");
            } else if is_of_fields && line.starts_with('|') {
                let first = line.split('|').nth(1).unwrap_or_default();
                let names = first.split('`').skip(1).step_by(2);
                fields.extend(names.map(|name| (part.clone(), name.to_owned())));
            } else {
                is_of_fields = false;
            }
            line.clone_into(&mut above);
        }
    }
    fields
}

/// Whatever is written as code in tables and is a name or a word between quotation marks.
fn words(document: &str) -> BTreeSet<&str> {
    let tables = document.lines().filter(|line| line.starts_with('|'));
    let code = tables.flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_word = |code: &&str| regex_is_match!(r#"^(?:\$?[a-z_]+|"[a-z-]+")$"#, code);
    code.filter(is_word).collect()
}

#[test]
fn the_examples_for_editors_are_a_site_without_problems() {
    for (documents, least) in [(&ENGLISH[..], 6), (&FRENCH[..], 10)] {
        let folder = tempfile::tempdir().unwrap();
        let examples = examples(documents);
        assert!(examples.len() >= least, "{}", examples.len());
        for (file, content) in examples {
            let path = folder.path().join(file);
            assert!(!path.exists(), "{path:?} is there twice");
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        }
        std::fs::create_dir(folder.path().join("media")).unwrap();
        for name in ["place", "icon", "icone", "logo"] {
            let picture = fixture("mini/content/media/point.svg");
            std::fs::copy(picture, folder.path().join(format!("media/{name}.svg"))).unwrap();
        }
        let compiled = site::compile(folder.path(), site::midnight(date(2026, 6, 1)));
        let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
        let titles: Vec<String> = compiled.warnings.findings().map(|it| it.title).collect();
        assert_eq!(titles, ["`base` is still an address for examples"]);
    }
}

#[test]
fn the_documents_in_french_have_the_fields_of_the_english_ones() {
    let (english, french) = (fields(&ENGLISH), fields(&FRENCH));
    assert!(english.len() > 60, "{english:?}");
    let missing: Vec<_> = english.symmetric_difference(&french).collect();
    assert!(missing.is_empty(), "in one language only: {missing:?}");
    let french = FRENCH.map(document).join("");
    for word in words(&document(ENGLISH[0])) {
        assert!(french.contains(&format!("`{word}`")), "not in French: {word}");
    }
}

/// Spaces that do not break, before `: ; ! ?` and inside « », wherever no code is.
#[test]
fn the_documents_in_french_have_french_spaces() {
    for name in FRENCH {
        let document = document(name);
        for line in document.split("\n```").step_by(2).flat_map(str::lines) {
            let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
            for wrong in [" :", " ;", " !", " ?", "« ", " »", "'"] {
                let ends = prose.match_indices(wrong).map(|(at, _)| &prose[at + wrong.len()..]);
                let wrong_ends = ends.filter(|rest| !rest.starts_with(['[', '-'])).count();
                assert_eq!(wrong_ends, 0, "{name}: {line}");
            }
        }
    }
}

#[test]
fn links_between_documents_lead_somewhere() {
    let folders = ["", "docs", "docs/fr", "docs/decisions"].map(|folder| project().join(folder));
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
                let link = link.split([')', '#']).next().unwrap();
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
