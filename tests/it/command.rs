//! The native command as an editor runs it.

use std::process::{Command, Output};

use super::{files, fixture, project};

fn site(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site"))
        .args(arguments)
        .current_dir(project())
        .env_remove("TRUNK_STAGING_DIR")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_content_with_mistakes_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index.html");
    std::fs::copy(fixture("mini").join("index.html"), &index).unwrap();
    let before = std::fs::read_to_string(&index).unwrap();

    let into = folder.path().to_str().unwrap();
    let content = fixture("mistakes");
    let output = site(&["build", "--into", into, "--content", content.to_str().unwrap()]);

    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).ends_with(" problems were found; nothing was written.\n"));
    assert_eq!(files(folder.path()), std::slice::from_ref(&index));
    assert_eq!(std::fs::read_to_string(&index).unwrap(), before);
}

#[test]
fn the_content_of_the_first_site_has_no_problem() {
    let output = site(&["check"]);
    assert!(text(&output.stdout).starts_with("No problem in "), "{}", text(&output.stderr));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_folder_that_trunk_has_not_built_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = site(&["build", "--into", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let error = text(&output.stderr);
    assert!(error.contains("index.html cannot be read: is this what Trunk built?"), "{error}");
    assert_eq!(files(folder.path()).len(), 0);
}

#[test]
fn a_template_without_its_places_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<html></html>").unwrap();
    let output = site(&["build", "--into", folder.path().to_str().unwrap()]);
    let error = text(&output.stderr);
    assert!(error.contains("index.html must contain `<!--HEAD-->` once"), "{error}");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn the_help_says_what_each_command_does() {
    insta::assert_snapshot!("help", text(&site(&["--help"]).stdout));
}
