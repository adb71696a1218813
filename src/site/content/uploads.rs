//! Files that do not belong into `media/`, whatever their names say: browsers show them not, or visitors would download
//! them.

use std::io::Read;
use std::path::Path;

use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;

/// Programs, and what systems leave in folders.
const PROGRAMS: [&str; 20] = [
    "apk", "app", "bat", "cmd", "com", "cpl", "db", "deb", "dll", "dmg", "exe", "ini", "jar", "js",
    "lnk", "msi", "ps1", "scr", "sh", "vbs",
];

/// The largest picture, in pixels: phones and cameras make up to 50 million, and browsers show no more.
const MOST_PIXELS: u64 = 60_000_000;

/// The largest file, in bytes: most hosts take no larger one.
const LARGEST: u64 = 25 << 20;

/// Ensure a file is one that visitors can use; says whether it is.
pub fn ensure_it_is_usable(path: &Path, size: Option<(u32, u32)>, problems: &mut Problems) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let refused = if PROGRAMS.contains(&extension.as_str()) {
        Some((message!("content-program"), message!("content-program-help")))
    } else if is_heic(path) {
        Some((message!("content-heic"), message!("content-heic-help")))
    } else {
        too_large(path, size).or_else(|| is_cut_off(path).then(cut_off))
    };
    let is_usable = refused.is_none();
    if let Some((title, help)) = refused {
        problems.add_for_file(path, title, help);
    }
    is_usable
}

/// Whether a picture is one of those that iPhones make, which few browsers show, under any name.
fn is_heic(path: &Path) -> bool {
    let mut start = [0; 12];
    let is_read =
        std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok();
    let kinds = [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"];
    is_read && &start[4..8] == b"ftyp" && kinds.iter().any(|kind| start[8..12] == kind[..])
}

fn too_large(path: &Path, size: Option<(u32, u32)>) -> Option<(Message, Message)> {
    let bytes = std::fs::metadata(path).map_or(0, |file| file.len());
    if bytes > LARGEST {
        let megabytes = usize::try_from(bytes / 1_000_000).unwrap_or_default();
        let title = message!("content-large-file", size = megabytes);
        return Some((title, message!("content-large-file-help", most = 25_usize)));
    }
    let (width, height) =
        size.filter(|(width, height)| u64::from(*width) * u64::from(*height) > MOST_PIXELS)?;
    let (width, height) = (width.to_string(), height.to_string());
    let title = message!("content-large-picture", width = width, height = height);
    Some((title, message!("content-large-picture-help")))
}

fn cut_off() -> (Message, Message) {
    (message!("content-cut-off"), message!("content-cut-off-help"))
}

/// Whether a JPEG lacks its end: the copy was interrupted, and browsers show grey below. What some cameras write behind
/// the end does not matter.
fn is_cut_off(path: &Path) -> bool {
    let Ok(bytes) = std::fs::read(path) else { return false };
    bytes.starts_with(&[0xff, 0xd8, 0xff]) && !bytes.windows(2).any(|pair| pair == [0xff, 0xd9])
        || bytes.starts_with(b"\x89PNG") && !bytes.windows(4).any(|name| name == b"IEND")
}
