//! Which sheet of a file is read: the one that was named, else the one that has a table of the round
//! and the level asked for. It must not choose where more than one remains.

use super::column::fold;
use super::header::Header;
use super::problem::Problem;
use super::round;
use super::sheet::Sheet;
use crate::election::Level;
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
    pub others: Vec<String>,
    /// How many rows of other rounds were left out.
    pub other_rounds: usize,
}

/// A sheet that is not read.
struct Passed {
    name: Option<String>,
    why: String,
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
            let why = "another one was asked for".to_owned();
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
        let help = "leave --sheet out";
        return Err(Problem::new("the file", "it is no workbook and has no sheets", help));
    }
    if let Some(at) = names.iter().position(|known| *known == name) {
        return Ok(at);
    }
    let alike = names.iter().enumerate().filter(|(_, known)| fold(known) == fold(name));
    let alike: Vec<usize> = alike.map(|(at, _)| at).collect();
    if let [at] = alike.as_slice() {
        return Ok(*at);
    }
    let list: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let meant = nearest(name, &names).map(|name| format!("did you mean \"{name}\"? "));
    let help = format!("{}its sheets are {}", meant.unwrap_or_default(), list.join(", "));
    Err(Problem::new("the workbook", format!("it has no sheet \"{name}\""), help))
}

impl Passed {
    fn because(name: Option<String>, problem: Problem) -> Self {
        // Nobody needs all columns of a sheet that is not read.
        let first = problem.found.split([';', '\n']).next().unwrap_or_default();
        let why = match problem.found.rsplit_once("; missing: ") {
            Some((_, missing)) => format!("{first}; missing: {missing}"),
            None => first.to_owned(),
        };
        Self { name, why, problem: Some(problem) }
    }

    fn line(&self) -> String {
        format!("\"{}\": {}", self.name.as_deref().unwrap_or_default(), self.why)
    }

    fn problem(self) -> Problem {
        let help = "ask for what the file holds, with --round, --level or --sheet; if a name or a \
                    title is wrong, correct it";
        let problem = self.problem.unwrap_or_else(|| Problem::new("the table", self.why, help));
        problem.in_sheet(self.name.as_deref())
    }
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
    fn pass(&mut self, why: impl Fn(&Table) -> Option<String>) {
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
                Some(format!("its name or its title says round {other}, not {round}"))
            }
            None if is_named => Some(format!("it does not say round {round} as another one does")),
            _ => None,
        });
    }

    fn keep_level(&mut self, level: Option<Level>) {
        let Some(level) = level else { return };
        self.pass(|table| {
            let found = table.level.filter(|found| *found != level)?;
            Some(format!("its level is {}, not {}", found.file_name(), level.file_name()))
        });
    }

    /// One sum of the whole country is what a workbook begins with, not what is wanted of it.
    fn keep_places(&mut self) {
        let is_sum = |table: &Table| table.level == Some(Level::Country);
        if self.tables().any(|table| !is_sum(table)) {
            self.pass(|table| is_sum(table).then(|| "it is a sum of the whole country".to_owned()));
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
        let round = which.round.map(|round| format!(" for round {round}")).unwrap_or_default();
        let mut found = format!("several of its sheets could be read{round}:");
        let mut others = String::new();
        for tried in &self.tried {
            match tried {
                Tried::Fits(table) => {
                    let name = table.sheet.name.as_deref().unwrap_or_default();
                    let level = table.level.map_or("a table", Level::file_name);
                    found.push_str(&format!("\n  \"{name}\": {level}"));
                }
                Tried::Passed(passed) => others.push_str(&format!("\n  {}", passed.line())),
            }
        }
        if !others.is_empty() {
            found.push_str(&format!("\nbut not:{others}"));
        }
        let first = self.tables().find_map(|table| table.sheet.name.as_deref());
        let first = first.unwrap_or_default();
        levels.sort_unstable();
        levels.dedup();
        let by_level = match levels.as_slice() {
            [level, _, ..] => format!(", or by its level with --level {}", level.file_name()),
            _ => String::new(),
        };
        let help = format!("choose one by its name with --sheet \"{first}\"{by_level}");
        Problem::new("the workbook", found, help)
    }
}

/// Why nothing can be read: the problem of the only sheet, else what each of them is.
fn none(mut passed: Vec<Passed>, asked: Option<usize>) -> Problem {
    let only = if passed.len() == 1 { Some(0) } else { asked };
    if let Some(only) = only.filter(|only| *only < passed.len()) {
        return passed.swap_remove(only).problem();
    }
    if passed.is_empty() {
        return Problem::new("the file", "it is empty", "download it again, or export it again");
    }
    let lines: String = passed.iter().map(|it| format!("\n  {}", it.line())).collect();
    let help = "docs/import.md lists the layouts and their columns; ask for what the file holds, with \
                --round, --level or --sheet";
    Problem::new("the workbook", format!("no sheet of it can be read:{lines}"), help)
}
