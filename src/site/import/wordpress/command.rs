//! The command that imports an export: everything is converted and checked before the first file is written.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{anyhow, bail};
use jiff::Timestamp;
use rayon::prelude::*;

use super::account::{Account, Outcome, outcome_of_text};
use super::export::{self, Export, Item};
use super::here::Here;
use super::html::Context;
use super::notes::{About, Note};
use super::plan::{self, Plan};
use super::record::{self, Entry, Record};
use super::stage::Stage;
use super::text::{self, Care, File};
use super::uploads::Uploads;
use super::{old_site, source};
use crate::message;
use crate::site::files;
use crate::site::import::results::Problem;
use crate::site::messages::Message;

/// What to import.
pub struct Request<'a> {
    /// The folder with the content.
    pub content: &'a Path,
    /// The export.
    pub file: &'a Path,
    /// The folder of the uploads.
    pub media: Option<&'a Path>,
    /// Where the account is to be written.
    pub account: Option<&'a Path>,
    /// When this is.
    pub now: Timestamp,
}

/// Imports an export and says what became of everything in it.
///
/// # Errors
/// Says what is wrong with the file or the content; nothing was written then.
pub fn run(request: &Request<'_>) -> anyhow::Result<String> {
    progress(&message!("import-reading", file = request.file));
    let export = source::read(request.file).and_then(|text| export::read(&text));
    let export = export.map_err(|problem| unusable(request.file, &problem))?;
    let mut here = Here::read(request.content, request.now)?;
    let mut record = Record::read(request.content)?;
    let mut uploads = Uploads::of(request.media)?;
    uploads.describe(&export.items);
    let plan = plan::plan(&export, &record, &mut here);
    let nothing_new = |files: &[File], uploads: &Uploads| {
        let account = account(&export, &plan, files, uploads, 0, request.content);
        let nothing = message!("wordpress-nothing-new");
        Ok(format!("{}{}{nothing}", account.numbers(request.file), account.work()))
    };
    if plan.posts.is_empty() {
        return nothing_new(&[], &uploads);
    }
    let mut import = Import { export: &export, plan: &plan, uploads, files: Vec::new() };
    let mut stage = Stage::of(request.content)?;
    import.make(&mut stage, &record, &here, request.now)?;
    if import.files.iter().all(|file| file.text.is_none()) {
        return nothing_new(&import.files, &import.uploads);
    }
    import.remember(&mut record);
    stage.write(record::NAME, &record.written()?)?;
    let used = import.used();
    let account =
        account(&export, &plan, &import.files, &import.uploads, used.len(), request.content);
    let path = path_of_the_account(request);
    files::write(&path, account.file(request.file).as_bytes())?;
    if let Err(error) = stage.commit() {
        let _ = std::fs::remove_file(&path);
        return Err(error);
    }
    let said = message!("wordpress-done", path = path.as_path());
    Ok(format!("{}{}{said}", account.numbers(request.file), account.work()))
}

/// The error of an export that cannot be used.
fn unusable(file: &Path, problem: &Problem) -> anyhow::Error {
    anyhow!("{}, {problem}\n{}", file.display(), message!("import-nothing-written"))
}

/// Beside the content folder, and never over an account that somebody works off.
fn path_of_the_account(request: &Request<'_>) -> PathBuf {
    if let Some(path) = request.account {
        return path.to_owned();
    }
    let folder = request.content.parent().unwrap_or(Path::new(""));
    let path = |name: &str| folder.join(name);
    let mut number = 2_u32;
    let mut free = path("import-wordpress.md");
    while free.exists() {
        free = path(&format!("import-wordpress-{number}.md"));
        number += 1;
    }
    free
}

/// On a terminal, says what takes so long.
fn progress(what: &Message) {
    if std::io::stderr().is_terminal() {
        eprintln!("{what} …");
    }
}

/// On a terminal, says how far it is.
fn count(done: &AtomicUsize, all: usize) {
    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
    let mut stderr = std::io::stderr();
    if stderr.is_terminal() && (done.is_multiple_of(50) || done == all) {
        let end = if done == all { "\n" } else { "" };
        let said = message!("wordpress-progress", done = done.to_string(), all = all.to_string());
        // Who does not see it misses nothing.
        let _ = write!(stderr, "\r{said}{end}");
    }
}

/// An import on its way.
struct Import<'a> {
    export: &'a Export,
    plan: &'a Plan,
    uploads: Uploads,
    files: Vec<File>,
}

impl Import<'_> {
    /// Converts every post until the checker has nothing against what is there.
    fn make(
        &mut self,
        stage: &mut Stage,
        record: &Record,
        here: &Here,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        for _ in 0..4 {
            self.convert(stage, record, here)?;
            if self.settle(stage, now)? {
                return Ok(());
            }
        }
        bail!(message!("wordpress-unsettled"))
    }

    /// Converts every post, and brings the files that they use; once more where some of these are refused.
    fn convert(&mut self, stage: &mut Stage, record: &Record, here: &Here) -> anyhow::Result<()> {
        for _ in 0..3 {
            self.convert_all(record, here);
            let used = self.used();
            let media: Vec<(String, &Path)> = used
                .iter()
                .filter_map(|key| Some((format!("media/{key}"), self.uploads.path(key)?)))
                .collect();
            progress(&message!("wordpress-pictures", count = media.len()));
            let refused = stage.media(&media)?;
            if refused.is_empty() {
                break;
            }
            for (path, why) in refused {
                let key = path.strip_prefix("media/").unwrap_or(&path).to_owned();
                self.uploads.refused.insert(key, why);
            }
        }
        for (post, file) in self.plan.posts.iter().zip(&self.files) {
            if let Some(text) = &file.text {
                stage.write(&post.file(), text.as_bytes())?;
            }
        }
        Ok(())
    }

    fn convert_all(&mut self, record: &Record, here: &Here) {
        let shared = old_site::shared_blocks(self.export);
        let mut failed = BTreeSet::new();
        // Links to a post that fails are lost: what was written before it failed is written again.
        for _ in 0..2 {
            let addresses = old_site::addresses(self.export, self.plan, &failed, record, here);
            let context =
                Context { addresses: &addresses, uploads: &self.uploads, shared: &shared };
            let (done, all) = (AtomicUsize::new(0), self.plan.posts.len());
            let convert = |post| {
                let file = text::file(post, self.export, &context, Care::Whole);
                count(&done, all);
                file
            };
            self.files = self.plan.posts.par_iter().map(convert).collect();
            let found = self.files.iter().enumerate().filter(|(_, it)| it.text.is_none());
            let found: BTreeSet<usize> = found.map(|(at, _)| at).collect();
            if found == failed {
                return;
            }
            failed = found;
        }
    }

    /// Checks everything as it will be. What the checker refuses is written with more care, or left out. Says whether
    /// that is all: where a file of the uploads is refused, the texts that use it are to be converted again.
    fn settle(&mut self, stage: &mut Stage, now: Timestamp) -> anyhow::Result<bool> {
        progress(&message!("wordpress-checking"));
        let mut cares: BTreeMap<usize, Care> = BTreeMap::new();
        for _ in 0..20 {
            let problems = stage.problems(now);
            if problems.is_empty() {
                return Ok(true);
            }
            let is_upload = |path: &str| self.uploads.path(path.strip_prefix("media/")?);
            let (files, texts): (Vec<_>, Vec<_>) =
                problems.into_iter().partition(|(path, _)| is_upload(path).is_some());
            for (path, why) in &files {
                stage.remove(path);
                self.uploads.refused.insert(path["media/".len()..].to_owned(), why.clone());
            }
            if !files.is_empty() {
                return Ok(false);
            }
            for (path, why) in texts {
                let at = self.plan.posts.iter().position(|it| it.file() == path);
                let Some(at) = at else {
                    bail!(message!("wordpress-refused", path = path, why = why))
                };
                match cares.insert(at, Care::Words) {
                    None => self.write_with_care(at, stage)?,
                    Some(_) => {
                        stage.remove(&path);
                        let notes = vec![Note::new(About::Failed, why)];
                        self.files[at] = File { text: None, notes, files: BTreeSet::new() };
                    }
                }
            }
        }
        bail!(message!("wordpress-unsettled"))
    }

    fn write_with_care(&mut self, at: usize, stage: &mut Stage) -> anyhow::Result<()> {
        let (addresses, shared) = Default::default();
        let context = Context { addresses: &addresses, uploads: &self.uploads, shared: &shared };
        let post = &self.plan.posts[at];
        self.files[at] = text::file(post, self.export, &context, Care::Words);
        match &self.files[at].text {
            Some(text) => stage.write(&post.file(), text.as_bytes()),
            None => {
                stage.remove(&post.file());
                Ok(())
            }
        }
    }

    /// The files of the uploads that the texts use.
    fn used(&self) -> BTreeSet<String> {
        self.files.iter().flat_map(|it| it.files.iter().cloned()).collect()
    }

    /// Remembers what was imported.
    fn remember(&self, record: &mut Record) {
        for (post, file) in self.plan.posts.iter().zip(&self.files) {
            let item = &self.export.items[post.item];
            if file.text.is_some() {
                let (key, link) = (record::key(item), item.link.clone());
                record.imported.push(Entry { key, id: item.id, link, file: post.file() });
            }
        }
    }
}

fn account<'a>(
    export: &'a Export,
    plan: &'a Plan,
    files: &'a [File],
    uploads: &Uploads,
    copied: usize,
    content: &Path,
) -> Account<'a> {
    let used: BTreeSet<&String> = files.iter().flat_map(|it| &it.files).collect();
    let of_file = |item: &Item| {
        let address = if item.file.is_empty() { &item.guid } else { &item.file };
        let is_here = || Uploads::paths(address).iter().any(|it| content.join(it).is_file());
        match uploads.find(address) {
            Some(key) if used.contains(&key.to_owned()) => Outcome::Kept,
            _ if is_here() => Outcome::Known,
            Some(_) => Outcome::Listed(message!("wordpress-left-unused")),
            None if uploads.refusal(address).is_some() => {
                Outcome::Listed(message!("wordpress-left-refused"))
            }
            None => Outcome::Listed(message!("wordpress-left-missing")),
        }
    };
    let items = export.items.iter().zip(&plan.fates);
    let outcomes = items
        .map(|(item, fate)| outcome_of_text(fate, files).unwrap_or_else(|| of_file(item)))
        .collect();
    Account { export, plan, files, outcomes, copied }
}
