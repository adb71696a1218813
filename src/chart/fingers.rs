//! What fingers, or the pointer of a mouse, do with a map: one moves it, two make it larger or smaller.

/// How far a finger may slip and still press what is below it, in pixels.
const SLIP: i32 = 6;

/// Everything that is pressed on the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingers {
    /// Which they are, and where, in pixels.
    pressed: Vec<(i32, (i32, i32))>,
    /// Where the first was pressed.
    begin: (i32, i32),
    /// Whether more was done since than to press.
    moved: bool,
}

/// What is done with a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// How far it is moved, in pixels.
    pub by: (i32, i32),
    /// How many thousandths as large it becomes.
    pub zoom: i32,
    /// The place that stays between the fingers, in pixels.
    pub at: (i32, i32),
}

impl Fingers {
    /// A finger is pressed.
    pub fn press(&mut self, finger: i32, at: (i32, i32)) {
        self.release(finger);
        if self.pressed.is_empty() {
            (self.begin, self.moved) = (at, false);
        }
        self.pressed.push((finger, at));
        self.moved |= self.pressed.len() > 1;
    }

    /// A finger is lifted.
    pub fn release(&mut self, finger: i32) {
        self.pressed.retain(|(other, _)| *other != finger);
    }

    /// How many are pressed.
    pub fn count(&self) -> usize {
        self.pressed.len()
    }

    /// Whether more was done than to press, since the first was pressed.
    pub fn have_moved(&self) -> bool {
        self.moved
    }

    /// A finger is moved; what that does, if it is pressed.
    pub fn slide(&mut self, finger: i32, to: (i32, i32)) -> Option<Change> {
        let place = self.pressed.iter().position(|(other, _)| *other == finger)?;
        let (before, far) = (self.spread(), distance(self.begin, to) > SLIP);
        let from = self.pressed.get(place)?.1;
        if !self.moved && !far {
            return None;
        }
        // What was slipped before it counted is made up for.
        let from = if self.moved { from } else { self.begin };
        self.moved = true;
        self.pressed.get_mut(place)?.1 = to;
        let by = (to.0 - from.0, to.1 - from.1);
        let (Some((_, before)), Some((middle, now))) = (before, self.spread()) else {
            return Some(Change { by, zoom: 1_000, at: to });
        };
        // The middle moves half as far as one of two.
        Some(Change {
            by: (by.0 / 2, by.1 / 2),
            zoom: (1_000 * now).checked_div(before).unwrap_or(1_000),
            at: middle,
        })
    }

    /// The middle between two fingers, and how far they are apart.
    fn spread(&self) -> Option<((i32, i32), i32)> {
        let [(_, one), (_, other)] = self.pressed[..] else { return None };
        Some((((one.0 + other.0) / 2, (one.1 + other.1) / 2), distance(one, other)))
    }
}

/// A distance without a root, at most 7 % too long.
fn distance(one: (i32, i32), other: (i32, i32)) -> i32 {
    let (across, down) = ((one.0 - other.0).abs(), (one.1 - other.1).abs());
    across.max(down) + across.min(down) * 3 / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finger_that_slips_presses() {
        let mut fingers = Fingers::default();
        fingers.press(1, (100, 100));
        assert_eq!(fingers.slide(1, (103, 104)), None);
        fingers.release(1);
        assert!(!fingers.have_moved());
        assert_eq!(fingers.slide(1, (300, 300)), None);
    }

    #[test]
    fn one_finger_moves_a_map() {
        let mut fingers = Fingers::default();
        fingers.press(1, (100, 100));
        assert_eq!(fingers.slide(1, (103, 100)), None);
        let change = |by, at| Some(Change { by, zoom: 1_000, at });
        assert_eq!(fingers.slide(1, (110, 90)), change((10, -10), (110, 90)));
        assert_eq!(fingers.slide(1, (111, 90)), change((1, 0), (111, 90)));
        fingers.release(1);
        assert!(fingers.have_moved());
        fingers.press(2, (0, 0));
        assert!(!fingers.have_moved());
    }

    #[test]
    fn two_fingers_make_a_map_larger_between_them() {
        let mut fingers = Fingers::default();
        fingers.press(1, (100, 100));
        fingers.press(2, (200, 100));
        assert!(fingers.have_moved());
        let change = Change { by: (50, 0), zoom: 2_000, at: (200, 100) };
        assert_eq!(fingers.slide(2, (300, 100)), Some(change));
        fingers.release(1);
        assert_eq!((fingers.count(), fingers.have_moved()), (1, true));
    }
}
