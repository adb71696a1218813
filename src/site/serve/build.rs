//! The builds of a preview, one after the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::Context;

use crate::message;
use crate::site::messages::causes;
use crate::site::{self, Bundle, Compiled, Problems, Purpose};

/// What came of a build, to be told to whoever started the server.
pub enum Outcome<'a> {
    /// A site.
    Built {
        /// The site.
        compiled: &'a Compiled,
        /// From the change to the files.
        time: Duration,
    },
    /// The content has mistakes.
    Mistaken(&'a Problems),
    /// Something else failed.
    Failed(&'a anyhow::Error),
}

/// What the server shows.
pub struct Shown {
    /// Tells builds apart, those of another start of the server too.
    pub number: u128,
    /// The folder of the last site without mistakes.
    pub site: Option<PathBuf>,
    /// What is wrong with the content as it is now; empty when nothing is.
    pub mistakes: String,
}

/// Builds a site again and again.
pub struct Builder {
    content: PathBuf,
    bundle: Bundle,
    /// Where the sites are written, each into a folder of its own.
    work: PathBuf,
    number: u128,
    /// The last site, and the one before it, from which answers may still be on their way.
    sites: [Option<PathBuf>; 2],
}

impl Builder {
    /// Builds nothing yet.
    pub fn new(content: PathBuf, bundle: Bundle, work: PathBuf) -> Self {
        let start = SystemTime::now().duration_since(UNIX_EPOCH);
        let number = start.map_or(0, |since| since.as_millis());
        Self { content, bundle, work, number, sites: [None, None] }
    }

    /// Builds what the content is now; it changed at a moment.
    pub fn build(&mut self, since: Instant, tell: &impl Fn(Outcome<'_>)) -> Shown {
        self.number += 1;
        let mistakes = match self.try_to_build(since, tell) {
            Ok(mistakes) => mistakes.map_or_else(String::new, |mistakes| mistakes.to_string()),
            Err(error) => {
                tell(Outcome::Failed(&error));
                causes::chain(&error)
            }
        };
        Shown { number: self.number, site: self.sites[0].clone(), mistakes }
    }

    fn try_to_build(
        &mut self,
        since: Instant,
        tell: &impl Fn(Outcome<'_>),
    ) -> anyhow::Result<Option<Problems>> {
        let compiled = match site::compile(&self.content, site::now()?) {
            Ok(compiled) => compiled,
            Err(problems) => {
                tell(Outcome::Mistaken(&problems));
                return Ok(Some(problems));
            }
        };
        let folder = self.work.join(self.number.to_string());
        fs::create_dir(&folder).context(message!("program-folder-of-preview"))?;
        site::write(&compiled, &self.bundle, Purpose::Preview, &folder)?;
        let [last, before] = self.sites.each_mut().map(Option::take);
        if let Some(before) = before {
            remove(&before);
        }
        self.sites = [Some(folder), last];
        tell(Outcome::Built { compiled: &compiled, time: since.elapsed() });
        Ok(None)
    }
}

/// What stays of a folder is removed when the server ends.
fn remove(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
}
