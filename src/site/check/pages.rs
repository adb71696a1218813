//! Whether pages of text that are below others make a tree.

use super::links;
use crate::message;
use crate::route::Route;
use crate::site::content::{Content, DEEPEST};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::nearest;

/// Ensure each page is below one that is there, and none below itself.
pub fn ensure_they_are_a_tree(content: &Content, problems: &mut Problems) {
    for text in &content.texts {
        let Some(parent) = &text.parent else { continue };
        let route = Route::Text(parent.value.clone());
        if !links::ensure_it_is_published(parent, &route, content, problems) {
            continue;
        }
        if content.text(&parent.value).is_none() {
            let known: Vec<&str> = content.texts.iter().map(|it| it.slug.value.as_str()).collect();
            let help = match nearest(parent.value.as_str(), &known) {
                Some(known) => message!("fields-did-you-mean", known = known),
                None => message!("content-no-such-page-help", folder = "pages/"),
            };
            let path = format!("pages/{}.md", parent.value);
            let found = message!("content-no-such-file", path = path);
            parent.problem(problems, message!("check-no-parent"), found, help);
        } else if content.above(text).count() > DEEPEST {
            let found = message!("check-parents-found", most = DEEPEST);
            let help = message!("check-parents-help");
            parent.problem(problems, message!("check-parents"), found, help);
        }
    }
}
