//! Tables to results, with every mistake at its place.
//! It must not repair anything: what is wrong is said, and the editor decides.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::{BETWEEN_DIFFERENCES, COUNTS, LONGEST_NAME, Named, is_reserved};
use crate::election::{
    Ballot, Candidate, Counts, Level, LevelResults, Place, Quantity, Score, Tally, TerritoryResult,
};
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::colour::PartyColour;
use crate::site::parse::csv::{Cell, Table};
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::file;
use crate::site::parse::invisible;
use crate::site::parse::values::{LONGEST_LINE, TOO_LONG};

/// Reads the tables of an election: the folder `content/results/<slug>`, if there is one.
pub fn read(folder: &Path, problems: &mut Problems) -> Vec<(u8, LevelResults)> {
    let mut found = Vec::new();
    for round in 1..=2 {
        let named = candidates(folder, round, problems);
        for level in Level::ALL {
            let name = level.file_name();
            let Some(source) = open(folder, &format!("round-{round}-{name}.csv"), problems) else {
                continue;
            };
            let scores = open(folder, &format!("round-{round}-{name}-candidates.csv"), problems);
            let table = Table::new(&source);
            let mut reader = Reader::new(&table, problems);
            let columns = reader.columns(&named, scores.is_some());
            let mut territories = reader.territories(level, &columns);
            if let Some(source) = scores {
                Reader::new(&Table::new(&source), problems).scores(&mut territories);
            }
            let refused = open(folder, &format!("round-{round}-{name}-refused.csv"), problems);
            let refused = refused.map(|source| {
                let table = Table::new(&source);
                Reader::new(&table, problems).refused()
            });
            let refused = refused.unwrap_or_default();
            found.push((round, LevelResults { level, territories, refused }));
        }
    }
    found
}

/// Reads the candidates of a round, as an editor may have named them.
pub fn candidates(folder: &Path, round: u8, problems: &mut Problems) -> Named {
    let Some(source) = open(folder, &format!("round-{round}-candidates.csv"), problems) else {
        return Named::new();
    };
    let table = Table::new(&source);
    let mut reader = Reader::new(&table, problems);
    reader.ensure_columns(&["key", "name"], &CANDIDATE);
    let mut named = Named::new();
    for row in table.rows() {
        let row = &row[..];
        reader.ensure_whole(row);
        let Some(key) = reader.text(row, "key") else { continue };
        if named.iter().any(|(known, _)| *known == key) {
            let found = message!("election-duplicate-candidate-found", key = key);
            let help = message!("election-duplicate-candidate-help");
            reader.wrong(row, "key", message!("election-duplicate-candidate"), found, help);
            continue;
        }
        let candidate = reader.candidate(row);
        named.push((key, candidate));
    }
    named
}

/// The columns that describe a candidate.
pub(super) const CANDIDATE: [&str; 12] = [
    "key", "code", "name", "panel", "nuance", "list", "head", "colour", "votes", "share", "seats",
    "elected",
];

/// The largest table: every polling station of the country takes a tenth of it.
const LARGEST_TABLE: u64 = 256 << 20;

fn open(folder: &Path, name: &str, problems: &mut Problems) -> Option<Arc<Source>> {
    let path = folder.join(name);
    if !path.exists() {
        return None;
    }
    let source = file::read(&path, LARGEST_TABLE, problems)?;
    invisible::ensure_none_from(0, &source, problems);
    Some(source)
}

/// How many mistakes of one table are shown: a column that was shifted makes one in every row.
const MOST_PROBLEMS: usize = 100;

pub(super) struct Reader<'a> {
    pub(super) table: &'a Table<'a>,
    problems: &'a mut Problems,
    /// How many problems there were before this table.
    before: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(table: &'a Table<'a>, problems: &'a mut Problems) -> Self {
        let before = problems.len();
        Self { table, problems, before }
    }

    pub(super) fn wrong(
        &mut self,
        row: &[Cell<'_>],
        column: &str,
        title: Message,
        found: Message,
        help: Message,
    ) {
        let so_far = self.problems.len() - self.before;
        if so_far >= MOST_PROBLEMS {
            if so_far == MOST_PROBLEMS {
                let title = message!("election-more-problems");
                let help = message!("election-more-problems-help");
                self.problems.add_for_file(&self.table.source.path, title, help);
            }
            return;
        }
        let at = self.table.column(column).and_then(|at| row.get(at)).or(row.first());
        let span = at.map_or(0..0, |cell| cell.span.clone());
        self.problems.add(self.table.source, span, title, found, help);
    }

    pub(super) fn cell<'r>(&self, row: &'r [Cell<'_>], column: &str) -> Option<&'r str> {
        let cell = row.get(self.table.column(column)?)?;
        Some(&*cell.text).filter(|text| !text.is_empty())
    }

    pub(super) fn text(&mut self, row: &[Cell<'_>], column: &str) -> Option<String> {
        let text = self.cell(row, column).map(str::to_owned);
        if text.is_none() && self.table.column(column).is_some() {
            let title = message!("election-empty-cell", column = column);
            let found = message!("election-empty-cell-found");
            self.wrong(row, column, title, found, message!("election-empty-cell-help"));
        }
        text
    }

    pub(super) fn number<T: std::str::FromStr>(
        &mut self,
        row: &[Cell<'_>],
        column: &str,
    ) -> Option<T> {
        self.number_at(row, self.table.column(column)?)
    }

    fn number_at<T: std::str::FromStr>(&mut self, row: &[Cell<'_>], at: usize) -> Option<T> {
        let text = &*row.get(at).filter(|cell| !cell.text.is_empty())?.text;
        let number = text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
        if number.is_none() {
            let title = message!("election-no-number");
            let found = message!("election-no-number-found", text = text);
            let help = message!("election-no-number-help");
            let column = self.table.header.get(at).map_or("", |cell| &cell.text);
            self.wrong(row, column, title, found, help);
        }
        number
    }

    pub(super) fn ensure_columns(&mut self, needed: &[&str], allowed: &[&str]) {
        for name in needed.iter().filter(|name| self.table.column(name).is_none()) {
            let span = self.table.header.first().map_or(0..0, |cell| cell.span.clone());
            let title = message!("election-no-column", name = *name);
            let found = message!("election-no-column-found");
            let help = message!("election-no-column-help", name = *name);
            self.problems.add(self.table.source, span, title, found, help);
        }
        for (at, cell) in self.table.header.iter().enumerate() {
            let name = &*cell.text;
            let known = needed.contains(&name) || allowed.contains(&name);
            let twice = self.table.column(name) != Some(at);
            if !known || twice {
                let title = if twice {
                    message!("election-duplicate-column")
                } else {
                    message!("election-unknown-column")
                };
                let help = message!("election-unknown-column-help", allowed = allowed.join(", "));
                let source = &self.table.source;
                self.problems.add(source, cell.span.clone(), title, format!("`{name}`"), help);
            }
        }
    }

    /// Ensure a row has as many cells as the header, none longer than any that is meant.
    pub(super) fn ensure_whole(&mut self, row: &[Cell<'_>]) {
        let expected = self.table.header.len();
        if row.len() != expected {
            let (count, expected) = (row.len(), expected.to_string());
            let found = message!("election-cells-found", count = count, expected = expected);
            let help = message!("election-import-again");
            self.wrong(row, "", message!("election-cells"), found, help);
        }
        for cell in row.iter().filter(|cell| cell.text.len() > LONGEST_LINE) {
            let found = message!("election-long-cell-found", bytes = cell.text.len());
            let help = message!("election-long-cell-help");
            self.problems.add(self.table.source, cell.span.clone(), TOO_LONG, found, help);
        }
    }

    /// The candidates' columns: where they are, and whose they are.
    fn columns(&mut self, named: &Named, apart: bool) -> Vec<(usize, Arc<Candidate>)> {
        let keys: HashMap<&str, &Candidate> =
            named.iter().map(|(key, candidate)| (key.as_str(), candidate)).collect();
        let names = self.table.header.iter().map(|cell| &*cell.text).enumerate();
        let columns: Vec<(usize, Arc<Candidate>)> = names
            .filter(|(_, name)| !apart && !is_reserved(name))
            .filter_map(|(at, name)| Some((at, Arc::new(Candidate::clone(keys.get(name)?)))))
            .collect();
        let mut allowed: Vec<&str> = super::RESERVED.into_iter().chain(COUNTS).collect();
        allowed.extend(columns.iter().map(|(at, _)| &*self.table.header[*at].text));
        self.ensure_columns(&["code", "name"], &allowed);
        columns
    }

    fn territories(
        &mut self,
        level: Level,
        columns: &[(usize, Arc<Candidate>)],
    ) -> Vec<TerritoryResult> {
        let mut territories: Vec<TerritoryResult> = Vec::new();
        let columns_of_counts = COUNTS.map(|name| self.table.column(name));
        for row in self.table.rows() {
            let row = &row[..];
            self.ensure_whole(row);
            let (Some(code), Some(name)) = (self.text(row, "code"), self.text(row, "name")) else {
                continue;
            };
            self.ensure_order(row, territories.last(), &code);
            self.ensure_it_can_be_a_path(row, &code, &name);
            let mut counts = Counts::default();
            for (quantity, at) in Quantity::ALL.into_iter().zip(columns_of_counts) {
                counts = counts.with(quantity, at.and_then(|at| self.number_at(row, at)));
            }
            let scores = columns.iter().map(|(at, candidate)| Score {
                candidate: candidate.clone(),
                votes: self.number_at(row, *at),
                share: None,
            });
            let scores = scores.collect();
            let differences = self.cell(row, "differences").unwrap_or_default();
            let differences = differences.split(BETWEEN_DIFFERENCES).map(str::to_owned);
            let tally = Tally { counts, ballot: self.ballot(row), scores };
            territories.push(TerritoryResult {
                commune: self.cell(row, "commune").map(str::to_owned),
                circonscription: self.cell(row, "circonscription").map(str::to_owned),
                stations: self.number(row, "stations"),
                differences: differences.filter(|text| !text.is_empty()).collect(),
                ..TerritoryResult::new(Place { level, code, name }, tally)
            });
        }
        territories
    }

    fn ballot(&mut self, row: &[Cell<'_>]) -> Ballot {
        match self.cell(row, "ballot") {
            None => Ballot::OneChoice,
            Some("several-names") => Ballot::SeveralNames,
            Some(other) => {
                let found = format!("`{other}`").into();
                let help = message!("election-unknown-ballot-help");
                self.wrong(row, "ballot", message!("election-unknown-ballot"), found, help);
                Ballot::OneChoice
            }
        }
    }

    /// Ensure a territory can have a page: its code and its name are part of the URL.
    fn ensure_it_can_be_a_path(&mut self, row: &[Cell<'_>], code: &str, name: &str) {
        let length = code.len() + name.len();
        if length > LONGEST_NAME {
            let found = message!("election-long-name-found", bytes = length);
            let help = message!("election-long-name-help");
            self.wrong(row, "name", message!("election-long-name"), found, help);
        }
    }

    /// Ensure that every code appears once, in order.
    fn ensure_order(&mut self, row: &[Cell<'_>], before: Option<&TerritoryResult>, code: &str) {
        if let Some(before) = before.map(|it| it.place.code.as_str()).filter(|it| *it >= code) {
            let found = message!("election-code-order-found", code = code, before = before);
            let help = message!("election-code-order-help");
            self.wrong(row, "code", message!("election-code-order"), found, help);
        }
    }

    pub(super) fn candidate(&mut self, row: &[Cell<'_>]) -> Candidate {
        let text = |reader: &Self, column| reader.cell(row, column).map(str::to_owned);
        Candidate {
            name: self.text(row, "name").unwrap_or_default(),
            panel: self.number(row, "panel"),
            nuance: text(self, "nuance"),
            list: text(self, "list"),
            head: text(self, "head"),
            colour: self.colour(row),
            seats: self.number(row, "seats"),
            elected: self.cell(row, "elected") == Some("yes"),
        }
    }

    fn colour(&mut self, row: &[Cell<'_>]) -> Option<String> {
        let text = self.cell(row, "colour")?;
        let colour = PartyColour::parse(text).map(|colour| colour.0);
        if colour.is_none() {
            let found = format!("`{text}`").into();
            let help = message!("election-no-colour-help");
            self.wrong(row, "colour", message!("election-no-colour"), found, help);
        }
        colour
    }
}
