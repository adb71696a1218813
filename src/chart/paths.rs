//! A plotters backend that writes each filled polygon as one SVG path in as few characters as can be.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::drawing::IntoDrawingArea;
use plotters::element::Polygon;
use plotters::style::BLACK;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind,
};

use super::fill::Fill;
use crate::data::Point;

/// A filled shape.
pub struct Patch<'a> {
    /// Closed lines, with even-odd filling: the second may be a hole in the first.
    pub rings: Vec<Vec<Point>>,
    /// How it is filled; `None` for the outline of the one that was chosen.
    pub fill: Option<Fill<'a>>,
}

/// Draws patches and returns the `svg` element. `more` is in it behind them.
pub fn draw(size: Point, patches: &[Patch<'_>], more: &str) -> String {
    let (width, height) = size;
    let shapes = shapes(size, patches);
    format!(
        "<svg viewBox=\"0 0 {width} {height}\" fill-rule=\"evenodd\" \
         aria-hidden=\"true\">{shapes}{more}</svg>"
    )
}

/// Draws patches with plotters, in order, and returns a `path` element each.
///
/// The backend cannot fail; should plotters refuse a shape, nothing is drawn and the words next to it
/// remain.
pub fn shapes((width, height): Point, patches: &[Patch<'_>]) -> String {
    let mut shapes = String::new();
    let size = (u32::from(width.unsigned_abs()), u32::from(height.unsigned_abs()));
    let area = Backend { size, patches: patches.iter(), shapes: &mut shapes }.into_drawing_area();
    let drawn = patches.iter().try_for_each(|patch| {
        let corners: Vec<BackendCoord> = patch.rings.iter().flat_map(|ring| closed(ring)).collect();
        area.draw(&Polygon::new(corners, BLACK))
    });
    drop(area);
    if drawn.is_err() {
        shapes.clear();
    }
    shapes
}

/// A ring with its first corner at the end again.
fn closed(ring: &[Point]) -> impl Iterator<Item = BackendCoord> {
    ring.iter().chain(ring.first()).map(|(x, y)| (i32::from(*x), i32::from(*y)))
}

struct Backend<'a> {
    size: (u32, u32),
    /// The patches that are still to come: plotters carries their corners only.
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
        _: &S,
    ) -> Drawn {
        let Some(patch) = self.patches.next() else { return Ok(()) };
        let _ = write!(self.shapes, "<path{} d=\"{}\"/>", paint(patch.fill), path(corners));
        Ok(())
    }
}

fn paint(fill: Option<Fill<'_>>) -> String {
    let Some(fill) = fill else { return " class=\"chosen\"".to_owned() };
    let written = |(name, value): (_, Option<String>)| Some(format!(" {name}=\"{}\"", value?));
    fill.attributes().into_iter().filter_map(written).collect()
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
    use super::super::fill::Strength;
    use super::*;

    #[test]
    fn a_path_is_written_in_steps() {
        let square = [(2, 2), (6, 2), (6, 6), (2, 2), (3, 3), (4, 3), (4, 4), (3, 3)];
        assert_eq!(path(square), "m2 2 4 0 0 4zm1 1 1 0 0 1z");
        assert_eq!(path([(9, 9), (5, 4), (5, 9), (9, 9)]), "m9 9-4-5 0 5z");
        assert_eq!(path([]), "");
    }

    #[test]
    fn colours_are_attributes_and_what_was_chosen_is_outlined() {
        let red = Fill::Known { colour: "#e4003a", strength: Strength("99") };
        let patch = |fill| Patch { rings: vec![vec![(0, 0), (4, 0), (4, 4)]], fill };
        let patches = [patch(Some(red)), patch(Some(Fill::Unknown)), patch(None)];
        assert_eq!(
            draw((4, 4), &patches, ""),
            "<svg viewBox=\"0 0 4 4\" fill-rule=\"evenodd\" aria-hidden=\"true\">\
             <path fill=\"#e4003a99\" d=\"m0 0 4 0 0 4z\"/>\
             <path class=\"unknown\" d=\"m0 0 4 0 0 4z\"/>\
             <path class=\"chosen\" d=\"m0 0 4 0 0 4z\"/></svg>"
        );
    }
}
