//! Content that is written from what others publish: results, and outlines of territories.

pub mod outlines;
pub mod results;
