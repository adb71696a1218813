//! The examination of a published site: every page, its data and its files, asked for over HTTP as
//! browsers do. Of the content it knows only what the site says of itself.

pub mod client;
mod lists;
pub mod page;
pub mod problem;
pub mod response;
mod rules;
pub mod visit;

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;

use anyhow::Context;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use self::client::Client;
pub use self::problem::{Kind, Problem, Report};
use crate::message;

/// How many requests are under way at a time: as many as one browser makes.
const AT_A_TIME: usize = 6;

/// For how many pages the URL without its closing slash is tried: all go by one rule.
const SLASHES: usize = 20;

/// What is examined of a site.
#[derive(Clone, Copy, Debug, Default)]
pub struct Examination {
    /// Of a large site, only so many pages, evenly sampled.
    pub sample: Option<usize>,
    /// Whether the site is not where it will be published: that it calls itself otherwise is right then.
    pub is_rehearsal: bool,
}

/// Crawls the site at a URL.
///
/// # Errors
/// When the URL is none. Everything else that may go wrong is a problem in the report.
pub fn examine(url: &str, examination: Examination) -> anyhow::Result<Report> {
    let Examination { sample, is_rehearsal } = examination;
    let client = Client::new(url)?;
    let mut report = Report { base: client.base.clone(), ..Report::default() };
    report.problems.extend(visit::home(&client));
    if !report.problems.is_empty() {
        // Everything else would only say the same again.
        return Ok(report);
    }
    report.problems.extend(visit::transport(&client));
    report.problems.extend(visit::codings(&client));
    let (paths, problems) = lists::sitemap(&client);
    report.problems.extend(problems);
    report.problems.extend(lists::robots(&client));
    report.problems.extend(lists::feed(&client));
    report.problems.extend(lists::calendar(&client));
    report.problems.extend(visit::unknown(&client));
    let seen = evenly_sampled(&paths, sample.unwrap_or(paths.len()));
    report.pages = paths.len();
    report.seen = seen.len();
    let pool = ThreadPoolBuilder::new()
        .num_threads(AT_A_TIME)
        .build()
        .context(message!("doctor-threads"))?;
    visit_pages(&client, &pool, &seen, &mut report);
    let with_slash: Vec<&str> = seen.iter().map(|it| &**it).filter(|it| *it != "/").collect();
    let with_slash = evenly_sampled(&with_slash, SLASHES);
    let found = each(&pool, &with_slash, |path| visit::slash(&client, path));
    report.problems.extend(found.into_iter().flatten());
    report.problems.retain(|problem| !(is_rehearsal && problem.kind == Kind::Base));
    report.problems = rules::told_once(take(&mut report.problems), &seen);
    report.problems.sort();
    report.problems.dedup();
    Ok(report)
}

/// Visits pages, then every file that they load, each once.
fn visit_pages(client: &Client, pool: &ThreadPool, seen: &[String], report: &mut Report) {
    let mut pages = each(pool, seen, |path| visit::page(client, path));
    report.problems.extend(pages.iter_mut().flat_map(|visited| take(&mut visited.problems)));
    let assets: BTreeSet<&String> = pages.iter().flat_map(|visited| &visited.assets).collect();
    let assets: Vec<&String> = assets.into_iter().collect();
    report.files = assets.len() + seen.len();
    let found = each(pool, &assets, |path| visit::asset(client, path));
    let (sizes, found): (Vec<usize>, Vec<Vec<Problem>>) = found.into_iter().unzip();
    report.problems.extend(found.into_iter().flatten());
    let sizes: BTreeMap<&String, usize> = assets.into_iter().zip(sizes).collect();
    for (path, visited) in seen.iter().zip(&pages) {
        let bytes = visited.assets.iter().filter_map(|asset| sizes.get(asset)).sum();
        report.problems.extend(visit::weight(path, bytes));
    }
}

/// Does this for each, several at a time; what comes of it is in their order.
fn each<T: Sync, R: Send>(
    pool: &ThreadPool,
    items: &[T],
    visit: impl Fn(&T) -> R + Send + Sync,
) -> Vec<R> {
    pool.install(|| items.par_iter().map(visit).collect())
}

/// At most so many of the items: the first, the last, and others at even distances.
fn evenly_sampled<T: Clone>(items: &[T], most: usize) -> Vec<T> {
    if items.len() <= most {
        return items.to_vec();
    }
    let last = items.len() - 1;
    let steps = most.saturating_sub(1).max(1);
    (0..most).filter_map(|step| items.get(step * last / steps).cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::evenly_sampled;

    #[test]
    fn a_sample_is_taken_evenly() {
        let items: Vec<usize> = (0..100).collect();
        assert_eq!(evenly_sampled(&items, 4), [0, 33, 66, 99]);
        assert_eq!(evenly_sampled(&items, 1), [0]);
        assert_eq!(evenly_sampled(&items, 0), [0_usize; 0]);
        assert_eq!(evenly_sampled(&items, 100), items);
        assert_eq!(evenly_sampled(&items, 1000), items);
    }
}
