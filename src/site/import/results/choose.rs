//! Which sheet of a file is read: the one that was named, else the one that has a table of the round
//! and the level asked for. It must not choose where more than one remains.

use super::column::fold;
use super::header::Header;
use super::problem::{Problem, quoted};
use super::round;
use super::sheet::Sheet;
use crate::election::Level;
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::fields::nearest;

/// What an editor asks for.
#[derive(Clone, Debug, Default)]
pub struct Which {
    /// The name of a sheet.
    pub sheet: Option<String>,
    /// Only a table of this level.
    pub level: Option<Level>,
    /// The round; where nobody asks for one, any.
    pub round: Option<u8>,
}

/// A sheet that holds what is looked for.
#[derive(Debug)]
pub struct Table {
    /// The sheet, without the rows of other rounds.
    pub sheet: Sheet,
    /// Its header.
    pub header: Header,
    /// The level of its territories; a list of candidates has none.
    pub level: Option<Level>,
    /// How many rows of other rounds were taken out of it.
    pub other_rounds: usize,
}

impl Table {
    /// The table of a sheet, as far as its header tells.
    ///
    /// # Errors
    /// Says that no header is known, or that the wanted round is not among those of its rows.
    pub fn new(mut sheet: Sheet, which: &Which) -> Result<Self, Problem> {
        let header = Header::find(&sheet)?;
        let other_rounds = round::keep(&mut sheet, &header, which.round)?;
        Ok(Self { sheet, header, level: None, other_rounds })
    }

    /// The round that the name of the sheet says, else the titles above the header.
    fn round(&self) -> Option<u8> {
        let titles = || {
            let rows = self.sheet.rows.iter().take(self.header.at);
            round::only(rows.flat_map(|row| row.cells.iter()).filter_map(round::named))
        };
        self.sheet.name.as_deref().and_then(round::named).or_else(titles)
    }
}

/// Where results or candidates were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The sheet that was read; text and JSON have none.
    pub sheet: Option<String>,
    /// The sheets that were not read, each with the reason.
    pub others: Vec<Message>,
    /// How many rows of other rounds were left out.
    pub other_rounds: usize,
}

/// A sheet that is not read.
struct Passed {
    name: Option<String>,
    why: Message,
    problem: Option<Problem>,
}

/// What a sheet came to.
enum Tried {
    Fits(Box<Table>),
    Passed(Passed),
}

/// Chooses one sheet.
///
/// # Errors
/// Says why no sheet can be read, or which of them could all be.
pub fn choose(
    sheets: Vec<Sheet>,
    which: &Which,
    table: impl Fn(Sheet) -> Result<Table, Problem>,
) -> Result<(Table, Source), Problem> {
    let asked = which.sheet.as_deref().map(|name| find(&sheets, name)).transpose()?;
    let mut choice = Choice { asked, tried: Vec::new() };
    for (at, sheet) in sheets.into_iter().enumerate() {
        let name = sheet.name.clone();
        choice.tried.push(if asked.is_some_and(|asked| asked != at) {
            let why = message!("import-sheet-not-asked-for");
            Tried::Passed(Passed { name, why, problem: None })
        } else {
            table(sheet).map_or_else(
                |problem| Tried::Passed(Passed::because(name, problem)),
                |table| Tried::Fits(Box::new(table)),
            )
        });
    }
    choice.keep_round(which.round);
    choice.keep_level(which.level);
    choice.keep_places();
    choice.decide(which)
}

/// A sheet by its name: as it is written, else without case, accents and spaces.
fn find(sheets: &[Sheet], name: &str) -> Result<usize, Problem> {
    let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    if names.is_empty() {
        let (place, found) = (message!("import-the-file"), message!("import-without-sheets"));
        return Err(Problem::new(place, found, message!("import-without-sheets-help")));
    }
    if let Some(at) = names.iter().position(|known| *known == name) {
        return Ok(at);
    }
    let alike = names.iter().enumerate().filter(|(_, known)| fold(known) == fold(name));
    let alike: Vec<usize> = alike.map(|(at, _)| at).collect();
    if let [at] = alike.as_slice() {
        return Ok(*at);
    }
    let list: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let list = list.join(", ");
    let help = match nearest(name, &names) {
        Some(meant) => message!("import-sheet-meant", meant = meant, names = list),
        None => message!("import-sheets-are", names = list),
    };
    let found = message!("import-no-such-sheet", name = name);
    Err(Problem::new(message!("import-the-workbook"), found, help))
}

impl Passed {
    fn because(name: Option<String>, problem: Problem) -> Self {
        let why = problem.no_table.as_deref().unwrap_or(&problem.found).clone();
        Self { name, why, problem: Some(problem) }
    }

    fn line(&self) -> Message {
        line(self.name.as_deref(), self.why.clone())
    }

    fn problem(self) -> Problem {
        let help = message!("import-passed-help");
        let of_table = || Problem::new(message!("import-the-table"), self.why, help);
        self.problem.unwrap_or_else(of_table).in_sheet(self.name.as_deref())
    }
}

/// The line of a sheet in a list of them.
fn line(name: Option<&str>, what: impl Into<Message>) -> Message {
    let what: Message = what.into();
    message!("import-sheet-line", name = name.unwrap_or_default(), what = what)
}

struct Choice {
    /// Where the sheet is that was asked for by its name.
    asked: Option<usize>,
    tried: Vec<Tried>,
}

impl Choice {
    fn tables(&self) -> impl Iterator<Item = &Table> {
        self.tried.iter().filter_map(|tried| match tried {
            Tried::Fits(table) => Some(&**table),
            Tried::Passed(_) => None,
        })
    }

    /// Passes the tables for which there is a reason.
    fn pass(&mut self, why: impl Fn(&Table) -> Option<Message>) {
        for tried in &mut self.tried {
            if let Tried::Fits(table) = tried
                && let Some(why) = why(table)
            {
                let name = table.sheet.name.clone();
                *tried = Tried::Passed(Passed { name, why, problem: None });
            }
        }
    }

    /// What says another round is passed; so is what says none where another one says the right one.
    fn keep_round(&mut self, round: Option<u8>) {
        let Some(round) = round else { return };
        let is_named = self.tables().any(|table| table.round() == Some(round));
        self.pass(|table| match table.round() {
            Some(other) if other != round => {
                let (other, round) = (usize::from(other), usize::from(round));
                Some(message!("import-sheet-of-round", other = other, round = round))
            }
            None if is_named => {
                Some(message!("import-sheet-without-round", round = usize::from(round)))
            }
            _ => None,
        });
    }

    fn keep_level(&mut self, level: Option<Level>) {
        let Some(level) = level else { return };
        self.pass(|table| {
            let found = table.level.filter(|found| *found != level)?;
            Some(other_level(found, level))
        });
    }

    /// One sum of the whole country is what a workbook begins with, not what is wanted of it.
    fn keep_places(&mut self) {
        let is_sum = |table: &Table| table.level == Some(Level::Country);
        if self.tables().any(|table| !is_sum(table)) {
            self.pass(|table| is_sum(table).then(|| message!("import-sheet-of-sums")));
        }
    }

    fn decide(self, which: &Which) -> Result<(Table, Source), Problem> {
        if self.tables().nth(1).is_some() {
            return Err(self.several(which));
        }
        let (mut found, mut passed) = (None, Vec::new());
        for tried in self.tried {
            match tried {
                Tried::Fits(table) => found = Some(*table),
                Tried::Passed(it) => passed.push(it),
            }
        }
        let Some(table) = found else { return Err(none(passed, self.asked)) };
        let source = Source {
            sheet: table.sheet.name.clone(),
            others: passed.iter().map(Passed::line).collect(),
            other_rounds: table.other_rounds,
        };
        Ok((table, source))
    }

    /// Which sheets could be read, and how to choose one.
    fn several(&self, which: &Which) -> Problem {
        let mut levels: Vec<Level> = self.tables().filter_map(|table| table.level).collect();
        let mut found = match which.round {
            Some(round) => message!("import-several-of-round", round = usize::from(round)),
            None => message!("import-several"),
        }
        .to_string();
        let mut others = String::new();
        for tried in &self.tried {
            match tried {
                Tried::Fits(table) => {
                    let level = table.level.map(Level::file_name).map(Message::from);
                    let level = level.unwrap_or(message!("import-a-table"));
                    let line = line(table.sheet.name.as_deref(), level);
                    found.push_str(&format!("\n  {line}"));
                }
                Tried::Passed(passed) => others.push_str(&format!("\n  {}", passed.line())),
            }
        }
        if !others.is_empty() {
            found.push_str(&format!("\n{}{others}", message!("import-but-not")));
        }
        let first = self.tables().find_map(|table| table.sheet.name.as_deref());
        let first = first.unwrap_or_default();
        levels.sort_unstable();
        levels.dedup();
        let help = match levels.as_slice() {
            [level, _, ..] => {
                message!("import-choose-or-level", sheet = first, level = level.file_name())
            }
            _ => message!("import-choose", sheet = first),
        };
        Problem::new(message!("import-the-workbook"), found, help)
    }
}

/// Says that a level is not the one that was asked for.
pub fn other_level(found: Level, wanted: Level) -> Message {
    message!("import-other-level", level = found.file_name(), wanted = wanted.file_name())
}

/// Why nothing can be read: the problem of the only sheet, else what each of them is.
fn none(mut passed: Vec<Passed>, asked: Option<usize>) -> Problem {
    let only = if passed.len() == 1 { Some(0) } else { asked };
    if let Some(only) = only.filter(|only| *only < passed.len()) {
        return passed.swap_remove(only).problem();
    }
    if passed.is_empty() {
        return Problem::of_empty_file();
    }
    let lines: String = passed.iter().map(|it| format!("\n  {}", it.line())).collect();
    let found = format!("{}{lines}", message!("import-no-sheet"));
    Problem::new(message!("import-the-workbook"), found, message!("import-no-sheet-help"))
}
