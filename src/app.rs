//! The shell of every page: header, content, footer, announcements.
//! It shows what it is given; the prerenderer and the browser decide what that is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{anew, redrawn};
use crate::data::{Failure, Link, Page, Site};
use crate::pages::{failure_view, page_view};
use crate::route::Route;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The path in the address bar.
    pub path: String,
    /// The page, or why it is not there.
    pub page: Result<Page, Failure>,
}

/// Everything inside `#app`.
#[component]
pub fn App(
    /// The site.
    site: Arc<Site>,
    /// What is on the screen.
    #[prop(into)]
    shown: Signal<Shown>,
    /// What assistive tools are told, once a navigation.
    #[prop(into)]
    announcement: Signal<String>,
) -> impl IntoView {
    let path = Memo::new(move |_| shown.with(|shown| shown.path.clone()));
    let content = move || {
        let Shown { path, page } = shown.get();
        match page {
            Ok(page) => anew(page_view(page)),
            Err(failure) => anew(failure_view(Route::at(&path), failure)),
        }
    };
    html! {
        <a class="skip" href="#contenu">"Aller au contenu"</a>
        <header class="site-header">
            <a class="site-name" href=Route::Home.address()>{site.short_name.clone()}</a>
            <nav aria-label="Navigation principale">
                <ul>{links(&site.navigation, path)}</ul>
            </nav>
        </header>
        <main id="contenu" tabindex="-1">{redrawn(content)}</main>
        <footer class="site-footer">
            <p>{site.publisher.clone()}</p>
            <nav aria-label="Informations">
                <ul>{links(&site.footer, path)}</ul>
            </nav>
        </footer>
        <p class="visually-hidden" role="status" prop:textContent=move || announcement.get()></p>
    }
}

fn links(links: &[Link], path: Memo<String>) -> impl IntoView + use<> {
    let link = |link: Link| {
        let to = link.to.clone();
        // `page` for the page itself, `true` for a page below it.
        let current = move || {
            path.with(|path| match path.strip_prefix(to.as_str()) {
                Some("") => Some("page"),
                Some(_) if to != Route::Home.address() => Some("true"),
                _ => None,
            })
        };
        html! { <li><a href=link.to aria-current=current>{link.label}</a></li> }
    };
    links.iter().cloned().map(link).collect_view()
}
