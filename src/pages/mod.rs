//! One page a file: served data in, view out.
//! Pages must not load anything: what they show is here before they are.

mod agenda;
mod article;
mod election;
mod event;
mod failure;
mod home;
mod news;
mod not_found;
mod results;
mod territory;
mod text;

use leptos::prelude::*;

pub use self::failure::Retry;

use crate::data::{Failure, Page, Site};
use crate::route::Route;

/// The content of `main` for a page.
pub fn page_view(page: Page) -> AnyView {
    match page {
        Page::Home(home) => html! { <home::HomePage home=*home/> },
        Page::News(list) => html! { <news::NewsPage list/> },
        Page::Article(article) => html! { <article::ArticlePage article=*article/> },
        Page::Agenda(agenda) => html! { <agenda::AgendaPage agenda/> },
        Page::Event(event) => html! { <event::EventPage event=*event/> },
        Page::Results(results) => html! { <results::ResultsPage results/> },
        Page::Election(election) => {
            html! { <election::ElectionPage election=*election/> }
        }
        Page::Territory(territory) => {
            html! { <territory::TerritoryPage territory=*territory/> }
        }
        Page::Text(text) => html! { <text::Text page=text/> },
        Page::NotFound => html! { <not_found::NotFoundPage/> },
    }
}

/// The content of `main` when a page could not be loaded.
pub fn failure_view(route: Option<Route>, failure: Failure) -> AnyView {
    html! { <failure::FailurePage route failure/> }
}

/// What the head of a document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title, with the name of the site.
    pub title: String,
    /// The description for search engines and previews.
    pub description: String,
}

/// The head of a page, or of the notice that it could not be loaded.
pub fn head(site: &Site, page: &Result<Page, Failure>) -> Head {
    let (title, description) = match page {
        Ok(page) => (title(page), description(page)),
        Err(_) => ("Page momentanément indisponible".to_owned(), String::new()),
    };
    let title = match page {
        Ok(Page::Home(_)) => title,
        _ => format!("{title} — {}", site.short_name),
    };
    Head { title, description }
}

fn title(page: &Page) -> String {
    match page {
        Page::Home(home) => home.title.clone(),
        Page::News(list) if list.page > 1 => format!("Actualités, page {}", list.page),
        Page::News(_) => "Actualités".to_owned(),
        Page::Article(article) => article.title.clone(),
        Page::Agenda(_) => "Agenda".to_owned(),
        Page::Event(event) => event.card.title.clone(),
        Page::Results(_) => "Résultats".to_owned(),
        Page::Election(election) => format!("{} {}", election.title, election.locative),
        Page::Territory(territory) => territory::title(territory),
        Page::Text(text) => text.title.clone(),
        Page::NotFound => "Page introuvable".to_owned(),
    }
}

fn description(page: &Page) -> String {
    match page {
        Page::Home(home) => home.description.clone(),
        Page::News(_) => "Les articles et communiqués publiés sur ce site.".to_owned(),
        Page::Article(article) => article.description.clone(),
        Page::Agenda(_) => "Les rendez-vous à venir et passés.".to_owned(),
        Page::Event(event) => event.description.clone(),
        Page::Results(_) => "Les résultats électoraux publiés, avec leurs sources.".to_owned(),
        Page::Election(election) => election::description(election),
        Page::Territory(territory) => territory::description(territory),
        Page::Text(text) => text.description.clone(),
        Page::NotFound => "Cette adresse ne correspond à aucune page.".to_owned(),
    }
}
