//! The words that an election’s file has for kinds of contests, of territories and of candidates, of votes and of what
//! they decide.

use crate::election::{Contest, Level, Place, Stands, Threshold};
use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{FromNode, one_of, unexpected};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};

impl FromNode for Contest {
    const SHAPE: Shape = Shape::Words(elections::CONTEST);
    const EXPECTED: Message = message!("election-contest");
    const EXAMPLE: Message = message!("election-contest-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("two-rounds", Self::TwoRounds),
            ("one-round", Self::OneRound),
            ("question", Self::Question),
        ];
        one_of(words, node, problems)
    }
}

/// Written as the kind of territory in which an election is decided.
impl FromNode for Level {
    const SHAPE: Shape = Shape::Words(elections::DECIDED_IN);
    const EXPECTED: Message = message!("election-decided-in");
    const EXAMPLE: Message = message!("election-decided-in-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("commune", Self::Commune),
            ("canton", Self::Canton),
            ("circonscription", Self::Circonscription),
            ("department", Self::Department),
            ("region", Self::Region),
            ("country", Self::Country),
        ];
        one_of(words, node, problems)
    }
}

/// What an election is held for. Those of one kind are compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind(&'static str);

impl Kind {
    /// Every kind, as it is written.
    const KNOWN: [&'static str; 10] = [
        "presidential",
        "legislative",
        "senatorial",
        "european",
        "regional",
        "departmental",
        "cantonal",
        "municipal",
        "referendum",
        "primary",
    ];
}

impl FromNode for Kind {
    const SHAPE: Shape = Shape::Words(elections::KIND);
    const EXPECTED: Message = message!("election-kind");
    const EXAMPLE: Message = message!("election-kind-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        one_of(Self::KNOWN.map(|known| (known, Self(known))), node, problems)
    }
}

impl FromNode for Stands {
    const SHAPE: Shape = Shape::Words(elections::STANDS);
    const EXPECTED: Message = message!("election-stands");
    const EXAMPLE: Message = message!("election-stands-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("candidates", Self::Candidates),
            ("lists", Self::Lists),
            ("pairs", Self::Pairs),
            ("blocs", Self::Blocs),
            ("nuances", Self::Nuances),
            ("projects", Self::Projects),
        ];
        one_of(words, node, problems)
    }
}

/// What the source says of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// It is adopted.
    Adopted,
    /// It is adopted, and nobody is against it.
    Unanimous,
    /// It is adopted by who presides, with as many votes for it as against it.
    CastingVote,
    /// It is rejected.
    Rejected,
}

/// How people vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voting {
    /// On paper.
    SecretBallot,
    /// By show of hands: nobody is blank, nothing is null.
    ShowOfHands,
}

/// What is put to the vote. All of them are feminine nouns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proposal {
    /// « proposition »
    #[default]
    Proposal,
    /// « résolution »
    Resolution,
    /// « motion »
    Motion,
    /// « délibération »
    Deliberation,
}

impl FromNode for Threshold {
    const SHAPE: Shape = Shape::Words(elections::MAJORITY);
    const EXPECTED: Message = message!("election-majority");
    const EXAMPLE: Message = message!("election-majority-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("half", Self::Half),
            ("two-thirds", Self::TwoThirds),
            ("three-quarters", Self::ThreeQuarters),
        ];
        one_of(words, node, problems)
    }
}

impl FromNode for Declared {
    const SHAPE: Shape = Shape::Words(elections::DECISION);
    const EXPECTED: Message = message!("election-decision");
    const EXAMPLE: Message = message!("election-decision-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("adopted", Self::Adopted),
            ("unanimous", Self::Unanimous),
            ("casting-vote", Self::CastingVote),
            ("rejected", Self::Rejected),
        ];
        one_of(words, node, problems)
    }
}

impl FromNode for Voting {
    const SHAPE: Shape = Shape::Words(elections::VOTING);
    const EXPECTED: Message = message!("election-voting");
    const EXAMPLE: Message = message!("election-voting-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [("secret-ballot", Self::SecretBallot), ("show-of-hands", Self::ShowOfHands)];
        one_of(words, node, problems)
    }
}

impl FromNode for Proposal {
    const SHAPE: Shape = Shape::Words(elections::PROPOSAL);
    const EXPECTED: Message = message!("election-proposal");
    const EXAMPLE: Message = message!("election-proposal-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("proposal", Self::Proposal),
            ("resolution", Self::Resolution),
            ("motion", Self::Motion),
            ("deliberation", Self::Deliberation),
        ];
        one_of(words, node, problems)
    }
}

/// Written as the code of a département, or `FR` for the country.
impl FromNode for Place {
    const SHAPE: Shape = Shape::Place;
    const EXPECTED: Message = message!("election-within");
    const EXAMPLE: Message = Message::verbatim("\"78\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let place = match &node.value {
            Value::Text(code) => Self::whole(code),
            _ => None,
        };
        place.or_else(|| unexpected(node, problems))
    }
}
