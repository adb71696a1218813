//! Degrees laid out on a grid of whole units.

/// Units from left to right: about two pixels of CSS each, in the widest drawing. Borders are simplified
/// by more than that, and small numbers are written with fewer figures.
const WIDEST: f64 = 300.0;

/// Units from top to bottom that are never exceeded.
const HIGHEST: f64 = 600.0;

/// A longitude and a latitude in millionths of a degree, a tenth of a metre: fine enough for every
/// map, and whole, so that the same place is the same number in two outlines.
pub type Vertex = (i32, i32);

/// How degrees become units.
///
/// The projection is equirectangular: degrees of longitude are shortened by the cosine of the
/// middle latitude. In a département that is right to a thousandth. In metropolitan France shapes
/// in the far north and south are some nine hundredths too wide or too narrow, which is what most
/// readers know from wall maps; a conic projection would bend straight borders that are stored as
/// two points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Longitude of the left edge, in degrees.
    pub west: f64,
    /// Latitude of the upper edge, in degrees.
    pub north: f64,
    /// Degrees of longitude, then of latitude, that make one unit.
    pub unit: (f64, f64),
    /// Units from left to right and from top to bottom.
    pub size: (i16, i16),
}

/// A vertex in degrees.
pub fn degrees((longitude, latitude): Vertex) -> (f64, f64) {
    (f64::from(longitude) / 1e6, f64::from(latitude) / 1e6)
}

impl Grid {
    /// The grid that just holds these points, given in degrees; `None` where they have no extent.
    pub fn around(points: impl Iterator<Item = (f64, f64)>) -> Option<Self> {
        let (mut west, mut south) = (f64::INFINITY, f64::INFINITY);
        let (mut east, mut north) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for (longitude, latitude) in points {
            (west, east) = (west.min(longitude), east.max(longitude));
            (south, north) = (south.min(latitude), north.max(latitude));
        }
        let shortened = f64::midpoint(south, north).to_radians().cos();
        let unit = ((east - west) / WIDEST).max((north - south) / shortened / HIGHEST);
        let unit = (unit, unit * shortened);
        let size = ((east - west) / unit.0, (north - south) / unit.1);
        let drawn = |units: f64| units.is_finite() && (1.0..=HIGHEST).contains(&units.round());
        (drawn(size.0) && drawn(size.1)).then_some(Self {
            west,
            north,
            unit,
            size: (size.0.round() as i16, size.1.round() as i16),
        })
    }

    /// Where a point in degrees lies, in units from the upper left corner.
    pub fn place(&self, (longitude, latitude): (f64, f64)) -> (f64, f64) {
        ((longitude - self.west) / self.unit.0, (self.north - latitude) / self.unit.1)
    }

    /// The nearest crossing of the grid.
    pub fn nearest(&self, degrees: (f64, f64)) -> (i16, i16) {
        let (x, y) = self.place(degrees);
        // A cast keeps to the range of the type.
        (x.round() as i16, y.round() as i16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_longitude_is_shortened() {
        let corners = [(1.0, 59.5), (2.0, 60.5)];
        let grid = Grid::around(corners.into_iter()).unwrap();
        assert_eq!(grid.size, (300, 600));
        assert_eq!(grid.nearest((1.0, 60.5)), (0, 0));
        assert_eq!(grid.nearest((2.0, 59.5)), grid.size);
        assert_eq!(grid.nearest((1.5, 60.0)), (150, 300));
    }

    #[test]
    fn what_has_no_extent_has_no_grid() {
        assert_eq!(Grid::around([].into_iter()), None);
        assert_eq!(Grid::around([(1.0, 1.0), (1.0, 1.0)].into_iter()), None);
        assert_eq!(Grid::around([(1.0, 1.0), (1.0, 2.0)].into_iter()), None);
    }
}
