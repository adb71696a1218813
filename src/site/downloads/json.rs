//! The figures of a level as one JSON document that explains itself.

use std::collections::BTreeMap;

use anyhow::Context;
use serde::Serialize;

use super::fields::{COUNTS, QUANTITIES, VOTES};
use super::package::{LicenseWords, SourceWords, licenses, sources};
use super::rows::{About, Row};
use super::tables::{base, percentage};
use crate::election::Score;

#[derive(Serialize)]
struct Document<'a> {
    titre: &'a str,
    adresse: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licences: Vec<LicenseWords>,
    sources: Vec<SourceWords<'a>>,
    /// What each property is.
    champs: BTreeMap<&'static str, &'static str>,
    territoires: Vec<Territory<'a>>,
}

#[derive(Serialize)]
struct Territory<'a> {
    tour: u8,
    date: String,
    code: &'a str,
    territoire: &'a str,
    #[serde(flatten)]
    counts: BTreeMap<&'static str, u32>,
    complet: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    reserve: &'a str,
    resultats: Vec<Votes<'a>>,
}

#[derive(Serialize)]
struct Votes<'a> {
    candidat: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    liste: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tete_de_liste: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nuance: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voix: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pourcentage: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'static str>,
}

/// The document of a level.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn document(about: &About<'_>, rows: &[Row<'_>]) -> anyhow::Result<Vec<u8>> {
    let fields = COUNTS.iter().chain(&VOTES).map(|field| (field.name, field.description));
    // The apostrophe before what looks like a formula is in the tables alone.
    let fields = fields.filter(|(name, _)| *name != "candidat");
    let document = Document {
        titre: &about.election.title,
        adresse: &about.url,
        licences: licenses(about.election),
        sources: sources(about.election),
        champs: fields.collect(),
        territoires: rows.iter().map(territory).collect(),
    };
    serde_json::to_vec(&document).context("JSON")
}

fn territory<'a>(row: &'a Row<'a>) -> Territory<'a> {
    let figures = row.figures();
    let counts = QUANTITIES.iter().zip(&COUNTS[4..]);
    let counts = counts.filter_map(|(it, field)| Some((field.name, figures.get(*it)?.count)));
    Territory {
        tour: row.round,
        date: row.date.to_string(),
        code: row.code,
        territoire: row.name,
        counts: counts.collect(),
        complet: row.reserve.is_empty(),
        reserve: &row.reserve,
        resultats: row.tally.scores.iter().map(votes).collect(),
    }
}

fn votes(score: &Score) -> Votes<'_> {
    let candidate = &*score.candidate;
    Votes {
        candidat: &candidate.name,
        liste: candidate.list.as_deref(),
        tete_de_liste: candidate.head.as_deref(),
        nuance: candidate.nuance.as_deref(),
        voix: score.votes,
        pourcentage: score.share.and_then(|share| percentage(share).parse().ok()),
        base: score.share.map(|share| base(share.base())),
    }
}
