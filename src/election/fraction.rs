//! Fractions that are compared exactly: an electoral quotient, the average of a list.

use std::cmp::Ordering;

/// A fraction of whole numbers whose denominator is never zero.
///
/// It keeps the form in which it was made, because a page shows `503 ÷ 7`; but `1 ÷ 2` equals
/// `2 ÷ 4`.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: u64,
    denominator: u64,
}

impl Fraction {
    /// The fraction, or `None` when `denominator` is zero.
    pub const fn new(numerator: u64, denominator: u64) -> Option<Self> {
        if denominator == 0 { None } else { Some(Self { numerator, denominator }) }
    }

    /// A number of votes, for one seat more than a list has: never a division by zero.
    pub(super) fn average(votes: u32, seats: u16) -> Self {
        Self { numerator: votes.into(), denominator: u64::from(seats) + 1 }
    }

    /// What is divided, as it was given.
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// What it is divided by, as it was given.
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// The value in hundredths, rounded half up: to be read, never to be compared.
    ///
    /// ```
    /// use urne::election::Fraction;
    /// assert_eq!(Fraction::new(683, 9).map(Fraction::hundredths), Some(7589));
    /// ```
    pub fn hundredths(self) -> u64 {
        self.times(100)
    }

    /// So many times the value, rounded half up.
    pub fn times(self, scale: u64) -> u64 {
        let denominator = u128::from(self.denominator);
        let twice = 2 * u128::from(self.numerator) * u128::from(scale) + denominator;
        u64::try_from(twice / (2 * denominator)).unwrap_or(u64::MAX)
    }

    /// How many whole times this fraction is contained in `count`; `None` when it is zero.
    pub(super) fn times_in(self, count: u32) -> Option<u64> {
        let whole = u128::from(count) * u128::from(self.denominator);
        whole.checked_div(self.numerator.into()).and_then(|times| u64::try_from(times).ok())
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.numerator) * u128::from(other.denominator);
        let right = u128::from(other.numerator) * u128::from(self.denominator);
        left.cmp(&right)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Fraction {}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: u64, denominator: u64) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    #[test]
    fn fractions_are_compared_by_what_they_are_worth() {
        assert_eq!(fraction(1, 2), fraction(2, 4));
        assert!(fraction(1, 3) < fraction(333_334, 1_000_000));
        assert!(fraction(1, 3) > fraction(333_333, 1_000_000));
        assert!(fraction(u64::MAX, 1) > fraction(u64::MAX, 2));
        assert!(Fraction::new(1, 0).is_none());
    }

    #[test]
    fn hundredths_are_rounded_half_up() {
        let table = [(503, 7, 7186), (180, 3, 6000), (1, 8, 13), (1, 200, 1), (1, 201, 0)];
        for (numerator, denominator, hundredths) in table {
            assert_eq!(fraction(numerator, denominator).hundredths(), hundredths);
        }
    }

    #[test]
    fn a_quotient_goes_into_votes_a_whole_number_of_times() {
        assert_eq!(fraction(683, 9).times_in(503), Some(6));
        assert_eq!(fraction(683, 9).times_in(180), Some(2));
        assert_eq!(fraction(0, 9).times_in(180), None);
    }
}
