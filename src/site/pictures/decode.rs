//! A picture as pixels: upright, no wider than it is served, in the colours of the web.

use std::io::Cursor;

use fast_image_resize::Resizer;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use moxcms::{ColorProfile, Layout, TransformOptions};

/// Reads a picture, turns it as its EXIF orientation says, and makes it `widest` pixels wide where it is wider.
/// `None` when it cannot be read to its end.
pub fn upright(source: &[u8], format: ImageFormat, widest: u32) -> Option<DynamicImage> {
    let mut reader = ImageReader::with_format(Cursor::new(source), format);
    // Whoever calls has looked at how many pixels it has.
    reader.limits(Limits::no_limits());
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = in_eight_bits(DynamicImage::from_decoder(decoder).ok()?);
    let shown_width = if lies(orientation) { pixels.height() } else { pixels.width() };
    // To turn and to recolour few pixels is quicker.
    let mut pixels = shrunk(pixels, widest, shown_width)?;
    pixels.apply_orientation(orientation);
    let in_srgb = profile.and_then(|profile| in_srgb(&pixels, &profile));
    Some(in_srgb.unwrap_or(pixels))
}

/// Whether an orientation exchanges width and height.
fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Three bytes a pixel, or four where something is transparent.
fn in_eight_bits(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8().into();
    }
    let pixels = picture.into_rgba8();
    let is_opaque = pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let pixels = DynamicImage::from(pixels);
    if is_opaque { pixels.into_rgb8().into() } else { pixels }
}

/// The picture smaller, by the ratio of two numbers; as it is where it would not be smaller.
pub fn shrunk(picture: DynamicImage, part: u32, whole: u32) -> Option<DynamicImage> {
    if part >= whole {
        return Some(picture);
    }
    let scaled = |length: u32| {
        let length =
            (u64::from(length) * u64::from(part) + u64::from(whole) / 2) / u64::from(whole);
        u32::try_from(length).unwrap_or(part).max(1)
    };
    let (width, height) = (scaled(picture.width()), scaled(picture.height()));
    let mut smaller = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(&picture, &mut smaller, None).ok()?;
    Some(smaller)
}

/// A picture in another size.
pub fn resized(picture: &DynamicImage, (width, height): (u32, u32)) -> Option<DynamicImage> {
    let mut resized = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut resized, None).ok()?;
    Some(resized)
}

/// The same colours as browsers take them to be where a picture does not say: telephones record more of them.
/// `None` when the profile is not one for these pixels.
fn in_srgb(picture: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    let layout = if picture.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let transform =
        profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()).ok()?;
    let mut same = picture.clone();
    let from = picture.as_bytes();
    match &mut same {
        DynamicImage::ImageRgb8(pixels) => transform.transform(from, pixels).ok()?,
        DynamicImage::ImageRgba8(pixels) => transform.transform(from, pixels).ok()?,
        _ => return None,
    }
    Some(same)
}
