//! What holds for the repository itself.

use std::path::{Path, PathBuf};

use super::{files, project};

/// The layers, lowest first: each may use those before it. `site` and `browser` are both on top and
/// do not know each other.
const LAYERS: [&str; 11] = [
    "route",
    "words",
    "election",
    "french",
    "data",
    "chart",
    "components",
    "pages",
    "app",
    "browser",
    "site",
];

fn sources() -> Vec<(PathBuf, String)> {
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(project()).unwrap().to_owned(), text)
    };
    let is_code = |path: &PathBuf| path.extension().is_none_or(|it| it != "csv");
    files(&project().join("src")).into_iter().filter(is_code).map(read).collect()
}

/// The code of a file without its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

fn layer(path: &Path) -> Option<&'static str> {
    let name = path.iter().nth(1)?.to_str()?.trim_end_matches(".rs");
    LAYERS.into_iter().find(|layer| *layer == name)
}

#[test]
fn layers_point_one_way() {
    let rank = |layer: &str| LAYERS.iter().position(|other| *other == layer).unwrap();
    let mut checked = 0;
    for (path, text) in sources() {
        let Some(layer) = layer(&path) else { continue };
        for used in text.split("crate::").skip(1) {
            let used = used.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            if !LAYERS.contains(&used) || used == layer {
                continue;
            }
            checked += 1;
            assert!(rank(used) < rank(layer), "{path:?} uses crate::{used}");
            assert!(used != "browser", "{path:?} uses crate::browser");
        }
    }
    assert!(checked > 30, "only {checked} uses were found");
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in sources() {
        let start = if path.extension().is_some_and(|it| it == "js") { "// " } else { "//! " };
        assert!(text.starts_with(start), "{path:?} begins without a `{start}` line");
    }
}

#[test]
fn files_stay_short() {
    for (path, text) in sources() {
        let lines = without_tests(&text).lines().count();
        let most = if path.starts_with("src/pages") { 200 } else { 350 };
        assert!(lines <= most, "{path:?} has {lines} lines; a noun is hiding in it");
    }
}

#[test]
fn functions_stay_short() {
    const MOST: usize = 40;
    let mut checked = 0;
    for (path, text) in sources() {
        let lines: Vec<&str> = without_tests(&text).lines().collect();
        for (start, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            let words = ["fn ", "pub fn ", "async fn ", "pub async fn ", "pub const fn "];
            if !words.iter().any(|word| code.starts_with(word)) {
                continue;
            }
            let end = format!("{}}}", &line[..line.len() - code.len()]);
            let length = lines[start..].iter().position(|line| *line == end).map_or(1, |at| at + 1);
            checked += 1;
            assert!(length <= MOST, "{path:?}: `{code}` has {length} lines");
        }
    }
    assert!(checked > 150, "only {checked} functions were found");
}

#[test]
fn nothing_from_outside_is_unwrapped() {
    for (path, text) in sources() {
        let code = without_tests(&text);
        for word in [".unwrap()", ".unwrap_throw()", ".expect(", "panic!(", "todo!(", "unsafe "] {
            assert!(!code.contains(word), "{path:?} contains `{word}`");
        }
    }
}

#[test]
fn views_are_of_one_type() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path != Path::new("src/lib.rs")) {
        assert!(!text.contains("view! {"), "{path:?}: write `html!` (record 12)");
    }
}

#[test]
fn the_changelog_has_a_place_for_the_next_change() {
    let changelog = std::fs::read_to_string(project().join("CHANGELOG.md")).unwrap();
    assert!(changelog.contains("\n## Unreleased\n"));
}

#[test]
fn the_architecture_names_every_module() {
    let text = std::fs::read_to_string(project().join("ARCHITECTURE.md")).unwrap();
    for layer in LAYERS {
        assert!(text.contains(&format!("`src/{layer}")), "ARCHITECTURE.md does not name {layer}");
    }
}

#[test]
fn the_page_holds_every_style_sheet() {
    let index = std::fs::read_to_string(project().join("index.html")).unwrap();
    for path in files(&project().join("style")) {
        let path = path.strip_prefix(project()).unwrap().to_str().unwrap().to_owned();
        assert!(index.contains(&format!("href=\"{path}\"")), "index.html does not include {path}");
    }
}

#[test]
fn scripts_say_how_they_are_used() {
    for path in files(&project().join("script")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(text.starts_with(&format!("#!/bin/sh\n# usage: script/{name}")), "{path:?}");
        let help = std::process::Command::new(&path).arg("--help").output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let comment: Vec<&str> =
            text.lines().skip(1).map_while(|line| line.strip_prefix('#')).map(str::trim).collect();
        assert_eq!(help.trim(), comment.join("\n"), "{path:?}");
    }
}
