//! Pictures that move: they are served as they are, without what is written beside their frames.

use std::io::Cursor;

use image::ImageFormat;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::picture;

/// The chunks of PNG that say something about a picture, instead of how it looks.
const REMARKS_OF_PNG: [[u8; 4]; 5] = [*b"eXIf", *b"iTXt", *b"tEXt", *b"tIME", *b"zTXt"];

/// A picture that moves, with its size; `None` for every other one. GIF is always written anew as it is: what it shows is
/// small or moves.
pub fn without_metadata(source: &[u8], format: ImageFormat) -> Option<((u32, u32), Vec<u8>)> {
    let bytes = match format {
        ImageFormat::Gif => frames_of_gif(source)?,
        ImageFormat::Png if PngDecoder::new(Cursor::new(source)).ok()?.is_apng().ok()? => {
            let mut png = Png::from_bytes(Bytes::copy_from_slice(source)).ok()?;
            REMARKS_OF_PNG.iter().for_each(|kind| png.remove_chunks_by_type(*kind));
            png.encoder().bytes().to_vec()
        }
        ImageFormat::WebP if WebPDecoder::new(Cursor::new(source)).ok()?.has_animation() => {
            let mut webp = WebP::from_bytes(Bytes::copy_from_slice(source)).ok()?;
            webp.set_exif(None);
            webp.remove_chunks_by_id(*b"XMP ");
            webp.encoder().bytes().to_vec()
        }
        _ => return None,
    };
    Some((picture::size(&bytes)?, bytes))
}

/// Every frame, and nothing else.
fn frames_of_gif(source: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = gif::Decoder::new(source).ok()?;
    let palette = decoder.global_palette().unwrap_or_default().to_vec();
    let (width, height) = (decoder.width(), decoder.height());
    let mut encoder = gif::Encoder::new(Vec::new(), width, height, &palette).ok()?;
    let mut repeat = None;
    while let Some(frame) = decoder.read_next_frame().ok()?.cloned() {
        // How often it is repeated is known once its first frame is.
        if repeat.is_none() {
            let repeats = decoder.repeat();
            encoder.set_repeat(repeats).ok()?;
            repeat = Some(repeats);
        }
        encoder.write_frame(&frame).ok()?;
    }
    repeat?;
    encoder.into_inner().ok()
}
