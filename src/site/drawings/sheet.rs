//! A sheet on which texts, areas and bars are put: one SVG with a style of its own.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::font;
use crate::site::parse::colour::{Colour, Scheme};

/// The colours of drawings: those of the site on light paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inks {
    style: String,
}

/// Classes of a drawing with the colours that style sheets give to them.
const CLASSES: [(&str, &str); 7] = [
    ("paper", "--paper"),
    ("track", "--sheet"),
    ("lead", "--ink"),
    ("other", "--other"),
    ("earlier", "--earlier"),
    ("soft", "--soft"),
    ("line", "--line"),
];

impl Inks {
    /// The colours of a site with this accent.
    pub fn new(accent: Colour) -> Self {
        let mut style = format!("text{{font-family:{}}}.bold{{font-weight:600}}", font::FAMILY);
        style.push_str("text.end{text-anchor:end}text.middle{text-anchor:middle}");
        for (class, name) in CLASSES {
            for colour in Scheme::Light.colours(&[name]).take(1) {
                let _ = write!(style, ".{class}{{fill:{colour}}}");
            }
        }
        let _ = write!(style, ".accent{{fill:{accent}}}");
        Self { style }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    /// The size of its letters.
    pub size: u32,
    /// Whether they are bold.
    pub is_bold: bool,
    /// The class of its colour.
    pub colour: &'static str,
    /// Where its place is in it: nothing, `end` or `middle`.
    pub anchor: &'static str,
}

impl Type {
    /// Dark text that begins at its place.
    pub const fn new(size: u32) -> Self {
        Self { size, is_bold: false, colour: "lead", anchor: "" }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    /// The same in the colour of a class.
    pub const fn coloured(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    /// The same in the colour of what matters less.
    pub const fn soft(self) -> Self {
        self.coloured("soft")
    }

    /// The same, ending at its place.
    pub const fn ending(self) -> Self {
        Self { anchor: "end", ..self }
    }

    /// The same around its place.
    pub const fn centred(self) -> Self {
        Self { anchor: "middle", ..self }
    }

    /// How far one baseline is from the next.
    pub const fn leading(self) -> u32 {
        self.size * 5 / 4
    }

    /// How wide a text is.
    pub fn width(self, text: &str) -> u32 {
        font::width(text, self.size, self.is_bold)
    }

    /// A text in one line of this width.
    pub fn cut(self, text: &str, room: u32) -> String {
        font::cut(text, self.size, self.is_bold, room)
    }

    /// A text in lines of this width.
    pub fn lines(self, text: &str, room: u32, most: usize) -> Vec<String> {
        font::lines(text, self.size, self.is_bold, room, most)
    }
}

/// What was put on a sheet so far.
pub struct Sheet {
    /// From left to right.
    pub width: u32,
    shapes: String,
}

/// A place and a size: from the left, from the top, width, height.
pub type Area = (u32, u32, u32, u32);

impl Sheet {
    /// An empty sheet.
    pub const fn new(width: u32) -> Self {
        Self { width, shapes: String::new() }
    }

    /// Puts a text with its baseline at a place.
    pub fn text(&mut self, x: u32, y: u32, it: Type, text: &str) {
        let bold = if it.is_bold { " bold" } else { "" };
        let space = if it.anchor.is_empty() { "" } else { " " };
        let _ = write!(
            self.shapes,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" class=\"{}{bold}{space}{}\">{}</text>",
            it.size,
            it.colour,
            it.anchor,
            encode_text(text)
        );
    }

    /// Puts lines below each other, the first with its baseline at a place, and returns where the next one would be.
    pub fn lines(&mut self, x: u32, y: u32, it: Type, lines: &[String]) -> u32 {
        let mut y = y;
        for line in lines {
            self.text(x, y, it, line);
            y += it.leading();
        }
        y
    }

    /// Puts an area.
    pub fn area(&mut self, (x, y, width, height): Area, class: &str) {
        let _ = write!(
            self.shapes,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" class=\"{class}\"/>"
        );
    }

    /// Puts a bar that a chart drew for a page, without the line that marks the half: it would be stretched.
    pub fn bar(&mut self, (x, y, width, height): Area, bar: &str) {
        let Some((start, shapes)) = bar.split_once('>') else { return };
        let Some(view) = start.split("viewBox=\"").nth(1).and_then(|it| it.split('"').next())
        else {
            return;
        };
        let shapes: String = shapes
            .split_inclusive("/>")
            .filter(|shape| shape.starts_with("<rect") || shape.starts_with("<polygon"))
            .collect();
        let _ = write!(
            self.shapes,
            "<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{view}\" \
             preserveAspectRatio=\"none\">{shapes}</svg>"
        );
    }

    /// The whole as SVG, so high, with what it is called and what it says for those who do not see it.
    pub fn finish(self, height: u32, inks: &Inks, title: &str, description: &str) -> String {
        let Self { width, shapes } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" lang=\"fr\" aria-label=\"{}\">\
             <title>{}</title><desc>{}</desc><style>{}</style>\
             <rect width=\"{width}\" height=\"{height}\" class=\"paper\"/>{shapes}</svg>\n",
            encode_double_quoted_attribute(title),
            encode_text(title),
            encode_text(description),
            inks.style
        )
    }
}
