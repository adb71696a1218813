//! How a vote beyond the State's is decided: by which majority, what is put to the vote, what the source says of it.
//! What the figures decide is the election domain's; what pages say of it is not known here.

use super::answers::{AGAINST, FOR, are_of_a_proposal};
use super::question;
use super::round::Round;
use super::terms::{Declared, Proposal, Voting};
use crate::election::{Base, Contest, Quantity, Stands, Tally, Threshold};
use crate::message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};

/// What an election's file says of how it is decided.
pub struct Rules {
    /// What is asked or put to the vote, where that is a question.
    pub question: Option<String>,
    /// The majority that is needed, where that is written.
    pub majority: Option<Spanned<Threshold>>,
    /// What it is a majority of.
    pub of: Base,
    /// What is put to the vote.
    pub proposal: Option<Spanned<Proposal>>,
}

impl Rules {
    /// Reads them, with the kind of contest.
    pub fn of(fields: &mut Fields<'_>, problems: &mut Problems) -> (Option<Contest>, Self) {
        let (contest, question) = question::contest(fields, problems);
        let rules = Self {
            question,
            majority: fields.optional("majority", problems),
            of: fields.optional("majority_of", problems).unwrap_or_default(),
            proposal: fields.optional("proposal", problems),
        };
        (contest, rules)
    }

    /// The majority that a proposal needs.
    pub fn threshold(&self) -> Threshold {
        self.majority.as_ref().map(|majority| majority.value).unwrap_or_default()
    }

    /// Whether that is more than half of the votes for and against.
    pub fn is_simple(&self) -> bool {
        self.threshold() == Threshold::Half && self.of == Base::Valid
    }

    /// What the votes for and against a proposal decide, where they are known with what they are counted against.
    pub fn verdict(&self, tally: &Tally) -> Option<Verdict> {
        let votes = |answer| tally.scores.iter().find(|score| score.name() == answer)?.votes;
        let (ayes, noes) = votes(FOR).zip(votes(AGAINST))?;
        Some(match self.threshold().is_reached(ayes, tally.figures().base(self.of)?) {
            true => Verdict::Adopted,
            false if ayes == noes && self.is_simple() => Verdict::Tied,
            false => Verdict::Rejected,
        })
    }
}

/// What the votes decide of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has its majority.
    Adopted,
    /// As many are for it as against it: it has no majority.
    Tied,
    /// It has no majority.
    Rejected,
}

/// Ensure what an election says of how it is decided has something to decide.
pub fn ensure_rules_are_used(
    rules: &Rules,
    stands: Option<Stands>,
    rounds: &[Round],
    problems: &mut Problems,
) {
    let is_of_a_proposal = rounds.iter().any(|round| are_of_a_proposal(&round.tally));
    let elects = rounds.iter().any(|round| round.elects(stands).is_some());
    if let Some(proposal) = rules.proposal.as_ref().filter(|_| !is_of_a_proposal) {
        let title = message!("election-no-proposal");
        let found = message!("election-no-proposal-found");
        proposal.problem(problems, title, found, message!("election-no-proposal-help"));
    }
    if let Some(majority) = rules.majority.as_ref().filter(|_| !is_of_a_proposal && !elects) {
        let title = message!("election-idle-majority");
        let found = message!("election-idle-majority-found");
        majority.problem(problems, title, found, message!("election-idle-majority-help"));
    }
}

/// Ensure a round is decided as it can be.
pub fn ensure_it_fits(rules: &Rules, contest: Contest, round: &Round, problems: &mut Problems) {
    ensure_the_decision_is_that_of_the_votes(rules, round, problems);
    let is_question = contest == Contest::Question;
    let is_in_table = round.in_table && !round.tally.scores.is_empty();
    let is_of_one_name = is_question || round.seat_rule.is_some() || is_in_table;
    if let Some(names) = round.names_per_ballot.as_ref().filter(|_| is_of_one_name) {
        let title = message!("election-needless-names");
        let found = match (is_question, is_in_table) {
            (true, _) => message!("election-needless-names-question"),
            (_, true) => message!("election-needless-names-table"),
            _ => message!("election-needless-names-lists"),
        };
        names.problem(problems, title, found, message!("election-needless-names-help"));
    }
    let figures = round.tally.figures();
    let neither = figures.get(Quantity::BlankAndNull).filter(|figure| figure.count > 0);
    let hands = round.voting.as_ref().filter(|it| it.value == Voting::ShowOfHands);
    if let (Some(hands), Some(neither)) = (hands, neither) {
        let title = message!("election-blank-hands");
        let found = message!("election-blank-hands-found", count = neither.count as usize);
        let help = message!("election-blank-hands-help", count = neither.count as usize);
        hands.problem(problems, title, found, help);
    }
}

/// Ensure only a proposal is adopted, and as its votes are.
fn ensure_the_decision_is_that_of_the_votes(rules: &Rules, round: &Round, problems: &mut Problems) {
    let Some(declared) = &round.declared else { return };
    if !are_of_a_proposal(&round.tally) {
        let title = message!("election-no-proposal");
        let found = message!("election-no-proposal-found");
        return declared.problem(problems, title, found, message!("election-no-proposal-help"));
    }
    let against = round.tally.scores.iter().find(|score| score.name() == AGAINST);
    let is_against = against.and_then(|score| score.votes).is_some_and(|votes| votes > 0);
    let fits = match (declared.value, rules.verdict(&round.tally)) {
        (Declared::Unanimous, _) if is_against => false,
        (_, None) => true,
        (Declared::Adopted | Declared::Unanimous, Some(verdict)) => verdict == Verdict::Adopted,
        (Declared::CastingVote, Some(verdict)) => verdict == Verdict::Tied,
        (Declared::Rejected, Some(verdict)) => verdict != Verdict::Adopted,
    };
    if !fits {
        let title = message!("election-other-decision");
        let found = message!("election-other-decision-found");
        declared.problem(problems, title, found, message!("election-other-decision-help"));
    }
}

impl Round {
    /// How many persons or projects it elects by most votes, where it does.
    pub fn elects(&self, stands: Option<Stands>) -> Option<u16> {
        let is_of_persons = matches!(stands, Some(Stands::Candidates | Stands::Projects));
        let is_of_lists = self.seat_rule.is_some()
            || self.tally.scores.iter().any(|score| score.candidate.seats.is_some());
        let elects = is_of_persons || self.names_per_ballot.is_some();
        let seats = self.seats.as_ref().map(|seats| seats.value.0);
        seats.filter(|_| elects && !is_of_lists && !self.in_table)
    }
}
