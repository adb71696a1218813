//! What an export of WordPress (WXR) holds: the site, and its items as they are.

use std::collections::HashMap;

use lazy_regex::regex_is_match;
use roxmltree::{Document, Error, Node};

use super::source::{Text, of_the_file, place};
use crate::message;
use crate::site::import::results::Problem;

/// An export.
pub struct Export {
    /// The addresses of the site.
    pub addresses: Vec<String>,
    /// The names of authors as readers see them, by those under which they log in.
    pub authors: HashMap<String, String>,
    /// Every category: its number, its name in addresses, its name.
    pub categories: Vec<(String, String, String)>,
    /// How many tags and other terms are listed.
    pub terms: usize,
    /// How many control characters were left out.
    pub controls: usize,
    /// What it holds, in its order.
    pub items: Vec<Item>,
}

/// A post, a page, a file or anything else.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its line in the file.
    pub line: usize,
    /// `title`
    pub title: String,
    /// Where it was.
    pub link: String,
    /// What names it for ever.
    pub guid: String,
    /// Its author’s name for logging in.
    pub creator: String,
    /// Its text.
    pub content: String,
    /// Its summary.
    pub excerpt: String,
    /// Its number.
    pub id: u64,
    /// When it was published, by the clocks of the site.
    pub date: String,
    /// The same in UTC.
    pub date_gmt: String,
    /// Its name in addresses.
    pub name: String,
    /// `publish`, `draft` …
    pub status: String,
    /// The number of the item that it is below.
    pub parent: u64,
    /// Its place in menus.
    pub order: u16,
    /// `post`, `page`, `attachment` …
    pub kind: String,
    /// Whether readers are asked for a password.
    pub has_password: bool,
    /// Whether it stays on top of lists.
    pub is_sticky: bool,
    /// Its terms: the taxonomy, the name in addresses, the name.
    pub terms: Vec<(String, String, String)>,
    /// Its fields.
    pub meta: Vec<(String, String)>,
    /// The kinds of its comments: empty for one of a reader.
    pub comments: Vec<String>,
    /// Where its file is, of an attachment.
    pub file: String,
}

impl Item {
    /// A field by its name.
    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.meta.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The names of its terms in a taxonomy.
    pub fn terms_of<'i>(&'i self, taxonomy: &'i str) -> impl Iterator<Item = (&'i str, &'i str)> {
        let of = self.terms.iter().filter(move |(it, ..)| it == taxonomy);
        of.map(|(_, slug, name)| (slug.as_str(), name.as_str()))
    }
}

/// The part of WXR to which a name belongs.
#[derive(Clone, Copy)]
enum Space {
    /// RSS itself.
    Rss,
    /// `wp:`
    WordPress,
    /// `excerpt:`
    Excerpt,
    /// `content:`
    Content,
    /// `dc:`
    DublinCore,
}

/// Reads the XML.
///
/// # Errors
/// Says where it is wrong, or that it is no export of WordPress.
pub fn read(text: &Text) -> Result<Export, Problem> {
    let no_export =
        || of_the_file(message!("wordpress-no-export"), message!("wordpress-again-help"));
    // A page that says that something went wrong is sent under the name of an export too.
    let is_page = regex_is_match!(r"(?i)^\s*<(?:!doctype\s+html|html)\b", &text.xml);
    let document = Document::parse(&text.xml).map_err(|error| match error {
        _ if is_page || !text.xml.starts_with('<') => no_export(),
        error => malformed(&error, text),
    })?;
    let channel = document.root_element().children().find(|it| it.has_tag_name("channel"));
    let version = channel.map(|it| value(it, Space::WordPress, "wxr_version")).unwrap_or_default();
    let Some(channel) = channel.filter(|_| regex_is_match!(r"^\d+(\.\d+)*$", &version)) else {
        return Err(no_export());
    };
    let addresses = [
        value(channel, Space::WordPress, "base_blog_url"),
        value(channel, Space::WordPress, "base_site_url"),
        value(channel, Space::Rss, "link"),
    ];
    let wp =
        |name: &'static str| channel.children().filter(move |it| is(*it, Space::WordPress, name));
    let author = |it| (value(it, Space::WordPress, "author_login"), display_name(it));
    let category = |it| {
        let id = value(it, Space::WordPress, "term_id");
        let slug = value(it, Space::WordPress, "category_nicename");
        (id, slug, value(it, Space::WordPress, "cat_name"))
    };
    let lines = Lines::of(&text.xml, text.lines_before as usize);
    let items = channel.children().filter(|it| it.has_tag_name("item"));
    Ok(Export {
        addresses: addresses.into_iter().filter(|it| !it.is_empty()).collect(),
        authors: wp("author").map(author).collect(),
        categories: wp("category").map(category).collect(),
        terms: wp("tag").chain(wp("term")).count(),
        controls: text.controls,
        items: items.map(|it| item(it, lines.number(it.range().start))).collect(),
    })
}

/// Where lines begin.
struct Lines {
    starts: Vec<usize>,
    before: usize,
}

impl Lines {
    fn of(text: &str, before: usize) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at).collect();
        Self { starts, before }
    }

    fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start < at) + 1 + self.before
    }
}

/// The name of an author as readers see it.
fn display_name(author: Node<'_, '_>) -> String {
    let of = |name| value(author, Space::WordPress, name);
    let whole = format!("{} {}", of("author_first_name"), of("author_last_name"));
    [of("author_display_name"), whole.trim().to_owned(), of("author_login")]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or_default()
}

fn item(node: Node<'_, '_>, line: usize) -> Item {
    let wp = |name| value(node, Space::WordPress, name);
    let all =
        |name: &'static str| node.children().filter(move |it| is(*it, Space::WordPress, name));
    let term = |it: Node<'_, '_>| {
        let attribute = |name| it.attribute(name).unwrap_or_default().to_owned();
        (attribute("domain"), attribute("nicename"), text_of(it).trim().to_owned())
    };
    let field =
        |it| (value(it, Space::WordPress, "meta_key"), value(it, Space::WordPress, "meta_value"));
    let terms = node.children().filter(|it| it.has_tag_name("category"));
    Item {
        line,
        title: value(node, Space::Rss, "title"),
        link: value(node, Space::Rss, "link"),
        guid: value(node, Space::Rss, "guid"),
        creator: value(node, Space::DublinCore, "creator"),
        content: untrimmed(node, Space::Content, "encoded"),
        excerpt: untrimmed(node, Space::Excerpt, "encoded"),
        id: wp("post_id").parse().unwrap_or_default(),
        date: wp("post_date"),
        date_gmt: wp("post_date_gmt"),
        name: wp("post_name"),
        status: wp("status"),
        parent: wp("post_parent").parse().unwrap_or_default(),
        order: wp("menu_order").parse().unwrap_or_default(),
        kind: wp("post_type"),
        has_password: !wp("post_password").is_empty(),
        is_sticky: wp("is_sticky") == "1",
        // WordPress 2 wrote each category twice, once without a name for addresses.
        terms: terms.map(term).filter(|(domain, ..)| !domain.is_empty()).collect(),
        meta: all("postmeta").map(field).collect(),
        comments: all("comment").map(|it| value(it, Space::WordPress, "comment_type")).collect(),
        file: wp("attachment_url"),
    }
}

/// Whether a node is an element of this name, in any version of WXR.
fn is(node: Node<'_, '_>, space: Space, name: &str) -> bool {
    if !node.is_element() || node.tag_name().name() != name {
        return false;
    }
    let namespace = node.tag_name().namespace().unwrap_or_default();
    let of_export = namespace.contains("wordpress.org/export/");
    match space {
        Space::Rss => namespace.is_empty(),
        Space::WordPress => of_export && !namespace.trim_end_matches('/').ends_with("/excerpt"),
        Space::Excerpt => of_export && namespace.trim_end_matches('/').ends_with("/excerpt"),
        Space::Content => namespace.contains("modules/content"),
        Space::DublinCore => namespace.contains("purl.org/dc/"),
    }
}

/// The text of the first element of this name, without the spaces around it.
fn value(node: Node<'_, '_>, space: Space, name: &str) -> String {
    untrimmed(node, space, name).trim().to_owned()
}

fn untrimmed(node: Node<'_, '_>, space: Space, name: &str) -> String {
    node.children().find(|it| is(*it, space, name)).map(text_of).unwrap_or_default()
}

fn text_of(node: Node<'_, '_>) -> String {
    node.children().filter_map(|it| it.is_text().then(|| it.text()).flatten()).collect()
}

/// What is wrong with the XML, with its place.
fn malformed(error: &Error, text: &Text) -> Problem {
    let (found, help) = match error {
        Error::DtdDetected => (message!("wordpress-doctype"), message!("wordpress-doctype-help")),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream | Error::NoRootNode => {
            (message!("wordpress-cut"), message!("wordpress-again-help"))
        }
        // An element of which only the beginning is there.
        Error::UnknownToken(_) | Error::InvalidChar(..) | Error::InvalidString(..)
            if is_at_the_end(error, text) =>
        {
            (message!("wordpress-cut"), message!("wordpress-again-help"))
        }
        error => {
            let error = error.to_string();
            let error = error.rsplit_once(" at ").map_or(error.as_str(), |(error, _)| error);
            (message!("wordpress-malformed", error = error), message!("wordpress-malformed-help"))
        }
    };
    let (line, column) = match error {
        Error::DtdDetected => position(text, text.xml.find("<!DOCTYPE").unwrap_or_default()),
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream | Error::NoRootNode => {
            position(text, text.xml.trim_end().len())
        }
        error => (error.pos().row as usize, error.pos().col as usize),
    };
    Problem::new(place(line + text.lines_before as usize, column), found, help)
}

fn is_at_the_end(error: &Error, text: &Text) -> bool {
    let (line, _) = position(text, text.xml.trim_end().len());
    error.pos().row as usize >= line
}

/// The line and the column of a place in the XML.
fn position(text: &Text, at: usize) -> (usize, usize) {
    let before = &text.xml[..at];
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}
