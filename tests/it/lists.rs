//! Lists of articles and events, the ways between articles, and the index of the search.

use std::path::Path;

use jiff::Timestamp;
use urne::site::{self, Bundle, Purpose};

use super::{copy, fixture};

/// The site of the miniature with more files.
fn build(files: &[(String, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    for (path, text) in files {
        std::fs::write(folder.path().join(path), text).unwrap();
    }
    let now: Timestamp = "2020-04-01T00:00:00Z".parse().unwrap();
    let compiled =
        site::compile(folder.path(), now).unwrap_or_else(|problems| panic!("{problems}"));
    let document = std::fs::read_to_string(fixture("mini/index.html")).unwrap();
    let bundle = Bundle { document, files: Vec::new() };
    let into = tempfile::tempdir().unwrap();
    site::write(&compiled, &bundle, Purpose::Publication, into.path()).unwrap();
    into
}

fn read(site: &Path, path: &str) -> String {
    let path = site.join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn article(slug: &str, date: &str, category: &str, title: &str) -> (String, String) {
    let text = format!(
        "+++\ntitle = \"{title}\"\ndate = {date}\ncategory = \"{category}\"\nsummary = \"En bref.\"\n\
         +++\nTexte avec une girouette.\n"
    );
    (format!("news/{slug}.md"), text)
}

fn event(slug: &str, start: &str) -> (String, String) {
    let text = format!(
        "+++\ntitle = \"Réunion {slug}\"\nstart = {start}\nsummary = \"En bref.\"\n+++\nTexte.\n"
    );
    (format!("events/{slug}.md"), text)
}

#[test]
fn articles_are_listed_by_subject_and_by_year() {
    let files: Vec<_> = (1..=11)
        .map(|day| {
            article(&format!("ecole-{day}"), &format!("2019-05-{day:02}"), "L’École", "École")
        })
        .chain([article("pont", "2018-05-02", "Voirie", "Le pont")])
        .collect();
    let site = build(&files);
    let first = read(site.path(), "actualites/categorie/l-ecole/index.html");
    for said in [
        "<h1 tabindex=\"-1\">L’École</h1>",
        "rel=\"next\"",
        "<a href=\"/actualites/categorie/l-ecole/\" aria-current=\"page\">L’École</a> <span>11</span>",
        "<a href=\"/actualites/annee/2018/\">2018</a> <span>1</span>",
    ] {
        assert!(first.contains(said), "{said} is not in {first}");
    }
    let second = read(site.path(), "actualites/categorie/l-ecole/page/2/index.html");
    assert_eq!(second.matches("<article class=\"card\">").count(), 1);
    let year = read(site.path(), "actualites/annee/2018/index.html");
    assert!(year.contains("Le pont") && !year.contains("ecole-1/"), "{year}");
    let news = read(site.path(), "actualites/index.html");
    assert!(news.contains("<a href=\"/actualites/categorie/l-ecole/\">L’École</a>"), "{news}");
    let feed = read(site.path(), "feed.xml");
    assert_eq!(
        feed.matches("actualites/pont/</id>").count(),
        1,
        "once, however many lists it is on"
    );
}

#[test]
fn articles_lead_to_those_about_the_same_and_around_them() {
    let site = build(&[
        article("un", "2019-01-01", "Ville", "La passerelle du barrage"),
        article("deux", "2019-01-02", "Ville", "Le marché"),
        article("trois", "2019-01-03", "Canal", "Deux passerelles rouvertes"),
    ]);
    let page = read(site.path(), "actualites/trois/index.html");
    let (_, related) = page.split_once("À lire aussi").unwrap();
    let first = related.split("href=\"").nth(1).unwrap();
    assert!(
        first.starts_with("/actualites/un/"),
        "passerelle and passerelles are one word: {first}"
    );
    assert!(page.contains("<a href=\"/actualites/deux/\" rel=\"prev\">Le marché</a>"), "{page}");
    let oldest = read(site.path(), "actualites/un/index.html");
    assert!(!oldest.contains("rel=\"prev\"") && oldest.contains("rel=\"next\""), "{oldest}");
}

#[test]
fn events_are_listed_by_month_and_past_ones_by_year() {
    let past = (1..=12).map(|month| event(&format!("a-{month}"), &format!("2019-{month:02}-05")));
    let site = build(&past.chain([event("b", "2020-05-05")]).collect::<Vec<_>>());
    let agenda = read(site.path(), "evenements/index.html");
    let (to_come, past) = agenda.split_once("id=\"passes\"").unwrap();
    assert!(to_come.contains("<h3 class=\"month\">Mai 2020</h3>"), "{to_come}");
    assert!(past.contains("Décembre 2019") && !past.contains("evenements/a-2/"), "{past}");
    let year = read(site.path(), "evenements/annee/2019/index.html");
    assert!(year.contains("evenements/a-2/") && !year.contains("À venir"), "{year}");
}

#[test]
fn the_archive_is_complete_without_script() {
    let page = read(build(&[]).path(), "recherche/index.html");
    for list in ["/actualites/annee/", "/resultats/conseil-2020/", "/mentions-legales/"] {
        assert!(page.contains(&format!("href=\"{list}")), "{list} is not in {page}");
    }
}

#[test]
fn no_page_of_text_may_take_the_place_of_the_search() {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let text = "+++\ntitle = \"Recherche\"\nsummary = \"En bref.\"\n+++\nTexte.\n";
    std::fs::write(folder.path().join("pages/recherche.md"), text).unwrap();
    assert!(site::compile(folder.path(), Timestamp::UNIX_EPOCH).is_err());
}

#[test]
fn the_index_has_every_word_and_what_is_shown_of_pages() {
    let site = build(&[article("girouette", "2019-01-01", "Ville", "Le coq de l’église")]);
    let directory = read(site.path(), "data/recherche/index.txt");
    let version = directory.lines().next().unwrap();
    assert_eq!(directory.split('\n').nth(2), Some(""), "a small site has its words in one file");
    let words = read(site.path(), &format!("data/recherche/{version}/mots-.txt"));
    let pages = read(site.path(), &format!("data/recherche/{version}/pages-0.txt"));
    let pages: Vec<&str> = pages.lines().collect();
    let of = |word: &str| {
        let line = words.lines().find(|line| line.starts_with(&format!("{word} ")));
        let (page, _) = line?.split(' ').nth(2)?.split_once(':')?;
        pages.get(page.parse::<usize>().ok()?).copied()
    };
    assert_eq!(
        of("girouette"),
        Some(
            "/actualites/girouette/\tLe coq de l’église\tArticle · Ville · mardi 1er janvier 2019\tEn bref."
        )
    );
    assert_eq!(of("coq"), of("girouette"));
    assert_eq!(of("la"), None);
    assert!(of("78005").unwrap().starts_with("/resultats/"), "{words}");
    let again = build(&[article("girouette", "2019-01-01", "Ville", "Le coq de l’église")]);
    assert_eq!(read(again.path(), "data/recherche/index.txt"), directory, "the same bytes");
}
