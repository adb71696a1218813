//! Percentages that never travel without their base.

use serde::{Deserialize, Serialize};

use super::fraction::Fraction;

/// What a percentage is a percentage of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Inscrits: everyone on the electoral roll.
    Registered,
    /// Votants: everyone who took part, blank and null ballots included.
    Voters,
    /// Exprimés: votes cast for someone. The legal base of a candidate's percentage.
    #[default]
    Valid,
    /// Bulletins valables, where each may carry several names: shares of them add up to more than 100 %.
    Ballots,
}

/// A percentage in hundredths of a point, rounded half up, with its base.
///
/// Serialised as a pair, `[5795, "valid"]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share(u32, Base);

impl Share {
    /// The share of `part` in `whole`, or `None` when `whole` is zero.
    ///
    /// ```
    /// use urne::election::{Base, Share};
    /// assert_eq!(Share::of(842, 1453, Base::Valid).map(Share::hundredths), Some(5795));
    /// ```
    pub fn of(part: u32, whole: u32, base: Base) -> Option<Self> {
        let percent = Fraction::new(u64::from(part) * 100, whole.into())?;
        Some(Self(u32::try_from(percent.hundredths()).ok()?, base))
    }

    /// A share that somebody published, in hundredths of a point.
    pub const fn published(hundredths: u32, base: Base) -> Self {
        Self(hundredths, base)
    }

    /// The percentage in hundredths of a point: 57.95 % is 5795.
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// What this is a percentage of.
    pub const fn base(self) -> Base {
        self.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hundredths(part: u32, whole: u32) -> Option<u32> {
        Share::of(part, whole, Base::Valid).map(Share::hundredths)
    }

    #[test]
    fn the_second_round_in_conflans() {
        assert_eq!(hundredths(842, 1453), Some(5795));
        assert_eq!(hundredths(611, 1453), Some(4205));
        assert_eq!(hundredths(842, 1473), Some(5716));
        assert_eq!(hundredths(611, 1473), Some(4148));
    }

    #[test]
    fn halves_are_rounded_up() {
        assert_eq!(hundredths(1, 20_000), Some(1));
        assert_eq!(hundredths(1, 20_001), Some(0));
        assert_eq!(hundredths(1, 8), Some(1250));
        assert_eq!(hundredths(1, 3), Some(3333));
        assert_eq!(hundredths(2, 3), Some(6667));
    }

    #[test]
    fn nothing_is_a_share_of_nothing() {
        assert_eq!(hundredths(0, 0), None);
        assert_eq!(hundredths(1, 0), None);
    }

    proptest! {
        #[test]
        fn a_share_is_the_nearest_hundredth(whole in 1u32.., part in 0u32..) {
            prop_assume!(part <= whole);
            let found = u128::from(hundredths(part, whole).unwrap_or(u32::MAX));
            let (part, whole) = (u128::from(part), u128::from(whole));
            // found − ½ ≤ exact < found + ½, without fractions
            prop_assert!(2 * found * whole <= 20_000 * part + whole);
            prop_assert!(20_000 * part + whole < (2 * found + 2) * whole);
        }

        #[test]
        fn everything_is_a_hundred_percent(whole in 1u32..) {
            prop_assert_eq!(hundredths(whole, whole), Some(10_000));
        }
    }
}
