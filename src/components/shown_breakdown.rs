//! What a page knows of the breakdown that it shows.

use crate::data::{Breakdown, Source};
use crate::route::Slug;

/// A breakdown with what its page knows of it.
#[derive(Clone, Copy)]
pub struct ShownBreakdown<'a> {
    /// The territories.
    pub breakdown: &'a Breakdown,
    /// The election, for the addresses of their pages.
    pub election: &'a Slug,
    /// The round, as a reader calls it.
    pub round: &'a str,
    /// The whole as the end of a sentence.
    pub place: &'a str,
    /// Who published the figures.
    pub sources: &'a [Source],
}
