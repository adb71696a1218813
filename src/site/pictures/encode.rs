//! Pixels as files, in the widths and formats that are served.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder, ImageFormat};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use webp::PixelLayout;

use super::decode;
use super::picture::{Format, Made, Picture, Rendition, WIDTHS};

/// The qualities that are tried until a file is small enough, of 100.
const QUALITIES: [u8; 6] = [80, 72, 64, 56, 48, 40];

/// Writes a picture in every width that is less than its own, and in its own.
pub fn in_all_widths(picture: &DynamicImage, source: ImageFormat) -> Option<(Picture, Vec<Made>)> {
    let (width, height) = (picture.width(), picture.height());
    let is_drawing = source == ImageFormat::Png || picture.color().has_alpha();
    let fallback = if is_drawing { Format::Png } else { Format::Jpeg };
    let (mut renditions, mut files) = (Vec::new(), Vec::new());
    for (width, limit) in widths(width) {
        let smaller = decode::shrunk(picture.clone(), width, picture.width())?;
        for format in [Format::Webp, fallback] {
            let file = format!("{width}.{}", format.ending());
            files.push((file.clone(), written(&smaller, format, is_drawing, limit)?));
            renditions.push(Rendition { file, width, format });
        }
    }
    let own = if source == ImageFormat::WebP { Format::Webp } else { fallback };
    let own = format!("{width}.{}", own.ending());
    Some((Picture { own, size: (width, height), renditions }, files))
}

/// The widths in which a picture is written, with how many bytes each may have. One that is hardly less than the
/// picture’s own would save nothing.
fn widths(own: u32) -> Vec<(u32, usize)> {
    let mut widths: Vec<_> = WIDTHS.into_iter().filter(|(width, _)| width * 5 < own * 4).collect();
    let limit = WIDTHS.iter().find(|(width, _)| own <= *width).or(WIDTHS.last());
    widths.extend(limit.map(|(_, limit)| (own, *limit)));
    widths
}

/// A picture in a format. One that loses details is written worse until it has at most `limit` bytes.
fn written(
    picture: &DynamicImage,
    format: Format,
    is_drawing: bool,
    limit: usize,
) -> Option<Vec<u8>> {
    let mut small = None;
    for quality in QUALITIES {
        let file = match format {
            Format::Png => return png(picture),
            Format::Jpeg => jpeg(picture, quality)?,
            Format::Webp => webp(picture, false, quality)?,
        };
        let is_small = file.len() <= limit;
        small = Some(file);
        if is_small {
            break;
        }
    }
    // A drawing of few colours is smaller where nothing of it is lost.
    if format == Format::Webp && is_drawing {
        let lossless = webp(picture, true, 100)?;
        small = small.filter(|small| small.len() < lossless.len()).or(Some(lossless));
    }
    small
}

fn webp(picture: &DynamicImage, is_lossless: bool, quality: u8) -> Option<Vec<u8>> {
    let layout = if picture.color().has_alpha() { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = webp::Encoder::new(picture.as_bytes(), layout, picture.width(), picture.height());
    Some(encoder.encode_simple(is_lossless, quality.into()).ok()?.to_vec())
}

/// Pixels as a JPEG of a quality, of 100.
pub fn jpeg(picture: &DynamicImage, quality: u8) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let (width, height) = (picture.width(), picture.height());
    let (width, height) = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
    encoder.encode(picture.as_bytes(), width, height, ColorType::Rgb).ok()?;
    Some(file)
}

/// Pixels as a PNG.
pub fn png(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut file, CompressionType::Best, FilterType::Adaptive);
    let (width, height) = (picture.width(), picture.height());
    encoder.write_image(picture.as_bytes(), width, height, picture.color().into()).ok()?;
    Some(file)
}
