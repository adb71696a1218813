//! What pages of several kinds hold: moments, pictures, people, recordings.

use serde::{Deserialize, Serialize};

/// A moment as a reader sees it and as a machine reads it, both made at build time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// « dimanche 29 janvier 2017 »
    pub text: String,
    /// `2017-01-29`, or `2017-01-29T09:00` when the hour is known.
    pub iso: String,
}

/// A picture in the widths among which a browser chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Path on the site, for browsers that do not choose.
    pub src: String,
    /// Width in pixels, so that its place is kept before it arrives.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its widths in the format of `src`, as HTML’s `srcset`; nothing for what has one width only.
    pub srcset: Option<String>,
    /// Its widths in WebP, likewise.
    pub webp: Option<String>,
}

/// A recording that may or may not have a known URL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Video {
    /// What it shows.
    pub title: String,
    /// Where it can be seen, once that is known.
    pub address: Option<String>,
    /// A picture out of it, which is on the site itself.
    pub still: Option<Picture>,
    /// When it was recorded.
    pub date: Option<Moment>,
    /// How long it is, such as « 1 h 52 ».
    pub duration: Option<String>,
}

/// Somebody who speaks, hosts or signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// In what capacity.
    pub role: Option<String>,
}
