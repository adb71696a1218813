//! The native command: arguments and dispatch, nothing else.

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    use annotate_snippets::Renderer;
    use anyhow::Context;
    use clap::{Parser, Subcommand, ValueEnum};
    use jiff::Timestamp;
    use urne::election::Level;
    use urne::route::{self, Slug};
    use urne::site::import::outlines;
    use urne::site::import::results::Options;
    use urne::site::import::results::choose::Which;
    use urne::site::import::results::command::{self, Request};
    use urne::site::publish::compress;
    use urne::site::publish::hosting::Host;
    use urne::site::{self, Compiled, doctor};

    /// Reads, checks and builds the content of the site
    #[derive(Parser)]
    #[command(name = "cargo site", bin_name = "cargo site", version)]
    struct Arguments {
        #[command(subcommand)]
        command: Command,
        /// The folder with the content
        #[arg(long, global = true, default_value = "content")]
        content: PathBuf,
        /// The folder of the host in which the site is, such as /conflans/
        #[arg(long, global = true, env = "TRUNK_PUBLIC_URL", default_value = "/", value_parser = folder)]
        public_url: String,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Report every problem of the content and write nothing
        Check,
        /// Check the content, then write its data and complete pages (Trunk calls this)
        Build {
            /// The folder with the index.html made by Trunk; it receives the site
            #[arg(long, env = "TRUNK_STAGING_DIR")]
            into: PathBuf,
            /// What it is for: `release`, to be published, is also compressed
            #[arg(long, env = "TRUNK_PROFILE", value_enum, default_value_t = Profile::Debug)]
            profile: Profile,
        },
        /// Print the rules of the site (caching, types, security) in the words of a host
        Hosting {
            /// The host, or the server software
            host: Host,
        },
        /// Examine the published site over HTTP and say how to fix each fault
        Doctor {
            /// Its URL, such as `https://www.example.org` or `https://host.example/conflans/`
            url: String,
            /// Check this many pages only, evenly sampled
            #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
            sample: Option<u32>,
        },
        /// Turn published files into content
        #[command(subcommand)]
        Import(Import),
    }

    #[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
    enum Profile {
        /// For previews while writing
        Debug,
        /// To be published
        Release,
    }

    #[derive(Subcommand)]
    enum Import {
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

    #[derive(clap::Args)]
    struct Reading {
        /// The sheet of a workbook that is read; without it, the one of this round
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// Let published titles take the place of those that are in the table of candidates
        #[arg(long)]
        replace: bool,
    }

    pub fn main() -> ExitCode {
        match run(&Arguments::parse()) {
            Ok(code) => code,
            Err(error) => {
                eprintln!("error: {error:#}");
                ExitCode::FAILURE
            }
        }
    }

    fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
        route::set_base_path(&arguments.public_url);
        match &arguments.command {
            Command::Import(import) => {
                println!("{}", self::import(import, &arguments.content)?);
                Ok(ExitCode::SUCCESS)
            }
            Command::Hosting { host } => {
                print!("{}", host.rules());
                Ok(ExitCode::SUCCESS)
            }
            Command::Doctor { url, sample } => {
                let report = doctor::examine(url, sample.map(|it| it as usize))?;
                print!("{report}");
                Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
            Command::Check => content(&arguments.content, None),
            Command::Build { into, profile } => content(&arguments.content, Some((into, *profile))),
        }
    }

    /// Checks the content and, where a folder is named, builds it.
    fn content(content: &Path, build: Option<(&PathBuf, Profile)>) -> anyhow::Result<ExitCode> {
        let renderer = if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let compiled = match site::compile(content, now()?) {
            Ok(compiled) => compiled,
            Err(problems) => {
                eprint!("{}", problems.render(&renderer));
                return Ok(ExitCode::FAILURE);
            }
        };
        eprint!("{}", compiled.warnings.render_warnings(&renderer));
        for (page, publication) in &compiled.withheld {
            println!("{page} is {publication}: left out.");
        }
        let Some((into, profile)) = build else {
            let warnings = match compiled.warnings.warnings() {
                0 => String::new(),
                1 => "; 1 warning".to_owned(),
                many => format!("; {many} warnings"),
            };
            println!("No problem in {}{warnings}.", summary(&compiled));
            return Ok(ExitCode::SUCCESS);
        };
        let files = site::write(&compiled, into)?;
        println!("{files} files written from {}.", summary(&compiled));
        if profile == Profile::Release {
            println!("{}", compress::folder(into)?);
        }
        Ok(ExitCode::SUCCESS)
    }

    fn import(import: &Import, content: &Path) -> anyhow::Result<String> {
        match import {
            Import::Contours { file, name, source } => {
                let imported = outlines::import(file, name, source, content)?;
                let (count, path) = (imported.territories, imported.path.display());
                Ok(format!("{count} territories written to {path} ({} bytes).", imported.size))
            }
            Import::Results {
                file,
                election,
                round,
                within,
                accept_differences,
                reading,
                level,
            } => {
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

    fn level(text: &str) -> Result<Level, String> {
        Level::from_file_name(text).ok_or_else(|| {
            let names = Level::ALL.map(Level::file_name).join(", ");
            format!("the levels are {names}")
        })
    }

    /// Folders are written as Trunk takes them, with a slash at both ends.
    fn folder(text: &str) -> Result<String, &'static str> {
        let known =
            |name: &str| name.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_.~".contains(&it));
        let inside = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
        let names = inside.is_some_and(|inside| {
            inside.split('/').all(|name| !name.is_empty() && name != ".." && known(name))
        });
        if text == "/" || names {
            Ok(text.to_owned())
        } else {
            Err(
                "write a path with a slash at both ends, such as /conflans/; the host is in site.json",
            )
        }
    }

    fn slug(text: &str) -> Result<Slug, &'static str> {
        Slug::try_from(text.to_owned())
    }

    fn summary(compiled: &Compiled) -> String {
        format!("{} pages", compiled.routes().count())
    }

    /// The moment of the build: `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated
    /// to the byte on another day, else the clock's.
    fn now() -> anyhow::Result<Timestamp> {
        match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(seconds) => {
                let seconds = seconds.parse().context("SOURCE_DATE_EPOCH is not a number")?;
                Timestamp::from_second(seconds).context("SOURCE_DATE_EPOCH is out of range")
            }
            Err(_) => Ok(Timestamp::now()),
        }
    }
}

/// A site is made of many small texts, from several threads: the allocator of the system takes two fifths of
/// the time.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

/// Nothing of this command runs in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
