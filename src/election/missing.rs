//! What a tally lacks: rows that were refused, territories without figures, what a larger publication
//! has beyond its children.

use super::territory::{Level, Place};

/// What is known to be missing; nothing where a tally is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Rows of the source that were refused.
    pub refused: Vec<Refused>,
    /// Territories of which there are no figures at all.
    pub territories: Vec<Place>,
    /// What the publication of a larger territory has beyond the sum of its children.
    pub shortfalls: Vec<Shortfall>,
    /// Why stations are thought to be missing although no source says which.
    pub evidence: Option<Evidence>,
}

/// A row of a source that is in no figure: it contradicts itself, cannot be read, or does not say of
/// which territory it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its code, in the form of its level, where it is known.
    pub code: Option<String>,
    /// What the source calls it; its code or its row where it has no name.
    pub name: String,
    /// Code of the smallest larger territory in which it is known to lie: the commune of a station,
    /// else the département, else `FR`.
    pub within: String,
    /// Code of its circonscription, where the source says it: `7807`.
    pub circonscription: Option<String>,
    /// Inscrits, where the source says them.
    pub registered: Option<u32>,
    /// Why it was refused, as sentences for readers, in French.
    pub reason: String,
}

impl Refused {
    /// The code of the territory of a larger level that it lies in, where that is known.
    pub fn code_within(&self, level: Level) -> Option<String> {
        if level == Level::Circonscription {
            return self.circonscription.clone();
        }
        let within = Place::whole(&self.within)
            .unwrap_or_else(|| Place::named(Level::Commune, &self.within, None));
        within.code_within(level)
    }
}

/// A published total that the children do not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The territory whose total was published.
    pub place: Place,
    /// The level of the children that were added up.
    pub children: Level,
    /// Inscrits, where both are known.
    pub registered: Option<Reached>,
    /// Exprimés, where both are known.
    pub valid: Option<Reached>,
}

/// How much of a published count its children have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// What was published of the whole.
    pub published: u32,
    /// What the children add up to.
    pub sum: u32,
}

impl Reached {
    /// How much the children lack.
    pub const fn lacking(self) -> u32 {
        self.published.saturating_sub(self.sum)
    }
}

/// The registered voters of a commune in a larger territory that lacks some, compared with those of other
/// elections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Inscrits, as they add up here.
    pub registered: u32,
    /// The nearest other elections, oldest first: the year, and inscrits.
    pub in_other_elections: Vec<(i16, u32)>,
}

impl Missing {
    /// Whether nothing is known to be missing.
    pub const fn is_empty(&self) -> bool {
        self.refused.is_empty()
            && self.territories.is_empty()
            && self.shortfalls.is_empty()
            && self.evidence.is_none()
    }

    /// Adds what a child lacks. Evidence is of one territory only.
    pub fn add(&mut self, other: &Self) {
        self.refused.extend(other.refused.iter().cloned());
        self.territories.extend(other.territories.iter().cloned());
        self.shortfalls.extend(other.shortfalls.iter().cloned());
    }
}
