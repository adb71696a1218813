//! The whole first site: every link leads to something that is there, and words agree with their numbers
//! and places, as a reader of French expects.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use regex::Regex;
use urne::route::ICON;
use urne::site::{self, Bundle, Purpose};

use super::{files, fixture};

/// The files of the site by their URLs: pages as HTML, others empty.
type Files = BTreeMap<String, String>;

fn build() -> Files {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(fixture("mini").join("index.html"), folder.path().join("index.html")).unwrap();
    let compiled = site::compile(&super::whole_site(), site::midnight(date(2026, 11, 27)))
        .unwrap_or_else(|problems| panic!("{problems}"));
    let bundle = Bundle::staged(folder.path()).unwrap();
    site::write(&compiled, &bundle, Purpose::Publication, folder.path()).unwrap();
    let read = |path: std::path::PathBuf| {
        let name = path.strip_prefix(folder.path()).unwrap().to_str().unwrap();
        let url = format!("/{}", name.strip_suffix("index.html").unwrap_or(name));
        let is_page = name.ends_with(".html");
        let html = if is_page { std::fs::read_to_string(&path).unwrap() } else { String::new() };
        (url, html)
    };
    files(folder.path()).into_iter().map(read).collect()
}

#[test]
fn links_lead_somewhere_and_words_agree() {
    let files = build();
    assert_links_lead_somewhere(&files);
    assert_words_agree(&files);
}

/// What is in the values of an attribute, anywhere in a page.
fn values<'a>(html: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let parts: Vec<&str> = html.split(&format!(" {attribute}=\"")).skip(1).collect();
    parts.into_iter().filter_map(|part| part.split('"').next())
}

fn assert_links_lead_somewhere(files: &Files) {
    // Where each file is on the site, with the places inside it.
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut links: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for (url, html) in files {
        for link in values(html, "href").chain(values(html, "src")) {
            let (to, fragment) = link.split_once('#').unwrap_or((link, ""));
            let to = to.split('?').next().unwrap();
            let to = if to.is_empty() { url.as_str() } else { to };
            // The icon is of the app, which is not here.
            if !to.contains(':') && !to.starts_with("//") && to != ICON {
                links.entry((to, fragment)).or_insert(url);
            }
        }
        places.insert(url, values(html, "id").collect());
    }
    let is_there = |to: &str, fragment: &str| {
        places.get(to).is_some_and(|ids| fragment.is_empty() || ids.contains(fragment))
    };
    let dead: Vec<_> = links.iter().filter(|((to, fragment), _)| !is_there(to, fragment)).collect();
    assert!(dead.is_empty(), "{} dead links: {:#?}", dead.len(), &dead[..dead.len().min(30)]);
    assert!(links.len() > 1_000, "only {} links were found", links.len());
}

/// What no page says, and what it says instead.
const NEVER: [(&str, &str); 18] = [
    (
        r"(^|[^\d\u202f\u00a0,])[01][ \u00a0](bureaux|communes|cantons|départements|listes|candidats|blocs|votants|inscrits|exprimés|sièges)\b",
        "1 bureau, aucun bureau",
    ),
    (r"(^|[\s(])([àÀ]|de|De) Les? [A-ZÉ]", "au Pecq, aux Mureaux, du Pecq, des Mureaux"),
    (r"(^|[\s(])[àÀ] (France|Yvelines)\b", "en France, dans les Yvelines"),
    (r"\p{L}'\p{L}", "an apostrophe that is printed: Bois-d’Arcy"),
    (r"[^\s,] [!?:;»%]([\s)]|$)", "a space that does not break"),
    (r"« ", "a space that does not break"),
    (r"(^|\D)\d{1,3} \d{3}\b", "a narrow space that does not break"),
    (r"\de participation sur", "29e taux de participation sur 259 communes"),
    (
        r"(^|[.:(] )(Extrême droite|Droite|Divers|Divers droite|Union de la gauche|Gauche) (arrive|est) en tête",
        "le bloc « Droite » or la nuance « Droite »",
    ),
    (r"\d(ère|ème|ième)\b", "1re, 6e"),
    (r"Sans nuance est en tête", "Des listes sans nuance sont en tête"),
    (r"égalité en tête, avec [\d\u202f\u00a0]+ voix( [^c]|[.,])", "371 voix chacun"),
    (r"Qui se présente", "Les listes en présence"),
    (r"chiffres sont dits|source imprime", "s’affichent, indique"),
    (r"er bureau du fichier", "Bureau no 1 du fichier (numéro réel non publié)"),
    (r"Copie gardée|reste du site reste", "Copie enregistrée le 26 novembre 2026 à 23 h 45"),
    (r"ne porte jamais seule", "what is true of the map"),
    (r"\b(Elancourt|Epône|Evecquemont|Etang-la|-Ecole|Eglise)\b", "accents of official names"),
];

/// « Natalia POUZYREFF », which is « Natalia Pouzyreff ».
const SURNAME: &str = r"^(\p{Lu}[\p{Ll}-]+ )+\p{Lu}{3,}([ -]\p{Lu}{2,})*( \(|$)";

fn assert_words_agree(files: &Files) {
    let surname = (SURNAME, "a surname in small letters");
    let never: Vec<_> = NEVER.into_iter().chain([surname]).collect();
    let never = never.iter().map(|(pattern, right)| (Regex::new(pattern).unwrap(), *right));
    let never: Vec<_> = never.collect();
    let mut found: BTreeMap<String, &str> = BTreeMap::new();
    for (url, html) in files {
        let html = html.replace("<!---->", "");
        for text in texts(&html) {
            for (_, right) in never.iter().filter(|(pattern, _)| pattern.is_match(&text)) {
                found.entry(format!("« {text} »: {right}")).or_insert(url);
            }
        }
        let breadcrumbs = html.split_once("</ol></nav>").map_or("", |(before, _)| before);
        if breadcrumbs.ends_with("</a></li>") {
            found.insert("breadcrumbs end with the page itself".to_owned(), url);
        }
    }
    let some: Vec<_> = found.iter().take(40).collect();
    assert!(found.is_empty(), "{}: {some:#?}", found.len());
}

/// What is between the elements of a page, without its data.
fn texts(html: &str) -> Vec<String> {
    let mut html = html.to_owned();
    for element in ["script", "style"] {
        while let Some(start) = html.find(&format!("<{element}")) {
            let end = format!("</{element}>");
            let Some(length) = html[start..].find(&end) else { break };
            html.replace_range(start..start + length + end.len(), "");
        }
    }
    let parts = html.split('<').filter_map(|part| part.split_once('>'));
    let decoded = |(_, text): (&str, &str)| {
        text.replace("&nbsp;", "\u{a0}").replace("&#39;", "'").replace("&amp;", "&")
    };
    parts.map(decoded).filter(|text| !text.trim().is_empty()).collect()
}
