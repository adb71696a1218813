//! The mistakes that editors make most, each alone in a small site, and what they are told, in French: the golden file
//! is to be read.

use std::path::Path;

use super::{copy, fixture, urne, with_an_address};

/// A mistake: what it is, in which file, and what stands there in place of what.
type Mistake = (&'static str, &'static str, &'static str, &'static str);

const TITLE: &str = "title = \"Tout ce qu’un article sait faire\"";
const DATE: &str = "date = 2020-03-01";
const VOTERS: &str = "\"voters\": 114";
const ARTICLE: &str = "news/tout.md";
const ELECTION: &str = "results/conseil-2014.json";

const MISTAKES: &[Mistake] = &[
    ("une faute dans le nom d’un champ", ARTICLE, "category =", "categorie ="),
    ("un champ qui n’existe pas", ARTICLE, DATE, "date = 2020-03-01\ntags = \"vie locale\""),
    ("un champ d’un autre logiciel", "events/fete.md", "place =", "status = \"annulé\"\nplace ="),
    ("une date avec des barres", ARTICLE, DATE, "date = 29/01/2017"),
    ("la même entre guillemets", ARTICLE, DATE, "date = \"29/01/2017\""),
    (
        "une date en lettres, entre guillemets",
        ARTICLE,
        DATE,
        "date = \"dimanche 29 janvier 2017 à 14h\"",
    ),
    ("une date sans année", ARTICLE, DATE, "date = \"le 29 janvier\""),
    ("une date sans année ni guillemets", ARTICLE, DATE, "date = le 29 janvier"),
    ("un jour qui n’existe pas, entre guillemets", ARTICLE, DATE, "date = \"31/02/2020\""),
    ("une date en JSON, entre guillemets", ELECTION, "\"2014-03-30\"", "\"30 mars 2014\""),
    (
        "une date et une heure, entre guillemets",
        "events/fete.md",
        "start = 2020-06-20",
        "start = \"samedi 20 juin 2020 à 14 h 30\"",
    ),
    ("une année lointaine pour un évènement", "events/reunion.md", "2020-01-15", "2107-01-15"),
    ("une date en lettres", ARTICLE, DATE, "date = dimanche 29 janvier 2017"),
    (
        "une date en lettres, avec une heure",
        "events/fete.md",
        "start = 2020-06-20",
        "start = le 20 juin 2020 à 14h30",
    ),
    ("une heure sans minutes", "events/fete.md", "start = 2020-06-20", "start = 2020-06-20T14h"),
    ("un nom de champ avec un accent", ARTICLE, "category =", "catégorie ="),
    ("une année lointaine", ARTICLE, DATE, "date = 2062-03-01"),
    ("des guillemets courbes", ARTICLE, TITLE, "title = “Tout un titre”"),
    ("des guillemets français", ARTICLE, TITLE, "title = « Tout un titre »"),
    ("un guillemet dans un titre", ARTICLE, TITLE, "title = \"Le \"grand\" soir\""),
    ("un guillemet oublié", ARTICLE, TITLE, "title = \"Le grand soir"),
    ("un titre sans guillemets", ARTICLE, TITLE, "title = Le grand soir"),
    ("deux points au lieu d’égal", ARTICLE, TITLE, "title: Le grand soir"),
    ("un champ deux fois", ARTICLE, TITLE, "title = \"Un\"\ntitle = \"Deux\""),
    ("des tirets autour des champs", ARTICLE, "+++\ntitle", "---\ntitle"),
    (
        "la fin des champs oubliée",
        ARTICLE,
        "role = \"au nom du bureau\"\n+++\n",
        "role = \"au nom du bureau\"\n",
    ),
    ("une espace derrière les +++", ARTICLE, "+++\ntitle", "+++ \ntitle"),
    (
        "un groupe avant les champs",
        "news/resume.md",
        "+++\ntitle",
        "+++\n[signature]\nname = \"Le bureau\"\n\ntitle",
    ),
    ("un vote avec une espace", ELECTION, VOTERS, "\"voters\": 3 306"),
    ("un vote entre guillemets", ELECTION, VOTERS, "\"voters\": \"114\""),
    ("un vote entre guillemets, avec une espace", ELECTION, VOTERS, "\"voters\": \"3 306\""),
    (
        "une part avec une virgule",
        ELECTION,
        "{ \"name\": \"Anne\", \"votes\": 52 }",
        "{ \"name\": \"Anne\", \"share\": 54,3 }",
    ),
    (
        "une part entre guillemets",
        ELECTION,
        "{ \"name\": \"Anne\", \"votes\": 52 }",
        "{ \"name\": \"Anne\", \"share\": \"54,3 %\" }",
    ),
    (
        "une virgule de trop",
        ELECTION,
        "\"voters\": 114,\n      \"blank_and_null\": 14,",
        "\"voters\": 114,\n      \"blank_and_null\": 14,,",
    ),
    ("une virgule oubliée", ELECTION, "\"voters\": 114,", "\"voters\": 114"),
    ("une accolade oubliée", ELECTION, "\"votes\": 48 }\n", "\"votes\": 48\n"),
    ("un nom sans guillemets", ELECTION, VOTERS, "voters: 114"),
    (
        "des guillemets courbes en JSON",
        ELECTION,
        "\"name\": \"Anne\", \"votes\": 52",
        "\"name\": “Anne”, \"votes\": 52",
    ),
    ("une date en JSON", ELECTION, "\"date\": \"2014-03-30\"", "\"date\": 30/03/2014"),
    (
        "cinq noms sur un bulletin",
        ELECTION,
        "\"voters\": 110,\n      \"blank_and_null\": 10,\n      \"candidates\": [\n        \
         { \"name\": \"Anne\", \"votes\": 60 },\n        { \"name\": \"David\", \"votes\": 40 }",
        "\"voters\": 54,\n      \"seats\": 5,\n      \"candidates\": [\n        \
         { \"name\": \"Anne\", \"votes\": 48 },\n        { \"name\": \"Bruno\", \"votes\": 31 },\n        \
         { \"name\": \"Chloé\", \"votes\": 44 },\n        { \"name\": \"David\", \"votes\": 40 },\n        \
         { \"name\": \"Emma\", \"votes\": 45 },\n        { \"name\": \"Farid\", \"votes\": 29 }",
    ),
    (
        "plus de cinq noms sur un bulletin",
        ELECTION,
        VOTERS,
        "\"names_per_ballot\": 5,\n      \"voters\": 54",
    ),
    ("une somme fausse", ELECTION, "\"votes\": 48", "\"votes\": 84"),
    ("plus de votants que d’inscrits", ELECTION, VOTERS, "\"voters\": 1114"),
    (
        "les marques de Git dans les champs",
        ARTICLE,
        TITLE,
        "<<<<<<< HEAD\ntitle = \"Un\"\n=======\ntitle = \"Deux\"\n>>>>>>> autre",
    ),
    (
        "les marques de Git dans le texte",
        ARTICLE,
        "Écrire à",
        "<<<<<<< HEAD\nÉcrire à\n=======\nÉcrivez à\n>>>>>>> autre\n",
    ),
    (
        "une photo qui n’est pas là",
        ARTICLE,
        "![Un point](media/point.svg \"Le point",
        "![Un point](media/Point.svg \"Le point",
    ),
    (
        "du HTML collé",
        ARTICLE,
        "Avant la coupe",
        "<p style=\"color:red\">Avant <b>la</b> coupe</p>\n\nAvant la coupe",
    ),
    ("une accolade double jamais fermée", ARTICLE, "{{ event fete }}", "{{ event fete"),
    ("une galerie d’un autre logiciel", ARTICLE, "Écrire à", "[gallery ids=\"1,2\"]\n\nÉcrire à"),
    ("un résultat inconnu", ARTICLE, "{{ result conseil-2020 2 }}", "{{ result conseil-2021 2 }}"),
    ("la coupe sans espaces", ARTICLE, "<!-- more -->", "<!--more-->"),
    (
        "une espace dans le chemin d’une photo",
        ARTICLE,
        "Écrire à",
        "![Une photo](media/Ma photo.jpg)\n\nÉcrire à",
    ),
    (
        "une espace dans le chemin d’un document",
        ARTICLE,
        "Écrire à",
        "[Le compte rendu](/media/PV conseil.pdf)\n\nÉcrire à",
    ),
    ("des cellules d’un tableur", ARTICLE, "Écrire à", "Nom\tVoix\nAnne\t12\nDavid\t9\n\nÉcrire à"),
    (
        "des puces d’un traitement de texte",
        ARTICLE,
        "Écrire à",
        "• un point\n• un autre\n\nÉcrire à",
    ),
    ("une adresse sans https", ARTICLE, "](/evenements/fete/)", "](www.mairie.example)"),
    ("une adresse sans www ni https", ARTICLE, "](/evenements/fete/)", "](mairie.fr/agenda)"),
    ("une adresse électronique pour lien", ARTICLE, "](/evenements/fete/)", "](mairie@mairie.fr)"),
    ("une adresse électronique au menu", "site.json", "\"/mentions-legales/\"", "\"m@mairie.fr\""),
    ("une adresse du site sans https", "site.json", "https://www.essai.fr/", "www.essai.fr"),
    ("une adresse du site sans s", "site.json", "https://www.essai.fr", "http://www.essai.fr"),
    ("une adresse du site avec un dossier", "site.json", "www.essai.fr/", "www.essai.fr/canal/"),
    ("une adresse d’exemple", "site.json", "https://www.essai.fr", "https://www.example.org"),
    (
        "une source sans https",
        ELECTION,
        "\"source\": {",
        "\"source\": { \"address\": \"www.mairie.fr/pv\",",
    ),
    ("un texte du modèle", ARTICLE, "Écrire à", "Écrivez ici votre article.\n\nÉcrire à"),
    (
        "des accolades dans du code",
        ARTICLE,
        "Écrire à",
        "```\n{{ event fete\n{{ autre }}\n```\n\n`{{ autre }}`\n\nÉcrire à",
    ),
    ("un lien sans sa barre", ARTICLE, "](/evenements/fete/)", "](/evenements/fete)"),
    (
        "une heure en français",
        "events/fete.md",
        "start = 2020-06-20",
        "start = \"2020-06-20 14h30\"",
    ),
    ("une fin avant le début", "events/fete.md", "end = 2020-06-21", "end = 2020-06-19"),
    ("un jour qui n’existe pas", ARTICLE, DATE, "date = 2020-02-31"),
    ("une couleur par son nom", "site.json", "\"accent\": \"#005a9c", "\"accent\": \"vert"),
    ("un menu qui mène ailleurs", "site.json", "\"/mentions-legales/\"", "\"/mention-legale/\""),
];

#[test]
fn the_commonest_mistakes_are_answered_in_french() {
    let mut answers = String::new();
    for (what, file, from, to) in MISTAKES {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture("mini/content"), &folder.path().join("content"));
        with_an_address(folder.path());
        let path = folder.path().join("content").join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{what}: {file} has no {from}");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
        answers.push_str(&format!("── {what}\n{}\n", answer(folder.path())));
    }
    insta::assert_snapshot!("french", answers);
}

/// What an editor is told of a site.
fn answer(folder: &Path) -> String {
    let mut check = urne();
    check.arg("check").env("URNE_LANGUAGE", "fr").env("SOURCE_DATE_EPOCH", "1585699200");
    let output = check.current_dir(folder).output().unwrap();
    let said = [output.stderr, output.stdout].concat();
    String::from_utf8(said).unwrap()
}

/// Files that are no content: their paths, and what is in them.
const FILES: &[(&str, &[u8])] = &[
    ("news/article.md.txt", b"+++"),
    ("news/article.txt", b"+++"),
    ("news/article.docx", b"PK"),
    ("events/fete.odt", b"PK"),
    ("pages/statuts.pdf", b"%PDF"),
    ("results/conseil.xlsx", b"PK"),
    ("site.json.txt", b"{}"),
    ("news/photo.jpg", b"x"),
    ("notes.txt", b"x"),
    ("news/word.md", b"PK\x03\x04\xff"),
    ("news/textedit.md", b"{\\rtf1 Bonjour}"),
    ("news/ansi.md", b"+++\ntitle = \"\xc9t\xe9\"\n+++\n"),
    ("results/conseil-2014/round-1-communes.csv", b"code;nom\n1;\xc9t\xe9\n"),
];

#[test]
fn files_of_other_programs_are_answered_in_french() {
    let mut answers = String::new();
    for (file, bytes) in FILES {
        let folder = tempfile::tempdir().unwrap();
        copy(&fixture("mini/content"), &folder.path().join("content"));
        with_an_address(folder.path());
        let path = folder.path().join("content").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        answers.push_str(&format!("── {file}\n{}\n", answer(folder.path())));
    }
    insta::assert_snapshot!("files_french", answers);
}
