//! Questions and proposals put to a vote: what is asked, and the answers.

use super::answers;
use super::round::Round;
use crate::election::Contest;
use crate::message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::values::Text;

/// Reads how the contest is decided, and the question if it is one.
pub fn contest(
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> (Option<Contest>, Option<String>) {
    let contest = fields.required::<Contest>("contest", problems);
    let question = match contest {
        Some(Contest::Question) => fields.required::<Spanned<Text>>("question", problems),
        _ => fields.optional("question", problems),
    };
    if let (Some(Contest::TwoRounds | Contest::OneRound), Some(question)) = (contest, &question) {
        let title = message!("election-needless-question");
        let found = message!("election-needless-question-found");
        let help = message!("election-needless-question-help");
        question.problem(problems, title, found, help);
    }
    (contest, question.map(|question| question.value.0))
}

/// Ensure a question is answered by yes and no, or by for and against, and nothing else is.
pub fn ensure_it_has_its_answers(contest: Contest, round: &Round, problems: &mut Problems) {
    let is_of_a_proposal = answers::are_of_a_proposal(&round.tally);
    if contest == Contest::Question
        && !is_of_a_proposal
        && !answers::are_of_a_question(&round.tally)
    {
        let scores = &round.tally.scores;
        let names: Vec<&str> = scores.iter().map(|score| score.name()).collect();
        let found = message!("election-answers-found", names = names.join(", "));
        let help = message!("election-answers-help");
        round.number.problem(problems, message!("election-answers"), found, help);
    }
    if contest != Contest::Question && is_of_a_proposal {
        let found = message!("election-unasked-found");
        let help = message!("election-unasked-help");
        round.number.problem(problems, message!("election-unasked"), found, help);
    }
}
