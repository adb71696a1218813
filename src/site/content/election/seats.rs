//! Seats to fill in a round: how many, by which rule, and whether they are those of the lists.
//! The rules themselves are those of the election domain.

use super::round::Round;
use crate::election::{Contest, SeatOutcome, SeatRule, Stands, Tally};
use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{FromNode, Spanned, one_of};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::Number;

/// The rules by the names that an editor writes.
const RULES: [(&str, SeatRule); 6] = [
    ("municipal", SeatRule::MUNICIPAL),
    ("paris-lyon-marseille", SeatRule::PARIS_LYON_MARSEILLE),
    ("regional", SeatRule::REGIONAL),
    ("european", SeatRule::EUROPEAN),
    ("highest-average", SeatRule::HIGHEST_AVERAGE),
    ("largest-remainder", SeatRule::LARGEST_REMAINDER),
];

impl FromNode for SeatRule {
    const SHAPE: Shape = Shape::Words(elections::SEAT_RULE);
    const EXPECTED: Message = message!("election-seat-rule");
    const EXAMPLE: Message = message!("election-seat-rule-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        one_of(RULES, node, problems)
    }
}

/// How many seats are to fill in the territory of this tally: as the round says that is written of it,
/// or as many as were won.
pub fn seats_to_fill(round: Option<&Round>, tally: &Tally) -> Option<u16> {
    let won = || published_seats(tally).map(|seats| seats.iter().sum());
    let own = round.and_then(|round| round.seats.as_ref()).map(|seats| seats.value.0);
    own.or_else(won).filter(|seats| *seats > 0)
}

impl Round {
    /// The rule of the round and the seats that it gives, where every vote is known.
    pub fn seats_by_rule(&self, tally: &Tally) -> Option<(SeatRule, SeatOutcome)> {
        let (to_fill, rule) = (seats_to_fill(Some(self), tally)?, self.seat_rule.as_ref()?.value);
        let votes: Option<Vec<u32>> = tally.scores.iter().map(|score| score.votes).collect();
        let votes = votes.filter(|_| self.counted.is_none())?;
        Some((rule, rule.seats(self.number.value, to_fill, &votes)))
    }
}

/// The published seats of each candidate; `None` where none were published.
pub fn published_seats(tally: &Tally) -> Option<Vec<u16>> {
    let seats = || tally.scores.iter().map(|score| score.candidate.seats);
    let any = seats().any(|seats| seats.is_some());
    any.then(|| seats().map(Option::unwrap_or_default).collect())
}

/// Ensure the seats of a round can be what is published or follow from its votes.
pub fn ensure_they_fit(
    contest: Contest,
    stands: Option<Stands>,
    round: &Round,
    problems: &mut Problems,
) {
    if round.tally.scores.is_empty() {
        // Nobody stands, or who does could not be read: that was reported.
        return;
    }
    let published = published_seats(&round.tally);
    let Some(seats) = &round.seats else {
        let (title, help) = (message!("election-no-seats"), message!("election-no-seats-help"));
        // A table says how many were won in each of its territories.
        if let Some(rule) = round.seat_rule.as_ref().filter(|_| !round.in_table) {
            rule.problem(problems, title, message!("election-no-seats-rule"), help);
        } else if published.is_some() && !round.in_table {
            round.number.problem(problems, title, message!("election-no-seats-lists"), help);
        }
        return;
    };
    if round.elects(stands).is_some() {
        return ensure_no_more_are_elected(seats, round, problems);
    }
    if let Some(published) = &published {
        ensure_they_add_up(seats, published, problems);
    } else if round.seat_rule.is_none() && round.tally.contradictions().is_empty() {
        let title = message!("election-nobody-seated");
        let found = message!("election-nobody-seated-found");
        seats.problem(problems, title, found, message!("election-nobody-seated-help"));
    }
    if let Some(rule) = &round.seat_rule {
        ensure_the_rule_gives_them(contest, round, rule, published.as_deref(), problems);
    }
}

/// Ensure the source says of no more that they are elected than there are seats.
fn ensure_no_more_are_elected(seats: &Spanned<Number>, round: &Round, problems: &mut Problems) {
    let elected = round.tally.scores.iter().filter(|score| score.candidate.elected).count();
    if elected > usize::from(seats.value.0) {
        let found = message!("election-too-many-elected-found", count = elected);
        let help = message!("election-too-many-elected-help");
        seats.problem(problems, message!("election-too-many-elected"), found, help);
    }
}

fn ensure_they_add_up(seats: &Spanned<Number>, published: &[u16], problems: &mut Problems) {
    let sum: u32 = published.iter().copied().map(u32::from).sum();
    if sum != u32::from(seats.value.0) {
        let found = message!("election-seats-sum-found", sum = sum.to_string());
        let help = message!("election-seats-sum-help");
        seats.problem(problems, message!("election-seats-sum"), found, help);
    }
}

fn ensure_the_rule_gives_them(
    contest: Contest,
    round: &Round,
    rule: &Spanned<SeatRule>,
    published: Option<&[u16]>,
    problems: &mut Problems,
) {
    if rule.value.contest != contest {
        let title = message!("election-other-rule");
        let (found, help) =
            (message!("election-other-rule-found"), message!("election-other-rule-help"));
        return rule.problem(problems, title, found, help);
    }
    let by_rule = match round.seats_by_rule(&round.tally).map(|(_, outcome)| outcome) {
        None => {
            let title = message!("election-unknown-seats");
            let found = message!("election-unknown-seats-found");
            return rule.problem(problems, title, found, message!("election-unknown-seats-help"));
        }
        Some(SeatOutcome::Given(given)) if given.is_decided() => given.totals(),
        Some(SeatOutcome::Given(_)) => return,
        Some(SeatOutcome::SecondRound | SeatOutcome::Nothing) => vec![],
    };
    if published.is_some_and(|published| published != by_rule) {
        let found = match &by_rule[..] {
            [] => message!("election-other-seats-none"),
            given => message!("election-other-seats-found", seats = format!("{given:?}")),
        };
        let help = message!("election-other-seats-help");
        rule.problem(problems, message!("election-other-seats"), found, help);
    }
}
