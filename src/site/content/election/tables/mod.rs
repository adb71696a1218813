//! The tables of an election: results of many territories, as CSV files in its folder.

mod read;
mod refused;
mod scores;
mod write;

pub use self::read::{candidates, read};
pub use self::write::{candidates as candidates_file, files, named, stale, strangers};

use crate::election::{Candidate, Level};

/// The candidates of a round by what the published file calls them.
pub type Named = Vec<(String, Candidate)>;

/// Whether a file of an election's folder has the name of a table that would be read.
pub fn is_table(name: &str) -> bool {
    let after_round = name.strip_prefix("round-").and_then(|rest| rest.split_once('-'));
    let Some((round, what)) = after_round else { return false };
    let Some(what) = what.strip_suffix(".csv") else { return false };
    let level = what.strip_suffix("-candidates").or(what.strip_suffix("-refused")).unwrap_or(what);
    ["1", "2"].contains(&round) && (what == "candidates" || Level::from_file_name(level).is_some())
}

/// The columns of counts, in the order of `Quantity::ALL`.
const COUNTS: [&str; 7] =
    ["registered", "abstentions", "voters", "blank", "null", "blank_and_null", "valid"];

/// The columns that are no candidate.
const RESERVED: [&str; 7] =
    ["code", "name", "commune", "circonscription", "stations", "ballot", "differences"];

/// The longest name of a territory with its code, in bytes: no file may be called much longer.
pub const LONGEST_NAME: usize = 150;

/// What is between two differences in one cell.
const BETWEEN_DIFFERENCES: &str = " | ";

/// Whether a column can not be called after a candidate.
fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name) || COUNTS.contains(&name)
}
