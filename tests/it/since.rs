//! What is said of two elections of one kind in one territory, and where nothing may be said.

use std::path::Path;

use jiff::civil::date;
use serde_json::{Value, json};
use urne::data::{Detail, Page};
use urne::site;

use super::fixture;

/// Two elections of one kind in one commune, which a case changes.
struct Two {
    then: Value,
    now: Value,
}

impl Two {
    fn new(then: Value, now: Value) -> Self {
        let election = |day: &str, candidates: Value| {
            json!({
                "title": day, "territory": "Essai", "code": "78172", "kind": "municipal",
                "contest": "two-rounds", "introduction": "Essai.",
                "rounds": [{
                    "round": 1, "date": day, "registered": 1000, "voters": 500, "blank_and_null": 0,
                    "candidates": candidates, "source": { "name": "Essai" },
                }],
            })
        };
        Self { then: election("2014-03-23", then), now: election("2020-03-15", now) }
    }

    /// The same with what a case changes in the later election.
    fn with(mut self, pointer: &str, value: Value) -> Self {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        self.now.pointer_mut(parent).unwrap()[name] = value;
        self
    }

    fn without_kind(mut self) -> Self {
        self.now.as_object_mut().unwrap().remove("kind");
        self
    }

    /// A site with both of them.
    fn folder(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let results = folder.path().join("results");
        std::fs::create_dir(&results).unwrap();
        std::fs::copy(fixture("mini/content/site.json"), folder.path().join("site.json")).unwrap();
        let mut settings: Value =
            serde_json::from_str(&read(&folder.path().join("site.json"))).unwrap();
        settings.as_object_mut().unwrap().remove("featured");
        for link in ["navigation", "footer"] {
            settings[link] = json!([{ "label": "Résultats", "to": "/resultats/" }]);
        }
        std::fs::write(folder.path().join("site.json"), settings.to_string()).unwrap();
        for (name, election) in [("avant", &self.then), ("apres", &self.now)] {
            let path = results.join(format!("{name}.json"));
            std::fs::write(path, election.to_string()).unwrap();
        }
        folder
    }

    /// Why nothing is built.
    fn refused(&self) -> String {
        let folder = self.folder();
        site::compile(folder.path(), site::midnight(date(2021, 1, 1))).err().unwrap().to_string()
    }

    /// What the list says of the later one, and what its own page says.
    fn said(&self) -> (Option<String>, Option<Detail>) {
        let folder = self.folder();
        let compiled = site::compile(folder.path(), site::midnight(date(2021, 1, 1)))
            .unwrap_or_else(|problems| panic!("{problems}"));
        let (mut sentence, mut detail) = (None, None);
        for (_, page) in compiled.pages() {
            match page.into_owned() {
                Page::Results(results) => {
                    let mut cards = results.years.iter().flat_map(|year| &year.elections);
                    let card = cards.find(|card| card.slug.as_str() == "apres");
                    sentence = card.and_then(|card| card.since.clone());
                }
                Page::Election(election) if election.slug.as_str() == "apres" => {
                    let mut details = election.rounds[0].details.iter();
                    detail = details.find(|it| it.title.starts_with("Depuis")).cloned();
                }
                _ => {}
            }
        }
        (sentence, detail)
    }

    fn sentence(&self) -> Option<String> {
        self.said().0.map(|text| text.replace(['\u{a0}', '\u{202f}'], " "))
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn persons() -> Two {
    Two::new(
        json!([{ "name": "Anne Martin", "votes": 300 }, { "name": "Bruno Petit", "votes": 200 }]),
        json!([{ "name": "M. PETIT Bruno", "votes": 260 }, { "name": "Chloé Roux", "votes": 240 }]),
    )
}

#[test]
fn who_stood_both_times_is_compared_by_name() {
    let two = persons().with("/rounds/0/registered", json!(1100));
    let said = "Par rapport à 2014 : M. PETIT Bruno 52,00 %, +12,00 points et +60 voix ; \
                participation 45,45 %, −4,55 points.";
    assert_eq!(two.sentence().as_deref(), Some(said));
    let detail = two.said().1.unwrap();
    assert_eq!(detail.title, "Depuis 2014");
    let table = detail.table.unwrap();
    assert_eq!(table.head, ["Candidat", "2014", "2020", "Points", "Voix"]);
    let row = ["M. PETIT Bruno", "40,00\u{202f}%", "52,00\u{202f}%", "+12,00", "+60"];
    assert_eq!(table.rows, [row]);
}

#[test]
fn lists_whose_names_changed_are_compared_by_nuance() {
    let list = |name: &str, nuance: &str, votes: u32| json!({ "name": name, "nuance": nuance, "votes": votes });
    let two = Two::new(
        json!([
            list("Ville", "LDVG", 150),
            list("Rive", "LDVG", 100),
            list("Cap", "LDVD", 200),
            list("Été", "LNC", 50)
        ]),
        json!([list("Port", "LDVG", 300), list("Cap", "LSOC", 120), list("Quai", "LNC", 80)]),
    );
    // Nobody by the name alone, and those without nuance by nothing.
    let said = "Par rapport à 2014 : Port (Divers gauche) 60,00 %, +10,00 points et +50 voix ; \
                participation 50,00 %, 0,00 point.";
    assert_eq!(two.sentence().as_deref(), Some(said));
}

#[test]
fn whom_the_editors_compare_are_compared_together_and_the_page_says_with_whom() {
    let list = |name: &str, votes: u32| json!({ "name": name, "votes": votes });
    let two = || {
        Two::new(
            json!([list("Rive", 150), list("Ville", 100), list("Cap", 250)]),
            json!([list("Union\u{202f}!", 300), list("Cap", 200)]),
        )
    };
    let compared = |with: Value| json!([{ "names": ["Union !"], "with": with }]);
    let detail = two().with("/compared", compared(json!(["Rive", "Ville"]))).said().1.unwrap();
    let words = detail.words[0].replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(
        words,
        "En part des exprimés, premier tour pour premier tour. C’est ce site qui rapproche les noms qui diffèrent."
    );
    let rows: Vec<String> = detail.table.unwrap().rows.iter().map(|row| row.join("|")).collect();
    assert_eq!(
        rows.join("\n").replace(['\u{a0}', '\u{202f}'], " "),
        "Union !, en 2014 : Rive et Ville ensemble|50,00 %|60,00 %|+10,00|+50\nCap|50,00 %|40,00 %|−10,00|−50"
    );
    // Whoever did not stand is nobody to compare with.
    let refused = two().with("/compared", compared(json!(["Rives"]))).refused();
    assert!(refused.contains("nobody of this name stood"), "{refused}");
    assert!(refused.contains("Rive"), "{refused}");
    let alone = two().without_kind().with("/compared", compared(json!(["Rive"]))).refused();
    assert!(alone.contains("there is nothing to compare with"), "{alone}");
}

#[test]
fn nothing_is_said_of_what_cannot_be_compared() {
    let silent = [
        persons().with("/kind", json!("regional")),
        persons().without_kind(),
        persons().with("/code", json!("78005")),
        persons().with("/contest", json!("one-round")),
        persons().with("/rounds/0/stations_counted", json!({ "share": 50, "of": 8 })),
    ];
    for (case, two) in silent.iter().enumerate() {
        assert_eq!(two.said(), (None, None), "case {case}");
    }
    // A commune that another joined in between is another territory.
    let mut merged = persons().with("/code", json!("78551"));
    merged.then["code"] = json!("78551");
    assert_eq!(merged.said(), (None, None));
    // The sums of blocs are not votes of persons: only turnout is left.
    let blocs = persons().with("/stands", json!("blocs"));
    let turnout = "Par rapport à 2014 : participation 50,00 %, 0,00 point.";
    assert_eq!(blocs.sentence().as_deref(), Some(turnout));
    assert_eq!(blocs.said().1.unwrap().table, None);
}

#[test]
fn a_kind_that_nobody_knows_is_an_error_that_lists_the_known_ones() {
    let checked = fixture("mistakes");
    let problems =
        site::compile(&checked, site::midnight(date(2021, 1, 1))).err().unwrap().to_string();
    assert!(problems.contains("\"presidential\", \"legislative\""), "{problems}");
}

#[test]
fn a_reader_finds_every_commune_of_the_first_site_from_the_list() {
    let compiled = site::compile(&super::whole_site(), site::midnight(date(2017, 1, 30)))
        .unwrap_or_else(|problems| panic!("{problems}"));
    let finder = compiled.pages().find_map(|(_, page)| match page.into_owned() {
        Page::Results(results) => results.finder,
        _ => None,
    });
    let finder = finder.unwrap();
    assert_eq!(finder.title, "Trouver une commune des Yvelines");
    assert_eq!(finder.names.len(), 262);
    // Fourqueux is no commune any more: its latest page is that of the last election it had.
    for (name, latest) in [("Épône", "municipales-2026"), ("Fourqueux", "legislatives-2017")] {
        let row = finder.names.iter().position(|other| other == name).unwrap();
        assert_eq!(finder.elections[finder.latest[row]].as_str(), latest, "{name}");
    }
}

#[test]
fn pages_of_territories_say_what_changed_and_what_is_around() {
    let compiled = site::compile(&super::whole_site(), site::midnight(date(2026, 4, 1)))
        .unwrap_or_else(|problems| panic!("{problems}"));
    let mut pages = std::collections::HashMap::new();
    for (route, page) in compiled.pages() {
        if let Page::Territory(page) = page.into_owned() {
            pages.insert(route.to_string(), page);
        }
    }
    let page = |path: &str| pages.get(path).unwrap_or_else(|| panic!("{path}"));
    let around = page("/resultats/europeennes-2019/78172-conflans-sainte-honorine/");
    let around = around.around.as_deref().unwrap();
    for name in ["Andrésy", "Éragny", "Achères", "Maurecourt"] {
        let is_here = around.contains(&format!(">{name}</a>"));
        assert_eq!(is_here, name != "Éragny", "{name}: {around}");
    }
    let yvelines = page("/resultats/municipales-2026/78-yvelines/");
    assert_eq!(yvelines.since[0].title, "Depuis 2014");
    let breakdown = yvelines.breakdown.as_ref().unwrap();
    let before = breakdown.before.as_ref().unwrap();
    let known = before.shares.iter().flatten().flatten().count();
    assert!(known > 100, "{known}");
    // A share of then is that of the page of then.
    let left = breakdown.candidates.iter().position(|name| name == "Divers gauche").unwrap();
    let row = breakdown.row("78172").unwrap();
    let then = page("/resultats/municipales-2014/78-yvelines/").breakdown.as_ref().unwrap();
    let column = then.candidates.iter().position(|name| name == "Divers gauche").unwrap();
    let share = then.share(column, then.row("78172").unwrap(), urne::election::Base::Valid);
    assert_eq!(before.shares[left][row], share.map(|share| share.hundredths()));
}
