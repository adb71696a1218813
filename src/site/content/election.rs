//! `results/*.json`: elections, and whether their figures can be true.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::figures::{self, COUNTS, Candidate, Figures};
use super::files;
use super::levels::{self, ensure_levels_agree, ensure_tables_make_a_whole};
use crate::election::{Base, Contest, Level, Levels, Place, Tally};
use crate::route::Slug;
use crate::site::fields::{At, Fields, FromNode, nearest, unexpected};
use crate::site::node::{self, Node, Value};
use crate::site::problem::Problems;
use crate::site::values::{Address, Count, Text};

/// An election in one territory.
pub struct Election {
    /// Its address.
    pub slug: At<Slug>,
    /// Its title.
    pub title: String,
    /// Where the votes were counted.
    pub territory: String,
    /// How it is decided.
    pub contest: Contest,
    /// What it was for.
    pub introduction: String,
    /// Its rounds, in order.
    pub rounds: Vec<Round>,
    /// The département or country of which the tables beside the election hold every territory.
    pub within: Option<Place>,
    /// The tables beside the election and what they add up to, a round each.
    pub levels: BTreeMap<u8, Levels>,
}

/// One round.
pub struct Round {
    /// 1 or 2.
    pub number: At<u8>,
    /// Day of the vote.
    pub date: At<Date>,
    /// What was published, in the election's own file or in a table beside it.
    pub tally: Tally,
    /// Whether its figures stand in a table beside the election.
    pub in_table: bool,
    /// Who published it.
    pub source: Source,
    /// What a reader must know of it.
    pub note: Option<String>,
}

/// Who published some figures.
pub struct Source {
    /// The publisher.
    pub name: String,
    /// Where they can be read.
    pub address: Option<String>,
    /// When they were published.
    pub published: Option<Date>,
}

impl Election {
    /// The levels of a round, where there are tables.
    pub fn levels(&self, round: u8) -> Option<&Levels> {
        self.levels.get(&round)
    }

    /// Every territory that has a page, the largest first: those of the last round, down to
    /// communes.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        let last = self.rounds.last().and_then(|round| self.levels(round.number.value));
        let levels = last.filter(|_| self.within.is_some());
        let layers = levels.into_iter().flat_map(|levels| levels.layers.iter().rev());
        let across = levels.into_iter().flat_map(|levels| &levels.across);
        let returns = layers.map(|layer| &layer.returns).chain(across);
        let returns = returns.filter(|returns| returns.level > Level::Station);
        returns.flat_map(|returns| &returns.territories).map(|territory| &territory.place)
    }

    /// The round with this number.
    pub fn round(&self, number: u8) -> Option<&Round> {
        self.rounds.iter().find(|round| round.number.value == number)
    }

    /// The day of its last round.
    pub fn last_day(&self) -> Option<Date> {
        self.rounds.last().map(|round| round.date.value)
    }
}

impl FromNode for Contest {
    const EXPECTED: &'static str = "a kind of contest";
    const EXAMPLE: &'static str = "\"two-rounds\" or \"one-round\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "two-rounds" => Some(Self::TwoRounds),
            Value::Text(text) if text == "one-round" => Some(Self::OneRound),
            _ => unexpected(node, problems),
        }
    }
}

impl FromNode for Base {
    const EXPECTED: &'static str = "the base of the shares";
    const EXAMPLE: &'static str = "\"valid\", \"voters\" or \"registered\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "valid" => Some(Self::Valid),
            Value::Text(text) if text == "voters" => Some(Self::Voters),
            Value::Text(text) if text == "registered" => Some(Self::Registered),
            _ => unexpected(node, problems),
        }
    }
}

/// Written as the code of a département, or `FR` for the country.
impl FromNode for Place {
    const EXPECTED: &'static str = "the code of a département, or FR";
    const EXAMPLE: &'static str = "\"78\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let place = match &node.value {
            Value::Text(code) => Self::whole(code),
            _ => None,
        };
        place.or_else(|| unexpected(node, problems))
    }
}

impl FromNode for u8 {
    const EXPECTED: &'static str = "the number of the round";
    const EXAMPLE: &'static str = "1 or 2";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Number(number) if number == "1" => Some(1),
            Value::Number(number) if number == "2" => Some(2),
            _ => unexpected(node, problems),
        }
    }
}

impl FromNode for Source {
    const EXPECTED: &'static str = "a source";
    const EXAMPLE: &'static str = "{ \"name\": \"Ministère de l’intérieur\" }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a source", node, problems)?;
        let name = fields.required::<Text>("name", problems);
        let address = fields.optional::<Address>("address", problems);
        let published = fields.optional::<Date>("published", problems);
        fields.finish(problems);
        Some(Self { name: name?.0, address: address.map(|address| address.0), published })
    }
}

impl FromNode for Round {
    const EXPECTED: &'static str = "a round";
    const EXAMPLE: &'static str =
        "{ \"round\": 1, \"date\": \"2017-01-22\", \"candidates\": [ … ], \"source\": { … } }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a round", node, problems)?;
        let number = fields.required("round", problems);
        let date = fields.required("date", problems);
        let before = problems.len();
        let counts =
            COUNTS.map(|(name, quantity)| (quantity, fields.optional::<At<Count>>(name, problems)));
        let base = fields.optional::<Base>("share_base", problems).unwrap_or(Base::Valid);
        let counts_read = problems.len() == before;
        let candidates = fields.optional::<Vec<Candidate>>("candidates", problems);
        let source = fields.required("source", problems);
        let note = fields.optional::<Text>("note", problems);
        fields.finish(problems);
        let tally = candidates.map(|candidates| {
            figures::ensure_somebody_stands(node, &candidates, problems);
            figures::ensure_names_differ(&candidates, problems);
            let tally = figures::tally(&counts, &candidates, base);
            if counts_read {
                Figures { node, counts: &counts, candidates: &candidates }
                    .ensure_they_can_be_true(&tally, problems);
            }
            tally
        });
        Some(Self {
            number: number?,
            date: date?,
            in_table: tally.is_none(),
            tally: tally.unwrap_or_default(),
            source: source?,
            note: note.map(|note| note.0),
        })
    }
}

/// Reads one election.
pub fn read(path: &Path, problems: &mut Problems) -> Option<Election> {
    let source = files::read(path, problems)?;
    let node = node::from_json(&source, problems)?;
    let mut fields = Fields::of("an election", &node, problems)?;
    let slug = files::slug(path, &node, &mut fields, problems);
    let title = fields.required::<Text>("title", problems);
    let territory = fields.required::<Text>("territory", problems);
    let contest = fields.required::<Contest>("contest", problems);
    let introduction = fields.required::<Text>("introduction", problems);
    let code = fields.optional::<At<Text>>("code", problems);
    let within = fields.optional::<Place>("within", problems);
    let rounds = fields.required::<Vec<Round>>("rounds", problems);
    fields.finish(problems);
    let mut rounds = rounds?;
    let levels = levels::read(path, within.as_ref(), problems);
    for round in &mut rounds {
        fill_from_table(round, code.as_ref(), levels.get(&round.number.value), problems);
    }
    ensure_rounds_follow_each_other(&rounds, problems);
    if let Some(within) = &within {
        ensure_tables_make_a_whole(&rounds, within, &levels, problems);
    }
    ensure_levels_agree(&rounds, &levels, problems);
    ensure_there_is_a_round(&node, &rounds, problems);
    if let (Some(Contest::OneRound), [_, second, ..]) = (contest, &rounds[..]) {
        let help = "write `\"contest\": \"two-rounds\"`, or remove the second round";
        let found = "the contest has one round only";
        second.number.problem(problems, "there is a round too many", found, help);
    }
    Some(Election {
        slug: slug?,
        title: title?.0,
        territory: territory?.0,
        contest: contest?,
        introduction: introduction?.0,
        rounds,
        within,
        levels,
    })
}

/// Ensure the election has a round.
fn ensure_there_is_a_round(node: &Node, rounds: &[Round], problems: &mut Problems) {
    if rounds.is_empty() {
        let help = "add at least one round to `rounds`";
        let span = node.span.start..node.span.start + 1;
        problems.add(&node.source, span, "the election has no round", "no figures", help);
    }
}

/// Gives a round whose figures are not in the election's own file those of its table.
fn fill_from_table(
    round: &mut Round,
    code: Option<&At<Text>>,
    levels: Option<&Levels>,
    problems: &mut Problems,
) {
    if !round.in_table {
        return;
    }
    let number = round.number.value;
    let Some(levels) = levels else {
        let help = "add `candidates`, or import a file with `cargo site import results`";
        let (title, found) = ("this round has no figures", "neither here nor in a table");
        round.number.problem(problems, title, found, help);
        return;
    };
    let Some(code) = code else {
        let help = "add `code` to the election, such as `\"code\": \"78172\"`";
        let found = "its table has many territories";
        round.number.problem(problems, "it is not said whose figures these are", found, help);
        return;
    };
    match levels.find(&code.value.0) {
        Some(own) => round.tally = own.tally.clone(),
        None => {
            let found = format!("round {number} has no such territory");
            let help = "correct the code, or import a file that has it";
            code.problem(problems, "this code is in no table", found, help);
        }
    }
}

/// Ensure whoever stands in a later round stood in the earlier one under the same name. Lists may
/// merge and change theirs.
fn ensure_finalists_stood_before(earlier: &Round, later: &Round, problems: &mut Problems) {
    let names: Vec<&str> = earlier.tally.scores.iter().map(|score| score.name()).collect();
    for score in &later.tally.scores {
        let is_list = score.candidate.list.is_some() || score.candidate.head.is_some();
        if names.contains(&score.name()) || names.is_empty() || is_list {
            continue;
        }
        let help = match nearest(score.name(), &names) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "add the candidate to the first round, or correct the name".to_owned(),
        };
        let title = "a candidate did not stand in the round before";
        let found = format!("`{}` is not among its candidates", score.name());
        later.number.problem(problems, title, found, help);
    }
}

/// Ensure rounds are numbered from 1 and each is dated after the one that it follows.
fn ensure_rounds_follow_each_other(rounds: &[Round], problems: &mut Problems) {
    for (expected, round) in (1u8..).zip(rounds) {
        if round.number.value != expected {
            let found = format!("expected {expected}");
            let help = "write the rounds in order, beginning with 1";
            round.number.problem(problems, "the rounds are not in order", found, help);
        }
    }
    for pair in rounds.windows(2) {
        let [earlier, later] = pair else { continue };
        ensure_finalists_stood_before(earlier, later, problems);
        if later.date.value <= earlier.date.value {
            let found = format!("the round before is dated {}", earlier.date.value);
            let title = "this round is not dated after the one it follows";
            later.date.problem(problems, title, found, "correct one of the two dates");
        }
    }
}
