//! What can be found: articles, events, pages of text, elections, and territories with their latest result.

use lazy_regex::regex_replace_all;

use crate::data::{Article, Block, Election, Event, Page, TextPage};
use crate::election::{Level, Place};
use crate::french;
use crate::pages;
use crate::route::Route;
use crate::site::communes;
use crate::site::compile::Compiled;
use crate::words::fold;

/// What is shown of a page.
pub struct Found {
    path: String,
    title: String,
    about: String,
    summary: String,
}

impl Found {
    /// Its line: tabulators and ends of lines set words apart only. Spaces at which no line ends stay.
    pub fn line(&self) -> String {
        let fields = [&self.path, &self.title, &self.about, &self.summary];
        fields
            .map(|field| regex_replace_all!(r"[\s--[\u{a0}\u{202f}]]+", field.trim(), " "))
            .join("\t")
    }
}

/// A page that can be found.
pub struct Document {
    /// How it is shown.
    pub found: Found,
    /// Its texts, with how much a word in each says of it.
    pub fields: Vec<(usize, String)>,
}

/// How much a word says by its place. That of a title says more the fewer words there are.
const TITLE: usize = 12;
const SUMMARY: usize = 4;
const TEXT: usize = 1;

/// Every page that can be found, in the order in which equals are shown: texts, elections, then territories, the
/// largest first.
pub fn of(compiled: &Compiled) -> Vec<Document> {
    let pages = compiled.written().filter_map(|(route, page)| match page {
        Page::Article(article) => Some(of_article(route, article)),
        Page::Event(event) => Some(of_event(route, event)),
        Page::Election(election) => Some(of_election(route, election, page)),
        Page::Text(text) => Some(of_text(route, text)),
        _ => None,
    });
    let territories = compiled.territories();
    pages.chain(territories.into_iter().map(|(place, route)| of_place(&route, place))).collect()
}

impl Document {
    fn new(route: &Route, title: &str, about: &[&str], summary: &str) -> Self {
        let words = fold(title).split(' ').count();
        let about: Vec<&str> = about.iter().copied().filter(|it| !it.is_empty()).collect();
        let found = Found {
            path: route.to_string(),
            title: title.to_owned(),
            about: about.join(" · "),
            summary: summary.to_owned(),
        };
        let fields = vec![(TITLE + TITLE / words, title.to_owned()), (SUMMARY, summary.to_owned())];
        Self { found, fields }
    }

    fn with(mut self, weight: usize, texts: impl IntoIterator<Item = String>) -> Self {
        self.fields.extend(texts.into_iter().map(|text| (weight, text)));
        self
    }
}

fn of_article(route: &Route, article: &Article) -> Document {
    let date = article.date_text.as_ref().unwrap_or(&article.date.text);
    let about = ["Article", &article.category, date];
    let blocks = article.blocks.iter().filter_map(|block| match block {
        Block::Html(html) => Some(text(html)),
        Block::Result(_) | Block::Event(_) => None,
    });
    let people = article.author.iter().chain(article.signature.iter().map(|person| &person.name));
    Document::new(route, &article.title, &about, &article.description)
        .with(SUMMARY, people.chain([&article.category]).cloned())
        .with(TEXT, blocks)
}

fn of_event(route: &Route, event: &Event) -> Document {
    let card = &event.card;
    let about = ["Rendez-vous", card.state.label().unwrap_or_default(), &card.start.text];
    let sessions = event.sessions.iter().flat_map(|session| {
        let people = session.hosts.iter().chain(&session.speakers).map(|person| &person.name);
        people.chain([&session.title])
    });
    let people = event.speakers.iter().map(|person| &person.name);
    Document::new(route, &card.title, &about, &event.description)
        .with(SUMMARY, card.place.iter().chain(&event.subtitle).chain(people).cloned())
        .with(SUMMARY, sessions.cloned())
        .with(TEXT, [text(&event.html)])
}

/// The text of sanitised HTML, in which elements set words apart.
fn text(html: &str) -> String {
    let text = regex_replace_all!(r#"<(?:"[^"]*"|[^">])*>"#, html, " ");
    html_escape::decode_html_entities(&text).into_owned()
}

fn of_text(route: &Route, page: &TextPage) -> Document {
    Document::new(route, &page.title, &["Page"], &page.description).with(TEXT, [text(&page.html)])
}

fn of_election(route: &Route, election: &Election, page: &Page) -> Document {
    let date = election.rounds.last().map_or("", |round| round.date.text.as_str());
    let head = pages::head("", Ok(page));
    let scores = election.rounds.iter().flat_map(|round| &round.tally.scores);
    let title = format!("{} {}", election.title, election.locative);
    Document::new(route, &title, &["Résultats", date], &head.description)
        .with(SUMMARY, scores.map(|score| score.name().to_owned()))
        .with(SUMMARY, ["Résultats", "Élection"].map(str::to_owned))
}

fn of_place(route: &Route, place: &Place) -> Document {
    let level = french::capitalised(place.level.singular());
    if place.level != Level::Commune {
        return Document::new(route, &place.name, &[&level, &place.code], "")
            .with(TITLE, [place.code.clone()]);
    }
    let postal_codes = communes::postal_codes(&place.code);
    let (first, several) = match postal_codes.split_once(' ') {
        Some((first, _)) => (first, "…"),
        None => (postal_codes, ""),
    };
    let postal_code = match first {
        "" => String::new(),
        first => format!("code postal {first}{several}"),
    };
    let mut former = communes::former_names(&place.code);
    former.retain(|name| *name != place.name);
    let summary = match &former[..] {
        [] => String::new(),
        names => format!("Aussi\u{a0}: {}", names.join(", ")),
    };
    Document::new(route, &place.name, &[&level, &place.code, &postal_code], &summary)
        .with(TITLE, [place.code.clone(), postal_codes.to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_read_as_text() {
        let read = text("<p title=\"a > b\">Caf&amp;é&nbsp;<em>x</em></p><p>y &lt;z</p>");
        assert_eq!(read.split_whitespace().collect::<Vec<_>>(), ["Caf&é", "x", "y", "<z"]);
    }

    #[test]
    fn a_page_is_one_line() {
        let [path, title, about, summary] =
            ["/a/", "A\tb\n", "", "1\u{202f}473 c\u{a0};"].map(str::to_owned);
        assert_eq!(
            Found { path, title, about, summary }.line(),
            "/a/\tA b\t\t1\u{202f}473 c\u{a0};"
        );
    }
}
