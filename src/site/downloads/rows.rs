//! What of an election goes into its files: a row for each territory and round, by level.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::election::{Figures, Level, Tally};
use crate::site::calendar;
use crate::site::compile::{missing_words, stations_counted};
use crate::site::content::{Election, Round};

/// What files are made for, and of what.
pub struct About<'a> {
    /// The election.
    pub election: &'a Election,
    /// The whole URL of its page.
    pub url: String,
}

/// One territory in one round.
pub struct Row<'a> {
    /// The round.
    pub round: u8,
    /// Its day.
    pub date: Date,
    /// The code of the territory; its name where it has none.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What was counted.
    pub tally: &'a Tally,
    /// What the figures lack, and how far they are provisional; nothing where they are whole.
    pub reserve: String,
}

/// The rows of a level.
pub type Rows<'a> = Vec<Row<'a>>;

impl Row<'_> {
    /// Every count that is published or follows from published ones.
    pub fn figures(&self) -> Figures {
        self.tally.figures()
    }
}

/// The rows of each level.
pub fn of_levels(election: &Election) -> BTreeMap<Level, Rows<'_>> {
    let mut levels: BTreeMap<Level, Rows<'_>> = BTreeMap::new();
    for round in &election.rounds {
        if !round.in_table {
            levels.entry(election.own_level()).or_default().push(own(election, round));
        }
        for results in election.levels(round.number.value).into_iter().flat_map(|it| it.all()) {
            let rows = results.territories.iter().map(|it| Row {
                round: round.number.value,
                date: round.date.value,
                code: &it.place.code,
                name: &it.place.name,
                tally: &it.tally,
                reserve: missing_words(&it.missing).join(" "),
            });
            // What the election’s own file says of its territory is above.
            let is_new =
                |row: &Row<'_>| round.in_table || election.code.as_deref() != Some(row.code);
            levels.entry(results.level).or_default().extend(rows.filter(is_new));
        }
    }
    for other in &election.other_territories {
        let rows = other.rounds.iter().map(|round| Row {
            code: &other.place.code,
            name: &other.place.name,
            ..own(election, round)
        });
        levels.entry(other.place.level).or_default().extend(rows);
    }
    levels
}

/// The row of a round whose figures are in the election’s own file.
fn own<'a>(election: &'a Election, round: &'a Round) -> Row<'a> {
    let provisional = round.counted.as_ref().map(|counted| {
        let day = calendar::day_and_year(round.source.published.unwrap_or(round.date.value));
        format!("Provisoire, {day}\u{a0}: {}.", stations_counted(counted))
    });
    Row {
        round: round.number.value,
        date: round.date.value,
        code: election.code.as_deref().unwrap_or(&election.territory),
        name: &election.territory,
        tally: &round.tally,
        reserve: provisional.unwrap_or_default(),
    }
}
