//! Pictures and documents: whether they are there, and how large pictures are, so that a page
//! keeps their place before they arrive.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::fields::{At, nearest};
use super::problem::Problems;
use super::values::Reference;

/// The files of `media/`, by their path on the site.
#[derive(Default)]
pub struct Media(BTreeMap<String, File>);

struct File {
    path: PathBuf,
    /// Width and height in pixels, of pictures.
    size: Option<(u32, u32)>,
}

const PICTURES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

impl Media {
    /// Looks at each file; a picture that is none is reported.
    pub fn read(root: &Path, files: &[PathBuf], problems: &mut Problems) -> Self {
        let mut media = BTreeMap::new();
        for path in files {
            let below = path.strip_prefix(root).unwrap_or(path);
            let below = below.to_string_lossy().replace('\\', "/");
            let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            let extension = extension.to_ascii_lowercase();
            let size = if extension == "svg" { svg_size(path) } else { raster_size(path) };
            if size.is_none() && PICTURES.contains(&extension.as_str()) {
                let help = "save it again as JPEG, PNG, WebP, or as SVG with width and height";
                problems.add_for_file(path, "the size of this picture cannot be read", help);
            }
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/');
            if !below.chars().all(plain) {
                let help = "name it with letters without accents, digits, `-`, `_` and `.`";
                problems.add_for_file(path, "this file's name cannot be an address", help);
            }
            media.insert(format!("/media/{below}"), File { path: path.clone(), size });
        }
        Self(media)
    }

    /// Whether a path on the site is one of these files.
    pub fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Width and height of a picture.
    pub fn size(&self, reference: &str) -> Option<(u32, u32)> {
        self.0.get(&path(reference))?.size
    }

    /// The files with their paths on the site.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.0.iter().map(|(address, file)| (address.as_str(), file.path.as_path()))
    }

    /// Ensure a picture that is referred to is there.
    pub fn ensure_it_is_there(&self, reference: &At<Reference>, problems: &mut Problems) {
        let address = path(&reference.value.0);
        if !self.has(&address) {
            let known: Vec<&str> = self.0.keys().map(String::as_str).collect();
            let help = match nearest(&address, &known) {
                Some(known) => format!("did you mean `{}`?", known.trim_start_matches('/')),
                None => "put the file into the content’s `media/` folder".to_owned(),
            };
            let found = format!("there is no `{}`", address.trim_start_matches('/'));
            reference.problem(problems, "this picture does not exist", found, help);
        } else if self.size(&reference.value.0).is_none() {
            let help = "use a JPEG, PNG, WebP, AVIF, GIF or SVG file";
            reference.problem(problems, "this file is no picture", "it has no size", help);
        }
    }
}

/// The path on the site of a file that is written with or without a slash before it.
pub fn path(reference: &str) -> String {
    format!("/{}", reference.trim_start_matches('/'))
}

fn raster_size(path: &Path) -> Option<(u32, u32)> {
    let size = imagesize::size(path).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

fn svg_size(path: &Path) -> Option<(u32, u32)> {
    let text = std::fs::read_to_string(path).ok()?;
    let document = roxmltree::Document::parse(&text).ok()?;
    let svg = document.root_element();
    let pixels = |name| svg.attribute(name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let numbers = svg.attribute("viewBox")?.split_whitespace().map(str::parse::<f64>);
        let numbers: Vec<f64> = numbers.collect::<Result<_, _>>().ok()?;
        Some((*numbers.get(2)?, *numbers.get(3)?))
    })?;
    (width >= 1.0 && height >= 1.0).then_some((width.round() as u32, height.round() as u32))
}
