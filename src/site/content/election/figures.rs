//! The figures of a round with their places, and whether they can be true.
//! The contradictions themselves are found by the election domain; here they become problems.

use std::sync::Arc;

use super::answers::{AGAINST, FOR, is_abstention};
use super::candidate::{Candidate, ensure_names_differ, ensure_somebody_stands};
use crate::election::{Ballot, Base, Contradiction, Counts, Quantity, Score, Share, Tally};
use crate::french;
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
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
const COUNTS: [(&str, Quantity); 7] = [
    ("registered", Quantity::Registered),
    ("abstentions", Quantity::Abstentions),
    ("voters", Quantity::Voters),
    ("blank", Quantity::Blank),
    ("null", Quantity::Null),
    ("blank_and_null", Quantity::BlankAndNull),
    ("valid", Quantity::Valid),
];

/// The counts of a round as written, and those who abstain.
type CountsAsWritten = Vec<(Quantity, Option<Spanned<Count>>)>;

/// What is known of a round besides its figures.
#[derive(Clone, Copy, Default)]
pub struct Given {
    /// How many names a ballot may carry.
    pub names: Option<u16>,
    /// How many seats there are to fill.
    pub seats: Option<u16>,
    /// Whether the source says what was decided of a proposal, which needs no figures then.
    pub is_decided: bool,
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

/// The figures of a round with their places.
struct Figures<'a> {
    /// The round.
    node: &'a Node,
    /// Its counts.
    counts: &'a CountsAsWritten,
    /// Its candidates.
    candidates: &'a [Candidate],
    /// What else is known.
    given: Given,
}

impl Figures<'_> {
    /// Ensure no two figures contradict each other.
    fn ensure_they_can_be_true(&self, tally: &Tally, problems: &mut Problems) {
        if !self.ensure_ballots_have_one_name(problems) {
            return;
        }
        tally.contradictions().into_iter().for_each(|it| self.report(it, problems));
    }

    fn report(&self, contradiction: Contradiction, problems: &mut Problems) {
        match contradiction {
            Contradiction::Sum { total, parts: [a, b], abstaining } => {
                let abstaining = (abstaining > 0).then_some((Quantity::Abstaining, abstaining));
                let parts: Vec<_> = [a, b].into_iter().chain(abstaining).collect();
                self.sum_is_another(total, &parts, problems);
            }
            Contradiction::Exceeds { part, whole } => {
                let title = format!("{} > {}", field(part.0), field(whole.0));
                let (one, other) = (part.1.to_string(), whole.1.to_string());
                let found = message!("election-exceeds-found", part = one, whole = other);
                self.add(&[part.0, whole.0], title.into(), found, problems);
            }
            Contradiction::Votes { whole: (quantity, count), sum } => {
                let (sum, count) = (sum.to_string(), count.to_string());
                let found = message!("election-votes-sum-found", sum = sum, count = count);
                let title = message!("election-votes-sum", field = field(quantity));
                self.add(&[quantity], title, found, problems);
            }
            Contradiction::MoreThanBallots { candidate, whole } => {
                self.more_votes_than_ballots(candidate, whole, problems);
            }
            Contradiction::Names { whole, names, sum } => {
                self.more_votes_than_names(whole, names, sum, problems);
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

    fn more_votes_than_names(
        &self,
        (quantity, count): (Quantity, u32),
        names: u16,
        sum: u64,
        problems: &mut Problems,
    ) {
        let title = message!("election-names-sum", field = field(quantity));
        let found = message!(
            "election-names-sum-found",
            sum = sum.to_string(),
            count = count.to_string(),
            names = usize::from(names),
            room = (u64::from(count) * u64::from(names)).to_string(),
        );
        self.add(&[quantity], title, found, problems);
    }

    fn sum_is_another(
        &self,
        total: (Quantity, u32),
        parts: &[(Quantity, u32)],
        problems: &mut Problems,
    ) {
        let names: Vec<&str> = parts.iter().map(|(quantity, _)| field(*quantity)).collect();
        let counts: Vec<String> = parts.iter().map(|(_, count)| count.to_string()).collect();
        let sum: u64 = parts.iter().map(|(_, count)| u64::from(*count)).sum();
        let title = format!("{} ≠ {}", names.join(" + "), field(total.0));
        let sum = format!("{} = {sum}", counts.join(" + "));
        let found = message!("election-sum-found", sum = sum, total = total.1.to_string());
        let places: Vec<Quantity> = [total.0]
            .into_iter()
            .chain(parts.iter().rev().map(|(quantity, _)| *quantity))
            .collect();
        self.add(&places, title.into(), found, problems);
    }

    /// Whether ballots with several names explain that there are more votes than ballots, which is then all that is
    /// reported: nobody has more votes than there are ballots, and there are seats to fill or far too many votes.
    fn ensure_ballots_have_one_name(&self, problems: &mut Problems) -> bool {
        let votes = || self.candidates.iter().filter_map(|it| Some(it.votes.as_ref()?.value.0));
        let sum: u64 = votes().map(u64::from).sum();
        let known = [Quantity::Valid, Quantity::Voters, Quantity::Registered]
            .into_iter()
            .find_map(|it| self.counts.iter().find(|(other, _)| *other == it)?.1.as_ref());
        let Some(ballots) = known.filter(|ballots| ballots.value.0 > 0) else { return true };
        let count = u64::from(ballots.value.0);
        let is_likely = self.given.seats.is_some() || 2 * sum > 3 * count;
        let fits = votes().all(|votes| u64::from(votes) <= count);
        if self.given.names.is_some() || sum <= count || !fits || !is_likely {
            return true;
        }
        let needed = usize::try_from(sum.div_ceil(count)).unwrap_or(usize::MAX);
        let seats = self.given.seats.map(usize::from).filter(|seats| *seats >= needed);
        let (sum, count) = (sum.to_string(), count.to_string());
        let found = message!("election-names-found", sum = sum, count = count);
        let help = message!("election-names-help", names = seats.unwrap_or(needed));
        ballots.problem(problems, message!("election-names"), found, help);
        false
    }

    fn more_votes_than_ballots(
        &self,
        candidate: usize,
        (quantity, count): (Quantity, u32),
        problems: &mut Problems,
    ) {
        let votes = self.candidates.get(candidate).and_then(|candidate| candidate.votes.as_ref());
        let Some(votes) = votes else { return };
        let title = message!("election-more-than-ballots", field = field(quantity));
        let (mine, count) = (votes.value.0.to_string(), count.to_string());
        let found = message!("election-more-than-ballots-found", votes = mine, count = count);
        votes.problem(problems, title, found, message!("election-figure-help"));
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

/// The field that holds a count.
pub fn field(quantity: Quantity) -> &'static str {
    if quantity == Quantity::Abstaining {
        return "Abstention";
    }
    COUNTS.iter().find(|(_, other)| *other == quantity).map_or("", |(name, _)| name)
}
