//! Pictures and documents: whether they are there, and how large pictures are, so that a page
//! keeps their place before they arrive.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::{Path, PathBuf};

use imagesize::{ImageSize, ImageType};

use super::uploads;
use super::vector::ensure_it_only_draws;
use crate::message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Spanned, nearest};
use crate::site::parse::file;
use crate::site::parse::values::Reference;

/// The files of `media/`, by their path on the site.
#[derive(Default)]
pub struct Media(BTreeMap<String, File>);

struct File {
    path: PathBuf,
    /// Width and height in pixels, of pictures.
    size: Option<(u32, u32)>,
}

/// The largest drawing.
const LARGEST_DRAWING: u64 = 32 << 20;

/// The largest picture that loads quickly on a phone, in bytes.
const LARGEST_QUICK_PICTURE: u64 = 500_000;

const PICTURES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// Files that a browser opens as pages, with whatever runs in them.
const DOCUMENTS: [&str; 9] =
    ["htm", "html", "mht", "mhtml", "shtml", "svgz", "xht", "xhtml", "xml"];

impl Media {
    /// Looks at each file; a picture that is none is reported.
    pub fn read(root: &Path, files: &[PathBuf], problems: &mut Problems) -> Self {
        let mut media = BTreeMap::new();
        for path in files {
            let below = path.strip_prefix(root).unwrap_or(path);
            let below = below.to_string_lossy().replace('\\', "/");
            let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            let extension = extension.to_ascii_lowercase();
            let found = problems.len();
            let size = match extension.as_str() {
                "svg" => svg_size(path, problems),
                _ => raster_size(path),
            };
            let is_usable = uploads::ensure_it_is_usable(path, size, problems);
            let is_picture = PICTURES.contains(&extension.as_str());
            if size.is_none() && is_picture && problems.len() == found {
                let help = message!("content-no-size-help");
                problems.add_for_file(path, message!("content-no-size"), help);
            }
            if is_picture && is_usable {
                warn_if_it_is_slow(path, problems);
            }
            if DOCUMENTS.contains(&extension.as_str()) {
                let help = message!("content-active-file-help");
                problems.add_for_file(path, message!("content-active-file"), help);
            }
            ensure_it_can_be_a_url(path, &below, problems);
            media.insert(format!("/media/{below}"), File { path: path.clone(), size });
        }
        Self(media)
    }

    /// Adds a file that is served as it is.
    pub fn add(&mut self, url: String, path: PathBuf) {
        self.0.insert(url, File { path, size: None });
    }

    /// Whether a path on the site is one of these files.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Width and height of a picture.
    pub fn size(&self, reference: &str) -> Option<(u32, u32)> {
        self.0.get(&path(reference))?.size
    }

    /// Leaves out files, which then are as if they were not there.
    pub fn withhold(&mut self, paths: &BTreeSet<String>) {
        self.0.retain(|path, _| !paths.contains(path));
    }

    /// The files with their paths on the site.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.0.iter().map(|(url, file)| (url.as_str(), file.path.as_path()))
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
        } else if self.size(&reference.value.0).is_none() {
            let found = message!("content-no-picture-found");
            let help = message!("content-no-picture-help");
            reference.problem(problems, message!("content-no-picture"), found, help);
        }
    }
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

/// Files are served as they are, and lists show them too.
fn warn_if_it_is_slow(path: &Path, problems: &mut Problems) {
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
    if bytes > LARGEST_QUICK_PICTURE {
        let title = message!("content-slow-picture", size = (bytes / 1000).to_string());
        problems.warn_of_file(path, title, message!("content-slow-picture-help"));
    }
}

/// The size as it is shown: browsers turn JPEG and PNG pictures as their EXIF orientation says. They do not
/// turn WebP; what is turned of AVIF is in its own structure and is no EXIF.
fn raster_size(path: &Path) -> Option<(u32, u32)> {
    let bytes = std::fs::read(path).ok()?;
    let ImageSize { width, height } = imagesize::blob_size(&bytes).ok()?;
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let kind = imagesize::image_type(&bytes).ok()?;
    let turned = matches!(kind, ImageType::Jpeg | ImageType::Png) && lies_on_its_side(&bytes);
    Some(if turned { (height, width) } else { (width, height) })
}

/// Whether the EXIF orientation of a picture is one of those that exchange width and height.
fn lies_on_its_side(bytes: &[u8]) -> bool {
    let mut reader = exif::Reader::new();
    // A camera’s slip elsewhere in its notes does not change what browsers read.
    reader.continue_on_error(true);
    let exif = reader
        .read_from_container(&mut Cursor::new(bytes))
        .or_else(|error| error.distill_partial_result(|_| {}));
    let orientation = exif.ok().and_then(|exif| {
        exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0)
    });
    orientation.is_some_and(|orientation| (5..=8).contains(&orientation))
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

    /// A TIFF structure with nothing but an orientation.
    fn exif(orientation: u8) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
        tiff
    }

    fn jpeg(orientation: u8) -> Vec<u8> {
        let exif = [b"Exif\0\0".to_vec(), exif(orientation)].concat();
        let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe1, 0, exif.len() as u8 + 2];
        jpeg.extend(exif);
        // 40 high, 80 wide, one component.
        jpeg.extend([0xff, 0xc0, 0, 11, 8, 0, 40, 0, 80, 1, 1, 0x11, 0]);
        jpeg.extend([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]);
        jpeg
    }

    fn png(orientation: u8) -> Vec<u8> {
        let chunk = |name: &[u8; 4], data: &[u8]| {
            [&(data.len() as u32).to_be_bytes(), &name[..], data, &[0; 4]].concat()
        };
        let header = [&80_u32.to_be_bytes()[..], &40_u32.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
        let start = b"\x89PNG\r\n\x1a\n".to_vec();
        [start, chunk(b"IHDR", &header), chunk(b"eXIf", &exif(orientation)), chunk(b"IEND", &[])]
            .concat()
    }

    #[test]
    fn pictures_have_the_size_in_which_they_are_shown() {
        let folder = tempfile::tempdir().unwrap();
        for orientation in 0..=9 {
            let shown = if (5..=8).contains(&orientation) { (40, 80) } else { (80, 40) };
            for (name, bytes) in [("a.jpg", jpeg(orientation)), ("a.png", png(orientation))] {
                let path = folder.path().join(name);
                std::fs::write(&path, bytes).unwrap();
                assert_eq!(raster_size(&path), Some(shown), "{name}, {orientation}");
            }
        }
    }

    #[test]
    fn large_pictures_are_pointed_out() {
        let folder = tempfile::tempdir().unwrap();
        for (size, warnings) in [(500_000, 0), (500_001, 1)] {
            let path = folder.path().join("a.jpg");
            let mut bytes = jpeg(1);
            bytes.resize(size, 0);
            std::fs::write(&path, bytes).unwrap();
            let mut problems = Problems::default();
            Media::read(folder.path(), &[path], &mut problems);
            assert_eq!((problems.len(), problems.warnings()), (0, warnings));
        }
    }

    #[test]
    fn files_that_browsers_run_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Page.HTML");
        std::fs::write(&path, "<script>alert(1)</script>").unwrap();
        let mut problems = Problems::default();
        Media::read(folder.path(), &[path], &mut problems);
        assert!(problems.to_string().contains("make it a page in `pages/`"), "{problems}");
    }
}
