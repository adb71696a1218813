//! `news/*.md`: articles.

use std::path::Path;

use jiff::civil::Date;

use super::alias::{self, Alias};
use super::files::{self, MarkdownFile};
use super::markdown::Body;
use super::media::Media;
use super::parts::{Picture, Video};
use super::publication::{Publication, Published};
use super::references::References;
use crate::data::Person;
use crate::message;
use crate::route::{Articles, Route, Slug};
use crate::site::content::known;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::tree::Node;
use crate::site::parse::values::{Prose, Text};
use crate::words;

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
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was last changed in what it says.
    pub updated: Option<Spanned<Date>>,
    /// Whether it is practical information, which may appear while campaigning may not.
    pub is_practical: bool,
    /// Who signs it.
    pub signature: Option<Person>,
    /// The text.
    pub body: Body,
    /// Where it once was.
    pub aliases: Vec<Spanned<Alias>>,
    /// When it is published.
    pub publication: Publication,
}

impl Article {
    /// Its category as a part of a URL; nothing for one of signs alone.
    pub fn category_slug(&self) -> Option<Slug> {
        words::slug(&self.category)
    }
}

impl Published for Article {
    fn published(&self) -> (Route, Publication) {
        (Route::Article(self.slug.value.clone()), self.publication)
    }
}

impl Article {
    /// The lists that it is on, besides that of all articles: its category’s and its year’s.
    pub fn lists(&self) -> impl Iterator<Item = Articles> {
        let category = self.category_slug().map(Articles::Category);
        category.into_iter().chain([Articles::Year(self.date.value.year())])
    }
}

/// Reads one article.
pub fn read(
    path: &Path,
    media: &Media,
    references: &mut References,
    problems: &mut Problems,
) -> Option<Article> {
    let MarkdownFile { front, body } = files::read_markdown(path, media, references, problems)?;
    let mut fields = Fields::of(&known::ARTICLE, &front, problems)?;
    let slug = files::slug(path, &front, &mut fields, problems);
    let title = fields.required::<Prose>("title", problems);
    let date = fields.required::<Spanned<Date>>("date", problems);
    let date_text = fields.optional::<Text>("date_text", problems);
    let category = fields.required::<Prose>("category", problems);
    let summary = summary(&mut fields, &body, &front, problems);
    let (image, video) = image_and_video(&mut fields, references, problems);
    let author = fields.optional::<Text>("author", problems);
    let updated = updated(date.as_ref(), &mut fields, problems);
    let is_practical = fields.flag("practical", problems);
    let signature = fields.optional::<Person>("signature", problems);
    let aliases = alias::read(&mut fields, problems);
    let publication = Publication::of_a_text(&mut fields, problems);
    fields.finish(problems);
    Some(Article {
        slug: slug?,
        title: title?.0,
        date: date?,
        date_text: date_text.map(|text| text.0),
        category: category?.0,
        summary,
        image,
        video,
        author: author.map(|author| author.0),
        updated,
        is_practical,
        signature,
        body,
        aliases,
        publication,
    })
}

/// The picture at the head and the recording, with the pictures that they refer to.
fn image_and_video(
    fields: &mut Fields<'_>,
    references: &mut References,
    problems: &mut Problems,
) -> (Option<Picture>, Option<Video>) {
    let image = fields.optional::<Picture>("image", problems);
    let video = fields.optional::<Video>("video", problems);
    references.pictures.extend(image.iter().map(|image| image.src.clone()));
    references.pictures.extend(video.iter().filter_map(|video| video.still.clone()));
    (image, video)
}

/// `updated`, which is not before the day of publication.
fn updated(
    date: Option<&Spanned<Date>>,
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<Spanned<Date>> {
    let updated = fields.optional::<Spanned<Date>>("updated", problems)?;
    if let Some(date) = date.filter(|date| updated.value < date.value) {
        let found = message!("content-updated-first-found", date = date.value.to_string());
        let help = message!("content-updated-first-help");
        updated.problem(problems, message!("content-updated-first"), found, help);
    }
    Some(updated)
}

/// `summary`; without it, lists show the text up to a cut. The text embeds what belongs in an article.
fn summary(
    fields: &mut Fields<'_>,
    body: &Body,
    front: &Node,
    problems: &mut Problems,
) -> Option<String> {
    body.ensure_embeds_belong(message!("content-article"), |it| !it.is_of_the_site(), problems);
    let summary = fields.optional::<Prose>("summary", problems);
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
    summary.map(|summary| summary.0)
}
