//! What all cards have: paper, the mark of the site, and its address.

use crate::data::Site;
use crate::site::drawings::{Sheet, Type};

/// The size that networks ask for.
pub const WIDTH: u32 = 1200;
/// Its height.
pub const HEIGHT: u32 = 630;

/// The most bytes of a card.
pub const LARGEST: usize = 200_000;

/// How far texts are from the edges.
pub const MARGIN: u32 = 64;

/// A card with nothing but that. What is on it keeps above 560.
pub fn frame(site: &Site) -> Sheet {
    let mut sheet = Sheet::new(WIDTH);
    sheet.area((0, 0, WIDTH, 12), "accent");
    sheet.area((MARGIN, 58, 20, 20), "accent");
    let (name, host) = (Type::new(27).bold(), Type::new(22).soft());
    sheet.text(MARGIN + 34, 77, name, &name.cut(&site.short_name, 800));
    let address = site.base.split("://").last().unwrap_or_default();
    let address = address.trim_start_matches("www.");
    sheet.area((MARGIN, 560, WIDTH - 2 * MARGIN, 1), "line");
    sheet.text(WIDTH - MARGIN, 590, host.ending(), &host.cut(address, 300));
    sheet
}
