//! What stands at an address that has no page.

use leptos::prelude::*;

use crate::route::Route;

/// Says that there is no such page, and where the others are.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let links = [
        (Route::Home, "L’accueil"),
        (Route::NEWS, "Les actualités"),
        (Route::Agenda, "L’agenda"),
        (Route::Results, "Les résultats"),
    ];
    let links = links.map(|(route, label)| {
        html! { <li><a href=route.address()>{label}</a></li> }
    });
    html! {
        <header class="page-head">
            <h1 tabindex="-1">"Page introuvable"</h1>
            <p class="lead">
                "Aucune page ne se trouve à cette adresse. Elle a pu être déplacée, \
                 ou le lien comporte une erreur."
            </p>
        </header>
        <ul>{links.into_iter().collect_view()}</ul>
    }
}
