//! The values that an editor writes: texts, URLs, dates, counts, percentages.
//! Each says what it expects, with an example.

use jiff::civil::{Date, DateTime, Time};
use lazy_regex::regex_is_match;

use super::addresses::is_mail_address;
pub use super::addresses::is_url;
use super::diagnostics::Problems;
use super::fields::{FromNode, unexpected, unexpected_but};
use super::mistakes::{self, Mistake};
use super::table::Shape;
use super::tree::{Node, Value};
use super::{addresses, invisible, typography, unfilled};
use crate::message;
use crate::route::{Slug, href};
use crate::site::messages::Message;

/// The longest text on one line, in bytes. Browsers cut what is between two tags after 65 536
/// characters, and the app then loses its place in the page; sentences join up to three texts.
pub const LONGEST_LINE: usize = 20_000;

/// What is said of a longer one.
pub const TOO_LONG: Message = message!("fields-too-long");

/// A text with something in it, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(pub String);

impl FromNode for Text {
    const SHAPE: Shape = Shape::Line;
    const EXPECTED: Message = message!("fields-line");
    const EXAMPLE: Message = Message::verbatim("\"Soirée publique\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() && !text.trim().contains('\n') => {
                let text = text.trim();
                invisible::ensure_none(text, node, problems)?;
                if text.len() > LONGEST_LINE {
                    let found = message!("fields-too-long-found", bytes = text.len());
                    let help = message!("fields-too-long-help");
                    problems.add(&node.source, node.span.clone(), TOO_LONG, found, help);
                    return None;
                }
                unfilled::warn(text, &node.source, node.span.clone(), problems);
                Some(Self(typography::spaced(text)))
            }
            _ => unexpected(node, problems),
        }
    }
}

/// A text of one line that is read as a sentence, in its printed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose(pub String);

impl FromNode for Prose {
    const SHAPE: Shape = Shape::Line;
    const EXPECTED: Message = Text::EXPECTED;
    const EXAMPLE: Message = Text::EXAMPLE;

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        Text::from_node(node, problems).map(|Text(text)| Self(typography::printed(&text)))
    }
}

impl FromNode for bool {
    const SHAPE: Shape = Shape::Flag;
    const EXPECTED: Message = message!("fields-flag");
    const EXAMPLE: Message = Message::verbatim("true");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match node.value {
            Value::Boolean(flag) => Some(flag),
            _ => unexpected(node, problems),
        }
    }
}

/// A path on the site or an absolute URL: a text that is not for reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference(pub String);

impl Reference {
    /// A link as editors write it: files of `media/` need no slash before them, as in pictures.
    pub fn of_link(written: &str) -> Self {
        let slash = if written.starts_with("media/") { "/" } else { "" };
        Self(format!("{slash}{written}"))
    }

    /// The same as a page links to it: paths on the site are put into its folder.
    pub fn href(&self) -> String {
        if self.0.starts_with('/') { href(&self.0) } else { self.0.clone() }
    }
}

impl FromNode for Reference {
    const SHAPE: Shape = Shape::Link;
    const EXPECTED: Message = message!("fields-reference");
    const EXAMPLE: Message = message!("fields-reference-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if !text.is_empty() => {
                invisible::ensure_none(text, node, problems)?;
                Some(Self(text.clone()))
            }
            _ => unexpected(node, problems),
        }
    }
}

impl FromNode for Slug {
    const SHAPE: Shape = Shape::Slug;
    const EXPECTED: Message = message!("fields-slug");
    const EXAMPLE: Message = Message::verbatim("\"mise-au-point\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) => Self::new(text).or_else(|| unexpected(node, problems)),
            _ => unexpected(node, problems),
        }
    }
}

/// An absolute URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(pub String);

impl FromNode for Url {
    const SHAPE: Shape = Shape::Url;
    const EXPECTED: Message = message!("fields-url");
    const EXAMPLE: Message = Message::verbatim("\"https://www.example.org/page\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if is_url(text) => Some(Self(text.clone())),
            _ => no_url(node, problems),
        }
    }
}

/// Reports that a node is no absolute URL: where one is meant, with the URL.
pub fn no_url<T: FromNode>(node: &Node, problems: &mut Problems) -> Option<T> {
    let meant = match &node.value {
        Value::Text(text) => addresses::meant(text).filter(|it| is_url(it)),
        _ => None,
    };
    unexpected_but(node, meant.map(|url| format!("\"{url}\"").into()), problems)
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail(pub String);

impl FromNode for Mail {
    const SHAPE: Shape = Shape::Mail;
    const EXPECTED: Message = message!("fields-mail");
    const EXAMPLE: Message = Message::verbatim("\"contact@example.org\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Text(text) if is_mail_address(text) => Some(Self(text.clone())),
            Value::Text(text) => {
                let meant = text.strip_prefix("mailto:").map(str::trim);
                let meant = meant.filter(|it| is_mail_address(it));
                unexpected_but(node, meant.map(|it| format!("\"{it}\"").into()), problems)
            }
            _ => unexpected(node, problems),
        }
    }
}

impl FromNode for Date {
    const SHAPE: Shape = Shape::Date;
    const EXPECTED: Message = message!("fields-date");
    const EXAMPLE: Message = Message::verbatim("\"2017-01-29\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            // jiff also takes the day out of a longer text.
            Value::Text(text) if text.len() == 10 => {
                text.parse().ok().or_else(|| no_day(node, false, problems))
            }
            _ => no_day(node, false, problems),
        }
    }
}

/// Reports that a node is no day: where one is meant, with that day as it is to be written.
fn no_day<T: FromNode>(node: &Node, with_hour: bool, problems: &mut Problems) -> Option<T> {
    let (source, span) = (&node.source, node.span.clone());
    let Value::Text(text) = &node.value else { return unexpected(node, problems) };
    match mistakes::of_text_for_a_day(text, &node.field, source, span, with_hour) {
        Some(Mistake { span, title, found, help }) => {
            problems.add(source, span, title, found, help);
            None
        }
        None => unexpected(node, problems),
    }
}

/// A day, with an hour when it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub day: Date,
    /// The hour.
    pub hour: Option<Time>,
}

impl FromNode for When {
    const SHAPE: Shape = Shape::When;
    const EXPECTED: Message = message!("fields-when");
    const EXAMPLE: Message = message!("fields-when-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else {
            return unexpected(node, problems);
        };
        if let (10, Ok(day)) = (text.len(), text.parse::<Date>()) {
            return Some(Self { day, hour: None });
        }
        // An hour without a time zone: events are where their readers are.
        let zone = |hour: &str| hour.contains(['Z', '+', '-', '[']);
        let with_hour = text.get(10..).is_some_and(|hour| !hour.is_empty() && !zone(hour));
        match text.parse::<DateTime>() {
            Ok(moment) if with_hour => Some(Self { day: moment.date(), hour: Some(moment.time()) }),
            _ => no_day(node, true, problems),
        }
    }
}

/// More than France has voters, and few enough for a sum of candidates to stay countable.
const LARGEST_COUNT: u32 = 100_000_000;

/// A whole number as digits. One between quotation marks is a number too, and so is one whose digits are set apart by
/// threes, as in French: nothing else can be meant.
fn digits(node: &Node) -> Option<String> {
    match &node.value {
        Value::Number(number) => Some(number.clone()),
        Value::Text(text) => {
            regex_is_match!(r"^(?:\d+|\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+)$", text.trim())
                .then(|| text.chars().filter(char::is_ascii_digit).collect())
        }
        _ => None,
    }
}

/// A number of people or ballots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u32);

impl FromNode for Count {
    const SHAPE: Shape = Shape::Count;
    const EXPECTED: Message = message!("fields-count");
    const EXAMPLE: Message = message!("fields-count-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let count = digits(node).and_then(|digits| digits.parse().ok());
        let fits = count.filter(|count| *count <= LARGEST_COUNT);
        fits.map(Self).or_else(|| unexpected(node, problems))
    }
}

/// A small number: of seats, of a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(pub u16);

impl FromNode for Number {
    const SHAPE: Shape = Shape::Number;
    const EXPECTED: Message = message!("fields-small-number");
    const EXAMPLE: Message = message!("fields-small-number-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let number = digits(node).and_then(|digits| digits.parse().ok());
        let fits = number.filter(|number| (1..=9999).contains(number));
        fits.map(Self).or_else(|| unexpected(node, problems))
    }
}

/// A percentage in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percentage(pub u32);

impl FromNode for Percentage {
    const SHAPE: Shape = Shape::Percentage;
    const EXPECTED: Message = message!("fields-percentage");
    const EXAMPLE: Message = message!("fields-percentage-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let percentage = match &node.value {
            Value::Number(number) => Self::parse(number),
            Value::Text(text) => Self::parse(
                &text.trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}']).replace(',', "."),
            ),
            _ => None,
        };
        percentage.or_else(|| unexpected(node, problems))
    }
}

impl Percentage {
    /// Reads `35.68`, digit by digit.
    pub fn parse(number: &str) -> Option<Self> {
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
            return None;
        }
        let hundredths = format!("{whole}{decimals:0<2}").parse().ok();
        hundredths.filter(|hundredths| *hundredths <= 10_000).map(Self)
    }
}

/// The number of a round as people write it.
pub struct RoundNumber(pub u8);

impl FromNode for RoundNumber {
    const SHAPE: Shape = Shape::Round;
    const EXPECTED: Message = message!("fields-round");
    const EXAMPLE: Message = message!("fields-round-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        match &node.value {
            Value::Number(number) if number == "1" => Some(Self(1)),
            Value::Number(number) if number == "2" => Some(Self(2)),
            _ => unexpected(node, problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_digit_by_digit() {
        for (text, hundredths) in [("35.68", 3568), ("0.1", 10), ("100", 10_000)] {
            assert_eq!(Percentage::parse(text), Some(Percentage(hundredths)));
        }
        for text in ["35.685", "-1", "+1.5", "1e2", ".5", "100.01"] {
            assert_eq!(Percentage::parse(text), None, "{text}");
        }
    }
}
