//! Codes of communes and circonscriptions, brought into one form from the many that are published.

use super::departments::{Department, department, department_of_commune};

/// The INSEE code of a commune, from its département (if the source has it apart) and its own code
/// in any of the usual forms; `None` when they make no code, or contradict each other.
///
/// | written | code |
/// |---|---|
/// | `78` and `172`; `78172`; `078172` | `78172` |
/// | `1` and `7`; `1007` | `01007` |
/// | `971` or `ZA` and `105`, `05` or `97105`; `97` and `105`; `ZA105` | `97105` |
/// | `75` and `056SR01`: a sector of Paris, Lyon or Marseille | `75056SR01` |
/// | `ZX` and `701` | `97701` |
/// | `ZM` and `501`: the ministry’s numbers in Mayotte | `97601` |
pub fn commune_code(of: Option<&str>, commune: &str) -> Option<String> {
    let text = commune.trim().to_ascii_uppercase();
    let (text, sector) = split_sector(&text);
    let code = match of {
        None => whole_commune(text)?,
        Some(written) if is_overseas(written) => whole_commune(&behind(written, text))?,
        Some(written) if text.len() <= 3 => local_commune(written, text)?,
        Some(written) => {
            let home = department(written)?;
            whole_commune(text).filter(|code| department_of_commune(code) == Some(home))?
        }
    };
    Some(code + sector)
}

/// The code of a circonscription législative: `7807` from (`78`, `7` or `007`), `7807`, `07807` or
/// `78007`; `0101` from `101` or `01001`; `97101` from (`ZA`, `1`) or (`97`, `101`); `ZZ01`. `None`
/// when they make no code, or contradict each other. Where a code alone can be read in two ways,
/// [`Split::TwoAndThree`] is taken.
pub fn circonscription_code(of: Option<&str>, number: &str) -> Option<String> {
    numbered_part(of, number, MOST_CIRCONSCRIPTIONS)
}

/// The code of a canton, in the forms of [`circonscription_code`].
pub fn canton_code(of: Option<&str>, number: &str) -> Option<String> {
    numbered_part(of, number, MOST_CANTONS)
}

/// How a code of five characters is divided between a département and the number of a part of it. Some
/// codes, such as `01001`, can be read both ways: only the others of their column tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// `01001` is 1 in 01.
    TwoAndThree,
    /// `07807` is 7 in 78.
    ThreeAndTwo,
}

impl Split {
    /// The code of a circonscription, or of a canton, that is divided like this.
    pub fn code(self, canton: bool, text: &str) -> Option<String> {
        let most = if canton { MOST_CANTONS } else { MOST_CIRCONSCRIPTIONS };
        let at = if self == Self::TwoAndThree { 2 } else { 3 };
        let text = text.trim().to_ascii_uppercase();
        let (home, number) = text.split_at_checked(at).filter(|_| text.len() == 5)?;
        part_code(department(home)?, number, most)
    }
}

// No département ever had more: the Nord had 24 until 2012.
const MOST_CIRCONSCRIPTIONS: u16 = 24;
const MOST_CANTONS: u16 = 99;

/// The code of a polling station: `78172_0012` from (`78172`, `12`), `14118_01.1` from `01.1`,
/// `75056_1-BIS` from `1 bis`. Whatever is neither letter, figure nor point sets apart.
pub fn station_code(commune: &str, station: &str) -> Option<String> {
    let text = station.trim().to_uppercase();
    let own = text.strip_prefix(commune).and_then(|rest| rest.strip_prefix(['_', '-', ' ']));
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '.';
    let words = own.unwrap_or(&text).split(|letter: char| !is_letter(letter));
    let words: Vec<&str> = words.map(|word| word.trim_matches('.')).collect();
    let code = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    (!code.is_empty()).then(|| format!("{commune}_{code:0>4}"))
}

/// Whether this is only the beginning of the codes of overseas départements.
fn is_overseas(written: &str) -> bool {
    matches!(written.trim(), "97" | "98")
}

/// A code with the beginning that its column leaves out.
fn behind(overseas: &str, text: &str) -> String {
    if text.len() >= 5 { text.to_owned() } else { [overseas.trim(), text].concat() }
}

/// A département and two figures, up to the `most` parts that one can have.
fn numbered_part(of: Option<&str>, number: &str, most: u16) -> Option<String> {
    let text = number.trim().to_ascii_uppercase();
    if let Some(written) = of.filter(|written| is_overseas(written)) {
        return numbered_part(None, &behind(written, &text), most)
            .filter(|code| code.starts_with(['9', 'Z']));
    }
    let home = match of {
        Some(written) => Some(department(written)?),
        None => None,
    };
    let alone = home.filter(|_| text.len() <= 3).map(|home| {
        // The last figure of an overseas département opens the three of its parts.
        let last = home.code.get(2..).filter(|last| !last.is_empty() && text.len() == 3);
        (home, last.and_then(|last| text.strip_prefix(last)).unwrap_or(&text))
    });
    let ends = match text.len() {
        5 => [Some(2), Some(3)],
        6 => [Some(3), None],
        length => [length.checked_sub(2), None],
    };
    let split = |at| {
        let (home, number) = text.split_at_checked(at)?;
        Some((department(home)?, number))
    };
    let agrees = |found: &(&Department, &str)| home.is_none_or(|home| home == found.0);
    let whole = ends.into_iter().flatten().filter_map(split).filter(agrees);
    alone.into_iter().chain(whole).find_map(|(home, number)| part_code(home, number, most))
}

/// The code of a part of a département.
fn part_code(home: &Department, number: &str, most: u16) -> Option<String> {
    let number = parse(number).filter(|number| (1..=most).contains(number))?;
    Some(format!("{}{number:02}", home.code))
}

/// The département and the number of a circonscription’s code.
pub(super) fn circonscription(code: &str) -> Option<(&'static Department, u16)> {
    let (home, number) = code.split_at_checked(code.len().checked_sub(2)?)?;
    Some((department(home)?, parse(number)?))
}

/// A number of digits only: `parse` alone would take a sign.
fn parse(digits: &str) -> Option<u16> {
    let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| only_digits)
}

/// The code without its sector, and the sector: `SR01`, or `AR01` as it was written until 2014.
fn split_sector(text: &str) -> (&str, &str) {
    let at = text.len().saturating_sub(4);
    match text.split_at_checked(at) {
        Some((commune, sector))
            if ["SR", "AR"].iter().any(|mark| sector.starts_with(mark))
                && parse(&sector[2..]).is_some() =>
        {
            (commune, sector)
        }
        _ => (text, ""),
    }
}

/// A code that holds its département.
fn whole_commune(text: &str) -> Option<String> {
    match text.len() {
        // Spreadsheets drop the first zero.
        4 => whole_commune(&format!("0{text}")).filter(|_| parse(text).is_some()),
        5 if text.starts_with('Z') => local_commune(text.get(..2)?, text.get(2..)?),
        5 => {
            department_of_commune(text)?;
            parse(text.get(2..)?).map(|_| text.to_owned())
        }
        6 => local_commune(text.get(..3)?, text.get(3..)?),
        _ => None,
    }
}

/// A code of one to three digits in its département.
fn local_commune(written: &str, text: &str) -> Option<String> {
    let home = department(written)?.code;
    let number = parse(text).filter(|number| (1..=999).contains(number))?;
    let written = written.trim();
    match (home, number) {
        // The last figure of an overseas département opens the three of its communes.
        ("ZX", 700..=899) => Some(format!("97{number}")),
        ("ZX", 1..=99) if written.starts_with("97") => Some(format!("{written}{number:02}")),
        ("ZX", _) => None,
        ("ZZ", _) => Some(format!("ZZ{number:03}")),
        // The ministry numbers the communes of Mayotte from 501, INSEE from 601.
        ("976", 501..=599) => Some(format!("976{:02}", number - 500)),
        (_, 100..) if home.len() == 3 => {
            let code = format!("{}{number}", &home[..2]);
            Some(code).filter(|code| code.starts_with(home))
        }
        _ if home.len() == 3 => Some(format!("{home}{number:02}")),
        _ => Some(format!("{home}{number:03}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cantons_and_stations_have_one_code() {
        assert_eq!(canton_code(Some("59"), "41").as_deref(), Some("5941"));
        assert_eq!(canton_code(None, "7805").as_deref(), Some("7805"));
        assert_eq!(circonscription_code(Some("59"), "41"), None);
        assert_eq!(station_code("78172", "12").as_deref(), Some("78172_0012"));
        assert_eq!(station_code("78172", "0012").as_deref(), Some("78172_0012"));
        assert_eq!(station_code("78172", " 1b ").as_deref(), Some("78172_001B"));
        assert_eq!(station_code("14118", "01.1").as_deref(), Some("14118_01.1"));
        assert_eq!(station_code("75056", "0101-A").as_deref(), Some("75056_0101-A"));
        assert_eq!(station_code("78172", "1 bis").as_deref(), Some("78172_1-BIS"));
        assert_eq!(station_code("78172", "1/2").as_deref(), Some("78172_01-2"));
        assert_eq!(station_code("78172", "78172_0012").as_deref(), Some("78172_0012"));
        assert_eq!(station_code("78172", ".."), None);
        assert_eq!(station_code("78172", "*"), None);
        assert_eq!(station_code("78172", ""), None);
    }

    #[test]
    fn communes_have_one_code() {
        let table = [
            (Some("78"), "172", "78172"),
            (Some("78"), "78172", "78172"),
            (Some("078"), "172", "78172"),
            (None, "78172", "78172"),
            (None, " 078172 ", "78172"),
            (Some("1"), "7", "01007"),
            (Some("01"), "1007", "01007"),
            (None, "1007", "01007"),
            (Some("2a"), "4", "2A004"),
            (None, "2a004", "2A004"),
            (None, "02A004", "2A004"),
            (Some("971"), "05", "97105"),
            (Some("971"), "5", "97105"),
            (Some("971"), "105", "97105"),
            (Some("971"), "97105", "97105"),
            (Some("ZA"), "105", "97105"),
            (Some("ZA"), "97105", "97105"),
            (None, "ZA105", "97105"),
            (None, "97105", "97105"),
            (None, "971105", "97105"),
            (Some("ZP"), "735", "98735"),
            (Some("ZX"), "701", "97701"),
            (Some("ZX"), "801", "97801"),
            (Some("ZM"), "501", "97601"),
            (Some("976"), "517", "97617"),
            (Some("ZM"), "601", "97601"),
            (Some("ZM"), "97601", "97601"),
            (None, "ZM501", "97601"),
            (Some("ZB"), "231", "97231"),
            (Some("ZC"), "302", "97302"),
            (Some("ZD"), "401", "97401"),
            (Some("ZN"), "818", "98818"),
            (Some("ZS"), "502", "97502"),
            (Some("ZW"), "612", "98612"),
            (Some("97"), "101", "97101"),
            (Some("97"), "97410", "97410"),
            (Some("98"), "735", "98735"),
            (Some("977"), "01", "97701"),
            (None, "97801", "97801"),
            (Some("ZZ"), "101", "ZZ101"),
            (Some("75"), "056", "75056"),
            (Some("75"), "056SR01", "75056SR01"),
            (None, "13055SR08", "13055SR08"),
            (Some("69"), "123AR3", ""),
            (Some("69"), "123AR03", "69123AR03"),
        ];
        for (department, commune, code) in table {
            let expected = Some(code.to_owned()).filter(|code| !code.is_empty());
            assert_eq!(commune_code(department, commune), expected, "{department:?} {commune}");
        }
    }

    #[test]
    fn what_makes_no_commune_is_refused() {
        let table = [
            (Some("78"), "95172"),
            (Some("20"), "001"),
            (Some("78"), ""),
            (Some("78"), "0"),
            (Some("78"), "+12"),
            (Some(""), "172"),
            (Some("971"), "205"),
            (Some("ZX"), "1"),
            (None, ""),
            (None, "172"),
            (None, "+007"),
            (None, "20001"),
            (None, "781720"),
            (None, "78É72"),
            (None, "é78172"),
            (None, "78172_0012"),
        ];
        for (department, commune) in table {
            assert_eq!(commune_code(department, commune), None, "{department:?} {commune}");
        }
    }

    #[test]
    fn circonscriptions_have_one_code() {
        let table = [
            (Some("78"), "7", "7807"),
            (Some("78"), "07", "7807"),
            (Some("78"), "7807", "7807"),
            (None, "7807", "7807"),
            (None, "07807", "7807"),
            (None, "101", "0101"),
            (Some("1"), "101", "0101"),
            (Some("1"), "1", "0101"),
            (Some("2A"), "2", "2A02"),
            (None, "2a02", "2A02"),
            (Some("971"), "1", "97101"),
            (Some("ZA"), "01", "97101"),
            (None, "97101", "97101"),
            (None, "ZA01", "97101"),
            (None, "ZZ01", "ZZ01"),
            (Some("ZZ"), "11", "ZZ11"),
            (Some("ZX"), "1", "ZX01"),
            (Some("78"), "007", "7807"),
            (Some("01"), "01001", "0101"),
            (Some("10"), "01001", "1001"),
            (None, "01001", "0101"),
            (None, "78007", "7807"),
            (None, "13009", "1309"),
            (None, "2A001", "2A01"),
            (None, "078007", "7807"),
            (None, "971001", "97101"),
            (None, "ZA001", "97101"),
            (None, "ZZ011", "ZZ11"),
            (Some("97"), "101", "97101"),
            (Some("97"), "404", "97404"),
            (Some("ZM"), "602", "97602"),
            (Some("971"), "101", "97101"),
            (Some("97"), "97601", "97601"),
            (Some("98"), "702", "98702"),
        ];
        for (department, number, code) in table {
            let found = circonscription_code(department, number);
            assert_eq!(found.as_deref(), Some(code), "{department:?} {number}");
        }
        let refused = [
            (None, ""),
            (None, "7"),
            (None, "78"),
            (None, "7800"),
            (None, "971"),
            (None, "2001"),
            (None, "78é"),
            (Some("78"), "9507"),
            (Some("78"), "x"),
            (Some("78"), "+7"),
            (Some("10"), "101"),
            (Some("97"), "1"),
            (Some("78"), "01001"),
            (None, "78025"),
        ];
        for (department, number) in refused {
            assert_eq!(circonscription_code(department, number), None, "{department:?} {number}");
        }
    }

    proptest! {
        #[test]
        fn a_code_in_its_form_stays_as_it_is(
            home in prop::sample::select(super::super::DEPARTMENTS.to_vec()), number in 1u16..=24,
        ) {
            let number = number.to_string();
            if let Some(code) = commune_code(Some(home.code), &number) {
                prop_assert_eq!(super::super::department_of_commune(&code), Some(&home));
                prop_assert_eq!(commune_code(None, &code), Some(code.clone()));
                prop_assert_eq!(commune_code(Some(home.code), &code), Some(code));
            } else {
                prop_assert_eq!(home.code, "ZX");
            }
            let code = circonscription_code(Some(home.code), &number).unwrap();
            prop_assert_eq!(circonscription_code(None, &code), Some(code.clone()));
            prop_assert_eq!(circonscription(&code).map(|found| found.0), Some(&home));
        }

        #[test]
        fn no_text_is_too_strange(home in ".{0,4}", text in ".{0,8}") {
            commune_code(Some(&home), &text);
            commune_code(None, &text);
            circonscription_code(Some(&home), &text);
            circonscription_code(None, &text);
        }
    }
}
