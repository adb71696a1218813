//! Why no row of a file can be used, said so that an editor finds the column behind it.

use super::problem::Problem;
use super::record::Record;
use crate::message;
use crate::site::messages::Message;

/// How many reasons are listed where no row is left.
const MOST_REASONS: usize = 20;

/// The problem of a file of which no row can be used.
pub fn nothing_left(
    within: &str,
    reasons: &[Message],
    candidates: &[String],
    unused: &[String],
) -> Problem {
    let (file, help) = (message!("import-the-file"), message!("import-nothing-left-help"));
    let Some(first) = reasons.first() else {
        return Problem::new(file, message!("import-nothing-within", within = within), help);
    };
    let mut text = message!("import-nothing-left").to_string();
    for reason in reasons.iter().take(MOST_REASONS) {
        text.push_str(&format!("\n  {reason}"));
    }
    if reasons.len() > MOST_REASONS {
        let more = message!("import-more-lines", count = reasons.len() - MOST_REASONS);
        text.push_str(&format!("\n  {more}"));
    }
    // What is behind the place, whatever its figures.
    let kind = |reason: &Message| -> String {
        let reason = reason.to_string();
        let behind = reason.split_once(": ").map_or(reason.as_str(), |(_, behind)| behind);
        behind.chars().filter(|letter| !letter.is_ascii_digit()).collect()
    };
    let same = reasons.len() > 1 && reasons.iter().all(|it| kind(it) == kind(first));
    if !same {
        return Problem::new(file, text, help);
    }
    let (candidates, columns) = (list(candidates), list(unused));
    let same = message!("import-same-everywhere", candidates = candidates, columns = columns);
    text.push_str(&format!("\n{same}"));
    Problem::new(file, text, message!("import-same-everywhere-help"))
}

/// Names, but not more than anyone reads.
pub fn list(names: &[String]) -> String {
    let more = names.len().saturating_sub(MOST_REASONS);
    let names = names.iter().take(MOST_REASONS).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (names.as_str(), more) {
        ("", _) => message!("import-none").to_string(),
        (_, 0) => names,
        _ => message!("import-and-more", names = names, count = more).to_string(),
    }
}

/// The names that the first row has for candidates.
pub fn candidates(records: &[Record<'_>]) -> Vec<String> {
    let scores = records.first().map_or(&[][..], |record| &record.tally.scores);
    scores.iter().map(|score| score.name().to_owned()).collect()
}
