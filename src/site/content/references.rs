//! Everything in the content that refers to something else, gathered while reading, so that it can
//! be checked even where the rest of its file is wrong.

use crate::message;
use crate::route::Slug;
use crate::site::content::known;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::{Reference, RoundNumber};

/// What the content refers to, with places.
#[derive(Default)]
pub struct References {
    /// Links, of texts and of menus.
    pub links: Vec<Spanned<Reference>>,
    /// Pictures.
    pub pictures: Vec<Spanned<Reference>>,
    /// Results and events that articles embed.
    pub embeds: Vec<Spanned<Embed>>,
    /// The result that the home page shows.
    pub featured: Option<Featured>,
}

impl References {
    /// Adds what others refer to, after these.
    pub fn append(&mut self, others: Self) {
        self.links.extend(others.links);
        self.pictures.extend(others.pictures);
        self.embeds.extend(others.embeds);
        self.featured = self.featured.take().or(others.featured);
    }
}

/// A result or an event that a line of its own embeds in an article; what the settings say, in a page of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Embed {
    /// `{{ result <election> <round> }}`
    Result(Slug, u8),
    /// `{{ event <slug> }}`
    Event(Slug),
    /// `{{ publisher }}`: who publishes the site, in its legal notice.
    Publisher,
    /// `{{ host }}`: on whose machines it is.
    Host,
}

impl Embed {
    /// Whether it is something that `site.json` says: for pages of text, where others are for articles.
    pub const fn is_of_the_site(&self) -> bool {
        matches!(self, Self::Publisher | Self::Host)
    }
}

/// A result that the editor chose to show.
#[derive(Clone)]
pub struct Featured {
    /// Its election.
    pub election: Spanned<Slug>,
    /// Its round; without it, the last.
    pub round: Option<Spanned<u8>>,
}

impl FromNode for Featured {
    const SHAPE: Shape = Shape::Table(&known::FEATURED);
    const EXPECTED: Message = message!("content-featured");
    const EXAMPLE: Message =
        Message::verbatim("{ \"election\": \"primaires-citoyennes-2017\", \"round\": 2 }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::FEATURED, node, problems)?;
        let election = fields.required("election", problems);
        let round = fields.optional::<Spanned<RoundNumber>>("round", problems);
        let round = round.map(|round| round.map(|it| it.0));
        fields.finish(problems);
        Some(Self { election: election?, round })
    }
}
