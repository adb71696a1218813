//! The command that imports a file: everything is read and checked before the first file is written.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};

use super::report::{self, list};
use super::titles::Titles;
use super::{Import, Options, candidates, correction, names};
use crate::election::LevelResults;
use crate::site::content::election::tables::{self, Named};
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
    let file = request.file.display();
    let mut import = read(request)?;
    progress(&format!("comparing {} territories", import.results.territories.len()));
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
        bail!(
            "{file} has implausible changes from what was imported before:\n{}help: ask the publisher \
             which version is right; --accept-differences imports it anyway\nNothing was \
             written.",
            list(suspicious)
        );
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
    bail!(
        "{} has other candidates than the tables of this round that exist:\n  only in the file: \
         {}\n  only in the tables: {}\nhelp: spell them alike, in the file or as `key` in \
         round-{}-candidates.csv and the tables; delete the tables if they are wrong\nNothing was \
         written.",
        request.file.display(),
        here.join(", "),
        there.join(", "),
        request.round
    );
}

fn read(request: &Request<'_>) -> anyhow::Result<Import> {
    let file = request.file.display();
    progress(&format!("reading {file}"));
    let mut import = super::read(request.file, &request.options)
        .map_err(|problem| anyhow!("{file}, {problem}\nNothing was written."))?;
    names::fill(&mut import.results);
    Ok(import)
}

/// Joins a published list of candidates to the columns of a round.
///
/// # Errors
/// Says what is wrong with the list, or which of its panels do not fit; nothing was written then.
pub fn candidates(request: &Request<'_>) -> anyhow::Result<String> {
    let folder = folder(request)?;
    let file = request.file.display();
    let problem = |problem| anyhow!("{file}, {problem}\nNothing was written.");
    let found = candidates::read(request.file, &request.options.which).map_err(problem)?;
    let mut problems = Problems::default();
    let mut named = tables::candidates(&folder, request.round, &mut problems);
    ensure_no_problems(problems)?;
    if named.is_empty() {
        bail!(
            "{} has no table of candidates for round {}; import its results first. Where \
             candidates differ from territory to territory, their own file names them",
            folder.display(),
            request.round
        );
    }
    let mut titles = Titles::new(request.replace);
    candidates::join(&mut named, found.listed, &mut titles).map_err(problem)?;
    let changed = write(&folder, &[tables::candidates_file(request.round, &named)], &[])?;
    Ok(report::candidates(named.len(), &found.source, &found.unused, &titles)
        + &report::written(request.round, request.election, &changed))
}

/// The folder of an election that exists.
fn folder(request: &Request<'_>) -> anyhow::Result<PathBuf> {
    let folder = request.content.join("results").join(request.election);
    let own = folder.with_extension("json");
    if !own.is_file() {
        bail!(
            "{} does not exist; write the election's own file first (docs/content.md shows one)",
            own.display()
        );
    }
    Ok(folder)
}

fn ensure_no_problems(problems: Problems) -> anyhow::Result<()> {
    if !problems.is_empty() {
        bail!("the tables that exist have problems:\n{}", problems.sorted());
    }
    Ok(())
}

/// On a terminal, says what takes so long.
fn progress(what: &str) {
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
        .with_context(|| format!("{} cannot be made", folder.display()))?;
    let temporary = |name: &str| folder.join(format!(".{name}.new"));
    for (name, text) in &changed {
        let path = temporary(name);
        if let Err(error) = std::fs::write(&path, text) {
            for (name, _) in &changed {
                // What was written so far is of no use; that it may not exist is fine.
                let _ = std::fs::remove_file(temporary(name));
            }
            return Err(error).with_context(|| format!("{} cannot be written", path.display()));
        }
    }
    let mut written = Vec::new();
    for (name, _) in &changed {
        let path = folder.join(name);
        std::fs::rename(temporary(name), &path)
            .with_context(|| format!("{} cannot be replaced", path.display()))?;
        written.push(path);
    }
    for stale in stale.iter().filter(|stale| stale.exists()) {
        std::fs::remove_file(stale)
            .with_context(|| format!("{} cannot be removed", stale.display()))?;
        written.push(stale.to_owned());
    }
    Ok(written)
}
