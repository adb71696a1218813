//! What may be wrong with a published site, how it is fixed, and the report of it.

use std::collections::BTreeMap;
use std::fmt;

use crate::message;
use crate::site::messages::Message;

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
    /// A page with more bytes of pictures than a phone should wait for.
    Heavy,
    /// Connections are not always encrypted.
    NotHttps,
    /// None of the rules of the site for its host is applied.
    NoRules,
    /// A security header.
    Header(&'static str),
}

impl Kind {
    /// What is wrong, in a line.
    pub fn title(self) -> Message {
        match self {
            Self::NoResponse => message!("doctor-no-response"),
            Self::Redirected => message!("doctor-redirected"),
            Self::Folder => message!("doctor-folder"),
            Self::Page => message!("doctor-page"),
            Self::Data => message!("doctor-data"),
            Self::Asset => message!("doctor-asset"),
            Self::Outside => message!("doctor-outside"),
            Self::Policy => message!("doctor-policy"),
            Self::RedirectLoop => message!("doctor-redirect-loop"),
            Self::Slash => message!("doctor-slash"),
            Self::SoftNotFound => message!("doctor-soft-not-found"),
            Self::NotFoundPage => message!("doctor-not-found-page"),
            Self::Base => message!("doctor-base"),
            Self::List => message!("doctor-list"),
            Self::Type => message!("doctor-type"),
            Self::NoCache => message!("doctor-no-cache"),
            Self::CachedTooLong => message!("doctor-cached-too-long"),
            Self::CachedTooShort => message!("doctor-cached-too-short"),
            Self::Uncompressed => message!("doctor-uncompressed"),
            Self::OtherCoding => message!("doctor-other-coding"),
            Self::Vary => message!("doctor-vary"),
            Self::Heavy => message!("doctor-heavy"),
            Self::NotHttps => message!("doctor-not-https"),
            Self::NoRules => message!("doctor-no-rules"),
            Self::Header(name) => message!("doctor-header", name = name),
        }
    }

    /// What to do about it.
    pub const fn help(self) -> Message {
        match self {
            Self::NoResponse => message!("doctor-no-response-help"),
            Self::Redirected => message!("doctor-redirected-help"),
            Self::Folder => message!("doctor-folder-help"),
            Self::Page => message!("doctor-page-help"),
            Self::Data => message!("doctor-data-help"),
            Self::Asset => message!("doctor-asset-help"),
            Self::Outside => message!("doctor-outside-help"),
            Self::Policy => message!("doctor-policy-help"),
            Self::RedirectLoop => message!("doctor-redirect-loop-help"),
            Self::Slash => message!("doctor-slash-help"),
            Self::SoftNotFound => message!("doctor-soft-not-found-help"),
            Self::NotFoundPage => message!("doctor-not-found-page-help"),
            Self::Base => message!("doctor-base-help"),
            Self::List => message!("doctor-list-help"),
            Self::Type => message!("doctor-type-help"),
            Self::NoCache | Self::CachedTooLong | Self::CachedTooShort => {
                message!("doctor-cache-help")
            }
            Self::Uncompressed => message!("doctor-uncompressed-help"),
            Self::OtherCoding => message!("doctor-other-coding-help"),
            Self::Vary => message!("doctor-vary-help"),
            Self::Heavy => message!("doctor-heavy-help"),
            Self::NotHttps => message!("doctor-not-https-help"),
            Self::NoRules => message!("doctor-no-rules-help"),
            Self::Header(_) => message!("doctor-header-help"),
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
    pub fn new(kind: Kind, path: &str, found: impl fmt::Display) -> Self {
        Self { kind, path: path.to_owned(), found: found.to_string() }
    }
}

/// What was found where something else was expected.
pub fn expected(found: impl Into<Message>, expected: impl Into<Message>) -> Message {
    let (found, expected): (Message, Message) = (found.into(), expected.into());
    message!("doctor-expected", found = found, expected = expected)
}

/// What leads elsewhere than below a URL.
pub fn expected_below(base: &str, found: impl Into<Message>) -> Message {
    let found: Message = found.into();
    message!("doctor-expected-below", found = found, base = format!("{base}/"))
}

/// What was found, or that nothing was.
pub fn or_nothing(found: Option<&str>) -> Message {
    found.map_or(message!("doctor-nothing"), Message::from)
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
            writeln!(f, "{}: {}", message!("check-error"), kind.title())?;
            for problem in problems.iter().take(NAMED) {
                writeln!(f, "  --> {}{}: {}", self.base, problem.path, problem.found)?;
            }
            if problems.len() > NAMED {
                writeln!(f, "  {}", message!("doctor-more", count = problems.len() - NAMED))?;
            }
            writeln!(f, "   = {}: {}\n", message!("check-help"), kind.help())?;
        }
        let checked = message!(
            "doctor-checked",
            base = self.base.as_str(),
            seen = self.seen,
            pages = self.pages,
            files = self.files,
            kinds = kinds.len(),
        );
        writeln!(f, "{checked}")?;
        if kinds.is_empty() {
            return Ok(());
        }
        writeln!(f, "{}", message!("doctor-guide"))
    }
}
