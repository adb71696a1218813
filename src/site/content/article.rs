//! `news/*.md`: articles.

use std::path::Path;

use jiff::civil::Date;

use super::files;
use super::markdown::Body;
use super::media::Media;
use super::parts::{Picture, Video};
use super::publication::{Publication, Published};
use super::references::References;
use crate::data::Person;
use crate::message;
use crate::route::{Route, Slug};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::tree::Node;
use crate::site::parse::values::Text;

/// An article.
pub struct Article {
    /// Its slug.
    pub slug: Spanned<Slug>,
    /// Its title.
    pub title: String,
    /// Day of publication.
    pub date: Spanned<Date>,
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
    /// When it is published.
    pub publication: Publication,
}

impl Published for Article {
    fn published(&self) -> (Route, Publication) {
        (Route::Article(self.slug.value.clone()), self.publication)
    }
}

/// Reads one article.
pub fn read(
    path: &Path,
    media: &Media,
    references: &mut References,
    problems: &mut Problems,
) -> Option<Article> {
    let files::MarkdownFile { front, body } =
        files::read_markdown(path, media, references, problems)?;
    let mut fields = Fields::of(message!("content-article"), &front, problems)?;
    let slug = files::slug(path, &front, &mut fields, problems);
    let title = fields.required::<Text>("title", problems);
    let date = fields.required::<Spanned<Date>>("date", problems);
    let date_text = fields.optional::<Text>("date_text", problems);
    let category = fields.required::<Text>("category", problems);
    let summary = fields.optional::<Text>("summary", problems);
    let image = fields.optional::<Picture>("image", problems);
    let video = fields.optional::<Video>("video", problems);
    let signature = fields.optional::<Person>("signature", problems);
    let publication = Publication::of_a_text(&mut fields, problems);
    ensure_it_can_be_cut_short(&fields, &body, &front, problems);
    fields.finish(problems);
    references.pictures.extend(image.iter().map(|image| image.src.clone()));
    references.pictures.extend(video.iter().filter_map(|video| video.still.clone()));
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
        publication,
    })
}

/// Ensure lists have something to show of the article.
fn ensure_it_can_be_cut_short(
    fields: &Fields<'_>,
    body: &Body,
    front: &Node,
    problems: &mut Problems,
) {
    if !fields.has("summary") && body.before_the_cut().is_empty() {
        let start = front.span.start;
        problems.add(
            &front.source,
            start..start + 1,
            message!("content-no-summary"),
            message!("content-no-summary-found"),
            message!("content-no-summary-help"),
        );
    }
}
