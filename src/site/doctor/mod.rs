//! The examination of a published site: every page, its data and its files, asked for over HTTP as
//! browsers do. Of the content it knows only what the site says of itself.

pub mod client;
pub mod page;
pub mod problem;
pub mod response;
pub mod visit;

use std::collections::BTreeSet;

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

/// Crawls the site at a URL. Of a large site, only `sample` pages, evenly sampled.
///
/// # Errors
/// When the URL is none. Everything else that may go wrong is a problem in the report.
pub fn examine(url: &str, sample: Option<usize>) -> anyhow::Result<Report> {
    let client = Client::new(url)?;
    let mut report = Report { base: client.base.clone(), ..Report::default() };
    report.problems.extend(visit::home(&client));
    if !report.problems.is_empty() {
        // Everything else would only say the same again.
        return Ok(report);
    }
    report.problems.extend(visit::transport(&client));
    report.problems.extend(visit::codings(&client));
    let (paths, problems) = visit::sitemap(&client);
    report.problems.extend(problems);
    report.problems.extend(visit::robots(&client));
    report.problems.extend(visit::feed(&client));
    report.problems.extend(visit::unknown(&client));
    let seen = evenly_sampled(&paths, sample.unwrap_or(paths.len()));
    report.pages = paths.len();
    report.seen = seen.len();
    let pool = ThreadPoolBuilder::new()
        .num_threads(AT_A_TIME)
        .build()
        .context(message!("doctor-threads"))?;
    let pages = each(&pool, &seen, |path| visit::page(&client, path));
    let mut assets = BTreeSet::new();
    for visited in pages {
        report.problems.extend(visited.problems);
        assets.extend(visited.assets);
    }
    let assets: Vec<String> = assets.into_iter().collect();
    report.files = assets.len() + seen.len();
    let found = each(&pool, &assets, |path| visit::asset(&client, path));
    report.problems.extend(found.into_iter().flatten());
    let with_slash: Vec<&str> = seen.iter().map(|it| &**it).filter(|it| *it != "/").collect();
    let with_slash = evenly_sampled(&with_slash, SLASHES);
    let found = each(&pool, &with_slash, |path| visit::slash(&client, path));
    report.problems.extend(found.into_iter().flatten());
    report.problems.sort();
    report.problems.dedup();
    Ok(report)
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
