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

/// Units of one band of a drawing, from top to bottom.
pub const BAND: u32 = 100;

/// What a colour means. The style sheets say how it looks, in light, in dark and on paper.
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

    /// This ink as a colour that plotters can carry: its number, in the blue channel.
    pub fn colour(self) -> RGBColor {
        RGBColor(0, 0, self as u8)
    }

    fn class(colour: BackendColor) -> &'static str {
        Self::ALL.get(usize::from(colour.rgb.2)).map_or("other", |(_, class)| class)
    }
}

/// Draws `bands` bands with plotters and returns the `svg` element.
///
/// The drawing is given in units of the data from left to right, up to `end`, and in hundredths of
/// a band from top to bottom. The backend cannot fail; should plotters refuse a shape, the drawing
/// is empty and the words of the chart remain.
pub fn draw(
    bands: usize,
    end: u32,
    drawing: impl FnOnce(&Area<'_>) -> Result<(), DrawingError>,
) -> String {
    let height = bands as u32 * BAND;
    let mut shapes = String::new();
    let area = Backend { height, shapes: &mut shapes }.into_drawing_area();
    // No chart builder: axes and their labels are HTML, and it would bring text measuring along.
    let pixels = area.get_pixel_range();
    let area = area.apply_coord_spec(Cartesian2d::new(0..end, 0..height, pixels));
    let drawn = drawing(&area);
    drop(area);
    if drawn.is_err() {
        shapes.clear();
    }
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\">{shapes}</svg>"
    )
}

/// A filled bar of band number `band`, between two values and two hundredths of the band.
pub fn bar(band: usize, values: [u32; 2], [above, below]: [u32; 2], ink: Ink) -> Rectangle<Point> {
    let top = band as u32 * BAND;
    Rectangle::new([(values[0], top + above), (values[1], top + below)], ink.colour().filled())
}

/// A line across band number `band` at a value, between two hundredths of the band.
pub fn mark(band: usize, value: u32, [above, below]: [u32; 2], ink: Ink) -> PathElement<Point> {
    let top = band as u32 * BAND;
    PathElement::new([(value, top + above), (value, top + below)], ink.colour())
}

/// A value and hundredths of bands from the top.
type Point = (u32, u32);

/// What plotters draws on.
pub type Area<'a> = DrawingArea<Backend<'a>, Cartesian2d<RangedCoordu32, RangedCoordu32>>;

/// Why plotters could not draw.
pub type DrawingError = plotters::drawing::DrawingAreaErrorKind<Infallible>;

/// Writes each shape as one SVG element.
pub struct Backend<'a> {
    height: u32,
    shapes: &'a mut String,
}

impl Backend<'_> {
    fn element(&mut self, shape: std::fmt::Arguments<'_>, colour: BackendColor, filled: bool) {
        // The drawing is stretched; its lines keep their width.
        let class = Ink::class(colour);
        let paint = if filled {
            format!("class=\"{class}\"")
        } else {
            format!("class=\"{class} line\" vector-effect=\"non-scaling-stroke\"")
        };
        // Writing to a string cannot fail.
        let _ = write!(self.shapes, "<{shape} {paint}/>");
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
        (WIDTH, self.height)
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
            assert_eq!(Ink::class(colour), class);
        }
    }

    #[test]
    fn shapes_are_elements_with_a_class() {
        let svg = draw(2, 200, |area| {
            area.draw(&bar(1, [0, 100], [62, 92], Ink::Lead))?;
            area.draw(&mark(0, 50, [0, 100], Ink::Threshold))
        });
        assert_eq!(
            svg,
            "<svg viewBox=\"0 0 10000 200\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect x=\"0\" y=\"162\" width=\"5000\" height=\"30\" class=\"lead\"/>\
             <polyline points=\"2500,0 2500,100\" class=\"threshold line\" \
             vector-effect=\"non-scaling-stroke\"/></svg>"
        );
    }
}
