//! The card of an event: its day in large figures, its title, its place, and whether it is called off.

use super::frame::{MARGIN, WIDTH};
use crate::data::{Event, EventState};
use crate::site::calendar;
use crate::site::drawings::{Sheet, Type};

/// Where texts begin beside the day.
const RIGHT: u32 = 410;

/// Puts the event on a card, and returns the words for those who do not see it.
pub fn put(sheet: &mut Sheet, event: &Event) -> String {
    let card = &event.card;
    let (title, words) = (Type::new(58).bold(), Type::new(31));
    let room = WIDTH - MARGIN - RIGHT;
    put_day(sheet, &card.start.iso);
    let lines = title.lines(&card.title, room, 3);
    let mut y = 190;
    if let Some(label) = card.state.label() {
        let badge = Type::new(32).bold().coloured("paper");
        sheet.area((RIGHT, y - 44, badge.width(label) + 36, 52), "accent");
        sheet.text(RIGHT + 18, y - 8, badge, label);
        y += 76;
    }
    y = sheet.lines(RIGHT, y, title, &lines) + 4;
    let mut said = vec![card.start.text.clone()];
    if card.state == EventState::Planned && !card.later.is_empty() {
        said[0] = format!("Prochaine date\u{a0}: {}", card.start.text);
    }
    said.extend(card.place.clone());
    let when = words.lines(&said[0], room, 2);
    if card.state != EventState::Planned {
        for (row, line) in (0..).zip(&when) {
            sheet.area((RIGHT, y + row * words.leading() - 11, words.width(line), 2), "lead");
        }
    }
    y = sheet.lines(RIGHT, y, words, &when);
    if let Some(place) = &card.place {
        let soft = words.soft();
        sheet.lines(RIGHT, y + 4, soft, &soft.lines(place, room, 2));
    }
    let state = card.state.label().map(|label| format!("{label}\u{a0}: ")).unwrap_or_default();
    format!("{state}{}, {}.", card.title, said.join(", "))
}

/// The day of the month as large as it can be, with the month and the year below it.
fn put_day(sheet: &mut Sheet, iso: &str) {
    let Ok(date) = iso.get(..10).unwrap_or_default().parse() else { return };
    let (weekday, day, month) = calendar::leaf(date);
    let centre = MARGIN + 140;
    sheet.area((MARGIN, 140, 280, 360), "track");
    sheet.text(centre, 195, Type::new(32).soft().centred(), weekday);
    sheet.text(centre, 370, Type::new(190).bold().centred(), &day);
    sheet.text(centre, 440, Type::new(36).bold().centred(), month);
    sheet.text(centre, 480, Type::new(30).soft().centred(), iso.get(..4).unwrap_or_default());
}
