//! `urne import`: published files turned into content.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::values;
use crate::election::Level;
use crate::message;
use crate::route::Slug;
use crate::site;
use crate::site::import::outlines;
use crate::site::import::results::Options;
use crate::site::import::results::choose::Which;
use crate::site::import::results::command::{self, Request};
use crate::site::import::wordpress;

/// What is imported.
#[derive(Subcommand)]
pub enum Import {
    #[command(about = message!("arguments-contours"))]
    Contours {
        #[arg(help = message!("arguments-geojson"), value_name = message!("arguments-file"))]
        file: PathBuf,
        #[arg(long, help = message!("arguments-map"), value_name = message!("arguments-name-name"))]
        name: String,
        #[arg(
            long,
            help = message!("arguments-outlines-source"),
            value_name = message!("arguments-source")
        )]
        source: String,
    },
    #[command(about = message!("arguments-results"))]
    Results {
        #[arg(help = message!("arguments-published"), value_name = message!("arguments-file"))]
        file: PathBuf,
        #[command(flatten)]
        of: Of,
        #[arg(long, help = message!("arguments-within"), value_name = "CODE")]
        within: Option<String>,
        #[arg(long, help = message!("arguments-accept"))]
        accept_differences: bool,
        #[command(flatten)]
        reading: Reading,
        #[arg(
            long,
            help = message!("arguments-level"),
            value_name = message!("arguments-level-name"),
            value_parser = values::level
        )]
        level: Option<Level>,
    },
    #[command(about = message!("arguments-candidates"))]
    Candidates {
        #[arg(help = message!("arguments-list"), value_name = message!("arguments-file"))]
        file: PathBuf,
        #[command(flatten)]
        of: Of,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(about = message!("arguments-wordpress"))]
    Wordpress {
        #[arg(help = message!("arguments-export"), value_name = message!("arguments-file"))]
        file: PathBuf,
        #[arg(
            long,
            help = message!("arguments-uploads"),
            value_name = message!("arguments-folder")
        )]
        media: Option<PathBuf>,
        #[arg(
            long,
            help = message!("arguments-account"),
            value_name = message!("arguments-file")
        )]
        account: Option<PathBuf>,
    },
}

/// Of what a file is.
#[derive(clap::Args)]
pub struct Of {
    #[arg(
        long,
        help = message!("arguments-election"),
        value_name = message!("arguments-election-name"),
        value_parser = values::slug
    )]
    election: Slug,
    #[arg(
        long,
        help = message!("arguments-round"),
        value_name = message!("arguments-round-name"),
        value_parser = values::round
    )]
    round: u8,
}

/// How a file is read, whatever is in it.
#[derive(clap::Args)]
pub struct Reading {
    #[arg(long, help = message!("arguments-sheet"), value_name = message!("arguments-name-name"))]
    sheet: Option<String>,
    #[arg(long, help = message!("arguments-replace"))]
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
        Import::Results { file, of, within, accept_differences, reading, level } => {
            let which = Which { level: *level, ..which(reading, of.round) };
            let (within, accept_differences) = (within.clone(), *accept_differences);
            let options = Options { which, within, accept_differences };
            let (election, round, replace) = (of.election.as_str(), of.round, reading.replace);
            command::results(&Request { content, file, election, round, options, replace })
        }
        Import::Candidates { file, of, reading } => {
            let options = Options { which: which(reading, of.round), ..Options::default() };
            let (election, round, replace) = (of.election.as_str(), of.round, reading.replace);
            command::candidates(&Request { content, file, election, round, options, replace })
        }
        Import::Wordpress { file, media, account } => {
            let (media, account) = (media.as_deref(), account.as_deref());
            let now = site::now()?;
            wordpress::command::run(&wordpress::command::Request {
                content,
                file,
                media,
                account,
                now,
            })
        }
    }
}

fn which(reading: &Reading, round: u8) -> Which {
    Which { sheet: reading.sheet.clone(), level: None, round: Some(round) }
}
