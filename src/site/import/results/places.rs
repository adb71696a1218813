//! Of which territory a record is: the level of a file, and codes in the forms that whole columns have.

use std::collections::HashMap;

use super::column::{Column, TerritoryColumn};
use super::header::Header;
use super::problem::Problem;
use super::record::Record;
use super::sheet::Sheet;
use crate::election::{self, Counts, DEPARTMENTS, Department, Level, Place, Split};
use crate::message;
use crate::words;

/// How a file says of which territories it is.
pub struct Places {
    /// The level of every row.
    pub level: Level,
    /// How codes of five characters are divided, which only the whole column tells.
    split: Split,
    /// Whether the codes of stations are written as decimals, `1.0`, by software that took them for
    /// numbers.
    decimal_stations: bool,
    has_stations: bool,
    unnamed: HashMap<String, usize>,
}

impl Places {
    /// Finds the level, and the forms of the codes.
    ///
    /// # Errors
    /// Says that no column has codes, or which column has codes in two forms.
    pub fn new(sheet: &Sheet, header: &Header, records: &[Record<'_>]) -> Result<Self, Problem> {
        let level = level(header, records).ok_or_else(|| without(sheet, header))?;
        let stations =
            || records.iter().filter_map(|record| record.territory(TerritoryColumn::Station));
        Ok(Self {
            level,
            split: split(header, records)?,
            decimal_stations: stations().all(|code| code.ends_with(".0")),
            has_stations: stations().next().is_some(),
            unnamed: HashMap::new(),
        })
    }

    /// The territory of a record, where it has a code that is known.
    pub fn place(&mut self, record: &Record<'_>) -> Option<Place> {
        let name = |wanted, code: &str| record.territory(wanted).unwrap_or(code).to_owned();
        let with_name = |code: String, wanted| {
            let name = name(wanted, &code);
            (code, name)
        };
        let (code, name) = match self.level {
            Level::Country => ("FR".to_owned(), "France".to_owned()),
            Level::Region => {
                let code =
                    election::region(code(record, TerritoryColumn::Region)?)?.code.to_owned();
                with_name(code, TerritoryColumn::RegionName)
            }
            Level::Department => {
                with_name(department(record)?.code.to_owned(), TerritoryColumn::DepartmentName)
            }
            Level::Circonscription => {
                with_name(self.part(record, false)?, TerritoryColumn::CirconscriptionName)
            }
            Level::Canton => with_name(self.part(record, true)?, TerritoryColumn::CantonName),
            Level::Commune => with_name(commune(record)?, TerritoryColumn::CommuneName),
            Level::Station => self.station(record)?,
        };
        Some(Place { level: self.level, code, name })
    }

    fn station(&mut self, record: &Record<'_>) -> Option<(String, String)> {
        match record.territory(TerritoryColumn::Station) {
            Some(code) => {
                let code =
                    code.strip_suffix(".0").filter(|_| self.decimal_stations).unwrap_or(code);
                let short = code.trim_start_matches('0');
                let short = if short.is_empty() || short.starts_with('.') { code } else { short };
                Some((election::station_code(&commune(record)?, code)?, format!("Bureau {short}")))
            }
            None if self.has_stations => None,
            None => Some(self.unnamed_station(commune(record)?)),
        }
    }

    /// Files without codes of stations have them in one order; only that can be said.
    fn unnamed_station(&mut self, commune: String) -> (String, String) {
        let number = self.unnamed.entry(commune.clone()).or_default();
        *number += 1;
        (
            format!("{commune}_{number:04}"),
            format!("Bureau no\u{a0}{number} du fichier (numéro réel non publié)"),
        )
    }

    /// Code of the circonscription in which a record lies, where the source says it.
    pub fn circonscription(&self, record: &Record<'_>) -> Option<String> {
        self.part(record, false)
    }

    /// Code of the smallest larger territory in which a record is known to lie: a commune for a
    /// station, else a département, else `FR`.
    pub fn within(&self, record: &Record<'_>) -> String {
        let commune = commune(record).filter(|_| self.level == Level::Station);
        let is_smaller = self.level < Level::Department;
        let known =
            commune.or_else(|| home(record).filter(|_| is_smaller).map(|it| it.code.into()));
        known.unwrap_or_else(|| "FR".to_owned())
    }

    fn part(&self, record: &Record<'_>, canton: bool) -> Option<String> {
        let kind = if canton { TerritoryColumn::Canton } else { TerritoryColumn::Circonscription };
        let text = code(record, kind)?;
        let written = written_department(record).or_else(|| Some(home(record)?.code));
        match written {
            None if is_open(text) => self.split.code(canton, text),
            _ if canton => election::canton_code(written, text),
            _ => election::circonscription_code(written, text),
        }
    }
}

/// Whether this is the code of a circonscription or canton that can be read in two ways.
fn is_open(text: &str) -> bool {
    text.len() == 5
        && [Split::TwoAndThree, Split::ThreeAndTwo].iter().any(|it| it.code(true, text).is_some())
}

/// A code without the decimals of software that took it for a number.
fn code<'a>(record: &Record<'a>, kind: TerritoryColumn) -> Option<&'a str> {
    record.territory(kind).map(|text| text.strip_suffix(".0").unwrap_or(text))
}

/// What the source writes for the département, unless it only means that it lies overseas, or that
/// its name alone says which it is.
fn written_department<'a>(record: &Record<'a>) -> Option<&'a str> {
    let name = || record.territory(TerritoryColumn::DepartmentName).and_then(department_named);
    match code(record, TerritoryColumn::Department) {
        Some(text) if election::department(text).is_some() => Some(text),
        // INSEE’s number for abroad.
        Some("99") => Some(ABROAD),
        Some(text) => name().map(|it| it.code).or(Some(text)),
        None => name().map(|it| it.code),
    }
}

/// The département that a record names.
fn department(record: &Record<'_>) -> Option<&'static Department> {
    election::department(written_department(record)?)
}

/// The département in which a record lies.
fn home(record: &Record<'_>) -> Option<&'static Department> {
    department(record).or_else(|| election::department_of_commune(&commune(record)?))
}

/// The code of the French who live abroad.
const ABROAD: &str = "ZZ";

/// The département of this name, in whatever way the articles and punctuation are written.
fn department_named(name: &str) -> Option<&'static Department> {
    let plain = |name: &str| {
        let folded = words::fold(name);
        let words = folded.split(' ').filter(|it| !matches!(*it, "la" | "le" | "les" | "l" | "et"));
        words.collect::<Vec<_>>().join(" ")
    };
    let wanted = plain(name);
    if ["hors de france", "etranger"].iter().any(|abroad| wanted.ends_with(abroad)) {
        return election::department(ABROAD);
    }
    let same = |known: &&Department| {
        let known = plain(known.name);
        // Saint-Martin and Saint-Barthélemy vote together.
        known == wanted
            || known.contains("barthelemy") && !wanted.is_empty() && known.contains(&wanted)
    };
    DEPARTMENTS.iter().find(same)
}

fn commune(record: &Record<'_>) -> Option<String> {
    let text = code(record, TerritoryColumn::Commune)?;
    let written = written_department(record);
    let sector = record.territory(TerritoryColumn::Sector).map(|text| text.trim().to_uppercase());
    let code = election::commune_code(written, text)?;
    let is_whole = code.len() > 5 || sector.is_none();
    match sector {
        Some(sector) if !is_whole => {
            let number = sector.rsplit(|it: char| !it.is_ascii_digit()).next()?;
            let number: u8 = number.parse().ok()?;
            election::commune_code(None, &format!("{code}SR{number:02}"))
        }
        _ => Some(code),
    }
}

/// The problem of a sheet that does not say of which territories it is.
pub fn without(sheet: &Sheet, header: &Header) -> Problem {
    header.unknown(sheet, message!("import-missing-codes"))
}

/// Whether the header has a column for the codes of any territory.
pub fn has_codes(header: &Header) -> bool {
    LEVELS.iter().any(|(column, _)| header.has(Column::Territory(*column)))
}

/// The columns with codes, of the smallest territory first.
const LEVELS: [(TerritoryColumn, Level); 7] = [
    (TerritoryColumn::Station, Level::Station),
    (TerritoryColumn::Stations, Level::Station),
    (TerritoryColumn::Commune, Level::Commune),
    (TerritoryColumn::Canton, Level::Canton),
    (TerritoryColumn::Circonscription, Level::Circonscription),
    (TerritoryColumn::Department, Level::Department),
    (TerritoryColumn::Region, Level::Region),
];

/// The smallest territory of which there are codes.
fn level(header: &Header, records: &[Record<'_>]) -> Option<Level> {
    let is_filled = |column| {
        header.has(Column::Territory(column))
            && records.iter().any(|record| record.territory(column).is_some())
    };
    let known = LEVELS.into_iter().find(|(column, _)| is_filled(*column));
    // Whoever counts nobody who votes has no results of a country, but a summary.
    let is_counted = |record: &Record<'_>| record.tally.counts != Counts::default();
    let country = (records.len() == 1 && records.iter().all(is_counted)).then_some(Level::Country);
    known.map(|(_, level)| level).or(country)
}

/// How the codes of five characters are divided that are without their département.
///
/// # Errors
/// Names a column in which some can only be read in one way, and some only in the other.
fn split(header: &Header, records: &[Record<'_>]) -> Result<Split, Problem> {
    let mut split = Split::TwoAndThree;
    for (kind, canton) in
        [(TerritoryColumn::Circonscription, false), (TerritoryColumn::Canton, true)]
    {
        let alone = records.iter().filter(|record| home(record).is_none());
        let texts = alone.filter_map(|record| code(record, kind)).filter(|text| text.len() == 5);
        let (mut two, mut three) = (None, None);
        for text in texts {
            let reads = |split: Split| split.code(canton, text).is_some();
            match (reads(Split::TwoAndThree), reads(Split::ThreeAndTwo)) {
                (true, false) => two = two.or(Some(text)),
                // Overseas the département has three figures in either form.
                (false, true) if !text.starts_with('9') => three = three.or(Some(text)),
                _ => {}
            }
        }
        if let (Some(two), Some(three)) = (two, three) {
            let at = header.position(Column::Territory(kind)).unwrap_or_default();
            let name = header.names.get(at).map_or("", String::as_str);
            let place = message!("import-column", number = at + 1, name = name);
            let found = message!("import-codes-of-two-forms", two = two, three = three);
            return Err(Problem::new(place, found, message!("import-codes-of-two-forms-help")));
        }
        if three.is_some() {
            split = Split::ThreeAndTwo;
        }
    }
    Ok(split)
}
