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
    /// The same in fewer words, where there are: nobody needs all columns of a sheet that is not read.
    pub brief: Option<Message>,
    /// What to do.
    pub help: Message,
    /// Whether it only says that this is no table of results, so that another sheet may be one.
    pub is_no_table: bool,
}

impl Problem {
    /// A problem at a place.
    pub fn new(
        place: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) -> Self {
        let (place, found, help) = (place.into(), found.into(), help.into());
        Self { place, found, brief: None, help, is_no_table: false }
    }

    /// The problem of a file in which nothing is.
    pub fn of_empty_file() -> Self {
        let (place, help) = (message!("import-the-file"), message!("import-again-help"));
        Self::new(place, message!("import-empty"), help)
    }

    /// The same, with what is wrong in fewer words.
    #[must_use]
    pub fn in_brief(self, brief: Message) -> Self {
        Self { brief: Some(brief), ..self }
    }

    /// Where it is and what is wrong there, in a line.
    pub fn line(self) -> Message {
        message!("import-at", place = self.place, found = self.found)
    }

    /// The same, where it only says that this is no table.
    #[must_use]
    pub fn of_no_table(self) -> Self {
        Self { is_no_table: true, ..self }
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
