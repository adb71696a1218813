//! Putting things in order, in one place: each sort of another type is some kilobytes to download.

/// The indices of things in the order of their keys: numbers first, then texts; equal ones stay as
/// they are.
pub fn order(keys: impl IntoIterator<Item = (i64, String)>) -> Vec<usize> {
    let keys = keys.into_iter().enumerate();
    let mut keys: Vec<_> = keys.map(|(index, (number, text))| (number, text, index)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, _, index)| index).collect()
}

/// The same by a number alone, the highest first.
pub fn highest_first(numbers: impl IntoIterator<Item = u32>) -> Vec<usize> {
    order(numbers.into_iter().map(|number| (-i64::from(number), String::new())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_as_they_are() {
        assert_eq!(highest_first([3, 7, 3, 9]), [3, 1, 0, 2]);
        let keys = [(1, "b"), (0, "z"), (1, "a"), (1, "b")];
        let keys = keys.map(|(number, text)| (number, text.to_owned()));
        assert_eq!(order(keys), [1, 2, 0, 3]);
    }
}
