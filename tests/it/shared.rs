//! What is shared of a site: cards, drawings, figures, embeds, posters.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{copy, files, fixture, urne};

/// An election of which not everything was counted, with lists that spreadsheets would compute.
const NIGHT: &str = r#"{
  "title": "Élection d’une nuit", "territory": "Essai", "contest": "one-round", "introduction": "Une nuit.",
  "rounds": [{
    "round": 1, "date": "2020-03-15", "stations_counted": { "share": 75, "of": 8 },
    "registered": 900, "voters": 600, "blank_and_null": 10,
    "candidates": [
      { "name": "=HYPERLINK(\"https://mal.example\")", "votes": 300 },
      { "name": "-1+1", "list": "+33 pour tous", "votes": 200 },
      { "name": "Liste <b>&amp;</b>", "votes": 90 }
    ],
    "source": { "name": "Mairie", "published": "2020-03-16", "license": "etalab-2.0" }
  }],
  "other_territories": [{
    "code": "78",
    "rounds": [{
      "round": 1, "date": "2020-03-15",
      "candidates": [{ "name": "A", "share": 61.5 }, { "name": "B", "votes": 310 }],
      "source": { "name": "Presse" }
    }]
  }]
}"#;

const CANCELLED: &str = "+++\ntitle = \"Le bal\"\nsummary = \"On danse.\"\nstart = 2020-07-14T21:00:00\n\
                         place = \"Place du marché\"\ncancelled = true\n+++\n\nMusique.\n";

/// The miniature with these two, built with an empty cache.
struct Built {
    folder: tempfile::TempDir,
}

impl Built {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        copy(&fixture("mini/content"), &content);
        std::fs::write(content.join("results/nuit-2020.json"), NIGHT).unwrap();
        std::fs::write(content.join("events/bal.md"), CANCELLED).unwrap();
        std::fs::create_dir(folder.path().join("app")).unwrap();
        let app = folder.path().join("app/index.html");
        std::fs::copy(fixture("mini/index.html"), app).unwrap();
        let built = Self { folder };
        built.build("dist", "cache");
        built
    }

    fn build(&self, into: &str, cache: &str) {
        let [content, app, into, cache] =
            ["content", "app", into, cache].map(|name| self.folder.path().join(name));
        let mut command = urne();
        command.args(["build", "--uncompressed", "--content"]).arg(content);
        command.arg("--app").arg(app).arg("--into").arg(into);
        command.env("URNE_CACHE", cache).env("SOURCE_DATE_EPOCH", "1585699200");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        let path = self.path("dist").join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"))
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).unwrap()
    }

    /// What an element of the head of a page says.
    fn meta(&self, page: &str, property: &str) -> String {
        let html = self.read(&format!("{page}index.html"));
        let start = format!("=\"{property}\" content=\"");
        let (_, rest) = html.split_once(&start).unwrap_or_else(|| panic!("{page}: {property}"));
        rest.split('"').next().unwrap().replace(['\u{a0}', '\u{202f}'], " ")
    }
}

fn size_of_png(path: &Path) -> (u32, u32) {
    let size = imagesize_of(&std::fs::read(path).unwrap());
    assert!(std::fs::metadata(path).unwrap().len() < 200_000, "{path:?} is too large");
    size
}

fn imagesize_of(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn what_is_shared_says_as_much_as_the_page() {
    let built = Built::new();
    cards_are_small_and_say_what_is_provisional_or_cancelled(&built);
    two_builds_are_identical(&built);
    drawings_have_their_words(&built);
    figures_are_described_and_run_nowhere(&built);
    embeds_are_whole_without_script(&built);
    posters_lead_to_the_page(&built);
}

fn cards_are_small_and_say_what_is_provisional_or_cancelled(built: &Built) {
    for file in files(&built.path("dist/media/cartes")) {
        assert_eq!(size_of_png(&file), (1200, 630));
    }
    let of = |page: &str| {
        let image = built.meta(page, "og:image");
        let path = image.strip_prefix("https://essai.example/").unwrap();
        assert!(built.path("dist").join(path).is_file(), "{page}: {image}");
        assert_eq!(built.meta(page, "twitter:card"), "summary_large_image");
        (image, built.meta(page, "og:image:alt"))
    };
    let (night, alt) = of("resultats/nuit-2020/");
    assert!(
        alt.contains("Provisoire, lundi 16 mars 2020 : 75 % des 8 bureaux dépouillés."),
        "{alt}"
    );
    let (ball, alt) = of("evenements/bal/");
    assert!(alt.starts_with("Annulé : Le bal, mardi 14 juillet 2020, à 21 h"), "{alt}");
    let (site, other) = (of("mentions-legales/").0, of("resultats/").0);
    assert_eq!(site, other);
    assert!(night != ball && night != site && of("actualites/tout/").0 != site);
}

fn two_builds_are_identical(built: &Built) {
    built.build("again", "cache");
    built.build("elsewhere", "empty");
    for file in files(&built.path("dist")) {
        let bytes = std::fs::read(&file).unwrap();
        for other in ["again", "elsewhere"] {
            let same = built.path(other).join(file.strip_prefix(built.path("dist")).unwrap());
            assert!(std::fs::read(&same).unwrap() == bytes, "{same:?} is another");
        }
    }
}

fn drawings_have_their_words(built: &Built) {
    let svg = built.read("resultats/nuit-2020/graphique.svg");
    let document = roxmltree_text(&svg);
    for said in [
        "Élection d’une nuit",
        "Provisoire, lundi 16 mars 2020 : 75 % des 8 bureaux dépouillés.",
        "300 voix",
        "50,85 %",
        "Liste <b>&amp;</b>",
        "Source : Mairie, lundi 16 mars 2020. Licence des chiffres : Licence Ouverte 2.0.",
        "https://essai.example/resultats/nuit-2020/",
    ] {
        assert!(document.contains(said), "{said} is not in {document}");
    }
    let png = std::fs::read(built.path("dist/resultats/nuit-2020/graphique.png")).unwrap();
    assert_eq!(imagesize_of(&png).0, 1800);
    assert!(!built.path("dist/integrer/nuit-2020/78-yvelines/graphique.png").exists());
}

/// The texts of an SVG, one after the other.
fn roxmltree_text(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    let texts: Vec<&str> = texts.filter_map(|node| node.text()).collect();
    texts.join(" ").replace(['\u{a0}', '\u{202f}'], " ")
}

fn figures_are_described_and_run_nowhere(built: &Built) {
    let folder = "resultats/nuit-2020/donnees/";
    let package = built.json(&format!("{folder}datapackage.json"));
    assert_eq!(package["licenses"][0]["name"], "etalab-2.0");
    let mut names = Vec::new();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let text = built.read(&format!("{folder}{path}"));
        assert_eq!(resource["bytes"], text.len());
        let mut table = csv::Reader::from_reader(text.as_bytes());
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let described: Vec<&str> = fields.iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(table.headers().unwrap().iter().collect::<Vec<_>>(), described);
        assert!(fields.iter().all(|field| !field["description"].as_str().unwrap().is_empty()));
        for record in table.records() {
            let record = record.unwrap();
            let runs = record.iter().any(|cell| cell.starts_with(['=', '+', '-', '@']));
            assert!(!runs, "{record:?}");
            names.push(record.iter().map(str::to_owned).collect::<Vec<_>>().join(";"));
        }
    }
    let has =
        |row: &str| assert!(names.iter().any(|name| name == row), "{row} is not in {names:#?}");
    has("1;2020-03-15;Essai;Essai;900;300;600;;;10;590;;false;Provisoire, 16 mars 2020\u{a0}: \
         75\u{202f}% des 8 bureaux dépouillés.");
    has("1;Essai;'=HYPERLINK(\"https://mal.example\");;;;300;;");
    has("1;Essai;'-1+1;'+33 pour tous;;;200;;");
    has("1;78;A;;;;;61.50;exprimés");
    let json = built.json(&format!("{folder}communes.json"));
    let first = &json["territoires"][0]["resultats"][0];
    assert_eq!(first["candidat"], "=HYPERLINK(\"https://mal.example\")");
    assert_eq!(json["licences"][0]["name"], "etalab-2.0");
    let page = built.read("resultats/nuit-2020/index.html");
    for link in ["donnees/communes.csv", "donnees/communes-voix.csv", "donnees/datapackage.json"] {
        assert!(page.contains(&format!("href=\"/resultats/nuit-2020/{link}\"")), "{link}");
    }
}

fn embeds_are_whole_without_script(built: &Built) {
    let html = built.read("integrer/nuit-2020/index.html");
    for said in [
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://essai.example/resultats/nuit-2020/\">",
        "Provisoire, lundi 16 mars 2020",
        "Mairie",
        "<base target=\"_blank\">",
    ] {
        assert!(html.contains(said), "{said} is not in {html}");
    }
    let script = html.split("<script>").nth(1).unwrap();
    assert!(script.contains("postMessage") && !html.contains("<nav"), "{html}");
    let page = built.read("resultats/nuit-2020/index.html");
    let oembed = "https://essai.example/integrer/nuit-2020/oembed.json";
    assert!(page.contains(&format!("type=\"application/json+oembed\" href=\"{oembed}\"")));
    let oembed = built.json("integrer/nuit-2020/oembed.json");
    let frame = oembed["html"].as_str().unwrap();
    assert!(
        frame.starts_with("<iframe src=\"https://essai.example/integrer/nuit-2020/\""),
        "{frame}"
    );
    assert!(oembed["height"].as_u64().unwrap() > 300 && oembed["type"] == "rich");
    let copied = frame.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    assert!(page.contains(&copied) || page.contains(&copied.replace('"', "&quot;")), "{page}");
}

fn posters_lead_to_the_page(built: &Built) {
    let html = built.read("resultats/nuit-2020/affiche/index.html");
    for said in ["class=\"qr\"", "Provisoire", "essai.example/resultats/nuit-2020/", "noindex"] {
        assert!(html.contains(said), "{said} is not in {html}");
    }
    let ball = built.read("evenements/bal/affiche/index.html");
    assert!(ball.contains("Annulé") && ball.contains("<s>mardi 14 juillet 2020"), "{ball}");
    let style = ball.split("href=\"/media/affiche-").nth(1).unwrap().split('"').next().unwrap();
    assert!(built.path("dist/media").join(format!("affiche-{style}")).is_file());
}
