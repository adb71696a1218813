//! What is made of a picture.

use serde::{Deserialize, Serialize};

/// The widths that are made, in pixels, and how many bytes each may have: a telephone’s, the same on a sharp screen,
/// that of a text on a screen, and the same on a sharp one.
pub const WIDTHS: [(u32, usize); 4] =
    [(360, 50_000), (720, 150_000), (1080, 300_000), (LARGEST_WIDTH, 500_000)];

/// The widest that is served, in pixels.
pub const LARGEST_WIDTH: u32 = 1600;

/// What was made of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// What is served at the URL of the editor’s file.
    pub own: String,
    /// Width and height of the largest that is served, in pixels, upright.
    pub size: (u32, u32),
    /// The same in several widths, of which a browser takes the one that it needs: the narrowest first. None for
    /// what moves.
    pub renditions: Vec<Rendition>,
}

/// A picture in one width and one format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendition {
    /// The name of its file.
    pub file: String,
    /// Its width in pixels.
    pub width: u32,
    /// How it is written.
    pub format: Format,
}

/// How pictures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// For photographs, where a browser does not know WebP.
    Jpeg,
    /// For drawings and what is transparent, likewise.
    Png,
    /// For every browser since 2020.
    Webp,
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// Why nothing could be made of a file.
#[derive(Debug)]
pub enum Failure {
    /// It is of no kind of which others are made: a drawing, a document, or AVIF, which is served as it is.
    OtherKind,
    /// It cannot be read as a picture.
    Broken,
    /// What was made could not be kept.
    Store(anyhow::Error),
}

/// Width and height as they are written in a picture’s file, in pixels.
pub fn size(source: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(source).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// A file that was made, with its name.
pub type Made = (String, Vec<u8>);
