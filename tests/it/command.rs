//! The native command as an editor runs it.

use std::process::Output;

use super::{files, fixture, project};

fn site(arguments: &[&str]) -> Output {
    super::urne()
        .args(arguments)
        .current_dir(project())
        .env_remove("TRUNK_STAGING_DIR")
        .env_remove("TRUNK_PROFILE")
        .output()
        .unwrap()
}

fn text_of(bytes: &[u8]) -> String {
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
    let output = site(&["build", "--staging", into, "--content", content.to_str().unwrap()]);

    assert_eq!(output.status.code(), Some(1));
    assert!(text_of(&output.stderr).ends_with(" problems were found; nothing was written.\n"));
    assert_eq!(files(folder.path()), std::slice::from_ref(&index));
    assert_eq!(std::fs::read_to_string(&index).unwrap(), before);
}

#[test]
fn the_content_has_no_problem() {
    let output = site(&["check"]);
    assert!(text_of(&output.stdout).starts_with("No problem in "), "{}", text_of(&output.stderr));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_folder_that_trunk_has_not_built_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let output = site(&["build", "--staging", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let error = text_of(&output.stderr);
    assert!(error.contains("index.html cannot be read: is this what Trunk built?"), "{error}");
    assert_eq!(files(folder.path()).len(), 0);
}

#[test]
fn a_template_without_its_places_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<html></html>").unwrap();
    let output = site(&["build", "--staging", folder.path().to_str().unwrap()]);
    let error = text_of(&output.stderr);
    assert!(error.contains("index.html must contain `<!--HEAD-->` once"), "{error}");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn only_what_is_to_be_published_is_compressed_and_twice_the_same() {
    let built = |profile: &str| {
        let folder = tempfile::tempdir().unwrap();
        let index = folder.path().join("index.html");
        std::fs::copy(fixture("mini").join("index.html"), index).unwrap();
        let (into, content) = (folder.path().to_str().unwrap(), fixture("mini/content"));
        let content = content.to_str().unwrap();
        let output = super::urne()
            .args(["build", "--staging", into, "--content", content])
            .current_dir(project())
            .env("TRUNK_PROFILE", profile)
            .env("SOURCE_DATE_EPOCH", "1585699200")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", text_of(&output.stderr));
        let files = files(folder.path());
        let name = |path: &std::path::PathBuf| {
            path.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned()
        };
        files.iter().map(|it| (name(it), std::fs::read(it).unwrap())).collect::<Vec<_>>()
    };
    let is_compressed = |name: &str| name.ends_with(".br") || name.ends_with(".gz");
    assert!(!built("debug").iter().any(|(name, _)| is_compressed(name)));
    let release = built("release");
    for name in ["index.html.br", "index.html.gz", "data/actualites.json.br", "sitemap.xml.gz"] {
        assert!(release.iter().any(|file| file.0 == name), "{name} is missing");
    }
    assert_eq!(release, built("release"));
}

#[test]
fn the_help_says_what_each_command_does() {
    insta::assert_snapshot!("help", text_of(&site(&["--help"]).stdout));
}

#[test]
fn other_programs_read_what_is_wrong_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    super::copy(&fixture("mini/content"), &folder.path().join("content"));
    super::with_an_address(folder.path());
    let article = folder.path().join("content/news/tout.md");
    let text = std::fs::read_to_string(&article).unwrap();
    std::fs::write(&article, text.replacen("date = 2020-03-01", "date = 1/3/2020", 1)).unwrap();
    let printed = |format: &str| {
        let mut check = super::urne();
        check.args(["check", "--format", format]).current_dir(folder.path());
        let output = check.output().unwrap();
        assert_eq!((output.status.code(), text_of(&output.stderr).as_str()), (Some(1), ""));
        text_of(&output.stdout)
    };
    let said =
        "this date cannot be read; the year comes first, the day last; write `date = 2020-03-01`";
    let place = "content/news/tout.md:3:8";
    assert_eq!(printed("short"), format!("{place}: error: {said}\n"));
    let mut check = super::urne();
    check.args(["check", "--format", "short", "--language", "fr"]).current_dir(folder.path());
    let french = text_of(&check.output().unwrap().stdout);
    assert!(french.starts_with(&format!("{place}: erreur\u{a0}: cette date")), "{french}");
    let properties = "file=content/news/tout.md,line=3,col=8,title=this date cannot be read";
    assert_eq!(printed("github"), format!("::error {properties}::{said}\n"));
    let list: serde_json::Value = serde_json::from_str(&printed("json")).unwrap();
    assert_eq!(list[0]["file"], "content/news/tout.md");
    assert_eq!((&list[0]["line"], &list[0]["column"]), (&3.into(), &8.into()));
    assert_eq!(list[0]["severity"], "error");
}

/// What is said in French of what was asked: its code, and both streams.
fn in_french(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut asked = super::urne();
    asked.args(arguments).env("URNE_LANGUAGE", "fr").current_dir(folder.path());
    let output = asked.output().unwrap();
    let code = output.status.code().unwrap();
    let said = [output.stdout, output.stderr].concat();
    format!("── urne {} [{code}]\n{}\n", arguments.join(" "), text_of(&said))
}

#[test]
fn the_help_of_every_command_speaks_french() {
    let commands = [
        &["--help"][..],
        &["-h"],
        &["new", "-h"],
        &["serve", "-h"],
        &["check", "--help"],
        &["build", "-h"],
        &["import", "-h"],
        &["import", "contours", "-h"],
        &["import", "results", "-h"],
        &["import", "candidates", "-h"],
        &["doctor", "-h"],
        &["hosting", "--help"],
        &["help", "check"],
    ];
    insta::assert_snapshot!("help_french", commands.map(in_french).concat());
}

#[test]
fn what_is_wrong_with_what_was_asked_is_said_in_french() {
    let asked = [
        &["chek"][..],
        &["chek", "--language", "en"],
        &["--language=en", "chek"],
        &["check", "ici"],
        &["check", "--format", "xml"],
        &["build", "--inot", "x"],
        &["build", "--into"],
        &["build", "--public-url", "x"],
        &["new"],
        &["new", "a", "b", "--name", "c"],
        &["serve", "--port", "abc"],
        &["serve", "--address", "localhost"],
        &["serve", "--port", "1", "--port", "2"],
        &["import"],
        &["import", "resultats"],
        &["import", "results", "a.csv"],
        &["import", "results", "a.csv", "--election", "Été", "--round", "3"],
        &["doctor", "https://a.example", "--sample", "0"],
        &["hosting", "ngix"],
        &["check", "--content", "nulle-part"],
    ];
    insta::assert_snapshot!("refused_french", asked.map(in_french).concat());
}

#[test]
fn a_new_site_says_how_it_is_shown_by_a_program_that_is_in_no_path() {
    let folder = tempfile::tempdir().unwrap();
    let begun = |arguments: &[&str], path: &str| {
        let mut new = super::urne();
        new.arg("new").args(arguments).current_dir(folder.path());
        new.env("PATH", path).env_remove("npm_command");
        text_of(&new.output().unwrap().stdout)
    };
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_urne"));
    let said = begun(&["mon site"], "/nowhere");
    assert!(
        said.ends_with(&format!("  cd \"mon site\"\n  {} serve\n", program.display())),
        "{said}"
    );
    let said = begun(&["autre"], program.parent().unwrap().to_str().unwrap());
    assert!(said.ends_with("  cd autre\n  urne serve\n"), "{said}");
    let other = tempfile::tempdir().unwrap();
    let mut here = super::urne();
    let said = here.args(["new", "."]).current_dir(other.path()).output().unwrap().stdout;
    assert!(!text_of(&said).contains("cd "), "{}", text_of(&said));
}
