//! What an import says when it is done: where it read, what it found, and what it left out.
//! It must not read or write anything.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::path::PathBuf;

use super::Import;
use super::choose::Source;
use super::correction::Correction;
use super::titles::Titles;
use crate::election::Level;
use crate::message;
use crate::site::messages::Message;

/// How many lines of one kind are printed.
const MOST_LINES: usize = 20;

/// The report on results.
pub fn results(import: &Import, correction: Option<&Correction>, titles: &Titles) -> String {
    let mut report = Report::default();
    report.source(&import.source);
    report.candidates(import);
    let changes = correction.map_or(&[][..], |it| &it.changes);
    report.section(&message!("import-figures-changed", count = changes.len()), changes);
    report.titles(titles);
    let (differences, refused) = (&import.differences, &import.refused);
    report.section(&message!("import-differences", count = differences.len()), differences);
    report.section(&message!("import-rows-refused", count = refused.len()), refused);
    report.unused(&import.unused);
    for note in &import.notes {
        report.line(note);
    }
    if import.cut_off {
        report.line(message!("import-cuts-off"));
    }
    report.line(summary(import));
    report.text
}

/// The report on a list of candidates.
pub fn candidates(count: usize, source: &Source, unused: &[String], titles: &Titles) -> String {
    let mut report = Report::default();
    report.source(source);
    report.unused(unused);
    report.titles(titles);
    report.line(message!("import-candidates-by-panel", count = count));
    report.text
}

/// The files that changed, and where they belong.
pub fn written(round: u8, election: &str, changed: &[PathBuf]) -> String {
    let mut report = Report::default();
    if changed.is_empty() {
        report.line(message!("import-nothing-changed"));
    }
    for path in changed {
        let (is_there, path) = (path.exists(), path.as_path());
        report.line(if is_there {
            message!("import-wrote", path = path)
        } else {
            message!("import-removed", path = path)
        });
    }
    let done = message!("import-done", round = usize::from(round), election = election);
    report.text + &done.to_string()
}

/// One line: rows, territories, candidates, differences, refused.
fn summary(import: &Import) -> Message {
    let results = &import.results;
    message!(
        "import-summary",
        rows = import.rows,
        territories = territories(results.territories.len(), results.level),
        candidates = results.candidates(),
        differences = import.differences.len(),
        refused = import.refused.len(),
    )
}

/// A number of territories: `1 commune`, `2 communes`.
fn territories(count: usize, level: Level) -> Message {
    message!("import-territories", count = count, level = level.file_name())
}

/// The lines, indented, but not more than anyone reads.
pub fn list(lines: &[impl fmt::Display]) -> String {
    let mut text: String =
        lines.iter().take(MOST_LINES).map(|line| format!("  {line}\n")).collect();
    if lines.len() > MOST_LINES {
        let more = message!("import-more-lines", count = lines.len() - MOST_LINES);
        text.push_str(&format!("  {more}\n"));
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
        let several = || message!("import-times", name = name, count = times).to_string();
        Some(if times == 1 { name.to_owned() } else { several() })
    });
    once.collect()
}

#[derive(Default)]
struct Report {
    text: String,
}

impl Report {
    fn line(&mut self, line: impl fmt::Display) {
        let _ = writeln!(self.text, "{line}");
    }

    /// How many lines of a kind there are, and the first of them.
    fn section(&mut self, title: &Message, lines: &[impl fmt::Display]) {
        if !lines.is_empty() {
            let _ = write!(self.text, "{title}\n{}", list(lines));
        }
    }

    /// Which sheet was read, and why the others were not.
    fn source(&mut self, source: &Source) {
        if let Some(name) = &source.sheet {
            self.line(message!("import-sheet-read", name = name.as_str()));
        }
        let others = &source.others;
        self.section(&message!("import-sheets-not-read", count = others.len()), others);
        if source.other_rounds > 0 {
            self.line(message!("import-rows-of-other-rounds", count = source.other_rounds));
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
        let names = names.join(", ");
        let names = match more {
            0 => names.into(),
            _ => message!("import-and-more", names = names, count = more),
        };
        self.line(message!("import-candidates", count = all, names = names));
    }

    fn unused(&mut self, names: &[String]) {
        let names = repeated(names);
        self.section(&message!("import-columns-not-read", count = names.len()), &names);
    }

    /// What an editor may have written is listed whole.
    fn titles(&mut self, titles: &Titles) {
        let Titles { replaced, kept, filled, .. } = titles;
        let what_replaced = message!("import-titles-replaced", count = replaced.len());
        let what_kept = message!("import-titles-kept", count = kept.len());
        for (what, lines) in [(what_replaced, replaced), (what_kept, kept)] {
            if !lines.is_empty() {
                self.line(what);
                lines.iter().for_each(|line| self.line(format!("  {line}")));
            }
        }
        self.section(&message!("import-titles-added", count = filled.len()), filled);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        let said = |count, level| territories(count, level).to_string();
        assert_eq!(said(1, Level::Commune), "1 commune");
        assert_eq!(said(0, Level::Canton), "0 cantons");
        assert_eq!(said(1, Level::Country), "1 country");
        assert_eq!(said(2, Level::Region), "2 regions");
    }

    #[test]
    fn what_appears_several_times_is_printed_once() {
        let names = ["x", "y", "x"].map(str::to_owned);
        assert_eq!(repeated(&names), ["x (2 times)", "y"]);
    }
}
