//! The way from the home page to this one.

use leptos::prelude::*;

use crate::route::Route;

/// Links to the pages above this one, and the page itself.
#[component]
pub fn Breadcrumbs(
    /// Pages above this one and below the home page, with their labels.
    trail: Vec<(Route, String)>,
    /// The page itself.
    page: String,
) -> impl IntoView {
    let trail = std::iter::once((Route::Home, "Accueil".to_owned())).chain(trail);
    let links = trail.map(|(route, label)| {
        html! { <li><a href=route.address()>{label}</a></li> }
    });
    html! {
        <nav class="breadcrumbs" aria-label="Fil d’Ariane">
            <ol>{links.collect_view()}<li aria-current="page">{page}</li></ol>
        </nav>
    }
}
