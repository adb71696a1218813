//! Pictures and documents: whether they are there, what is served of them, and how large pictures are, so that a
//! page keeps their place before they arrive.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::uploads;
use super::vector::ensure_it_only_draws;
use crate::data::Picture;
use crate::message;
use crate::route::href;
use crate::site::messages::causes;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Spanned, nearest};
use crate::site::parse::file;
use crate::site::parse::values::Reference;
use crate::site::pictures::{self, Failure, Format, Stored};

/// The files of `media/`, by their path on the site.
#[derive(Default)]
pub struct Media(BTreeMap<String, File>);

struct File {
    /// What is served, with its path on the site: the file itself or, of a picture, what was made of it.
    served: Vec<(String, PathBuf)>,
    /// How pages show it, of pictures.
    picture: Option<Picture>,
}

/// The largest drawing.
const LARGEST_DRAWING: u64 = 32 << 20;

/// The largest file of a picture that is served as it is and loads quickly on a phone, in bytes.
const LARGEST_QUICK_PICTURE: u64 = 500_000;

const PICTURES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Files that a browser opens as pages, with whatever runs in them.
const DOCUMENTS: [&str; 9] =
    ["htm", "html", "mht", "mhtml", "shtml", "svgz", "xht", "xhtml", "xml"];

impl Media {
    /// Looks at each file, and makes of pictures what is served; a picture that is none is reported.
    pub fn read(root: &Path, files: &[PathBuf], problems: &mut Problems) -> Self {
        let read = |path: &PathBuf| {
            let mut problems = Problems::default();
            let below = path.strip_prefix(root).unwrap_or(path);
            let url = format!("/media/{}", below.to_string_lossy().replace('\\', "/"));
            let file = read_file(path, &url, &mut problems);
            (url, file, problems)
        };
        let read: Vec<_> = files.par_iter().map(read).collect();
        let mut media = BTreeMap::new();
        for (url, file, found) in read {
            problems.append(found);
            media.insert(url, file);
        }
        Self(media)
    }

    /// Adds a file that is served as it is.
    pub fn add(&mut self, url: String, path: PathBuf) {
        self.0.insert(url.clone(), File { served: vec![(url, path)], picture: None });
    }

    /// Whether a path on the site is one of these files.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// A picture as pages show it.
    pub fn picture(&self, reference: &str) -> Option<&Picture> {
        self.0.get(&path(reference))?.picture.as_ref()
    }

    /// Of a file that is no picture, its kind and its size: « PDF, 1,2 Mo ».
    pub fn description(&self, reference: &str) -> Option<String> {
        let file = self.0.get(reference).filter(|file| file.picture.is_none())?;
        let (url, path) = file.served.first()?;
        let (_, ending) = url.rsplit_once('.')?;
        let bytes = std::fs::metadata(path).ok()?.len();
        Some(format!("{}, {}", ending.to_uppercase(), size_in_words(bytes)))
    }

    /// Leaves out files, which then are as if they were not there.
    pub fn withhold(&mut self, paths: &BTreeSet<String>) {
        self.0.retain(|path, _| !paths.contains(path));
    }

    /// What is served, with its paths on the site.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        let served = self.0.values().flat_map(|file| &file.served);
        served.map(|(url, path)| (url.as_str(), path.as_path()))
    }

    /// Ensure a picture that is referred to is there.
    pub fn ensure_it_is_there(&self, reference: &Spanned<Reference>, problems: &mut Problems) {
        let url = path(&reference.value.0);
        if !self.has(&url) {
            let known: Vec<&str> = self.0.keys().map(String::as_str).collect();
            let help = match nearest(&url, &known) {
                Some(known) => {
                    message!("fields-did-you-mean", known = known.trim_start_matches('/'))
                }
                None => message!("content-no-such-picture-help"),
            };
            let found = message!("content-no-such-file", path = url.trim_start_matches('/'));
            reference.problem(problems, message!("content-no-such-picture"), found, help);
        } else if self.picture(&reference.value.0).is_none() {
            let found = message!("content-no-picture-found");
            let help = message!("content-no-picture-help");
            reference.problem(problems, message!("content-no-picture"), found, help);
        }
    }
}

/// The size of a file: « 340 ko », « 1,2 Mo ».
fn size_in_words(bytes: u64) -> String {
    if bytes < 1_000_000 {
        return format!("{}\u{a0}ko", bytes.div_ceil(1000));
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{},{}\u{a0}Mo", tenths / 10, tenths % 10)
}

/// Looks at a file. What is refused is there nevertheless, so that nothing else is said of it.
fn read_file(path: &Path, url: &str, problems: &mut Problems) -> File {
    ensure_it_can_be_a_url(path, url, problems);
    let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    if DOCUMENTS.contains(&ending.as_str()) {
        let help = message!("content-active-file-help");
        problems.add_for_file(path, message!("content-active-file"), help);
    }
    if ending == "svg" {
        return drawing(path, url, problems);
    }
    let Some(bytes) = uploads::read(path, problems) else { return as_it_is(path, url, None) };
    match pictures::prepare(&bytes) {
        Ok(stored) => return from_store(url, &stored),
        Err(Failure::OtherKind) => {
            uploads::ensure_it_does_not_say_where(path, &bytes, problems);
            let size = pictures::size(&bytes);
            let is_picture = PICTURES.contains(&ending.as_str());
            match size {
                Some(_) if is_picture => warn_if_it_is_slow(path, problems),
                None if is_picture => report_that_it_is_none(path, problems),
                _ => {}
            }
            return as_it_is(path, url, size);
        }
        Err(Failure::Broken) => report_that_it_is_none(path, problems),
        Err(Failure::Store(error)) => {
            let title = message!("content-not-kept", error = causes::chain(&error));
            problems.add_for_file(path, title, message!("content-not-kept-help"));
        }
    }
    as_it_is(path, url, None)
}

fn drawing(path: &Path, url: &str, problems: &mut Problems) -> File {
    let found = problems.len();
    let size = svg_size(path, problems);
    if size.is_none() && problems.len() == found {
        report_that_it_is_none(path, problems);
    }
    warn_if_it_is_slow(path, problems);
    as_it_is(path, url, size)
}

/// A file that is served as it is; a picture where its size is known.
fn as_it_is(path: &Path, url: &str, size: Option<(u32, u32)>) -> File {
    let in_one_width =
        |(width, height)| Picture { src: href(url), width, height, srcset: None, webp: None };
    File { served: vec![(url.to_owned(), path.to_owned())], picture: size.map(in_one_width) }
}

/// What was made of a picture. The hash in the names lets nobody see an earlier picture in one width and the new one
/// in another.
fn from_store(url: &str, stored: &Stored) -> File {
    let Stored { picture, folder, hash } = stored;
    let (stem, _) = url.rsplit_once('.').unwrap_or((url, ""));
    let mut served = vec![(url.to_owned(), folder.join(&picture.own))];
    let (mut webp, mut others) = (Vec::new(), Vec::new());
    let mut src = url.to_owned();
    for rendition in &picture.renditions {
        let at = format!("{stem}-{hash}-{}", rendition.file);
        let candidate = format!("{} {}w", href(&at), rendition.width);
        if rendition.format == Format::Webp {
            webp.push(candidate);
        } else {
            if rendition.file != picture.own {
                src.clone_from(&at);
            } else {
                url.clone_into(&mut src);
            }
            others.push(candidate);
        }
        served.push((at, folder.join(&rendition.file)));
    }
    let srcset = |list: Vec<String>| (!list.is_empty()).then(|| list.join(", "));
    let (width, height) = picture.size;
    let (srcset, webp) = (srcset(others), srcset(webp));
    File { served, picture: Some(Picture { src: href(&src), width, height, srcset, webp }) }
}

fn report_that_it_is_none(path: &Path, problems: &mut Problems) {
    let help = message!("content-no-size-help");
    problems.add_for_file(path, message!("content-no-size"), help);
}

/// Ensure the name of a file can be part of a URL.
pub fn ensure_it_can_be_a_url(path: &Path, url: &str, problems: &mut Problems) {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
    if !url.chars().all(plain) {
        let help = message!("content-no-url-help");
        problems.add_for_file(path, message!("content-no-url"), help);
    }
}

/// The path on the site of a file that is written with or without a slash before it.
pub fn path(reference: &str) -> String {
    format!("/{}", reference.trim_start_matches('/'))
}

/// Of drawings and AVIF nothing smaller is made.
fn warn_if_it_is_slow(path: &Path, problems: &mut Problems) {
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
    if bytes > LARGEST_QUICK_PICTURE {
        let title = message!("content-slow-picture", size = (bytes / 1000).to_string());
        problems.warn_of_file(path, title, message!("content-slow-picture-help"));
    }
}

fn svg_size(path: &Path, problems: &mut Problems) -> Option<(u32, u32)> {
    let source = file::read(path, LARGEST_DRAWING, problems)?;
    let document = ensure_it_only_draws(&source, problems)?;
    let svg = document.root_element();
    let pixels = |name| svg.attribute(name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let numbers = svg.attribute("viewBox")?.split_whitespace().map(str::parse::<f64>);
        let numbers: Vec<f64> = numbers.collect::<Result<_, _>>().ok()?;
        Some((*numbers.get(2)?, *numbers.get(3)?))
    })?;
    (width >= 1.0 && height >= 1.0).then_some((width.round() as u32, height.round() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, content: &[u8]) -> (Media, Problems) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let mut problems = Problems::default();
        let media = Media::read(folder.path(), &[path], &mut problems);
        (media, problems)
    }

    #[test]
    fn what_is_served_as_it_is_and_slow_is_pointed_out() {
        for (size, warnings) in [(500_000, 0), (500_001, 1)] {
            let mut drawing =
                br#"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4">"#.to_vec();
            drawing.resize(size - 6, b' ');
            drawing.extend(b"</svg>");
            let (media, problems) = read("a.svg", &drawing);
            assert_eq!((problems.len(), problems.warnings()), (0, warnings));
            let picture = media.picture("media/a.svg").unwrap();
            assert_eq!((picture.width, picture.height, &picture.srcset), (8, 4, &None));
        }
    }

    #[test]
    fn files_that_browsers_run_are_refused() {
        let (_, problems) = read("Page.HTML", b"<script>alert(1)</script>");
        assert!(problems.to_string().contains("make it a page in `pages/`"), "{problems}");
    }
}
