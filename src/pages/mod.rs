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

use maud::Markup;

use crate::components::Part;
use crate::data::{Failure, Page};
use crate::route::Route;

/// The content of `main` for a page, as the build draws it.
pub fn page(page: &Page) -> Markup {
    match page {
        Page::Home(home) => home::home_page(home),
        Page::News(list) => news::news_page(list),
        Page::Article(article) => article::article_page(article),
        Page::Agenda(agenda) => agenda::agenda_page(agenda),
        Page::Event(event) => event::event_page(event),
        Page::Results(results) => results::results_page(results),
        Page::Election(election) => election::election_page(election),
        Page::Territory(territory) => territory::territory_page(territory),
        Page::Text(text) => text::text_page(text),
        Page::NotFound => not_found::not_found_page(),
    }
}

/// The content of `main` when a page could not be loaded.
pub fn failure(route: Option<&Route>, failure: Failure) -> Markup {
    failure::failure_page(route, failure)
}

/// Which style a page comes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Articles, events and lists.
    Texts,
    /// Elections and their territories.
    Results,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 2] = [Self::Texts, Self::Results];
}

/// The style of a page, or of the notice that it could not be loaded.
pub const fn style(page: Result<&Page, Failure>) -> Style {
    match page {
        Ok(Page::Election(_) | Page::Territory(_)) => Style::Results,
        _ => Style::Texts,
    }
}

/// What of a page depends on the reader: in the order in which it is to be drawn.
pub fn parts(page: &Page) -> Vec<Part<'_>> {
    match page {
        Page::Home(home) => vec![home::next_event(home)],
        Page::Agenda(agenda) => vec![agenda::events(agenda)],
        Page::Election(election) => election::parts(election),
        Page::Territory(territory) => territory::parts(territory),
        _ => Vec::new(),
    }
}

/// What the head of a document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title, with the name of the site.
    pub title: String,
    /// The description for search engines and previews.
    pub description: String,
}

/// The head of a page, or of the notice that it could not be loaded. `site` is the short name of the site.
pub fn head(site: &str, page: Result<&Page, Failure>) -> Head {
    let (title, description) = match page {
        Ok(page) => (title(page), description(page)),
        Err(_) => ("Page momentanément indisponible".to_owned(), String::new()),
    };
    let title = match page {
        Ok(Page::Home(_)) => title,
        _ => format!("{title} — {site}"),
    };
    Head { title, description }
}

/// The title of a page, without the name of the site.
pub fn title(page: &Page) -> String {
    match page {
        Page::Home(home) => home.title.clone(),
        Page::News(list) => news::title(list),
        Page::Article(article) => article.title.clone(),
        Page::Agenda(agenda) => agenda::title(agenda),
        Page::Event(event) => match event.card.state.label() {
            Some(label) => format!("{label}\u{a0}: {}", event.card.title),
            None => event.card.title.clone(),
        },
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
        Page::News(list) => news::description(list),
        Page::Article(article) => article.description.clone(),
        Page::Agenda(agenda) => agenda::description(agenda),
        Page::Event(event) => event.description.clone(),
        Page::Results(_) => "Les résultats électoraux publiés, avec leurs sources.".to_owned(),
        Page::Election(election) => election::description(election),
        Page::Territory(territory) => territory::description(territory),
        Page::Text(text) => text.description.clone(),
        Page::NotFound => "Cette adresse ne correspond à aucune page.".to_owned(),
    }
}
