//! The lines of a text that are no Markdown: the cut, and what is embedded.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::dialect::code_blocks;
use crate::message;
use crate::route::Slug;
use crate::site::content::references::Embed;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::fields::Spanned;

/// A line that separates what is before it from what is behind it.
pub struct Separator {
    /// Where it is in the text, in bytes.
    pub line: Range<usize>,
    /// What it is; `None` for an embed that is none, which was reported.
    pub kind: Option<Kind>,
}

/// What separates.
pub enum Kind {
    /// Here ends what lists show.
    Cut,
    /// Something of the site.
    Embed(Spanned<Embed>),
}

/// Finds them in a text that begins at a place of the file.
pub fn find(source: &Arc<Source>, start: usize, problems: &mut Problems) -> Vec<Separator> {
    let mut separators = Vec::new();
    let mut code = code_blocks(&source.text[start..], start).into_iter().peekable();
    let mut at = start;
    let mut in_note = false;
    for line in source.text[start..].split_inclusive('\n') {
        let content = line.trim();
        while code.next_if(|block| block.end <= at).is_some() {}
        let in_code = code.peek().is_some_and(|block| block.contains(&at));
        let is_embed = content.starts_with("{{") && content.ends_with("}}");
        let was_in_note = in_note;
        // A note of several lines is no text.
        in_note = match (line.rfind("<!--"), line.rfind("-->")) {
            (Some(begin), end) => end.is_none_or(|end| end < begin),
            (None, end) => in_note && end.is_none(),
        };
        if !in_code && !was_in_note && (is_cut(content) || is_embed) {
            let indent = line.len() - line.trim_start().len();
            let span = at + indent..at + indent + content.len();
            let kind = if is_embed {
                embed(source, content, span, problems).map(Kind::Embed)
            } else {
                Some(Kind::Cut)
            };
            separators.push(Separator { line: at - start..at - start + line.len(), kind });
        }
        at += line.len();
    }
    ensure_embeds_differ(&separators, problems);
    separators
}

/// The text with notes in place of them, which separate paragraphs and lists as well and are as long.
pub fn masked(text: &str, separators: &[Separator]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut end = 0;
    for Separator { line, .. } in separators {
        masked.push_str(&text[end..line.start]);
        let content = text[line.clone()].trim_end_matches('\n');
        match content.len().checked_sub("<!---->".len()) {
            Some(inside) => masked.push_str(&format!("<!--{}-->", "x".repeat(inside))),
            // So short is no embed, which was reported.
            None => masked.push_str(&" ".repeat(content.len())),
        }
        masked.push_str(&text[line.start + content.len()..line.end]);
        end = line.end;
    }
    masked.push_str(&text[end..]);
    masked
}

/// What a text embeds.
pub fn embeds(separators: &[Separator]) -> impl Iterator<Item = &Spanned<Embed>> {
    separators.iter().filter_map(|separator| match &separator.kind {
        Some(Kind::Embed(embed)) => Some(embed),
        _ => None,
    })
}

/// Whether a line ends what lists show: `<!-- more -->`, with or without the spaces.
fn is_cut(line: &str) -> bool {
    let inside = line.strip_prefix("<!--").and_then(|line| line.strip_suffix("-->"));
    inside.is_some_and(|inside| inside.trim() == "more")
}

fn embed(
    source: &Arc<Source>,
    content: &str,
    span: Range<usize>,
    problems: &mut Problems,
) -> Option<Spanned<Embed>> {
    let words: Vec<&str> = content.trim_matches(['{', '}']).split_whitespace().collect();
    let value = match words[..] {
        ["result", election, round @ ("1" | "2")] => {
            Slug::new(election).map(|slug| Embed::Result(slug, if round == "1" { 1 } else { 2 }))
        }
        ["event", event] => Slug::new(event).map(Embed::Event),
        ["publisher"] => Some(Embed::Publisher),
        ["host"] => Some(Embed::Host),
        _ => None,
    };
    if value.is_none() {
        let title = message!("markdown-unknown-embed");
        let found = message!("markdown-unknown-embed-found");
        let help = message!("markdown-unknown-embed-help");
        problems.add(source, span.clone(), title, found, help);
    }
    Some(Spanned { value: value?, source: source.clone(), span })
}

/// Ensure nothing is embedded twice: its names on the page would clash.
fn ensure_embeds_differ(separators: &[Separator], problems: &mut Problems) {
    let mut seen = HashSet::new();
    for second in embeds(separators) {
        if !seen.insert(&second.value) {
            let title = message!("markdown-duplicate-embed");
            let help = message!("markdown-duplicate-embed-help");
            second.problem(problems, title, message!("fields-second"), help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_is_as_long() {
        for text in ["{{ event a }}\n", "a\n  {{event é}}\nb", "<!--more-->\n\n{{ x }}", "{{}}\n"]
        {
            let source = Arc::new(Source { path: String::new(), text: text.to_owned() });
            let separators = find(&source, 0, &mut Problems::default());
            let masked = masked(text, &separators);
            assert_eq!(masked.len(), text.len(), "{masked}");
            assert!(!masked.contains("{{"), "{masked}");
        }
    }
}
