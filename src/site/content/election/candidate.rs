//! Candidates of a round as they are written, each figure with its place.
//! Whether the figures can be true is looked at in `figures`.

use std::collections::HashSet;

use super::names::typeset;
use crate::election;
use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::colour::PartyColour;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, unexpected};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};
use crate::site::parse::values::{Count, Number, Percentage, Text};

/// A candidate as written, with the place of each figure.
pub struct Candidate {
    /// The name.
    pub name: Spanned<Text>,
    /// The votes, where they were published.
    pub votes: Option<Spanned<Count>>,
    /// The percentage, where it was published.
    pub share: Option<Spanned<Percentage>>,
    /// What else is known.
    pub who: election::Candidate,
}

impl FromNode for Candidate {
    const SHAPE: Shape = Shape::Table(&elections::CANDIDATE);
    const EXPECTED: Message = message!("election-candidate");
    const EXAMPLE: Message = Message::verbatim("{ \"name\": \"…\", \"votes\": 842 }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let before = problems.len();
        let mut fields = Fields::of(&elections::CANDIDATE, node, problems)?;
        let name = fields.required("name", problems);
        let votes = fields.optional("votes", problems);
        let share = fields.optional("share", problems);
        let who = who(&mut fields, problems);
        fields.finish(problems);
        let name: Spanned<Text> = name?;
        let who = election::Candidate { name: typeset(&name.value.0), ..who };
        // A figure that could not be read must not pass for one that was left out.
        (problems.len() == before).then_some(Self { name, votes, share, who })
    }
}

impl Candidate {
    /// An answer of which nothing was published, in the round at this place.
    pub fn unpublished(name: &str, node: &Node) -> Self {
        let (source, span) = (node.source.clone(), node.span.clone());
        let who = election::Candidate::named(name);
        let name = Spanned { value: Text(name.to_owned()), source, span };
        Self { name, votes: None, share: None, who }
    }
}

/// What is known of a candidate besides the name and the votes.
fn who(fields: &mut Fields<'_>, problems: &mut Problems) -> election::Candidate {
    let mut text = |name| fields.optional::<Text>(name, problems).map(|text| typeset(&text.0));
    let (list, head, nuance) = (text("list"), text("head"), text("nuance"));
    let panel = fields.optional::<Number>("panel", problems);
    let seats = fields.optional::<Count>("seats", problems);
    let colour = fields.optional::<PartyColour>("colour", problems);
    let elected = fields.optional::<Elected>("elected", problems);
    election::Candidate {
        panel: panel.map(|panel| panel.0),
        nuance,
        list,
        head,
        colour: colour.map(|colour| colour.0),
        seats: seats.map(|seats| u16::try_from(seats.0).unwrap_or(u16::MAX)),
        elected: elected.is_some_and(|elected| elected.0),
        ..election::Candidate::default()
    }
}

/// Whether the source says that a candidate is elected.
struct Elected(bool);

impl FromNode for Elected {
    const SHAPE: Shape = Shape::Flag;
    const EXPECTED: Message = message!("election-elected");
    const EXAMPLE: Message = Message::verbatim("true");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match node.value {
            Value::Boolean(elected) => Some(Self(elected)),
            _ => unexpected(node, problems),
        }
    }
}

/// Ensure a round has candidates.
pub fn ensure_somebody_stands(node: &Node, candidates: &[Candidate], problems: &mut Problems) {
    if candidates.is_empty() {
        let span = node.span.start..node.span.start + 1;
        let title = message!("election-nobody");
        let found = message!("election-no-candidates-found");
        problems.add(&node.source, span, title, found, message!("election-nobody-help"));
    }
}

/// Ensure no candidate is counted twice.
pub fn ensure_names_differ(candidates: &[Candidate], problems: &mut Problems) {
    let mut names = HashSet::new();
    for candidate in candidates {
        if !names.insert(&candidate.name.value.0) {
            let title = message!("election-same-name");
            let help = message!("election-same-name-help");
            candidate.name.problem(problems, title, message!("fields-second"), help);
        }
    }
}
