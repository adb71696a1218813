//! How a territory is filled on a map: by whom, and how strongly.

/// How strongly a territory is filled: the opacity of its area, as it follows a colour in CSS; nothing for wholly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strength(pub(super) &'static str);

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

impl Fill<'_> {
    /// The fill as attributes of a shape, which every content policy allows; `None` where one is not set.
    pub fn attributes(self) -> [(&'static str, Option<String>); 2] {
        let (fill, class) = match self {
            Self::Unknown => (None, Some("unknown".to_owned())),
            Self::Tied => (None, Some("tied".to_owned())),
            Self::Known { colour, strength } => (Some(format!("{colour}{}", strength.0)), None),
        };
        [("fill", fill), ("class", class)]
    }
}
