//! The table of fields: documents for editors, forms and schemas name each field, and no others.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use urne::site::content::known::{self, elections};
use urne::site::forms::schemas;
use urne::site::forms::sveltia::{self, KEPT, Repository};
use urne::site::parse::table::{Need, Shape, Table};

use super::documents::{ENGLISH, FRENCH, document, fields};

/// The tables of files by the part of the documents that describes them, with the tables that have a heading of their own
/// there.
fn parts() -> [(&'static str, Vec<&'static Table>); 5] {
    [
        ("site.json", vec![&known::SITE]),
        ("news", vec![&known::ARTICLE]),
        ("events", vec![&known::EVENT]),
        ("pages", vec![&known::PAGE]),
        ("results", vec![&elections::ELECTION, &elections::ROUND]),
    ]
}

/// The table that a shape leads to, if any.
fn inside(shape: Shape) -> Option<&'static Table> {
    match shape {
        Shape::Table(table) => Some(table),
        Shape::List(item) => inside(*item),
        _ => None,
    }
}

/// Every table that can be reached from those of files.
fn all() -> Vec<&'static Table> {
    let mut found: Vec<&Table> = parts().into_iter().flat_map(|(_, tables)| tables).collect();
    let mut at = 0;
    while at < found.len() {
        let more: Vec<_> = found[at].fields.iter().filter_map(|it| inside(it.shape)).collect();
        for table in more {
            if !found.iter().any(|known| std::ptr::eq(*known, table)) {
                found.push(table);
            }
        }
        at += 1;
    }
    found
}

#[test]
fn documents_describe_every_field_and_no_other() {
    for documents in [&ENGLISH[..], &FRENCH[..]] {
        let mut described: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (part, name) in fields(documents) {
            described.entry(part).or_default().insert(name);
        }
        for (part, tables) in parts() {
            let names = tables.iter().flat_map(|table| table.names()).filter(|it| *it != "slug");
            let names: BTreeSet<String> = names.map(str::to_owned).collect();
            assert_eq!(described.remove(part), Some(names), "{part} in {documents:?}");
        }
        assert!(described.is_empty(), "{described:?}");
    }
}

#[test]
fn documents_name_what_is_inside_of_fields_and_every_word() {
    for documents in [&ENGLISH[..], &FRENCH[..]] {
        let text: String = documents.iter().map(|name| document(name)).collect();
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        let named = |field: &str, word: &str| {
            let mut of_it =
                rows.iter().filter(|row| row.split('|').nth(1).unwrap().contains(field));
            of_it.any(|row| row.contains(word))
        };
        for table in all() {
            for field in table.fields {
                let name = format!("`{}`", field.name);
                if let Some(table) = inside(field.shape).filter(|it| !is_of_its_own(it)) {
                    for inner in table.names() {
                        let [code, quoted] = [format!("`{inner}`"), format!("\"{inner}\"")];
                        // Where two fields hold the same, the row of one says what.
                        let says = |row: &&str| row.contains(&code) || row.contains(&quoted);
                        let is_said = rows.iter().any(says);
                        assert!(is_said, "{name} without {inner} in {documents:?}");
                    }
                }
                if let Shape::Words(words) = field.shape {
                    for word in words {
                        let word = format!("`\"{}\"`", word.word);
                        let has_row =
                            rows.iter().any(|row| row.split('|').nth(1).unwrap().contains(&name));
                        let is_said = named(&name, &word)
                            || !has_row && rows.iter().any(|row| row.contains(&word));
                        assert!(is_said, "{name} without {word} in {documents:?}");
                    }
                }
            }
        }
    }
}

fn is_of_its_own(table: &Table) -> bool {
    std::ptr::eq(table, &elections::ROUND)
}

fn config() -> Value {
    let backend = json!({ "name": "github", "repo": "section/site" });
    sveltia::config("Essai", "https://essai.example", &Repository { backend, folder: "content" })
}

/// Ensure a form has the fields of a table, in its order, and nothing else.
fn ensure_it_covers(form: &Value, table: &Table, body: bool) {
    let fields = form["fields"].as_array().unwrap_or_else(|| panic!("{form}"));
    let names: Vec<&str> = fields.iter().map(|it| it["name"].as_str().unwrap()).collect();
    let wanted = table.names().filter(|name| !KEPT.contains(name)).chain(body.then_some("body"));
    assert_eq!(names, wanted.collect::<Vec<_>>());
    for form in fields.iter().filter(|it| it["name"] != "body") {
        let field = table.field(form["name"].as_str().unwrap()).unwrap();
        assert!(!form["label"].as_str().unwrap().is_empty(), "{form}");
        assert_eq!(form["required"], field.need == Need::Always, "{form}");
        if let Some(table) = inside(field.shape) {
            ensure_it_covers(form, table, false);
        }
        if let Shape::Words(words) = field.shape {
            let options = form["options"].as_array().unwrap();
            let values: Vec<&str> =
                options.iter().map(|it| it["value"].as_str().unwrap()).collect();
            assert_eq!(values, words.iter().map(|it| it.word).collect::<Vec<_>>());
        }
    }
}

#[test]
fn forms_cover_every_field() {
    let config = config();
    let of = |name: &str| {
        let collections = config["collections"].as_array().unwrap();
        collections.iter().find(|it| it["name"] == name).unwrap()
    };
    for (name, table) in
        [("news", &known::ARTICLE), ("events", &known::EVENT), ("pages", &known::PAGE)]
    {
        ensure_it_covers(of(name), table, true);
        // The old addresses that are in no form are those that a renaming leaves.
        assert_eq!(of(name)["aliases_field"], "alias");
        assert_eq!(of(name)["slug"]["editable"], true);
    }
    assert_eq!(of("news")["preview_path"], "/actualites/{{slug}}/");
    ensure_it_covers(of("results"), &elections::ELECTION, false);
    ensure_it_covers(&config["singletons"][0], &known::SITE, false);
}

#[test]
fn schemas_cover_every_field() {
    let files = schemas::files().unwrap();
    assert_eq!(files.len(), schemas::kinds().len());
    for ((name, text), (_, table)) in files.iter().zip(schemas::kinds()) {
        let schema: Value = serde_json::from_str(text).unwrap();
        let properties = schema["properties"].as_object().unwrap();
        let names: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(names, table.names().collect(), "{name}");
        for property in properties.values() {
            assert!(!property["description"].as_str().unwrap().is_empty(), "{name}: {property}");
        }
        let of_the_project = super::project().join("schema").join(name);
        let kept = std::fs::read_to_string(of_the_project).unwrap();
        assert!(kept == *text, "schema/{name} is of an earlier version: run `urne schema`");
    }
}
