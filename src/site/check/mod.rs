//! A content folder, read and checked: here is what needs several files.

mod incomplete_communes;
mod links;
mod outlines;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::data::Contours;
use crate::route::Slug;
use crate::site::content::election::{self, tables};
use crate::site::content::files::{Files, Kind};
use crate::site::content::media::Media;
use crate::site::content::references::References;
use crate::site::content::{
    Article, Content, Election, Event, Text, article, event, files, page, read_contours, settings,
};
use crate::site::parse::diagnostics::Problems;

/// Reads a content folder. Whatever cannot be read is reported and left out, and the rest is read
/// on, so that an editor sees everything at once.
pub fn read(root: &Path, problems: &mut Problems) -> Content {
    let files = files::list(root, problems);
    let media = Media::read(&root.join("media"), files.of(Kind::Media), problems);
    let mut references = References::default();
    let settings = settings::read(root, &mut references, problems);
    let refs = &mut references;
    let mut articles: Vec<Article> =
        read_all(files.of(Kind::Article), article::read, &media, refs, problems);
    let mut events: Vec<Event> =
        read_all(files.of(Kind::Event), event::read, &media, refs, problems);
    let texts: Vec<Text> = read_all(files.of(Kind::Text), page::read, &media, refs, problems);
    let mut elections: Vec<Election> =
        files.of(Kind::Election).iter().filter_map(|file| election::read(file, problems)).collect();
    let contours = files.of(Kind::Outlines).iter().filter_map(|file| {
        let name = files::name(file, problems);
        read_contours(file, problems).and_then(|contours| Some((name?, contours)))
    });
    let contours: BTreeMap<Slug, Contours> = contours.collect();

    for kind in [Kind::Article, Kind::Event, Kind::Text, Kind::Election, Kind::Outlines] {
        ensure_names_differ(files.of(kind), problems);
    }

    ensure_tables_are_read(&files, problems);
    outlines::ensure_outlines_fit(&elections, &contours, &files, problems);

    // Slugs decide between equal dates, so that the order never depends on the file system.
    articles.sort_by(|a, b| (b.date, &a.slug.value).cmp(&(a.date, &b.slug.value)));
    events.sort_by(|a, b| {
        (a.start.day, a.start.hour, &a.slug.value).cmp(&(b.start.day, b.start.hour, &b.slug.value))
    });
    elections.sort_by(|a, b| (b.last_day(), &a.slug.value).cmp(&(a.last_day(), &b.slug.value)));

    incomplete_communes::find(&mut elections);

    let content = Content { settings, articles, events, texts, elections, media, contours };
    links::ensure_all_lead_somewhere(&references, &content, &files, problems);
    content
}

/// Reads files of one kind on all processors, with what they refer to and their problems in the order of
/// the files.
fn read_all<T: Send>(
    files: &[PathBuf],
    read: fn(&Path, &Media, &mut References, &mut Problems) -> Option<T>,
    media: &Media,
    references: &mut References,
    problems: &mut Problems,
) -> Vec<T> {
    let one = |file: &PathBuf| {
        let (mut references, mut problems) = (References::default(), Problems::default());
        (read(file, media, &mut references, &mut problems), references, problems)
    };
    let found: Vec<_> = files.par_iter().map(one).collect();
    let mut all = Vec::with_capacity(found.len());
    for (read, refers_to, wrong) in found {
        all.extend(read);
        references.append(refers_to);
        problems.append(wrong);
    }
    all
}

/// Ensure every table is called as one and lies next to its election: others would not be read.
fn ensure_tables_are_read(files: &Files, problems: &mut Problems) {
    for path in files.of(Kind::Table) {
        let election = path.parent().unwrap_or(path).with_extension("json");
        if !files.of(Kind::Election).contains(&election) {
            let title = format!("there is no election `{}`", election.display());
            let help = "write the election’s own file, or correct the name of the folder";
            problems.add_for_file(path, title, help);
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !tables::is_table(name) {
            let help = "tables are round-1-communes.csv, round-1-communes-candidates.csv, \
                        round-1-candidates.csv and the like (docs/import.md)";
            problems.add_for_file(path, "this is not the name of a table", help);
        }
    }
}

/// Ensure no two pages of one kind have the same URL.
fn ensure_names_differ(paths: &[PathBuf], problems: &mut Problems) {
    let mut seen: BTreeMap<_, &PathBuf> = BTreeMap::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default();
        if let Some(first) = seen.insert(name, path) {
            problems.add_for_file(
                path,
                format!("the slug `{}` is taken by `{}`", name.display(), first.display()),
                "rename one of the two files: its name is the page’s URL",
            );
        }
    }
}
