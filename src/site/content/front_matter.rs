//! Where the fields of a Markdown file end and its text begins.

use std::ops::Range;
use std::sync::Arc;

use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::tree::{Entry, Node, Value};

/// The line before and behind the fields. Spaces at its end are not seen, and do not matter.
const FENCE: &str = "+++";

/// The fields of a file, and where its text begins, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// Where the fields are.
    pub fields: Range<usize>,
    /// Where the text begins.
    pub text: usize,
}

/// Finds the fields; where one of the two lines around them is missing, says where it belongs.
pub fn find(source: &Arc<Source>, problems: &mut Problems) -> Option<FrontMatter> {
    let mut lines = lines(&source.text).skip_while(|(_, line)| line.trim().is_empty());
    let (start, first) = lines.next().unwrap_or((0, ""));
    if first.trim_end() != FENCE {
        let (title, help) = if first.trim_end() == "---" {
            (message!("mistakes-fence-yaml"), message!("mistakes-fence-yaml-help"))
        } else {
            (message!("mistakes-fence-first"), message!("mistakes-fence-first-help"))
        };
        let span = start..start + first.trim_end().len();
        problems.add(source, span, title, message!("mistakes-fence-found"), help);
        return None;
    }
    let from = start + first.len();
    match lines.clone().find(|(_, line)| line.trim_end() == FENCE) {
        Some((end, line)) => {
            Some(FrontMatter { fields: from.min(end)..end, text: end + line.trim_end().len() })
        }
        None => {
            let (place, line) = first_of_text(lines).unwrap_or((start, first));
            let [title, found, help]: [Message; 3] = [
                message!("mistakes-fence-last"),
                message!("mistakes-fence-last-found"),
                message!("mistakes-fence-last-help"),
            ];
            problems.add(source, place..place + line.trim_end().len(), title, found, help);
            None
        }
    }
}

/// The line with which the text seems to begin: the first that is no field.
fn first_of_text<'t>(lines: impl Iterator<Item = (usize, &'t str)>) -> Option<(usize, &'t str)> {
    let is_field = |line: &str| {
        let name = line.split(['=', ':']).next().unwrap_or_default().trim();
        let is_named = line.contains(['=', ':'])
            && name.chars().all(|it| it.is_ascii_lowercase() || it == '_');
        line.is_empty()
            || line.starts_with(['#', '[', ']', '"']) && !line.starts_with("##")
            || is_named
    };
    lines.into_iter().find(|(_, line)| !is_field(line.trim()))
}

/// The lines of a text with their places, each with its end.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    text.split_inclusive('\n').scan(0, |place, line| {
        let start = *place;
        *place += line.len();
        Some((start, line))
    })
}

/// Ensure the fields of the file are not in a group that begins before them, as TOML has it.
pub fn ensure_groups_come_last(fields: &Node, problems: &mut Problems) -> bool {
    let Value::Table(entries) = &fields.value else { return true };
    let has_title = |entries: &[Entry]| entries.iter().any(|entry| entry.name == "title");
    let group = entries.iter().find(|entry| match &entry.node.value {
        Value::Table(inside) => has_title(inside) && entry.name != "video",
        _ => false,
    });
    let Some(group) = group.filter(|_| !has_title(entries)) else { return true };
    let name = || group.name.as_str();
    let (title, found) =
        (message!("mistakes-group", group = name()), message!("mistakes-group-found"));
    let help = message!("mistakes-group-help", group = name());
    problems.add(&fields.source, group.span.clone(), title, found, help);
    false
}
