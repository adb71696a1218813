//! What makes a published file unusable, said so that an editor knows where to look and what to do.

use std::fmt;

use crate::message;
use crate::site::messages::Message;

/// A name in quotes.
pub fn quoted(name: &str) -> String {
    message!("import-quoted", name = name).to_string()
}

/// A problem in a published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `line 3, column 7 "Voix"`.
    pub place: Message,
    /// What is wrong there.
    pub found: Message,
    /// What to do.
    pub help: Box<Message>,
    /// Why this is no table of results at all, in few words: another sheet may be one.
    pub no_table: Option<Box<Message>>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(
        place: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) -> Self {
        let help = Box::new(help.into());
        Self { place: place.into(), found: found.into(), help, no_table: None }
    }

    /// The problem of a file in which nothing is.
    pub fn of_empty_file() -> Self {
        let (place, help) = (message!("import-the-file"), message!("import-again-help"));
        Self::new(place, message!("import-empty"), help)
    }

    /// Where it is and what is wrong there, in a line.
    pub fn line(self) -> Message {
        message!("import-at", place = self.place, found = self.found)
    }

    /// The same, where it only says that this is no table, and why.
    #[must_use]
    pub fn of_no_table(self, why: Message) -> Self {
        Self { no_table: Some(Box::new(why)), ..self }
    }

    /// The same, with the name of the sheet in front of its place.
    #[must_use]
    pub fn in_sheet(self, name: Option<&str>) -> Self {
        let Some(name) = name else { return self };
        let place = message!("import-in-sheet", name = name, place = self.place);
        Self { place, ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}: {}", self.clone().line(), message!("check-help"), self.help)
    }
}

impl std::error::Error for Problem {}
