//! `urne import`: published files turned into content.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use crate::election::Level;
use crate::message;
use crate::route::Slug;
use crate::site::import::outlines;
use crate::site::import::results::Options;
use crate::site::import::results::choose::Which;
use crate::site::import::results::command::{self, Request};
use crate::site::messages::Message;

/// What is imported.
#[derive(Subcommand)]
pub enum Import {
    /// Outlines of territories, from a GeoJSON file (WGS 84, properties `code` and `nom`)
    Contours {
        /// The GeoJSON file
        file: PathBuf,
        /// The name of the map: lower-case letters without accents, digits and hyphens
        #[arg(long)]
        name: String,
        /// Who drew the outlines and of which year they are, as readers will see it
        #[arg(long)]
        source: String,
    },
    /// Results of many territories, into the tables of an election
    Results {
        /// The file as it was published: CSV, XLS, XLSX or JSON, also compressed as .gz
        file: PathBuf,
        /// The election: the name of its file in results/, without .json
        #[arg(long, value_name = "SLUG", value_parser = slug)]
        election: Slug,
        /// The round
        #[arg(long, value_parser = clap::value_parser!(u8).range(1..=2))]
        round: u8,
        /// Keep only this département, circonscription or commune
        #[arg(long, value_name = "CODE")]
        within: Option<String>,
        /// Keep rows and versions that contradict themselves, and say so to readers
        #[arg(long)]
        accept_differences: bool,
        #[command(flatten)]
        reading: Reading,
        /// The level of the table, where a workbook has several: `communes`, `departments`
        #[arg(long, value_name = "LEVEL", value_parser = level)]
        level: Option<Level>,
    },
    /// Names, nuances and titles of lists, joined by their panels to imported results
    Candidates {
        /// The list as it was published: CSV, XLS, XLSX or JSON, also compressed as .gz
        file: PathBuf,
        /// The election: the name of its file in results/, without .json
        #[arg(long, value_name = "SLUG", value_parser = slug)]
        election: Slug,
        /// The round
        #[arg(long, value_parser = clap::value_parser!(u8).range(1..=2))]
        round: u8,
        #[command(flatten)]
        reading: Reading,
    },
}

/// How a file is read, whatever is in it.
#[derive(clap::Args)]
pub struct Reading {
    /// The sheet of a workbook that is read; without it, the one of this round
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Let published titles take the place of those that are in the table of candidates
    #[arg(long)]
    replace: bool,
}

/// Imports a file and says what was written.
///
/// # Errors
/// Says why nothing was.
pub fn run(import: &Import, content: &Path) -> anyhow::Result<String> {
    match import {
        Import::Contours { file, name, source } => {
            let imported = outlines::import(file, name, source, content)?;
            let outlines::Imported { path, territories: count, size } = imported;
            let path = path.as_path();
            let said = message!("program-outlines", count = count, path = path, size = size);
            Ok(said.to_string())
        }
        Import::Results { file, election, round, within, accept_differences, reading, level } => {
            let which = Which { level: *level, ..which(reading, *round) };
            let (within, accept_differences) = (within.clone(), *accept_differences);
            let options = Options { which, within, accept_differences };
            let (election, round, replace) = (election.as_str(), *round, reading.replace);
            command::results(&Request { content, file, election, round, options, replace })
        }
        Import::Candidates { file, election, round, reading } => {
            let options = Options { which: which(reading, *round), ..Options::default() };
            let (election, round, replace) = (election.as_str(), *round, reading.replace);
            command::candidates(&Request { content, file, election, round, options, replace })
        }
    }
}

fn which(reading: &Reading, round: u8) -> Which {
    Which { sheet: reading.sheet.clone(), level: None, round: Some(round) }
}

fn level(text: &str) -> Result<Level, Message> {
    Level::from_file_name(text).ok_or_else(|| {
        let names = Level::ALL.map(Level::file_name).join(", ");
        message!("program-levels", names = names)
    })
}

fn slug(text: &str) -> Result<Slug, Message> {
    Slug::new(text).ok_or_else(|| message!("program-slug"))
}
