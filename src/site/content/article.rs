//! `news/*.md`: articles.

use std::path::Path;

use jiff::civil::Date;

use super::files;
use super::person::Person;
use crate::route::Slug;
use crate::site::fields::{At, Fields, FromNode};
use crate::site::markdown::Body;
use crate::site::node::{Node, Value};
use crate::site::problem::Problems;
use crate::site::references::References;
use crate::site::values::{Address, Reference, Text};

/// An article.
pub struct Article {
    /// Its address.
    pub slug: At<Slug>,
    /// Its title.
    pub title: String,
    /// Day of publication.
    pub date: Date,
    /// What readers see instead, where the day is not known exactly.
    pub date_text: Option<String>,
    /// Its category.
    pub category: String,
    /// What lists show; without it, the text before `<!-- more -->`.
    pub summary: Option<String>,
    /// A picture at its head.
    pub image: Option<Picture>,
    /// A recording.
    pub video: Option<Video>,
    /// Who signs it.
    pub signature: Option<Person>,
    /// The text.
    pub body: Body,
}

/// A picture.
pub struct Picture {
    /// A file below `media/`.
    pub src: At<Reference>,
    /// What it shows.
    pub alt: String,
    /// A line below it.
    pub caption: Option<String>,
}

/// A recording.
pub struct Video {
    /// What it shows.
    pub title: String,
    /// Where it can be seen, when that is known.
    pub address: Option<String>,
}

impl FromNode for Picture {
    const EXPECTED: &'static str = "a picture";
    const EXAMPLE: &'static str = "{ src = \"media/place.jpg\", alt = \"La place sous la neige\" }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a picture", node, problems)?;
        let src = fields.required("src", problems);
        let alt = alternative_text(node, &mut fields, problems);
        let caption = fields.optional::<Text>("caption", problems);
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
        let help = "add `alt`: what the picture shows, for those who do not see it";
        let title = "the picture has no alternative text";
        problems.add(&node.source, span, title, "nothing describes it", help);
        // Known all the same, so that an empty one is not also called unknown.
        fields.optional::<Node>("alt", problems);
        return Some(String::new());
    }
    fields.required::<Text>("alt", problems).map(|alt| alt.0)
}

impl FromNode for Node {
    const EXPECTED: &'static str = "anything";
    const EXAMPLE: &'static str = "anything";

    fn from_node(node: &Node, _: &mut Problems) -> Option<Self> {
        Some(node.clone())
    }
}

impl FromNode for Video {
    const EXPECTED: &'static str = "a recording";
    const EXAMPLE: &'static str = "{ title = \"La soirée, en entier\" }";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of("a recording", node, problems)?;
        let title = fields.required::<Text>("title", problems);
        let address = fields.optional::<Address>("address", problems);
        fields.finish(problems);
        Some(Self { title: title?.0, address: address.map(|address| address.0) })
    }
}

/// Reads one article.
pub fn read(path: &Path, references: &mut References, problems: &mut Problems) -> Option<Article> {
    let files::Written { front, body } = files::read_markdown(path, references, problems)?;
    let mut fields = Fields::of("an article", &front, problems)?;
    let slug = files::slug(path, &front, &mut fields, problems);
    let title = fields.required::<Text>("title", problems);
    let date = fields.required::<Date>("date", problems);
    let date_text = fields.optional::<Text>("date_text", problems);
    let category = fields.required::<Text>("category", problems);
    let summary = fields.optional::<Text>("summary", problems);
    let image = fields.optional::<Picture>("image", problems);
    let video = fields.optional::<Video>("video", problems);
    let signature = fields.optional::<Person>("signature", problems);
    ensure_it_can_be_cut_short(&fields, &body, &front, problems);
    fields.finish(problems);
    references.pictures.extend(image.iter().map(|image| image.src.clone()));
    Some(Article {
        slug: slug?,
        title: title?.0,
        date: date?,
        date_text: date_text.map(|text| text.0),
        category: category?.0,
        summary: summary.map(|summary| summary.0),
        image,
        video,
        signature,
        body,
    })
}

/// Ensure lists have something to show of the article.
fn ensure_it_can_be_cut_short(
    fields: &Fields<'_>,
    body: &Body,
    front: &Node,
    problems: &mut Problems,
) {
    if !fields.has("summary") && !body.says_something_before_the_cut() {
        let start = front.span.start;
        problems.add(
            &front.source,
            start..start + 1,
            "nothing says what lists show of this article",
            "neither `summary` nor a text before a cut",
            "add `summary`, or the line `<!-- more -->` after the first paragraphs",
        );
    }
}
