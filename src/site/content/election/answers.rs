//! The answers to what is put to the vote: yes and no, or for and against, and those who choose neither.

use crate::election::Tally;

/// The answers to a question.
const YES_AND_NO: [&str; 2] = ["Oui", "Non"];

/// Votes for a proposal.
pub const FOR: &str = "Pour";

/// Votes against it.
pub const AGAINST: &str = "Contre";

/// Those who chose neither: no candidate, and in no base of a majority.
const ABSTAINING: [&str; 2] = ["Abstention", "Abstentions"];

/// Whether somebody's votes are those of voters who abstain.
pub fn is_abstention(name: &str) -> bool {
    ABSTAINING.contains(&name)
}

/// Whether votes are yes and no.
pub fn are_of_a_question(tally: &Tally) -> bool {
    are(YES_AND_NO, tally)
}

/// Whether votes are for and against a proposal, which is then adopted or not.
pub fn are_of_a_proposal(tally: &Tally) -> bool {
    are([FOR, AGAINST], tally)
}

fn are(answers: [&str; 2], tally: &Tally) -> bool {
    let answered = |answer| tally.scores.iter().any(|score| score.name() == answer);
    tally.scores.len() == answers.len() && answers.into_iter().all(answered)
}
