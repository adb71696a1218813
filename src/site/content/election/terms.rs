//! The words that an election’s file has for kinds of contests, of territories and of candidates.

use crate::election::{Contest, Level, Place, Stands};
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{FromNode, one_of, unexpected};
use crate::site::parse::tree::{Node, Value};

impl FromNode for Contest {
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
    const EXPECTED: Message = message!("election-kind");
    const EXAMPLE: Message = message!("election-kind-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        one_of(Self::KNOWN.map(|known| (known, Self(known))), node, problems)
    }
}

impl FromNode for Stands {
    const EXPECTED: Message = message!("election-stands");
    const EXAMPLE: Message = message!("election-stands-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [
            ("candidates", Self::Candidates),
            ("lists", Self::Lists),
            ("pairs", Self::Pairs),
            ("blocs", Self::Blocs),
            ("nuances", Self::Nuances),
        ];
        one_of(words, node, problems)
    }
}

/// Written as the code of a département, or `FR` for the country.
impl FromNode for Place {
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
