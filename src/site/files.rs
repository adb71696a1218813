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
    let is_new = !folder.exists() || folder.is_dir() && below(folder)?.is_empty();
    ensure!(is_new || is_a_site(folder), message!("program-not-a-site", folder = folder));
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
    if let Err(error) = std::fs::rename(&new, folder) {
        // What was there is removed with the folder of the work, unless it is put back.
        let _ = std::fs::rename(&old, folder);
        return Err(error).with_context(failed);
    }
    Ok(written)
}

/// Whether a folder holds what a build leaves, and is no checkout of Git, which would be lost with it.
fn is_a_site(folder: &Path) -> bool {
    !folder.join(".git").exists()
        && ["index.html", "404.html", "data/index.json"]
            .iter()
            .all(|name| folder.join(name).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes what a build leaves.
    fn site(folder: &Path) -> anyhow::Result<()> {
        ["index.html", "404.html", "data/index.json"]
            .iter()
            .try_for_each(|name| write(&folder.join(name), b"new"))
    }

    #[test]
    fn only_what_a_build_has_left_is_replaced() {
        let work = tempfile::tempdir().unwrap();
        let folder = work.path().join("dist");
        for _ in 0..2 {
            replace(&folder, site).unwrap();
        }
        write(&folder.join("index.html"), b"old").unwrap();
        replace(&folder, |_| -> anyhow::Result<()> { anyhow::bail!("failed") }).unwrap_err();
        assert_eq!(read(&folder.join("index.html")).unwrap(), b"old", "it stays as it was");
        for other in ["dist/.git/config", "notes/letter.txt", "file"] {
            write(&work.path().join(other), b"mine").unwrap();
            let folder = work.path().join(other.split('/').next().unwrap());
            replace(&folder, site).unwrap_err();
            assert_eq!(read(&work.path().join(other)).unwrap(), b"mine");
        }
        assert_eq!(std::fs::read_dir(work.path()).unwrap().count(), 3, "nothing else is left");
    }
}
