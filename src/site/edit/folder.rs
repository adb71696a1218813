//! The files of a content folder, for the editor: none outside of it is read or written, each is written as a whole, and
//! none that has changed since the editor read it.

use std::borrow::Cow;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::comments;

/// A content folder.
pub struct Folder(PathBuf);

/// A file of it.
#[derive(Debug, Serialize)]
pub struct Listed {
    /// Where it is in the folder, with forward slashes.
    path: String,
    /// How large it is, in bytes.
    size: u64,
    /// When it was last changed, in milliseconds.
    modified: u64,
}

/// Why something was not done.
#[derive(Debug)]
pub enum Refused {
    /// There is no such file, or there can be none.
    NoSuchFile,
    /// The file is another than the editor has read.
    Changed,
    /// The system refused.
    Failed(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::NoSuchFile,
            _ => Self::Failed(error),
        }
    }
}

impl Folder {
    /// The folder at a path.
    ///
    /// # Errors
    /// When there is none.
    pub fn at(path: &Path) -> io::Result<Self> {
        path.canonicalize().map(Self)
    }

    /// Every file but the hidden ones, sorted.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, Refused> {
        let mut found = Vec::new();
        self.list_below(&self.0, &mut found)?;
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    fn list_below(&self, folder: &Path, found: &mut Vec<Listed>) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            if entry.file_name().to_string_lossy().starts_with('.') || kind.is_symlink() {
                continue;
            }
            if kind.is_dir() {
                self.list_below(&path, found)?;
                continue;
            }
            let about = entry.metadata()?;
            let since = about.modified().ok().and_then(|it| it.duration_since(UNIX_EPOCH).ok());
            let modified = since.map_or(0, |it| u64::try_from(it.as_millis()).unwrap_or(u64::MAX));
            let below = path.strip_prefix(&self.0).unwrap_or(&path);
            let below = below.to_string_lossy().replace('\\', "/");
            found.push(Listed { path: below, size: about.len(), modified });
        }
        Ok(())
    }

    /// What a file holds, and its version.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn read(&self, path: &str) -> Result<(Vec<u8>, String), Refused> {
        let content = fs::read(self.inside(path)?)?;
        let version = version(&content);
        Ok((content, version))
    }

    /// Writes a file that the editor has read in a version, or that is new to it; says the version that it has then.
    ///
    /// # Errors
    /// When it is another by now, or cannot be written.
    pub fn write(
        &self,
        path: &str,
        known: Option<&str>,
        content: &[u8],
    ) -> Result<String, Refused> {
        let to = self.inside(path)?;
        self.ensure_it_is(&to, known)?;
        let content = &*with_its_notes(&to, content);
        let folder = to.parent().unwrap_or(&self.0);
        fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new().prefix(".urne-").tempfile_in(folder)?;
        file.write_all(content)?;
        file.as_file().sync_all()?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
        }
        file.persist(&to).map_err(|error| error.error)?;
        Ok(version(content))
    }

    /// Gives a file another path, at which there is none.
    ///
    /// # Errors
    /// When there is one, or the file is another by now.
    pub fn rename(&self, from: &str, to: &str, known: Option<&str>) -> Result<(), Refused> {
        let (from, to) = (self.inside(from)?, self.inside(to)?);
        self.ensure_it_is(&from, known)?;
        if to.exists() {
            return Err(Refused::Changed);
        }
        fs::create_dir_all(to.parent().unwrap_or(&self.0))?;
        Ok(fs::rename(from, to)?)
    }

    /// Removes a file, or a folder in which there is nothing.
    ///
    /// # Errors
    /// When the file is another by now, or the folder holds something.
    pub fn remove(&self, path: &str, known: Option<&str>) -> Result<(), Refused> {
        let path = self.inside(path)?;
        if path.is_dir() {
            return Ok(fs::remove_dir(path)?);
        }
        self.ensure_it_is(&path, known)?;
        Ok(fs::remove_file(path)?)
    }

    /// Ensure a file is in the version that is known, or is not there where none is known.
    fn ensure_it_is(&self, path: &Path, known: Option<&str>) -> Result<(), Refused> {
        let found = match fs::read(path) {
            Ok(content) => Some(version(&content)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if found.as_deref() == known { Ok(()) } else { Err(Refused::Changed) }
    }

    /// The path of a file that is in the folder, and in no other by way of a link, and that is not hidden.
    fn inside(&self, path: &str) -> Result<PathBuf, Refused> {
        let names: Option<Vec<&str>> = Path::new(path)
            .components()
            .map(|part| match part {
                Component::Normal(name) => name.to_str().filter(|name| !name.starts_with('.')),
                _ => None,
            })
            .collect();
        let names = names.filter(|names| !names.is_empty() && !path.contains(['\\', ':', '\0']));
        let mut whole = self.0.clone();
        for name in names.ok_or(Refused::NoSuchFile)? {
            whole.push(name);
            if whole.is_symlink() {
                return Err(Refused::NoSuchFile);
            }
        }
        Ok(whole)
    }
}

/// What is written, with the notes of people that the editor does not know.
fn with_its_notes<'c>(to: &Path, content: &'c [u8]) -> Cow<'c, [u8]> {
    let is_text = to.extension().is_some_and(|ending| ending == "md");
    let before = is_text.then(|| fs::read_to_string(to).ok()).flatten();
    match (before, std::str::from_utf8(content)) {
        (Some(before), Ok(now)) => comments::kept(&before, now).into_bytes().into(),
        _ => content.into(),
    }
}

/// What tells the versions of a file apart.
fn version(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let work = tempfile::tempdir().unwrap();
        fs::create_dir_all(work.path().join("content/news")).unwrap();
        fs::write(work.path().join("content/news/a.md"), "one").unwrap();
        fs::write(work.path().join("secret"), "mine").unwrap();
        let folder = Folder::at(&work.path().join("content")).unwrap();
        (work, folder)
    }

    #[test]
    fn nothing_is_overwritten_that_the_editor_has_not_seen() {
        let (_work, folder) = folder();
        let (_, version) = folder.read("news/a.md").unwrap();
        assert!(matches!(folder.write("news/a.md", None, b"new"), Err(Refused::Changed)));
        let second = folder.write("news/a.md", Some(&version), b"two").unwrap();
        assert!(matches!(folder.write("news/a.md", Some(&version), b"3"), Err(Refused::Changed)));
        assert!(matches!(folder.remove("news/a.md", Some(&version)), Err(Refused::Changed)));
        folder.write("news/b.md", None, b"other").unwrap();
        let to_taken = folder.rename("news/a.md", "news/b.md", Some(&second));
        assert!(matches!(to_taken, Err(Refused::Changed)));
        folder.rename("news/a.md", "news/2026/c.md", Some(&second)).unwrap();
        assert_eq!(folder.read("news/2026/c.md").unwrap().0, b"two");
        let listed: Vec<String> = folder.list().unwrap().into_iter().map(|it| it.path).collect();
        assert_eq!(listed, ["news/2026/c.md", "news/b.md"]);
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let (work, folder) = folder();
        #[cfg(unix)]
        std::os::unix::fs::symlink(work.path(), work.path().join("content/out")).unwrap();
        for path in
            ["../secret", "news/../../secret", "/etc/passwd", "out/secret", ".git/config", "", "."]
        {
            assert!(matches!(folder.read(path), Err(Refused::NoSuchFile)), "{path}");
            assert!(matches!(folder.write(path, None, b""), Err(Refused::NoSuchFile)), "{path}");
        }
        assert_eq!(fs::read(work.path().join("secret")).unwrap(), b"mine");
    }
}
