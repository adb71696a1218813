//! Drawings that are complete with their words, in one font: what is downloaded, shown as a card, printed.
//! On a page a drawing holds no text (record 3); these stand alone, and every machine makes the same bytes of them.

pub mod font;
pub mod qr;
pub mod raster;
pub mod result;
mod rows;
pub mod sheet;

pub use self::result::Result;
pub use self::sheet::{Inks, Sheet, Type};
