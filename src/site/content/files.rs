//! The files of a content folder, by kind, and the two parts of a Markdown file.
//! What is not recognised is reported: a misplaced file would otherwise just be missing online.

use std::path::{Path, PathBuf};

use super::front_matter::{self, FrontMatter};
use super::markdown::Body;
use super::media::Media;
use super::misplaced;
use super::references::References;
use crate::message;
use crate::route::{Route, Slug};
use crate::site::messages::causes;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::file;
use crate::site::parse::tree::{self, Node};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Article,
    /// An event.
    Event,
    /// A page of text.
    Text,
    /// An election.
    Election,
    /// A table of results, in the folder of its election.
    Table,
    /// Outlines of territories.
    Outlines,
    /// A picture or a document.
    Media,
    /// A file that is served as it is, at the URL that its path says.
    Static,
}

/// A row of `KINDS`: the folder, the ending, how many folders deep it is where that matters, the page.
type Row = (Kind, &'static str, &'static str, Option<usize>, Option<fn(Slug) -> Route>);

/// Every kind, in the order of `Kind`.
const KINDS: [Row; 8] = [
    (Kind::Article, "news", "md", None, Some(Route::Article)),
    (Kind::Event, "events", "md", None, Some(Route::Event)),
    (Kind::Text, "pages", "md", None, Some(Route::Text)),
    (Kind::Election, "results", "json", Some(1), Some(Route::Election)),
    (Kind::Table, "results", "csv", Some(2), None),
    (Kind::Outlines, "contours", "json", None, None),
    (Kind::Media, "media", "", None, None),
    (Kind::Static, "static", "", None, None),
];

/// Paths of the content's files by kind, each list in order.
#[derive(Default)]
pub struct Files([Vec<PathBuf>; KINDS.len()]);

impl Files {
    /// The files of a kind.
    pub fn of(&self, kind: Kind) -> &[PathBuf] {
        &self.0[kind as usize]
    }

    /// The pages for which there are files, even if these cannot be read.
    pub fn routes(&self) -> impl Iterator<Item = Route> {
        let lists = KINDS.iter().filter_map(|(kind, .., page)| Some((self.of(*kind), (*page)?)));
        lists.flat_map(|(files, page)| {
            let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
            stems.filter_map(Slug::new).map(page)
        })
    }
}

/// The files that lie in a content folder itself.
const ROOT: [&str; 3] = ["site.json", "reserve.json", "wordpress.json"];

/// Lists a content folder.
pub fn list(root: &Path, problems: &mut Problems) -> Files {
    let mut files = Files::default();
    for path in walk(root, problems) {
        match kind(path.strip_prefix(root).unwrap_or(&path)) {
            Some(kind) => files.0[kind as usize].push(path),
            None if ROOT.iter().any(|name| path == root.join(name)) => {}
            None => misplaced::report(&path, root, problems),
        }
    }
    files
}

/// What a file is, by its path in the content folder. Media have any ending, but one; what is served as it is may
/// have none.
fn kind(path: &Path) -> Option<Kind> {
    if path.starts_with("static") {
        return Some(Kind::Static);
    }
    let ending = path.extension()?.to_str()?;
    let folders = path.parent()?;
    let found = KINDS.iter().find(|(_, folder, of, depth, _)| {
        folders.starts_with(folder)
            && (of.is_empty() || *of == ending)
            && depth.is_none_or(|depth| depth == folders.iter().count())
    });
    found.map(|(kind, ..)| *kind)
}

/// Every file below a folder, sorted; hidden files are left alone, but for the folder in which hosts are asked by
/// everyone (RFC 8615).
fn walk(folder: &Path, problems: &mut Problems) -> Vec<PathBuf> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let title = message!("content-folder-unreadable", error = causes::of_system(&error));
            problems.add_for_file(folder, title, message!("content-folder-unreadable-help"));
            return Vec::new();
        }
    };
    let hidden = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('.') && name != ".well-known"
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| !hidden(path));
    paths.sort();
    let (links, paths): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_symlink());
    for link in links {
        let help = message!("content-symbolic-link-help");
        problems.add_for_file(link, message!("content-symbolic-link"), help);
    }
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { walk(&path, problems) } else { vec![path] })
        .collect()
}

/// The largest text with its fields: some 40 000 words.
pub const LARGEST_TEXT: u64 = 256 << 10;

/// The largest file of JSON that people write.
pub const LARGEST_JSON: u64 = 1 << 20;

/// The largest file of outlines.
pub const LARGEST_OUTLINES: u64 = 32 << 20;

/// A Markdown file: front matter between two lines of `+++`, then text.
pub struct MarkdownFile {
    /// The front matter.
    pub front: Node,
    /// The text.
    pub body: Body,
}

/// Reads a Markdown file with its front matter.
pub fn read_markdown(
    path: &Path,
    media: &Media,
    references: &mut References,
    problems: &mut Problems,
) -> Option<MarkdownFile> {
    let source = file::read(path, LARGEST_TEXT, problems)?;
    let FrontMatter { fields, text } = front_matter::find(&source, problems)?;
    let node = tree::from_toml(&source, &source.text[fields.clone()], fields.start, problems);
    let node = node.filter(|node| front_matter::ensure_groups_come_last(node, problems));
    let body = Body::read(&source, text, media, references, problems);
    Some(MarkdownFile { front: node?, body })
}

/// The name of a file as a URL.
pub fn name(path: &Path, problems: &mut Problems) -> Option<Slug> {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let slug = Slug::new(stem);
    if slug.is_none() {
        problems.add_for_file(
            path,
            message!("content-no-slug", name = stem),
            message!("content-no-slug-help"),
        );
    }
    slug
}

/// The slug that a file's name gives. A `slug` field may repeat it, and must then agree.
pub fn slug(
    path: &Path,
    node: &Node,
    fields: &mut Fields<'_>,
    problems: &mut Problems,
) -> Option<Spanned<Slug>> {
    let written = fields.optional::<Spanned<Slug>>("slug", problems);
    let slug = name(path, problems)?;
    if let Some(written) = written.filter(|written| written.value != slug) {
        let found = message!("content-other-slug-found", slug = slug.as_str());
        let help = message!("content-other-slug-help", slug = slug.as_str());
        written.problem(problems, message!("content-other-slug"), found, help);
    }
    let start = node.span.start;
    Some(Spanned { value: slug, source: node.source.clone(), span: start..start + 1 })
}
