//! Records to results: codes, order, duplicates, and what must be left out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::check::{self, Rules};
use super::choose::{Source, Which};
use super::column::TerritoryColumn;
use super::difference::Difference;
use super::header::Header;
use super::number::Rounding;
use super::places::Places;
use super::problem::Problem;
use super::reasons::{self, list};
use super::record::{self, Record};
use super::sheet::Sheet;
use super::sums::Sums;
use crate::election::{
    self, Candidate, Department, Level, LevelResults, Place, Quantity, Refused, TerritoryResult,
};
use crate::message;
use crate::site::messages::Message;

/// What an editor asks for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which sheet, level and round of the file.
    pub which: Which,
    /// Only the rows of this département, circonscription or commune; `FR` is all of them.
    pub within: Option<String>,
    /// Keep rows whose figures contradict each other, and say so to readers.
    pub accept_differences: bool,
}

/// What a file gave.
#[derive(Clone, Debug)]
pub struct Import {
    /// The sheet that was read, and those that were not.
    pub source: Source,
    /// The results.
    pub results: LevelResults,
    /// How many rows are below the header.
    pub rows: usize,
    /// The rows that were left out, each with its place and the reason.
    pub refused: Vec<Message>,
    /// Every difference between what is printed and what is computed.
    pub differences: Vec<Message>,
    /// Columns that mean nothing and were not read.
    pub unused: Vec<String>,
    /// What an editor should know of how the file was read: rows that are sums, remarks, rounding.
    pub notes: Vec<Message>,
    /// Whether the file cuts its percentages off instead of rounding them.
    pub cut_off: bool,
}

/// Makes results of records.
///
/// # Errors
/// Says which territory appears twice, or that nothing is left.
pub fn collect(
    sheet: &Sheet,
    header: &Header,
    records: Vec<Record<'_>>,
    options: &Options,
) -> Result<Import, Problem> {
    let places = Places::new(sheet, header, &records)?;
    let rules = check::rules(&records, sheet, header);
    let unused = unused(header, &records);
    let candidates = reasons::candidates(&records);
    let rows = sheet.rows.get(header.at + 1..).unwrap_or_default();
    let remarks = rows.iter().filter(|row| record::is_remark(row, header));
    let mut notes = rules.notes();
    notes.extend(remarks.map(|row| remark(sheet.row(row.number), row.get(0))));
    let found = Found { notes, ..Found::default() };
    let mut collector = Collector { sheet, header, options, rules, places, unused: &unused, found };
    for record in records {
        collector.take(record)?;
    }
    let cut_off = collector.rules.rounding == Rounding::Down;
    let found = collector.found;
    if found.territories.is_empty() {
        let within = options.within.as_deref().unwrap_or("FR");
        return Err(reasons::nothing_left(within, &found.reasons, &candidates, &unused));
    }
    let mut territories: Vec<_> = found.territories.into_values().map(|(_, it)| it).collect();
    without_all_zero_seats(&mut territories);
    in_one_order(&mut territories);
    let level = collector.places.level;
    Ok(Import {
        source: Source::default(),
        results: LevelResults { level, territories, refused: found.left_out },
        rows: rows.len(),
        refused: found.refused,
        differences: found.differences,
        unused,
        notes: found.notes,
        cut_off,
    })
}

struct Collector<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    options: &'a Options,
    rules: Rules,
    places: Places,
    unused: &'a [String],
    found: Found,
}

/// What was found so far.
#[derive(Default)]
struct Found {
    territories: BTreeMap<String, (u64, TerritoryResult)>,
    refused: Vec<Message>,
    left_out: Vec<Refused>,
    /// Why rows were refused, each with its place.
    reasons: Vec<Message>,
    differences: Vec<Message>,
    notes: Vec<Message>,
    sums: Sums,
}

impl Collector<'_> {
    fn take(&mut self, mut record: Record<'_>) -> Result<(), Problem> {
        let row = self.sheet.row(record.row);
        let place = self.places.place(&record);
        let is_alone = self.places.level == Level::Country;
        let sum = self.found.sums.told_by(&record, place.is_some()).filter(|_| !is_alone);
        if let Some(text) = sum {
            self.found.notes.push(message!("import-at", place = row, found = text));
            return Ok(());
        }
        self.found.sums.add(&record);
        if !self.is_within(&record, place.as_ref()) {
            return Ok(());
        }
        let Some(place) = place else {
            let why = without_code(&record);
            let sentence = "La source n’y indique aucun territoire connu.";
            let message = message!("import-at", place = row, found = why.clone());
            self.refuse(&record, None, why, vec![Difference::new(message, sentence)]);
            return Ok(());
        };
        if !record.unreadable.is_empty() {
            let reasons = std::mem::take(&mut record.unreadable);
            let why = without_row(&row, reasons.first());
            self.refuse(&record, Some(&place), why, reasons);
            return Ok(());
        }
        let found = check::differences(&record, self.sheet, self.header, &self.rules);
        self.found.differences.extend(found.iter().map(|difference| difference.message.clone()));
        if !found.is_empty() && !self.options.accept_differences {
            self.refuse(&record, Some(&place), message!("import-contradictory"), found);
            return Ok(());
        }
        if let Some((first, known)) = self.found.territories.get(&place.code) {
            return Err(self.twice(row, *first, &known.place));
        }
        self.keep(record, place, found);
        Ok(())
    }

    fn keep(&mut self, mut record: Record<'_>, place: Place, found: Vec<Difference>) {
        check::keep_shares(&mut record);
        let commune = record.territory(TerritoryColumn::CommuneName).map(str::to_owned);
        let mut territory = TerritoryResult {
            commune: commune.filter(|_| place.level == Level::Station),
            circonscription: self.circonscription(&record),
            stations: record
                .territory(TerritoryColumn::Stations)
                .and_then(|text| text.parse().ok()),
            differences: found.into_iter().map(|difference| difference.sentence).collect(),
            ..TerritoryResult::new(place, record.tally)
        };
        without_derived(&mut territory);
        self.found.territories.insert(territory.place.code.clone(), (record.row, territory));
    }

    fn circonscription(&self, record: &Record<'_>) -> Option<String> {
        let code = self.places.circonscription(record);
        code.filter(|_| self.places.level < Level::Canton)
    }

    /// One territory in two rows: more likely a column that was not understood than a mistake.
    fn twice(&self, row: Message, first: u64, place: &Place) -> Problem {
        let found =
            message!("import-twice", territory = called(place), first = self.sheet.row(first));
        let help = match self.unused {
            [] => message!("import-twice-help"),
            unused => message!("import-twice-or-columns-help", columns = list(unused)),
        };
        Problem::new(row, found, help)
    }

    /// Leaves a row out, and keeps what is known of it.
    fn refuse(
        &mut self,
        record: &Record<'_>,
        place: Option<&Place>,
        why: Message,
        reasons: Vec<Difference>,
    ) {
        let row = self.sheet.row(record.row);
        let why = match place {
            Some(place) => message!("import-at", place = called(place), found = why),
            None => why,
        };
        self.found.refused.push(message!("import-at", place = row, found = why));
        let names = [
            TerritoryColumn::CommuneName,
            TerritoryColumn::CantonName,
            TerritoryColumn::CirconscriptionName,
            TerritoryColumn::DepartmentName,
        ];
        let named = names.into_iter().find_map(|kind| record.territory(kind)).map(str::to_owned);
        let name = place.map(|place| place.name.clone()).or(named);
        self.found.left_out.push(Refused {
            code: place.map(|place| place.code.clone()),
            name: name.unwrap_or_else(|| format!("ligne {}", record.row)),
            within: self.places.within(record),
            circonscription: self.circonscription(record),
            registered: record.tally.counts.get(Quantity::Registered),
            reason: reasons.iter().map(|it| it.sentence.as_str()).collect::<Vec<_>>().join(" "),
        });
        self.found.reasons.extend(reasons.into_iter().map(|reason| reason.message));
    }

    /// Whether a row is asked for; one of an unknown place is where everything is.
    fn is_within(&self, record: &Record<'_>, place: Option<&Place>) -> bool {
        // The country holds every row.
        let within = self.options.within.as_deref().filter(|code| *code != "FR");
        let Some(within) = within else { return true };
        let circonscription = self.circonscription(record);
        let home = self.places.within(record);
        let code = place.map_or(home.as_str(), |place| &place.code);
        let code = code.split('_').next().unwrap_or_default();
        let asked = election::department(within);
        code.eq_ignore_ascii_case(within)
            || circonscription.is_some_and(|code| code.eq_ignore_ascii_case(within))
            || asked.is_some() && asked == department(place.map(|it| it.level), code)
    }
}

/// The département of a code; of a larger territory that is known, where its own level is not.
fn department(level: Option<Level>, code: &str) -> Option<&'static Department> {
    match level {
        Some(Level::Country | Level::Region) => None,
        Some(Level::Department) => election::department(code),
        Some(Level::Circonscription | Level::Canton) => {
            code.get(..code.len().saturating_sub(2)).and_then(election::department)
        }
        Some(Level::Commune | Level::Station) => election::department_of_commune(code),
        None => election::department_of_commune(code).or_else(|| election::department(code)),
    }
}

fn remark(row: Message, text: &str) -> Message {
    message!("import-remark", row = row, text = text)
}

fn called(place: &Place) -> String {
    format!("{} ({})", place.name, place.code)
}

/// The message of a reason without the row with which it begins.
fn without_row(row: &Message, reason: Option<&Difference>) -> Message {
    let message = reason.map(|reason| reason.message.to_string()).unwrap_or_default();
    let why = message.strip_prefix(&row.to_string()).unwrap_or(&message);
    why.trim_start_matches([',', ':', ' ', '\u{a0}']).into()
}

fn without_code(record: &Record<'_>) -> Message {
    let places = record.territory.iter().filter(|(kind, _)| *kind != TerritoryColumn::Stations);
    let texts = places.map(|(_, text)| *text);
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    match texts.as_slice() {
        [] => message!("import-without-code"),
        texts => message!("import-unknown-code", texts = texts.join(", ")),
    }
}

/// What follows from other counts was checked and need not be kept.
fn without_derived(territory: &mut TerritoryResult) {
    let counts = territory.tally.counts;
    if counts.get(Quantity::Registered).is_some() && counts.get(Quantity::Voters).is_some() {
        territory.tally.counts = counts.with(Quantity::Abstentions, None);
    }
}

/// A file in which nobody wins a seat says nothing about seats.
fn without_all_zero_seats(territories: &mut [TerritoryResult]) {
    let scores = territories.iter().flat_map(|territory| &territory.tally.scores);
    // Nobody's seats are known, or somebody won one.
    if scores.map(|score| score.candidate.seats).max().flatten() != Some(0) {
        return;
    }
    // Each is changed once, so that equal ones stay one.
    let mut changed: HashMap<Arc<Candidate>, Arc<Candidate>> = HashMap::new();
    for score in territories.iter_mut().flat_map(|territory| &mut territory.tally.scores) {
        let without = || Arc::new(Candidate { seats: None, ..Candidate::clone(&score.candidate) });
        score.candidate = changed.entry(score.candidate.clone()).or_insert_with(without).clone();
    }
}

/// Where all territories have the same candidates, brings them into one order: that of the panels,
/// else that of the first territory. (The ministry sorted each row by votes until 2017.)
fn in_one_order(territories: &mut [TerritoryResult]) {
    let Some(first) = territories.first() else { return };
    let mut order: Vec<Arc<Candidate>> =
        first.tally.scores.iter().map(|score| score.candidate.clone()).collect();
    if order.iter().all(|candidate| candidate.panel.is_some()) {
        order.sort_by_key(|candidate| candidate.panel);
    }
    let in_order = |territory: &TerritoryResult| {
        territory.tally.scores.iter().map(|score| &score.candidate).eq(&order)
    };
    if territories.iter().all(in_order) {
        return;
    }
    let rank: HashMap<Arc<Candidate>, usize> =
        order.iter().enumerate().map(|(at, candidate)| (candidate.clone(), at)).collect();
    let same = |territory: &TerritoryResult| {
        territory.tally.scores.len() == rank.len()
            && territory.tally.scores.iter().all(|score| rank.contains_key(&score.candidate))
    };
    if territories.iter().all(same) {
        for territory in territories {
            territory.tally.scores.sort_by_cached_key(|score| rank.get(&score.candidate).copied());
        }
    }
}

/// The columns that no layout explains and that are no candidate's.
fn unused(header: &Header, records: &[Record<'_>]) -> Vec<String> {
    let scores = records.first().map_or(&[][..], |record| &record.tally.scores);
    let unknown = header.columns.iter().zip(&header.names).filter(|(known, _)| known.is_none());
    let mut told = HashSet::new();
    unknown
        .map(|(_, name)| name)
        .filter(|name| !name.is_empty() && scores.iter().all(|score| score.name() != name.as_str()))
        .filter(|name| told.insert(name.as_str()))
        .cloned()
        .collect()
}
