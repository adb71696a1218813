//! Content that is written from what others publish: results, outlines of territories, a site of WordPress.

pub mod outlines;
pub mod results;
pub mod wordpress;
