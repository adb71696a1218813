//! Why something failed, where it is not this program that says so: errors of the system, in words of the catalogues.

use std::error::Error;
use std::io::{self, ErrorKind};

use super::Message;
use crate::message;

/// An error with all of its causes, the first first.
pub fn chain(error: &anyhow::Error) -> String {
    let causes: Vec<Message> = error.chain().map(cause).collect();
    let said = causes
        .into_iter()
        .rev()
        .reduce(|why, what| message!("program-because", what = what, why = why));
    said.map_or_else(String::new, |said| said.to_string())
}

/// One error without its causes.
fn cause(error: &(dyn Error + 'static)) -> Message {
    error.downcast_ref().map_or_else(|| error.to_string().into(), of_system)
}

/// An error of the system, by its kind where that is one that people meet.
pub fn of_system(error: &io::Error) -> Message {
    match error.kind() {
        ErrorKind::NotFound => message!("program-not-found"),
        ErrorKind::PermissionDenied => message!("program-not-permitted"),
        ErrorKind::AlreadyExists => message!("program-exists"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => message!("program-disk-full"),
        ErrorKind::ReadOnlyFilesystem => message!("program-read-only"),
        ErrorKind::IsADirectory => message!("program-is-folder"),
        ErrorKind::NotADirectory => message!("program-is-no-folder"),
        ErrorKind::DirectoryNotEmpty => message!("program-is-not-empty"),
        ErrorKind::AddrInUse => message!("program-address-taken"),
        ErrorKind::AddrNotAvailable => message!("program-address-of-others"),
        ErrorKind::ConnectionRefused => message!("program-refused"),
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::UnexpectedEof => {
            message!("program-cut-off")
        }
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            message!("program-no-network")
        }
        ErrorKind::TimedOut => message!("program-no-answer-in-time"),
        ErrorKind::InvalidFilename => message!("program-name-impossible"),
        _ => error.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;

    #[test]
    fn an_error_of_the_system_is_said_in_words_of_the_catalogues() {
        let error = std::fs::read("no/such/file").context("first").unwrap_err();
        assert_eq!(chain(&error), "first: there is no such file or folder");
        let other = io::Error::other("the moon is full");
        assert_eq!(chain(&other.into()), "the moon is full");
    }
}
