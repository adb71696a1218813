//! A page of text, such as the legal notice.

use maud::{Markup, PreEscaped, html};

use crate::components::breadcrumbs;
use crate::data::TextPage;

/// A page of text.
pub fn text_page(page: &TextPage) -> Markup {
    html! {
        (breadcrumbs(&[], &page.title))
        article {
            header.page-head { h1 tabindex="-1" { (page.title) } }
            div.prose.sides { (PreEscaped(&page.html)) }
        }
    }
}
