//! The tables as CSV.

use std::borrow::Cow;

use anyhow::Context;

use super::fields::{COUNTS, Field, QUANTITIES, VOTES};
use super::rows::Row;
use crate::election::{Base, Share};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that no spreadsheet computes: what editors and sources call candidates and territories is not ours.
fn inert(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { format!("'{text}").into() } else { text.into() }
}

/// What was counted: a row for each territory and round.
///
/// # Errors
/// Writing to memory does not fail.
pub fn counts(rows: &[Row<'_>]) -> anyhow::Result<Vec<u8>> {
    let mut table = begun(&COUNTS)?;
    for row in rows {
        let figures = row.figures();
        let (round, date) = (row.round.to_string(), row.date.to_string());
        table.write_field(round)?;
        table.write_field(date)?;
        table.write_field(inert(row.code).as_bytes())?;
        table.write_field(inert(row.name).as_bytes())?;
        for quantity in QUANTITIES {
            table.write_field(number(figures.get(quantity).map(|it| it.count)))?;
        }
        table.write_field(if row.reserve.is_empty() { "true" } else { "false" })?;
        table.write_field(inert(&row.reserve).as_bytes())?;
        table.write_record(None::<&[u8]>)?;
    }
    table.into_inner().context("a table")
}

/// The votes: a row for each candidate in each territory and round.
///
/// # Errors
/// Writing to memory does not fail.
pub fn votes(rows: &[Row<'_>]) -> anyhow::Result<Vec<u8>> {
    let mut table = begun(&VOTES)?;
    let text = |it: &Option<String>| inert(it.as_deref().unwrap_or_default()).into_owned();
    for row in rows {
        let (round, code) = (row.round.to_string(), inert(row.code));
        for score in &row.tally.scores {
            let candidate = &score.candidate;
            table.write_record([
                round.as_str(),
                code.as_ref(),
                inert(&candidate.name).as_ref(),
                &text(&candidate.list),
                &text(&candidate.head),
                &text(&candidate.nuance),
                &number(score.votes),
                &score.share.map(percentage).unwrap_or_default(),
                score.share.map(|share| base(share.base())).unwrap_or_default(),
            ])?;
        }
    }
    table.into_inner().context("a table")
}

fn begun(fields: &[Field]) -> anyhow::Result<csv::Writer<Vec<u8>>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(fields.iter().map(|field| field.name))?;
    Ok(table)
}

fn number(count: Option<u32>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

/// A published percentage as a number: `57.95`.
pub fn percentage(share: Share) -> String {
    let hundredths = share.hundredths();
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The base of a percentage in one word.
pub const fn base(base: Base) -> &'static str {
    match base {
        Base::Registered => "inscrits",
        Base::Voters => "votants",
        Base::Valid => "exprimés",
        Base::Ballots => "bulletins",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_a_formula() {
        for (name, written) in [
            ("=HYPERLINK(\"http://a.example\")", "'=HYPERLINK(\"http://a.example\")"),
            ("+33", "'+33"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("Anne-Marie = Oui", "Anne-Marie = Oui"),
        ] {
            assert_eq!(inert(name), written);
        }
    }
}
