//! Codes of territories in one form: `1`, `01` and `001` are one département, `172`, `78172` and
//! `078172` one commune. It must not know their names.

/// The ministry's own codes of what lies overseas, and the official ones.
const OVERSEAS: [(&str, &str); 9] = [
    ("ZA", "971"),
    ("ZB", "972"),
    ("ZC", "973"),
    ("ZD", "974"),
    ("ZS", "975"),
    ("ZM", "976"),
    ("ZW", "986"),
    ("ZP", "987"),
    ("ZN", "988"),
];

/// A département: `01`, `2A`, `971`; `ZX` and `ZZ` stay as the ministry writes them.
pub fn department(code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    if let Some((_, official)) = OVERSEAS.iter().find(|(ministry, _)| *ministry == code) {
        return Some((*official).to_owned());
    }
    let short = code.trim_start_matches('0');
    if matches!(short, "2A" | "2B" | "ZX" | "ZZ") {
        return Some(short.to_owned());
    }
    match short.parse().ok()? {
        number @ 1..=95_u16 => Some(format!("{number:02}")),
        number @ (971..=978 | 986..=989) => Some(number.to_string()),
        _ => None,
    }
}

/// A commune: `78172`, with the département in its own column or at the beginning of the code.
pub fn commune(department_code: Option<&str>, code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    let known = department_code.and_then(department);
    // Sectors of Paris, Lyon and Marseille: 056SR01.
    let (digits, sector) = code.find("SR").map_or((code.as_str(), ""), |at| code.split_at(at));
    if digits.len() <= 3 {
        let (number, department) = (digits.parse::<u16>().ok()?, known?);
        let overseas = department.len() == 3;
        let number = if overseas { format!("{:02}", number % 100) } else { format!("{number:03}") };
        return Some(format!("{department}{number}{sector}"));
    }
    let digits = if digits.len() == 6 { digits.strip_prefix('0')? } else { digits };
    let full = format!("{digits:0>5}");
    let prefix = if full.starts_with("97") || full.starts_with("98") { 3 } else { 2 };
    let (start, rest) = full.split_at_checked(prefix)?;
    let number = rest.bytes().all(|byte| byte.is_ascii_digit()) && full.len() == 5;
    let department = department(start)?;
    let agrees = known.is_none_or(|known| known == department);
    (number && agrees).then(|| format!("{department}{rest}{sector}"))
}

/// The département that a commune's code begins with.
pub fn department_of(commune: &str) -> Option<&str> {
    let overseas = commune.starts_with("97") || commune.starts_with("98");
    commune.get(..if overseas { 3 } else { 2 })
}

/// A circonscription or canton: `7807`, from `7`, `07`, `7807` or (in the Ain) `107`.
pub fn part(department_code: Option<&str>, code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    let known = department_code.and_then(department);
    if code.len() <= 2 {
        return Some(format!("{}{:02}", known?, code.parse::<u16>().ok()?));
    }
    let (start, number) = code.split_at_checked(code.len() - 2)?;
    let start = department(start)?;
    let agrees = known.is_none_or(|known| known == start);
    let number: u16 = number.parse().ok()?;
    agrees.then(|| format!("{start}{number:02}"))
}

/// A polling station: `78172_0012`.
pub fn station(commune: &str, code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    let fine = !code.is_empty() && code.chars().all(|letter| letter.is_alphanumeric());
    fine.then(|| format!("{commune}_{code:0>4}"))
}

/// A région: `11`, `93`, `01`.
pub fn region(code: &str) -> Option<String> {
    code.trim().parse::<u16>().ok().map(|number| format!("{number:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_code_gives_one_form() {
        for (from, to) in [
            ("1", "01"),
            ("01", "01"),
            ("078", "78"),
            ("2a", "2A"),
            ("02B", "2B"),
            ("ZA", "971"),
            ("974", "974"),
            ("ZZ", "ZZ"),
            ("ZX", "ZX"),
        ] {
            assert_eq!(department(from).as_deref(), Some(to), "{from}");
        }
        assert_eq!(["", "0", "96", "2C", "Yvelines"].map(department), [const { None }; 5]);
        for (department, from, to) in [
            (Some("78"), "172", "78172"),
            (None, "78172", "78172"),
            (None, "078172", "78172"),
            (Some("01"), "4", "01004"),
            (None, "1004", "01004"),
            (Some("2A"), "004", "2A004"),
            (None, "2B033", "2B033"),
            (Some("ZA"), "101", "97101"),
            (None, "97101", "97101"),
            (Some("75"), "056SR01", "75056SR01"),
            (None, "75056SR01", "75056SR01"),
        ] {
            assert_eq!(commune(department, from).as_deref(), Some(to), "{from}");
        }
        assert_eq!(commune(Some("78"), "95172"), None);
        for (department, from, to) in [
            (Some("78"), "7", "7807"),
            (Some("1"), "101", "0101"),
            (None, "7807", "7807"),
            (Some("ZZ"), "ZZ11", "ZZ11"),
            (Some("ZA"), "1", "97101"),
        ] {
            assert_eq!(part(department, from).as_deref(), Some(to), "{from}");
        }
        assert_eq!(station("78172", "12").as_deref(), Some("78172_0012"));
    }
}
