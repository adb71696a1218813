//! What is said of figures that contradict each other. The contradictions themselves are found by the election
//! domain.

use super::candidate::Candidate;
use crate::election::{Base, Contradiction, Quantity, Share, Tally};
use crate::french;
use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::Spanned;
use crate::site::parse::tree::Node;
use crate::site::parse::values::Count;

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

/// The counts of a round as written, and those who abstain.
pub type CountsAsWritten = Vec<(Quantity, Option<Spanned<Count>>)>;

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

/// The figures of a round with their places.
pub struct Figures<'a> {
    /// The round.
    pub node: &'a Node,
    /// Its counts.
    pub counts: &'a CountsAsWritten,
    /// Its candidates.
    pub candidates: &'a [Candidate],
    /// What else is known.
    pub given: Given,
}

impl Figures<'_> {
    /// Ensure no two figures contradict each other.
    pub fn ensure_they_can_be_true(&self, tally: &Tally, problems: &mut Problems) {
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
                self.part_exceeds_whole(part, whole, problems);
            }
            Contradiction::Votes { whole: (quantity, count), sum } => {
                let (sum, count) = (french::thousands(sum), french::number(count));
                let found = message!("election-votes-sum-found", sum = sum, count = count);
                let (words, field) = (words(quantity), field(quantity));
                let title = message!("election-votes-sum", words = words, field = field);
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
            sum = french::thousands(sum),
            count = french::number(count),
            names = usize::from(names),
            room = french::thousands(u64::from(count) * u64::from(names)),
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
        let counts: Vec<String> = parts.iter().map(|(_, count)| french::number(*count)).collect();
        let sum: u64 = parts.iter().map(|(_, count)| u64::from(*count)).sum();
        let words_of_parts = parts.iter().map(|(quantity, _)| words(*quantity));
        let words_of_parts =
            words_of_parts.reduce(|one, other| message!("election-plus", one = one, other = other));
        let title = message!(
            "election-sum",
            parts = words_of_parts.unwrap_or_else(|| words(total.0)),
            total = words(total.0),
            fields = format!("{} ≠ {}", names.join(" + "), field(total.0)),
        );
        let sum = format!("{} = {}", counts.join(" + "), french::thousands(sum));
        let found = message!("election-sum-found", sum = sum, total = french::number(total.1));
        let places: Vec<Quantity> = [total.0]
            .into_iter()
            .chain(parts.iter().rev().map(|(quantity, _)| *quantity))
            .collect();
        self.add(&places, title, found, problems);
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
        let (sum, count) = (french::thousands(sum), french::thousands(count));
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
        let (mine, count) = (french::number(votes.value.0), french::number(count));
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

/// What a count is of, in words.
const fn words(quantity: Quantity) -> Message {
    match quantity {
        Quantity::Registered => message!("election-registered"),
        Quantity::Abstentions => message!("election-abstentions"),
        Quantity::Voters => message!("election-voters"),
        Quantity::Blank => message!("election-blank"),
        Quantity::Null => message!("election-null"),
        Quantity::BlankAndNull => message!("election-blank-and-null"),
        Quantity::Abstaining => message!("election-abstaining"),
        Quantity::Valid => message!("election-valid"),
    }
}

/// The field that holds a count.
pub fn field(quantity: Quantity) -> &'static str {
    if quantity == Quantity::Abstaining {
        return "Abstention";
    }
    COUNTS.iter().find(|(_, other)| *other == quantity).map_or("", |(name, _)| name)
}
