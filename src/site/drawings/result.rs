//! The result of a round as a drawing: its chart with figures, base, source and time.
//! It must not say more than the page: what is provisional or lacks something is said as there.

use super::rows::{Rows, of_how_many, put_table};
use super::sheet::{Inks, Sheet, Type};
use crate::chart::{Chart, Measure, round_chart};
use crate::data::{Page, Round, Source};
use crate::election::Base;
use crate::french;

/// The round that a page is about most, with what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Result<'a> {
    /// The title of the election.
    pub title: &'a str,
    /// The territory.
    pub territory: &'a str,
    /// The territory as the end of a sentence.
    pub locative: &'a str,
    /// The round that decided.
    pub round: &'a Round,
}

/// Where a drawing leads: who publishes it, and at which URL.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The short name of the site.
    pub site: &'a str,
    /// The whole URL of the page.
    pub url: &'a str,
    /// Under which licence the figures are, where that is known.
    pub license: Option<&'a str>,
}

/// The width of what is downloaded, and its margin.
const WIDTH: u32 = 900;
const MARGIN: u32 = 40;

/// The height of its rows.
const ROW: u32 = 60;

impl<'a> Result<'a> {
    /// The last round of the page of an election or a territory.
    pub fn of(page: &'a Page) -> Option<Self> {
        match page {
            Page::Election(it) => Some(Self {
                title: &it.title,
                territory: &it.territory,
                locative: &it.locative,
                round: it.rounds.last()?,
            }),
            Page::Territory(it) => Some(Self {
                title: &it.title,
                territory: &it.place.name,
                locative: &it.locative,
                round: it.rounds.last()?,
            }),
            _ => None,
        }
    }

    /// « Second tour, dimanche 29 janvier 2017 »
    pub fn round_and_day(self) -> String {
        let name = french::round(self.round.contest, self.round.number);
        format!("{}, {}", french::capitalised(name), self.round.date.text)
    }

    /// What must be said before any figure: what they lack, or how much was counted and when.
    pub fn state(self) -> Option<String> {
        let missing = || format!("Somme partielle. {}", self.round.missing.join(" "));
        let provisional = self.round.provisional.as_ref().map(|counted| {
            let published = self.round.source.published.as_ref();
            let when = published.unwrap_or(&self.round.date);
            format!("Provisoire, {}\u{a0}: {counted}.", when.text)
        });
        let missing = self.round.is_partial().then(missing);
        let state: Vec<String> = missing.into_iter().chain(provisional).collect();
        (!state.is_empty()).then(|| state.join(" "))
    }

    /// The chart of the round.
    pub fn chart(self) -> Chart {
        round_chart(String::new(), self.round, Base::default())
    }

    /// « Primaires citoyennes de 2017 à Conflans-Sainte-Honorine »
    pub fn name(self) -> String {
        format!("{} {}", self.title, self.locative)
    }

    /// The whole as a drawing to download, as high as it takes.
    pub fn drawing(self, inks: &Inks, origin: Origin<'_>) -> String {
        let chart = self.chart();
        let mut sheet = Sheet::new(WIDTH);
        let y = self.head(&mut sheet, &chart);
        let y = put_chart(&mut sheet, &chart, y);
        let small = Type::new(15).soft();
        let license = origin.license.map(|it| format!(" Licence des chiffres\u{a0}: {it}."));
        let source = format!("{}{}", source(&self.round.source), license.unwrap_or_default());
        let lines = small.lines(&source, WIDTH - 2 * MARGIN, 4);
        let y = sheet.lines(MARGIN, y, small, &lines);
        let y = sheet.lines(MARGIN, y, small, &[format!("{} — {}", origin.site, origin.url)]);
        sheet.finish(y + 12, inks, &self.name(), &chart.caption.summary)
    }

    /// Title, round, state and summary; returns where the next baseline is.
    fn head(self, sheet: &mut Sheet, chart: &Chart) -> u32 {
        let room = WIDTH - 2 * MARGIN;
        let (title, about) = (Type::new(34).bold(), Type::new(20).soft());
        let (state, words) = (Type::new(19).bold(), Type::new(19));
        let y = sheet.lines(MARGIN, 64, title, &title.lines(self.title, room, 3));
        let where_and_when = format!("{} — {}", self.territory, self.round_and_day());
        let mut y = sheet.lines(MARGIN, y - 4, about, &about.lines(&where_and_when, room, 2)) + 8;
        if let Some(it) = self.state() {
            y = sheet.lines(MARGIN, y, state, &state.lines(&it, room, 12)) + 6;
        }
        // What is partial or provisional is said above.
        let summary = if self.round.is_partial() { "" } else { &chart.caption.summary };
        sheet.lines(MARGIN, y, words, &words.lines(summary, room, 6)) + 12
    }
}

/// The bars with what they are measured in, or the table where nothing can be drawn.
fn put_chart(sheet: &mut Sheet, chart: &Chart, y: u32) -> u32 {
    let room = WIDTH - 2 * MARGIN;
    let small = Type::new(15).soft();
    if chart.labels.is_empty() {
        return put_table(sheet, chart, (MARGIN, y), room) + 12;
    }
    sheet.text(WIDTH - MARGIN, y, small.ending(), &chart.caption.measure.heading());
    let rows = Rows { x: MARGIN, y: y + 2, width: room, row: ROW };
    rows.put(sheet, chart, chart.labels.len());
    let y = y + 2 + ROW * chart.labels.len() as u32 + 30;
    sheet.lines(MARGIN, y, small, &small.lines(&chart.caption.key, room, 3))
}

/// « Source : Ministère de l’intérieur, 30 juin 2024. »
pub fn source(source: &Source) -> String {
    let published = source.published.as_ref();
    let published = published.map(|it| format!(", {}", it.text)).unwrap_or_default();
    format!("Source\u{a0}: {}{published}.", source.name)
}

/// Where the rows of a card may be.
const CARD_MARGIN: u32 = 64;
const CARD_ROWS_END: u32 = 540;

/// The least height of a row of a card.
const CARD_ROW: u32 = 62;

impl Result<'_> {
    /// The result on a card of this size: the rows that there is room for, and of how many they are.
    pub fn card(self, sheet: &mut Sheet) {
        let chart = self.chart();
        let room = sheet.width - 2 * CARD_MARGIN;
        let title = Type::new(48).bold();
        let (about, state) = (Type::new(27).soft(), Type::new(25).bold());
        let mut y = sheet.lines(CARD_MARGIN, 150, title, &title.lines(self.title, room, 2)) - 16;
        let where_and_when = format!("{} — {}", self.territory, self.round_and_day());
        y = sheet.lines(CARD_MARGIN, y, about, &about.lines(&where_and_when, room, 1)) + 6;
        if let Some(it) = self.state() {
            let lines = state.lines(&it, room - 20, 2);
            y += 10;
            sheet.area((CARD_MARGIN, y - 24, 5, state.leading() * lines.len() as u32), "accent");
            y = sheet.lines(CARD_MARGIN + 20, y, state, &lines);
        }
        let y = y - 14;
        let shown = self.card_chart(sheet, &chart, y);
        let measure = match chart.caption.measure {
            Measure::Share(_) if !chart.labels.is_empty() => {
                format!("{}. ", chart.caption.measure.words())
            }
            _ => String::new(),
        };
        let foot = format!("{shown}{measure}{}", source(&self.round.source));
        let small = Type::new(19).soft();
        sheet.lines(CARD_MARGIN, 588, small, &small.lines(&foot, room - 290, 2));
    }

    /// The rows, or what is known in a sentence; and how many rows are left out.
    fn card_chart(self, sheet: &mut Sheet, chart: &Chart, y: u32) -> String {
        let room = sheet.width - 2 * CARD_MARGIN;
        let high = CARD_ROWS_END.saturating_sub(y);
        let count = chart.labels.len().min((high / CARD_ROW) as usize);
        if count == 0 {
            let words = Type::new(46);
            let lines = words.lines(&chart.caption.summary, room, 5);
            sheet.lines(CARD_MARGIN, y + 80, words, &lines);
            return String::new();
        }
        let row = (high / count as u32).min(150);
        // In the middle of the room that they leave.
        let y = y + (high - row * count as u32) / 3;
        Rows { x: CARD_MARGIN, y, width: room, row }.put(sheet, chart, count);
        let all = self.round.tally.scores.len();
        if count == chart.labels.len() {
            return String::new();
        }
        format!("{}. ", of_how_many(count, all, self.round.stands.singular()))
    }
}
