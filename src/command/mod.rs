//! The program as it is called: arguments, and who does what they ask for.

mod arguments;
mod import;
mod new;
mod site;

use std::process::ExitCode;

use clap::Parser;

use self::arguments::{Arguments, Command};
use crate::route;
use crate::site::content::settings;
use crate::site::doctor;
use crate::site::messages::{self, Language};

/// Runs the program.
pub fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The language in which to speak: the one that was asked for, that of the site, or that of the system.
fn language(arguments: &Arguments) -> Language {
    let of_site = || settings::language(&arguments.content);
    let of_system = || Language::of_locale(&sys_locale::get_locale().unwrap_or_default());
    arguments.language.or_else(of_site).unwrap_or_else(of_system)
}

fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    messages::speak(language(arguments));
    route::set_base_path(&arguments.public_url);
    match &arguments.command {
        Command::New(new) => new::run(new, &arguments.content),
        Command::Serve(serve) => site::serve(arguments, serve),
        Command::Check => site::check(&arguments.content),
        Command::Build(build) => site::build(arguments, build),
        Command::Import(import) => {
            println!("{}", import::run(import, &arguments.content)?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Doctor { url, sample } => {
            let report = doctor::examine(url, sample.map(|it| it as usize))?;
            print!("{report}");
            Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Hosting { host } => {
            print!("{}", host.rules());
            Ok(ExitCode::SUCCESS)
        }
    }
}
