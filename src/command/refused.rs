//! What is wrong with what was asked, in the words of the catalogues: what clap says of it is English.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::message;
use crate::site::messages::Message;

/// Prints the help that was asked for, or says what is wrong with what was asked.
pub fn tell(error: &Error) -> ExitCode {
    if let ErrorKind::DisplayHelp
    | ErrorKind::DisplayVersion
    | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand = error.kind()
    {
        // Whoever closes a pipe has read enough.
        let _ = error.print();
    } else {
        eprint!("{}", told(error));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// What is wrong, what to write, how it is used, and where there is more.
fn told(error: &Error) -> String {
    let mut told = format!("{}: {}\n", message!("check-error"), wrong(error));
    if let Some(help) = remedy(error) {
        told.push_str(&format!("   = {}: {help}\n", message!("check-help")));
    }
    let usage = error.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let Some(usage) = usage.strip_prefix("Usage: ") else { return told };
    told.push_str(&format!("\n{} {}\n", message!("arguments-usage"), usage.trim_end()));
    let is_name = |word: &&str| word.bytes().all(|it| it.is_ascii_lowercase());
    let names = usage.split_whitespace().take_while(is_name);
    let command = names.collect::<Vec<_>>().join(" ");
    told.push_str(&format!("\n{}\n", message!("arguments-more", command = command)));
    told
}

fn wrong(error: &Error) -> Message {
    let of = |kind| of(error, kind).unwrap_or_default();
    let argument = of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => message!("arguments-unexpected", argument = argument),
        ErrorKind::InvalidSubcommand => {
            message!("arguments-no-command", command = of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => {
            let command = message!("arguments-command");
            message!("arguments-missing", arguments = format!("<{command}>"))
        }
        ErrorKind::MissingRequiredArgument => message!("arguments-missing", arguments = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue);
            if value.is_empty() {
                return message!("arguments-value-missing", argument = argument);
            }
            message!("arguments-no-value", value = value, argument = argument)
        }
        ErrorKind::ArgumentConflict => match of(ContextKind::PriorArg) {
            other if other == argument => message!("arguments-twice", argument = argument),
            other => message!("arguments-conflict", argument = argument, other = other),
        },
        _ => message!("arguments-unreadable"),
    }
}

/// What to write instead, where it is known.
fn remedy(error: &Error) -> Option<Message> {
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    if let Some(known) = suggested.into_iter().find_map(|kind| of(error, kind)) {
        return Some(message!("fields-did-you-mean", known = known));
    }
    // Values that the program reads itself say what they should be.
    let source = std::error::Error::source(error).and_then(|it| it.downcast_ref::<Message>());
    let known = || of(error, ContextKind::ValidValue);
    source.cloned().or_else(|| Some(message!("arguments-choose", values = known()?)))
}

/// What clap knows of a mistake.
fn of(error: &Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
