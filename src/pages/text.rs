//! A page of text, such as the legal notice.

use maud::{Markup, PreEscaped, html};

use crate::components::breadcrumbs;
use crate::data::{TextLink, TextPage};
use crate::route::Route;

/// A page of text.
pub fn text_page(page: &TextPage) -> Markup {
    html! {
        (breadcrumbs(&above(page), &page.title))
        article {
            header.page-head {
                h1 tabindex="-1" { (page.title) }
                p.lead { (page.description) }
            }
            div.prose.sides { (PreEscaped(&page.html)) }
            @if !page.below.is_empty() {
                nav.below aria-label="Pages de cette rubrique" {
                    ul { @for link in &page.below { li { (text_link(link)) } } }
                }
            }
        }
    }
}

fn above(page: &TextPage) -> Vec<(Route, &str)> {
    page.above.iter().map(|it| (Route::Text(it.slug.clone()), it.title.as_str())).collect()
}

fn text_link(link: &TextLink) -> Markup {
    html! {
        a href=(Route::Text(link.slug.clone()).href()) { (link.title) }
        p { (link.description) }
    }
}
