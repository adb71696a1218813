//! Nothing new appears while campaigning is forbidden.

use std::path::Path;

use anyhow::{Context, ensure};
use jiff::Timestamp;
use jiff::civil::{DateTime, Time};

use crate::message;
use crate::site::content::publication::Publication;
use crate::site::content::references::References;
use crate::site::content::reserve::{Known, RECORD, Record, Reserve};
use crate::site::content::{Article, files, settings};
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;

/// Ensure no article is new or another one in a « période de réserve », but practical information. Without a record
/// of what was there before it began, an article is new whose days say so.
pub fn ensure_nothing_is_new(
    articles: &[Article],
    periods: &[Reserve],
    record: Option<&Record>,
    now: DateTime,
    problems: &mut Problems,
) {
    let Some(reserve) = periods.iter().find(|it| it.contains(now)) else { return };
    for article in articles.iter().filter(|it| !it.is_practical) {
        let known = match record {
            _ if appears_in(article, reserve) => Known::New,
            Some(record) => record.knows(&article.slug.value, &article.slug.source),
            None => known_by_days(article, reserve),
        };
        let title = match known {
            Known::Same => continue,
            Known::New => message!("check-reserve-new"),
            Known::Changed => message!("check-reserve-changed"),
        };
        article.date.problem(problems, title, found(reserve), help(reserve));
    }
}

/// Points at an article that will appear in such a period: it will be refused then.
pub fn warn_of_what_will_be_new(
    article: &Article,
    periods: &[Reserve],
    now: DateTime,
    problems: &mut Problems,
) {
    let will_be = |it: &&Reserve| !article.publication.is_out(now) && appears_in(article, it);
    if let Some(reserve) = periods.iter().find(will_be).filter(|_| !article.is_practical) {
        let title = message!("check-reserve-new");
        article.date.warning(problems, title, found(reserve), help(reserve));
    }
}

/// Records what the articles of a content are, and says how many.
///
/// # Errors
/// When a period has begun, the content cannot be read, or the record cannot be written.
pub fn record(root: &Path, now: Timestamp) -> anyhow::Result<usize> {
    let mut problems = Problems::default();
    let settings = settings::read(root, &mut References::default(), &mut problems);
    let files = files::list(root, &mut problems);
    let record = Record::of(&files, &mut problems);
    let settings = settings.filter(|_| problems.is_empty());
    let settings = settings.context(message!("program-reserve-problems"))?;
    ensure!(!settings.reserve.is_empty(), message!("program-reserve-none"));
    let now = settings.time_zone.to_datetime(now);
    let has_begun = settings.reserve.iter().any(|it| it.contains(now));
    ensure!(!has_begun, message!("program-reserve-begun"));
    let text = serde_json::to_string_pretty(&record)? + "\n";
    crate::site::files::write(&root.join(RECORD), text.as_bytes())?;
    Ok(record.len())
}

/// Whether an article is published by its `publish_at` in the period.
fn appears_in(article: &Article, reserve: &Reserve) -> bool {
    matches!(article.publication, Publication::From(moment) if reserve.contains(moment))
}

fn known_by_days(article: &Article, reserve: &Reserve) -> Known {
    let first = reserve.from.date();
    let is_whole = reserve.from == first.to_datetime(Time::midnight());
    // What is of the day on which it begins in the evening was there in the morning.
    let is_in = |day| day > first || day == first && is_whole;
    match article.updated.as_ref() {
        _ if is_in(article.date.value) => Known::New,
        Some(updated) if is_in(updated.value) => Known::Changed,
        _ => Known::Same,
    }
}

fn found(reserve: &Reserve) -> Message {
    let [from, until] = [reserve.from, reserve.until].map(written);
    message!("check-reserve-found", from = from, until = until)
}

fn help(reserve: &Reserve) -> Message {
    message!("check-reserve-help", until = reserve.until.strftime("%FT%H:%M").to_string())
}

fn written(moment: DateTime) -> String {
    moment.strftime("%F %H:%M").to_string()
}
