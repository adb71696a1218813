//! A plotters backend that writes SVG whose colours are names.
//! It must not measure text: nothing here depends on the fonts of a machine, so that the build and
//! every browser write the same bytes.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordu32;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::{Color, RGBColor};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};

/// Units of a drawing from left to right.
pub const WIDTH: u32 = 10_000;

/// Units of a drawing from top to bottom.
pub const HEIGHT: u32 = 100;

/// Pixels of a bar from top to bottom.
pub const BAR: u32 = 10;

/// What a colour means where it is nobody’s. The style sheets say how it looks, in light, in dark and on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The bar that leads.
    Lead,
    /// Any other bar.
    Other,
    /// An earlier state, behind or above the present one.
    Earlier,
    /// The part of a bar about which something is proved.
    Proved,
    /// A line that decides.
    Threshold,
}

impl Ink {
    const ALL: [(Self, &str); 5] = [
        (Self::Lead, "lead"),
        (Self::Other, "other"),
        (Self::Earlier, "earlier"),
        (Self::Proved, "proved"),
        (Self::Threshold, "threshold"),
    ];

    /// This ink as a colour that plotters can carry: its number, in the blue channel. No party has such a
    /// colour.
    pub fn colour(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    fn class(colour: BackendColor) -> Option<&'static str> {
        let (0, 0, number) = colour.rgb else { return None };
        Self::ALL.get(usize::from(number)).map(|(_, class)| *class)
    }
}

/// A colour that is written as `#rrggbb`; without one, an ink.
pub fn colour_or(written: Option<&str>, ink: Ink) -> RGBColor {
    let number = written.and_then(|it| u32::from_str_radix(it.strip_prefix('#')?, 16).ok());
    number.map_or(ink.colour(), |number| {
        let [_, red, green, blue] = number.to_be_bytes();
        RGBColor(red, green, blue)
    })
}

/// Draws with plotters and returns the `svg` element, so many pixels high: it is stretched to the width that
/// there is.
///
/// The drawing is given in units of the data from left to right, up to `end`, and in hundredths of its height
/// from top to bottom. The backend cannot fail; should plotters refuse a shape, the drawing is empty and the
/// words of the chart remain.
pub fn draw(
    pixels: u32,
    end: u32,
    drawing: impl FnOnce(&Area<'_>) -> Result<(), DrawingError>,
) -> String {
    let mut shapes = String::new();
    let area = Backend { shapes: &mut shapes }.into_drawing_area();
    // No chart builder: axes and their labels are HTML, and it would bring text measuring along.
    let range = area.get_pixel_range();
    let area = area.apply_coord_spec(Cartesian2d::new(0..end, 0..HEIGHT, range));
    let drawn = drawing(&area);
    drop(area);
    if drawn.is_err() {
        shapes.clear();
    }
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" preserveAspectRatio=\"none\" height=\"{pixels}\" \
         aria-hidden=\"true\">{shapes}</svg>"
    )
}

/// The bar of a share in hundredths of a percent, for which the whole width is 100 %; with the half marked
/// where it decides.
pub fn share_bar(hundredths: u32, colour: RGBColor, has_threshold: bool) -> String {
    draw(BAR, 10_000, |area| {
        area.draw(&bar([0, hundredths], [0, HEIGHT], colour))?;
        if has_threshold { area.draw(&mark(5_000, Ink::Threshold)) } else { Ok(()) }
    })
}

/// A filled bar between two values, and between two hundredths of the height.
pub fn bar(values: [u32; 2], [top, bottom]: [u32; 2], colour: RGBColor) -> Rectangle<Point> {
    Rectangle::new([(values[0], top), (values[1], bottom)], colour.filled())
}

/// A line across the drawing at a value.
pub fn mark(value: u32, ink: Ink) -> PathElement<Point> {
    PathElement::new([(value, 0), (value, HEIGHT)], ink.colour())
}

/// A value and hundredths of the height from the top.
type Point = (u32, u32);

/// What plotters draws on.
pub type Area<'a> = DrawingArea<Backend<'a>, Cartesian2d<RangedCoordu32, RangedCoordu32>>;

/// Why plotters could not draw.
pub type DrawingError = plotters::drawing::DrawingAreaErrorKind<Infallible>;

/// Writes each shape as one SVG element.
pub struct Backend<'a> {
    shapes: &'a mut String,
}

impl Backend<'_> {
    fn element(&mut self, shape: std::fmt::Arguments<'_>, colour: BackendColor, filled: bool) {
        let paint = match Ink::class(colour) {
            Some(class) => format!("class=\"{class}\""),
            None => {
                let (red, green, blue) = colour.rgb;
                format!("fill=\"#{red:02x}{green:02x}{blue:02x}\"")
            }
        };
        // The drawing is stretched; its lines keep their width.
        let lines = if filled { "" } else { " vector-effect=\"non-scaling-stroke\"" };
        // Writing to a string cannot fail.
        let _ = write!(self.shapes, "<{shape} {paint}{lines}/>");
    }

    fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
        let points: Vec<String> = path.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
        points.join(" ")
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (WIDTH, HEIGHT)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        let (x, y) = point;
        let shape = format_args!("rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\"");
        self.element(shape, colour, true);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        let shape =
            format_args!("line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", a.0, a.1, b.0, b.1);
        self.element(shape, style.color(), false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = (a.0.min(b.0), a.1.min(b.1));
        let (width, height) = (a.0.abs_diff(b.0), a.1.abs_diff(b.1));
        let shape = format_args!("rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        self.element(shape, style.color(), fill);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = Self::points(path);
        self.element(format_args!("polyline points=\"{points}\""), style.color(), false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let shape = format_args!("circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        self.element(shape, style.color(), fill);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points = Self::points(corners);
        self.element(format_args!("polygon points=\"{points}\""), style.color(), true);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_comes_back_from_its_colour() {
        for (ink, class) in Ink::ALL {
            let colour = BackendColor { alpha: 1.0, rgb: (0, 0, ink.colour().2) };
            assert_eq!(Ink::class(colour), Some(class));
        }
    }

    #[test]
    fn a_colour_is_taken_as_it_is_written() {
        assert_eq!(colour_or(Some("#2f7fd6"), Ink::Other), RGBColor(0x2f, 0x7f, 0xd6));
        for none in [None, Some("red"), Some("#")] {
            assert_eq!(colour_or(none, Ink::Lead), Ink::Lead.colour());
        }
    }

    #[test]
    fn shapes_have_their_colour_or_the_class_of_their_ink() {
        let svg = draw(10, 200, |area| {
            area.draw(&bar([0, 100], [0, 40], Ink::Lead.colour()))?;
            area.draw(&bar([100, 150], [0, 100], colour_or(Some("#2f7fd6"), Ink::Other)))?;
            area.draw(&mark(50, Ink::Threshold))
        });
        assert_eq!(
            svg,
            "<svg viewBox=\"0 0 10000 100\" preserveAspectRatio=\"none\" height=\"10\" \
             aria-hidden=\"true\"><rect x=\"0\" y=\"0\" width=\"5000\" height=\"40\" class=\"lead\"/>\
             <rect x=\"5000\" y=\"0\" width=\"2500\" height=\"100\" fill=\"#2f7fd6\"/>\
             <polyline points=\"2500,0 2500,100\" class=\"threshold\" \
             vector-effect=\"non-scaling-stroke\"/></svg>"
        );
    }
}
