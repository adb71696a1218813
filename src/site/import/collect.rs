//! Records to returns: codes, order, duplicates, and what must be left out.
//! It must not know the layout that the records came from.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::check::{self, Rules};
use super::mistake::Mistake;
use super::number::Rounding;
use super::record::Record;
use super::sheet::Sheet;
use super::vocabulary::{Column, Header, Territory};
use crate::election::{self, Candidate, Level, Place, Quantity, Return, Returns};

/// What an editor asks for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only the rows of this département, circonscription or commune; `FR` is all of them.
    pub within: Option<String>,
    /// Keep rows whose figures contradict each other, and say so to readers.
    pub accept_differences: bool,
}

/// What a file gave.
#[derive(Clone, Debug)]
pub struct Import {
    /// The results.
    pub returns: Returns,
    /// How many rows stand below the header.
    pub rows: usize,
    /// The rows that were left out, each with its place and the reason.
    pub refused: Vec<String>,
    /// Every difference between what is printed and what is computed.
    pub differences: Vec<String>,
    /// Columns that mean nothing and were not read.
    pub unused: Vec<String>,
    /// Whether the file cuts its percentages off instead of rounding them.
    pub cut_off: bool,
}

/// Makes returns of records.
///
/// # Errors
/// Says which territory stands twice, or that nothing is left.
pub fn collect(
    sheet: &Sheet,
    header: &Header,
    records: Vec<Record<'_>>,
    options: &Options,
) -> Result<Import, Mistake> {
    let level = level(header, records.len()).ok_or_else(|| {
        header.unknown(sheet, "a code of the territory, such as \"Code de la commune\"")
    })?;
    let rules = check::rules(&records, sheet, header);
    let unused = unused(header, &records);
    let mut collector = Collector { sheet, header, options, rules, level, found: Found::default() };
    for record in records {
        collector.take(record)?;
    }
    let cut_off = collector.rules.rounding == Rounding::Down;
    let mut territories: Vec<Return> =
        collector.found.territories.into_values().map(|(_, territory)| territory).collect();
    if territories.is_empty() {
        return Err(nothing_left(options, &collector.found.refused));
    }
    without_idle_seats(&mut territories);
    in_one_order(&mut territories);
    Ok(Import {
        returns: Returns::new(level, territories),
        rows: sheet.rows.len() - header.at - 1,
        refused: collector.found.refused,
        differences: collector.found.differences,
        unused,
        cut_off,
    })
}

fn nothing_left(options: &Options, refused: &[String]) -> Mistake {
    let found = match (&options.within, refused) {
        (Some(code), []) => format!("no row lies within {code}"),
        (_, refused) => format!("no row can be used:\n  {}", refused.join("\n  ")),
    };
    Mistake::new("the file", found, "compare the codes with those of the file")
}

struct Collector<'a> {
    sheet: &'a Sheet,
    header: &'a Header,
    options: &'a Options,
    rules: Rules,
    level: Level,
    found: Found,
}

/// What was found so far.
#[derive(Default)]
struct Found {
    unnamed: HashMap<String, usize>,
    territories: BTreeMap<String, (u64, Return)>,
    refused: Vec<String>,
    differences: Vec<String>,
}

impl Collector<'_> {
    fn take(&mut self, mut record: Record<'_>) -> Result<(), Mistake> {
        let row = self.sheet.row(record.row);
        let Some(place) = self.place(&record) else {
            self.found.refused.push(format!("{row}: {}", without_code(&record)));
            return Ok(());
        };
        let circonscription = circonscription(&record).filter(|_| place.level < Level::Canton);
        if !self.is_within(&place, circonscription.as_deref()) {
            return Ok(());
        }
        let found = check::differences(&record, self.sheet, self.header, &self.rules);
        self.found.differences.extend(found.iter().map(|difference| difference.message.clone()));
        if !found.is_empty() && !self.options.accept_differences {
            let why = "its figures contradict each other";
            self.found.refused.push(format!("{row}: {} ({}): {why}", place.name, place.code));
            return Ok(());
        }
        check::keep_shares(&mut record);
        let commune = record.territory(Territory::CommuneName).map(str::to_owned);
        let commune = commune.filter(|_| place.level == Level::Station);
        let stations = record.territory(Territory::Stations).and_then(|text| text.parse().ok());
        if let Some((first, known)) = self.found.territories.get(&place.code) {
            let found =
                format!("{} stands in {} already", known.place.code, self.sheet.row(*first));
            let help = "delete the row that is wrong, or import the file of another level";
            return Err(Mistake::new(row, found, help));
        }
        let mut territory = Return {
            commune,
            circonscription,
            stations,
            differences: found.into_iter().map(|difference| difference.sentence).collect(),
            tally: record.tally,
            place,
        };
        without_derived(&mut territory);
        self.found.territories.insert(territory.place.code.clone(), (record.row, territory));
        Ok(())
    }

    fn place(&mut self, record: &Record<'_>) -> Option<Place> {
        let text = |wanted| record.territory(wanted);
        let department = text(Territory::Department);
        let name = |wanted, code: &str| text(wanted).unwrap_or(code).to_owned();
        let commune = || election::commune_code(department, text(Territory::Commune)?);
        let (code, name) = match self.level {
            Level::Country => ("FR".to_owned(), "France".to_owned()),
            Level::Region => {
                let code = election::region(text(Territory::Region)?)?.code.to_owned();
                (code.clone(), name(Territory::RegionName, &code))
            }
            Level::Department => {
                let code = election::department(department?)?.code.to_owned();
                (code.clone(), name(Territory::DepartmentName, &code))
            }
            Level::Circonscription => {
                let code =
                    election::circonscription_code(department, text(Territory::Circonscription)?)?;
                (code.clone(), name(Territory::CirconscriptionName, &code))
            }
            Level::Canton => {
                let code = election::canton_code(department, text(Territory::Canton)?)?;
                (code.clone(), name(Territory::CantonName, &code))
            }
            Level::Commune => {
                let code = commune()?;
                (code.clone(), name(Territory::CommuneName, &code))
            }
            Level::Station => match text(Territory::Station) {
                Some(code) => {
                    let short = code.trim_start_matches('0');
                    let short = if short.is_empty() { code } else { short };
                    (election::station_code(&commune()?, code)?, format!("Bureau {short}"))
                }
                None if self.header.has(Column::Territory(Territory::Station)) => return None,
                None => self.unnamed_station(commune()?),
            },
        };
        Some(Place { level: self.level, code, name })
    }

    /// Files without codes of stations have them in one order; only that can be told.
    fn unnamed_station(&mut self, commune: String) -> (String, String) {
        let number = self.found.unnamed.entry(commune.clone()).or_default();
        *number += 1;
        let ordinal = if *number == 1 { "1er".to_owned() } else { format!("{number}e") };
        (format!("{commune}_{number:04}"), format!("{ordinal} bureau du fichier"))
    }

    fn is_within(&self, place: &Place, circonscription: Option<&str>) -> bool {
        // The country holds every row.
        let within = self.options.within.as_deref().filter(|code| *code != "FR");
        let Some(within) = within else { return true };
        let code = place.code.split('_').next().unwrap_or_default();
        let department = match place.level {
            Level::Country | Level::Region => None,
            Level::Department => election::department(code),
            Level::Circonscription | Level::Canton => {
                code.get(..code.len().saturating_sub(2)).and_then(election::department)
            }
            Level::Commune | Level::Station => election::department_of_commune(code),
        };
        let asked = election::department(within);
        code.eq_ignore_ascii_case(within)
            || circonscription.is_some_and(|code| code.eq_ignore_ascii_case(within))
            || asked.is_some() && asked == department
    }
}

fn circonscription(record: &Record<'_>) -> Option<String> {
    let code = record.territory(Territory::Circonscription)?;
    election::circonscription_code(record.territory(Territory::Department), code)
}

fn without_code(record: &Record<'_>) -> String {
    let places = record.territory.iter().filter(|(kind, _)| *kind != Territory::Stations);
    let texts = places.map(|(_, text)| *text);
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    match texts.as_slice() {
        [] => "it has no code of a territory".to_owned(),
        texts => format!("it has no known code of a territory: {}", texts.join(", ")),
    }
}

/// The smallest territory of which the header has a code.
fn level(header: &Header, records: usize) -> Option<Level> {
    let levels = [
        (Territory::Station, Level::Station),
        (Territory::Stations, Level::Station),
        (Territory::Commune, Level::Commune),
        (Territory::Canton, Level::Canton),
        (Territory::Circonscription, Level::Circonscription),
        (Territory::Department, Level::Department),
        (Territory::Region, Level::Region),
    ];
    let known = levels.into_iter().find(|(column, _)| header.has(Column::Territory(*column)));
    let country = (records == 1).then_some(Level::Country);
    known.map(|(_, level)| level).or(country)
}

/// What follows from other counts was checked and need not be kept.
fn without_derived(territory: &mut Return) {
    let counts = territory.tally.counts;
    if counts.get(Quantity::Registered).is_some() && counts.get(Quantity::Voters).is_some() {
        territory.tally.counts = counts.with(Quantity::Abstentions, None);
    }
}

/// A file in which nobody wins a seat says nothing about seats.
fn without_idle_seats(territories: &mut [Return]) {
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
fn in_one_order(territories: &mut [Return]) {
    let Some(first) = territories.first() else { return };
    let mut order: Vec<Arc<Candidate>> =
        first.tally.scores.iter().map(|score| score.candidate.clone()).collect();
    if order.iter().all(|candidate| candidate.panel.is_some()) {
        order.sort_by_key(|candidate| candidate.panel);
    }
    let in_order =
        |territory: &Return| territory.tally.scores.iter().map(|score| &score.candidate).eq(&order);
    if territories.iter().all(in_order) {
        return;
    }
    let rank: HashMap<Arc<Candidate>, usize> =
        order.iter().enumerate().map(|(at, candidate)| (candidate.clone(), at)).collect();
    let same = |territory: &Return| {
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
    unknown
        .map(|(_, name)| name)
        .filter(|name| !name.is_empty() && scores.iter().all(|score| score.name() != name.as_str()))
        .cloned()
        .collect()
}
