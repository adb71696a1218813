//! What a reader sees when a page could not be loaded: what is missing, and a way to try again.

use leptos::prelude::*;

use crate::data::Failure;
use crate::route::Route;

/// Loads the current page again. The browser provides it.
#[derive(Clone, Copy)]
pub struct Retry(pub Callback<()>);

/// The notice in place of a page.
#[component]
pub fn FailurePage(
    /// The page that is missing.
    route: Option<Route>,
    /// Why.
    failure: Failure,
) -> impl IntoView {
    let retry = use_context::<Retry>();
    let try_again = move |_| {
        if let Some(Retry(retry)) = retry {
            retry.run(());
        }
    };
    html! {
        <div class="failure">
            <header class="page-head">
                <h1 tabindex="-1">{missing(route.as_ref())}</h1>
                <p class="lead">{reason(failure)}</p>
            </header>
            <p><button type="button" on:click=try_again>"Réessayer"</button></p>
            <p>"Les pages déjà lues restent accessibles par le menu."</p>
        </div>
    }
}

fn missing(route: Option<&Route>) -> &'static str {
    match route {
        Some(Route::News(_)) => "Les actualités n’ont pas pu être chargées",
        Some(Route::Article(_)) => "Cet article n’a pas pu être chargé",
        Some(Route::Agenda) => "L’agenda n’a pas pu être chargé",
        Some(Route::Event(_)) => "Ce rendez-vous n’a pas pu être chargé",
        Some(
            Route::Results | Route::Election(_) | Route::Territory(..) | Route::TerritoryRound(..),
        ) => "Les résultats n’ont pas pu être chargés",
        Some(Route::Home | Route::Text(_)) | None => "Cette page n’a pas pu être chargée",
    }
}

fn reason(failure: Failure) -> &'static str {
    match failure {
        Failure::Unreachable => {
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
