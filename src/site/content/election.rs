//! `results/*.json`: elections, and whether their figures can be true.

use std::path::Path;

use jiff::civil::Date;

use super::files;
use crate::election::{Base, Contest, Contradiction, Counts, Quantity, Score, Share, Tally};
use crate::french;
use crate::route::Slug;
use crate::site::fields::{Address, At, Count, Fields, FromNode, Percentage, Text, unexpected};
use crate::site::node::{self, Node, Value};
use crate::site::problem::Problems;

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
}

/// One round.
pub struct Round {
    /// 1 or 2.
    pub number: At<u8>,
    /// Day of the vote.
    pub date: At<Date>,
    /// What was published.
    pub tally: Tally,
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

/// A candidate as written, with the place of each figure.
struct Candidate {
    name: At<Text>,
    votes: Option<At<Count>>,
    share: Option<At<Percentage>>,
}

impl FromNode for Candidate {
    const EXPECTED: &'static str = "a candidate";
    const EXAMPLE: &'static str = "{ \"name\": \"…\", \"votes\": 842 }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let before = problems.len();
        let mut fields = Fields::of("a candidate", node, problems)?;
        let name = fields.required("name", problems);
        let votes = fields.optional("votes", problems);
        let share = fields.optional("share", problems);
        fields.finish(problems);
        // A figure that could not be read must not pass for one that was left out.
        (problems.len() == before).then_some(Self { name: name?, votes, share })
    }
}

/// The fields that hold counts.
const COUNTS: [(&str, Quantity); 7] = [
    ("registered", Quantity::Registered),
    ("abstentions", Quantity::Abstentions),
    ("voters", Quantity::Voters),
    ("blank", Quantity::Blank),
    ("null", Quantity::Null),
    ("blank_and_null", Quantity::BlankAndNull),
    ("valid", Quantity::Valid),
];

impl FromNode for Round {
    const EXPECTED: &'static str = "a round";
    const EXAMPLE: &'static str =
        "{ \"round\": 1, \"date\": \"2017-01-22\", \"candidates\": [ … ], \"source\": { … } }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let before = problems.len();
        let mut fields = Fields::of("a round", node, problems)?;
        let number = fields.required("round", problems);
        let date = fields.required("date", problems);
        let counts =
            COUNTS.map(|(name, quantity)| (quantity, fields.optional::<At<Count>>(name, problems)));
        let base = fields.optional::<Base>("share_base", problems).unwrap_or(Base::Valid);
        let counts_read = problems.len() == before;
        let candidates = fields.required::<Vec<Candidate>>("candidates", problems);
        let source = fields.required("source", problems);
        let note = fields.optional::<Text>("note", problems);
        fields.finish(problems);
        let candidates = candidates?;
        ensure_names_differ(&candidates, problems);
        let tally = tally(&counts, &candidates, base);
        if counts_read {
            Figures { node, counts: &counts, candidates: &candidates }
                .ensure_they_can_be_true(&tally, problems);
        }
        Some(Self {
            number: number?,
            date: date?,
            tally,
            source: source?,
            note: note.map(|note| note.0),
        })
    }
}

type CountsAsWritten = [(Quantity, Option<At<Count>>); 7];

fn tally(counts: &CountsAsWritten, candidates: &[Candidate], base: Base) -> Tally {
    let counts = counts.iter().fold(Counts::default(), |counts, (quantity, count)| {
        counts.with(*quantity, count.as_ref().map(|count| count.value.0))
    });
    let score = |candidate: &Candidate| Score {
        name: candidate.name.value.0.clone(),
        votes: candidate.votes.as_ref().map(|votes| votes.value.0),
        share: candidate.share.as_ref().map(|share| Share::published(share.value.0, base)),
    };
    Tally { counts, scores: candidates.iter().map(score).collect() }
}

/// Ensure no candidate is counted twice.
fn ensure_names_differ(candidates: &[Candidate], problems: &mut Problems) {
    for (index, candidate) in candidates.iter().enumerate() {
        let name = &candidate.name.value.0;
        if candidates[..index].iter().any(|earlier| earlier.name.value.0 == *name) {
            let help = "remove one of the two, or tell them apart by their first names";
            candidate.name.problem(
                problems,
                "two candidates have one name",
                "the second one",
                help,
            );
        }
    }
}

/// The figures of a round with their places.
struct Figures<'a> {
    node: &'a Node,
    counts: &'a CountsAsWritten,
    candidates: &'a [Candidate],
}

impl Figures<'_> {
    /// Ensure no two figures contradict each other.
    fn ensure_they_can_be_true(&self, tally: &Tally, problems: &mut Problems) {
        for contradiction in tally.contradictions() {
            match contradiction {
                Contradiction::Sum { total, parts: [a, b] } => {
                    let sum = u64::from(a.1) + u64::from(b.1);
                    let title = format!("{} + {} ≠ {}", field(a.0), field(b.0), field(total.0));
                    let found = format!("{} + {} = {sum}, not {}", a.1, b.1, total.1);
                    self.add(&[total.0, b.0, a.0], title, found, problems);
                }
                Contradiction::Exceeds { part, whole } => {
                    let title = format!("{} > {}", field(part.0), field(whole.0));
                    let found = format!("{} is more than {}", part.1, whole.1);
                    self.add(&[part.0, whole.0], title, found, problems);
                }
                Contradiction::Votes { valid, sum } => {
                    let found = format!("the candidates’ votes add up to {sum}, not {valid}");
                    let title = "the votes do not add up to `valid`".to_owned();
                    self.add(&[Quantity::Valid], title, found, problems);
                }
                Contradiction::Shares { sum, tolerance } => {
                    self.shares_do_not_add_up(sum, tolerance, problems);
                }
                Contradiction::Share { candidate, published, computed } => {
                    let Some(at) = self.candidates.get(candidate).and_then(|it| it.share.as_ref())
                    else {
                        continue;
                    };
                    let found = format!(
                        "the votes make {}, not {} {}",
                        french::percent(computed),
                        french::percent(published),
                        french::of_base(published.base()),
                    );
                    let help = "correct `votes` or `share`, or leave the uncertain one out";
                    at.problem(problems, "votes and share contradict each other", found, help);
                }
            }
        }
    }

    fn shares_do_not_add_up(&self, sum: u32, tolerance: u32, problems: &mut Problems) {
        let valid = |hundredths| french::percent(Share::published(hundredths, Base::Valid));
        let found =
            format!("they make {}; rounding explains {} at most", valid(sum), valid(tolerance));
        let Some(first) = self.candidates.iter().find_map(|candidate| candidate.share.as_ref())
        else {
            return;
        };
        let help = "correct the share that is wrong, or add the candidate who is missing";
        first.problem(problems, "the shares do not add up to 100", found, help);
    }

    /// Reports at the first of these quantities that is written, else at the round.
    fn add(&self, at: &[Quantity], title: String, found: String, problems: &mut Problems) {
        let help = "correct the figure that is wrong, or leave the uncertain one out";
        let written = at.iter().find_map(|quantity| {
            self.counts.iter().find(|(other, _)| other == quantity)?.1.as_ref()
        });
        match written {
            Some(count) => count.problem(problems, title, found, help),
            None => {
                let start = self.node.span.start;
                problems.add(&self.node.source, start..start + 1, title, found, help);
            }
        }
    }
}

fn field(quantity: Quantity) -> &'static str {
    COUNTS.iter().find(|(_, other)| *other == quantity).map_or("", |(name, _)| name)
}

/// Reads one election.
pub fn read(path: &Path, problems: &mut Problems) -> Option<Election> {
    let source = files::read(path, problems)?;
    let node = node::from_json(&source, problems)?;
    let mut fields = Fields::of("an election", &node, problems)?;
    let slug = files::slug(path, &node, &mut fields, problems);
    let title = fields.required::<Text>("title", problems);
    let territory = fields.required::<Text>("territory", problems);
    let contest = fields.required("contest", problems);
    let introduction = fields.required::<Text>("introduction", problems);
    let rounds = fields.required::<Vec<Round>>("rounds", problems);
    fields.finish(problems);
    let rounds = rounds?;
    ensure_rounds_follow_each_other(&rounds, problems);
    if rounds.is_empty() {
        let help = "add at least one round to `rounds`";
        problems.add(&node.source, 0..1, "the election has no round", "no figures", help);
    }
    Some(Election {
        slug: slug?,
        title: title?.0,
        territory: territory?.0,
        contest: contest?,
        introduction: introduction?.0,
        rounds,
    })
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
        if later.date.value <= earlier.date.value {
            let found = format!("the round before is dated {}", earlier.date.value);
            let title = "this round is dated before the one it follows";
            later.date.problem(problems, title, found, "correct one of the two dates");
        }
    }
}
