//! What makes a published file unusable, said so that an editor knows where to look and what to do.

use std::fmt;

/// A problem in a published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `line 3, column 7 "Voix"`.
    pub place: String,
    /// What is wrong there.
    pub found: String,
    /// What to do.
    pub help: String,
    /// Whether it only says that this is no table of results, so that another sheet may be one.
    pub is_no_table: bool,
}

impl Problem {
    /// A problem at a place.
    pub fn new(
        place: impl Into<String>,
        found: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { place: place.into(), found: found.into(), help: help.into(), is_no_table: false }
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
        Self { place: format!("sheet \"{name}\", {}", self.place), ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\nhelp: {}", self.place, self.found, self.help)
    }
}

impl std::error::Error for Problem {}
