//! What search engines read: the list of pages as its protocol has it, and what each page says of itself in the words
//! of schema.org and of Open Graph.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::date;
use roxmltree::{Document, Node};
use serde_json::Value;
use urne::site::render::{csp, sitemap};
use urne::site::{self, Bundle, Purpose};

use super::{described, files, fixture};

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn whole_site() -> site::Compiled {
    let compiled = site::compile(&super::whole_site(), site::midnight(date(2026, 1, 1)));
    compiled.unwrap_or_else(|problems| panic!("{problems}"))
}

fn child<'a>(parent: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    parent.children().find(|it| it.has_tag_name((SITEMAP, name)))?.text()
}

/// The addresses of a list, each with its day.
fn listed(text: &str, root: &str, element: &str) -> Vec<(String, Option<String>)> {
    let document = Document::parse(text).unwrap();
    assert!(document.root_element().has_tag_name((SITEMAP, root)));
    let elements = document.root_element().children().filter(Node::is_element);
    let listed = elements.map(|it| {
        assert!(it.has_tag_name((SITEMAP, element)));
        let day = child(it, "lastmod").map(str::to_owned);
        (child(it, "loc").unwrap().to_owned(), day)
    });
    listed.collect()
}

#[test]
fn the_list_of_pages_has_every_page_once() {
    let compiled = whole_site();
    let [(path, list)] = &sitemap::files(&compiled, sitemap::MOST)[..] else { panic!() };
    assert_eq!(path, "/sitemap.xml");
    let pages = listed(list, "urlset", "url");
    let urls: BTreeSet<&String> = pages.iter().map(|(url, _)| url).collect();
    assert_eq!((urls.len(), pages.len()), (compiled.routes().count(), compiled.routes().count()));
    for url in urls {
        assert!(url.starts_with("https://ps-conflans.example/") && url.ends_with('/'));
    }
}

#[test]
fn a_long_list_of_pages_is_several() {
    let compiled = whole_site();
    let files = sitemap::files(&compiled, 1_000);
    let (path, index) = files.last().unwrap();
    assert_eq!(path, "/sitemap.xml");
    let lists = listed(index, "sitemapindex", "sitemap");
    assert_eq!(lists.len(), compiled.routes().count().div_ceil(1_000));
    let mut pages = 0;
    for ((url, day), (path, list)) in lists.iter().zip(&files) {
        assert_eq!(*url, format!("https://ps-conflans.example{path}"));
        let listed = listed(list, "urlset", "url");
        assert!(listed.len() <= 1_000);
        assert_eq!(*day, listed.iter().filter_map(|(_, day)| day.clone()).max());
        pages += listed.len();
    }
    assert_eq!(pages, compiled.routes().count());
}

#[test]
fn days_are_said_where_the_content_says_them() {
    let [(_, list)] = &sitemap::files(&described::compiled(), sitemap::MOST)[..] else { panic!() };
    let pages = listed(list, "urlset", "url");
    for (path, day) in [
        ("/", None),
        ("/actualites/", None),
        ("/actualites/hostile/", Some("2026-03-02")),
        ("/actualites/vers-2016/", None),
        ("/evenements/annule/", Some("2026-05-01")),
        ("/evenements/reunion/", None),
        ("/mentions-legales/", None),
    ] {
        let url = format!("https://essai.example{path}");
        let found = pages.iter().find(|(it, _)| *it == url).unwrap_or_else(|| panic!("{path}"));
        assert_eq!(found.1.as_deref(), day, "{path}");
    }
    let [(_, list)] = &sitemap::files(&whole_site(), sitemap::MOST)[..] else { panic!() };
    let pages = listed(list, "urlset", "url");
    let of = |path: &str| pages.iter().find(|(url, _)| url.ends_with(path)).unwrap().1.clone();
    assert_eq!(of("/actualites/primaires-citoyennes/").unwrap(), "2017-01-29");
    for (url, day) in pages {
        let day = day.map(|day| day.parse::<jiff::civil::Date>().unwrap());
        assert!(day.is_none_or(|day| day < date(2026, 1, 1)), "{url}");
    }
}

/// What a page says in JSON-LD.
fn told(html: &str) -> Option<Value> {
    let start = "<script type=\"application/ld+json\">";
    let mut elements = html.split(start).skip(1);
    let text = elements.next()?.split("</script>").next().unwrap();
    assert_eq!(elements.next(), None, "one a page");
    assert!(!text.contains('<'), "{text}");
    Some(serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}")))
}

/// The things of a type that a page is about.
fn things(html: &str, kind: &str) -> Vec<Value> {
    let Some(told) = told(html) else { return Vec::new() };
    assert_eq!(told["@context"], "https://schema.org");
    let all = told["@graph"].as_array().cloned().unwrap_or_else(|| vec![told.clone()]);
    all.into_iter().filter(|it| it["@type"] == kind).collect()
}

fn page(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path).join("index.html")).unwrap()
}

fn meta<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    html.split_once(&format!("<meta property=\"{name}\" content=\""))?.1.split('"').next()
}

#[test]
fn pages_say_what_they_are_about() {
    let folder = tempfile::tempdir().unwrap();
    described::built(folder.path());
    let home = page(folder.path(), "");
    let organization = &things(&home, "Organization")[0];
    for (name, value) in [
        ("name", "Association d’essai"),
        ("address", "1 place du Marché, 78000 Essai"),
        ("email", "contact@essai.example"),
        ("telephone", "0199000000"),
    ] {
        assert_eq!(organization[name], value);
    }
    assert_eq!(organization["sameAs"][0], "https://social.example/@essai");
    assert!(home.contains("<a href=\"https://social.example/@essai\" rel=\"me external\">"));
    assert!(home.contains("<a href=\"tel:0199000000\">"));

    let html = page(folder.path(), "actualites/hostile");
    let article = &things(&html, "NewsArticle")[0];
    assert_eq!(article["headline"], described::HOSTILE);
    assert_eq!(article["datePublished"], "2026-03-01");
    assert_eq!(article["dateModified"], "2026-03-02");
    assert_eq!(article["author"]["name"], "Une habitante");
    assert_eq!(meta(&html, "og:type"), Some("article"));
    assert_eq!(meta(&html, "og:locale"), Some("fr_FR"));
    assert_eq!(meta(&html, "article:published_time"), Some("2026-03-01"));
    assert_eq!(meta(&html, "article:modified_time"), Some("2026-03-02"));
    let html = page(folder.path(), "actualites/vers-2016");
    assert_eq!(things(&html, "NewsArticle")[0].get("datePublished"), None, "it is not known");
    assert_eq!(meta(&html, "article:published_time"), None);

    let event = |slug: &str| {
        let html = page(folder.path(), &format!("evenements/{slug}"));
        things(&html, "Event").remove(0)
    };
    assert_eq!(event("reunion")["startDate"], "2026-03-28T20:00:00+01:00");
    assert_eq!(event("matinee")["startDate"], "2026-03-29T10:00:00+02:00");
    assert_eq!(event("matinee")["endDate"], "2026-03-29T12:30:00+02:00");
    assert_eq!(event("journee")["startDate"], "2026-10-24");
    assert_eq!(event("permanence")["startDate"], "2026-04-04T10:00:00+02:00", "the next one");
    assert_eq!(event("annule")["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(event("reporte")["eventStatus"], "https://schema.org/EventPostponed");
    assert_eq!(event("stage")["location"][0]["@type"], "VirtualLocation");
    let hostile = event("hostile");
    assert_eq!(hostile["subEvent"][0]["name"], described::HOSTILE);
    assert_eq!(hostile["subEvent"][0]["performer"][0]["name"], "Une <i>hôte</i>");
    assert_eq!(hostile["performer"][0]["jobTitle"], "élue");
}

#[test]
fn an_election_is_data_that_can_be_downloaded() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(fixture("mini").join("index.html"), folder.path().join("index.html")).unwrap();
    let bundle = Bundle::staged(folder.path()).unwrap();
    site::write(&whole_site(), &bundle, Purpose::Publication, folder.path()).unwrap();
    let html = page(folder.path(), "resultats/primaires-citoyennes-2017");
    let dataset = &things(&html, "Dataset")[0];
    assert_eq!(dataset["temporalCoverage"], "2017-01-22/2017-01-29");
    let download = dataset["distribution"][0]["contentUrl"].as_str().unwrap();
    let path = download.strip_prefix("https://ps-conflans.example/").unwrap();
    assert!(folder.path().join(path).exists(), "{path}");
    let mut checked = 0;
    for path in files(folder.path()).iter().filter(|path| path.ends_with("index.html")) {
        let html = std::fs::read_to_string(path).unwrap();
        // Posters and what is embedded are no pages of the app.
        if !html.contains("<main id=\"contenu\"") {
            continue;
        }
        assert_eq!(drawn_way(&html), told_way(&html), "{path:?}");
        assert!(csp::lets_through(&csp::full_policy(&html).unwrap(), &html), "{path:?}");
        checked += 1;
    }
    assert!(checked > 2_000, "{checked}");
}

/// The names of the way to a page, as it is drawn.
fn drawn_way(html: &str) -> Vec<String> {
    let Some((_, way)) = html.split_once("<nav class=\"breadcrumbs\"") else { return Vec::new() };
    let way = way.split("</nav>").next().unwrap();
    let steps = way.split("<li").skip(1).map(|step| {
        let text: String =
            step.split('<').filter_map(|it| it.split_once('>')).map(|it| it.1).collect();
        let text = if text.is_empty() { step.split_once('>').unwrap().1.to_owned() } else { text };
        let own = step.split_once('>').unwrap().1.split('<').next().unwrap();
        let text = if own.is_empty() { text } else { own.to_owned() };
        html_escape::decode_html_entities(&text).into_owned()
    });
    steps.collect()
}

/// The same as it is told.
fn told_way(html: &str) -> Vec<String> {
    let ways = things(html, "BreadcrumbList");
    let steps = ways.iter().flat_map(|way| way["itemListElement"].as_array().unwrap());
    steps.map(|step| step["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn pages_lead_to_what_one_follows() {
    let folder = tempfile::tempdir().unwrap();
    described::built(folder.path());
    for (path, feeds) in [
        ("", &["/feed.xml", "/resultats/feed.xml", "/evenements/agenda.ics"][..]),
        ("actualites", &["/feed.xml"]),
        ("actualites/hostile", &["/feed.xml", "/actualites/categorie/vie-locale-debats/feed.xml"]),
        ("resultats", &["/resultats/feed.xml"]),
        ("evenements", &["/evenements/agenda.ics"]),
        ("evenements/reunion", &["/evenements/agenda.ics"]),
    ] {
        let html = page(folder.path(), path);
        let head = html.split("</head>").next().unwrap();
        let alternates = head.split("<link rel=\"alternate\" type=\"").skip(1);
        let alternates = alternates.filter(|it| !it.starts_with("application/json"));
        let found: Vec<&str> = alternates
            .map(|it| it.split("href=\"").nth(1).unwrap().split('"').next().unwrap())
            .collect();
        assert_eq!(found, feeds, "{path}");
        for feed in found {
            assert!(folder.path().join(&feed[1..]).exists(), "{feed}");
        }
    }
    let agenda = page(folder.path(), "evenements");
    assert!(agenda.contains("href=\"webcal://essai.example/evenements/agenda.ics\""));
    let event = page(folder.path(), "evenements/reunion");
    assert!(event.contains("href=\"/evenements/reunion/reunion.ics\""));
    let called_off = page(folder.path(), "evenements/annule");
    assert!(!called_off.contains("annule.ics"), "nobody adds what is called off");
}

#[test]
fn the_legal_notice_says_who_publishes_and_who_hosts() {
    let folder = tempfile::tempdir().unwrap();
    described::built(folder.path());
    let html = page(folder.path(), "mentions-legales");
    for said in [
        "<li>Association d’essai</li>",
        "<li>Adresse\u{a0}: 1 place du Marché, 78000 Essai</li>",
        "<a href=\"tel:0199000000\">01\u{a0}99\u{a0}00\u{a0}00\u{a0}00</a>",
        "<a href=\"mailto:contact@essai.example\">",
        "<li>Direction de la publication\u{a0}: Une habitante</li>",
        "<li>Un hébergeur</li>",
    ] {
        assert!(html.contains(said), "{said} in {html}");
    }
}

#[test]
fn what_a_legal_notice_lacks_is_named() {
    let folder = tempfile::tempdir().unwrap();
    super::copy(&fixture("described/content"), folder.path());
    let path = folder.path().join("site.json");
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replace("\"director\": \"Une habitante\",", "");
    std::fs::write(&path, text.replace(", \"phone\": \"01 99 00 00 01\"", "")).unwrap();
    let warnings = || {
        let compiled = site::compile(folder.path(), site::midnight(date(2026, 3, 10)));
        let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
        let said = compiled.warnings.findings().map(|it| format!("{}: {}\n", it.title, it.found));
        said.collect::<String>()
    };
    let said = warnings();
    for found in ["`site.json` does not say: `director`", "does not say: `host.phone`"] {
        assert!(said.contains(found), "{found} in {said}");
    }
    let pages = folder.path().join("pages");
    std::fs::remove_file(pages.join("mentions-legales.md")).unwrap();
    std::fs::write(pages.join("autre.md"), "+++\ntitle = \"A\"\nsummary = \"A.\"\n+++\n\nA.\n")
        .unwrap();
    assert!(warnings().contains("this site has no legal notice"), "{}", warnings());
}
