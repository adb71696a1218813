//! Pictures as visitors get them: upright, in the widths that screens need, in the colours of the web, and without
//! a byte of what cameras and programs write beside them, such as the place and the hour.
//!
//! An editor’s file is never served. What is made of it is kept in a folder of the system (see `store`), under the
//! hash of the file, so that it is made once.

mod animation;
mod decode;
mod encode;
mod picture;
mod store;

use image::ImageFormat;

pub use self::decode::resized;
pub use self::encode::{jpeg, png};
pub use self::picture::{Failure, Format, size};
pub use self::store::{Stored, cache};

use self::picture::{LARGEST_WIDTH, Made, Picture};

/// What was made of an editor’s file, now or before.
///
/// # Errors
/// Says that the file is no picture, a broken one, or that the result could not be kept.
pub fn prepare(source: &[u8]) -> Result<Stored, Failure> {
    let format = image::guess_format(source).map_err(|_| Failure::OtherKind)?;
    if ![ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif].contains(&format)
    {
        return Err(Failure::OtherKind);
    }
    store::find_or_make(source, || make(source, format))
}

fn make(source: &[u8], format: ImageFormat) -> Option<(Picture, Vec<Made>)> {
    if let Some((size, moving)) = animation::without_metadata(source, format) {
        let own = "own".to_owned();
        let picture = Picture { own: own.clone(), size, renditions: Vec::new() };
        return Some((picture, vec![(own, moving)]));
    }
    let picture = decode::upright(source, format, LARGEST_WIDTH)?;
    encode::in_all_widths(&picture, format)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, GenericImageView, RgbaImage};
    use img_parts::jpeg::Jpeg;
    use img_parts::png::{Png, PngChunk};
    use img_parts::riff::{RiffChunk, RiffContent};
    use img_parts::webp::WebP;
    use img_parts::{Bytes, ImageICC};

    use super::*;

    const REMARK: &[u8] = b"a remark that nobody shall read";

    fn drawing(width: u32, height: u32, alpha: u8) -> DynamicImage {
        RgbaImage::from_fn(width, height, |x, _| image::Rgba([x as u8, 80, 160, alpha])).into()
    }

    fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    fn png_with_remark(png: Vec<u8>) -> Vec<u8> {
        let mut png = Png::from_bytes(png.into()).unwrap();
        png.chunks_mut().insert(1, PngChunk::new(*b"tEXt", Bytes::from_static(REMARK)));
        png.encoder().bytes().to_vec()
    }

    fn webp_with_remark(webp: Vec<u8>) -> Vec<u8> {
        let mut webp = WebP::from_bytes(webp.into()).unwrap();
        let remark = RiffContent::Data(Bytes::from_static(REMARK));
        webp.chunks_mut().push(RiffChunk::new(*b"XMP ", remark));
        webp.encoder().bytes().to_vec()
    }

    /// Two frames with a comment between them.
    fn gif_with_remark() -> Vec<u8> {
        let mut encoder = gif::Encoder::new(Vec::new(), 4, 2, &[0, 0, 0, 255, 0, 0]).unwrap();
        encoder.set_repeat(gif::Repeat::Finite(3)).unwrap();
        for color in [0, 1] {
            let frame = gif::Frame::from_indexed_pixels(4, 2, vec![color; 8], None);
            encoder.write_frame(&frame).unwrap();
            encoder.write_raw_extension(gif::Extension::Comment.into(), &[REMARK]).unwrap();
        }
        encoder.into_inner().unwrap()
    }

    fn files_of(stored: &Stored) -> Vec<(String, Vec<u8>)> {
        let Stored { picture, folder, .. } = stored;
        let mut names: Vec<_> = picture.renditions.iter().map(|it| it.file.clone()).collect();
        names.push(picture.own.clone());
        let read = |name: String| {
            let content = std::fs::read(folder.join(&name)).unwrap();
            (name, content)
        };
        names.into_iter().map(read).collect()
    }

    #[test]
    fn nothing_is_left_of_what_is_written_beside_a_picture() {
        let opaque = drawing(800, 400, 255);
        let transparent = drawing(500, 20, 90);
        let sources = [
            (png_with_remark(encoded(&opaque, ImageFormat::Png)), (800, 400), ["png", "webp"]),
            (png_with_remark(encoded(&transparent, ImageFormat::Png)), (500, 20), ["png", "webp"]),
            (webp_with_remark(encoded(&opaque, ImageFormat::WebP)), (800, 400), ["jpg", "webp"]),
            (
                webp_with_remark(encoded(&transparent, ImageFormat::WebP)),
                (500, 20),
                ["png", "webp"],
            ),
            (gif_with_remark(), (4, 2), ["own", "own"]),
        ];
        for (source, size, endings) in sources {
            assert!(source.windows(REMARK.len()).any(|found| found == REMARK));
            let stored = prepare(&source).unwrap();
            assert_eq!(stored.picture.size, size);
            for (name, content) in files_of(&stored) {
                assert!(endings.iter().any(|ending| name.ends_with(ending)), "{name}: {endings:?}");
                assert!(!content.windows(REMARK.len()).any(|found| found == REMARK), "{name}");
            }
        }
    }

    #[test]
    fn what_moves_goes_on_moving() {
        let stored = prepare(&gif_with_remark()).unwrap();
        let own = std::fs::read(stored.folder.join(&stored.picture.own)).unwrap();
        let mut frames = gif::Decoder::new(&own[..]).unwrap();
        for color in [0, 1] {
            assert_eq!(frames.read_next_frame().unwrap().unwrap().buffer[..], [color; 8]);
        }
        assert!(frames.read_next_frame().unwrap().is_none());
        assert_eq!(frames.repeat(), gif::Repeat::Finite(3));
    }

    #[test]
    fn what_is_transparent_stays_so() {
        let stored = prepare(&encoded(&drawing(500, 20, 90), ImageFormat::Png)).unwrap();
        for (name, content) in files_of(&stored) {
            let picture = image::load_from_memory(&content).unwrap();
            assert!(picture.get_pixel(3, 3).0[3].abs_diff(90) < 3, "{name}");
        }
    }

    #[test]
    fn colours_of_a_profile_become_those_of_the_web() {
        let source =
            DynamicImage::from(image::RgbImage::from_pixel(40, 40, image::Rgb([200, 40, 40])));
        let mut jpeg = Jpeg::from_bytes(encoded(&source, ImageFormat::Jpeg).into()).unwrap();
        let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
        jpeg.set_icc_profile(Some(profile.into()));
        let stored = prepare(&jpeg.encoder().bytes()).unwrap();
        let red = std::fs::read(stored.folder.join(&stored.picture.own)).unwrap();
        let red = image::load_from_memory(&red).unwrap().get_pixel(20, 20).0;
        // The same red, which is 218, 11, 29 in sRGB.
        assert!(red[0] > 210 && red[1] < 25, "{red:?}");
    }

    #[test]
    fn a_picture_that_ends_early_is_broken() {
        let whole = encoded(&drawing(300, 300, 255), ImageFormat::Png);
        let cut = prepare(&whole[..whole.len() / 2]);
        assert!(matches!(cut, Err(Failure::Broken)), "{cut:?}");
        assert!(matches!(prepare(b"%PDF-1.7"), Err(Failure::OtherKind)));
    }
}
