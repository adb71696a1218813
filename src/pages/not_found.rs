//! What is at a URL that has no page.

use maud::{Markup, html};

use crate::route::Route;

/// Says that there is no such page, and where the others are.
pub fn not_found_page() -> Markup {
    let links = [
        (Route::Home, "L’accueil"),
        (Route::NEWS, "Les actualités"),
        (Route::Agenda, "L’agenda"),
        (Route::Results, "Les résultats"),
    ];
    html! {
        header.page-head {
            h1 tabindex="-1" { "Page introuvable" }
            p.lead {
                "Aucune page ne se trouve à cette adresse. Elle a pu être déplacée, \
                 ou le lien comporte une erreur."
            }
        }
        ul { @for (route, label) in links { li { a href=(route.href()) { (label) } } } }
    }
}
