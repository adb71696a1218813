//! Drawings as pixels.

use std::sync::{Arc, LazyLock};

use anyhow::Context;
use image::{DynamicImage, RgbImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::font;

/// The font, and no other: those of the machine would make other bytes.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    font::FILES.into_iter().for_each(|file| fonts.load_font_data(file.to_vec()));
    Arc::new(fonts)
});

/// A drawing as an opaque picture, in so many pixels a unit.
///
/// # Errors
/// When it is no SVG.
pub fn pixels(svg: &str, scale: u32) -> anyhow::Result<DynamicImage> {
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).context("SVG")?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width() * scale, size.height() * scale);
    let mut pixels = Pixmap::new(width, height).context("SVG")?;
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    // Whatever is drawn is on paper: nothing is transparent.
    let colours = pixels.data().chunks_exact(4).flat_map(|it| [it[0], it[1], it[2]]).collect();
    let picture = RgbImage::from_raw(width, height, colours).context("pixels")?;
    Ok(picture.into())
}
