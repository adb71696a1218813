//! The words that an election’s file has for kinds of contests, of territories and of what stands.

use crate::election::{Contest, Level, Place, Stands};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{FromNode, unexpected};
use crate::site::parse::tree::{Node, Value};

impl FromNode for Contest {
    const EXPECTED: &'static str = "a kind of contest";
    const EXAMPLE: &'static str = "\"two-rounds\", \"one-round\" or \"question\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "two-rounds" => Some(Self::TwoRounds),
            Value::Text(text) if text == "one-round" => Some(Self::OneRound),
            Value::Text(text) if text == "question" => Some(Self::Question),
            _ => unexpected(node, problems),
        }
    }
}

/// Written as the kind of territory in which an election is decided.
impl FromNode for Level {
    const EXPECTED: &'static str = "the territories in which the election is decided";
    const EXAMPLE: &'static str =
        "\"commune\", \"canton\", \"circonscription\", \"department\", \"region\" or \"country\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "commune" => Some(Self::Commune),
            Value::Text(text) if text == "canton" => Some(Self::Canton),
            Value::Text(text) if text == "circonscription" => Some(Self::Circonscription),
            Value::Text(text) if text == "department" => Some(Self::Department),
            Value::Text(text) if text == "region" => Some(Self::Region),
            Value::Text(text) if text == "country" => Some(Self::Country),
            _ => unexpected(node, problems),
        }
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
    const EXPECTED: &'static str = "a kind of election";
    const EXAMPLE: &'static str = "\"presidential\", \"legislative\", \"senatorial\", \"european\", \
                                   \"regional\", \"departmental\", \"cantonal\", \"municipal\", \
                                   \"referendum\" or \"primary\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let known = match &node.value {
            Value::Text(text) => Self::KNOWN.into_iter().find(|known| known == text),
            _ => None,
        };
        known.map(Self).or_else(|| unexpected(node, problems))
    }
}

impl FromNode for Stands {
    const EXPECTED: &'static str = "what stands in the election";
    const EXAMPLE: &'static str = "\"candidates\", \"lists\", \"pairs\", \"blocs\" or \"nuances\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if text == "candidates" => Some(Self::Candidates),
            Value::Text(text) if text == "lists" => Some(Self::Lists),
            Value::Text(text) if text == "pairs" => Some(Self::Pairs),
            Value::Text(text) if text == "blocs" => Some(Self::Blocs),
            Value::Text(text) if text == "nuances" => Some(Self::Nuances),
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
