//! A record: what a file says of one territory, before anything is made of it.

use super::column::{Column, Field, Group, TerritoryColumn, fold};
use super::difference::Difference;
use super::header::Header;
use super::number::{self, Percent};
use super::problem::Problem;
use super::sheet::{Row, Sheet};
use crate::election::{Ballot, Base, Candidate, Candidates, Counts, Quantity, Score, Tally};
use crate::message;
use crate::site::messages::Message;

/// What a percentage is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A count.
    Count(Quantity),
    /// The votes of a candidate, by index in the tally.
    Votes(usize),
}

/// A percentage that the file prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The number of the row.
    pub row: u64,
    /// The column.
    pub column: usize,
    /// Part …
    pub part: Part,
    /// … of what.
    pub base: Base,
    /// As it is printed.
    pub percent: Percent,
}

/// One territory as a file has it.
#[derive(Clone, Debug, Default)]
pub struct Record<'a> {
    /// The number of its (first) row.
    pub row: u64,
    /// What is in the columns of the territory.
    pub territory: Vec<(TerritoryColumn, &'a str)>,
    /// Counts and votes.
    pub tally: Tally,
    /// The percentages.
    pub printed: Vec<Printed>,
    /// Counts below zero, with their column; the tally does without them.
    pub negative: Vec<(usize, Quantity, &'a str)>,
    /// What could not be read, for which the territory is left out.
    pub unreadable: Vec<Difference>,
}

impl<'a> Record<'a> {
    /// What is in a column of the territory, unless nothing does.
    pub fn territory(&self, wanted: TerritoryColumn) -> Option<&'a str> {
        let found = self.territory.iter().find(|(column, _)| *column == wanted);
        found.map(|(_, text)| *text).filter(|text| !text.is_empty())
    }
}

fn is_negative(text: &str) -> bool {
    text.strip_prefix('-').and_then(number::count).is_some()
}

/// Whether a cell says that there is nothing to say: `-`, `*`, `n.d.`, `#N/A`.
fn says_nothing(text: &str) -> bool {
    const WORDS: [&str; 9] = ["", "nd", "nc", "na", "n/a", "nan", "null", "none", "div/0"];
    WORDS.contains(&fold(text).as_str())
}

/// Whether this line is no row but a remark, such as the source below a table.
pub fn is_remark(row: &Row, header: &Header) -> bool {
    let text = row.get(0);
    header.names.len() > 2
        && text.len() > 7
        && text.contains(char::is_whitespace)
        && text.contains(char::is_alphabetic)
        && row.cells.iter().skip(1).all(str::is_empty)
}

/// What the ministry writes where a nuance would be, for somebody who is on no list.
const INDIVIDUAL: &str = "INDIVIDU";

/// What is in one of them, unless nothing does.
fn text<'a>(row: &'a Row, group: &Group, wanted: Field) -> Option<&'a str> {
    let column = group.iter().find(|(field, _)| *field == wanted).map(|(_, column)| *column);
    column.map(|column| row.get(column)).filter(|text| !text.is_empty())
}

/// Whether a folded word says that somebody was elected.
fn is_yes(word: &str) -> bool {
    matches!(
        word,
        "elu"
            | "elue"
            | "elus"
            | "elues"
            | "elu(e)"
            | "elue(s)"
            | "oui"
            | "o"
            | "yes"
            | "true"
            | "vrai"
            | "1"
    )
}

fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

/// Reads rows of one sheet to records; candidates who are equal are one.
pub struct Reader<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Its header.
    pub header: &'a Header,
    /// The candidates so far.
    pub candidates: Candidates,
    rows: Vec<&'a Row>,
    /// Which columns hold a number in most rows, so that an empty cell is a gap.
    filled: Vec<bool>,
}

impl<'a> Reader<'a> {
    /// A reader that knows no candidate yet.
    pub fn new(sheet: &'a Sheet, header: &'a Header) -> Self {
        let rows = sheet.rows.get(header.at + 1..).unwrap_or_default().iter();
        let rows: Vec<&Row> = rows.filter(|row| !is_remark(row, header)).collect();
        let filled = header.columns.iter().enumerate().map(|(at, known)| {
            let is_number = |row: &&&Row| number::count(row.get(at)).is_some();
            matches!(known, Some((Column::Count(_), _)))
                && rows.iter().filter(is_number).count() * 2 >= rows.len()
        });
        let filled = filled.collect();
        Self { sheet, header, candidates: Candidates::default(), rows, filled }
    }

    /// The rows below the header, without remarks.
    pub fn rows(&self) -> Vec<&'a Row> {
        self.rows.clone()
    }

    /// How a cell is called. Groups without a header of their own bear the first one's.
    pub fn place(&self, row: &Row, column: usize) -> Message {
        let name = self.header.names.get(column).map_or("", String::as_str);
        self.sheet.place(row.number, column, name)
    }

    /// Everything of a row but the candidates.
    pub fn record(&self, row: &'a Row) -> Record<'a> {
        let mut record = Record { row: row.number, ..Record::default() };
        let mut counts = Counts::default();
        for (at, known) in self.header.columns.iter().enumerate() {
            let text = row.get(at);
            match known {
                Some((Column::Territory(kind), _)) => {
                    record.territory.push((*kind, text));
                }
                // Whoever computed it made a mistake elsewhere in the row, which is refused later.
                Some((Column::Count(quantity), _)) if is_negative(text) => {
                    record.negative.push((at, *quantity, text));
                }
                Some((Column::Count(quantity), _)) if !text.is_empty() => {
                    match self.count(row, at) {
                        Ok(count) => counts = counts.with(*quantity, Some(count)),
                        Err(problem) => record.unreadable.push(self.unreadable(row, at, problem)),
                    }
                }
                Some((Column::Percent(quantity, base), _)) => {
                    self.percent(&mut record, row, at, Part::Count(*quantity), *base);
                }
                _ => {}
            }
        }
        record.tally.counts = counts;
        self.gaps(&mut record, row);
        record
    }

    /// Empty cells of columns that are filled elsewhere, unless other counts give what is missing.
    fn gaps(&self, record: &mut Record<'_>, row: &Row) {
        for (at, known) in self.header.columns.iter().enumerate() {
            let Some((Column::Count(quantity), _)) = known else { continue };
            let is_gap = row.get(at).is_empty() && self.filled.get(at) == Some(&true);
            if is_gap && record.tally.figures().get(*quantity).is_none() {
                let Err(problem) = self.count(row, at) else { continue };
                record.unreadable.push(self.unreadable(row, at, problem));
            }
        }
    }

    /// A whole number.
    ///
    /// # Errors
    /// Names the cell and what is there instead.
    pub fn count(&self, row: &Row, column: usize) -> Result<u32, Problem> {
        let text = row.get(column);
        number::count(text).ok_or_else(|| {
            let found = match text {
                "" => message!("import-no-count"),
                _ if is_negative(text) => message!("import-negative-count", text = text),
                _ => message!("import-not-whole", text = text),
            };
            Problem::new(self.place(row, column), found, message!("import-cell-help"))
        })
    }

    /// A problem in a cell as the reason for which its row is left out.
    pub fn unreadable(&self, row: &Row, column: usize, problem: Problem) -> Difference {
        let name = self.header.names.get(column).filter(|name| !name.is_empty());
        let of = name.map_or_else(String::new, |name| format!(" dans la colonne « {name} »"));
        let sentence = match row.get(column) {
            "" => format!("La source n’indique rien{of} là où il faut un nombre."),
            text => format!("La source indique « {text} »{of} au lieu d’un nombre."),
        };
        Difference::new(problem.line(), sentence)
    }

    /// Adds a percentage, unless nothing is there: percentages only check what is counted.
    fn percent(&self, record: &mut Record<'_>, row: &Row, at: usize, part: Part, base: Base) {
        let text = row.get(at);
        match Percent::read(text) {
            Some(percent) => {
                record.printed.push(Printed { row: row.number, column: at, part, base, percent });
            }
            None if says_nothing(text) => {}
            None => {
                let found = message!("import-no-percentage", text = text);
                let help = message!("import-cell-help");
                let problem = Problem::new(self.place(row, at), found, help);
                record.unreadable.push(self.unreadable(row, at, problem));
            }
        }
    }

    /// Adds the candidate of a group of columns, unless the group is not used.
    pub fn add(&mut self, record: &mut Record<'_>, row: &Row, group: &Group) {
        if group.iter().all(|(_, column)| row.get(*column).is_empty()) {
            return;
        }
        let part = Part::Votes(record.tally.scores.len());
        let mut votes = None;
        for (field, column) in group {
            match field {
                Field::Votes => match self.count(row, *column) {
                    Ok(count) => votes = Some(count),
                    Err(problem) => {
                        record.unreadable.push(self.unreadable(row, *column, problem));
                    }
                },
                Field::Share(base) => self.percent(record, row, *column, part, *base),
                _ => {}
            }
        }
        let candidate = match self.candidate(row, group) {
            Ok(candidate) => candidate,
            Err(problem) => {
                let sentence = "La source ne dit pas qui a obtenu certaines voix.";
                record.unreadable.push(Difference::new(problem.line(), sentence));
                return;
            }
        };
        // Only in small communes does the ministry publish individuals, or words where a list has
        // its seats.
        let is_word = text(row, group, Field::SeatsOrElected).is_some_and(is_word);
        if is_word || text(row, group, Field::Nuance) == Some(INDIVIDUAL) {
            record.tally.ballot = Ballot::SeveralNames;
        }
        let candidate = self.candidates.shared(candidate);
        record.tally.scores.push(Score { candidate, votes, share: None });
    }

    /// Gives candidates of one territory who are equal in everything names of their own.
    pub fn tell_apart(&mut self, record: &mut Record<'_>) {
        for at in 1..record.tally.scores.len() {
            let (before, rest) = record.tally.scores.split_at_mut(at);
            let Some(score) = rest.first_mut() else { return };
            let is_taken = |name: &Candidate| before.iter().any(|it| *it.candidate == *name);
            if !is_taken(&score.candidate) {
                continue;
            }
            let numbered = (2..=u16::MAX).map(|number| Candidate {
                name: format!("{} ({number})", score.name()),
                ..Candidate::clone(&score.candidate)
            });
            if let Some(free) = numbered.into_iter().find(|name| !is_taken(name)) {
                score.candidate = self.candidates.shared(free);
            }
        }
    }

    /// Who stands in a group of columns.
    ///
    /// # Errors
    /// Names the cell that is missing or wrong.
    pub fn candidate(&self, row: &Row, group: &Group) -> Result<Candidate, Problem> {
        let text = |wanted| text(row, group, wanted);
        let number = |wanted: Field| match group.iter().find(|(field, _)| *field == wanted) {
            Some((_, at)) if !says_nothing(row.get(*at)) => {
                self.count(row, *at).map(|number| u16::try_from(number).ok())
            }
            _ => Ok(None),
        };
        let person = [text(Field::FirstName), text(Field::Name)];
        let person = person.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let person = Some(person).filter(|person| !person.is_empty());
        let short = text(Field::ShortList).or(text(Field::List)).map(str::to_owned);
        // By département the ministry publishes nuances alone: they are whom the votes are for.
        let is_named = |(field, _): &(Field, usize)| {
            matches!(field, Field::Name | Field::ShortList | Field::List | Field::Head)
        };
        let nuance = text(Field::Nuance).filter(|_| !group.iter().any(is_named)).map(str::to_owned);
        let Some(name) = short.or_else(|| person.clone()).or(nuance) else {
            let at = group.first().map_or(0, |(_, column)| *column);
            let (found, help) = (message!("import-nameless"), message!("import-nameless-help"));
            return Err(Problem::new(self.place(row, at), found, help));
        };
        let seats = [Field::SeatsOrElected, Field::Seats].into_iter();
        let seats = seats.clone().find(|field| text(*field).is_some()).unwrap_or(Field::Seats);
        let (word, seats) = match text(seats) {
            // Where one is elected, or a pair, some files say so in the column of seats.
            Some(word) if is_word(word) => (Some(word), None),
            _ => (text(Field::Elected), number(seats)?),
        };
        Ok(Candidate {
            list: text(Field::List).filter(|list| *list != name).map(str::to_owned),
            head: text(Field::Head).map(str::to_owned).or(person.filter(|person| *person != name)),
            name,
            panel: number(Field::Panel)?,
            nuance: text(Field::Nuance).filter(|code| *code != INDIVIDUAL).map(str::to_owned),
            seats,
            colour: None,
            elected: word.is_some_and(|word| is_yes(&fold(word))),
        })
    }
}
