//! The part of a map that is seen: all of it, or less and larger. Whole numbers, so that every browser
//! shows the same.

use super::outlines::PARTS;
use crate::data::Contours;

/// A thousandth of the width or the height of what is seen.
pub const THOUSAND: i32 = 1_000;

/// How many times as large as the whole map a part of it may be, in thousandths.
const LARGEST: i32 = 8 * THOUSAND;

/// What is seen of a map, in hundredths of the units of its grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    whole: (i32, i32),
    corner: (i32, i32),
    /// In thousandths: how many times as large as where all is seen.
    scale: i32,
}

impl Viewport {
    /// All of a map.
    pub fn whole(contours: &Contours) -> Self {
        let parts = |units: i16| i32::from(units.max(1)) * PARTS;
        let whole = (parts(contours.width), parts(contours.height));
        Self { whole, corner: (0, 0), scale: THOUSAND }
    }

    /// Whether all of it is seen.
    pub fn is_whole(self) -> bool {
        self.scale == THOUSAND
    }

    /// Whether it can be no larger.
    pub fn is_largest(self) -> bool {
        self.scale == LARGEST
    }

    /// The upper left corner of what is seen.
    pub fn corner(self) -> (i32, i32) {
        self.corner
    }

    /// Width and height of what is seen.
    pub fn size(self) -> (i32, i32) {
        let seen = |length: i32| share(length, THOUSAND, self.scale);
        (seen(self.whole.0), seen(self.whole.1))
    }

    /// The point of the map at thousandths of what is seen.
    pub fn point(self, (across, down): (i32, i32)) -> (i32, i32) {
        let (width, height) = self.size();
        (
            self.corner.0 + share(width, across, THOUSAND),
            self.corner.1 + share(height, down, THOUSAND),
        )
    }

    /// As many thousandths as large; what is at a place, in thousandths of what is seen, stays there.
    #[must_use]
    pub fn zoomed(self, by: i32, at: (i32, i32)) -> Self {
        let scale = share(self.scale, by, THOUSAND).clamp(THOUSAND, LARGEST);
        let zoomed = Self { scale, ..self };
        let (kept, now) = (self.point(at), zoomed.point(at));
        zoomed.from((zoomed.corner.0 + kept.0 - now.0, zoomed.corner.1 + kept.1 - now.1))
    }

    /// The same size elsewhere, by thousandths of what is seen, as far as there is something to see.
    #[must_use]
    pub fn moved(self, by: (i32, i32)) -> Self {
        self.from(self.point(by))
    }

    /// Whether a point is seen.
    pub fn sees(self, (x, y): (i32, i32)) -> bool {
        let (from, to) = (self.corner, self.point((THOUSAND, THOUSAND)));
        (from.0..to.0).contains(&x) && (from.1..to.1).contains(&y)
    }

    /// The same size with a point in the middle, as far as there is something to see around it.
    #[must_use]
    pub fn around(self, (x, y): (i32, i32)) -> Self {
        let (width, height) = self.size();
        self.from((x - width / 2, y - height / 2))
    }

    fn from(self, corner: (i32, i32)) -> Self {
        let (width, height) = self.size();
        let within = |place: i32, room: i32| place.clamp(0, room.max(0));
        let corner =
            (within(corner.0, self.whole.0 - width), within(corner.1, self.whole.1 - height));
        Self { corner, ..self }
    }

    /// The same as an `svg` element writes it.
    pub fn view_box(self) -> String {
        let (width, height) = self.size();
        let units = |parts: i32| format!("{}.{:02}", parts / PARTS, parts % PARTS);
        [self.corner.0, self.corner.1, width, height].map(units).join(" ")
    }
}

/// So many parts of a length, rounded down.
fn share(length: i32, parts: i32, of: i32) -> i32 {
    let share = i64::from(length) * i64::from(parts) / i64::from(of.max(1));
    i32::try_from(share).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole() -> Viewport {
        Viewport::whole(&Contours::new("Essai".to_owned(), (300, 400), &[], Vec::new()))
    }

    #[test]
    fn what_is_zoomed_stays_in_its_place() {
        assert_eq!(whole().view_box(), "0.00 0.00 300.00 400.00");
        let zoomed = whole().zoomed(2_000, (500, 250));
        assert_eq!(zoomed.view_box(), "75.00 50.00 150.00 200.00");
        assert_eq!(zoomed.point((500, 250)), whole().point((500, 250)));
        assert_eq!(zoomed.zoomed(500, (0, 0)), whole());
    }

    #[test]
    fn there_is_an_end_to_zooming_and_to_moving() {
        assert_eq!(whole().zoomed(900, (500, 500)), whole());
        assert_eq!(whole().moved((200, -200)), whole());
        let largest = whole().zoomed(99_000, (500, 500));
        assert!(largest.is_largest());
        assert_eq!(largest.size(), (3_750, 5_000));
        assert_eq!(largest.moved((-99_000, 99_000)).corner(), (0, 35_000));
    }

    #[test]
    fn a_point_is_brought_into_the_middle() {
        let zoomed = whole().zoomed(2_000, (0, 0));
        assert!(zoomed.sees((14_999, 100)) && !zoomed.sees((15_000, 100)));
        assert_eq!(zoomed.around((15_000, 20_000)).corner(), (7_500, 10_000));
        assert_eq!(zoomed.around((30_000, 40_000)).corner(), (15_000, 20_000));
    }

    proptest! {
        #[test]
        fn nothing_beside_the_map_is_ever_seen(
            steps in prop::collection::vec((0_i32..20_000, -2_000_i32..2_000, -2_000_i32..2_000), 0..20),
        ) {
            let mut seen = whole();
            for (by, x, y) in steps {
                seen = seen.zoomed(by, (x.abs(), y.abs())).moved((x, y));
                let (corner, end) = (seen.corner(), seen.point((THOUSAND, THOUSAND)));
                prop_assert!(corner.0 >= 0 && corner.1 >= 0 && end.0 <= 30_000 && end.1 <= 40_000);
            }
        }
    }
}
