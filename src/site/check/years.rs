//! Years that are probably slips: far from today, and from everything else on the site.

use jiff::civil::Date;

use crate::message;
use crate::site::content::Content;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::Spanned;

/// More years than this between a day and every other are many.
const FAR: i16 = 5;

/// Points at articles and events in years in which there is nothing else. An archive has many years, each with its
/// neighbours; an article of a day to come was pointed at already.
pub fn warn_of_those_far_away(content: &Content, problems: &mut Problems) {
    let today = content.now.date();
    let articles = content.articles.iter().map(|it| it.date.clone());
    let articles: Vec<Spanned<Date>> = articles.filter(|it| it.value <= today).collect();
    let events = content.events.iter().map(|it| it.schedule.start.clone().map(|start| start.day));
    let events: Vec<Spanned<Date>> = events.collect();
    let texts = || articles.iter().chain(&events);
    let elections = content.elections.iter().filter_map(|it| it.last_day());
    let mut years: Vec<i16> = texts().map(|it| it.value.year()).collect();
    years.extend(elections.chain([today]).map(Date::year));
    for day in texts() {
        let year = day.value.year();
        let near = years.iter().filter(|other| (**other - year).abs() <= FAR);
        // The day itself is one of them.
        if near.count() == 1 {
            let found = message!("content-far-year-found", year = year.to_string());
            let help = message!("content-far-year-help");
            day.warning(problems, message!("content-far-year"), found, help);
        }
    }
}
