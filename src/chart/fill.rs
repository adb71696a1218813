//! How a territory is filled on a map: by whom, and how strongly.

/// How strongly a territory is filled: five steps that are the same on every map, so that two maps
/// can be compared. The middle one ends at the half, where a majority begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Less than 20 %.
    Faintest,
    /// From 20 % to less than 35 %.
    Faint,
    /// From 35 % to less than 50 %.
    Middle,
    /// From 50 % to less than 65 %.
    Strong,
    /// From 65 %.
    Strongest,
}

impl Strength {
    /// Every step, its end in hundredths of a percent, its opacity, and its words.
    pub(super) const STEPS: [(Self, u32, Option<&str>, &str); 5] = [
        (Self::Faintest, 2_000, Some(".25"), "moins de 20\u{202f}%"),
        (Self::Faint, 3_500, Some(".45"), "de 20 à 35\u{202f}%"),
        (Self::Middle, 5_000, Some(".65"), "de 35 à 50\u{202f}%"),
        (Self::Strong, 6_500, Some(".85"), "de 50 à 65\u{202f}%"),
        (Self::Strongest, u32::MAX, None, "65\u{202f}% et plus"),
    ];

    /// The step of a share in hundredths of a percent: 57.95 % is 5795.
    pub fn of(hundredths: u32) -> Self {
        let step = Self::STEPS.into_iter().find(|(_, end, ..)| hundredths < *end);
        step.map_or(Self::Strongest, |(strength, ..)| strength)
    }

    /// How opaque its areas are, as CSS writes it; `None` for wholly.
    pub(super) fn opacity(self) -> Option<&'static str> {
        Self::STEPS.into_iter().find(|(step, ..)| *step == self)?.2
    }
}

/// How a territory is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill<'a> {
    /// Nothing is known of it, or it took no part.
    Unknown,
    /// Several have as many votes.
    Tied,
    /// Something is known of it.
    Known {
        /// Whose colour, as `#rrggbb`.
        colour: &'a str,
        /// How much.
        strength: Strength,
    },
}

impl<'a> Fill<'a> {
    /// The fill as attributes of a shape, which every content policy allows; `None` where one is not set.
    pub fn attributes(self) -> [(&'static str, Option<&'a str>); 3] {
        let (colour, opacity, class) = match self {
            Self::Unknown => (None, None, Some("unknown")),
            Self::Tied => (None, None, Some("tied")),
            Self::Known { colour, strength } => (Some(colour), strength.opacity(), None),
        };
        [("fill", colour), ("fill-opacity", opacity), ("class", class)]
    }
}
