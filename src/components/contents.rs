//! The sections of a long page, so that none is out of reach.

use maud::{Markup, html};

/// A link to each section by its `id`, with its words.
pub fn contents(sections: &[(&str, String)]) -> Markup {
    html! {
        nav aria-label="Sommaire" {
            ul.more { @for (id, words) in sections { li { a href={ "#" (id) } { (words) } } } }
        }
    }
}
