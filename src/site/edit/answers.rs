//! What the checker says of a content folder, each thing with the field that it is of.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use crate::site;
use crate::site::content::places;
use crate::site::parse::diagnostics::{Finding, Problems, Source};

/// One thing that the checker says.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The file, below the content folder.
    file: String,
    /// The field, where it is that of one.
    field: Option<String>,
    /// `error` or `warning`.
    severity: &'static str,
    /// What is wrong, what was found and what to do, as far as it is said.
    title: String,
    found: String,
    help: String,
}

/// Everything that the checker says of a folder now.
///
/// # Errors
/// When the moment cannot be known.
pub fn of(content: &Path) -> anyhow::Result<Vec<Answer>> {
    let problems = match site::compile(content, site::now()?) {
        Ok(compiled) => compiled.warnings,
        Err(problems) => problems,
    };
    Ok(answers(content, &problems))
}

fn answers(content: &Path, problems: &Problems) -> Vec<Answer> {
    let mut last: Option<Arc<Source>> = None;
    let mut answer = |finding: Finding<'_>| {
        let path = Path::new(finding.file);
        let file = path.strip_prefix(content).unwrap_or(path).to_string_lossy().replace('\\', "/");
        // Findings come file by file.
        if last.as_ref().is_none_or(|source| source.path != finding.file) {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            last = Some(Arc::new(Source { path: finding.file.to_owned(), text }));
        }
        let source = last.as_ref();
        let at = finding.place.zip(source).and_then(|(at, it)| places::field_at(it, at));
        let field = match (&finding.missing, at) {
            // What is missing is so in a table, at whose beginning there may be another field.
            (Some(missing), Some(at)) if at.contains('.') => {
                let table = at.rsplit_once('.').map_or("", |(table, _)| table);
                Some(format!("{table}.{missing}"))
            }
            (Some(missing), _) => Some(missing.clone()),
            (None, at) => at,
        };
        let Finding { severity, title, found, help, .. } = finding;
        Answer { file, field, severity, title, found, help }
    };
    problems.findings().map(&mut answer).collect()
}
