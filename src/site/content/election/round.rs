//! A round of an election, and who published its figures.
//! Whether its figures can be true is looked at in `figures`; here, whether finalists stood before.

use jiff::civil::Date;

use super::figures::{self, Given, StationsCounted};
pub use super::license::License;
use super::terms::{Declared, Voting};
use crate::election::{Base, SeatRule, Tally};
use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, nearest, one_of};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::{Number, RoundNumber, Text, Url};

/// One round.
pub struct Round {
    /// 1 or 2.
    pub number: Spanned<u8>,
    /// Day of the vote.
    pub date: Spanned<Date>,
    /// How much was counted, where that is not everything.
    pub counted: Option<StationsCounted>,
    /// What was published, in the election's own file or in a table next to it.
    pub tally: Tally,
    /// Whether its figures are in a table next to the election.
    pub in_table: bool,
    /// Seats to fill.
    pub seats: Option<Spanned<Number>>,
    /// The rule by which they are given.
    pub seat_rule: Option<Spanned<SeatRule>>,
    /// How many names a ballot may carry, where that is written.
    pub names_per_ballot: Option<Spanned<Number>>,
    /// How people voted.
    pub voting: Option<Spanned<Voting>>,
    /// What the source says of a proposal.
    pub declared: Option<Spanned<Declared>>,
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
    /// Under which licence.
    pub license: Option<License>,
}

impl FromNode for Base {
    const SHAPE: Shape = Shape::Words(elections::BASE);
    const EXPECTED: Message = message!("election-share-base");
    const EXAMPLE: Message = message!("election-share-base-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words =
            [("valid", Self::Valid), ("voters", Self::Voters), ("registered", Self::Registered)];
        one_of(words, node, problems)
    }
}

impl FromNode for Source {
    const SHAPE: Shape = Shape::Table(&elections::SOURCE);
    const EXPECTED: Message = message!("election-source");
    const EXAMPLE: Message = Message::verbatim("{ \"name\": \"Ministère de l’intérieur\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&elections::SOURCE, node, problems)?;
        let name = fields.required::<Text>("name", problems);
        let address = fields.optional::<Url>("address", problems);
        let published = fields.optional::<Date>("published", problems);
        let license = fields.optional::<License>("license", problems);
        fields.finish(problems);
        Some(Self { name: name?.0, address: address.map(|address| address.0), published, license })
    }
}

impl FromNode for Round {
    const SHAPE: Shape = Shape::Table(&elections::ROUND);
    const EXPECTED: Message = message!("election-round");
    const EXAMPLE: Message = Message::verbatim(
        "{ \"round\": 1, \"date\": \"2017-01-22\", \"candidates\": [ … ], \"source\": { … } }",
    );

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&elections::ROUND, node, problems)?;
        let number = fields.required::<Spanned<RoundNumber>>("round", problems);
        let number = number.map(|number| number.map(|it| it.0));
        let date = fields.required("date", problems);
        let counted = fields.optional("stations_counted", problems);
        let seats = fields.optional("seats", problems);
        let seat_rule = fields.optional("seat_rule", problems);
        let names_per_ballot = fields.optional::<Spanned<Number>>("names_per_ballot", problems);
        let voting = fields.optional("voting", problems);
        let declared = fields.optional::<Spanned<Declared>>("decision", problems);
        let value = |number: &Option<Spanned<Number>>| number.as_ref().map(|it| it.value.0);
        let given = Given {
            names: value(&names_per_ballot),
            seats: value(&seats),
            is_decided: declared.is_some(),
        };
        let tally = figures::read(node, &mut fields, given, problems);
        let source = fields.required("source", problems);
        let note = fields.optional::<Text>("note", problems);
        fields.finish(problems);
        Some(Self {
            number: number?,
            date: date?,
            counted,
            in_table: tally.is_none(),
            tally: tally.unwrap_or_default(),
            seats,
            seat_rule,
            names_per_ballot,
            voting,
            declared,
            source: source?,
            note: note.map(|note| note.0),
        })
    }
}

/// Ensure whoever stands in a later round stood in the earlier one under the same name. Lists may
/// merge and change theirs.
pub fn ensure_finalists_stood_before(earlier: &Round, later: &Round, problems: &mut Problems) {
    let names: Vec<&str> = earlier.tally.scores.iter().map(|score| score.name()).collect();
    for score in &later.tally.scores {
        if names.contains(&score.name()) || names.is_empty() || score.candidate.is_list() {
            continue;
        }
        let help = match nearest(score.name(), &names) {
            Some(name) => message!("fields-did-you-mean", known = name),
            None => message!("election-new-finalist-help"),
        };
        let title = message!("election-new-finalist");
        let found = message!("election-new-finalist-found", name = score.name());
        later.number.problem(problems, title, found, help);
    }
}
