//! Files that do not belong into `media/`, whatever their names say: browsers do not show them, visitors would not
//! download them, or they say where they were made.

use std::io::Cursor;
use std::path::Path;

use crate::message;
use crate::site::files;
use crate::site::messages::{Message, causes};
use crate::site::parse::diagnostics::Problems;
use crate::site::pictures;

/// Programs, and what systems leave in folders.
const PROGRAMS: [&str; 20] = [
    "apk", "app", "bat", "cmd", "com", "cpl", "db", "deb", "dll", "dmg", "exe", "ini", "jar", "js",
    "lnk", "msi", "ps1", "scr", "sh", "vbs",
];

/// The largest picture, in pixels: phones and cameras make up to 50 million, and browsers show no more.
const MOST_PIXELS: u64 = 60_000_000;

/// The largest file, in bytes: most hosts take no larger one.
const LARGEST: u64 = 25 << 20;

/// Reads a file that visitors can use; of every other one it says what to do.
pub fn read(path: &Path, problems: &mut Problems) -> Option<Vec<u8>> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let mut refuse = |(title, help): (Message, Message)| {
        problems.add_for_file(path, title, help);
        None
    };
    if PROGRAMS.contains(&extension.as_str()) {
        return refuse((message!("content-program"), message!("content-program-help")));
    }
    let length = std::fs::metadata(path).map_or(0, |file| file.len());
    if length > LARGEST {
        let megabytes = usize::try_from(length / 1_000_000).unwrap_or_default();
        let title = message!("content-large-file", size = megabytes);
        return refuse((title, message!("content-large-file-help", most = 25_usize)));
    }
    let bytes = match files::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let title = message!("content-not-read", error = causes::chain(&error));
            return refuse((title, message!("content-not-read-help")));
        }
    };
    let refused = if is_heic(&bytes) {
        Some((message!("content-heic"), message!("content-heic-help")))
    } else {
        too_many_pixels(&bytes).or_else(|| is_cut_off(&bytes).then(cut_off))
    };
    match refused {
        Some(refused) => refuse(refused),
        None => Some(bytes),
    }
}

/// Whether a picture is one of those that iPhones make, which few browsers show, under any name.
fn is_heic(bytes: &[u8]) -> bool {
    let kinds = [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"];
    kind_of_container(bytes).is_some_and(|found| kinds.iter().any(|kind| found == *kind))
}

/// What a file in the container of MPEG-4 is: a picture in HEIC or AVIF, or a video.
fn kind_of_container(bytes: &[u8]) -> Option<&[u8]> {
    (bytes.get(4..8)? == b"ftyp").then(|| bytes.get(8..12))?
}

fn too_many_pixels(bytes: &[u8]) -> Option<(Message, Message)> {
    let (width, height) = pictures::size(bytes)?;
    if u64::from(width) * u64::from(height) <= MOST_PIXELS {
        return None;
    }
    let (width, height) = (width.to_string(), height.to_string());
    let title = message!("content-large-picture", width = width, height = height);
    Some((title, message!("content-large-picture-help")))
}

fn cut_off() -> (Message, Message) {
    (message!("content-cut-off"), message!("content-cut-off-help"))
}

/// Whether a JPEG lacks its end: the copy was interrupted, and browsers show grey below. What some cameras write behind
/// the end does not matter, nor the end of the small picture that they put before.
fn is_cut_off(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\x89PNG") {
        return !bytes.windows(4).any(|name| name == b"IEND");
    }
    if !bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return false;
    }
    // Segments have their length, up to the one after which the pixels come.
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        // Bytes that fill may stand before a marker.
        if *marker == 0xff {
            at += 1;
            continue;
        }
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
        if *marker == 0xda {
            break;
        }
    }
    !bytes.get(at..).unwrap_or_default().windows(2).any(|pair| pair == [0xff, 0xd9])
}

/// Ensure a file that is served as it is does not say where it was made.
pub fn ensure_it_does_not_say_where(path: &Path, bytes: &[u8], problems: &mut Problems) {
    if says_where(bytes) {
        problems.add_for_file(path, message!("content-place"), message!("content-place-help"));
    }
}

/// What a video says of itself: its box `moov`, without the pictures, among which anything may look like a note. All
/// of it where its boxes cannot be followed.
fn notes_of_video(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let Some((length, kind)) = rest.first_chunk::<4>().zip(rest.get(4..8)) {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        if kind == b"moov" {
            return rest.get(..length).unwrap_or(rest);
        }
        match rest.get(length..) {
            Some(next) if length >= 8 => rest = next,
            _ => break,
        }
    }
    bytes
}

/// Whether a picture says where it was taken in its EXIF, or a telephone’s video in one of three ways.
fn says_where(bytes: &[u8]) -> bool {
    let is_video = kind_of_container(bytes).is_some_and(|kind| !kind.starts_with(b"avi"));
    let marks: [&[u8]; 3] = [b"\xa9xyz", b"com.apple.quicktime.location", b"loci"];
    if is_video {
        let notes = notes_of_video(bytes);
        return marks.iter().any(|mark| notes.windows(mark.len()).any(|found| found == *mark));
    }
    let mut reader = exif::Reader::new();
    // A camera’s slip elsewhere in its notes does not hide the place.
    reader.continue_on_error(true);
    let exif = reader
        .read_from_container(&mut Cursor::new(bytes))
        .or_else(|error| error.distill_partial_result(|_| {}));
    exif.is_ok_and(|exif| exif.fields().any(|field| field.tag.context() == exif::Context::Gps))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG with a small one in its notes, up to where its pixels end.
    fn jpeg_with_a_small_one() -> Vec<u8> {
        let small = [0xff, 0xd8, 1, 2, 3, 0xff, 0xd9];
        let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe1, 0, 2 + small.len() as u8];
        jpeg.extend(small);
        jpeg.extend([0xff, 0xda, 0, 4, 1, 1, 7, 7, 7, 7]);
        jpeg
    }

    #[test]
    fn the_end_of_a_small_picture_is_not_the_end_of_the_picture() {
        let mut jpeg = jpeg_with_a_small_one();
        assert!(is_cut_off(&jpeg));
        jpeg.extend([0xff, 0xd9]);
        assert!(!is_cut_off(&jpeg));
        jpeg.extend(b"what a camera writes behind");
        assert!(!is_cut_off(&jpeg));
    }

    #[test]
    fn videos_that_say_where_they_were_made_are_found() {
        let video = |notes: &[u8]| [b"\0\0\0\x18ftypmp42....moov", notes].concat();
        assert!(says_where(&video(b"..\xa9xyz..+48.99+002.09/")));
        assert!(says_where(&video(b"com.apple.quicktime.location.ISO6709")));
        assert!(!says_where(&video(b"nothing of the kind")));
        assert!(!says_where(b"%PDF-1.7 with com.apple.quicktime.location in its text"));
    }
}
