//! What an import says when it is done: where it read, what it found, and what it left out.
//! It must not read or write anything.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use super::Import;
use super::choose::Source;
use super::correction::Correction;
use super::titles::Titles;
use crate::election::Level;

/// How many lines of one kind are printed.
const MOST_LINES: usize = 20;

/// The report on results.
pub fn results(import: &Import, correction: Option<&Correction>, titles: &Titles) -> String {
    let mut report = Report::default();
    report.source(&import.source);
    report.candidates(import);
    let changes = correction.map_or(&[][..], |it| &it.changes);
    report.section("figure changed", "figures changed", changes);
    report.titles(titles);
    let between = "between what is printed and what is computed";
    let (one, many) = (format!("difference {between}"), format!("differences {between}"));
    report.section(&one, &many, &import.differences);
    report.section("row refused", "rows refused", &import.refused);
    report.unused(&import.unused);
    for note in &import.notes {
        report.line(note);
    }
    if import.cut_off {
        report.line("The file cuts its percentages off instead of rounding them.");
    }
    report.line(&summary(import));
    report.text
}

/// The report on a list of candidates.
pub fn candidates(count: usize, source: &Source, unused: &[String], titles: &Titles) -> String {
    let mut report = Report::default();
    report.source(source);
    report.unused(unused);
    report.titles(titles);
    report.line(&format!("{} found by panel.", counted(count, "candidate", "candidates")));
    report.text
}

/// The files that changed, and where they belong.
pub fn written(round: u8, election: &str, changed: &[PathBuf]) -> String {
    let mut report = Report::default();
    if changed.is_empty() {
        report.line("Nothing changed: the same was imported before.");
    }
    for path in changed {
        let what = if path.exists() { "wrote" } else { "removed" };
        report.line(&format!("{what} {}", path.display()));
    }
    report.text + &format!("Round {round} of {election}.")
}

/// One line: rows, territories, candidates, differences, refused.
fn summary(import: &Import) -> String {
    format!(
        "{} read, {}, {}, {}, {} refused.",
        counted(import.rows, "row", "rows"),
        territories(import.results.territories.len(), import.results.level),
        counted(import.results.candidates(), "candidate", "candidates"),
        counted(import.differences.len(), "difference", "differences"),
        counted(import.refused.len(), "row", "rows"),
    )
}

/// A number with its noun.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A number of territories: `1 commune`, `2 communes`.
fn territories(count: usize, level: Level) -> String {
    let many = level.file_name();
    counted(count, many.strip_suffix('s').unwrap_or(many), many)
}

/// The lines, indented, but not more than anyone reads.
pub fn list(lines: &[String]) -> String {
    let mut text: String =
        lines.iter().take(MOST_LINES).map(|line| format!("  {line}\n")).collect();
    if lines.len() > MOST_LINES {
        text.push_str(&format!("  … and {} more\n", lines.len() - MOST_LINES));
    }
    text
}

/// Each name once, with how often it is there.
fn repeated(names: &[String]) -> Vec<String> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *times.entry(name).or_default() += 1;
    }
    let once = names.iter().map(String::as_str).filter_map(|name| {
        let times = times.remove(name)?;
        Some(if times == 1 { name.to_owned() } else { format!("{name} ({times} times)") })
    });
    once.collect()
}

#[derive(Default)]
struct Report {
    text: String,
}

impl Report {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    /// How many lines of a kind, and the first of them.
    fn section(&mut self, one: &str, many: &str, lines: &[String]) {
        if !lines.is_empty() {
            let _ = write!(self.text, "{}:\n{}", counted(lines.len(), one, many), list(lines));
        }
    }

    /// Which sheet was read, and why the others were not.
    fn source(&mut self, source: &Source) {
        if let Some(name) = &source.sheet {
            self.line(&format!("Sheet \"{name}\" was read."));
        }
        let other = "(--sheet takes another)";
        let (one, many) = (format!("sheet not read {other}"), format!("sheets not read {other}"));
        self.section(&one, &many, &source.others);
        if source.other_rounds > 0 {
            let rows =
                counted(source.other_rounds, "row of another round", "rows of another round");
            self.line(&format!("{rows} left out."));
        }
    }

    /// Who was found, so that a column that is no candidate is seen.
    fn candidates(&mut self, import: &Import) {
        let mut known: Vec<&crate::election::Candidate> = Vec::new();
        for score in import.results.territories.iter().flat_map(|it| &it.tally.scores) {
            if known.len() == MOST_LINES {
                break;
            }
            if !known.contains(&&*score.candidate) {
                known.push(&score.candidate);
            }
        }
        let names: Vec<&str> = known.iter().map(|it| it.name.as_str()).collect();
        let all = import.results.candidates();
        let more = all.saturating_sub(names.len());
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        let count = counted(all, "candidate", "candidates");
        self.line(&format!("{count}: {}{more}.", names.join(", ")));
    }

    fn unused(&mut self, names: &[String]) {
        self.section("column not read", "columns not read", &repeated(names));
    }

    /// What an editor may have written is listed whole.
    fn titles(&mut self, titles: &Titles) {
        let replaced = counted(titles.replaced.len(), "title replaced", "titles replaced");
        let why = "the table has another one; --replace takes the published one";
        let kept = counted(titles.kept.len(), "title not changed", "titles not changed");
        for (what, lines) in
            [(replaced, &titles.replaced), (format!("{kept}, as {why}"), &titles.kept)]
        {
            if !lines.is_empty() {
                self.line(&format!("{what}:"));
                lines.iter().for_each(|line| self.line(&format!("  {line}")));
            }
        }
        self.section("title added", "titles added", &titles.filled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        assert_eq!(counted(1, "row", "rows"), "1 row");
        assert_eq!(counted(0, "row", "rows"), "0 rows");
        assert_eq!(territories(1, Level::Commune), "1 commune");
        assert_eq!(territories(1, Level::Country), "1 country");
        assert_eq!(territories(2, Level::Region), "2 regions");
    }

    #[test]
    fn what_appears_several_times_is_printed_once() {
        let names = ["x", "y", "x"].map(str::to_owned);
        assert_eq!(repeated(&names), ["x (2 times)", "y"]);
    }
}
