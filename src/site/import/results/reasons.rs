//! Why no row of a file can be used, said so that an editor finds the column behind it.

use super::problem::Problem;
use super::record::Record;

/// How many reasons are listed where no row is left.
const MOST_REASONS: usize = 20;

/// The problem of a file of which no row can be used.
pub fn nothing_left(
    within: &str,
    reasons: &[String],
    candidates: &[String],
    unused: &[String],
) -> Problem {
    let help = "compare the codes with those of the file";
    let Some(first) = reasons.first() else {
        return Problem::new("the file", format!("no row lies within {within}"), help);
    };
    let mut text = "no row can be used:".to_owned();
    for reason in reasons.iter().take(MOST_REASONS) {
        text.push_str(&format!("\n  {reason}"));
    }
    if reasons.len() > MOST_REASONS {
        text.push_str(&format!("\n  … and {} more", reasons.len() - MOST_REASONS));
    }
    // What is behind the place, whatever its figures.
    let kind = |reason: &str| -> String {
        let behind = reason.split_once(": ").map_or(reason, |(_, behind)| behind);
        behind.chars().filter(|letter| !letter.is_ascii_digit()).collect()
    };
    let same = reasons.len() > 1 && reasons.iter().all(|it| kind(it) == kind(first));
    if !same {
        return Problem::new("the file", text, help);
    }
    text.push_str("\nIt is the same in every row: probably a column is misunderstood.");
    text.push_str(&format!("\n  read as candidates: {}", list(candidates)));
    text.push_str(&format!("\n  columns not read: {}", list(unused)));
    let help = "rename the columns that were misunderstood to names that docs/import.md lists";
    Problem::new("the file", text, help)
}

/// Names, but not more than anyone reads.
pub fn list(names: &[String]) -> String {
    let more = names.len().saturating_sub(MOST_REASONS);
    let names = names.iter().take(MOST_REASONS).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (names.as_str(), more) {
        ("", _) => "none".to_owned(),
        (_, 0) => names,
        _ => format!("{names} and {more} more"),
    }
}

/// The names that the first row has for candidates.
pub fn candidates(records: &[Record<'_>]) -> Vec<String> {
    let scores = records.first().map_or(&[][..], |record| &record.tally.scores);
    scores.iter().map(|score| score.name().to_owned()).collect()
}
