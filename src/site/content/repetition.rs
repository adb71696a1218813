//! Events that are repeated, as calendars write it (RFC 5545): a rule, and days on which it is not.

use jiff::civil::Date;
use lazy_regex::regex_replace;
use rrule::RRuleSet;

use crate::message;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, unexpected};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};
use crate::site::parse::values::When;

/// The days on which an event is.
pub struct Repetition {
    days: RRuleSet,
    /// The rule, with the day until which it is, if there is one, apart: calendars write it in two ways.
    pub rule: String,
    /// That day.
    pub until: Option<Date>,
    /// The days on which it is not after all.
    pub except: Vec<Date>,
}

/// A rule as it is written: `FREQ=MONTHLY;BYDAY=1SA`.
struct Rule(String);

impl FromNode for Rule {
    const SHAPE: Shape = Shape::Rule;
    const EXPECTED: Message = message!("content-rule");
    const EXAMPLE: Message = message!("content-rule-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else { return unexpected(node, problems) };
        let rule = text.trim().to_ascii_uppercase();
        let rule = rule.strip_prefix("RRULE:").unwrap_or(&rule);
        // A day until which it is, whole, as people write it.
        let rule = regex_replace!(r"UNTIL=(\d{8})(?:T\d{6}Z?)?", rule, |_, day| {
            format!("UNTIL={day}T235959Z")
        });
        // Hours are those of `start`: a rule says on which days.
        let is_of_days = !rule.contains(['\n', '\r'])
            && !["BYHOUR", "BYMINUTE", "BYSECOND", "HOURLY", "MINUTELY", "SECONDLY"]
                .iter()
                .any(|word| rule.contains(word));
        let is_rule = is_of_days && set(Date::constant(2000, 1, 1), &rule, &[]).is_some();
        if is_rule { Some(Self(rule.into_owned())) } else { unexpected(node, problems) }
    }
}

impl Repetition {
    /// `repeat` and `except` of an event that begins at a moment.
    pub fn read(
        start: Option<When>,
        fields: &mut Fields<'_>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let rule = fields.optional::<Spanned<Rule>>("repeat", problems);
        let except = fields.optional::<Vec<Date>>("except", problems).unwrap_or_default();
        let (rule, start) = rule.zip(start)?;
        let repetition = Self::of(start.day, &rule.value.0, except);
        if repetition.as_ref().is_none_or(|it| it.days().next().is_none()) {
            let found = message!("content-no-day-found");
            let help = message!("content-no-day-help");
            rule.problem(problems, message!("content-no-day"), found, help);
        }
        repetition
    }

    /// What a rule says of an event that begins on a day.
    fn of(start: Date, rule: &str, except: Vec<Date>) -> Option<Self> {
        let days = set(start, rule, &except)?;
        let is_until = |part: &&str| part.starts_with("UNTIL=");
        let until = rule.split(';').find(is_until);
        let until = until.and_then(|it| Date::strptime("UNTIL=%Y%m%d", it.get(..14)?).ok());
        let rule: Vec<&str> = rule.split(';').filter(|part| !is_until(part)).collect();
        Some(Self { days, rule: rule.join(";"), until, except })
    }

    /// Every day, the first one first. There may be no end of them.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        self.days.into_iter().filter_map(|it| it.format("%Y-%m-%d").to_string().parse().ok())
    }

    /// The first day of the rule, whether or not the event is on it: calendars count from there.
    pub fn first(&self) -> Option<Date> {
        let mut all = self.days.clone();
        all = all.set_exdates(Vec::new());
        all.into_iter().next()?.format("%Y-%m-%d").to_string().parse().ok()
    }
}

/// The days of a rule: hours take no part in it, so that clocks that change do not matter.
fn set(start: Date, rule: &str, except: &[Date]) -> Option<RRuleSet> {
    let day = |date: &Date| date.strftime("%Y%m%dT000000Z").to_string();
    let mut lines = format!("DTSTART:{}\nRRULE:{rule}", day(&start));
    if !except.is_empty() {
        let except: Vec<String> = except.iter().map(day).collect();
        lines = format!("{lines}\nEXDATE:{}", except.join(","));
    }
    // Rules of which no day comes would be searched for ever.
    lines.parse::<RRuleSet>().ok().map(RRuleSet::limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(start: &str, rule: &str, except: &[&str]) -> Vec<String> {
        let except: Vec<Date> = except.iter().map(|day| day.parse().unwrap()).collect();
        let set = Repetition::of(start.parse().unwrap(), rule, except).unwrap();
        set.days().take(4).map(|day| day.to_string()).collect()
    }

    #[test]
    fn rules_are_days() {
        assert_eq!(
            days("2017-03-04", "FREQ=MONTHLY;BYDAY=1SA", &["2017-05-06"]),
            ["2017-03-04", "2017-04-01", "2017-06-03", "2017-07-01"]
        );
        // Clocks change on 26 March.
        assert_eq!(
            days("2017-03-22", "FREQ=WEEKLY;COUNT=3", &[]),
            ["2017-03-22", "2017-03-29", "2017-04-05"]
        );
        assert_eq!(days("2017-03-22", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", &[]), [""; 0]);
    }

    #[test]
    fn calendars_are_told_from_where_a_rule_counts() {
        let except = vec!["2017-03-04".parse().unwrap()];
        let rule = "FREQ=MONTHLY;UNTIL=20171231T235959Z;BYDAY=1SA";
        let it = Repetition::of("2017-03-01".parse().unwrap(), rule, except).unwrap();
        assert_eq!(it.rule, "FREQ=MONTHLY;BYDAY=1SA");
        assert_eq!(it.until.unwrap().to_string(), "2017-12-31");
        assert_eq!(it.first().unwrap().to_string(), "2017-03-04");
        assert_eq!(it.days().next().unwrap().to_string(), "2017-04-01");
    }

    #[test]
    fn a_day_until_which_it_is_counts() {
        let until = |rule: &str| set("2017-03-22".parse().unwrap(), rule, &[]).is_some();
        assert!(until("FREQ=WEEKLY;UNTIL=20170405T235959Z"));
        assert!(!until("FREQ=WEEKLY;UNTIL=bientôt"));
        assert!(!until("CHAQUE=SEMAINE"));
    }
}
