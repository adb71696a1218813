//! The tables of an election, level by level, and whether they make what the election says.
//! Sums are made by the election domain; here what does not add up becomes problems.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::figures;
use super::names;
use super::partial_sums;
use super::round::Round;
use super::tables;
use crate::election::{Counted, Level, LevelResults, Levels, Place, Stands, TerritoryResult};
use crate::message;
use crate::site::communes;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;

/// Reads the tables next to an election’s file and adds them up, a round each. Communes have their
/// official names on its day, candidates those that pages show. Without a whole, communes are the
/// largest that somebody may ask for.
pub fn read(
    election: &Path,
    within: Option<&Place>,
    stands: Option<Stands>,
    of: &[Round],
    problems: &mut Problems,
) -> BTreeMap<u8, Levels> {
    let folder = election.with_extension("");
    let largest = within.map_or(Level::Commune, |within| within.level);
    let mut rounds: BTreeMap<u8, Vec<LevelResults>> = BTreeMap::new();
    for (round, results) in tables::read(&folder, problems) {
        rounds.entry(round).or_default().push(results);
    }
    for (round, tables) in &mut rounds {
        let day = of.iter().find(|it| it.number.value == *round).map(|it| it.date.value);
        let Some(day) = day else { continue };
        tables.iter_mut().for_each(|table| communes::spell(table, day));
        names::spell(tables, stands, &edited(&folder, *round), day);
    }
    let levels = |(round, tables)| (round, Levels::new(tables, largest));
    rounds.into_iter().map(levels).collect()
}

/// The names of candidates that an editor wrote.
fn edited(folder: &Path, round: u8) -> HashSet<String> {
    // What is wrong in the table was said when it was read.
    let named = tables::candidates(folder, round, &mut Problems::default());
    let other = named.into_iter().filter(|(key, candidate)| *key != candidate.name);
    other.map(|(_, candidate)| candidate.name).collect()
}

/// Ensure the tables make what the election says, and agree with each other.
pub fn ensure_they_fit(
    rounds: &[Round],
    within: Option<&Place>,
    levels: &BTreeMap<u8, Levels>,
    problems: &mut Problems,
) {
    if let Some(within) = within {
        ensure_tables_make_a_whole(rounds, within, levels, problems);
    }
    for round in rounds {
        let Some(levels) = levels.get(&round.number.value) else { continue };
        ensure_levels_have_the_same_candidates(round, levels, problems);
        ensure_levels_agree(round, levels, problems);
        partial_sums::warn(round, levels, problems);
    }
}

/// Ensure the tables of each round make the whole: without it, territories have no pages.
fn ensure_tables_make_a_whole(
    rounds: &[Round],
    within: &Place,
    levels: &BTreeMap<u8, Levels>,
    problems: &mut Problems,
) {
    for round in rounds {
        let results = levels.get(&round.number.value).and_then(|levels| levels.layers.last());
        let results = results.map(|layer| &layer.results);
        let (found, help) = match results {
            None => (message!("election-no-whole-table"), message!("election-no-whole-table-help")),
            Some(results) if results.level < within.level => {
                (message!("election-no-whole-sum"), message!("election-no-whole-sum-help"))
            }
            Some(results) => {
                let mut codes = results.territories.iter().map(|it| it.place.code.as_str());
                let Some(other) = codes.find(|code| *code != within.code) else { continue };
                (
                    message!("election-no-whole-other", other = other),
                    message!("election-no-whole-other-help"),
                )
            }
        };
        let title = message!("election-no-whole", whole = within.name.as_str());
        round.number.problem(problems, title, found, help);
    }
}

/// Ensure levels that each have one list of candidates have the same: a candidate of one who is not
/// found in the other would have no votes there.
fn ensure_levels_have_the_same_candidates(round: &Round, levels: &Levels, problems: &mut Problems) {
    let published = levels.layers.iter().filter(|layer| layer.sums_of.is_none());
    let published = published.map(|layer| &layer.results).chain(&levels.overlapping);
    let lists: Vec<(Level, BTreeSet<&str>)> =
        published.filter_map(|it| Some((it.level, candidates(it)?))).collect();
    for pair in lists.windows(2) {
        let [(one, names), (other, others)] = pair else { continue };
        let missing = |from: &BTreeSet<&str>, to: &BTreeSet<&str>| -> Vec<String> {
            from.difference(to).take(NAMED).map(|name| format!("`{name}`")).collect()
        };
        let (only_here, only_there) = (missing(names, others), missing(others, names));
        if only_here.is_empty() && only_there.is_empty() {
            continue;
        }
        let found = message!(
            "election-other-candidates-found",
            one = called(*one),
            names = listed(&only_here),
            other = called(*other),
            others = listed(&only_there),
        );
        let title = message!("election-other-candidates");
        let help = message!("election-other-candidates-help");
        round.number.problem(problems, title, found, help);
    }
}

/// How many names are listed for each level.
const NAMED: usize = 8;

fn listed(names: &[String]) -> Message {
    if names.is_empty() { message!("election-no-other") } else { names.join(", ").into() }
}

/// What territories of a level are called.
fn called(level: Level) -> Message {
    message!("election-level", level = level.file_name())
}

/// The names of the candidates, where they are the same in each of several territories.
fn candidates(results: &LevelResults) -> Option<BTreeSet<&str>> {
    let (first, others) = results.territories.split_first()?;
    let same = |other: &TerritoryResult| {
        let scores = first.tally.scores.iter().zip(&other.tally.scores);
        first.tally.scores.len() == other.tally.scores.len()
            && scores.into_iter().all(|(a, b)| a.candidate == b.candidate)
    };
    let shared = !others.is_empty() || results.level >= Level::Department;
    let alike = shared && others.iter().all(same);
    alike.then(|| first.tally.scores.iter().map(|score| score.name()).collect())
}

/// Ensure the territories of a level do not make more than was published of a larger one, or readers
/// are told that they do.
fn ensure_levels_agree(round: &Round, levels: &Levels, problems: &mut Problems) {
    for it in levels.differences() {
        let counted = match it.counted {
            Counted::Quantity(quantity) => figures::field(quantity).into(),
            Counted::Votes(candidate) => {
                message!("election-votes-of", candidate = candidate.name.as_str())
            }
        };
        let found = message!(
            "election-other-sum-found",
            place = it.place.name.as_str(),
            counted = counted,
            level = called(it.level),
            sum = it.sum.to_string(),
            published = it.published.to_string(),
        );
        let (title, help) = (message!("election-other-sum"), message!("election-other-sum-help"));
        round.number.problem(problems, title, found, help);
    }
}
