//! The figures of a round with their places, and whether they can be true.
//! The contradictions themselves are found by the election domain; here they become problems.

use std::collections::HashSet;
use std::sync::Arc;

use super::names::typeset;
use crate::election::{self, Base, Contradiction, Counts, Quantity, Score, Share, Tally};
use crate::french;
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::colour::PartyColour;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::tree::Node;
use crate::site::parse::values::{Count, Number, Percentage, Text};

/// A candidate as written, with the place of each figure.
pub struct Candidate {
    name: Spanned<Text>,
    votes: Option<Spanned<Count>>,
    share: Option<Spanned<Percentage>>,
    who: election::Candidate,
}

impl FromNode for Candidate {
    const EXPECTED: Message = message!("election-candidate");
    const EXAMPLE: Message = Message::verbatim("{ \"name\": \"…\", \"votes\": 842 }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let before = problems.len();
        let mut fields = Fields::of(message!("election-candidate"), node, problems)?;
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

/// What is known of a candidate besides the name and the votes.
fn who(fields: &mut Fields<'_>, problems: &mut Problems) -> election::Candidate {
    let mut text = |name| fields.optional::<Text>(name, problems).map(|text| typeset(&text.0));
    let (list, head, nuance) = (text("list"), text("head"), text("nuance"));
    let panel = fields.optional::<Number>("panel", problems);
    let seats = fields.optional::<Count>("seats", problems);
    let colour = fields.optional::<PartyColour>("colour", problems);
    election::Candidate {
        panel: panel.map(|panel| panel.0),
        nuance,
        list,
        head,
        colour: colour.map(|colour| colour.0),
        seats: seats.map(|seats| u16::try_from(seats.0).unwrap_or(u16::MAX)),
        ..election::Candidate::default()
    }
}

/// How much of a territory was counted when its figures were published.
pub struct StationsCounted {
    /// The part of its polling stations, in hundredths of a percent.
    pub share: u32,
    /// How many stations it has.
    pub of: u32,
}

impl FromNode for StationsCounted {
    const EXPECTED: Message = message!("election-stations-counted");
    const EXAMPLE: Message = Message::verbatim("{ \"share\": 95, \"of\": 7208 }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(message!("election-the-stations-counted"), node, problems)?;
        let share = fields.required::<Spanned<Percentage>>("share", problems);
        let of = fields.required::<Count>("of", problems);
        fields.finish(problems);
        let share = share?;
        if share.value.0 == 10_000 {
            let title = message!("election-all-counted");
            let found = message!("election-all-counted-found");
            share.problem(problems, title, found, message!("election-all-counted-help"));
        }
        Some(Self { share: share.value.0, of: of?.0 })
    }
}

/// The fields that hold counts.
pub const COUNTS: [(&str, Quantity); 7] = [
    ("registered", Quantity::Registered),
    ("abstentions", Quantity::Abstentions),
    ("voters", Quantity::Voters),
    ("blank", Quantity::Blank),
    ("null", Quantity::Null),
    ("blank_and_null", Quantity::BlankAndNull),
    ("valid", Quantity::Valid),
];

/// The counts of a round as written.
pub type CountsAsWritten = [(Quantity, Option<Spanned<Count>>); 7];

/// What the domain needs of them.
pub fn tally(counts: &CountsAsWritten, candidates: &[Candidate], base: Base) -> Tally {
    let counts = counts.iter().fold(Counts::default(), |counts, (quantity, count)| {
        counts.with(*quantity, count.as_ref().map(|count| count.value.0))
    });
    let score = |candidate: &Candidate| Score {
        candidate: Arc::new(candidate.who.clone()),
        votes: candidate.votes.as_ref().map(|votes| votes.value.0),
        share: candidate.share.as_ref().map(|share| Share::published(share.value.0, base)),
    };
    Tally { counts, scores: candidates.iter().map(score).collect(), ..Tally::default() }
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

/// The figures of a round with their places.
pub struct Figures<'a> {
    /// The round.
    pub node: &'a Node,
    /// Its counts.
    pub counts: &'a CountsAsWritten,
    /// Its candidates.
    pub candidates: &'a [Candidate],
}

impl Figures<'_> {
    /// Ensure no two figures contradict each other.
    pub fn ensure_they_can_be_true(&self, tally: &Tally, problems: &mut Problems) {
        for contradiction in tally.contradictions() {
            match contradiction {
                Contradiction::Sum { total, parts } => {
                    self.parts_do_not_add_up(total, parts, problems);
                }
                Contradiction::Exceeds { part, whole } => {
                    self.part_exceeds_whole(part, whole, problems);
                }
                Contradiction::Votes { whole: (quantity, count), sum } => {
                    let (sum, count) = (french::thousands(sum), french::number(count));
                    let found = message!("election-votes-sum-found", sum = sum, count = count);
                    let (words, field) = (words(quantity), field(quantity));
                    let title = message!("election-votes-sum", words = words, field = field);
                    self.add(&[quantity], title, found, problems);
                }
                Contradiction::Impossible => {
                    let title = message!("election-impossible");
                    let found = message!("election-impossible-found");
                    self.add(&[Quantity::Valid, Quantity::Voters], title, found, problems);
                }
                Contradiction::Shares { sum, tolerance } => {
                    self.shares_do_not_add_up(sum, tolerance, problems);
                }
                Contradiction::Share { candidate, published, computed } => {
                    self.votes_make_another_share(candidate, published, computed, problems);
                }
            }
        }
    }

    fn parts_do_not_add_up(
        &self,
        total: (Quantity, u32),
        [a, b]: [(Quantity, u32); 2],
        problems: &mut Problems,
    ) {
        let title = message!(
            "election-sum",
            one = words(a.0),
            other = words(b.0),
            total = words(total.0),
            fields = format!("{} + {} ≠ {}", field(a.0), field(b.0), field(total.0)),
        );
        let sum = french::thousands(u64::from(a.1) + u64::from(b.1));
        let sum = format!("{} + {} = {sum}", french::number(a.1), french::number(b.1));
        let found = message!("election-sum-found", sum = sum, total = french::number(total.1));
        self.add(&[total.0, b.0, a.0], title, found, problems);
    }

    fn part_exceeds_whole(
        &self,
        part: (Quantity, u32),
        whole: (Quantity, u32),
        problems: &mut Problems,
    ) {
        let title = message!(
            "election-exceeds",
            part = words(part.0),
            whole = words(whole.0),
            fields = format!("{} > {}", field(part.0), field(whole.0)),
        );
        let (one, other) = (french::number(part.1), french::number(whole.1));
        let found = message!("election-exceeds-found", part = one, whole = other);
        self.add(&[part.0, whole.0], title, found, problems);
    }

    fn votes_make_another_share(
        &self,
        candidate: usize,
        published: Share,
        computed: Share,
        problems: &mut Problems,
    ) {
        let share = self.candidates.get(candidate).and_then(|candidate| candidate.share.as_ref());
        let Some(share) = share else { return };
        let found = message!(
            "election-other-share-found",
            computed = french::percent(computed),
            published = french::percent(published),
            base = french::of_base(published.base()),
        );
        let help = message!("election-other-share-help");
        share.problem(problems, message!("election-other-share"), found, help);
    }

    fn shares_do_not_add_up(&self, sum: u32, tolerance: u32, problems: &mut Problems) {
        let valid = |hundredths| french::percent(Share::published(hundredths, Base::Valid));
        let (sum, tolerance) = (valid(sum), valid(tolerance));
        let found = message!("election-shares-sum-found", sum = sum, tolerance = tolerance);
        let Some(first) = self.candidates.iter().find_map(|candidate| candidate.share.as_ref())
        else {
            return;
        };
        let help = message!("election-shares-sum-help");
        first.problem(problems, message!("election-shares-sum"), found, help);
    }

    /// Reports at the first of these quantities that is written, else at the round.
    fn add(&self, at: &[Quantity], title: Message, found: Message, problems: &mut Problems) {
        let help = message!("election-figure-help");
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

/// What a count is of, in words.
const fn words(quantity: Quantity) -> Message {
    match quantity {
        Quantity::Registered => message!("election-registered"),
        Quantity::Abstentions => message!("election-abstentions"),
        Quantity::Voters => message!("election-voters"),
        Quantity::Blank => message!("election-blank"),
        Quantity::Null => message!("election-null"),
        Quantity::BlankAndNull => message!("election-blank-and-null"),
        Quantity::Valid => message!("election-valid"),
    }
}

/// The field that holds a count.
pub fn field(quantity: Quantity) -> &'static str {
    COUNTS.iter().find(|(_, other)| *other == quantity).map_or("", |(name, _)| name)
}
