//! Old addresses of a page, which lead to it.

use lazy_regex::regex_is_match;

use crate::message;
use crate::route::Route;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, unexpected};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};

/// A path at which a page once was, such as `/2017/01/primaires/` or `/page.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias(pub String);

/// An old address, and the page that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The path on the site.
    pub from: Alias,
    /// The page.
    pub to: Route,
}

impl FromNode for Alias {
    const SHAPE: Shape = Shape::Aliases;
    const EXPECTED: Message = message!("content-alias");
    const EXAMPLE: Message = Message::verbatim("\"/2017/01/primaires/\"");

    /// An address is taken with its host too, as one copies it.
    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else { return unexpected(node, problems) };
        let path = match text.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
            None => text,
        };
        // The page of a folder is at the folder.
        let path = ["index.html", "index.htm"]
            .into_iter()
            .find_map(|name| path.strip_suffix(name).filter(|folder| folder.ends_with('/')))
            .unwrap_or(path);
        let is_path = regex_is_match!(r"^(?:/[A-Za-z0-9._~-]+)+/?$", path)
            && !path.split('/').any(|name| name == "." || name == "..");
        if is_path { Some(Self(path.to_owned())) } else { unexpected(node, problems) }
    }
}

/// One address, or several.
struct Aliases(Vec<Spanned<Alias>>);

impl FromNode for Aliases {
    const SHAPE: Shape = Shape::Aliases;
    const EXPECTED: Message = Alias::EXPECTED;
    const EXAMPLE: Message = Alias::EXAMPLE;

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::from_node(node, problems).map(Self),
            _ => Spanned::from_node(node, problems).map(|alias| Self(vec![alias])),
        }
    }
}

/// `alias` of a page.
pub fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Spanned<Alias>> {
    fields.optional::<Aliases>("alias", problems).map_or_else(Vec::new, |it| it.0)
}

impl Alias {
    /// The file of a page that is there instead, as a path on the site.
    pub fn file(&self) -> String {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        match name {
            "" => format!("{}index.html", self.0),
            _ if name.ends_with(".html") || name.ends_with(".htm") => self.0.clone(),
            _ => format!("{}/index.html", self.0),
        }
    }
}
