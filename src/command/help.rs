//! The help of every command in the words of the catalogues: what clap itself says in it is English.

use clap::builder::{PossibleValue, Resettable};
use clap::{Arg, Command};

use crate::message;

/// A command with its subcommands, whose help is all in the words of the catalogues.
pub fn translated(mut command: Command) -> Command {
    // Only now has it the help of clap.
    command.build();
    of_command(command)
}

fn of_command(command: Command) -> Command {
    let style = *command.get_styles().get_usage();
    let usage = message!("arguments-usage");
    let template =
        format!("{{about-with-newline}}\n{style}{usage}{style:#} {{usage}}\n\n{{all-args}}");
    let command = if command.get_name() == "help" {
        command.about(message!("arguments-help-command"))
    } else {
        command
    };
    command
        .help_template(template)
        .subcommand_value_name(message!("arguments-command"))
        .subcommand_help_heading(message!("arguments-commands"))
        .mut_args(of_argument)
        .mut_subcommands(of_command)
}

fn of_argument(argument: Arg) -> Arg {
    let heading = match argument.is_positional() {
        true => message!("arguments-arguments"),
        false => message!("arguments-options"),
    };
    let argument = match argument.get_id().as_str() {
        "help" => argument.help(message!("arguments-help")).long_help(Resettable::Reset),
        "version" => argument.help(message!("arguments-version")),
        _ if argument.get_action().takes_values() => with_values(argument),
        _ => argument,
    };
    // Below a heading of one's own, arguments would be in the order of the alphabet.
    let argument = match argument.get_index() {
        Some(index) => argument.display_order(index),
        None => argument,
    };
    argument.help_heading(heading)
}

/// An argument whose help says what can be written, and what it is where nothing is: in short, and at length where
/// values have a help of their own.
fn with_values(argument: Arg) -> Arg {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let items: Vec<String> = values.iter().filter_map(described).collect();
    let defaults = argument.get_default_values().iter().map(|it| it.to_string_lossy());
    let defaults = defaults.collect::<Vec<_>>().join(" ");
    let default = match defaults.as_str() {
        "" => String::new(),
        _ => message!("arguments-default", values = defaults).to_string(),
    };
    let choice = match names.as_slice() {
        [] => String::new(),
        names => message!("arguments-possible", values = names.join(", ")).to_string(),
    };
    let list = match items.as_slice() {
        [] => choice.clone(),
        items => format!("{}\n{}", message!("arguments-possible-list"), items.join("\n")),
    };
    let joined = |parts: [&str; 3], between: &str| {
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(between)
    };
    let short = joined([&help, &choice, &default], " ");
    let long = joined([&help, &list, &default], "\n\n");
    let argument = argument.hide_default_value(true).hide_possible_values(true);
    argument.help(short).long_help(long)
}

/// A value with what it means, where it says that.
fn described(value: &PossibleValue) -> Option<String> {
    let help = value.get_help()?.to_string();
    let item = message!("arguments-possible-item", value = value.get_name(), help = help);
    Some(item.to_string())
}
