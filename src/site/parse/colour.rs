//! Colours, and the site's own: readable on light and on dark paper.

use std::fmt;

use super::diagnostics::Problems;
use super::fields::{FromNode, unexpected};
use super::table::Shape;
use super::tree::{Node, Value};
use crate::election::nuance;
use crate::message;
use crate::site::messages::Message;
use crate::words::fold;

/// The least contrast of text with its background (WCAG 2.2, level AA).
const LEAST_CONTRAST: f64 = 4.5;

/// The style sheet that has all colours of the site.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// The backgrounds of text.
const BACKGROUNDS: [&str; 2] = ["--paper", "--sheet"];

/// What the style depends on, in the order in which it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light paper.
    Light,
    /// Light text on dark paper.
    Dark,
    /// Ink on white paper.
    Print,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The colours that the style gives to these names.
    pub fn colours(self, names: &[&str]) -> impl Iterator<Item = Colour> {
        let lines = TOKENS.split("@media").nth(self as usize).unwrap_or_default().lines();
        let tokens = lines.filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        tokens.filter_map(|(name, value)| names.contains(&name).then(|| Colour::parse(value))?)
    }
}

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The colour of a candidate as an editor writes it: `#rrggbb`, or the code of the party that has it.
pub struct PartyColour(pub String);

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

impl PartyColour {
    /// Reads `#rrggbb`, or a code of the ministry’s nuances.
    pub fn parse(text: &str) -> Option<Self> {
        let colour = Colour::parse(text).map(|colour| colour.to_string());
        let party = || nuance(text).filter(|party| !party.code.is_empty());
        colour.or_else(|| Some(party()?.code.to_owned())).map(Self)
    }
}

impl FromNode for PartyColour {
    const SHAPE: Shape = Shape::Colour;
    const EXPECTED: Message = message!("fields-party-colour");
    const EXAMPLE: Message = message!("fields-party-colour-example");

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

    fn is_readable_in(self, scheme: Scheme) -> bool {
        scheme.colours(&BACKGROUNDS).all(|paper| self.contrast(paper) >= LEAST_CONTRAST)
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

/// Colours by their French names, dark enough for text.
const NAMED: [(&str, &str); 12] = [
    ("bleu", "#1a4f8b"),
    ("bleu clair", "#1f6f9e"),
    ("bordeaux", "#7a1730"),
    ("gris", "#4a4f5c"),
    ("jaune", "#7a5c00"),
    ("marron", "#6b3e1d"),
    ("noir", "#1d1f27"),
    ("orange", "#a84300"),
    ("rose", "#b8174b"),
    ("rouge", "#b3122a"),
    ("vert", "#1b6e3c"),
    ("violet", "#5b2a86"),
];

impl FromNode for Accent {
    const SHAPE: Shape = Shape::Accent;
    const EXPECTED: Message = message!("fields-accent");
    const EXAMPLE: Message = Message::verbatim("\"#b8174b\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            return unexpected(node, problems);
        };
        if let Some((_, code)) = NAMED.iter().find(|(name, _)| *name == fold(text)) {
            let found = message!("fields-accent-named-found");
            let help = message!("fields-accent-named-help", code = *code);
            let title = message!("fields-accent-named");
            problems.add(&node.source, node.span.clone(), title, found, help);
            return None;
        }
        let light = Colour::parse(text)
            .filter(|colour| colour.is_readable_in(Scheme::Light))
            .or_else(|| unexpected::<Self>(node, problems).map(|accent| accent.light))?;
        // White itself always has enough contrast, so the search ends.
        let readable = |colour: &Colour| colour.is_readable_in(Scheme::Dark);
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
    fn named_colours_are_dark_enough() {
        for (name, code) in NAMED {
            let colour = Colour::parse(code).unwrap();
            assert!(colour.is_readable_in(Scheme::Light), "{name}");
        }
    }

    #[test]
    fn the_style_can_be_read_in_every_scheme() {
        for scheme in Scheme::ALL {
            let papers: Vec<Colour> = scheme.colours(&BACKGROUNDS).collect();
            assert_eq!(papers.len(), if scheme == Scheme::Print { 1 } else { 2 });
            let texts: Vec<Colour> = scheme.colours(&["--ink", "--soft"]).collect();
            assert_eq!(texts.len(), 2);
            for text in texts {
                assert!(text.is_readable_in(scheme), "{text} in {scheme:?}");
            }
        }
    }
}
