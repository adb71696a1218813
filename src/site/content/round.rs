//! A round of an election, and who published its figures.
//! Whether its figures can be true is looked at in `figures`.

use jiff::civil::Date;

use super::figures::{self, COUNTS, Candidate, Figures, StationsCounted};
use crate::election::{Base, SeatRule, Tally};
use crate::site::fields::{At, Fields, FromNode, unexpected};
use crate::site::node::{Node, Value};
use crate::site::problem::Problems;
use crate::site::values::{Address, Count, Number, Text};

/// One round.
pub struct Round {
    /// 1 or 2.
    pub number: At<u8>,
    /// Day of the vote.
    pub date: At<Date>,
    /// How much was counted, where that is not everything.
    pub counted: Option<StationsCounted>,
    /// What was published, in the election's own file or in a table beside it.
    pub tally: Tally,
    /// Whether its figures stand in a table beside the election.
    pub in_table: bool,
    /// Seats to fill.
    pub seats: Option<At<Number>>,
    /// The rule by which they are given.
    pub seat_rule: Option<At<SeatRule>>,
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

impl FromNode for Round {
    const EXPECTED: &'static str = "a round";
    const EXAMPLE: &'static str =
        "{ \"round\": 1, \"date\": \"2017-01-22\", \"candidates\": [ … ], \"source\": { … } }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a round", node, problems)?;
        let number = fields.required("round", problems);
        let date = fields.required("date", problems);
        let counted = fields.optional("stations_counted", problems);
        let seats = fields.optional("seats", problems);
        let seat_rule = fields.optional("seat_rule", problems);
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
            counted,
            in_table: tally.is_none(),
            tally: tally.unwrap_or_default(),
            seats,
            seat_rule,
            source: source?,
            note: note.map(|note| note.0),
        })
    }
}
