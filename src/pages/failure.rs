//! What a reader sees when a page could not be loaded: what is missing, and a way to try again.

use maud::{Markup, html};

use crate::data::Failure;
use crate::route::Route;

/// The notice in place of a page. The browser listens to its button.
pub fn failure_page(route: Option<&Route>, failure: Failure) -> Markup {
    html! {
        div.failure {
            header.page-head {
                h1 tabindex="-1" { (missing(route)) }
                p.lead { (reason(failure)) }
            }
            p { button type="button" { "Réessayer" } }
            p { "Les pages déjà lues restent accessibles par le menu." }
        }
    }
}

fn missing(route: Option<&Route>) -> &'static str {
    match route {
        Some(Route::News(..)) => "Les actualités n’ont pas pu être chargées",
        Some(Route::Article(_)) => "Cet article n’a pas pu être chargé",
        Some(Route::Agenda | Route::AgendaYear(_)) => "L’agenda n’a pas pu être chargé",
        Some(Route::Event(_)) => "Ce rendez-vous n’a pas pu être chargé",
        Some(
            Route::Results | Route::Election(_) | Route::Territory(..) | Route::TerritoryRound(..),
        ) => "Les résultats n’ont pas pu être chargés",
        Some(Route::Home | Route::Text(_)) | None => "Cette page n’a pas pu être chargée",
    }
}

fn reason(failure: Failure) -> &'static str {
    match failure {
        Failure::Unreachable | Failure::CachedAsPage => {
            "Le site ne répond pas. La connexion est peut-être coupée\u{202f}; \
             rien n’est perdu, il suffit de réessayer quand elle revient."
        }
        Failure::TimedOut => "La réponse se fait trop attendre. La connexion est peut-être lente.",
        Failure::Server => "Le serveur rencontre une difficulté passagère.",
        Failure::NotADocument => {
            "La réponse reçue est incomplète ou n’est pas celle du site. \
             Un réseau qui demande une identification peut en être la cause."
        }
        Failure::OtherSchema => {
            "Le site vient d’être mis à jour. Rechargez la page pour voir la nouvelle version."
        }
    }
}
