//! A page of text, such as the legal notice.

use leptos::prelude::*;

use crate::components::Breadcrumbs;
use crate::data::TextPage;

/// A page of text.
#[component]
pub fn Text(
    /// What it shows.
    page: TextPage,
) -> impl IntoView {
    html! {
        <Breadcrumbs trail=vec![] page=page.title.clone()/>
        <article class="article">
            <header class="page-head"><h1 tabindex="-1">{page.title}</h1></header>
            <div class="prose" inner_html=page.html></div>
        </article>
    }
}
