//! What articles and events are made of: people, pictures, recordings.

use jiff::civil::Date;

use crate::data::Person;
use crate::message;
use crate::site::content::known;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};
use crate::site::parse::values::{Prose, Reference, Text, Url};

impl FromNode for Person {
    const SHAPE: Shape = Shape::Table(&known::PERSON);
    const EXPECTED: Message = message!("content-person");
    const EXAMPLE: Message = Message::verbatim("{ name = \"…\", role = \"…\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::PERSON, node, problems)?;
        let name = fields.required::<Text>("name", problems);
        let role = fields.optional::<Text>("role", problems);
        fields.finish(problems);
        Some(Self { name: name?.0, role: role.map(|role| role.0) })
    }
}

/// A picture.
pub struct Picture {
    /// A file below `media/`.
    pub src: Spanned<Reference>,
    /// What it shows.
    pub alt: String,
    /// A line below it.
    pub caption: Option<String>,
}

impl FromNode for Picture {
    const SHAPE: Shape = Shape::Table(&known::PICTURE);
    const EXPECTED: Message = message!("content-picture");
    const EXAMPLE: Message =
        Message::verbatim("{ src = \"media/place.jpg\", alt = \"La place sous la neige\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::PICTURE, node, problems)?;
        let src = fields.required("src", problems);
        let alt = alternative_text(node, &mut fields, problems);
        let caption = fields.optional::<Prose>("caption", problems);
        fields.finish(problems);
        Some(Self { src: src?, alt: alt?, caption: caption.map(|caption| caption.0) })
    }
}

/// Ensure a picture says what it shows, for those who do not see it.
fn alternative_text(
    node: &Node,
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<String> {
    let written = match &node.value {
        Value::Table(entries) => entries.iter().find(|entry| entry.name == "alt"),
        _ => None,
    };
    let empty = |node: &Node| matches!(&node.value, Value::Text(text) if text.trim().is_empty());
    if written.is_none_or(|entry| empty(&entry.node)) {
        let span = written.map_or(&node.span, |entry| &entry.node.span).clone();
        let title = message!("content-no-alternative");
        let found = message!("content-no-alternative-found");
        let help = message!("content-no-alternative-help");
        problems.add(&node.source, span, title, found, help);
        // Known all the same, so that an empty one is not also called unknown.
        fields.known("alt");
        return Some(String::new());
    }
    fields.required::<Text>("alt", problems).map(|alt| alt.0)
}

/// A recording.
pub struct Video {
    /// What it shows.
    pub title: String,
    /// Where it can be seen, once that is known.
    pub address: Option<String>,
    /// A picture out of it: a file below `media/`.
    pub still: Option<Spanned<Reference>>,
    /// When it was recorded.
    pub date: Option<Date>,
    /// How long it is.
    pub duration: Option<String>,
}

impl FromNode for Video {
    const SHAPE: Shape = Shape::Table(&known::VIDEO);
    const EXPECTED: Message = message!("content-recording");
    const EXAMPLE: Message = Message::verbatim("{ title = \"La soirée, en entier\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::VIDEO, node, problems)?;
        let title = fields.required::<Text>("title", problems);
        let address = fields.optional::<Url>("address", problems);
        let still = fields.optional("still", problems);
        let date = fields.optional::<Date>("date", problems);
        let duration = fields.optional::<Text>("duration", problems);
        fields.finish(problems);
        Some(Self {
            title: title?.0,
            address: address.map(|address| address.0),
            still,
            date,
            duration: duration.map(|duration| duration.0),
        })
    }
}
