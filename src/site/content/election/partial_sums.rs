//! Sums that lack something: a warning for the editor. What a page says of it is decided elsewhere.

use super::round::Round;
use crate::election::{Levels, Reached, Shortfall, TerritoryResult};
use crate::site::parse::diagnostics::Problems;

/// How many territories are named before the rest is only counted.
const NAMED: usize = 8;

/// Warns of sums that lack rows or territories, and of publications that smaller territories do not
/// reach.
pub fn warn(round: &Round, levels: &Levels, problems: &mut Problems) {
    let sums = levels.layers.iter().filter(|layer| layer.sums_of.is_some());
    let sums = sums.flat_map(|layer| &layer.results.territories);
    let partial: Vec<&TerritoryResult> = sums.filter(|sum| !sum.missing.is_empty()).collect();
    if !partial.is_empty() {
        let found = format!("partial: {}", named(&partial));
        let help = "import a file that has what is missing, or the figures of the larger \
                    territories; as it is, pages say what is missing and nobody is ahead";
        round.number.warning(problems, "some sums of this round lack something", found, help);
    }
    let all = levels.all().flat_map(|results| &results.territories);
    let short: Vec<&TerritoryResult> =
        all.filter(|it| !it.missing_in_children.is_empty()).collect();
    if !short.is_empty() {
        let lacking = |it: &TerritoryResult| -> u32 {
            let registered = |it: &Shortfall| it.registered.map_or(0, Reached::lacking);
            it.missing_in_children.shortfalls.iter().map(registered).sum()
        };
        let largest = short.iter().map(|it| lacking(it)).max().unwrap_or_default();
        let found = format!(
            "not reached: {}; at most {largest} registered voters are missing",
            named(&short)
        );
        let help = "look for the stations or communes that the file leaves out; as it is, pages say \
                    what is missing";
        let title = "smaller territories do not reach what was published of larger ones";
        round.number.warning(problems, title, found, help);
    }
}

fn named(territories: &[&TerritoryResult]) -> String {
    let name = |it: &&TerritoryResult| format!("{} ({})", it.place.name, it.place.code);
    let names: Vec<String> = territories.iter().take(NAMED).map(name).collect();
    match territories.len().saturating_sub(NAMED) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}
