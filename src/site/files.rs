//! Files and folders, with errors that name them.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use crate::message;
use crate::site::messages::Message;

/// Says that a file or a folder cannot be read.
pub fn unreadable(path: &Path) -> Message {
    message!("program-unreadable", path = path)
}

/// Says that a file cannot be written.
pub fn unwritable(path: &Path) -> Message {
    message!("program-unwritable", path = path)
}

/// Reads a file.
///
/// # Errors
/// Names it.
pub fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| unreadable(path))
}

/// Writes a file, and the folders in which it is.
///
/// # Errors
/// Names it.
pub fn write(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, content))
        .with_context(|| unwritable(path))
}

/// Every file below a folder, sorted.
///
/// # Errors
/// Names a folder that cannot be read.
pub fn below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let failed = || unreadable(folder);
    for entry in std::fs::read_dir(folder).with_context(failed)? {
        let path = entry.with_context(failed)?.path();
        if path.is_dir() { found.extend(below(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// Makes a folder anew: `write` fills another one, which takes the place of it when all went well. Until then,
/// and when something fails, it stays as it was.
///
/// # Errors
/// Those of `write`; or says that the folder holds something else than the site that was there, or cannot be
/// replaced.
pub fn replace<T>(
    folder: &Path,
    write: impl FnOnce(&Path) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let is_empty = below(folder).map_or(true, |files| files.is_empty());
    ensure!(is_empty || is_a_site(folder), message!("program-not-a-site", folder = folder));
    let failed = || message!("program-irreplaceable", path = folder);
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).with_context(failed)?;
    let work = tempfile::Builder::new().prefix(".urne-").tempdir_in(parent).with_context(failed)?;
    let [new, old] = ["new", "old"].map(|name| work.path().join(name));
    std::fs::create_dir(&new).with_context(failed)?;
    let written = write(&new)?;
    if folder.exists() {
        std::fs::rename(folder, &old).with_context(failed)?;
    }
    std::fs::rename(&new, folder).with_context(failed)?;
    Ok(written)
}

/// Whether a folder holds what a build leaves.
fn is_a_site(folder: &Path) -> bool {
    ["index.html", "404.html", "data/index.json"].iter().all(|name| folder.join(name).is_file())
}
