//! What editors write beside a title and a text: authors, old addresses, pages below others, days of events.

use std::path::Path;

use jiff::Timestamp;
use urne::site::publish::hosting::Host;
use urne::site::{self, Bundle, Compiled, Problems, Purpose};

use super::{copy, fixture};

/// The miniature with more files.
fn content(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    for (path, text) in files {
        std::fs::write(folder.path().join(path), text).unwrap();
    }
    folder
}

fn compile(content: &Path) -> Result<Compiled, Problems> {
    site::compile(content, "2020-04-01T00:00:00Z".parse::<Timestamp>().unwrap())
}

/// The site of a content without problems.
fn build(files: &[(&str, &str)]) -> (tempfile::TempDir, Compiled) {
    let content = content(files);
    let compiled = compile(content.path()).unwrap_or_else(|problems| panic!("{problems}"));
    let document = std::fs::read_to_string(fixture("mini/index.html")).unwrap();
    let bundle = Bundle { document, files: Vec::new() };
    let into = tempfile::tempdir().unwrap();
    site::write(&compiled, &bundle, Purpose::Publication, into.path()).unwrap();
    (into, compiled)
}

fn read(site: &tempfile::TempDir, path: &str) -> String {
    let path = site.path().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The titles of the errors of a content.
fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let problems = compile(content(files).path()).err().unwrap();
    let errors = problems.findings().filter(|it| it.severity == "error");
    errors.map(|it| it.title).collect()
}

fn text(fields: &str) -> String {
    format!("+++\ntitle = \"Titre\"\nsummary = \"En une phrase.\"\n{fields}\n+++\nTexte.\n")
}

#[test]
fn an_article_says_who_wrote_it_and_when_it_was_changed() {
    let fields =
        "date = 2020-03-01\ncategory = \"Essai\"\nauthor = \"Le bureau\"\nupdated = 2020-03-05";
    let (site, _) = build(&[("news/essai.md", &text(fields))]);
    let page = read(&site, "actualites/essai/index.html");
    for said in [
        "<p class=\"lead\">En une phrase.</p>",
        "Par <bdi>Le bureau</bdi> · Mis à jour le <time datetime=\"2020-03-05\">5 mars 2020</time>",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    let fields = fields.replace("2020-03-05", "2020-02-05");
    assert_eq!(problems(&[("news/essai.md", &text(&fields))]).len(), 1);
}

#[test]
fn an_event_is_on_several_days_and_says_when_it_is_not() {
    let rule = "start = 2020-03-07T10:00:00\nend = 2020-03-07T12:00:00\n\
                repeat = \"FREQ=MONTHLY;BYDAY=1SA;UNTIL=20200704\"\nexcept = [2020-05-02]\n\
                online = \"https://visio.example/salle\"";
    let files = [
        ("events/permanence.md", text(rule)),
        ("events/annule.md", text("start = 2020-04-02\ncancelled = true")),
        ("events/reporte.md", text("start = 2020-04-03\npostponed = true")),
    ];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    let (site, _) = build(&files);
    let page = read(&site, "evenements/permanence/index.html");
    let days: Vec<&str> = page.split("datetime=\"").skip(1).map(|it| &it[..16]).collect();
    assert_eq!(days, ["2020-04-04T10:00", "2020-06-06T10:00", "2020-07-04T10:00"]);
    assert!(page.contains("samedi 4 avril 2020, de 10\u{a0}h à 12\u{a0}h"), "{page}");
    assert!(
        page.contains("<a href=\"https://visio.example/salle\" rel=\"external\">visio.example")
    );
    let home = read(&site, "index.html");
    let next = home.split("Prochain rendez-vous").nth(1).unwrap();
    let next = next.split("event-card").nth(1).unwrap();
    assert!(
        next.contains("Annulé") && next.contains("<s><time datetime=\"2020-04-02\">"),
        "{next}"
    );
    let agenda = read(&site, "evenements/index.html");
    let order = ["annule", "reporte", "permanence", "reunion"].map(|slug| {
        agenda.find(&format!("/evenements/{slug}/")).unwrap_or_else(|| panic!("{slug}: {agenda}"))
    });
    assert!(order[0] < order[1] && order[1] < order[2], "{order:?}");
    assert!(read(&site, "evenements/reporte/index.html").contains("<title>Reporté\u{a0}: Titre"));
    for wrong in [
        "repeat = \"chaque samedi\"",
        "repeat = \"FREQ=DAILY;COUNT=1\"\nexcept = [2020-03-07]",
        "repeat = \"FREQ=WEEKLY;UNTIL=20200101\"",
        "repeat = \"FREQ=HOURLY\"",
        "repeat = \"FREQ=DAILY;BYHOUR=9,14\"",
    ] {
        let event = text(&format!("start = 2020-03-07\n{wrong}"));
        assert_eq!(problems(&[("events/essai.md", &event)]).len(), 1, "{wrong}");
    }
}

#[test]
fn old_addresses_lead_to_the_page_on_every_host() {
    let moved = text(
        "date = 2020-03-01\ncategory = \"Essai\"\n\
         alias = [\"https://ancien.example/2017/01/essai/\", \"/essai.html\", \"/vieux\"]",
    );
    let (site, compiled) = build(&[("news/essai.md", &moved)]);
    for path in ["2017/01/essai/index.html", "essai.html", "vieux/index.html"] {
        let page = read(&site, path);
        assert!(page.contains("content=\"0; url=/actualites/essai/\""), "{path}: {page}");
        assert!(page.contains("<a href=\"/actualites/essai/\">"), "{path}: {page}");
    }
    let redirects = read(&site, "_redirects");
    assert!(redirects.contains("/2017/01/essai/ /actualites/essai/ 301"), "{redirects}");
    let apache = read(&site, ".htaccess");
    assert!(
        apache.contains("RewriteRule ^2017/01/essai/?$ /actualites/essai/ [R=301,L]"),
        "{apache}"
    );
    for host in [Host::Nginx, Host::Caddy, Host::Apache, Host::Cloudfront] {
        let rules = host.rules(&compiled.moved);
        assert!(rules.contains("/actualites/essai/") && rules.contains("301"), "{rules}");
    }
    let moved =
        |alias: &str| text(&format!("date = 2020-03-01\ncategory = \"Essai\"\nalias = {alias}"));
    for taken in [
        "\"/actualites/tout/\"",
        "\"/evenements\"",
        "\"/feed.xml\"",
        "[\"/a\", \"/a/\"]",
        "\"/?p=12\"",
        "\"/actualites/essai/index.html\"",
        "\"/favicon.ico\"",
        "\"/%C3%A9/\"",
    ] {
        assert_eq!(problems(&[("news/essai.md", &moved(taken))]).len(), 1, "{taken}");
    }
}

#[test]
fn pages_below_others_are_in_the_menu_and_lead_up() {
    let files = [
        ("pages/section.md", text("")),
        ("pages/statuts.md", text("parent = \"section\"")),
        ("pages/bureau.md", text("parent = \"section\"\norder = 1")),
        ("pages/archives.md", text("parent = \"bureau\"")),
    ];
    let mut files: Vec<(&str, String)> = files.to_vec();
    let settings = std::fs::read_to_string(fixture("mini/content/site.json")).unwrap();
    let link = "\"navigation\": [{ \"label\": \"La section\", \"to\": \"/section/\" },";
    files.push(("site.json", settings.replacen("\"navigation\": [", link, 1)));
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let (site, _) = build(&files);
    let page = read(&site, "section/index.html");
    let menu = page.split("<details>").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(menu.contains("Sous-menu\u{a0}: La section"), "{menu}");
    let places = ["/bureau/", "/statuts/"].map(|link| menu.find(link).unwrap());
    assert!(places[0] < places[1] && !menu.contains("/archives/"), "{menu}");
    assert!(page.contains("<nav class=\"below\""), "{page}");
    let deep = read(&site, "archives/index.html");
    let trail = deep.split("breadcrumbs").nth(1).unwrap().split("</nav>").next().unwrap();
    let places = ["href=\"/section/\"", "href=\"/bureau/\""].map(|link| trail.find(link).unwrap());
    assert!(places[0] < places[1], "{trail}");
    let circle = [("pages/a.md", text("parent = \"b\"")), ("pages/b.md", text("parent = \"a\""))];
    let circle = circle.each_ref().map(|(path, text)| (*path, text.as_str()));
    assert_eq!(problems(&circle).len(), 2);
    assert_eq!(problems(&[("pages/a.md", &text("parent = \"nulle-part\""))]).len(), 1);
    let draft = [("pages/a.md", text("draft = true")), ("pages/b.md", text("parent = \"a\""))];
    let draft = draft.each_ref().map(|(path, text)| (*path, text.as_str()));
    assert_eq!(problems(&draft).len(), 1, "it is below a page that is not published");
}

/// The HTML of the text of an article with these lines.
fn html(lines: &str) -> String {
    let fields =
        "+++\ntitle = \"Titre\"\ndate = 2020-03-01\ncategory = \"Essai\"\nsummary = \"S.\"\n+++\n";
    let (site, _) = build(&[
        ("news/essai.md", &format!("{fields}{lines}\n")),
        ("media/notice.pdf", &"%PDF-1.7 ".repeat(150_000)),
    ]);
    let page = read(&site, "actualites/essai/index.html");
    page.split("</header>").nth(2).unwrap().split("</article>").next().unwrap().to_owned()
}

#[test]
fn texts_are_written_as_people_know_it() {
    for (lines, expected) in [
        (
            "L'an \"prochain\": 12%!",
            "<p>L’an «&nbsp;prochain&nbsp;»&nbsp;: 12\u{202f}%\u{202f}!</p>",
        ),
        ("Du `code: \"a\"`", "<code>code: \"a\"</code>"),
        (
            "## Là-bas, l'été\n\n## Là-bas, l'été",
            "<h2 id=\"section-la-bas-l-ete-2\">Là-bas, l’été</h2>",
        ),
        (
            "## La suite\n\n[plus bas](#section-la-suite)",
            "<a href=\"#section-la-suite\" rel=\"noopener\">",
        ),
        (
            "Voir https://a.example/x_y?z=1.",
            "Voir <a href=\"https://a.example/x_y?z=1\" rel=\"noopener\">https://a.example/x_y?z=1</a>.",
        ),
        ("Écrire à nous@a.example", "<a href=\"mailto:nous@a.example\""),
        (
            "[le tract](media/notice.pdf)",
            "<a href=\"/media/notice.pdf\" rel=\"noopener\">le tract (PDF, 1,4&nbsp;Mo)</a>",
        ),
        ("[le tract en PDF](/media/notice.pdf)", ">le tract en PDF</a>"),
        (
            "> Oui.\n> — Anne",
            "<figure class=\"quotation\">\n<blockquote>\n<p>Oui.</p>\n</blockquote>\n<figcaption>— Anne</figcaption></figure>",
        ),
        ("> Oui.\n>\n> -- *Anne*", "<blockquote>\n<p>Oui.</p>\n</blockquote>"),
        ("> — Anne", "<blockquote>\n<p>— Anne</p>\n</blockquote>"),
        ("Voir «https://a.example».", "<a href=\"https://a.example\" rel=\"noopener\">"),
        ("<!--\n{{ event fete }}\n-->\n\nSuite.", "<p>Suite.</p>"),
        ("- a\n{{ event fete }}\n- b", "<ul>\n<li>a</li>\n</ul>"),
    ] {
        let html = html(lines);
        assert!(html.contains(expected), "{lines}: {html}");
    }
}

#[test]
fn footnotes_are_at_the_end_of_the_text_and_in_no_list() {
    let lines = "Avant[^a].\n\n<!--more-->\n\nAprès[^b], encore[^a].\n\n{{ event fete }}\n\n\
                 [^b]: Deux.\n[^a]: Un, *vraiment*.\n";
    let text =
        format!("+++\ntitle = \"Titre\"\ndate = 2020-03-01\ncategory = \"Essai\"\n+++\n{lines}");
    let (site, _) = build(&[("news/essai.md", &text)]);
    let page = read(&site, "actualites/essai/index.html");
    for expected in [
        "Avant<sup><a href=\"#note-1\" id=\"appel-1\" rel=\"noopener\">1</a></sup>.",
        "Après<sup><a href=\"#note-2\" id=\"appel-2\" rel=\"noopener\">2</a></sup>, encore<sup><a href=\"#note-1\" rel=\"noopener\">1</a></sup>.",
        "<li id=\"note-1\">\n<p>Un, <em>vraiment</em>. <a href=\"#appel-1\" aria-label=\"Retour au texte\" rel=\"noopener\">↩</a></p>\n</li>",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    let places =
        ["class=\"event-card\"", "<section class=\"notes\"", "id=\"note-1\"", "id=\"note-2\""];
    let places = places.map(|it| page.find(it).unwrap_or_else(|| panic!("{it}: {page}")));
    assert!(places.is_sorted(), "{places:?}");
    let list = read(&site, "actualites/index.html");
    assert!(list.contains("<p>Avant.</p>") && !list.contains("note-1"), "{list}");
}
