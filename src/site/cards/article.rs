//! The card of an article: its title and its picture.

use anyhow::Context;
use image::{DynamicImage, ImageFormat};

use super::frame::{HEIGHT, LARGEST, MARGIN, WIDTH};
use crate::data::Article;
use crate::site::drawings::{Sheet, Type, raster};
use crate::site::pictures;

/// How much of the card the picture has, from its right edge.
const PICTURE: u32 = 500;

/// The qualities that are tried until the file is small enough, of 100.
const QUALITIES: [u8; 5] = [86, 78, 68, 56, 40];

/// Whether a file is a picture of pixels that can be shown beside words.
pub fn is_a_photograph(file: &[u8]) -> bool {
    let known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];
    image::guess_format(file).is_ok_and(|format| known.contains(&format))
}

/// Puts title, category and day on a card, beside a picture or not, and returns the words for those who do not see
/// it.
pub fn put(sheet: &mut Sheet, article: &Article, is_beside_a_picture: bool) -> String {
    let room = WIDTH - 2 * MARGIN - if is_beside_a_picture { PICTURE } else { 0 };
    let size = if is_beside_a_picture { 54 } else { 72 };
    let (kicker, title) = (Type::new(26).soft(), Type::new(size).bold());
    let day = article.date_text.as_ref().unwrap_or(&article.date.text);
    let kicker_words = format!("{} — {day}", article.category);
    let lines = title.lines(&article.title, room, if is_beside_a_picture { 5 } else { 4 });
    let y = sheet.lines(MARGIN, 180, kicker, &kicker.lines(&kicker_words, room, 2));
    sheet.lines(MARGIN, y + size * 4 / 5, title, &lines);
    if let Some(author) = &article.author {
        let small = Type::new(22).soft();
        sheet.text(MARGIN, 592, small, &small.cut(author, room.min(700)));
    }
    match &article.image {
        Some(image) if is_beside_a_picture => format!("{}. {}", article.title, image.alt),
        _ => article.title.clone(),
    }
}

/// The card with the picture at its right edge, as a JPEG.
///
/// # Errors
/// When one of them cannot be drawn.
pub fn with_photograph(svg: &str, file: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut card = raster::pixels(svg, 1)?;
    let picture = image::load_from_memory(file).context("picture")?;
    let covering = covering(picture).context("pixels")?;
    // What is transparent is on paper.
    image::imageops::overlay(&mut card, &covering, i64::from(WIDTH - PICTURE), 0);
    let mut written = None;
    for quality in QUALITIES {
        let file = pictures::jpeg(&card, quality).context("JPEG")?;
        let is_small = file.len() <= LARGEST;
        written = Some(file);
        if is_small {
            break;
        }
    }
    written.context("JPEG")
}

/// The middle of a picture, as large as its place.
fn covering(picture: DynamicImage) -> Option<DynamicImage> {
    let (width, height) = (picture.width().max(1), picture.height().max(1));
    // As much of it as has the proportions of its place.
    let (cut_width, cut_height) = if width * HEIGHT > height * PICTURE {
        ((height * PICTURE / HEIGHT).max(1), height)
    } else {
        (width, (width * HEIGHT / PICTURE).max(1))
    };
    let (x, y) = ((width - cut_width) / 2, (height - cut_height) / 3);
    pictures::resized(&picture.crop_imm(x, y, cut_width, cut_height), (PICTURE, HEIGHT))
}
