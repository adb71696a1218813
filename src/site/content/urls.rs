//! Every URL that the site will have, looked up once: a large site has more links than pages.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::files::Files;
use super::{Content, Election, pages};
use crate::election::Levels;
use crate::route::{Articles, Feed, Route, SEARCH, Slug};
use crate::site::parse::fields::nearest;

/// The URLs of a content folder.
pub struct Urls<'a> {
    /// All but those of territories, of which there are many and to which few links lead. Those of files
    /// that could not be read are among them: that was reported already.
    pages: HashSet<Route>,
    lists_of_articles: BTreeMap<Articles, usize>,
    years_of_past_events: BTreeMap<i16, u32>,
    elections: HashMap<&'a Slug, Territories<'a>>,
}

/// The territories of an election, looked up when the first link leads to one of them.
struct Territories<'a> {
    election: &'a Election,
    /// The pages of territories, and those with their parts in a round before the last.
    slugs: OnceCell<HashSet<(String, Option<u8>)>>,
}

impl<'a> Urls<'a> {
    /// Looks everything up.
    pub fn of(content: &'a Content, files: &Files) -> Self {
        let territories = |election: &'a Election| {
            (&election.slug.value, Territories { election, slugs: OnceCell::new() })
        };
        Self {
            pages: files.routes().collect(),
            lists_of_articles: content.lists_of_articles(),
            years_of_past_events: content.years_of_past_events(),
            elections: content.elections.iter().map(territories).collect(),
        }
    }

    /// Whether the site will have this page. Lists always exist.
    pub fn have(&self, route: &Route) -> bool {
        match route {
            Route::Home | Route::Agenda | Route::Results => true,
            Route::News(list, page) => {
                let articles = self.lists_of_articles.get(list);
                articles.is_some_and(|articles| page.get() <= pages(*articles))
            }
            Route::AgendaYear(year) => self.years_of_past_events.contains_key(year),
            Route::Territory(election, territory) => self.have_territory(election, territory, None),
            Route::TerritoryRound(election, territory, round) => {
                self.have_territory(election, territory, Some(*round))
            }
            page => page.to_string() == SEARCH || self.pages.contains(page),
        }
    }

    /// Whether the site will have this feed. Lists always have theirs.
    pub fn have_feed(&self, feed: &Feed) -> bool {
        match feed {
            Feed::News | Feed::Results | Feed::Agenda => true,
            Feed::Category(slug) => {
                self.lists_of_articles.contains_key(&Articles::Category(slug.clone()))
            }
            Feed::Event(slug) => self.pages.contains(&Route::Event(slug.clone())),
        }
    }

    /// The page whose URL is most like this path.
    pub fn nearest(&self, path: &str) -> Option<String> {
        let mut pages: Vec<String> = self.pages.iter().map(Route::to_string).collect();
        pages.sort();
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        nearest(path, &pages).map(str::to_owned)
    }

    fn have_territory(&self, election: &Slug, territory: &Slug, round: Option<u8>) -> bool {
        match self.elections.get(election) {
            Some(election) => election.slugs().contains(&(territory.to_string(), round)),
            None => self.pages.contains(&Route::Election(election.clone())),
        }
    }
}

impl Territories<'_> {
    fn slugs(&self) -> &HashSet<(String, Option<u8>)> {
        self.slugs.get_or_init(|| {
            let pages = self.election.territories().map(|slug| (slug, None));
            let earlier = self.election.rounds.split_last().map_or(&[][..], |(_, earlier)| earlier);
            let earlier = earlier.iter().map(|round| round.number.value);
            let with_children = earlier.flat_map(|round| {
                let codes =
                    self.election.levels(round).map(Levels::with_children).unwrap_or_default();
                let places = self.election.places();
                let places = places.filter(move |it| codes.contains(&(it.level, it.code.clone())));
                places.map(move |place| (place.slug(), Some(round)))
            });
            pages.chain(with_children).collect()
        })
    }
}
