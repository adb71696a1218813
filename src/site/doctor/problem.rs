//! What may be wrong with a published site, how it is fixed, and the report of it.

use std::collections::BTreeMap;
use std::fmt;

/// How many URLs are named for one kind of problem.
const NAMED: usize = 5;

/// A kind of problem, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No response.
    NoResponse,
    /// The URL of the site leads to another.
    Redirected,
    /// The site was built for another folder.
    Folder,
    /// A page that the site names is missing.
    Page,
    /// Its data is missing.
    Data,
    /// Code or a picture is missing.
    Asset,
    /// A link or a file that a page needs is not in the folder of the site.
    Outside,
    /// The host sends a policy that forbids the style of a page.
    Policy,
    /// Redirects that lead back to where they came from.
    RedirectLoop,
    /// The URL of a page without its closing slash.
    Slash,
    /// Status 200 for a URL that does not exist.
    SoftNotFound,
    /// Another page than `404.html`.
    NotFoundPage,
    /// The site states another URL as its own.
    Base,
    /// `robots.txt`, `sitemap.xml` or the feed.
    List,
    /// A MIME type that does not fit the extension.
    Type,
    /// No cache lifetime.
    NoCache,
    /// A file that changes is cached for long.
    CachedTooLong,
    /// Code is requested again at each visit.
    CachedTooShort,
    /// Text is sent uncompressed.
    Uncompressed,
    /// A compressed file has other content than the original.
    OtherCoding,
    /// A cache could send compressed content to clients that cannot read it.
    Vary,
    /// Connections are not always encrypted.
    NotHttps,
    /// A security header.
    Header(&'static str),
}

impl Kind {
    /// What is wrong, in a line.
    pub fn title(self) -> String {
        let title = match self {
            Self::NoResponse => "no response",
            Self::Redirected => "the URL of the site redirects to another site",
            Self::Folder => "the site was built for another folder of its host",
            Self::Page => "a page is missing",
            Self::Data => "the data of a page is missing",
            Self::Asset => "a file that a page needs is missing",
            Self::Outside => "a page leads out of the folder of the site",
            Self::Policy => {
                "the Content-Security-Policy of the host forbids the style or the loader of a page"
            }
            Self::RedirectLoop => "redirect loop",
            Self::Slash => "a URL without its trailing slash does not redirect to its page",
            Self::SoftNotFound => "an unknown URL is answered with status 200",
            Self::NotFoundPage => "an unknown URL is not answered with 404.html",
            Self::Base => "the site states another URL as its own",
            Self::List => "robots.txt, sitemap.xml or the feed is missing or unreadable",
            Self::Type => "wrong MIME type",
            Self::NoCache => "no cache lifetime",
            Self::CachedTooLong => "cache lifetime too long",
            Self::CachedTooShort => "cache lifetime too short",
            Self::Uncompressed => "text is sent uncompressed",
            Self::OtherCoding => "a compressed file has other content than the original",
            Self::Vary => "a compressed response lacks `Vary: Accept-Encoding`",
            Self::NotHttps => "the site is not always served over HTTPS",
            Self::Header(name) => return format!("a security header is missing: {name}"),
        };
        title.to_owned()
    }

    /// What to do about it.
    pub const fn help(self) -> &'static str {
        match self {
            Self::NoResponse => {
                "is the URL right, is the host running, is its certificate valid? Try it in a browser"
            }
            Self::Redirected => {
                "check that URL instead; it also belongs in `base` of content/site.json"
            }
            Self::Folder => "build it with `--public-url` and this folder, or check its own URL",
            Self::Page => "copy all of dist/ and have the host serve `x/index.html` at `/x/`",
            Self::Data => "copy dist/data/ as well: without it, links load whole pages or fail",
            Self::Asset => "copy the whole folder dist/ of one build, code before pages",
            Self::Outside => "build it with `--public-url` and this folder, and copy all of dist/",
            Self::Policy => "copy .htaccess and _headers of this build, or print the rules again",
            Self::RedirectLoop => {
                "two redirects contradict each other: remove one, usually that of slashes or `www`"
            }
            Self::Slash => "have the host redirect `/x` to `/x/` where a folder `x` exists",
            Self::SoftNotFound => {
                "remove the rule that serves index.html for every URL: this site has a file for \
                 each page"
            }
            Self::NotFoundPage => "name the 404.html of the site as the host's page for status 404",
            Self::Base => "write this host as `base` in content/site.json, build and copy again",
            Self::List => "copy the whole folder dist/: these files are at its root",
            Self::Type => "set the MIME type for this extension",
            Self::NoCache | Self::CachedTooLong | Self::CachedTooShort => {
                "set Cache-Control: a year and `immutable` for urne-….js and urne-…_bg.wasm, a \
                 minute for pages and data"
            }
            Self::Uncompressed => "copy the files .br and .gz too and have the host send them",
            Self::OtherCoding => "copy the files .br and .gz of the same build as their files",
            Self::Vary => "send `Vary: Accept-Encoding` with whatever may be compressed",
            Self::NotHttps => "get a certificate for the host and redirect http:// to https://",
            Self::Header(_) => {
                "send it with every response, errors too: it is among the rules of each host"
            }
        }
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Its kind.
    pub kind: Kind,
    /// The path at which it was found.
    pub path: String,
    /// What was found, and what was expected.
    pub found: String,
}

impl Problem {
    /// A problem at a path.
    pub fn new(kind: Kind, path: &str, found: impl Into<String>) -> Self {
        Self { kind, path: path.to_owned(), found: found.into() }
    }
}

/// All that was found out about a site.
#[derive(Debug, Default)]
pub struct Report {
    /// The URL of the site.
    pub base: String,
    /// Pages in its sitemap.
    pub pages: usize,
    /// Pages that were checked.
    pub seen: usize,
    /// Other files that were checked.
    pub files: usize,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut kinds: BTreeMap<Kind, Vec<&Problem>> = BTreeMap::new();
        for problem in &self.problems {
            kinds.entry(problem.kind).or_default().push(problem);
        }
        for (kind, problems) in &mut kinds {
            problems.sort();
            writeln!(f, "error: {}", kind.title())?;
            for problem in problems.iter().take(NAMED) {
                writeln!(f, "  --> {}{}: {}", self.base, problem.path, problem.found)?;
            }
            if problems.len() > NAMED {
                writeln!(f, "  … and {} more", problems.len() - NAMED)?;
            }
            writeln!(f, "   = help: {}\n", kind.help())?;
        }
        let Self { base, pages, seen, files, .. } = self;
        write!(f, "{base}: {seen} of {pages} pages and {files} other files checked; ")?;
        match kinds.len() {
            0 => writeln!(f, "no problem was found."),
            1 => writeln!(f, "1 kind of problem was found."),
            kinds => writeln!(f, "{kinds} kinds of problems were found."),
        }?;
        if kinds.is_empty() {
            return Ok(());
        }
        writeln!(f, "docs/deploy.md says how each host is set up; some hosts cannot send headers.")
    }
}
