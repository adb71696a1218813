//! The list of news, newest first, a page at a time.

use std::num::NonZeroU32;

use leptos::prelude::*;

use crate::components::{ArticleCardView, Breadcrumbs};
use crate::data::NewsList;
use crate::route::Route;

/// One page of the list of news.
#[component]
pub fn NewsPage(
    /// What it shows.
    list: NewsList,
) -> impl IntoView {
    let heading = if list.page > 1 {
        format!("Actualités, page {}", list.page)
    } else {
        "Actualités".to_owned()
    };
    let articles = list.articles.into_iter().map(|card| html! { <ArticleCardView card/> });
    html! {
        <Breadcrumbs trail=vec![] page="Actualités".to_owned()/>
        <header class="page-head"><h1 tabindex="-1">{heading}</h1></header>
        <section aria-labelledby="articles">
            <h2 id="articles" class="visually-hidden">"Articles"</h2>
            {articles.collect_view()}
        </section>
        {(list.pages > 1).then(|| pagination(list.page, list.pages))}
    }
}

fn pagination(page: u32, pages: u32) -> impl IntoView {
    let to = |page: u32, label: &'static str, rel: &'static str| {
        let page = NonZeroU32::new(page).filter(|page| page.get() <= pages)?;
        let address = Route::News(page).address();
        Some(html! { <a href=address rel=rel>{label}</a> })
    };
    html! {
        <nav class="pagination" aria-label="Pages">
            {to(page - 1, "← Plus récents", "prev")}
            <span>{format!("Page {page} sur {pages}")}</span>
            {to(page + 1, "Plus anciens →", "next")}
        </nav>
    }
}
