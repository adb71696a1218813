//! What other programs leave in a text that is pasted: it is no Markdown, and would be shown as it is.

use std::sync::Arc;

use lazy_regex::{regex, regex_is_match};

use super::dialect::code_blocks;
use crate::message;
use crate::site::parse::diagnostics::{Problems, Source};
use crate::site::parse::unfilled;

/// Reports what is left of other programs in a text that begins at a place of the file.
pub fn report(start: usize, source: &Arc<Source>, problems: &mut Problems) {
    let code = code_blocks(&source.text[start..], start);
    let mut at = start;
    let mut last = "";
    for line in source.text[start..].split_inclusive('\n') {
        if !code.iter().any(|block| block.contains(&at)) {
            shortcode(line, at, source, problems);
            path_with_space(line, at, source, problems);
            columns_and_bullets([last, line], at, source, problems);
            unfilled::warn(line.trim(), source, at..at + line.trim_end().len(), problems);
        }
        at += line.len();
        last = line;
    }
}

/// `[gallery ids="1,2"]`, as WordPress and its extensions have it.
fn shortcode(line: &str, at: usize, source: &Arc<Source>, problems: &mut Problems) {
    let known = regex!(
        r"\[/?(?:gallery|caption|embed|audio|video|playlist|contact-form[\w-]*|[a-z]+_[a-z_]+|[a-z_-]+ [a-z_]+=[^\]]*)(?: [^\]]*)?\](?:[^(:\[]|$)"
    );
    if let Some(found) = known.find(line) {
        let text = found.as_str();
        let span = at + found.start()
            ..at + found.start() + text.rfind(']').map_or(text.len(), |end| end + 1);
        let help = message!("markdown-shortcode-help");
        problems.add(
            source,
            span,
            message!("markdown-shortcode"),
            message!("markdown-shortcode-found"),
            help,
        );
    }
}

/// `](media/Ma photo.jpg)`, which is no link, as a path has no spaces.
fn path_with_space(line: &str, at: usize, source: &Arc<Source>, problems: &mut Problems) {
    let spaced = regex!(r#"\]\(([^()<>"']*[^\s()<>"'] [^\s()<>"'][^()<>"']*)\)"#);
    for found in spaced.captures_iter(line).filter_map(|found| found.get(1)) {
        let help = message!("markdown-space-help", name = found.as_str().replace(' ', "-"));
        let span = at + found.start()..at + found.end();
        problems.add(
            source,
            span,
            message!("markdown-space"),
            message!("markdown-space-found"),
            help,
        );
    }
}

/// Two lines of a spreadsheet, or of a list of a word processor.
fn columns_and_bullets(lines: [&str; 2], at: usize, source: &Arc<Source>, problems: &mut Problems) {
    let [_, line] = lines;
    let span = at..at + line.trim_end().len();
    if lines.iter().all(|line| regex_is_match!(r"\S\t+\S", line)) {
        let help = message!("markdown-cells-help");
        problems.warn(
            source,
            span,
            message!("markdown-cells"),
            message!("markdown-cells-found"),
            help,
        );
    } else if lines.iter().all(|line| regex_is_match!(r"^\s*[•●▪◦‣·]\s*\S", line)) {
        let help = message!("markdown-bullets-help");
        problems.warn(
            source,
            span,
            message!("markdown-bullets"),
            message!("markdown-bullets-found"),
            help,
        );
    }
}
