//! Problems for other programs: one a line for text editors, as JSON, and as GitHub shows them beside a change.

use super::diagnostics::{Finding, Problems};
use crate::message;

/// How problems are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the lines of the file, to be read
    #[default]
    #[value(help = message!("arguments-format-full"))]
    Full,
    /// One a line: `file:line:column: error: what is wrong; what to do`, in the language of all messages
    #[value(help = message!("arguments-format-short"))]
    Short,
    /// A list, for programs
    #[value(help = message!("arguments-format-json"))]
    Json,
    /// Annotations of GitHub Actions
    #[value(help = message!("arguments-format-github"))]
    Github,
}

/// Errors and warnings in a format that is not for people.
///
/// # Errors
/// When they cannot be written as JSON.
pub fn print(problems: &Problems, format: Format) -> anyhow::Result<String> {
    let findings: Vec<Finding<'_>> = problems.findings().collect();
    if format == Format::Json {
        return Ok(serde_json::to_string_pretty(&findings)? + "\n");
    }
    let print = if format == Format::Github { github } else { short };
    Ok(findings.iter().map(print).collect())
}

fn short(finding: &Finding<'_>) -> String {
    let Finding { file, severity, .. } = finding;
    let place = match (finding.line, finding.column) {
        (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
        _ => (*file).to_owned(),
    };
    let severity = match *severity {
        "error" => message!("check-error"),
        _ => message!("check-warning"),
    };
    format!("{place}: {severity}: {}\n", sentence(finding))
}

fn github(finding: &Finding<'_>) -> String {
    let in_property = |text: &str| in_message(text).replace(':', "%3A").replace(',', "%2C");
    let mut properties = format!("file={}", in_property(finding.file));
    if let (Some(line), Some(column)) = (finding.line, finding.column) {
        properties.push_str(&format!(",line={line},col={column}"));
    }
    let Finding { severity, title, .. } = finding;
    let text = in_message(&sentence(finding));
    format!("::{severity} {properties},title={}::{text}\n", in_property(title))
}

/// Signs that have a meaning in commands of GitHub.
fn in_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn sentence(finding: &Finding<'_>) -> String {
    let parts = [&finding.title, &finding.found, &finding.help];
    let parts: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    parts.join(&message!("check-separator").to_string()).replace('\n', " ")
}
