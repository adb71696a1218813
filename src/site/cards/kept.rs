//! Cards that were made before, in the folder in which pictures are kept too.

use sha2::{Digest, Sha256};

use crate::site::{files, pictures};

/// What tells how cards were made: another number, and all are made anew.
const VERSION: u32 = 1;

/// The path on the site and the content of a card that is made of these bytes, now or before.
///
/// # Errors
/// When it cannot be made. That it cannot be kept costs time only.
pub fn find_or_make(
    ending: &str,
    made_of: &[&[u8]],
    make: impl FnOnce() -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<(String, Vec<u8>)> {
    let digest = Sha256::new().chain_update(VERSION.to_be_bytes());
    let digest = made_of.iter().fold(digest, |digest, it| digest.chain_update(it)).finalize();
    let name: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let kept = pictures::cache("cards").join(format!("{name}.{ending}"));
    let content = match std::fs::read(&kept) {
        Ok(content) if !content.is_empty() => content,
        _ => {
            let content = make()?;
            // Under another name first: who reads at the same time gets all of it or nothing.
            let new = kept.with_extension(format!("{}.new", std::process::id()));
            let written = files::write(&new, &content).is_ok();
            let _ = written && std::fs::rename(&new, &kept).is_ok();
            content
        }
    };
    Ok((format!("/media/cartes/{}.{ending}", &name[..10]), content))
}
