//! A plotters backend that writes SVG whose colours are names.
//! It must not measure text: nothing here depends on the fonts of a machine, so that the build and
//! every browser write the same bytes.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::RGBColor;
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
    /// The empty track behind a bar.
    Track,
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
    const ALL: [(Self, &str); 6] = [
        (Self::Track, "track"),
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
/// The backend cannot fail; should plotters refuse a scale, the drawing is empty and the words of
/// the chart remain.
pub fn draw(bands: usize, drawing: impl FnOnce(&Area<'_>) -> Result<(), DrawingError>) -> String {
    let height = bands as u32 * BAND;
    let mut shapes = String::new();
    let area = Backend { height, shapes: &mut shapes }.into_drawing_area();
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

/// What plotters draws on.
pub type Area<'a> = DrawingArea<Backend<'a>, Shift>;

/// Why plotters could not draw.
pub type DrawingError = plotters::drawing::DrawingAreaErrorKind<Infallible>;

/// Writes each shape as one SVG element.
pub struct Backend<'a> {
    height: u32,
    shapes: &'a mut String,
}

impl Backend<'_> {
    fn element(&mut self, shape: std::fmt::Arguments<'_>, colour: BackendColor, filled: bool) {
        let outline = if filled { "" } else { " line" };
        // Writing to a string cannot fail.
        let _ = write!(self.shapes, "<{shape} class=\"{}{outline}\"/>", Ink::class(colour));
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
    use plotters::prelude::*;

    #[test]
    fn every_ink_comes_back_from_its_colour() {
        for (ink, class) in Ink::ALL {
            let colour = BackendColor { alpha: 1.0, rgb: (0, 0, ink.colour().2) };
            assert_eq!(Ink::class(colour), class);
        }
    }

    #[test]
    fn shapes_are_elements_with_a_class() {
        let svg = draw(1, |area| {
            area.draw(&Rectangle::new([(0, 64), (5795, 92)], Ink::Lead.colour().filled()))?;
            area.draw(&PathElement::new([(5000, 0), (5000, 100)], Ink::Threshold.colour()))
        });
        assert_eq!(
            svg,
            "<svg viewBox=\"0 0 10000 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect x=\"0\" y=\"64\" width=\"5795\" height=\"28\" class=\"lead\"/>\
             <polyline points=\"5000,0 5000,100\" class=\"threshold line\"/></svg>"
        );
    }
}
