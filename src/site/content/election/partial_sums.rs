//! Sums that lack something: a warning for the editor. What a page says of it is decided elsewhere.

use super::round::Round;
use crate::election::{Levels, Reached, Shortfall, TerritoryResult};
use crate::message;
use crate::site::messages::Message;
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
        let found = message!("election-partial-found", names = named(&partial));
        let help = message!("election-partial-help");
        round.number.warning(problems, message!("election-partial"), found, help);
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
        let found = message!(
            "election-short-found",
            names = named(&short),
            count = usize::try_from(largest).unwrap_or(usize::MAX),
        );
        let help = message!("election-short-help");
        round.number.warning(problems, message!("election-short"), found, help);
    }
}

fn named(territories: &[&TerritoryResult]) -> Message {
    let name = |it: &&TerritoryResult| format!("{} ({})", it.place.name, it.place.code);
    let names: Vec<String> = territories.iter().take(NAMED).map(name).collect();
    match territories.len().saturating_sub(NAMED) {
        0 => names.join(", ").into(),
        more => message!("election-and-more", names = names.join(", "), count = more),
    }
}
