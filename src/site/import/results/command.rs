//! The command that imports a file: everything is read and checked before the first file is written.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail, ensure};

use super::report::{self, list};
use super::titles::Titles;
use super::{Import, Options, Problem, candidates, correction, names};
use crate::election::LevelResults;
use crate::message;
use crate::site::content::election::tables::{self, Named};
use crate::site::files;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;

/// What to import, and as what; a list of candidates is read without options.
pub struct Request<'a> {
    /// The folder with the content.
    pub content: &'a Path,
    /// The published file.
    pub file: &'a Path,
    /// The slug of the election.
    pub election: &'a str,
    /// The round.
    pub round: u8,
    /// How the file is read.
    pub options: Options,
    /// Whether published titles take the place of those that are in the table.
    pub replace: bool,
}

/// Imports a file and says what it gave.
///
/// # Errors
/// Says what is wrong with the file, with the tables that exist, or with a change; nothing was
/// written then.
pub fn results(request: &Request<'_>) -> anyhow::Result<String> {
    let folder = folder(request)?;
    let mut import = read(request)?;
    progress(&message!("import-comparing", count = import.results.territories.len()));
    let mut problems = Problems::default();
    let before = tables::read(&folder, &mut problems);
    let mut known = tables::candidates(&folder, request.round, &mut Problems::default());
    ensure_no_problems(problems)?;
    let mut titles = Titles::new(request.replace);
    titles.join_results(&mut known, &tables::named(&mut import.results, &[]));
    let named = tables::named(&mut import.results, &known);
    ensure_same_candidates(request, &import.results, &named, &before, &known)?;
    let same = |found: &&(u8, LevelResults)| {
        found.0 == request.round && found.1.level == import.results.level
    };
    let correction =
        before.iter().find(same).map(|(_, before)| correction::compare(before, &import.results));
    let suspicious = correction.as_ref().map(|it| &it.suspicious_changes[..]).unwrap_or_default();
    if !suspicious.is_empty() && !request.options.accept_differences {
        let found = message!("import-implausible", file = request.file);
        let found = format!("{found}\n{}", list(suspicious));
        return Err(refused(found.trim_end(), &message!("import-implausible-help")));
    }
    let files = tables::files(request.round, &import.results, &named);
    let stale: Vec<PathBuf> = tables::stale(request.round, &import.results)
        .into_iter()
        .map(|name| folder.join(name))
        .collect();
    let changed = write(&folder, &files, &stale)?;
    Ok(report::results(&import, correction.as_ref(), &titles)
        + &report::written(request.round, request.election, &changed))
}

/// Ensure that the tables of a round have the same candidates, however they are spelled.
fn ensure_same_candidates(
    request: &Request<'_>,
    results: &LevelResults,
    named: &Named,
    before: &[(u8, LevelResults)],
    known: &Named,
) -> anyhow::Result<()> {
    let others = before.iter().filter(|(round, _)| *round == request.round);
    let others: Vec<&LevelResults> = others.map(|(_, results)| results).collect();
    let Some((here, there)) = tables::strangers(results, named, &others, known) else {
        return Ok(());
    };
    let (here, there) = (here.join(", "), there.join(", "));
    let found = message!("import-strangers", file = request.file, here = here, there = there);
    let help = message!("import-strangers-help", round = usize::from(request.round));
    Err(refused(&found.to_string(), &help))
}

fn read(request: &Request<'_>) -> anyhow::Result<Import> {
    progress(&message!("import-reading", file = request.file));
    let import = super::read(request.file, &request.options);
    let mut import = import.map_err(|problem| unusable(request.file, &problem))?;
    names::fill(&mut import.results);
    Ok(import)
}

/// Joins a published list of candidates to the columns of a round.
///
/// # Errors
/// Says what is wrong with the list, or which of its panels do not fit; nothing was written then.
pub fn candidates(request: &Request<'_>) -> anyhow::Result<String> {
    let folder = folder(request)?;
    let unusable = |problem| unusable(request.file, &problem);
    let found = candidates::read(request.file, &request.options.which).map_err(unusable)?;
    let mut problems = Problems::default();
    let mut named = tables::candidates(&folder, request.round, &mut problems);
    ensure_no_problems(problems)?;
    if named.is_empty() {
        let (folder, round) = (folder.as_path(), usize::from(request.round));
        bail!(message!("import-no-table-of-candidates", folder = folder, round = round));
    }
    let mut titles = Titles::new(request.replace);
    candidates::join(&mut named, found.listed, &mut titles).map_err(unusable)?;
    let changed = write(&folder, &[tables::candidates_file(request.round, &named)], &[])?;
    Ok(report::candidates(named.len(), &found.source, &found.unused, &titles)
        + &report::written(request.round, request.election, &changed))
}

/// The error of a published file that cannot be used.
fn unusable(file: &Path, problem: &Problem) -> anyhow::Error {
    anyhow!("{}, {problem}\n{}", file.display(), message!("import-nothing-written"))
}

/// The error of a file that does not fit what is there, with what to do.
fn refused(found: &str, help: &Message) -> anyhow::Error {
    let written = message!("import-nothing-written");
    anyhow!("{found}\n{}: {help}\n{written}", message!("check-help"))
}

/// The folder of an election that exists.
fn folder(request: &Request<'_>) -> anyhow::Result<PathBuf> {
    let folder = request.content.join("results").join(request.election);
    let own = folder.with_extension("json");
    ensure!(own.is_file(), message!("import-no-election", path = own.as_path()));
    Ok(folder)
}

fn ensure_no_problems(problems: Problems) -> anyhow::Result<()> {
    if !problems.is_empty() {
        bail!("{}\n{}", message!("import-tables-with-problems"), problems.sorted());
    }
    Ok(())
}

/// On a terminal, says what takes so long.
fn progress(what: &Message) {
    if std::io::stderr().is_terminal() {
        eprintln!("{what} …");
    }
}

/// Writes those files that changed: first next to their places, then all into them.
fn write(
    folder: &Path,
    files: &[(String, String)],
    stale: &[PathBuf],
) -> anyhow::Result<Vec<PathBuf>> {
    let differs = |(name, text): &&(String, String)| {
        std::fs::read(folder.join(name)).ok().as_deref() != Some(text.as_bytes())
    };
    let changed: Vec<&(String, String)> = files.iter().filter(differs).collect();
    std::fs::create_dir_all(folder)
        .with_context(|| message!("import-folder-not-made", path = folder))?;
    let temporary = |name: &str| folder.join(format!(".{name}.new"));
    for (name, text) in &changed {
        let path = temporary(name);
        if let Err(error) = std::fs::write(&path, text) {
            for (name, _) in &changed {
                // What was written so far is of no use; that it may not exist is fine.
                let _ = std::fs::remove_file(temporary(name));
            }
            return Err(error).with_context(|| files::unwritable(&path));
        }
    }
    let mut written = Vec::new();
    for (name, _) in &changed {
        let path = folder.join(name);
        std::fs::rename(temporary(name), &path)
            .with_context(|| message!("import-not-replaced", path = path.as_path()))?;
        written.push(path);
    }
    for stale in stale.iter().filter(|stale| stale.exists()) {
        std::fs::remove_file(stale)
            .with_context(|| message!("import-not-removed", path = stale.as_path()))?;
        written.push(stale.to_owned());
    }
    Ok(written)
}
