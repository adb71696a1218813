//! Counts and percentages as files write them: `1 234`, `78,94%`, `28.8`.

use std::borrow::Cow;

use crate::election::Fraction;

/// A printed percentage: `78,94%` is 7894 units of two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// The digits without the comma.
    pub units: u64,
    /// How many of them are after the comma.
    pub decimals: u32,
}

/// How a file shortens its percentages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Half up, as the ministry does.
    #[default]
    HalfUp,
    /// To the nearest; what lies exactly between two goes either way, as in software that rounds to
    /// even, or count in binary.
    Nearest,
    /// Whatever comes after the last decimal is cut off.
    Down,
}

/// Decimals behind these are only what a spreadsheet computed.
const MOST_DECIMALS: usize = 6;

/// Computed percentages are compared to these decimals, and may differ by one unit of the last.
const ENOUGH_DECIMALS: u32 = 4;

/// The text without what is between thousands, which most cells do not have.
fn plain(text: &str) -> Cow<'_, str> {
    const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
    if text.contains(SPACES) { text.replace(SPACES, "").into() } else { text.into() }
}

/// A whole number that is not negative.
pub fn count(text: &str) -> Option<u32> {
    let text = plain(text);
    let digits = text.strip_suffix(".0").unwrap_or(&text);
    let number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if number { digits.parse().ok() } else { None }
}

impl Percent {
    /// Reads a percentage, with comma or point, with or without sign.
    pub fn read(text: &str) -> Option<Self> {
        let text = plain(text);
        let text = text.strip_suffix('%').unwrap_or(&text);
        let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(decimals) {
            return None;
        }
        let kept = decimals.get(..MOST_DECIMALS).unwrap_or(decimals);
        let units = whole.bytes().chain(kept.bytes()).try_fold(0_u64, |units, byte| {
            units.checked_mul(10)?.checked_add((byte - b'0').into())
        });
        let up = decimals.as_bytes().get(MOST_DECIMALS).is_some_and(|byte| *byte >= b'5');
        let percent = Self { units: units? + u64::from(up), decimals: kept.len() as u32 };
        // 28.799999999999997 is 28.8.
        Some(if decimals.len() > MOST_DECIMALS { percent.without_zeros() } else { percent })
    }

    fn without_zeros(mut self) -> Self {
        while self.decimals > 0 && self.units.is_multiple_of(10) {
            (self.units, self.decimals) = (self.units / 10, self.decimals - 1);
        }
        self
    }

    /// The percentage that a cell with a format for percentages holds as a part of one: 0.5795.
    #[must_use]
    pub fn of_one(self) -> Self {
        match self.decimals.checked_sub(2) {
            Some(decimals) => Self { decimals, ..self },
            None => Self { units: self.units * 10_u64.pow(2 - self.decimals), decimals: 0 },
        }
    }

    /// Whether this is the percentage of `part` in `whole`; of nothing it is zero.
    pub fn is_of(self, part: u32, whole: u32, rounding: Rounding) -> bool {
        if whole == 0 {
            return self.units == 0;
        }
        if self.decimals >= ENOUGH_DECIMALS {
            let more = 10_u64.saturating_pow(self.decimals - ENOUGH_DECIMALS);
            let computed = Self::of(part, whole, self.decimals, Rounding::HalfUp);
            return computed.is_some_and(|it| it.units.abs_diff(self.units) <= more);
        }
        if rounding == Rounding::Nearest {
            let exact = 2 * u128::from(part) * 10_u128.pow(self.decimals) * 100;
            let printed = 2 * u128::from(self.units) * u128::from(whole);
            return exact.abs_diff(printed) <= u128::from(whole);
        }
        Self::of(part, whole, self.decimals, rounding) == Some(self)
    }

    /// What is left of a hundred; `None` of more.
    pub fn rest(self) -> Option<Self> {
        let hundred = 100 * 10_u64.saturating_pow(self.decimals);
        Some(Self { units: hundred.checked_sub(self.units)?, ..self })
    }

    /// The percentage of `part` in `whole`; `None` of nothing.
    pub fn of(part: u32, whole: u32, decimals: u32, rounding: Rounding) -> Option<Self> {
        let scale = 10_u64.pow(decimals) * 100;
        let units = match rounding {
            Rounding::Down => (u64::from(part) * scale).checked_div(whole.into())?,
            _ => Fraction::new(part.into(), whole.into())?.times(scale),
        };
        Some(Self { units, decimals })
    }

    /// The same percentage with more decimals: files drop zeros at the end.
    #[must_use]
    pub fn with_decimals(self, decimals: u32) -> Self {
        let more = decimals.saturating_sub(self.decimals);
        let units = self.units.saturating_mul(10_u64.saturating_pow(more));
        Self { units, decimals: self.decimals + more }
    }

    /// The totals of which `part` is this percentage: none, or from … to …; `None` at the end
    /// where nothing limits them.
    pub fn wholes(self, part: u32, rounding: Rounding) -> (u128, Option<u128>) {
        let twice = 2 * u128::from(part) * 10_u128.pow(self.decimals) * 100;
        let units = 2 * u128::from(self.units);
        let (low, high) = match rounding {
            Rounding::Down => (units, units + 2),
            _ => (units.saturating_sub(1), units + 1),
        };
        // What lies exactly between two percentages is the higher one, or either of them.
        let least =
            if rounding == Rounding::Nearest { twice.div_ceil(high) } else { twice / high + 1 };
        (least, twice.checked_div(low))
    }
}

impl std::fmt::Display for Percent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let one = 10_u64.saturating_pow(self.decimals);
        match self.decimals {
            0 => write!(f, "{} %", self.units),
            decimals => {
                let width = decimals as usize;
                write!(f, "{},{:0width$} %", self.units / one, self.units % one)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_files_write_them() {
        assert_eq!(count("1 234"), Some(1234));
        assert_eq!(["-1", "", "1,5", "abc", "+1"].map(count), [None; 5]);
        assert_eq!(Percent::read("78,94%"), Some(Percent { units: 7894, decimals: 2 }));
        assert_eq!(Percent::read("28.8"), Some(Percent { units: 288, decimals: 1 }));
        assert_eq!(Percent::read(",5"), None);
        assert_eq!(Percent::read("57,9n"), None);
        assert_eq!(Percent::read("28.799999999999997"), Some(Percent { units: 288, decimals: 1 }));
        let long = Percent { units: 57_949_277, decimals: 6 };
        assert_eq!(Percent::read("57.94927735719202"), Some(long));
        let fraction = Percent::read("0.5795").map(Percent::of_one);
        assert_eq!(fraction, Some(Percent { units: 5795, decimals: 2 }));
        assert_eq!(
            Percent::read("1").map(Percent::of_one),
            Some(Percent { units: 100, decimals: 0 })
        );
    }

    #[test]
    fn what_lies_between_two_percentages_is_either_of_them_where_a_file_says_so() {
        let percent = |units| Percent { units, decimals: 2 };
        // 1 of 800 is 0.125 %.
        assert!(percent(13).is_of(1, 800, Rounding::HalfUp));
        assert!(!percent(12).is_of(1, 800, Rounding::HalfUp));
        assert!(percent(12).is_of(1, 800, Rounding::Nearest));
        assert!(percent(13).is_of(1, 800, Rounding::Nearest));
        assert!(!percent(14).is_of(1, 800, Rounding::Nearest));
        let computed = Percent { units: 33_333_333, decimals: 6 };
        assert!(computed.is_of(1, 3, Rounding::HalfUp));
        assert!(!computed.is_of(1_000_010, 3_000_000, Rounding::HalfUp));
        assert_eq!(percent(4205).rest(), Some(percent(5795)));
    }

    #[test]
    fn the_totals_behind_a_percentage_are_those_that_give_it() {
        let printed = Percent { units: 5795, decimals: 2 };
        let (least, most) = printed.wholes(842, Rounding::HalfUp);
        let gives =
            |whole: u128| Percent::of(842, whole as u32, 2, Rounding::HalfUp) == Some(printed);
        assert!(gives(least) && gives(most.unwrap()));
        assert!(!gives(least - 1) && !gives(most.unwrap() + 1));
        assert!((least..=most.unwrap()).contains(&1453));
    }
}
