//! What people write, read and checked: one kind of content a file here, as in `content/`.
//! These types may be lenient and rich; what is served is made of them by `compile`.

mod article;
mod contours;
mod election;
mod elsewhere;
mod event;
mod figures;
mod files;
mod levels;
mod links;
mod maps;
mod partial_sums;
mod person;
mod question;
mod round;
mod seats;
mod settings;
mod terms;
mod text;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use article::{Article, Picture, Video};
pub use contours::read as read_contours;
pub use election::Election;
pub use elsewhere::Elsewhere;
pub use event::{Event, Session};
pub use figures::StationsCounted;
pub use person::Person;
pub use round::{Round, Source};
pub use seats::{published_seats, seats_to_fill};
pub use settings::{Featured, Link, Settings};
pub use text::Text;

use super::media::Media;
use super::problem::Problems;
use super::references::References;
use super::tables;
use crate::data::Contours;
use crate::route::{Route, Slug};

/// How many articles stand on one page of the list.
pub const ARTICLES_A_PAGE: usize = 10;

/// A content folder.
pub struct Content {
    /// `site.json`; `None` when it could not be read, which was reported.
    pub settings: Option<Settings>,
    /// `news/`, newest first.
    pub articles: Vec<Article>,
    /// `events/`, oldest first.
    pub events: Vec<Event>,
    /// `pages/`
    pub texts: Vec<Text>,
    /// `results/`, latest first.
    pub elections: Vec<Election>,
    /// `media/`
    pub media: Media,
    /// `contours/`, by the names of the files.
    pub contours: BTreeMap<Slug, Contours>,
}

impl Content {
    /// Whether the site will have this page. Lists always exist.
    pub fn has(&self, route: &Route) -> bool {
        match route {
            Route::Home | Route::Agenda | Route::Results => true,
            Route::News(page) => page.get() as usize <= self.pages_of_news(),
            Route::Article(slug) => self.articles.iter().any(|article| article.slug.value == *slug),
            Route::Event(slug) => self.events.iter().any(|event| event.slug.value == *slug),
            Route::Election(slug) => {
                self.elections.iter().any(|election| election.slug.value == *slug)
            }
            Route::Territory(election, territory) => {
                let election = self.election(election);
                let mut slugs = election.into_iter().flat_map(Election::territories);
                slugs.any(|slug| slug == territory.as_str())
            }
            Route::TerritoryRound(election, territory, round) => {
                let election = self.election(election);
                election.is_some_and(|election| {
                    let mut places = election.places();
                    let place = places.find(|place| place.slug() == territory.as_str());
                    let is_last =
                        election.rounds.last().is_some_and(|it| it.number.value == *round);
                    let levels = election.levels(*round).filter(|_| !is_last);
                    place
                        .zip(levels)
                        .is_some_and(|(place, levels)| levels.parts(place).next().is_some())
                })
            }
            Route::Text(slug) => self.texts.iter().any(|text| text.slug.value == *slug),
        }
    }

    /// How many pages the list of news has: at least one.
    pub fn pages_of_news(&self) -> usize {
        self.articles.len().div_ceil(ARTICLES_A_PAGE).max(1)
    }

    /// The election with this slug.
    pub fn election(&self, slug: &Slug) -> Option<&Election> {
        self.elections.iter().find(|election| election.slug.value == *slug)
    }

    /// The event with this slug.
    pub fn event(&self, slug: &Slug) -> Option<&Event> {
        self.events.iter().find(|event| event.slug.value == *slug)
    }
}

/// Reads a content folder. Whatever cannot be read is reported and left out, and the rest is read
/// on, so that an editor sees everything at once.
pub fn read(root: &Path, problems: &mut Problems) -> Content {
    let files = files::list(root, problems);
    let media = Media::read(&root.join("media"), &files.media, problems);
    let mut references = References::default();
    let settings = settings::read(root, &mut references, problems);
    let refs = &mut references;
    let mut articles: Vec<Article> =
        files.news.iter().filter_map(|file| article::read(file, refs, problems)).collect();
    let mut events: Vec<Event> =
        files.events.iter().filter_map(|file| event::read(file, refs, problems)).collect();
    let texts: Vec<Text> =
        files.pages.iter().filter_map(|file| text::read(file, refs, problems)).collect();
    let mut elections: Vec<Election> =
        files.results.iter().filter_map(|file| election::read(file, problems)).collect();
    let contours = files.contours.iter().filter_map(|file| {
        let name = files::name(file, problems);
        contours::read(file, problems).and_then(|contours| Some((name?, contours)))
    });
    let contours: BTreeMap<Slug, Contours> = contours.collect();

    for paths in [&files.news, &files.events, &files.pages, &files.results, &files.contours] {
        ensure_names_differ(paths, problems);
    }

    ensure_tables_are_read(&files, problems);
    maps::ensure_outlines_fit(&elections, &contours, &files, problems);

    // Slugs decide between equal dates, so that the order never depends on the file system.
    articles.sort_by(|a, b| (b.date, &a.slug.value).cmp(&(a.date, &b.slug.value)));
    events.sort_by(|a, b| {
        (a.start.day, a.start.hour, &a.slug.value).cmp(&(b.start.day, b.start.hour, &b.slug.value))
    });
    elections.sort_by(|a, b| (b.last_day(), &a.slug.value).cmp(&(a.last_day(), &b.slug.value)));

    partial_sums::find_communes(&mut elections);

    let content = Content { settings, articles, events, texts, elections, media, contours };
    links::ensure_all_lead_somewhere(&references, &content, &files, problems);
    content
}

/// Ensure every table is called as one and lies beside its election: others would not be read.
fn ensure_tables_are_read(files: &files::Files, problems: &mut Problems) {
    for path in &files.tables {
        let election = path.parent().unwrap_or(path).with_extension("json");
        if !files.results.contains(&election) {
            let title = format!("there is no election `{}`", election.display());
            let help = "write the election’s own file, or correct the name of the folder";
            problems.add_for_file(path, title, help);
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !tables::is_table(name) {
            let help = "tables are round-1-communes.csv, round-1-communes-candidates.csv, \
                        round-1-candidates.csv and the like (docs/import.md)";
            problems.add_for_file(path, "this is not the name of a table", help);
        }
    }
}

/// Ensure no two pages of one kind have the same address.
fn ensure_names_differ(paths: &[PathBuf], problems: &mut Problems) {
    let mut seen: BTreeMap<_, &PathBuf> = BTreeMap::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default();
        if let Some(first) = seen.insert(name, path) {
            problems.add_for_file(
                path,
                format!("the slug `{}` is taken by `{}`", name.display(), first.display()),
                "rename one of the two files: its name is the page's address",
            );
        }
    }
}
