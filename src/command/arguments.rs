//! What can be asked of the program.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::import::Import;
use crate::message;
use crate::site::messages::{Language, Message};
use crate::site::parse::formats::Format;
use crate::site::publish::hosting::Host;

/// The website of a local section, association or town: news, events and election results
#[derive(Parser)]
#[command(name = "urne", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// The folder with the content
    #[arg(long, global = true, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    /// The folder of the host in which the site is, such as /conflans/
    #[arg(long, global = true, env = "TRUNK_PUBLIC_URL", hide_env = true, value_name = "PATH", default_value = "/", value_parser = folder)]
    pub public_url: String,
    /// The language of what is said: that of the site, else that of the system
    #[arg(
        long,
        global = true,
        value_enum,
        value_name = "LANGUAGE",
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
    /// Begin a site, or an article, an event, a page or a result of one
    New(New),
    /// Show the site on this computer, and every change of its content at once
    Serve(Serve),
    /// Report every mistake of the content and write nothing
    Check {
        /// How mistakes are printed
        #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
        format: Format,
    },
    /// Check the content, then write the whole site into a folder for its host
    Build(Build),
    /// Record what the articles are before a « période de réserve », so that none is published changed in it
    Reserve,
    /// Turn published files into content
    #[command(subcommand)]
    Import(Import),
    /// Examine the published site over HTTP and say how to fix each fault
    Doctor {
        /// Its URL, such as `https://www.example.org` or `https://host.example/conflans/`
        url: String,
        /// Check this many pages only, evenly sampled
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        sample: Option<u32>,
        /// This is not yet the address of the site: that it states another one is right
        #[arg(long)]
        rehearsal: bool,
    },
    /// Print the rules of the site (caching, types, security) in the words of a host
    Hosting {
        /// The host, or the server software
        host: Host,
    },
}

#[derive(clap::Args)]
#[command(
    override_usage = "urne new DIR [--name NAME]\n       urne new <article|event|page|result> TITLE"
)]
pub struct New {
    /// The folder of the new site, or what to begin: `article`, `event`, `page` or `result`
    #[arg(value_name = "DIR")]
    pub what: String,
    /// The title of what is begun
    pub title: Option<String>,
    /// What the new site is called
    #[arg(long, conflicts_with = "title")]
    pub name: Option<String>,
}

#[derive(clap::Args)]
pub struct Serve {
    /// The port; without it, 8080 or the next that is free
    #[arg(long)]
    pub port: Option<u16>,
    /// The address: other than 127.0.0.1, other computers see the site too
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub address: IpAddr,
}

#[derive(clap::Args)]
pub struct Build {
    /// The folder to write: it must be new, empty, or hold the last build
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub into: PathBuf,
    /// Leave out the compressed copies that hosts send to most browsers
    #[arg(long)]
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

/// Folders are written as Trunk takes them, with a slash at both ends.
fn folder(text: &str) -> Result<String, Message> {
    let known =
        |name: &str| name.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.~".contains(&it));
    let inside = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    let names = inside.is_some_and(|inside| {
        inside.split('/').all(|name| !name.is_empty() && name != ".." && known(name))
    });
    if text == "/" || names { Ok(text.to_owned()) } else { Err(message!("program-public-url")) }
}
