//! What was made of pictures, kept in a folder of the system: one folder a picture, which may be deleted at any
//! time. `URNE_CACHE` names another folder, such as one that a CI keeps.

use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::picture::{Failure, Made, Picture};
use crate::site::files;

/// What tells how pictures were made: another number, and all are made anew.
const VERSION: u32 = 1;

/// The file that says what was made; it is written last.
const PICTURE: &str = "picture.json";

/// What was made of a picture, and where it lies.
#[derive(Clone, Debug)]
pub struct Stored {
    /// What was made.
    pub picture: Picture,
    /// The folder of its files.
    pub folder: PathBuf,
    /// What changes with the picture: 10 hexadecimal digits.
    pub hash: String,
}

/// What was made of `source` before, or what `make` makes of it.
///
/// # Errors
/// Says that nothing could be made, or could not be kept.
pub fn find_or_make(
    source: &[u8],
    make: impl FnOnce() -> Option<(Picture, Vec<Made>)>,
) -> Result<Stored, Failure> {
    let digest = Sha256::new().chain_update(VERSION.to_be_bytes()).chain_update(source).finalize();
    let mut name: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let root = root();
    let folder = root.join(&name);
    name.truncate(10);
    let picture = match find(&folder) {
        Some(picture) => picture,
        None => {
            let (picture, files) = make().ok_or(Failure::Broken)?;
            keep(&root, &folder, &picture, &files).map_err(Failure::Store)?;
            picture
        }
    };
    Ok(Stored { picture, folder, hash: name })
}

/// The folder of all pictures.
fn root() -> PathBuf {
    cache("pictures")
}

/// The folder in which things of a kind are kept.
pub fn cache(kind: &str) -> PathBuf {
    let folder = std::env::var_os("URNE_CACHE").filter(|it| !it.is_empty()).map(PathBuf::from);
    let folder = folder.or_else(|| Some(dirs::cache_dir()?.join("urne")));
    folder.unwrap_or_else(|| std::env::temp_dir().join("urne")).join(kind)
}

/// What was kept. Of a folder that somebody has emptied in part, nothing.
fn find(folder: &Path) -> Option<Picture> {
    let picture: Picture =
        serde_json::from_slice(&std::fs::read(folder.join(PICTURE)).ok()?).ok()?;
    let is_there = |file: &str| folder.join(file).is_file();
    let is_whole = is_there(&picture.own) && picture.renditions.iter().all(|it| is_there(&it.file));
    is_whole.then_some(picture)
}

/// Keeps what was made. Others may make the same at the same time: whoever comes first is right.
fn keep(root: &Path, folder: &Path, picture: &Picture, made: &[Made]) -> anyhow::Result<()> {
    std::fs::create_dir_all(root).with_context(|| files::unwritable(root))?;
    let new = tempfile::tempdir_in(root)?;
    for (name, content) in made {
        files::write(&new.path().join(name), content)?;
    }
    files::write(&new.path().join(PICTURE), &serde_json::to_vec(picture)?)?;
    let new = new.keep();
    if std::fs::rename(&new, folder).is_ok() {
        return Ok(());
    }
    if find(folder).is_none() {
        std::fs::remove_dir_all(folder)?;
        std::fs::rename(&new, folder)?;
    } else {
        std::fs::remove_dir_all(&new)?;
    }
    Ok(())
}
