//! A post as the file of an article or a page: its fields, its text, and what is said of it.

use std::collections::BTreeSet;

use super::export::{Export, Item};
use super::html::{self, Context, Place};
use super::markdown;
use super::notes::{About, Note};
use super::post::{Kind, Post, State};
use super::tree::{Block, Inline, Picture};
use crate::message;
use crate::site::content::files::LARGEST_TEXT;
use crate::site::parse::unfilled::UNFILLED;

/// A file that is to be written.
#[derive(Clone, Debug)]
pub struct File {
    /// What is in it; nothing where the post cannot be imported.
    pub text: Option<String>,
    /// What is said of it.
    pub notes: Vec<Note>,
    /// The uploads that it uses, by their keys.
    pub files: BTreeSet<String>,
}

/// How careful a post is written, where the checker has refused it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Care {
    /// Whole.
    Whole,
    /// Its words alone: nothing in it refers to anything.
    Words,
}

/// Writes a post.
pub fn file(post: &Post, export: &Export, context: &Context<'_>, care: Care) -> File {
    let item = &export.items[post.item];
    let footnotes = item.field("footnotes").unwrap_or_default();
    let is_out = post.state == State::Out;
    let place = Place { id: item.id, link: &item.link, is_out, footnotes };
    let mut read = html::read(&item.content, place, context);
    let mut notes = post.notes.clone();
    let image = image(item, context, &mut notes);
    if let Some((key, picture)) = &image {
        read.files.insert(key.clone());
        if post.kind == Kind::Page {
            read.blocks.insert(0, Block::Pictures(vec![picture.clone()]));
        }
    }
    if care == Care::Words {
        read.blocks = words_alone(&read.blocks);
        read.files.clear();
        notes.push(Note::new(About::Plain, post.title.clone()));
    }
    let written = markdown::write(&read.blocks);
    notes.append(&mut read.notes);
    notes.extend(written.plain.iter().map(|it| Note::new(About::Plain, shortened(it, 200))));
    let image = image.filter(|_| post.kind == Kind::Article && care == Care::Whole);
    let mut fields = Fields::default();
    fields.text("title", &post.title);
    of_kind(post, item, export, &written.text, &read.blocks, &mut fields, &mut notes);
    of_both(post, care, &mut fields);
    if let Some((_, picture)) = &image {
        fields.picture(picture);
    }
    lost(item, &mut notes);
    let text = format!("+++\n{}+++\n\n{}\n", fields.0, written.text.trim_end());
    let fits = (text.len() as u64) < LARGEST_TEXT;
    if !fits {
        let what = message!("wordpress-too-long", size = (text.len() / 1024).to_string());
        notes = vec![Note::new(About::Failed, what.to_string())];
    }
    let files = if fits { read.files } else { BTreeSet::new() };
    File { text: fits.then_some(text), notes, files }
}

/// Every word in paragraphs.
fn words_alone(blocks: &[Block]) -> Vec<Block> {
    let mut words = String::new();
    blocks.iter().for_each(|it| it.words(&mut words));
    let lines = words.lines().filter(|it| !it.trim().is_empty());
    let line = |it: &str| Block::Paragraph(vec![Inline::Text(it.trim().to_owned())]);
    lines.map(line).collect()
}

/// The picture at the head.
fn image(item: &Item, context: &Context<'_>, notes: &mut Vec<Note>) -> Option<(String, Picture)> {
    let id = item.field("_thumbnail_id")?;
    let Some(known) = id.parse().ok().and_then(|id| context.uploads.by_id(id)) else {
        notes.push(Note::new(About::PictureMissing, format!("_thumbnail_id {id}")));
        return None;
    };
    let Some(key) =
        context.uploads.find(&known.address).filter(|it| super::uploads::is_picture(it))
    else {
        let what = match context.uploads.refusal(&known.address) {
            Some(why) => Note::new(About::FileRefused, format!("{} ({why})", known.address)),
            None => Note::new(About::PictureMissing, known.address.clone()),
        };
        notes.push(what);
        return None;
    };
    let line = |html: &str| {
        let (text, _) = html::visible(&html::words(html));
        shortened(&text, 2000)
    };
    let (alt, caption) = (line(&known.alt), line(&known.caption));
    if alt.is_empty() {
        notes.push(Note::new(About::NoAlternative, format!("media/{key}")));
    }
    let to_be_written = UNFILLED.iter().find(|it| it.ends_with("photo")).unwrap_or(&"");
    let words = [alt, caption.clone(), (*to_be_written).to_owned()];
    let alt = words.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
    Some((key.to_owned(), Picture { src: format!("media/{key}"), alt, caption }))
}

/// The fields of an article, or of a page.
fn of_kind(
    post: &Post,
    item: &Item,
    export: &Export,
    text: &str,
    blocks: &[Block],
    fields: &mut Fields,
    notes: &mut Vec<Note>,
) {
    // A login that has no name is nobody’s business.
    let author = export.authors.get(&item.creator).map_or("", String::as_str);
    if author.is_empty() && !item.creator.is_empty() {
        notes.push(Note::new(About::Author, item.creator.clone()));
    }
    let (author, _) = html::visible(&html::words(author));
    let author = shortened(&author, 200);
    if post.kind == Kind::Article {
        fields.raw("date", &post.date.to_string());
        fields.text("category", &post.category);
    }
    if let Some(summary) = summary(post, item, text, blocks, notes) {
        fields.text("summary", &summary);
    }
    match post.kind {
        Kind::Article if !author.is_empty() => fields.text("author", &author),
        Kind::Page if !author.is_empty() => notes.push(Note::new(About::Author, author)),
        _ => {}
    }
}

/// The fields that both have.
fn of_both(post: &Post, care: Care, fields: &mut Fields) {
    if care == Care::Whole {
        if let Some(parent) = &post.parent {
            fields.text("parent", parent.as_str());
        }
        if !post.aliases.is_empty() {
            let aliases = post.aliases.iter().map(|it| toml::Value::String(it.clone()));
            fields.raw("alias", &toml::Value::Array(aliases.collect()).to_string());
        }
    }
    match post.state {
        State::Out => {}
        State::Later(moment) => {
            fields.raw("publish_at", &moment.strftime("%FT%H:%M:%S").to_string())
        }
        State::Draft => fields.raw("draft", "true"),
    }
}

/// What lists show: the excerpt, what an extension has for search engines, else the first words. Nothing where a cut
/// says it.
fn summary(
    post: &Post,
    item: &Item,
    text: &str,
    blocks: &[Block],
    notes: &mut Vec<Note>,
) -> Option<String> {
    let written = [&*item.excerpt, item.field("_yoast_wpseo_metadesc").unwrap_or_default()];
    for html in written.into_iter().filter(|it| !it.contains("%%")) {
        let (summary, _) = html::visible(&html::words(html));
        if !summary.trim().is_empty() {
            return Some(shortened(&summary, 2000));
        }
    }
    if post.kind == Kind::Article
        && blocks.contains(&Block::Cut)
        && markdown::has_words_before_the_cut(text)
    {
        return None;
    }
    let mut words = String::new();
    // Neither headings nor what only leads elsewhere says what a text is about.
    let is_text = |block: &&Block| match block {
        Block::Paragraph(line) => !matches!(&line[..], [Inline::Link(..)]),
        Block::List(..) | Block::Quote(_) => true,
        _ => false,
    };
    blocks.iter().filter(is_text).take(20).for_each(|block| block.words(&mut words));
    let words = shortened(&words, 200);
    let words = if words.is_empty() { post.title.clone() } else { words };
    notes.push(Note::new(About::Summary, words.clone()));
    Some(words)
}

/// A text on one line of no more than so many letters, and of whole words.
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    let cut = &line[..end];
    let whole = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ' ', ';', ':']))
}

/// What WordPress keeps in fields of its own, which no reader sees.
const INTERNAL: [&str; 10] = [
    // Part of the text.
    "footnotes",
    "_edit_last",
    "_edit_lock",
    "_thumbnail_id",
    "_wp_old_slug",
    "_wp_old_date",
    "_wp_page_template",
    "_encloseme",
    "_pingme",
    "_yoast_wpseo_primary_category",
];

/// What has no place here.
fn lost(item: &Item, notes: &mut Vec<Note>) {
    let others = item.terms.iter().filter(|(taxonomy, ..)| taxonomy != "category");
    let others: Vec<String> = others
        .map(|(taxonomy, slug, name)| {
            let name = if name.is_empty() { slug } else { name };
            let (name, _) = html::visible(&html::words(name));
            if taxonomy == "post_tag" { name } else { format!("{taxonomy} : {name}") }
        })
        .collect();
    if !others.is_empty() {
        notes.push(Note::new(About::Tags, others.join(", ")));
    }
    if !item.comments.is_empty() {
        let is_comment = |kind: &&String| matches!(kind.as_str(), "" | "comment");
        let comments = item.comments.iter().filter(is_comment).count();
        let others = item.comments.len() - comments;
        let what = message!("wordpress-counted", comments = comments, others = others).to_string();
        notes.push(Note::new(About::Comments, what));
    }
    let fields = item.meta.iter().map(|(name, _)| name.as_str());
    let fields: BTreeSet<&str> = fields.filter(|it| !INTERNAL.contains(it)).collect();
    if !fields.is_empty() {
        let names = fields.into_iter().collect::<Vec<_>>().join(", ");
        let (names, _) = html::visible(&names);
        notes.push(Note::new(About::Fields, shortened(&names, 300)));
    }
    if item.is_sticky {
        notes.push(Note::new(About::Sticky, ""));
    }
}

/// The fields of a file.
#[derive(Default)]
struct Fields(String);

impl Fields {
    fn raw(&mut self, name: &str, value: &str) {
        self.0.push_str(&format!("{name} = {value}\n"));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &toml::Value::String(value.to_owned()).to_string());
    }

    fn picture(&mut self, picture: &Picture) {
        self.0.push_str("\n[image]\n");
        self.text("src", &picture.src);
        self.text("alt", &picture.alt);
        if !picture.caption.is_empty() {
            self.text("caption", &picture.caption);
        }
    }
}
