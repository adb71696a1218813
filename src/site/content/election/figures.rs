//! The figures of a round with their places, and whether they can be true.
//! What is said of a contradiction is in `contradictions`.

use std::sync::Arc;

use super::answers::{AGAINST, FOR, is_abstention};
use super::candidate::{Candidate, ensure_names_differ, ensure_somebody_stands};
use super::contradictions::{COUNTS, CountsAsWritten, Figures};
pub use super::contradictions::{Given, field};
use crate::election::{Ballot, Base, Counts, Quantity, Score, Share, Tally};
use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::{Count, Percentage};

/// How much of a territory was counted when its figures were published.
pub struct StationsCounted {
    /// The part of its polling stations, in hundredths of a percent.
    pub share: u32,
    /// How many stations it has.
    pub of: u32,
}

impl FromNode for StationsCounted {
    const SHAPE: Shape = Shape::Table(&elections::STATIONS_COUNTED);
    const EXPECTED: Message = message!("election-stations-counted");
    const EXAMPLE: Message = Message::verbatim("{ \"share\": 95, \"of\": 7208 }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&elections::STATIONS_COUNTED, node, problems)?;
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

/// Reads the figures of a round; `None` where they are in a table.
pub fn read(
    node: &Node,
    fields: &mut Fields<'_>,
    given: Given,
    problems: &mut Problems,
) -> Option<Tally> {
    let before = problems.len();
    let count = |(name, quantity)| (quantity, fields.optional::<Spanned<Count>>(name, problems));
    let mut counts: CountsAsWritten = COUNTS.map(count).into();
    let base = fields.optional::<Base>("share_base", problems).unwrap_or(Base::Valid);
    let counts_read = problems.len() == before;
    let candidates = fields.optional::<Vec<Candidate>>("candidates", problems);
    let answers = || [FOR, AGAINST].map(|answer| Candidate::unpublished(answer, node)).into();
    let mut candidates = candidates.or_else(|| given.is_decided.then(answers))?;
    ensure_somebody_stands(node, &candidates, problems);
    ensure_names_differ(&candidates, problems);
    if let Some(at) = candidates.iter().position(|it| is_abstention(&it.name.value.0)) {
        let abstaining = candidates.remove(at);
        ensure_it_has_no_share(&abstaining, problems);
        counts.push((Quantity::Abstaining, abstaining.votes));
    }
    let tally = tally(&counts, &candidates, given.names, base);
    if counts_read {
        Figures { node, counts: &counts, candidates: &candidates, given }
            .ensure_they_can_be_true(&tally, problems);
    }
    Some(tally)
}

/// What the domain needs of them.
fn tally(
    counts: &[(Quantity, Option<Spanned<Count>>)],
    candidates: &[Candidate],
    names: Option<u16>,
    base: Base,
) -> Tally {
    let ballot = names.filter(|names| *names > 1).map_or(Ballot::OneChoice, Ballot::UpTo);
    let base =
        if ballot != Ballot::OneChoice && base == Base::Valid { Base::Ballots } else { base };
    let counts = counts.iter().fold(Counts::default(), |counts, (quantity, count)| {
        counts.with(*quantity, count.as_ref().map(|count| count.value.0))
    });
    let score = |candidate: &Candidate| Score {
        candidate: Arc::new(candidate.who.clone()),
        votes: candidate.votes.as_ref().map(|votes| votes.value.0),
        share: candidate.share.as_ref().map(|share| Share::published(share.value.0, base)),
    };
    Tally { counts, ballot, scores: candidates.iter().map(score).collect() }
}

/// Ensure those who abstain are a number: they are part of no base.
fn ensure_it_has_no_share(abstaining: &Candidate, problems: &mut Problems) {
    if let Some(share) = &abstaining.share {
        let title = message!("election-abstention-share");
        let found = message!("election-abstention-share-found");
        share.problem(problems, title, found, message!("election-abstention-share-help"));
    }
}
