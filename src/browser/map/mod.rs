//! The map on the page: its territories filled again, and what is seen and said of it.

mod fills;
mod gestures;
mod pointed;
mod seen;

pub use self::fills::fill;
pub use self::gestures::{Chooser, MapOnScreen};
pub use self::pointed::{code, place_of};
