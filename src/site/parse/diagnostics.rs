//! What is wrong with the content, said so that an editor can fix it: file, line, what was
//! found, what was expected, what to do.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::message;
use crate::site::messages::{Language, Message};

/// A file of the content as it was read.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// Its path, with forward slashes, below the folder where the command was started.
    pub path: String,
    /// Its text; empty when it is not text.
    pub text: String,
}

/// A place in a file, in bytes.
pub type Span = Range<usize>;

/// How many problems are shown: the rest shows once these are fixed.
const MOST_SHOWN: usize = 500;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    source: Arc<Source>,
    span: Option<Span>,
    title: Message,
    found: Message,
    help: Message,
}

/// One problem without the text of its file.
#[derive(Debug, Serialize)]
pub struct Finding<'p> {
    /// The file, below the folder where the command was started.
    pub file: &'p str,
    /// The line, from 1; none where the problem is that of the whole file.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// What is wrong.
    pub title: String,
    /// What was found; empty where the problem is that of the whole file.
    pub found: String,
    /// What to do.
    pub help: String,
    /// Where it is in the file, in bytes.
    #[serde(skip)]
    pub place: Option<usize>,
    /// The field that is missing, where that is what is wrong.
    #[serde(skip)]
    pub missing: Option<String>,
}

/// Every problem found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// What must be corrected before anything is written.
    errors: Vec<Problem>,
    /// What an editor must know, and may publish.
    warnings: Vec<Problem>,
}

impl Problems {
    /// Records a problem at a place: what is wrong, what was found there, what to do.
    pub fn add(
        &mut self,
        source: &Arc<Source>,
        span: Span,
        title: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.errors.push(Problem::at(source, span, title, found, help));
    }

    /// Records something that an editor must know and may publish, at a place.
    pub fn warn(
        &mut self,
        source: &Arc<Source>,
        span: Span,
        title: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.warnings.push(Problem::at(source, span, title, found, help));
    }

    /// Records a problem of a whole file.
    pub fn add_for_file(
        &mut self,
        path: impl Into<PathBuf>,
        title: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.errors.push(Problem::of(path.into(), title.into(), help.into()));
    }

    /// Records something of a whole file that an editor must know and may publish.
    pub fn warn_of_file(
        &mut self,
        path: impl Into<PathBuf>,
        title: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.warnings.push(Problem::of(path.into(), title.into(), help.into()));
    }

    /// Adds other problems, after these.
    pub fn append(&mut self, others: Self) {
        self.errors.extend(others.errors);
        self.warnings.extend(others.warnings);
    }

    /// Whether nothing is wrong; there may be warnings.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// How many problems there are, without warnings.
    pub fn len(&self) -> usize {
        self.errors.len()
    }

    /// How many warnings there are.
    pub fn warnings(&self) -> usize {
        self.warnings.len()
    }

    /// The same problems by file, then by place.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        let key = |problem: &Problem| {
            let start = problem.span.as_ref().map_or(0, |span| span.start);
            (problem.source.path.clone(), start, problem.title.text(Language::English))
        };
        self.errors.sort_by_cached_key(key);
        self.warnings.sort_by_cached_key(key);
        self
    }

    /// Every error, then every warning, with its place.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'_>> {
        let errors = self.errors.iter().map(|problem| problem.finding("error"));
        errors.chain(self.warnings.iter().map(|problem| problem.finding("warning")))
    }

    /// Renders every warning.
    pub fn render_warnings(&self, renderer: &Renderer) -> String {
        let shown = self.warnings.iter().take(MOST_SHOWN);
        shown.map(|warning| warning.render(renderer, &warning_level()) + "\n\n").collect()
    }

    /// Renders every problem and a closing line, with colours for a terminal or without.
    pub fn render(&self, renderer: &Renderer) -> String {
        let shown = self.errors.iter().take(MOST_SHOWN);
        let mut text: String =
            shown.map(|problem| problem.render(renderer, &error_level()) + "\n\n").collect();
        if self.len() > MOST_SHOWN {
            text.push_str(&format!("{}\n", message!("check-only-first-shown", count = MOST_SHOWN)));
        }
        text.push_str(&format!("{}\n", message!("check-problems-found", count = self.len())));
        text
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(&Renderer::plain()))
    }
}

impl Problem {
    fn at(
        source: &Arc<Source>,
        span: Span,
        title: impl Into<Message>,
        found: impl Into<Message>,
        help: impl Into<Message>,
    ) -> Self {
        let (source, span) = (source.clone(), Some(span));
        Self { source, span, title: title.into(), found: found.into(), help: help.into() }
    }

    fn of(path: PathBuf, title: Message, help: Message) -> Self {
        let path = path.to_string_lossy().replace('\\', "/");
        let source = Arc::new(Source { path, text: String::new() });
        Self { source, span: None, title, found: "".into(), help }
    }

    fn finding(&self, severity: &'static str) -> Finding<'_> {
        let place = self.span.as_ref().map(|span| {
            let lines = Lines::around(&self.source.text, span);
            (lines.number, lines.column(span))
        });
        Finding {
            file: &self.source.path,
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            severity,
            title: self.title.to_string(),
            found: self.found.to_string(),
            help: self.help.to_string(),
            place: self.span.as_ref().map(|span| span.start),
            missing: self.title.filled("fields-missing", "name").map(str::to_owned),
        }
    }

    fn render(&self, renderer: &Renderer, level: &Level<'static>) -> String {
        let path = self.source.path.as_str();
        let title = level.clone().primary_title(self.title.to_string());
        let help = Level::HELP.with_name(message!("check-help").to_string());
        let help = help.message(self.help.to_string());
        let Some(span) = &self.span else {
            return renderer.render(&[title.element(Origin::path(path)).element(help)]);
        };
        let lines = Lines::around(&self.source.text, span);
        if lines.text.len() > LONGEST_LINES {
            let place = Origin::path(path).line(lines.number).char_column(lines.column(span));
            let found = Level::NOTE
                .with_name(message!("check-note").to_string())
                .message(self.found.to_string());
            return renderer.render(&[title.element(place).element(found).element(help)]);
        }
        let place = span.start - lines.start..span.end - lines.start;
        let annotation = AnnotationKind::Primary.span(place).label(self.found.to_string());
        let snippet = Snippet::source(lines.text).line_start(lines.number).path(path);
        renderer.render(&[title.element(snippet.annotation(annotation)).element(help)])
    }
}

fn error_level() -> Level<'static> {
    Level::ERROR.with_name(message!("check-error").to_string())
}

fn warning_level() -> Level<'static> {
    Level::WARNING.with_name(message!("check-warning").to_string())
}

/// The longest lines that are shown, in bytes; of longer ones only the place is reported.
const LONGEST_LINES: usize = 10_000;

/// The whole lines in which something stands: a file may be long, and have many problems.
struct Lines<'a> {
    text: &'a str,
    /// Where they begin, in bytes.
    start: usize,
    /// The number of the first.
    number: usize,
}

impl<'a> Lines<'a> {
    fn around(text: &'a str, span: &Span) -> Self {
        let before = text.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let after = text.get(span.end..).unwrap_or_default();
        let end = after.find('\n').map_or(text.len(), |end| span.end + end);
        let number = before.matches('\n').count() + 1;
        Self { text: text.get(start..end).unwrap_or_default(), start, number }
    }

    /// The column in the first line where something begins, in characters, from 1.
    fn column(&self, span: &Span) -> usize {
        let before = self.text.get(..span.start.saturating_sub(self.start));
        before.unwrap_or_default().chars().count() + 1
    }
}
