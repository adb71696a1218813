//! Colours, and the site's own: readable on light and on dark paper.

use std::fmt;

use super::diagnostics::Problems;
use super::fields::{FromNode, unexpected};
use super::tree::{Node, Value};

/// The least contrast of text with its background (WCAG 2.2, level AA).
const LEAST_CONTRAST: f64 = 4.5;

/// The light backgrounds of `style/tokens.css`, `--paper` and `--sheet`; a test holds them equal.
pub const LIGHT: [Colour; 2] = [Colour([0xfd, 0xfc, 0xfa]), Colour([0xf5, 0xf2, 0xec])];

/// The dark ones.
pub const DARK: [Colour; 2] = [Colour([0x15, 0x17, 0x1a]), Colour([0x1d, 0x20, 0x24])];

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The accent colour and its variant for dark paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light paper, as the editor chose it.
    pub light: Colour,
    /// On dark paper: the same, as much lighter as it takes.
    pub dark: Colour,
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl FromNode for Colour {
    const EXPECTED: &'static str = "a colour";
    const EXAMPLE: &'static str = "\"#005a9c\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let colour = match &node.value {
            Value::Text(text) => Self::parse(text),
            _ => None,
        };
        colour.or_else(|| unexpected(node, problems))
    }
}

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // The number that is read below may have a sign.
        digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(())?;
        let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// Relative luminance as WCAG defines it, from 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours (WCAG 2.2), from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn is_readable_on(self, backgrounds: [Self; 2]) -> bool {
        backgrounds.into_iter().all(|paper| self.contrast(paper) >= LEAST_CONTRAST)
    }

    /// This colour with `percent` of white.
    fn lighter(self, percent: u16) -> Self {
        let mix = |channel: u8| {
            let mixed = (u16::from(channel) * (100 - percent) + 255 * percent) / 100;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self(self.0.map(mix))
    }
}

impl FromNode for Accent {
    const EXPECTED: &'static str = "a colour dark enough to be read on white (contrast 4.5)";
    const EXAMPLE: &'static str = "\"#b8174b\"";

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            return unexpected(node, problems);
        };
        let light = Colour::parse(text)
            .filter(|colour| colour.is_readable_on(LIGHT))
            .or_else(|| unexpected::<Self>(node, problems).map(|accent| accent.light))?;
        // White itself always has enough contrast, so the search ends.
        let readable = |colour: &Colour| colour.is_readable_on(DARK);
        let dark = (0..=100).map(|percent| light.lighter(percent)).find(readable)?;
        Some(Self { light, dark })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        assert_eq!(Colour::parse("#+1+2+3"), None);
        let black = Colour([0; 3]);
        let white = Colour([255; 3]);
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn the_backgrounds_are_those_of_the_style_sheet() {
        let tokens = std::fs::read_to_string("style/tokens.css").unwrap();
        for [paper, sheet] in [LIGHT, DARK] {
            assert!(tokens.contains(&format!("--paper: {paper};")), "{paper}");
            assert!(tokens.contains(&format!("--sheet: {sheet};")), "{sheet}");
        }
    }
}
