//! The program as it is called: arguments, and who does what they ask for.

mod arguments;
mod edit;
mod help;
mod import;
mod new;
mod refused;
mod site;
mod values;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, ValueEnum};

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
    let asked = help::translated(Arguments::command()).try_get_matches();
    let done = match asked.and_then(|it| Arguments::from_arg_matches(&it)) {
        Ok(arguments) => run(&arguments),
        Err(error) => return refused::tell(&error),
    };
    done.unwrap_or_else(|error| {
        site::tell_failure(&error);
        ExitCode::FAILURE
    })
}

/// The language in which to speak: the one that was asked for, that of the site, or that of the system. It is found
/// before anything else is read, so that the help and mistakes in what is asked for are told in it.
fn language() -> Language {
    let asked = option("--language").or_else(|| std::env::var("URNE_LANGUAGE").ok());
    let asked = asked.and_then(|it| Language::from_str(&it, false).ok());
    let of_site =
        || settings::language(option("--content").as_deref().unwrap_or("content").as_ref());
    let of_system = || Language::of_locale(&sys_locale::get_locale().unwrap_or_default());
    asked.or_else(of_site).unwrap_or_else(of_system)
}

/// What was written behind an option, be the rest right or wrong.
fn option(name: &str) -> Option<String> {
    let mut written = std::env::args_os().map(|it| it.to_string_lossy().into_owned());
    let found = written.find_map(|it| match it.strip_prefix(name)?.strip_prefix('=') {
        Some(value) => Some(Some(value.to_owned())),
        None => (it == name).then_some(None),
    });
    found?.or_else(|| written.next())
}

fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    route::set_base_path(&arguments.public_url);
    match &arguments.command {
        Command::New(new) => new::run(new, &arguments.content),
        Command::Serve(serve) => site::serve(arguments, serve),
        Command::Edit => edit::run(&arguments.content),
        Command::Schema { into } => edit::schemas(into),
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
            let report =
                doctor::examine(url, Examination { sample: *sample, is_rehearsal: *rehearsal })?;
            print!("{report}");
            Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Hosting { host } => {
            print!("{}", site::rules(&arguments.content, *host)?);
            Ok(ExitCode::SUCCESS)
        }
    }
}
