//! The figures of an election, with where they can be downloaded.

use serde_json::{Value, json};

use super::organization;
use super::thing::thing;
use crate::data::{Election, Page};
use crate::pages;
use crate::route::{DATA, Route};
use crate::site::compile::Compiled;
use crate::site::render::dates;

/// An election as data.
pub fn dataset(compiled: &Compiled, election: &Election, url: &str) -> Value {
    let days: Vec<&str> = election.rounds.iter().map(|round| round.date.iso.as_str()).collect();
    let period = match days[..] {
        [] => None,
        [day] => Some(day.to_owned()),
        [first, .., last] => Some(format!("{first}/{last}")),
    };
    let mut sources: Vec<Value> = Vec::new();
    for round in &election.rounds {
        let address = round.source.address.as_deref().map(Value::from);
        let name = Some(round.source.name.as_str().into());
        let source = thing("CreativeWork", [("name", name), ("url", address)]);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let place = thing("Place", [("name", Some(election.territory.as_str().into()))]);
    let page = Page::Election(Box::new(election.clone()));
    let description = pages::head("", Ok(&page)).description;
    thing(
        "Dataset",
        [
            ("name", Some(format!("{} {}", election.title, election.locative).into())),
            ("description", Some(description.into())),
            ("url", Some(url.into())),
            ("inLanguage", Some("fr".into())),
            ("isAccessibleForFree", Some(true.into())),
            ("temporalCoverage", period.map(Value::from)),
            ("spatialCoverage", Some(place)),
            ("dateModified", dates::of_figures(election).map(Value::from)),
            ("isBasedOn", Some(sources).filter(|it| !it.is_empty()).map(Value::from)),
            ("creator", Some(organization::named(compiled))),
            ("distribution", Some(downloads(compiled, election))),
        ],
    )
}

/// The files with the figures.
fn downloads(compiled: &Compiled, election: &Election) -> Value {
    let folder = format!("{}{DATA}/", Route::Election(election.slug.clone()).href());
    let level = election.level.file_name();
    let files = [
        ("datapackage.json".to_owned(), "application/json"),
        (format!("{level}.csv"), "text/csv"),
        (format!("{level}-voix.csv"), "text/csv"),
        (format!("{level}.json"), "application/json"),
    ];
    let downloads = files.map(|(name, kind)| {
        let url = format!("{}{folder}{name}", compiled.site.base);
        let facts = [("contentUrl", Some(url.into())), ("encodingFormat", Some(kind.into()))];
        thing("DataDownload", facts)
    });
    json!(downloads)
}
