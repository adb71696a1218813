//! The account of an import: what the export holds and what became of it, on the screen in numbers and in a file
//! that an editor works off.

use std::collections::BTreeMap;
use std::path::Path;

use super::export::{Export, Item};
use super::html;
use super::notes::About;
use super::plan::{Fate, Plan};
use super::text::File;
use crate::message;
use crate::site::messages::Message;

/// What became of one item.
pub enum Outcome {
    /// It is here as it was.
    Kept,
    /// It is here, and an editor has to look at it.
    Converted,
    /// It is not here, for this reason.
    Listed(Message),
    /// It was here before.
    Known,
}

/// What became of everything.
pub struct Account<'a> {
    /// The export.
    pub export: &'a Export,
    /// What was decided.
    pub plan: &'a Plan,
    /// The texts, as they were written.
    pub files: &'a [File],
    /// What became of each item.
    pub outcomes: Vec<Outcome>,
    /// How many files of the uploads came along.
    pub copied: usize,
}

/// How many items of one kind became what.
#[derive(Clone, Copy, Default)]
struct Row {
    kept: usize,
    converted: usize,
    listed: usize,
    known: usize,
}

impl Row {
    fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Kept => self.kept += 1,
            Outcome::Converted => self.converted += 1,
            Outcome::Listed(_) => self.listed += 1,
            Outcome::Known => self.known += 1,
        }
    }

    const fn total(self) -> usize {
        self.kept + self.converted + self.listed + self.known
    }

    fn line(self, what: impl Into<Message>) -> String {
        let Self { kept, converted, listed, known } = self;
        message!(
            "wordpress-row",
            what = what.into(),
            total = self.total(),
            kept = kept,
            converted = converted,
            listed = listed,
            known = known
        )
        .to_string()
    }
}

impl Account<'_> {
    /// The numbers, as they are printed.
    pub fn numbers(&self, file: &Path) -> String {
        let mut rows: BTreeMap<(&str, &str), Row> = BTreeMap::new();
        let mut all = Row::default();
        for (item, outcome) in self.export.items.iter().zip(&self.outcomes) {
            rows.entry((item.kind.as_str(), item.status.as_str())).or_default().add(outcome);
            all.add(outcome);
        }
        let mut text = format!("{}\n", all.line(message!("wordpress-all", file = file)));
        for ((kind, status), row) in rows {
            let what = message!("wordpress-of", kind = shown(kind), status = shown(status));
            text.push_str(&format!("  {}\n", row.line(what)));
        }
        let comments: usize = self.export.items.iter().map(|it| it.comments.len()).sum();
        let others = message!(
            "wordpress-others",
            copied = self.copied,
            comments = comments,
            categories = self.export.categories.len(),
            terms = self.export.terms,
            controls = self.export.controls
        );
        text.push_str(&format!("{others}\n"));
        text
    }

    /// How many notes there are on what, as they are printed.
    pub fn work(&self) -> String {
        let mut text = String::new();
        for about in About::ALL {
            let count = self.notes(*about).count();
            if count > 0 {
                let line =
                    message!("wordpress-section", title = about.title(), count = count).to_string();
                text.push_str(&format!("  {line}\n"));
            }
        }
        text
    }

    fn notes(&self, about: About) -> impl Iterator<Item = (usize, &str)> {
        let files = self.files.iter().enumerate();
        files.flat_map(move |(at, file)| {
            let notes = file.notes.iter().filter(move |note| note.about == about);
            notes.map(move |note| (at, note.what.as_str()))
        })
    }

    /// The file for an editor.
    pub fn file(&self, export: &Path) -> String {
        let export = Path::new(export.file_name().unwrap_or(export.as_os_str()));
        let mut text = format!("# {}\n\n", message!("wordpress-account", file = export));
        text.push_str(&format!("{}\n\n", message!("wordpress-account-help")));
        for line in self.numbers(export).lines() {
            text.push_str(&format!("- {}\n", line.trim()));
        }
        for about in About::ALL {
            let notes: Vec<(usize, &str)> = self.notes(*about).collect();
            if notes.is_empty() {
                continue;
            }
            let (title, count) = (about.title(), notes.len());
            let title = message!("wordpress-section", title = title, count = count);
            text.push_str(&format!("\n## {title}\n\n{}\n\n", about.advice()));
            for (at, what) in notes {
                text.push_str(&self.line(at, what));
            }
        }
        self.left(&mut text);
        text
    }

    /// A note on a text, to be ticked off.
    fn line(&self, at: usize, what: &str) -> String {
        let post = &self.plan.posts[at];
        let what = if what.is_empty() { String::new() } else { format!("\u{a0}: {}", plain(what)) };
        format!("- [ ] `{}` — {}{what}\n", post.file(), plain(&post.title))
    }

    /// What stays, by the reason.
    fn left(&self, text: &mut String) {
        let mut left: BTreeMap<String, Vec<&Item>> = BTreeMap::new();
        for (item, outcome) in self.export.items.iter().zip(&self.outcomes) {
            if let Outcome::Listed(why) = outcome {
                left.entry(why.to_string()).or_default().push(item);
            }
        }
        if left.is_empty() {
            return;
        }
        text.push_str(&format!("\n## {}\n", message!("wordpress-left")));
        for (why, items) in left {
            let heading = message!("wordpress-section", title = why, count = items.len());
            text.push_str(&format!("\n### {heading}\n\n"));
            for item in items {
                let title = plain(&html::words(&item.title));
                let address = if item.file.is_empty() { &item.link } else { &item.file };
                let line = message!(
                    "wordpress-left-line",
                    title = title,
                    address = plain(address),
                    line = item.line.to_string()
                );
                text.push_str(&format!("- {line}\n"));
            }
        }
    }
}

/// What became of the items, but for files.
pub fn outcome_of_text(fate: &Fate, files: &[File]) -> Option<Outcome> {
    match fate {
        Fate::Known => Some(Outcome::Known),
        Fate::Left(why) => Some(Outcome::Listed(why.clone())),
        Fate::File => None,
        Fate::Text(at) => Some(match files.get(*at) {
            Some(File { text: Some(_), notes, .. }) => {
                match notes.iter().any(|note| note.about.is_work()) {
                    true => Outcome::Converted,
                    false => Outcome::Kept,
                }
            }
            _ => Outcome::Listed(message!("wordpress-left-failed")),
        }),
    }
}

fn shown(name: &str) -> String {
    if name.is_empty() { "?".to_owned() } else { plain(name) }
}

/// A text on one line in which nothing is HTML, and of which everything is seen.
fn plain(text: &str) -> String {
    let (text, _) = html::visible(text);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('&', "&amp;").replace('<', "&lt;")
}
