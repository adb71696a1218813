//! A content folder, read and checked: here is what needs several files.

mod admin;
mod aliases;
mod compared;
mod incomplete_communes;
mod legal_notice;
mod links;
mod outlines;
mod pages;
pub mod reserve;
mod years;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use rayon::prelude::*;

use crate::data::Contours;
use crate::message;
use crate::route::Slug;
use crate::site::content::election::{self, tables};
use crate::site::content::files::{Files, Kind};
use crate::site::content::media::Media;
use crate::site::content::publication::{Published, Withheld};
use crate::site::content::references::References;
use crate::site::content::reserve::{Record, Reserve};
use crate::site::content::{
    Article, Content, Election, Event, article, event, files, page, read_contours, settings,
    static_files,
};
use crate::site::parse::diagnostics::Problems;

/// Reads a content folder. Whatever cannot be read is reported and left out, and the rest is read
/// on, so that an editor sees everything at once.
///
/// What is not published yet at this moment is checked too, and then left out.
pub fn read(root: &Path, now: Timestamp, problems: &mut Problems) -> Content {
    let files = files::list(root, problems);
    let mut media = Media::read(&root.join("media"), files.of(Kind::Media), problems);
    static_files::read(&root.join("static"), &files, &mut media, problems);
    let mut published = References::default();
    let settings = settings::read(root, &mut published, problems);
    let zone = settings.as_ref().map_or_else(settings::of_paris, |it| it.time_zone.clone());
    let now = zone.to_datetime(now);
    let mut sort = Sort { now, published, withheld: Withheld::default() };
    let periods = settings.as_ref().map_or(&[][..], |it| &it.reserve);
    let mut content = Content {
        articles: articles(&files, &media, periods, &mut sort, problems),
        events: events(&files, &media, &mut sort, problems),
        texts: sort.texts(read_all(files.of(Kind::Text), page::read, &media, problems)),
        elections: elections(&files, problems),
        contours: contours(&files, problems),
        settings,
        media,
        withheld: BTreeMap::new(),
        now,
    };
    for kind in [Kind::Article, Kind::Event, Kind::Text, Kind::Election, Kind::Outlines] {
        ensure_names_differ(files.of(kind), problems);
    }
    ensure_tables_are_read(&files, problems);
    outlines::ensure_outlines_fit(&content.elections, &content.contours, &files, problems);
    compared::ensure_they_stood(&content.elections, problems);
    content.elections.retain(|it| sort.keeps(it));
    incomplete_communes::find(&mut content.elections);
    years::warn_of_those_far_away(&content, problems);
    ensure_the_settings_are_kept(&content, root, &files, problems);
    withhold(&mut content, sort, &files, problems);
    aliases::ensure_they_are_free(&content, &files, problems);
    pages::ensure_they_are_a_tree(&content, problems);
    content
}

/// Ensure the content is as the settings want it: nothing is new in a period of reserve, and the editor has its address.
fn ensure_the_settings_are_kept(
    content: &Content,
    root: &Path,
    files: &Files,
    problems: &mut Problems,
) {
    let record = Record::read(root, problems);
    let Some(settings) = &content.settings else { return };
    let (articles, periods) = (&content.articles, &settings.reserve);
    reserve::ensure_nothing_is_new(articles, periods, record.as_ref(), content.now, problems);
    if settings.admin.is_some() {
        admin::ensure_it_is_free(root, files, problems);
    }
}

/// Leaves out what only pages refer to that are not published, once every link was followed.
fn withhold(content: &mut Content, sort: Sort, files: &Files, problems: &mut Problems) {
    let Sort { published, withheld, .. } = sort;
    let unpublished = withheld.media(&published);
    // What is withheld may refer to everything, what is published to nothing that is withheld.
    links::ensure_all_lead_somewhere(&withheld.references, content, files, problems);
    content.withheld = withheld.pages;
    links::ensure_all_lead_somewhere(&published, content, files, problems);
    legal_notice::ensure_there_is_one(content, &published.embeds, problems);
    content.media.withhold(&unpublished);
}

/// The articles that are published, newest first. Slugs decide between equal dates, so that the order never
/// depends on the file system.
fn articles(
    files: &Files,
    media: &Media,
    periods: &[Reserve],
    sort: &mut Sort,
    problems: &mut Problems,
) -> Vec<Article> {
    let found = read_all(files.of(Kind::Article), article::read, media, problems);
    for article in found.iter().filter_map(|(article, _)| article.as_ref()) {
        reserve::warn_of_what_will_be_new(article, periods, sort.now, problems);
    }
    let mut articles = sort.texts(found);
    articles.sort_by(|a, b| (b.date.value, &a.slug.value).cmp(&(a.date.value, &b.slug.value)));
    articles.iter().for_each(|article| warn_of_a_day_to_come(article, sort.now, problems));
    articles
}

/// The events that are published, in their order.
fn events(files: &Files, media: &Media, sort: &mut Sort, problems: &mut Problems) -> Vec<Event> {
    let mut events = sort.texts(read_all(files.of(Kind::Event), event::read, media, problems));
    events.sort_by(|a, b| {
        let key = |it: &Event| (it.schedule.start.value.day, it.schedule.start.value.hour);
        (key(a), &a.slug.value).cmp(&(key(b), &b.slug.value))
    });
    events
}

/// All elections, the latest first.
fn elections(files: &Files, problems: &mut Problems) -> Vec<Election> {
    let files = files.of(Kind::Election).iter();
    let mut elections: Vec<Election> =
        files.filter_map(|file| election::read(file, problems)).collect();
    elections.sort_by(|a, b| (b.last_day(), &a.slug.value).cmp(&(a.last_day(), &b.slug.value)));
    elections
}

fn contours(files: &Files, problems: &mut Problems) -> BTreeMap<Slug, Contours> {
    let contours = files.of(Kind::Outlines).iter().filter_map(|file| {
        let name = files::name(file, problems);
        read_contours(file, problems).and_then(|contours| Some((name?, contours)))
    });
    contours.collect()
}

/// Parts what is published from what is not.
struct Sort {
    now: DateTime,
    published: References,
    withheld: Withheld,
}

impl Sort {
    /// The texts that are published. What cannot be read counts as published: nothing is published of a content
    /// with problems.
    fn texts<T: Published>(&mut self, found: Vec<(Option<T>, References)>) -> Vec<T> {
        let mut published = Vec::with_capacity(found.len());
        for (text, refers_to) in found {
            if text.as_ref().is_none_or(|text| self.keeps(text)) {
                self.published.append(refers_to);
                published.extend(text);
            } else {
                self.withheld.references.append(refers_to);
            }
        }
        published
    }

    /// Whether a page is published; else it is noted.
    fn keeps(&mut self, page: &impl Published) -> bool {
        let (route, publication) = page.published();
        let is_out = publication.is_out(self.now);
        if !is_out {
            self.withheld.pages.insert(route, publication);
        }
        is_out
    }
}

/// Points at an article that is published and of a day to come.
fn warn_of_a_day_to_come(article: &Article, now: DateTime, problems: &mut Problems) {
    if article.date.value > now.date() {
        let found = message!("content-day-to-come-found", today = now.date().to_string());
        let help = message!("content-day-to-come-help");
        article.date.warning(problems, message!("content-day-to-come"), found, help);
    }
}

/// Reads files of one kind on all processors, each with what it refers to, and their problems in the order of
/// the files.
fn read_all<T: Send>(
    files: &[PathBuf],
    read: fn(&Path, &Media, &mut References, &mut Problems) -> Option<T>,
    media: &Media,
    problems: &mut Problems,
) -> Vec<(Option<T>, References)> {
    let one = |file: &PathBuf| {
        let (mut references, mut problems) = (References::default(), Problems::default());
        (read(file, media, &mut references, &mut problems), references, problems)
    };
    let found: Vec<_> = files.par_iter().map(one).collect();
    let mut all = Vec::with_capacity(found.len());
    for (read, refers_to, wrong) in found {
        all.push((read, refers_to));
        problems.append(wrong);
    }
    all
}

/// Ensure every table is called as one and lies next to its election: others would not be read.
fn ensure_tables_are_read(files: &Files, problems: &mut Problems) {
    for path in files.of(Kind::Table) {
        let election = path.parent().unwrap_or(path).with_extension("json");
        if !files.of(Kind::Election).contains(&election) {
            let election = election.display().to_string();
            let title = message!("content-no-election", election = election);
            problems.add_for_file(path, title, message!("content-no-election-help"));
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !tables::is_table(name) {
            let help = message!("content-no-table-help");
            problems.add_for_file(path, message!("content-no-table"), help);
        }
    }
}

/// Ensure no two pages of one kind have the same URL.
fn ensure_names_differ(paths: &[PathBuf], problems: &mut Problems) {
    let mut seen: BTreeMap<_, &PathBuf> = BTreeMap::new();
    for path in paths {
        let name = path.file_stem().unwrap_or_default();
        if let Some(first) = seen.insert(name, path) {
            let (slug, by) = (name.display().to_string(), first.display().to_string());
            let title = message!("content-slug-taken", slug = slug, by = by);
            problems.add_for_file(path, title, message!("content-slug-taken-help"));
        }
    }
}
