//! The Data Package of an election (Frictionless, version 2): what its tables are, whose figures they hold, and what one
//! may do with them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use serde::Serialize;
use serde_json::{Value, json};

use super::fields::{COUNTS, Field, VOTES};
use super::rows::{About, Rows};
use crate::election::Level;
use crate::french;
use crate::site::content::Election;
use crate::site::content::election::round::License;

/// The version of the format.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// A licence as the format has it.
#[derive(Serialize)]
pub struct LicenseWords {
    name: &'static str,
    title: &'static str,
    path: &'static str,
}

/// A source as the format has it.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SourceWords<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
}

/// Every round with a source.
fn all_rounds(election: &Election) -> impl Iterator<Item = &crate::site::content::Round> {
    let others = election.other_territories.iter().flat_map(|other| &other.rounds);
    election.rounds.iter().chain(others)
}

/// The licences that the sources of an election name.
pub fn licenses(election: &Election) -> Vec<LicenseWords> {
    let named: BTreeSet<License> =
        all_rounds(election).filter_map(|it| it.source.license).collect();
    let words = |it: License| LicenseWords { name: it.name(), title: it.title(), path: it.path() };
    named.into_iter().map(words).collect()
}

/// The sources of an election, each once.
pub fn sources(election: &Election) -> Vec<SourceWords<'_>> {
    let sources = all_rounds(election).map(|round| SourceWords {
        title: &round.source.name,
        path: round.source.address.as_deref(),
    });
    let sources: BTreeSet<_> = sources.collect();
    sources.into_iter().collect()
}

/// `datapackage.json`; `files` are those that it describes.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn descriptor(
    about: &About<'_>,
    levels: &BTreeMap<Level, Rows<'_>>,
    files: &[(String, Vec<u8>)],
) -> anyhow::Result<Vec<u8>> {
    let election = about.election;
    let resources = levels.keys().flat_map(|level| of_level(*level, files));
    let mut package = json!({
        "$schema": PROFILE,
        "name": election.slug.value.as_str(),
        "title": format!("{} {}", election.title, election.locative()),
        "description": election.introduction,
        "homepage": about.url,
        "sources": sources(election),
        "resources": resources.collect::<Vec<_>>(),
    });
    let licenses = licenses(election);
    if !licenses.is_empty() {
        package["licenses"] = json!(licenses);
    }
    serde_json::to_vec_pretty(&package).context("datapackage.json")
}

/// The two tables of a level.
fn of_level(level: Level, files: &[(String, Vec<u8>)]) -> Vec<Value> {
    let name = level.file_name();
    let what = french::capitalised(level.plural());
    let counts = json!({
        "fields": schema(&COUNTS, &["tour", "date", "code", "territoire", "complet"]),
        "primaryKey": ["tour", "code"],
    });
    let votes = json!({
        "fields": schema(&VOTES, &["tour", "code", "candidat"]),
        "foreignKeys": [{
            "fields": ["tour", "code"],
            "reference": { "resource": name, "fields": ["tour", "code"] },
        }],
    });
    let tables = [
        (name.to_owned(), format!("{what}\u{a0}: participation"), counts),
        (format!("{name}-voix"), format!("{what}\u{a0}: voix"), votes),
    ];
    tables.into_iter().map(|(name, title, schema)| resource(&name, &title, schema, files)).collect()
}

fn resource(name: &str, title: &str, schema: Value, files: &[(String, Vec<u8>)]) -> Value {
    let path = format!("{name}.csv");
    let bytes = files.iter().find(|(file, _)| *file == path).map(|(_, content)| content.len());
    json!({
        "name": name,
        "type": "table",
        "title": title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes,
        "dialect": { "lineTerminator": "\n" },
        "schema": schema,
    })
}

/// The columns, of which these have a value in each row.
fn schema(fields: &[Field], required: &[&str]) -> Vec<Value> {
    let field = |field: &Field| {
        let mut described = json!({
            "name": field.name,
            "type": field.kind,
            "title": field.title,
            "description": field.description,
        });
        if required.contains(&field.name) {
            described["constraints"] = json!({ "required": true });
        }
        described
    };
    fields.iter().map(field).collect()
}
