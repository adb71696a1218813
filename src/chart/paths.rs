//! A plotters backend that writes each filled polygon as one SVG path in as few characters as can be.
//! It must not know what a polygon stands for, nor measure text.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::drawing::IntoDrawingArea;
use plotters::element::Polygon;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};

use super::map::Fill;
use crate::data::Point;

/// A filled shape.
pub struct Patch<'a> {
    /// Closed lines, with even-odd filling: the second may be a hole in the first.
    pub rings: Vec<Vec<Point>>,
    /// How it is filled.
    pub fill: Fill,
    /// What `data-place` says, so that a click can be told from another.
    pub place: Option<&'a str>,
    /// Whether it is the one that was chosen.
    pub chosen: bool,
}

/// Draws patches with plotters, in order, and returns the `svg` element.
///
/// The backend cannot fail; should plotters refuse a shape, the drawing is empty and the words
/// beside it remain.
pub fn draw((width, height): Point, patches: &[Patch<'_>]) -> String {
    let mut shapes = String::new();
    let size = (u32::from(width.unsigned_abs()), u32::from(height.unsigned_abs()));
    let area = Backend { size, patches: patches.iter(), shapes: &mut shapes }.into_drawing_area();
    let drawn = patches.iter().try_for_each(|patch| {
        let corners: Vec<BackendCoord> = patch.rings.iter().flat_map(|ring| closed(ring)).collect();
        area.draw(&Polygon::new(corners, patch.fill.colour()))
    });
    drop(area);
    if drawn.is_err() {
        shapes.clear();
    }
    format!(
        "<svg viewBox=\"0 0 {width} {height}\" fill-rule=\"evenodd\" \
         aria-hidden=\"true\">{shapes}</svg>"
    )
}

/// A ring with its first corner at the end again.
fn closed(ring: &[Point]) -> impl Iterator<Item = BackendCoord> {
    ring.iter().chain(ring.first()).map(|(x, y)| (i32::from(*x), i32::from(*y)))
}

struct Backend<'a> {
    size: (u32, u32),
    /// The patches that are still to come: plotters carries corners and colours only.
    patches: std::slice::Iter<'a, Patch<'a>>,
    shapes: &'a mut String,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Backend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        // Nothing but polygons is drawn here.
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let patch = self.patches.next();
        self.shapes.push_str("<path");
        if let Some(place) = patch.and_then(|patch| patch.place) {
            let _ = write!(self.shapes, " data-place=\"{}\"", escaped(place));
        }
        let chosen = patch.is_some_and(|patch| patch.chosen);
        self.shapes.push_str(&paint(style.color(), chosen));
        let _ = write!(self.shapes, " d=\"{}\"/>", path(corners));
        Ok(())
    }
}

/// The colour of a shape as attributes, which every content policy allows.
fn paint(BackendColor { alpha, rgb: (red, green, blue) }: BackendColor, chosen: bool) -> String {
    let known = alpha > 0.0;
    let class = match (known, chosen) {
        (true, false) => "",
        (true, true) => " class=\"chosen\"",
        (false, false) => " class=\"unknown\"",
        (false, true) => " class=\"chosen unknown\"",
    };
    let fill =
        if known { format!(" fill=\"#{red:02x}{green:02x}{blue:02x}\"") } else { String::new() };
    let opacity = if known && alpha < 1.0 {
        format!(" fill-opacity=\"{}\"", alpha.to_string().trim_start_matches('0'))
    } else {
        String::new()
    };
    format!("{class}{fill}{opacity}")
}

/// Codes are digits and letters; what else came with a file must not become markup.
fn escaped(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
}

/// The shortest spelling of a path: steps, and no space where a sign parts two numbers.
///
/// A ring ends where it comes back to its first corner; the corners that follow are another ring.
fn path(corners: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut path = String::new();
    let mut pen = (0, 0);
    let mut first = None;
    for corner in corners {
        let step = (corner.0 - pen.0, corner.1 - pen.1);
        if first == Some(corner) {
            path.push('z');
            first = None;
        } else if first.is_none() {
            path.push('m');
            number(&mut path, step.0);
            number(&mut path, step.1);
            first = Some(corner);
        } else {
            number(&mut path, step.0);
            number(&mut path, step.1);
        }
        pen = corner;
    }
    path
}

fn number(path: &mut String, number: i32) {
    let apart = number < 0 || path.ends_with('m');
    let _ = if apart { write!(path, "{number}") } else { write!(path, " {number}") };
}

#[cfg(test)]
mod tests {
    use super::super::map::{Rgb, Strength};
    use super::*;

    #[test]
    fn a_path_is_written_in_steps() {
        let square = [(2, 2), (6, 2), (6, 6), (2, 2), (3, 3), (4, 3), (4, 4), (3, 3)];
        assert_eq!(path(square), "m2 2 4 0 0 4zm1 1 1 0 0 1z");
        assert_eq!(path([(9, 9), (5, 4), (5, 9), (9, 9)]), "m9 9-4-5 0 5z");
        assert_eq!(path([]), "");
    }

    #[test]
    fn colours_are_attributes_and_places_are_named() {
        let red = Fill::Known { colour: Rgb(0xe4, 0, 0x3a), strength: Strength::Middle };
        let rings = vec![vec![(0, 0), (4, 0), (4, 4)]];
        let patches = [
            Patch { rings: rings.clone(), fill: red, place: Some("78172"), chosen: true },
            Patch { rings, fill: Fill::Unknown, place: Some("2\"A"), chosen: false },
        ];
        assert_eq!(
            draw((4, 4), &patches),
            "<svg viewBox=\"0 0 4 4\" fill-rule=\"evenodd\" aria-hidden=\"true\">\
             <path data-place=\"78172\" class=\"chosen\" fill=\"#e4003a\" fill-opacity=\".65\" \
             d=\"m0 0 4 0 0 4z\"/><path data-place=\"2A\" class=\"unknown\" d=\"m0 0 4 0 0 4z\"/></svg>"
        );
    }
}
