//! A record: what a file says of one territory, before anything is made of it.
//! It must not know whether it is true.

use super::mistake::Mistake;
use super::number::{self, Percent};
use super::sheet::{Row, Sheet};
use super::vocabulary::{Column, Field, Header, Territory};
use crate::election::{Ballot, Base, Candidate, Candidates, Counts, Quantity, Score, Tally};

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
    /// What stands in the columns of the territory.
    pub territory: Vec<(Territory, &'a str)>,
    /// Counts and votes.
    pub tally: Tally,
    /// The percentages.
    pub printed: Vec<Printed>,
    /// Counts below zero, with their column; the tally does without them.
    pub negative: Vec<(usize, Quantity, &'a str)>,
}

impl<'a> Record<'a> {
    /// What stands in a column of the territory, unless nothing does.
    pub fn territory(&self, wanted: Territory) -> Option<&'a str> {
        let found = self.territory.iter().find(|(column, _)| *column == wanted);
        found.map(|(_, text)| *text).filter(|text| !text.is_empty())
    }
}

fn is_negative(text: &str) -> bool {
    text.strip_prefix('-').and_then(number::count).is_some()
}

/// What the ministry writes where a nuance would stand, for somebody who is on no list.
const INDIVIDUAL: &str = "INDIVIDU";

/// The columns of one candidate.
pub type Group = Vec<(Field, usize)>;

/// What stands in one of them, unless nothing does.
fn text<'a>(row: &'a Row, group: &Group, wanted: Field) -> Option<&'a str> {
    let column = group.iter().find(|(field, _)| *field == wanted).map(|(_, column)| *column);
    column.map(|column| row.get(column)).filter(|text| !text.is_empty())
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
}

impl<'a> Reader<'a> {
    /// A reader that knows no candidate yet.
    pub fn new(sheet: &'a Sheet, header: &'a Header) -> Self {
        Self { sheet, header, candidates: Candidates::default() }
    }

    /// The rows below the header.
    pub fn rows(&self) -> &'a [Row] {
        self.sheet.rows.get(self.header.at + 1..).unwrap_or_default()
    }

    /// How a cell is called. Groups without a header of their own bear the first one's.
    pub fn place(&self, row: &Row, column: usize) -> String {
        let name = self.header.names.get(column).map_or("", String::as_str);
        self.sheet.place(row.number, column, name)
    }

    /// Everything of a row but the candidates.
    ///
    /// # Errors
    /// Names the first cell that is not the number it should be.
    pub fn record(&self, row: &'a Row) -> Result<Record<'a>, Mistake> {
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
                    counts = counts.with(*quantity, Some(self.count(row, at)?));
                }
                Some((Column::Percent(quantity, base), _)) if !text.is_empty() => {
                    let part = Part::Count(*quantity);
                    record.printed.push(self.percent(row, at, part, *base)?);
                }
                _ => {}
            }
        }
        record.tally.counts = counts;
        Ok(record)
    }

    /// A cell that counts.
    ///
    /// # Errors
    /// Says that it is negative or no whole number.
    pub fn count(&self, row: &Row, column: usize) -> Result<u32, Mistake> {
        let text = row.get(column);
        number::count(text).ok_or_else(|| {
            let found = match text {
                "" => "the cell is empty where a whole number is needed".to_owned(),
                _ if is_negative(text) => {
                    format!("`{text}` is negative; nobody casts less than no vote")
                }
                _ => format!("`{text}` is not a whole number"),
            };
            let help = "compare with the publisher's page, correct the cell or download the file \
                        again";
            Mistake::new(self.place(row, column), found, help)
        })
    }

    fn percent(&self, row: &Row, at: usize, part: Part, base: Base) -> Result<Printed, Mistake> {
        let percent = Percent::read(row.get(at)).ok_or_else(|| {
            let found = format!("`{}` is not a percentage", row.get(at));
            Mistake::new(self.place(row, at), found, "correct the cell or empty it")
        })?;
        Ok(Printed { row: row.number, column: at, part, base, percent })
    }

    /// Adds the candidate of a group of columns, unless the group is not used.
    ///
    /// # Errors
    /// Names the cell that is missing or wrong.
    pub fn add(
        &mut self,
        record: &mut Record<'_>,
        row: &Row,
        group: &Group,
    ) -> Result<(), Mistake> {
        if group.iter().all(|(_, column)| row.get(*column).is_empty()) {
            return Ok(());
        }
        let part = Part::Votes(record.tally.scores.len());
        let mut votes = None;
        for (field, column) in group {
            match field {
                Field::Votes => votes = Some(self.count(row, *column)?),
                Field::Share(base) if !row.get(*column).is_empty() => {
                    record.printed.push(self.percent(row, *column, part, *base)?);
                }
                _ => {}
            }
        }
        let candidate = self.candidate(row, group)?;
        // Only in small communes does the ministry publish individuals, or words where a list has
        // its seats.
        let is_word = text(row, group, Field::SeatsOrElected).is_some_and(is_word);
        if is_word || text(row, group, Field::Nuance) == Some(INDIVIDUAL) {
            record.tally.ballot = Ballot::SeveralNames;
        }
        let candidate = self.candidates.shared(candidate);
        record.tally.scores.push(Score { candidate, votes, share: None });
        Ok(())
    }

    /// Who stands in a group of columns.
    ///
    /// # Errors
    /// Names the cell that is missing or wrong.
    pub fn candidate(&self, row: &Row, group: &Group) -> Result<Candidate, Mistake> {
        let text = |wanted| text(row, group, wanted);
        let number = |wanted: Field| match group.iter().find(|(field, _)| *field == wanted) {
            Some((_, at)) if !row.get(*at).is_empty() => {
                self.count(row, *at).map(|number| u16::try_from(number).ok())
            }
            _ => Ok(None),
        };
        let person = [text(Field::FirstName), text(Field::Name)];
        let person = person.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let person = Some(person).filter(|person| !person.is_empty());
        let short = text(Field::ShortList).or(text(Field::List)).map(str::to_owned);
        let Some(name) = short.or_else(|| person.clone()) else {
            let at = group.first().map_or(0, |(_, column)| *column);
            let help = "write the name of the person or of the list";
            return Err(Mistake::new(self.place(row, at), "the candidate has no name", help));
        };
        let (word, seats) = match text(Field::SeatsOrElected) {
            Some(word) if is_word(word) => (Some(word), None),
            Some(_) => (None, number(Field::SeatsOrElected)?),
            None => (text(Field::Elected), number(Field::Seats)?),
        };
        let elected = word.map(super::vocabulary::fold);
        Ok(Candidate {
            list: text(Field::List).filter(|list| *list != name).map(str::to_owned),
            head: text(Field::Head).map(str::to_owned).or(person.filter(|person| *person != name)),
            name,
            panel: number(Field::Panel)?,
            nuance: text(Field::Nuance).filter(|code| *code != INDIVIDUAL).map(str::to_owned),
            seats,
            colour: None,
            elected: matches!(elected.as_deref(), Some("elu" | "elue" | "oui" | "true" | "1")),
        })
    }
}
