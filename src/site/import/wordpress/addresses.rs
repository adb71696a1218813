//! Where the addresses of the old site lead here.

use std::collections::{BTreeSet, HashMap};

use url::Url;

use super::uploads::Uploads;
use crate::route::{Articles, Route, SEARCH, Slug};

/// A page here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path.
    pub path: String,
    /// Whether readers see it.
    pub is_out: bool,
    /// Its title.
    pub title: String,
}

/// The old site.
#[derive(Default)]
pub struct Addresses {
    base: Option<Url>,
    hosts: BTreeSet<String>,
    by_path: HashMap<String, Page>,
    by_id: HashMap<u64, Page>,
    /// Where the files are that had a page of their own, by the path and the number of that.
    files_by_path: HashMap<String, String>,
    files_by_id: HashMap<u64, String>,
    /// The categories that have articles here, by their old names in addresses.
    pub categories: HashMap<String, Slug>,
    /// The years that have articles here.
    pub years: BTreeSet<i16>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a page here.
    Page(Page),
    /// To a file, by its key among the uploads.
    File(String),
    /// To a file that is not here, with where it was.
    FileMissing(String),
    /// To somewhere else.
    Elsewhere(String),
    /// To an old address at which nothing is.
    Lost(String),
    /// To a place in the same text.
    Anchor(String),
    /// To nothing that a link may lead to.
    Nowhere,
}

impl Addresses {
    /// The old site with these addresses.
    pub fn of(addresses: &[String]) -> Self {
        let urls: Vec<Url> = addresses.iter().filter_map(|it| web(it)).collect();
        let hosts = urls.iter().filter_map(host).collect();
        let base = urls.into_iter().next().map(|mut url| {
            url.set_query(None);
            if !url.path().ends_with('/') {
                url.set_path(&format!("{}/", url.path()));
            }
            url
        });
        Self { base, hosts, ..Self::default() }
    }

    /// Remembers a page by its old address and its number.
    pub fn add(&mut self, link: &str, id: u64, page: &Page) {
        if let Some(path) = self.absolute(link).and_then(|url| self.path(&url)) {
            self.by_path.entry(path).or_insert_with(|| page.clone());
        }
        if id > 0 {
            self.by_id.entry(id).or_insert_with(|| page.clone());
        }
    }

    /// Remembers a file by the address and the number of the page that it had.
    pub fn add_file(&mut self, link: &str, id: u64, address: &str) {
        if let Some(path) = self.absolute(link).and_then(|url| self.path(&url)) {
            self.files_by_path.entry(path).or_insert_with(|| address.to_owned());
        }
        self.files_by_id.entry(id).or_insert_with(|| address.to_owned());
    }

    /// An address of the old site, whole.
    pub fn absolute(&self, written: &str) -> Option<Url> {
        let written = written.trim();
        match &self.base {
            Some(base) => base.join(written).ok(),
            None => Url::parse(written).ok(),
        }
    }

    /// Whether an address is one of the old site.
    pub fn is_ours(&self, url: &Url) -> bool {
        host(url).is_some_and(|it| self.hosts.contains(&it))
    }

    /// The path of an address of the old site that says which page it is; nothing for one that needs its query.
    fn path(&self, url: &Url) -> Option<String> {
        let path = percent_encoding::percent_decode_str(url.path()).decode_utf8_lossy();
        let path = path.trim_matches('/').to_lowercase();
        (url.query().is_none() && self.is_ours(url) && !path.is_empty()).then_some(path)
    }

    /// Where a link leads that was written on a page of the old site.
    pub fn target(&self, written: &str, page: &str, uploads: &Uploads) -> Target {
        let written = written.trim();
        if let Some(anchor) = written.strip_prefix('#') {
            return Target::Anchor(anchor.to_owned());
        }
        if written.is_empty() {
            return Target::Nowhere;
        }
        let from = self.absolute(page);
        let url = match &from {
            Some(from) => from.join(written).ok(),
            None => Url::parse(written).ok(),
        };
        let Some(url) = url else { return Target::Nowhere };
        match url.scheme() {
            "mailto" | "tel" if url.path().len() > 1 => return Target::Elsewhere(plain(&url)),
            "http" | "https" if url.host_str().is_some_and(|it| !it.is_empty()) => {}
            _ => return Target::Nowhere,
        }
        if let Some(key) = self.upload(&url, uploads) {
            return key;
        }
        match self.is_ours(&url) {
            true => self.page(&url, from.as_ref(), uploads),
            false => Target::Elsewhere(plain(&url)),
        }
    }

    /// The file that an address of the old site, or of a host that keeps its files, means.
    fn upload(&self, url: &Url, uploads: &Uploads) -> Option<Target> {
        let address = url.as_str();
        let is_kept = host(url)
            .is_some_and(|it| it.ends_with(".files.wordpress.com") || it.ends_with(".wp.com"));
        let is_ours = self.is_ours(url) || uploads.by_address(address).is_some();
        if let Some(key) = uploads.find(address).filter(|_| is_ours || is_kept) {
            return Some(Target::File(key.to_owned()));
        }
        let is_upload = is_ours && (address.contains("/uploads/") || address.contains("/files/"));
        let is_file = is_kept || is_upload;
        is_file.then(|| Target::FileMissing(plain(url)))
    }

    /// The file whose page an address was.
    fn file(&self, address: Option<&String>, uploads: &Uploads) -> Option<Target> {
        self.upload(&self.absolute(address?)?, uploads)
    }

    /// Where an address leads by what it asks for.
    fn asked(&self, url: &Url, uploads: &Uploads) -> Option<Target> {
        let lost = || Target::Lost(plain(url));
        url.query_pairs().find_map(|(name, value)| {
            let id = value.parse().unwrap_or_default();
            match &*name {
                "p" | "page_id" | "attachment_id" | "post" | "preview_id" => {
                    let page = self.by_id.get(&id).map(|it| to(it.clone()));
                    let file = || self.file(self.files_by_id.get(&id), uploads);
                    Some(page.or_else(file).unwrap_or_else(lost))
                }
                "s" => Some(to(Page::out(SEARCH.to_owned()))),
                _ => None,
            }
        })
    }

    fn page(&self, url: &Url, from: Option<&Url>, uploads: &Uploads) -> Target {
        if let Some(target) = self.asked(url, uploads) {
            return target;
        }
        let mut bare = url.clone();
        bare.set_query(None);
        bare.set_fragment(None);
        if let (Some(anchor), Some(from)) = (url.fragment(), from)
            && *from == bare
        {
            return Target::Anchor(anchor.to_owned());
        }
        let Some(path) = self.path(&bare) else { return to(Page::out("/".to_owned())) };
        let found = shortenings(&path).into_iter().find_map(|it| self.by_path.get(&it));
        let page = found.cloned().or_else(|| self.list(&path));
        if page.is_none()
            && let Some(file) = self.file(self.files_by_path.get(&path), uploads)
        {
            return file;
        }
        let is_home = self.base.as_ref().and_then(|it| self.path(it)).as_deref() == Some(&path);
        match page {
            Some(page) => to(page),
            None if is_home => to(Page::out("/".to_owned())),
            None => Target::Lost(plain(url)),
        }
    }

    /// The list here that a list there has become.
    fn list(&self, path: &str) -> Option<Page> {
        let home = self.base.as_ref().and_then(|it| self.path(it)).unwrap_or_default();
        let path = path.strip_prefix(&home).unwrap_or(path).trim_matches('/');
        let names: Vec<&str> = path.split('/').collect();
        let route = match names[..] {
            ["feed"] => return Some(Page::out("/feed.xml".to_owned())),
            ["category" | "categorie" | "rubrique" | "categories", .., last] => {
                let slug = self.categories.get(last)?;
                Route::News(Articles::Category(slug.clone()), std::num::NonZeroU32::MIN)
            }
            [year] => {
                let year = year.parse().ok().filter(|it| self.years.contains(it))?;
                Route::News(Articles::Year(year), std::num::NonZeroU32::MIN)
            }
            _ => return None,
        };
        Some(Page::out(route.to_string()))
    }
}

impl Page {
    fn out(path: String) -> Self {
        Self { path, is_out: true, title: String::new() }
    }
}

const fn to(page: Page) -> Target {
    Target::Page(page)
}

/// An address of the web.
fn web(text: &str) -> Option<Url> {
    Url::parse(text.trim()).ok().filter(|it| it.scheme().starts_with("http") && it.has_host())
}

/// The host of an address, without `www.`.
fn host(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    let port = url.port().map(|it| format!(":{it}")).unwrap_or_default();
    Some(format!("{}{port}", host.strip_prefix("www.").unwrap_or(host)))
}

/// An address in letters that need no escape in a text.
fn plain(url: &Url) -> String {
    let escape = |letter: char| match letter {
        letter if letter.is_ascii_graphic() && !"\"<>`\\^{|}()*_[]'".contains(letter) => {
            letter.to_string()
        }
        // They are usual, and no Markdown in an address.
        '_' | '\'' => letter.to_string(),
        letter => {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")).collect()
        }
    };
    url.as_str().chars().map(escape).collect()
}

/// A path, and the same without what WordPress puts behind the address of a page: its feed, its second page.
fn shortenings(path: &str) -> Vec<String> {
    let mut all = vec![path.to_owned()];
    let mut rest = path;
    while let Some((before, last)) = rest.rsplit_once('/') {
        let is_part = matches!(last, "feed" | "amp" | "trackback" | "embed")
            || last.starts_with("comment-page-")
            || last.bytes().all(|it| it.is_ascii_digit());
        if !is_part {
            break;
        }
        all.push(before.to_owned());
        rest = before;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_addresses_lead_to_pages_here() {
        let mut old = Addresses::of(&["http://www.vieux.example/blog".to_owned()]);
        let page = Page { path: "/actualites/fete/".into(), is_out: true, title: "Fête".into() };
        old.add("http://www.vieux.example/blog/2017/01/fete/", 7, &page);
        old.years.insert(2017);
        old.categories.insert("vie-locale".into(), Slug::new("vie-locale").unwrap());
        let uploads = Uploads::default();
        let here = "http://www.vieux.example/blog/2016/02/autre/";
        let target = |link: &str| old.target(link, here, &uploads);
        for link in [
            "https://vieux.example/blog/2017/01/fete/",
            "http://vieux.example/blog/2017/01/fete/feed/#comments",
            "/blog/2017/01/fete",
            "../../../2017/01/fete/",
            "?p=7",
            "//www.vieux.example/blog/?p=7&preview=true",
        ] {
            assert_eq!(target(link), Target::Page(page.clone()), "{link}");
        }
        for (link, path) in [
            ("/blog/", "/"),
            ("/blog/2017/", "/actualites/annee/2017/"),
            ("/blog/category/a/vie-locale/", "/actualites/categorie/vie-locale/"),
            ("/blog/?s=x", "/recherche/"),
        ] {
            assert_eq!(target(link), Target::Page(Page::out(path.into())), "{link}");
        }
        assert!(matches!(target("/blog/rien/"), Target::Lost(_)));
        assert!(matches!(target("/blog/?p=8"), Target::Lost(_)));
        assert!(matches!(target("/blog/wp-content/uploads/a.pdf"), Target::FileMissing(_)));
        assert_eq!(target("#suite"), Target::Anchor("suite".into()));
        for link in ["javascript:alert(1)", "data:text/html,x", "", "http://", "mailto:"] {
            assert_eq!(target(link), Target::Nowhere, "{link}");
        }
        let elsewhere = "https://ailleurs.example/a%20b%22?c=d%28e%29";
        assert_eq!(
            target("https://ailleurs.example/a b\"?c=d(e)"),
            Target::Elsewhere(elsewhere.into())
        );
    }
}
