//! The files of `wp-content/uploads`: which one an address of the old site means, and where it is here.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use lazy_regex::{regex, regex_captures};

use super::export::Item;
use crate::words;

/// The files of a folder of uploads, and what the export says of them.
#[derive(Default)]
pub struct Uploads {
    /// The files, by their keys.
    files: BTreeMap<String, PathBuf>,
    /// What the export says of files, by their keys and by their numbers.
    described: Vec<Attachment>,
    by_key: HashMap<String, usize>,
    by_id: HashMap<u64, usize>,
    /// The files that the checker refuses, with the reason.
    pub refused: BTreeMap<String, String>,
}

/// What the export says of a file.
#[derive(Clone, Debug, Default)]
pub struct Attachment {
    /// The item to which it was added.
    pub parent: u64,
    /// Where it is on the old host.
    pub address: String,
    /// Its title, which often is only the name of the file.
    pub title: String,
    /// What it shows.
    pub alt: String,
    /// What is written below it.
    pub caption: String,
}

impl Attachment {
    /// Whether it is a picture, by its name.
    pub fn is_picture(&self) -> bool {
        is_picture(&self.address)
    }
}

/// Whether an address is one of a picture, by its ending.
pub fn is_picture(address: &str) -> bool {
    let ending = address.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp" | "svg" | "avif")
}

impl Uploads {
    /// Looks at a folder: that of the uploads, or one in which it is.
    ///
    /// # Errors
    /// Names a folder that cannot be read.
    pub fn of(folder: Option<&Path>) -> anyhow::Result<Self> {
        let mut uploads = Self::default();
        let Some(folder) = folder else { return Ok(uploads) };
        let inside = ["wp-content/uploads", "uploads"].map(|name| folder.join(name));
        let root = inside.into_iter().find(|it| it.is_dir()).unwrap_or_else(|| folder.to_owned());
        uploads.walk(&root, &root)?;
        Ok(uploads)
    }

    fn walk(&mut self, root: &Path, folder: &Path) -> anyhow::Result<()> {
        let failed = || crate::site::files::unreadable(folder);
        let entries = anyhow::Context::with_context(std::fs::read_dir(folder), failed)?;
        let mut paths: Vec<PathBuf> = entries.flatten().map(|it| it.path()).collect();
        paths.sort();
        for path in paths {
            let is_hidden =
                path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
            // A link may lead anywhere, and round in a circle.
            if path.is_symlink() || is_hidden {
                continue;
            }
            if path.is_dir() {
                self.walk(root, &path)?;
                continue;
            }
            let below = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            let key = key(&below);
            self.files.entry(key).or_insert(path);
        }
        Ok(())
    }

    /// Remembers what the export says of its files.
    pub fn describe(&mut self, items: &[Item]) {
        for item in items.iter().filter(|it| it.kind == "attachment") {
            let address = if item.file.is_empty() { &item.guid } else { &item.file };
            let attachment = Attachment {
                parent: item.parent,
                address: address.clone(),
                title: item.title.clone(),
                alt: item.field("_wp_attachment_image_alt").unwrap_or_default().to_owned(),
                caption: item.excerpt.trim().to_owned(),
            };
            let number = self.described.len();
            self.by_id.entry(item.id).or_insert(number);
            let known = [item.field("_wp_attached_file").map(key), below_uploads(address)];
            for key in known.into_iter().flatten() {
                self.by_key.entry(key).or_insert(number);
            }
            self.described.push(attachment);
        }
    }

    /// What the export says of a file, by its number.
    pub fn by_id(&self, id: u64) -> Option<&Attachment> {
        self.by_id.get(&id).and_then(|at| self.described.get(*at))
    }

    /// What the export says of a file, by its address.
    pub fn by_address(&self, address: &str) -> Option<&Attachment> {
        let key = below_uploads(address)?;
        let found = candidates(&key).into_iter().find_map(|it| self.by_key.get(&it).copied());
        found.and_then(|at| self.described.get(at))
    }

    /// Everything that the export says of files.
    pub fn attachments(&self) -> &[Attachment] {
        &self.described
    }

    /// The file that an address means, by its key: the largest, where the address is one of a smaller copy that
    /// WordPress made. Where the folder has no years, the file of that name.
    pub fn find(&self, address: &str) -> Option<&str> {
        let key = below_uploads(address)?;
        let usable = |key: &str| {
            let (key, _) = self.files.get_key_value(key)?;
            (!self.refused.contains_key(key)).then_some(key.as_str())
        };
        // What was uploaded so, or cut to what should be seen, is no copy.
        let itself = self.by_key.contains_key(&key).then(|| usable(&key)).flatten();
        let candidates = candidates(&key);
        itself.or_else(|| candidates.iter().find_map(|it| usable(it))).or_else(|| {
            candidates.iter().find_map(|it| usable(it.rsplit('/').next().unwrap_or_default()))
        })
    }

    /// Where the file that an address means may have been put by an earlier import.
    pub fn paths(address: &str) -> Vec<String> {
        let candidates = below_uploads(address).map(|key| candidates(&key)).unwrap_or_default();
        candidates.into_iter().map(|key| format!("media/{key}")).collect()
    }

    /// Why a file that an address means may not be had.
    pub fn refusal(&self, address: &str) -> Option<&str> {
        let key = below_uploads(address)?;
        let found = candidates(&key).into_iter().find_map(|it| self.refused.get(&it));
        found.map(String::as_str)
    }

    /// Where a file is.
    pub fn path(&self, key: &str) -> Option<&Path> {
        self.files.get(key).map(PathBuf::as_path)
    }
}

/// The path of a file below the uploads, as it can be part of an address here; nothing for what is no upload.
fn below_uploads(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let below = match regex_captures!(r"(?i)/(?:uploads|files)/(.+)$", address) {
        Some((_, below)) => below,
        // What WordPress.com keeps is at a host of its own.
        None => regex_captures!(r"(?i)\.files\.wordpress\.com/(.+)$", address)?.1,
    };
    let below = percent_encoding::percent_decode_str(below).decode_utf8_lossy().into_owned();
    Some(key(&below)).filter(|it| !it.is_empty())
}

/// A path in letters that addresses have, so that the same file is found whatever its accents and capitals are.
fn key(path: &str) -> String {
    let names = path.split(['/', '\\']).map(|name| {
        let mut plain = String::new();
        for letter in name.chars().filter(|it| !('\u{300}'..='\u{36f}').contains(it)) {
            match letter.to_ascii_lowercase() {
                small if small.is_ascii_alphanumeric() || "._-".contains(small) => {
                    plain.push(small)
                }
                other => match words::plain(other) {
                    "" => plain.push('-'),
                    letters => plain.push_str(letters),
                },
            }
        }
        shortened(plain.trim_start_matches('.'))
    });
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("/")
}

/// A name no longer than files may be called, with its ending.
fn shortened(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if name.len() > 120 && ending.len() < 10 => {
            format!("{}.{ending}", stem.chars().take(110).collect::<String>())
        }
        _ => name.chars().take(120).collect(),
    }
}

/// The keys under which the file may be: without the size that WordPress puts behind the name of a smaller copy, with
/// what it puts behind that of a large picture, as it is.
fn candidates(key: &str) -> Vec<String> {
    let whole = regex!(r"-\d{1,5}x\d{1,5}(\.[a-z0-9]+)$").replace(key, "$1").into_owned();
    let plain = regex!(r"-(?:scaled|rotated|e\d{10,})(\.[a-z0-9]+)$").replace(&whole, "$1");
    let plain = plain.into_owned();
    let scaled = regex!(r"(\.[a-z0-9]+)$").replace(&plain, "-scaled$1").into_owned();
    let all = [plain, whole, scaled, key.to_owned()];
    let mut candidates: Vec<String> = Vec::new();
    for candidate in all {
        if !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smaller_copies_turn_to_the_picture_itself() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["2019/04/Été à l’école.JPG", "2019/05/a-scaled.jpg", "seul.png", ".secret"]
        {
            crate::site::files::write(&folder.path().join("uploads").join(name), b"x").unwrap();
        }
        let uploads = Uploads::of(Some(folder.path())).unwrap();
        for (address, found) in [
            (
                "http://a.example/wp-content/uploads/2019/04/E%CC%81te%CC%81-a%CC%80-l%E2%80%99e%CC%81cole-300x200.jpg",
                Some("2019/04/ete-a-l-ecole.jpg"),
            ),
            (
                "https://i0.wp.com/a.example/wp-content/uploads/2019/05/a-1024x768.jpg?w=5",
                Some("2019/05/a-scaled.jpg"),
            ),
            ("https://a.files.wordpress.com/2019/05/a.jpg", Some("2019/05/a-scaled.jpg")),
            ("/wp-content/uploads/2001/01/seul.png", Some("seul.png")),
            ("/wp-content/uploads/2020/05/a.jpg", None),
            ("/wp-content/uploads/../../etc/passwd", None),
            ("/wp-content/uploads/%2e%2e/secret", None),
            ("http://a.example/seul.png", None),
        ] {
            assert_eq!(uploads.find(address), found, "{address}");
        }
    }
}
