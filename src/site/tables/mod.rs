//! The tables of an election: results of many territories, as CSV files in its folder.
//! It must not know where the figures were published.

mod cells;
mod read;
mod write;

pub use read::{candidates, read};
pub use write::{files, named, stale};

use crate::election::{Candidate, Level};

/// The candidates of a round by what the published file calls them.
pub type Named = Vec<(String, Candidate)>;

/// How tables of a level are called.
pub const fn plural(level: Level) -> &'static str {
    match level {
        Level::Station => "stations",
        Level::Commune => "communes",
        Level::Canton => "cantons",
        Level::Circonscription => "circonscriptions",
        Level::Department => "departments",
        Level::Region => "regions",
        Level::Country => "country",
    }
}

/// Every level, smallest first.
const LEVELS: [Level; 7] = [
    Level::Station,
    Level::Commune,
    Level::Canton,
    Level::Circonscription,
    Level::Department,
    Level::Region,
    Level::Country,
];

/// The columns of counts, in the order of `Quantity::ALL`.
const COUNTS: [&str; 7] =
    ["registered", "abstentions", "voters", "blank", "null", "blank_and_null", "valid"];

/// The columns that are no candidate.
const RESERVED: [&str; 6] =
    ["code", "name", "circonscription", "stations", "ballot", "differences"];

/// What stands between two differences in one cell.
const BETWEEN_DIFFERENCES: &str = " | ";

/// Whether a column can not be called after a candidate.
fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name) || COUNTS.contains(&name)
}
