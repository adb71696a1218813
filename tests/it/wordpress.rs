//! Exports of WordPress to sites: everything in them has its place in the account, and what comes out has no mistakes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use urne::site::import::wordpress::command::{Request, run};
use urne::site::{self, starter};

use super::serving::skip;
use super::{files, fixture, project};

const TODAY: jiff::civil::Date = date(2026, 11, 28);

/// A new site.
struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        starter::site(folder.path(), "Essai", TODAY).unwrap();
        Self(folder)
    }

    fn content(&self) -> PathBuf {
        self.0.path().join("content")
    }

    fn import(&self, export: &Path, media: Option<&Path>) -> Result<String, String> {
        let (content, now) = (self.content(), site::midnight(TODAY));
        let request = Request { content: &content, file: export, media, account: None, now };
        run(&request).map_err(|error| error.to_string())
    }

    fn import_text(&self, export: &str) -> Result<String, String> {
        let path = self.0.path().join("export.xml");
        std::fs::write(&path, export).unwrap();
        self.import(&path, None)
    }

    /// Every file of the site, with what is in it.
    fn state(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let paths = files(self.0.path()).into_iter();
        let paths = paths.filter(|it| it.file_name().unwrap() != "export.xml");
        paths.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn ensure_it_has_no_mistakes(&self) {
        if let Err(problems) = site::compile(&self.content(), site::midnight(TODAY)) {
            panic!("{problems}");
        }
    }
}

/// The numbers of the lines of an account: in all, kept, converted, listed, here already.
fn numbers(said: &str) -> Vec<[usize; 5]> {
    let line = regex::Regex::new(
        r": (\d+) = (\d+) kept \+ (\d+) converted[^+]*\+ (\d+) listed[^+]*\+ (\d+)",
    )
    .unwrap();
    let found = line.captures_iter(said);
    found.map(|it| [1, 2, 3, 4, 5].map(|at| it[at].parse().unwrap())).collect()
}

/// Ensure the numbers of an account add up to so many items.
fn ensure_they_add_up(said: &str, items: usize) {
    let numbers = numbers(said);
    assert_eq!(numbers[0][0], items, "{said}");
    for [total, rest @ ..] in &numbers {
        assert_eq!(*total, rest.iter().sum::<usize>(), "{said}");
    }
    let below: usize = numbers[1..].iter().map(|it| it[0]).sum();
    assert_eq!(below, items, "{said}");
}

#[test]
fn a_site_comes_along_whole() {
    let site = Site::new();
    let export = fixture("wordpress/export.xml");
    let said = site.import(&export, Some(&fixture("wordpress/uploads"))).unwrap();
    ensure_they_add_up(&said, 8);
    site.ensure_it_has_no_mistakes();
    let names = [
        "content/news/le-halage-rouvre.md",
        "content/news/fete.md",
        "content/pages/contact.md",
        "content/news/bientot.md",
        "content/pages/sans-date.md",
        "content/wordpress.json",
        "import-wordpress.md",
    ];
    let texts = names.map(|name| format!("==== {name}\n{}", site.text(name)));
    insta::assert_snapshot!("a site of WordPress", texts.join("\n"));
    let picture = fixture("wordpress/uploads/2019/04/berge-reparee.jpg");
    let copied = site.content().join("media/2019/04/berge-reparee.jpg");
    assert_eq!(std::fs::read(copied).unwrap(), std::fs::read(picture).unwrap());
}

#[test]
fn a_second_import_adds_nothing_and_changes_nothing() {
    let site = Site::new();
    let export = fixture("wordpress/export.xml");
    site.import(&export, Some(&fixture("wordpress/uploads"))).unwrap();
    // An editor changes one text, renames another one and takes away a third.
    let news = site.content().join("news");
    let changed = site.text("content/news/fete.md").replace("Une belle", "Une très belle");
    std::fs::write(news.join("fete.md"), changed).unwrap();
    std::fs::rename(news.join("bientot.md"), news.join("plus-tard.md")).unwrap();
    std::fs::remove_file(site.content().join("pages/sans-date.md")).unwrap();
    let before = site.state();
    let said = site.import(&export, Some(&fixture("wordpress/uploads"))).unwrap();
    assert!(said.contains("nothing was written"), "{said}");
    ensure_they_add_up(&said, 8);
    assert_eq!(numbers(&said)[0][1..3], [0, 0], "{said}");
    assert_eq!(site.state(), before);
    // Without the record, what has an old address is known by that.
    std::fs::remove_file(site.content().join("wordpress.json")).unwrap();
    site.import(&export, None).unwrap();
    assert!(!site.content().join("news/le-halage-rouvre-2.md").exists());
    site.ensure_it_has_no_mistakes();
}

/// An export with these items.
fn export(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><link>https://vieux.example</link>\
         <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://vieux.example</wp:base_blog_url>\n{items}\n\
         </channel></rss>"
    )
}

/// An item: its number, its kind, its title, its name, its address, its text.
fn item(id: usize, kind: &str, title: &str, name: &str, link: &str, text: &str) -> String {
    let data = |text: &str| format!("<![CDATA[{}]]>", text.replace("]]>", "]]]]><![CDATA[>"));
    let (title, text) = (data(title), data(text));
    format!(
        "<item><title>{title}</title><link>{}</link><guid>https://vieux.example/?p={id}</guid>\
         <content:encoded>{text}</content:encoded><wp:post_id>{id}</wp:post_id>\
         <wp:post_date>2020-05-06 10:11:12</wp:post_date><wp:post_name>{}</wp:post_name>\
         <wp:status>publish</wp:status><wp:post_type>{kind}</wp:post_type></item>\n",
        data(link),
        data(name)
    )
}

#[test]
fn what_is_no_export_is_refused_with_its_place_and_nothing_is_written() {
    let fine = export(&item(1, "post", "Un", "un", "https://vieux.example/un/", "Un."));
    let bomb = fine.replacen(
        "\n<rss",
        "\n<!DOCTYPE rss [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>\n<rss",
        1,
    );
    let latin = fine.replace("Un.", "\u{fffd}");
    let latin = latin.into_bytes();
    let at = latin.windows(3).position(|it| it == "\u{fffd}".as_bytes()).unwrap();
    let latin = [&latin[..at], b"\xe9", &latin[at + 3..]].concat();
    for (bytes, said) in [
        (Vec::new(), "it is empty"),
        (b"PK\x03\x04xxxx".to_vec(), "compressed archive"),
        (fine.as_bytes()[..fine.len() - 40].to_vec(), "line 3"),
        (fine.replace("</item>", "").into_bytes(), "well-formed"),
        (fine.replace("wxr_version", "autre").into_bytes(), "no export of WordPress"),
        (b"<!doctype html><html><p>Une page</html>".to_vec(), "aide"),
        (b"<html><p>Une page</p></html>".to_vec(), "no export of WordPress"),
        (b"{\"a\": 1}".to_vec(), "no export of WordPress"),
        (bomb.into_bytes(), "line 2, column 1: it defines entities"),
        (latin, "line 3, column"),
        (fine.replace("UTF-8", "klingon").into_bytes(), "the encoding \"klingon\" is unknown"),
    ] {
        let site = Site::new();
        let before = site.state();
        let path = site.0.path().join("export.xml");
        std::fs::write(&path, &bytes).unwrap();
        let error = site.import(&path, None).unwrap_err();
        if said != "aide" {
            assert!(error.contains(said), "{error}");
        }
        assert!(error.contains("help: ") && error.contains("Nothing was written"), "{error}");
        assert_eq!(site.state(), before, "{error}");
    }
}

/// Pieces of which texts are made that nobody writes.
const PIECES: [&str; 56] = [
    "<p>",
    "</p>",
    "<b>",
    "</i>",
    "<ul>",
    "<li>",
    "<table>",
    "<td>",
    "<tr>",
    "*",
    "_",
    "`",
    "[",
    "](",
    "](x)",
    "![",
    "{{",
    "}}",
    "\n",
    "\n\n",
    "<!--more-->",
    "<!-- wp:paragraph -->",
    "<!-- /wp:paragraph -->",
    "<h2>",
    "<h1>",
    "&lt;",
    "|",
    "~",
    "> ",
    "# ",
    "1. ",
    "- ",
    "mot ",
    "été ",
    "\\",
    "<a href='/un/'>",
    "<a href='#x'>",
    "<img src='x.png'>",
    "[gallery]",
    "[caption]",
    "<pre>",
    "</pre>",
    "<blockquote>",
    "<br>",
    "<hr>",
    "+++",
    "'",
    "\"",
    "]]>",
    "<figcaption>",
    "[^1]:",
    "---",
    "===",
    "http://a.fr/_x_ ",
    "<script>alert(1)</script>",
    "\u{202e}",
];

/// Items that are made up to break something.
fn hostile() -> String {
    let link = |path: &str| format!("https://vieux.example/{path}");
    let mut items = String::new();
    let mut add = |kind: &str, title: &str, name: &str, path: &str, text: &str| {
        let id = items.matches("<item>").count() + 1;
        items.push_str(&item(id, kind, title, name, &link(path), text));
    };
    add("post", "Un", "un", "un/", "Un.");
    add("post", "Même", "un", "deux/", "<a href='/un/'>un</a> <a href='javascript:x'>x</a>");
    add(
        "post",
        "\"\"\"\n+++\ndraft = true",
        "../../etc/passwd",
        "data/x/",
        "+++\na = 1\n+++\n<<<<<<< HEAD\n",
    );
    add(
        "post",
        "<script>alert(1)</script>",
        "con",
        "a.html",
        "a\u{202e}b\u{200b}c {{ event x }}\n\n{{ result y 1 }}",
    );
    add("post", "", "%e4%b8%ad%e6%96%87", "%e4%b8%ad/", "[contact-form] [a_b c=1] [sic]");
    for name in ["recherche", "data", "actualites", "integrer", "media", "mentions-legales"] {
        add("page", name, name, &format!("{name}/"), "<h1>a</h1><h4>b</h4>");
    }
    add("post", "Profond", "profond", "a.html/b/", &"<ul><li>".repeat(50));
    add("post", "Très profond", "tres-profond", "", &"<div>".repeat(5000));
    add("post", "Long", "long", "long/", &"mot ".repeat(100_000));
    add(
        "post",
        "Large",
        "large",
        "urne-x.js",
        &format!("<table><tr>{}</table>", "<td>a|b</td>".repeat(20)),
    );
    let mut random = 42_u64;
    for number in 0..150 {
        let mut text = String::new();
        for _ in 0..30 {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(random >> 33) as usize % PIECES.len()]);
        }
        let kind = if number % 2 == 0 { "post" } else { "page" };
        add(kind, &text, &format!("hasard-{number}"), &format!("hasard/{number}/"), &text);
    }
    items
}

#[test]
fn whatever_is_in_an_export_the_site_has_no_mistakes() {
    let site = Site::new();
    let items = hostile();
    let said = site.import_text(&export(&items)).unwrap();
    ensure_they_add_up(&said, items.matches("<item>").count());
    assert!(numbers(&said)[0][3] == 1, "only the one that is too long stays: {said}");
    site.ensure_it_has_no_mistakes();
    let before = site.state();
    site.import_text(&export(&items)).unwrap();
    assert_eq!(site.state(), before);
}

#[test]
fn texts_of_attackers_are_harmless() {
    let attacks = include_str!("../attacks/attacks.txt");
    let mut items = String::new();
    for (number, attack) in attacks.lines().filter(|it| !it.is_empty()).enumerate() {
        let name = format!("attaque-{number}");
        items.push_str(&item(number + 1, "post", attack, &name, "", attack));
    }
    let site = Site::new();
    let text: String =
        export(&items).chars().filter(|it| !it.is_control() || *it == '\n').collect();
    let said = site.import_text(&text).unwrap();
    ensure_they_add_up(&said, items.matches("<item>").count());
    site.ensure_it_has_no_mistakes();
}

#[test]
fn public_exports_come_along() {
    let shared = std::env::var_os("URNE_SHARED").map(PathBuf::from);
    let folder = shared.unwrap_or_else(|| project().join("../shared")).join("data/wxr");
    if !folder.is_dir() {
        skip(&format!("{} is not here (URNE_SHARED)", folder.display()));
        return;
    }
    for path in files(&folder) {
        let site = Site::new();
        let text = std::fs::read_to_string(&path).unwrap();
        let before = site.state();
        match site.import(&path, None) {
            Ok(said) => {
                ensure_they_add_up(&said, text.matches("<item>").count());
                site.ensure_it_has_no_mistakes();
                let imported = site.state();
                site.import(&path, None).unwrap();
                assert_eq!(site.state(), imported, "{path:?}");
            }
            Err(error) => {
                assert!(path.ends_with("malformed.xml"), "{error}");
                assert_eq!(site.state(), before);
            }
        }
    }
}
