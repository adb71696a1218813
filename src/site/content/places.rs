//! Which field of a content file is at a place in it: as other programs name it, by names and places in lists that are
//! joined by dots, `rounds.0.candidates.1.votes`. The text of a Markdown file is `body`.

use std::sync::Arc;

use super::front_matter;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::tree::{self, Node, Value};

/// The field at a place, in bytes; nothing where the place is that of the whole file, or the file cannot be read.
pub fn field_at(source: &Arc<Source>, place: usize) -> Option<String> {
    let problems = &mut Problems::default();
    if source.path.ends_with(".json") {
        return innermost(&tree::from_json(source, problems)?, place);
    }
    let front = front_matter::find(source, problems)?;
    if place >= front.fields.end {
        return Some("body".to_owned());
    }
    let toml = &source.text[front.fields.clone()];
    innermost(&tree::from_toml(source, toml, front.fields.start, problems)?, place)
}

/// The smallest value, with its name, in which a place is.
fn innermost(root: &Node, place: usize) -> Option<String> {
    let mut found: Option<(usize, String)> = None;
    let mut open = vec![(root, String::new())];
    while let Some((node, path)) = open.pop() {
        let below = |name: String| if path.is_empty() { name } else { format!("{path}.{name}") };
        let children: Vec<_> = match &node.value {
            Value::Table(entries) => {
                let child = |it: &'_ tree::Entry| (it.span.start, below(it.name.clone()));
                entries.iter().map(|it| (child(it), &it.node)).collect()
            }
            Value::List(items) => {
                let named = items.iter().enumerate();
                named.map(|(at, it)| ((it.span.start, below(at.to_string())), it)).collect()
            }
            _ => Vec::new(),
        };
        for ((start, path), child) in children {
            let span = start.min(child.span.start)..child.span.end;
            let is_smaller = found.as_ref().is_none_or(|(size, _)| span.len() < *size);
            if (span.contains(&place) || span.end == place) && is_smaller {
                found = Some((span.len(), path.clone()));
            }
            open.push((child, path));
        }
    }
    found.map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Arc<Source> {
        Arc::new(Source { path: path.to_owned(), text: text.to_owned() })
    }

    #[test]
    fn a_place_is_that_of_the_innermost_field() {
        let text = "+++\ntitle = \"A\"\n\n[image]\nalt = \"B\"\n\n[[sessions]]\ntitle = \"C\"\n\
                    hosts = [{ name = \"D\" }]\n+++\n\nE\n";
        let article = source("news/a.md", text);
        for (sign, field) in [
            ("\"A\"", "title"),
            ("\"B\"", "image.alt"),
            ("\"C\"", "sessions.0.title"),
            ("\"D\"", "sessions.0.hosts.0.name"),
            ("E\n", "body"),
        ] {
            assert_eq!(field_at(&article, text.find(sign).unwrap()).as_deref(), Some(field));
        }
        let text = "{ \"title\": \"A\", \"rounds\": [{ \"round\": 1, \"candidates\": [{}, { \"votes\": 7 }] }] }";
        let election = source("results/a.json", text);
        for (sign, field) in [("\"A\"", "title"), ("7", "rounds.0.candidates.1.votes")] {
            assert_eq!(field_at(&election, text.find(sign).unwrap()).as_deref(), Some(field));
        }
        assert_eq!(field_at(&election, 0), None);
    }
}
