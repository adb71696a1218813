//! Every URL of the site: one type that parses and prints them all.

use std::fmt;
use std::num::NonZeroU32;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// The folder of its host in which the site is: nothing for the root of a host, else `/conflans`.
static FOLDER: OnceLock<String> = OnceLock::new();

/// Sets the folder of its host in which the site is. It is set once, before any URL is printed;
/// unset, it is the root of the host.
pub fn set_base_path(folder: &str) {
    // Whoever sets it again sets the same: a process has one site.
    let _ = FOLDER.set(folder.trim_end_matches('/').to_owned());
}

/// The folder of its host in which the site is, without a closing slash.
pub fn folder() -> &'static str {
    FOLDER.get().map_or("", String::as_str)
}

/// Where a path on the site, such as `/feed.xml`, is on its host.
pub fn href(path: &str) -> String {
    format!("{}{path}", folder())
}

/// Where the icon of the site is.
pub const ICON: &str = "/icon.svg";

/// Where the search is: a page of text that the build writes.
pub const SEARCH: &str = "/recherche/";

/// What a host sends for URLs that have no page.
pub const NOT_FOUND: &str = "/404.html";

/// The folder of what other sites may show in their pages.
pub const EMBEDS: &str = "integrer";

/// The folder of the figures of an election, in that of its page.
pub const DATA: &str = "donnees";

/// The folder of a poster, in that of its page.
const POSTER: &str = "affiche";

/// The part of a URL that names one thing: lower-case letters, digits and single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

impl Slug {
    /// Takes a well-formed slug.
    ///
    /// ```
    /// use urne::route::Slug;
    /// assert!(Slug::new("mise-au-point").is_some());
    /// assert!(Slug::new("Mise au point").is_none());
    /// ```
    pub fn new(text: &str) -> Option<Self> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let well_formed = text.split('-').all(|word| !word.is_empty() && word.chars().all(allowed));
        well_formed.then(|| Self(text.to_owned()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text).ok_or("a slug has lower-case letters, digits and single hyphens only")
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which articles a list of news has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Articles {
    /// Every article: `/actualites/`
    All,
    /// Those of a category: `/actualites/categorie/<slug>/`
    Category(Slug),
    /// Those of a year: `/actualites/annee/<year>/`
    Year(i16),
}

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// `/`
    Home,
    /// A list of articles, then `…/page/2/` and so on.
    News(Articles, NonZeroU32),
    /// `/actualites/<slug>/`
    Article(Slug),
    /// `/evenements/`
    Agenda,
    /// `/evenements/annee/<year>/`: the past events of a year.
    AgendaYear(i16),
    /// `/evenements/<slug>/`
    Event(Slug),
    /// `/resultats/`
    Results,
    /// `/resultats/<election>/`
    Election(Slug),
    /// `/resultats/<election>/<territory>/`
    Territory(Slug, Slug),
    /// `/resultats/<election>/<territory>/tour-<n>/`: the smaller territories of an earlier round.
    TerritoryRound(Slug, Slug, u8),
    /// `/<slug>/`: a page of text, such as the legal notice.
    Text(Slug),
}

impl Route {
    /// The first page of the news.
    pub const NEWS: Self = Self::News(Articles::All, NonZeroU32::MIN);

    /// Reads a path; `None` when no page of the site could have it.
    ///
    /// URLs end with a slash, and each page has exactly one.
    pub fn parse(path: &str) -> Option<Self> {
        let path = path.strip_prefix('/')?;
        if path.is_empty() {
            return Some(Self::Home);
        }
        let segments: Vec<&str> = path.strip_suffix('/')?.split('/').collect();
        match segments[..] {
            ["actualites", slug] => Slug::new(slug).map(Self::Article),
            ["actualites", ref list @ .., "page", number] => {
                let page = number.parse().ok().filter(|page: &NonZeroU32| page.get() > 1)?;
                (page.to_string() == number).then_some(Self::News(articles(list)?, page))
            }
            ["actualites", ref list @ ..] => Some(Self::News(articles(list)?, NonZeroU32::MIN)),
            ["evenements"] => Some(Self::Agenda),
            ["evenements", "annee", number] => year(number).map(Self::AgendaYear),
            ["evenements", slug] => Slug::new(slug).map(Self::Event),
            ["resultats"] => Some(Self::Results),
            ["resultats", slug] => Slug::new(slug).map(Self::Election),
            // What is printed is no page of the app.
            ["resultats", _, POSTER] => None,
            ["resultats", election, territory] => {
                Some(Self::Territory(Slug::new(election)?, Slug::new(territory)?))
            }
            ["resultats", election, territory, round] => {
                let round = match round.strip_prefix("tour-")? {
                    "1" => 1,
                    "2" => 2,
                    _ => return None,
                };
                Some(Self::TerritoryRound(Slug::new(election)?, Slug::new(territory)?, round))
            }
            [slug] => Slug::new(slug).map(Self::Text),
            _ => None,
        }
    }

    /// Where the result is that other sites show in a page of theirs: in a folder of its own, because hosts let other
    /// sites show what is in it, and nothing else.
    pub fn embed(&self) -> Option<String> {
        match self {
            Self::Election(election) => Some(format!("/{EMBEDS}/{election}/")),
            Self::Territory(election, place) => Some(format!("/{EMBEDS}/{election}/{place}/")),
            _ => None,
        }
    }

    /// Where the page is made to be printed and put up.
    pub fn poster(&self) -> String {
        format!("{self}{POSTER}/")
    }

    /// The election to which the page belongs.
    pub fn election(&self) -> Option<&Slug> {
        match self {
            Self::Election(election)
            | Self::Territory(election, _)
            | Self::TerritoryRound(election, ..) => Some(election),
            _ => None,
        }
    }

    /// Reads a URL on the host; `None` when no page of the site could have it.
    pub fn at(path: &str) -> Option<Self> {
        Self::parse(path.strip_prefix(folder())?)
    }

    /// Where the page is on its host: what links say.
    pub fn href(&self) -> String {
        href(&self.to_string())
    }

    /// The file with the data of this page, as a path on the site.
    pub fn data(&self) -> String {
        match self {
            Self::Home => "/data/index.json".to_owned(),
            _ => format!("/data{}.json", self.to_string().trim_end_matches('/')),
        }
    }
}

/// Which articles the list has that has these segments of a path below the news.
fn articles(list: &[&str]) -> Option<Articles> {
    match list {
        [] => Some(Articles::All),
        ["categorie", slug] => Slug::new(slug).map(Articles::Category),
        ["annee", number] => year(number).map(Articles::Year),
        _ => None,
    }
}

/// A year of four digits.
fn year(number: &str) -> Option<i16> {
    let year = number.parse().ok().filter(|year| (1000..=9999).contains(year))?;
    (number.len() == 4).then_some(year)
}

/// Prints the path on the site, from `/` to the closing slash.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::News(articles, page) => {
                match articles {
                    Articles::All => f.write_str("/actualites/")?,
                    Articles::Category(slug) => write!(f, "/actualites/categorie/{slug}/")?,
                    Articles::Year(year) => write!(f, "/actualites/annee/{year}/")?,
                }
                if page.get() > 1 { write!(f, "page/{page}/") } else { Ok(()) }
            }
            Self::Article(slug) => write!(f, "/actualites/{slug}/"),
            Self::Agenda => f.write_str("/evenements/"),
            Self::AgendaYear(year) => write!(f, "/evenements/annee/{year}/"),
            Self::Event(slug) => write!(f, "/evenements/{slug}/"),
            Self::Results => f.write_str("/resultats/"),
            Self::Election(slug) => write!(f, "/resultats/{slug}/"),
            Self::Territory(election, territory) => write!(f, "/resultats/{election}/{territory}/"),
            Self::TerritoryRound(election, territory, round) => {
                write!(f, "/resultats/{election}/{territory}/tour-{round}/")
            }
            Self::Text(slug) => write!(f, "/{slug}/"),
        }
    }
}

/// A file that programs of readers ask for again and again: a feed, or a calendar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feed {
    /// `/feed.xml`: every article.
    News,
    /// `/actualites/categorie/<slug>/feed.xml`: the articles of a category.
    Category(Slug),
    /// `/resultats/feed.xml`
    Results,
    /// `/evenements/agenda.ics`: every event.
    Agenda,
    /// `/evenements/<slug>/<slug>.ics`: one event.
    Event(Slug),
}

impl Feed {
    /// Reads a path; `None` when no feed could have it.
    pub fn parse(path: &str) -> Option<Self> {
        match path.split('/').collect::<Vec<_>>()[..] {
            ["", "feed.xml"] => Some(Self::News),
            ["", "actualites", "categorie", slug, "feed.xml"] => {
                Slug::new(slug).map(Self::Category)
            }
            ["", "resultats", "feed.xml"] => Some(Self::Results),
            ["", "evenements", "agenda.ics"] => Some(Self::Agenda),
            ["", "evenements", slug, file] => {
                let is_its_own = file.strip_suffix(".ics") == Some(slug);
                Slug::new(slug).filter(|_| is_its_own).map(Self::Event)
            }
            _ => None,
        }
    }

    /// Where the file is on its host: what links say.
    pub fn href(&self) -> String {
        href(&self.to_string())
    }
}

/// Prints the path on the site.
impl fmt::Display for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::News => f.write_str("/feed.xml"),
            Self::Category(slug) => write!(f, "/actualites/categorie/{slug}/feed.xml"),
            Self::Results => f.write_str("/resultats/feed.xml"),
            Self::Agenda => f.write_str("/evenements/agenda.ics"),
            Self::Event(slug) => write!(f, "/evenements/{slug}/{slug}.ics"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind of URL, its data next to it. This list is the site map in one look.
    const PATHS: [(&str, &str); 17] = [
        ("/", "/data/index.json"),
        ("/actualites/", "/data/actualites.json"),
        ("/actualites/page/2/", "/data/actualites/page/2.json"),
        ("/actualites/mise-au-point/", "/data/actualites/mise-au-point.json"),
        ("/actualites/categorie/communiques/", "/data/actualites/categorie/communiques.json"),
        (
            "/actualites/categorie/communiques/page/2/",
            "/data/actualites/categorie/communiques/page/2.json",
        ),
        ("/actualites/categorie/page/", "/data/actualites/categorie/page.json"),
        ("/actualites/annee/2017/", "/data/actualites/annee/2017.json"),
        ("/actualites/annee/2017/page/3/", "/data/actualites/annee/2017/page/3.json"),
        ("/evenements/", "/data/evenements.json"),
        ("/evenements/annee/2017/", "/data/evenements/annee/2017.json"),
        ("/evenements/soiree-michel-rocard/", "/data/evenements/soiree-michel-rocard.json"),
        ("/resultats/", "/data/resultats.json"),
        ("/resultats/primaires-citoyennes-2017/", "/data/resultats/primaires-citoyennes-2017.json"),
        (
            "/resultats/presidentielle-2017/78-yvelines/",
            "/data/resultats/presidentielle-2017/78-yvelines.json",
        ),
        (
            "/resultats/presidentielle-2017/78-yvelines/tour-1/",
            "/data/resultats/presidentielle-2017/78-yvelines/tour-1.json",
        ),
        ("/mentions-legales/", "/data/mentions-legales.json"),
    ];

    #[test]
    fn paths_parse_and_print_themselves() {
        for (path, data) in PATHS {
            let route = Route::parse(path).unwrap_or_else(|| panic!("{path} is a page"));
            assert_eq!(route.to_string(), path);
            assert_eq!(route.data(), data);
        }
    }

    #[test]
    fn feeds_parse_and_print_themselves() {
        for path in [
            "/feed.xml",
            "/actualites/categorie/vie-locale/feed.xml",
            "/resultats/feed.xml",
            "/evenements/agenda.ics",
            "/evenements/fete/fete.ics",
        ] {
            let feed = Feed::parse(path).unwrap_or_else(|| panic!("{path} is a feed"));
            assert_eq!(feed.to_string(), path);
            assert_eq!(Route::parse(path), None, "no page is there");
        }
        for path in ["feed.xml", "/feed.xml/", "/evenements/fete/autre.ics", "/evenements/fete.ics"]
        {
            assert_eq!(Feed::parse(path), None, "{path}");
        }
    }

    #[test]
    fn other_paths_are_no_page() {
        for path in [
            "",
            "actualites/",
            "/actualites",
            "//",
            "/actualites//",
            "/actualites/page/",
            "/actualites/page/1/",
            "/actualites/page/02/",
            "/actualites/page/0/",
            "/actualites/page/-1/",
            "/actualites/Majuscule/",
            "/actualites/annee/17/",
            "/actualites/annee/+2017/",
            "/actualites/annee/02017/",
            "/actualites/annee/2017/page/1/",
            "/actualites/categorie/a/b/",
            "/evenements/annee/0017/",
            "/evenements/annee/x/",
            "/resultats/a/B/",
            "/resultats/a/b/c/",
            "/resultats/a/b/tour-3/",
            "/resultats/a/affiche/",
            "/evenements/a/affiche/",
            "/integrer/a/",
            "/é/",
            "/a--b/",
            "/..%2f/",
        ] {
            // `/actualites/page/` would be an article called « page ».
            let found = Route::parse(path);
            let expected = (path == "/actualites/page/")
                .then(|| Slug::new("page").map(Route::Article))
                .flatten();
            assert_eq!(found, expected, "{path}");
        }
    }
}
