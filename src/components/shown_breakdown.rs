//! What a page knows of the breakdown that it shows.

use crate::data::{Breakdown, Round};
use crate::french;
use crate::route::Slug;

/// A breakdown with what its page knows of it.
#[derive(Clone, Copy)]
pub struct ShownBreakdown<'a> {
    /// The territories.
    pub breakdown: &'a Breakdown,
    /// The election, for the URLs of their pages.
    pub election: &'a Slug,
    /// The round in the whole territory.
    pub round: &'a Round,
    /// The whole as the end of a sentence.
    pub place: &'a str,
}

impl ShownBreakdown<'_> {
    /// The round, as a reader calls it.
    pub fn name(&self) -> &'static str {
        french::round(self.round.contest, self.round.number)
    }
}
