//! Counts and percentages as files write them: `1 234`, `78,94%`, `28.8`.
//! It must not know what they count.

use std::borrow::Cow;

/// A printed percentage: `78,94%` is 7894 units of two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// The digits without the comma.
    pub units: u64,
    /// How many of them stand behind the comma.
    pub decimals: u32,
}

/// How a file shortens its percentages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Half up, as the ministry does.
    #[default]
    HalfUp,
    /// Whatever stands behind the last decimal is cut off.
    Down,
}

/// No file prints more decimals.
const MOST_DECIMALS: usize = 6;

/// The text without what stands between thousands, which most cells do not have.
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
        if whole.is_empty() || decimals.len() > MOST_DECIMALS {
            return None;
        }
        let units = whole.bytes().chain(decimals.bytes()).try_fold(0_u64, |units, byte| {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
            units.checked_mul(10)?.checked_add(digit.into())
        });
        Some(Self { units: units?, decimals: decimals.len() as u32 })
    }

    /// The percentage of `part` in `whole`; `None` of nothing.
    pub fn of(part: u32, whole: u32, decimals: u32, rounding: Rounding) -> Option<Self> {
        let scale = 10_u128.pow(decimals) * 100;
        let whole = u128::from(whole);
        let half = if rounding == Rounding::HalfUp { whole } else { 0 };
        let units = (2 * u128::from(part) * scale + half).checked_div(2 * whole)?;
        Some(Self { units: u64::try_from(units).ok()?, decimals })
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
            Rounding::HalfUp => (units.saturating_sub(1), units + 1),
            Rounding::Down => (units, units + 2),
        };
        (twice / high + 1, twice.checked_div(low))
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
