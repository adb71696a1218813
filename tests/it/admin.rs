//! The editor in the browser: nothing of it is in a site that does not want it, and nothing else changes in one that does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use urne::site;
use urne::site::publish::hosting::Host;

use super::{copy, files, fixture, published};

const ADMIN: &str =
    "\"admin\": { \"backend\": \"github\", \"repo\": \"section/site\", \"branch\": \"main\" },";

/// The miniature, with a line more in its `site.json`.
fn content(line: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let settings = folder.path().join("site.json");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(settings, text.replacen('{', &format!("{{ {line}"), 1)).unwrap();
    folder
}

/// What is wrong with a content.
fn mistakes(content: &Path) -> String {
    let compiled = site::compile(content, site::midnight(date(2020, 4, 1)));
    compiled.err().map(|problems| problems.to_string()).unwrap_or_default()
}

/// The files of the site with their contents.
fn build(content: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let into = published(content);
    let read = |path: PathBuf| {
        let content = std::fs::read(&path).unwrap();
        (path.strip_prefix(into.path()).unwrap().to_owned(), content)
    };
    files(into.path()).into_iter().map(read).collect()
}

#[test]
fn other_files_stay_as_they_are_and_without_it_there_is_none_of_it() {
    let (without, with) = (build(content("").path()), build(content(ADMIN).path()));
    for (path, content) in &without {
        let text = String::from_utf8_lossy(content).to_lowercase();
        assert!(!path.starts_with("admin"), "{path:?}");
        assert!(!text.contains("sveltia") && !text.contains("/admin/"), "{path:?}");
    }
    let mut others: Vec<&Path> = Vec::new();
    for (path, content) in &with {
        match without.get(path) {
            Some(before) if before == content => {}
            Some(_) => others.push(path),
            None => assert!(path.starts_with("admin"), "{path:?} is new"),
        }
    }
    // The rules of hosts let the editor speak to the service.
    assert_eq!(others, [Path::new(".htaccess"), Path::new("_headers")]);
    let names: Vec<&str> =
        with.keys().filter_map(|path| path.strip_prefix("admin").ok()?.to_str()).collect();
    let all = [
        "LICENSE-icons.txt",
        "LICENSE.txt",
        "fr.json",
        "icons.woff2",
        "index.html",
        "start.js",
        "sveltia-cms.js",
    ];
    assert_eq!(names, all);
}

#[test]
fn its_page_is_for_nobody_to_find_and_may_load_nothing_of_others() {
    let site = build(content(ADMIN).path());
    let read = |name: &str| String::from_utf8(site[Path::new(name)].clone()).unwrap();
    let page = read("admin/index.html");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"), "{page}");
    assert!(page.contains("script-src 'self'; "), "{page}");
    assert!(page.contains("connect-src 'self' blob: data: https://api.github.com; "), "{page}");
    for list in ["sitemap.xml", "robots.txt", "data/index.json", "feed.xml"] {
        assert!(!read(list).contains("admin"), "{list}");
    }
    let headers = read("_headers");
    let of_editor = headers.split("\n/").find(|rule| rule.starts_with("admin/*")).unwrap();
    assert_eq!(of_editor.matches("Content-Security-Policy").count(), 1, "{of_editor}");
    for part in ["https://api.github.com", "frame-ancestors 'none'", "X-Frame-Options: DENY"] {
        assert!(of_editor.contains(part), "{of_editor}");
    }
    assert_eq!(headers.matches("api.github.com").count(), 1, "of no other folder: {headers}");
}

#[test]
fn every_host_lets_it_speak_to_the_service_and_no_other_page() {
    for host in Host::all().iter().filter(|host| **host != Host::S3) {
        let policy = "default-src 'none'; connect-src 'self' https://git.example";
        let (without, with) = (host.rules(&[]), host.rules_with(&[], Some(policy)));
        assert_eq!(with.matches("git.example").count(), 1, "{with}");
        assert!(with.contains("/admin/") && !without.contains("admin"), "{with}");
        for line in without.lines() {
            assert!(with.contains(line), "{host:?} without {line}");
        }
    }
}

#[test]
fn each_service_is_asked_at_its_own_address() {
    for (line, api) in [
        (
            "{ \"backend\": \"github\", \"repo\": \"a/b\", \"server\": \"https://git.example\" }",
            "https://git.example/api/v3",
        ),
        (
            "{ \"backend\": \"gitlab\", \"repo\": \"a/b/c\", \"app_id\": \"1\" }",
            "https://gitlab.com/api/v4",
        ),
        (
            "{ \"backend\": \"gitea\", \"repo\": \"a/b\", \"server\": \"https://codeberg.org/\" }",
            "https://codeberg.org/api/v1",
        ),
    ] {
        let site = build(content(&format!("\"admin\": {line},")).path());
        let page = String::from_utf8(site[Path::new("admin/index.html")].clone()).unwrap();
        assert!(page.contains(&format!("\"api_root\":\"{api}\"")), "{page}");
        let origin = api.split("/api").next().unwrap();
        assert!(page.contains(&format!("connect-src 'self' blob: data: {origin};")), "{page}");
    }
}

#[test]
fn what_cannot_be_its_address_is_reported() {
    for (line, said) in [
        ("\"admin\": true,", "expected the setting of the editor in the browser"),
        ("\"admin\": { \"backend\": \"svn\", \"repo\": \"a/b\" },", "`backend` must be"),
        ("\"admin\": { \"backend\": \"github\", \"repo\": \"site\" },", "`repo` must be"),
        ("\"admin\": { \"backend\": \"github\" },", "the field `repo` is missing"),
        (
            "\"admin\": { \"backend\": \"github\", \"repo\": \"a/b\", \"app_id\": \"1\" },",
            "GitHub has no `app_id`",
        ),
        (
            "\"admin\": { \"backend\": \"gitea\", \"repo\": \"a/b\", \"sign_in\": \"https://a.example\" },",
            "`sign_in` is for GitHub only",
        ),
    ] {
        let said_of_it = mistakes(content(line).path());
        assert!(said_of_it.contains(said), "{line}: {said_of_it}");
    }
    let taken = content(ADMIN);
    let page = "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n\nC\n";
    std::fs::write(taken.path().join("pages/admin.md"), page).unwrap();
    assert!(mistakes(taken.path()).contains("`/admin/` is the address of the editor"));
    let free = content("");
    std::fs::write(free.path().join("pages/admin.md"), page).unwrap();
    assert_eq!(mistakes(free.path()), "");
}
