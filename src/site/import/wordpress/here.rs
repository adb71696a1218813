//! What is in the content folder already.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::message;
use crate::route::Route;
use crate::site::check;
use crate::site::content::alias::Alias;
use crate::site::content::files::list;
use crate::site::content::static_files::GENERATED;
use crate::site::parse::diagnostics::Problems;

/// What is here.
pub struct Here {
    /// The paths of pages.
    pages: BTreeSet<String>,
    /// Those that are not published yet.
    withheld: BTreeSet<String>,
    /// Old addresses that lead to a page, by their files.
    aliases: BTreeMap<String, Route>,
    /// The files at those addresses, and the folders in which they are.
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    /// By which clocks things are published.
    pub zone: TimeZone,
    /// What these show.
    pub now: DateTime,
}

impl Here {
    /// Looks at a content folder.
    ///
    /// # Errors
    /// Says that there is none, or that its settings cannot be read.
    pub fn read(content: &Path, now: Timestamp) -> anyhow::Result<Self> {
        anyhow::ensure!(
            content.join("site.json").is_file(),
            message!("wordpress-no-site", folder = content)
        );
        let mut problems = Problems::default();
        let found = check::read(content, now, &mut problems);
        let settings = found.settings.as_ref();
        let settings = settings.with_context(|| message!("wordpress-settings-wrong"))?;
        let zone = settings.time_zone.clone();
        let pages = list(content, &mut problems).routes().map(|it| it.to_string()).collect();
        let (aliases, files, folders) = Default::default();
        let now = zone.to_datetime(now);
        let withheld = found.withheld.keys().map(ToString::to_string).collect();
        let mut here = Self { pages, withheld, aliases, files, folders, zone, now };
        for moved in found.moved() {
            here.take_alias(&moved.from.0, &moved.to);
        }
        Ok(here)
    }

    /// Whether there is a page at a path.
    pub fn has(&self, path: &str) -> bool {
        self.pages.contains(path)
    }

    /// Whether a page is published.
    pub fn is_out(&self, path: &str) -> bool {
        self.has(path) && !self.withheld.contains(path)
    }

    /// Takes the path of a page.
    pub fn take(&mut self, path: &str) {
        self.pages.insert(path.to_owned());
    }

    /// The page to which an old address leads.
    pub fn moved(&self, address: &str) -> Option<&Route> {
        self.aliases.get(&Alias(address.to_owned()).file())
    }

    /// Takes an old address for a page, where nothing else is there.
    pub fn take_alias(&mut self, address: &str, to: &Route) -> bool {
        let file = Alias(address.to_owned()).file();
        let folders: Vec<String> =
            file.match_indices('/').skip(1).map(|(at, _)| file[..at].to_owned()).collect();
        let is_free = !self.is_taken(address)
            && !self.aliases.contains_key(&file)
            && !self.folders.contains(&file)
            && !folders.iter().any(|it| self.files.contains(it))
            && file.len() < 900
            && file.split('/').all(|name| name.len() < 200);
        if is_free {
            self.aliases.insert(file.clone(), to.clone());
            self.files.insert(file);
            self.folders.extend(folders);
        }
        is_free
    }

    /// Whether something else of the site is, or may be, at an address.
    fn is_taken(&self, address: &str) -> bool {
        let path = address.trim_end_matches('/');
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let route = Route::parse(&format!("{path}/"));
        let is_page = route.is_some_and(|it| match it {
            page @ (Route::Article(_) | Route::Text(_) | Route::Event(_)) => {
                self.pages.contains(&page.to_string())
            }
            _ => true,
        });
        is_page
            || GENERATED.contains(&first)
            || first.starts_with("urne-")
            || first.starts_with("sitemap-")
            || matches!(path, "/favicon.ico" | "/recherche")
    }
}
