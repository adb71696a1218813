//! The content as it will be, beside what is there: everything is checked in it before the first file of the content
//! is written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use jiff::Timestamp;
use tempfile::TempDir;

use crate::message;
use crate::site::check;
use crate::site::content::media::Media;
use crate::site::files;
use crate::site::parse::diagnostics::Problems;

/// A copy of the content, in a hidden folder of it.
pub struct Stage {
    folder: TempDir,
    content: PathBuf,
    /// What is new, by its path in the content folder.
    added: BTreeSet<String>,
}

impl Stage {
    /// Copies the content, by links where the system has them.
    ///
    /// # Errors
    /// Says what cannot be read or written.
    pub fn of(content: &Path) -> anyhow::Result<Self> {
        let failed = || files::unwritable(content);
        let folder = tempfile::Builder::new().prefix(".urne-import-").tempdir_in(content);
        let folder = folder.with_context(failed)?;
        for path in visible(content)? {
            let to = folder.path().join(path.strip_prefix(content).unwrap_or(&path));
            std::fs::create_dir_all(to.parent().unwrap_or(folder.path())).with_context(failed)?;
            if std::fs::hard_link(&path, &to).is_err() {
                std::fs::copy(&path, &to).with_context(|| files::unreadable(&path))?;
            }
        }
        Ok(Self { folder, content: content.to_owned(), added: BTreeSet::new() })
    }

    /// Adds a file, or replaces one that was added.
    ///
    /// # Errors
    /// Names it.
    pub fn write(&mut self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let to = self.folder.path().join(path);
        // What is linked to the content stays as it is.
        let _ = std::fs::remove_file(&to);
        files::write(&to, bytes)?;
        self.added.insert(path.to_owned());
        Ok(())
    }

    /// Adds copies of files, and takes away again those that the checker refuses: why, by their paths.
    ///
    /// # Errors
    /// Names a file that cannot be written.
    pub fn media(&mut self, media: &[(String, &Path)]) -> anyhow::Result<BTreeMap<String, String>> {
        let root = self.folder.path().join("media");
        let mut paths = Vec::new();
        let mut refused = BTreeMap::new();
        for (path, from) in media.iter().filter(|(path, _)| !self.added.contains(path)) {
            let to = self.folder.path().join(path);
            if to.exists() {
                // An earlier import has brought it, or something else is called so.
                if std::fs::read(&to).ok() != std::fs::read(from).ok() {
                    refused.insert(path.clone(), message!("wordpress-file-taken").to_string());
                }
                continue;
            }
            std::fs::create_dir_all(to.parent().unwrap_or(&root))
                .with_context(|| files::unwritable(&to))?;
            match std::fs::copy(from, &to) {
                Ok(_) => paths.push(to),
                Err(error) => {
                    let _ = std::fs::remove_file(&to);
                    refused.insert(path.clone(), error.to_string());
                }
            }
        }
        let mut problems = Problems::default();
        Media::read(&root, &paths, &mut problems);
        for finding in problems.findings().filter(|it| it.severity == "error") {
            let path = self.below(finding.file);
            refused.entry(path).or_insert(finding.title);
        }
        for path in paths {
            let path_below = self.below(&path.to_string_lossy());
            if refused.contains_key(&path_below) {
                std::fs::remove_file(&path).with_context(|| files::unwritable(&path))?;
            } else {
                self.added.insert(path_below);
            }
        }
        Ok(refused)
    }

    /// Takes a file away that was added.
    pub fn remove(&mut self, path: &str) {
        let _ = std::fs::remove_file(self.folder.path().join(path));
        self.added.remove(path);
    }

    /// What the checker says of the files that were added: the first problem of each.
    pub fn problems(&self, now: Timestamp) -> BTreeMap<String, String> {
        let mut problems = Problems::default();
        check::read(self.folder.path(), now, &mut problems);
        let mut found = BTreeMap::new();
        for finding in problems.findings().filter(|it| it.severity == "error") {
            let path = self.below(finding.file);
            if self.added.contains(&path) {
                found.entry(path).or_insert(finding.title);
            }
        }
        found
    }

    /// Puts everything that was added into the content; nothing of it where something fails.
    ///
    /// # Errors
    /// Names what cannot be written.
    pub fn commit(self) -> anyhow::Result<usize> {
        let mut done: Vec<PathBuf> = Vec::new();
        let placed = self.added.iter().try_for_each(|path| -> anyhow::Result<()> {
            let (from, to) = (self.folder.path().join(path), self.content.join(path));
            let failed = || files::unwritable(&to);
            std::fs::create_dir_all(to.parent().unwrap_or(&self.content)).with_context(failed)?;
            let was_there = to.exists();
            std::fs::rename(&from, &to).with_context(failed)?;
            if !was_there {
                done.push(to);
            }
            Ok(())
        });
        if let Err(error) = placed {
            for path in done {
                let _ = std::fs::remove_file(path);
            }
            return Err(error).context(message!("import-nothing-written"));
        }
        Ok(self.added.len())
    }

    fn below(&self, path: &str) -> String {
        let root = self.folder.path().to_string_lossy().replace('\\', "/");
        let path = path.replace('\\', "/");
        path.strip_prefix(&root).unwrap_or(&path).trim_start_matches('/').to_owned()
    }
}

/// The files of a content folder that the checker sees.
fn visible(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let failed = || files::unreadable(folder);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(failed)? {
        let path = entry.with_context(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_hidden = name.starts_with('.') && name != ".well-known";
        match () {
            () if is_hidden || path.is_symlink() => {}
            () if path.is_dir() => found.extend(visible(&path)?),
            () => found.push(path),
        }
    }
    Ok(found)
}
