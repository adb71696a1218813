//! The files of a content folder, by kind, and the two parts of a Markdown file.
//! What is not recognised is reported: a misplaced file would otherwise just be missing online.

use std::path::{Path, PathBuf};

use super::markdown::Body;
use super::references::References;
use crate::route::{Route, Slug};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, Spanned};
use crate::site::parse::file;
use crate::site::parse::tree::{self, Node};

/// Paths of the content's files, each list in order.
#[derive(Default)]
pub struct Files {
    /// Articles.
    pub news: Vec<PathBuf>,
    /// Events.
    pub events: Vec<PathBuf>,
    /// Pages of text.
    pub pages: Vec<PathBuf>,
    /// Elections.
    pub results: Vec<PathBuf>,
    /// Tables of results, each in the folder of its election.
    pub tables: Vec<PathBuf>,
    /// Outlines of territories.
    pub contours: Vec<PathBuf>,
    /// Pictures and documents.
    pub media: Vec<PathBuf>,
}

impl Files {
    /// The pages for which there are files, even if these cannot be read.
    pub fn routes(&self) -> impl Iterator<Item = Route> {
        fn of(files: &[PathBuf], route: fn(Slug) -> Route) -> impl Iterator<Item = Route> {
            let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
            stems.filter_map(Slug::new).map(route)
        }
        of(&self.news, Route::Article)
            .chain(of(&self.events, Route::Event))
            .chain(of(&self.results, Route::Election))
            .chain(of(&self.pages, Route::Text))
    }
}

/// Lists a content folder.
pub fn list(root: &Path, problems: &mut Problems) -> Files {
    let mut files = Files::default();
    for path in walk(root, problems) {
        let below: Vec<_> = path.strip_prefix(root).unwrap_or(&path).iter().collect();
        let folder = below.first().filter(|_| below.len() > 1).and_then(|folder| folder.to_str());
        let extension = path.extension().and_then(|extension| extension.to_str());
        match (folder, extension) {
            (Some("news"), Some("md")) => files.news.push(path),
            (Some("events"), Some("md")) => files.events.push(path),
            (Some("pages"), Some("md")) => files.pages.push(path),
            (Some("results"), Some("json")) if below.len() == 2 => files.results.push(path),
            (Some("results"), Some("csv")) if below.len() == 3 => files.tables.push(path),
            (Some("contours"), Some("json")) => files.contours.push(path),
            (Some("media"), Some(_)) => files.media.push(path),
            (None, Some("json")) if path.ends_with("site.json") => {}
            _ => problems.add_for_file(
                path,
                "this file has no place in the content",
                "articles are news/*.md, events events/*.md, pages pages/*.md, \
                 results results/*.json, their tables results/<election>/*.csv, \
                 outlines contours/*.json, pictures media/*",
            ),
        }
    }
    files
}

/// Every file below a folder, sorted; hidden files are left alone.
fn walk(folder: &Path, problems: &mut Problems) -> Vec<PathBuf> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let help = "check that the folder exists and can be read";
            problems.add_for_file(folder, format!("this folder cannot be read: {error}"), help);
            return Vec::new();
        }
    };
    let hidden = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| !hidden(path));
    paths.sort();
    let (links, paths): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_symlink());
    for link in links {
        let help = "put the file itself into the content";
        problems.add_for_file(link, "symbolic links are not followed", help);
    }
    paths
        .into_iter()
        .flat_map(|path| if path.is_dir() { walk(&path, problems) } else { vec![path] })
        .collect()
}

/// The largest text with its fields: some 40 000 words.
const LARGEST_TEXT: u64 = 256 << 10;

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
    references: &mut References,
    problems: &mut Problems,
) -> Option<MarkdownFile> {
    const FENCE: &str = "+++\n";
    let source = file::read(path, LARGEST_TEXT, problems)?;
    let front = source.text.strip_prefix(FENCE).and_then(|rest| {
        let end = if rest.starts_with("+++") { 0 } else { rest.find("\n+++")? + 1 };
        Some(&rest[..end])
    });
    let Some(front) = front else {
        let first_line = source.text.lines().next().unwrap_or("").len();
        problems.add(
            &source,
            0..first_line,
            "the front matter is missing",
            "expected a line of `+++`",
            "begin the file with `+++`, fields such as `title = \"…\"`, and `+++` again",
        );
        return None;
    };
    let after = FENCE.len() + front.len() + "+++".len();
    let node = tree::from_toml(&source, front, FENCE.len(), problems);
    let body = Body::read(&source, after, references, problems);
    Some(MarkdownFile { front: node?, body })
}

/// The name of a file as an address.
pub fn name(path: &Path, problems: &mut Problems) -> Option<Slug> {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let slug = Slug::new(stem);
    if slug.is_none() {
        problems.add_for_file(
            path,
            format!("`{stem}` cannot be an address"),
            "name the file with lower-case letters without accents, digits and hyphens",
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
        let found = format!("the file is called `{slug}`");
        let help = format!("rename the file, or write `{slug}`, or leave the field out");
        written.problem(problems, "the slug is not the file's name", found, help);
    }
    let start = node.span.start;
    Some(Spanned { value: slug, source: node.source.clone(), span: start..start + 1 })
}
