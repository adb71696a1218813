//! Returns: the tallies of many territories of one level in one round.
//! It must not know which file they came from.

use super::tally::Tally;
use super::territory::{Level, Place};

/// The tallies of one level in one round, in the order of their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returns {
    /// The level of every territory.
    pub level: Level,
    /// The territories.
    pub territories: Vec<Return>,
}

/// The tally of one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// The territory.
    pub place: Place,
    /// Code of the circonscription that it lies in, where the source says it: `7807`.
    pub circonscription: Option<String>,
    /// How many polling stations were published as this one, where the source says it.
    pub stations: Option<u16>,
    /// What was published.
    pub tally: Tally,
    /// Differences inside this row that an editor accepted: what was printed, and what the other
    /// figures make. Shown to readers.
    pub differences: Vec<String>,
}
