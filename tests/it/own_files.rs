//! What is one site's own: its icon, its logo, and files that are served as they are.

use jiff::civil::date;
use urne::route::Route;
use urne::site;
use urne::site::content::static_files::GENERATED;

use super::{copy, files, fixture, published};

/// The miniature with an icon and a logo, and with these files in `static/`.
fn content(static_files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let settings = folder.path().join("site.json");
    let text = std::fs::read_to_string(&settings).unwrap();
    let own = "{ \"icon\": \"media/point.svg\", \"logo\": \"media/point.svg\",";
    std::fs::write(settings, text.replacen('{', own, 1)).unwrap();
    for name in static_files {
        let path = folder.path().join("static").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, name).unwrap();
    }
    folder
}

#[test]
fn a_site_has_its_own_icon_logo_and_files() {
    let names = [".well-known/security.txt", "CNAME", "essai/notice.pdf", "preuve.js"];
    let content = content(&names);
    let site = published(content.path());
    let read = |name: &str| std::fs::read_to_string(site.path().join(name)).unwrap();
    assert_eq!(read("icon.svg"), read("media/point.svg"), "in place of that of the app");
    for name in names {
        assert_eq!(read(name), name);
    }
    for page in ["index.html", "404.html", "actualites/tout/index.html"] {
        let logo = "<picture><img src=\"/media/point.svg\" alt=\"\" width=\"53\" height=\"40\">";
        assert!(read(page).contains(logo), "{page}");
    }
}

#[test]
fn what_the_site_has_of_its_own_cannot_be_written_over() {
    let taken = ["index.html", "feed.xml", "mentions-legales/a.pdf", "actualites/a", "urne-1.js"];
    for name in taken {
        let content = content(&[name]);
        let problems = site::compile(content.path(), site::midnight(date(2020, 4, 1))).err();
        let said = problems.unwrap().to_string();
        assert!(said.contains(&format!("the URL `/{name}` is taken")), "{said}");
    }
}

#[test]
fn everything_that_a_build_writes_is_known_to_be_taken() {
    let site = published(content(&[]).path());
    for path in files(site.path()) {
        let path = path.strip_prefix(site.path()).unwrap();
        let first = path.iter().next().unwrap().to_str().unwrap();
        let is_page = Route::parse(&format!("/{first}/")).is_some();
        assert!(is_page && path.iter().count() > 1 || GENERATED.contains(&first), "{first}");
    }
}
