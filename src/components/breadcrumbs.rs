//! The way from the home page to this one.

use maud::{Markup, html};

use crate::route::Route;

/// Links to the pages above this one and below the home page, with their labels, and the page itself.
pub fn breadcrumbs(trail: &[(Route, &str)], page: &str) -> Markup {
    let home = [(Route::Home, "Accueil")];
    html! {
        nav.breadcrumbs aria-label="Fil d’Ariane" {
            ol {
                @for (route, label) in home.iter().chain(trail) {
                    li { a href=(route.href()) { (label) } }
                }
                li aria-current="page" { (page) }
            }
        }
    }
}
