//! A round in one territory: its figures, what wins it there, and what the figures lack.

use super::{decision, details, missing};
use crate::data::{Round, Source};
use crate::election::{Level, Stands, Tally, reconstruct};
use crate::french;
use crate::site::{calendar, content};

/// A round with everything that its own file says of it: in the election’s own territory, or in one
/// of the others whose figures are there too.
pub fn compile_own_round(
    election: &content::Election,
    round: &content::Round,
    level: Level,
) -> Round {
    let compiled = compile_figures(election, round, level);
    // Nobody has a seat by a sum that lacks votes.
    let whole = Some(round).filter(|_| !compiled.is_partial());
    Round { details: details::of(&compiled.tally, whole), ..compiled }
}

/// The same without its details.
pub fn compile_figures(
    election: &content::Election,
    round: &content::Round,
    level: Level,
) -> Round {
    let own = || {
        let levels = election.levels(round.number.value).filter(|_| round.in_table)?;
        Some(missing::sentences(&levels.find_code(election.code.as_ref()?)?.missing))
    };
    Round {
        provisional: round.counted.as_ref().map(stations_counted),
        decision: decision::decision(election, round),
        manner: decision::manner(round),
        ..compile_round(
            election,
            round,
            level,
            round.tally.clone(),
            election.stands(&round.tally),
            own().unwrap_or_default(),
        )
    }
}

/// A round in one territory, with the tally that was counted there, of what, and what it lacks: nothing of
/// another territory is said of it.
pub fn compile_round(
    election: &content::Election,
    round: &content::Round,
    level: Level,
    tally: Tally,
    stands: Stands,
    missing: Vec<String>,
) -> Round {
    let tally = if election.adds_up_nuances() { without_absent(tally) } else { tally };
    let majority = election.majority(round, level, tally.scores.len());
    // Nobody is elected by a sum that lacks something, nor with the votes of a bloc or a nuance.
    let added_up = matches!(stands, Stands::Blocs | Stands::Nuances);
    let majority = majority.filter(|_| missing.is_empty() && !added_up);
    Round {
        number: round.number.value,
        contest: election.contest,
        date: calendar::moment(round.date.value),
        provisional: None,
        majority,
        missing,
        of_nuances: false,
        stands,
        reconstruction: reconstruct(&tally),
        details: Vec::new(),
        source: Source {
            name: round.source.name.clone(),
            address: round.source.address.clone(),
            published: round.source.published.map(calendar::moment),
        },
        note: round.note.clone(),
        compared_turnout: None,
        decision: None,
        manner: None,
        tally,
    }
}

/// The tally without nuances that have no votes: where the source adds candidates up, it does not tell a
/// nuance that nobody bears from one without votes.
fn without_absent(mut tally: Tally) -> Tally {
    tally.scores.retain(|score| score.votes != Some(0));
    tally
}

/// « 95 % des 7 208 bureaux dépouillés »
pub fn stations_counted(counted: &content::StationsCounted) -> String {
    let share = match counted.share {
        whole if whole.is_multiple_of(100) => french::percentage(whole / 100),
        parts => french::percentage(french::hundredths(parts.into())),
    };
    format!("{share} des {} bureaux dépouillés", french::number(counted.of))
}
