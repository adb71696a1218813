//! Text files compressed once, when the site is published: hosts send `page.html.br` or `page.html.gz`
//! as it is instead of compressing again for each visitor.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use flate2::GzBuilder;
use rayon::prelude::*;

use crate::message;
use crate::site::files::{unreadable, unwritable};

/// Endings of files that are text, or compress like text.
pub const COMPRESSED: [&str; 11] =
    ["css", "csv", "html", "ics", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The highest level, for what every visitor loads: it takes a second for each megabyte.
const BEST: i32 = 11;

/// For pages and their data, of which there may be tens of thousands: all but a fiftieth of what the
/// highest level saves, in an eighth of its time.
const PAGES: i32 = 9;

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// Files that were compressed.
    pub files: usize,
    /// Their bytes.
    pub plain: u64,
    /// Their bytes as `.br`; as they are where that is no smaller.
    pub brotli: u64,
    /// Their bytes as `.gz`; as they are where that is no smaller.
    pub gzip: u64,
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, plain, brotli, gzip } = self;
        let [plain, brotli, gzip] = [plain, brotli, gzip].map(|bytes| (bytes / 1000).to_string());
        let (count, br, gz) = (*files, brotli, gzip);
        message!("program-compressed", count = count, plain = plain, br = br, gz = gz).fmt(f)
    }
}

/// Writes `.br` and `.gz` next to each text file below a folder, where they are smaller than it. The
/// same file gives the same bytes: no date, no name is in them.
///
/// # Errors
/// Says which file could not be read or written; of several, any.
pub fn folder(folder: &Path) -> anyhow::Result<Sizes> {
    let mut files = Vec::new();
    text_files(folder, &mut files)?;
    // One by one from the front of the list: the largest begin first.
    let sizes = files.iter().par_bridge().map(|path| file(path));
    sizes.try_reduce(Sizes::default, |some, more| {
        Ok(Sizes {
            files: some.files + more.files,
            plain: some.plain + more.plain,
            brotli: some.brotli + more.brotli,
            gzip: some.gzip + more.gzip,
        })
    })
}

/// The largest first, so that no thread begins with one when all others are through.
fn text_files(folder: &Path, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let mut sized = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder);
        for entry in entries.with_context(|| unreadable(&folder))? {
            let entry = entry.with_context(|| unreadable(&folder))?;
            let path = entry.path();
            let about = std::fs::metadata(&path);
            let about = about.with_context(|| unreadable(&path))?;
            if about.is_dir() {
                folders.push(path);
            } else if ending(&path).is_some_and(|it| COMPRESSED.contains(&it)) {
                sized.push((std::cmp::Reverse(about.len()), path));
            }
        }
    }
    sized.sort();
    found.extend(sized.into_iter().map(|(_, path)| path));
    Ok(())
}

fn ending(path: &Path) -> Option<&str> {
    path.extension().and_then(|ending| ending.to_str())
}

fn file(path: &Path) -> anyhow::Result<Sizes> {
    let plain = std::fs::read(path);
    let plain = plain.with_context(|| unreadable(path))?;
    let quality = match ending(path) {
        Some("html" | "json" | "svg" | "xml") => PAGES,
        _ => BEST,
    };
    let said = || message!("program-incompressible", path = path);
    let brotli = write_sibling(path, "br", &plain, brotli(&plain, quality).with_context(said)?)?;
    let gzip = write_sibling(path, "gz", &plain, gzip(&plain).with_context(said)?)?;
    Ok(Sizes { files: 1, plain: plain.len() as u64, brotli, gzip })
}

/// Writes the compressed file, or removes one of an earlier build that would now be another's.
fn write_sibling(
    path: &Path,
    ending: &str,
    plain: &[u8],
    compressed: Vec<u8>,
) -> anyhow::Result<u64> {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    let sibling = PathBuf::from(name);
    let size = compressed.len().min(plain.len());
    if compressed.len() < plain.len() {
        std::fs::write(&sibling, compressed)
    } else if sibling.exists() {
        std::fs::remove_file(&sibling)
    } else {
        Ok(())
    }
    .with_context(|| unwritable(&sibling))?;
    Ok(size as u64)
}

fn brotli(plain: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, size_hint: plain.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let best = flate2::Compression::best();
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), best);
    writer.write_all(plain)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn text_is_compressed_and_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let (page, picture) = (folder.path().join("a/b.html"), folder.path().join("a/c.png"));
        std::fs::create_dir(folder.path().join("a")).unwrap();
        let text = "<p>Résultats de la commune".repeat(100);
        std::fs::write(&page, &text).unwrap();
        std::fs::write(&picture, &text).unwrap();
        let sizes = super::folder(folder.path()).unwrap();
        assert_eq!((sizes.files, sizes.plain), (1, text.len() as u64));
        let read = |name: &str| std::fs::read(folder.path().join("a").join(name)).unwrap();
        assert_eq!(read("b.html.br").len() as u64, sizes.brotli);
        assert_eq!(&read("b.html.gz")[4..8], [0; 4], "no date is in it");
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &read("b.html.br")[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        let mut back = String::new();
        flate2::read::GzDecoder::new(&read("b.html.gz")[..]).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        assert!(!folder.path().join("a/c.png.gz").exists());
    }

    #[test]
    fn what_would_grow_is_left_out_and_an_earlier_one_removed() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("a.txt", "a"), ("a.txt.br", "of another build")] {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let sizes = super::folder(folder.path()).unwrap();
        assert_eq!((sizes.plain, sizes.brotli, sizes.gzip), (1, 1, 1));
        let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().collect();
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let plain: Vec<u8> = (0..50_000_u32).flat_map(|it| (it * it).to_le_bytes()).collect();
        for quality in [PAGES, BEST] {
            assert_eq!(
                super::brotli(&plain, quality).unwrap(),
                super::brotli(&plain, quality).unwrap()
            );
        }
        assert_eq!(gzip(&plain).unwrap(), gzip(&plain).unwrap());
    }
}
