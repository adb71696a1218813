//! What can be asked of the program. What clap says of it comes from the catalogues: see `help`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::import::Import;
use super::values;
use crate::message;
use crate::site::messages::Language;
use crate::site::parse::formats::Format;
use crate::site::publish::hosting::Host;
use crate::site::starter::SCHEMAS;

#[derive(Parser)]
#[command(name = "urne", version, about = message!("arguments-about"))]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[arg(
        long,
        global = true,
        help = message!("arguments-content"),
        value_name = message!("arguments-folder"),
        default_value = "content"
    )]
    pub content: PathBuf,
    #[arg(
        long,
        global = true,
        help = message!("arguments-public-url"),
        value_name = message!("arguments-path"),
        env = "TRUNK_PUBLIC_URL",
        hide_env = true,
        default_value = "/",
        value_parser = values::folder
    )]
    pub public_url: String,
    #[arg(
        long,
        global = true,
        value_enum,
        help = message!("arguments-language"),
        value_name = message!("arguments-language-name"),
        env = "URNE_LANGUAGE",
        hide_env = true
    )]
    pub language: Option<Language>,
    /// The folder with the app, instead of the one that this program carries
    #[arg(long, global = true, value_name = "DIR", hide = true)]
    pub app: Option<PathBuf>,
}

#[derive(Subcommand)]
pub enum Command {
    #[command(about = message!("arguments-new"))]
    New(New),
    #[command(about = message!("arguments-serve"))]
    Serve(Serve),
    #[command(about = message!("arguments-edit"))]
    Edit,
    #[command(about = message!("arguments-schema"))]
    Schema {
        #[arg(
            long,
            help = message!("arguments-schema-into"),
            value_name = message!("arguments-folder"),
            default_value = SCHEMAS
        )]
        into: PathBuf,
    },
    #[command(about = message!("arguments-check"))]
    Check {
        #[arg(
            long,
            value_enum,
            help = message!("arguments-format"),
            value_name = message!("arguments-format-name"),
            default_value_t
        )]
        format: Format,
    },
    #[command(about = message!("arguments-build"))]
    Build(Build),
    #[command(about = message!("arguments-reserve"))]
    Reserve,
    #[command(subcommand, about = message!("arguments-import"))]
    Import(Import),
    #[command(about = message!("arguments-doctor"))]
    Doctor {
        #[arg(help = message!("arguments-url"))]
        url: String,
        #[arg(
            long,
            help = message!("arguments-sample"),
            value_name = "N",
            value_parser = values::sample
        )]
        sample: Option<usize>,
        #[arg(long, help = message!("arguments-rehearsal"))]
        rehearsal: bool,
    },
    #[command(about = message!("arguments-hosting"))]
    Hosting {
        #[arg(help = message!("arguments-host"), value_name = message!("arguments-host-name"))]
        host: Host,
    },
}

#[derive(clap::Args)]
#[command(override_usage = message!("arguments-new-usage"))]
pub struct New {
    #[arg(help = message!("arguments-what"), value_name = message!("arguments-folder"))]
    pub what: String,
    #[arg(help = message!("arguments-title"), value_name = message!("arguments-title-name"))]
    pub title: Option<String>,
    #[arg(
        long,
        conflicts_with = "title",
        help = message!("arguments-name"),
        value_name = message!("arguments-name-name")
    )]
    pub name: Option<String>,
}

#[derive(clap::Args)]
pub struct Serve {
    #[arg(long, help = message!("arguments-port"), value_name = "PORT", value_parser = values::port)]
    pub port: Option<u16>,
    #[arg(
        long,
        help = message!("arguments-address"),
        value_name = "IP",
        default_value = "127.0.0.1",
        value_parser = values::address
    )]
    pub address: IpAddr,
}

#[derive(clap::Args)]
pub struct Build {
    #[arg(
        long,
        help = message!("arguments-into"),
        value_name = message!("arguments-folder"),
        default_value = "dist"
    )]
    pub into: PathBuf,
    #[arg(long, help = message!("arguments-uncompressed"))]
    pub uncompressed: bool,
    /// Where Trunk is building; it calls this as a hook
    #[arg(long, env = "TRUNK_STAGING_DIR", value_name = "DIR", hide = true)]
    pub staging: Option<PathBuf>,
    /// `release` or `debug`, as Trunk is building
    #[arg(long, env = "TRUNK_PROFILE", hide = true, requires = "staging")]
    pub profile: Option<String>,
    /// Leave what Trunk has built as it is: the app, for programs that carry it
    #[arg(long, env = "URNE_APP_ONLY", hide = true, requires = "staging")]
    pub app_only: bool,
}
