//! `pages/*.md`: pages of text.

use std::path::Path;

use super::alias::{self, Alias};
use super::files::{self, MarkdownFile};
use super::markdown::Body;
use super::media::Media;
use super::publication::{Publication, Published};
use super::references::{Embed, References};
use crate::message;
use crate::route::{EMBEDS, Route, SEARCH, Slug};
use crate::site::content::known;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::values::{Number, Prose};

/// A page of text.
pub struct Text {
    /// Its slug.
    pub slug: Spanned<Slug>,
    /// Its title.
    pub title: String,
    /// What is on it, in a sentence.
    pub summary: String,
    /// The page that it is below.
    pub parent: Option<Spanned<Slug>>,
    /// Its place among the pages below the same one: those without a number come last.
    pub order: u16,
    /// The text.
    pub body: Body,
    /// Where it once was.
    pub aliases: Vec<Spanned<Alias>>,
    /// When it is published.
    pub publication: Publication,
}

impl Published for Text {
    fn published(&self) -> (Route, Publication) {
        (Route::Text(self.slug.value.clone()), self.publication)
    }
}

/// Reads one page of text.
pub fn read(
    path: &Path,
    media: &Media,
    references: &mut References,
    problems: &mut Problems,
) -> Option<Text> {
    let MarkdownFile { front, body } = files::read_markdown(path, media, references, problems)?;
    body.ensure_embeds_belong(message!("content-page"), Embed::is_of_the_site, problems);
    let mut fields = Fields::of(&known::PAGE, &front, problems)?;
    let slug = files::slug(path, &front, &mut fields, problems);
    let title = fields.required::<Prose>("title", problems);
    let summary = fields.required::<Prose>("summary", problems);
    let parent = fields.optional::<Spanned<Slug>>("parent", problems);
    let order = fields.optional::<Number>("order", problems);
    let aliases = alias::read(&mut fields, problems);
    let publication = Publication::of_a_text(&mut fields, problems);
    fields.finish(problems);
    if let Some(slug) = &slug {
        ensure_the_path_is_free(slug, problems);
    }
    Some(Text {
        slug: slug?,
        title: title?.0,
        summary: summary?.0,
        parent,
        order: order.map_or(u16::MAX, |order| order.0),
        body,
        aliases,
        publication,
    })
}

/// Ensure a page of text does not take the place where a list, the data or the media do.
fn ensure_the_path_is_free(slug: &Spanned<Slug>, problems: &mut Problems) {
    let url = Route::Text(slug.value.clone()).to_string();
    let is_a_list = !matches!(Route::parse(&url), Some(Route::Text(_)));
    let is_taken = matches!(slug.value.as_str(), "data" | "index" | "media" | EMBEDS);
    if is_a_list || is_taken || url == SEARCH {
        let found = message!("content-path-taken-found", url = url);
        let help = message!("content-path-taken-help");
        slug.problem(problems, message!("content-path-taken"), found, help);
    }
}
