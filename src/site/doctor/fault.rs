//! What may be wrong with a published site, how it is mended, and the report of it.

use std::collections::BTreeMap;
use std::fmt;

/// How many addresses are named for one kind of fault.
const NAMED: usize = 5;

/// A kind of fault, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No answer.
    Silence,
    /// The address of the site leads to another.
    Elsewhere,
    /// The site was built for another folder.
    Folder,
    /// A page that the site names does not come.
    Page,
    /// Its data does not come.
    Data,
    /// Code or a picture does not come.
    Asset,
    /// A link or a file that a page needs is not in the folder of the site.
    Outside,
    /// The host sends a policy that forbids the style of a page.
    Policy,
    /// A redirect leads back to where it came from.
    Circle,
    /// The address of a page without its closing slash.
    Slash,
    /// Status 200 for an address that does not exist.
    SoftNotFound,
    /// Another page than `404.html`.
    NotFoundPage,
    /// The site calls itself by another address.
    Base,
    /// `robots.txt`, `sitemap.xml` or the feed.
    List,
    /// A type that its ending does not have.
    Type,
    /// Nothing says how long a file may be kept.
    NoCache,
    /// A file that changes is kept for long.
    KeptTooLong,
    /// Code is asked for again at each visit.
    KeptTooShort,
    /// Text is sent as it is.
    Plain,
    /// What is sent compressed is another file.
    OtherCoding,
    /// A cache could send what is compressed to who cannot read it.
    Vary,
    /// Anyone between may read along and change.
    Transport,
    /// A security header.
    Header(&'static str),
}

impl Kind {
    /// What is wrong, in a line.
    pub fn title(self) -> String {
        let title = match self {
            Self::Silence => "no answer",
            Self::Elsewhere => "the address of the site leads elsewhere",
            Self::Folder => "the site was built for another folder of its host",
            Self::Page => "a page is missing",
            Self::Data => "the data of a page is missing",
            Self::Asset => "a file that a page needs is missing",
            Self::Outside => "a page leads out of the folder of the site",
            Self::Policy => {
                "the policy that the host sends forbids the style or the loader of a page"
            }
            Self::Circle => "an address leads round in circles",
            Self::Slash => "an address without its closing slash does not lead to its page",
            Self::SoftNotFound => "an unknown address is answered as if it were a page",
            Self::NotFoundPage => "an unknown address is not answered with 404.html",
            Self::Base => "the site calls itself by another address",
            Self::List => "a list for readers and search engines is missing or unreadable",
            Self::Type => "a file is sent as another type",
            Self::NoCache => "nothing says how long a file may be kept",
            Self::KeptTooLong => "a file that changes is kept too long",
            Self::KeptTooShort => "code is not kept for ever",
            Self::Plain => "text is sent uncompressed",
            Self::OtherCoding => "the compressed file is not the file",
            Self::Vary => "a compressed answer does not say so to caches between",
            Self::Transport => "the site is not always sent over HTTPS",
            Self::Header(name) => return format!("a security header is missing: {name}"),
        };
        title.to_owned()
    }

    /// What to do about it.
    pub const fn help(self) -> &'static str {
        match self {
            Self::Silence => {
                "is the address right, does the host run, is its certificate valid? Try it in a browser"
            }
            Self::Elsewhere => "examine that address; it is also the `base` of content/site.json",
            Self::Folder => {
                "build it with `--public-url` and this folder, or examine its own address"
            }
            Self::Page => "copy all of dist/ and have the host answer `/x/` with `x/index.html`",
            Self::Data => "copy dist/data/ as well: without it, links load whole pages or fail",
            Self::Asset => "copy the whole folder dist/ of one build, code before pages",
            Self::Outside => "build it with `--public-url` and this folder, and copy all of dist/",
            Self::Policy => "copy .htaccess and _headers of this build, or print the rules anew",
            Self::Circle => {
                "two rules contradict each other: remove one, usually that of slashes or `www`"
            }
            Self::Slash => "have the host send `/x` to `/x/` where a folder `x` exists",
            Self::SoftNotFound => {
                "remove the rule that answers everything with index.html: this site has a file for \
                 each page"
            }
            Self::NotFoundPage => "name the 404.html of the site as the host's page for status 404",
            Self::Base => "write this host as `base` in content/site.json, build and copy again",
            Self::List => "copy the whole folder dist/: these files are at its root",
            Self::Type => "teach the host the type of that ending",
            Self::NoCache | Self::KeptTooLong | Self::KeptTooShort => {
                "set Cache-Control: a year and `immutable` for urne-….js and urne-…_bg.wasm, a \
                 minute for pages and data"
            }
            Self::Plain => "copy the files .br and .gz too and have the host send them",
            Self::OtherCoding => "copy the files .br and .gz of the same build as their files",
            Self::Vary => "send `Vary: Accept-Encoding` with what may be compressed",
            Self::Transport => "get a certificate for the host and send http:// to https://",
            Self::Header(_) => {
                "send it with every answer, errors too: it is among the rules of each host"
            }
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Its kind.
    pub kind: Kind,
    /// The path at which it was found.
    pub path: String,
    /// What was found, and what was expected.
    pub found: String,
}

impl Fault {
    /// A fault at a path.
    pub fn new(kind: Kind, path: &str, found: impl Into<String>) -> Self {
        Self { kind, path: path.to_owned(), found: found.into() }
    }
}

/// All that was found out about a site.
#[derive(Debug, Default)]
pub struct Report {
    /// The address of the site.
    pub base: String,
    /// Pages in its sitemap.
    pub pages: usize,
    /// Pages that were looked at.
    pub seen: usize,
    /// Other files that were looked at.
    pub files: usize,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut kinds: BTreeMap<Kind, Vec<&Fault>> = BTreeMap::new();
        for fault in &self.faults {
            kinds.entry(fault.kind).or_default().push(fault);
        }
        for (kind, faults) in &mut kinds {
            faults.sort();
            writeln!(f, "error: {}", kind.title())?;
            for fault in faults.iter().take(NAMED) {
                writeln!(f, "  --> {}{}: {}", self.base, fault.path, fault.found)?;
            }
            if faults.len() > NAMED {
                writeln!(f, "  … and {} more", faults.len() - NAMED)?;
            }
            writeln!(f, "   = help: {}\n", kind.help())?;
        }
        let Self { base, pages, seen, files, .. } = self;
        write!(f, "{base}: {seen} of {pages} pages and {files} other files looked at; ")?;
        match kinds.len() {
            0 => writeln!(f, "no fault was found."),
            1 => writeln!(f, "1 kind of fault was found."),
            kinds => writeln!(f, "{kinds} kinds of faults were found."),
        }?;
        if kinds.is_empty() {
            return Ok(());
        }
        writeln!(f, "docs/deploy.md says how each host is set up; some hosts cannot send headers.")
    }
}
