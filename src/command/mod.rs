//! The program as it is called: arguments, and who does what they ask for.

mod arguments;
mod import;
mod new;
mod site;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::arguments::{Arguments, Command};
use crate::message;
use crate::route;
use crate::site::check::reserve;
use crate::site::content::settings;
use crate::site::doctor::{self, Examination};
use crate::site::messages::{self, Language};
use crate::site::now;

/// Runs the program.
pub fn main() -> ExitCode {
    messages::speak(language());
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            site::tell_failure(&error);
            ExitCode::FAILURE
        }
    }
}

/// The language in which to speak: the one that was asked for, that of the site, or that of the system. It is known
/// before anything else is, so that mistakes in what is asked for are told in it.
fn language() -> Language {
    let known = Arguments::command().ignore_errors(true).try_get_matches().ok();
    let asked = known.as_ref().and_then(|it| it.get_one::<Language>("language").copied());
    let content = known.as_ref().and_then(|it| it.get_one::<PathBuf>("content"));
    let of_site = || settings::language(content?);
    let of_system = || Language::of_locale(&sys_locale::get_locale().unwrap_or_default());
    asked.or_else(of_site).unwrap_or_else(of_system)
}

fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    route::set_base_path(&arguments.public_url);
    match &arguments.command {
        Command::New(new) => new::run(new, &arguments.content),
        Command::Serve(serve) => site::serve(arguments, serve),
        Command::Check { format } => site::check(&arguments.content, *format),
        Command::Build(build) => site::build(arguments, build),
        Command::Reserve => {
            let count = reserve::record(&arguments.content, now()?)?;
            println!("{}", message!("program-reserve-recorded", count = count));
            Ok(ExitCode::SUCCESS)
        }
        Command::Import(import) => {
            println!("{}", import::run(import, &arguments.content)?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Doctor { url, sample, rehearsal } => {
            let report = doctor::examine(
                url,
                Examination { sample: sample.map(|it| it as usize), is_rehearsal: *rehearsal },
            )?;
            print!("{report}");
            Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Hosting { host } => {
            print!("{}", host.rules(&site::moved(&arguments.content)?));
            Ok(ExitCode::SUCCESS)
        }
    }
}
