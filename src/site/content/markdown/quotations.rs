//! Quotations that say whose they are: their last line begins with a dash.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The signs with which such a line begins.
const DASHES: [&str; 4] = ["— ", "– ", "― ", "-- "];

/// The same events, with such quotations as figures, whose caption is the author.
pub fn with_authors(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let html = |text: &'static str| Event::Html(CowStr::from(text));
    let mut written = Vec::with_capacity(events.len());
    let mut open = Vec::new();
    for event in events {
        if matches!(event, Event::Start(Tag::BlockQuote(_))) {
            open.push(written.len());
        }
        let is_end = matches!(event, Event::End(TagEnd::BlockQuote(_)));
        let start = if is_end { open.pop() } else { None };
        let author = start.and_then(|start| Some((start, take_author(&mut written, start)?)));
        written.push(event);
        if let Some((start, author)) = author {
            written.insert(start, html("<figure class=\"quotation\">\n"));
            written.push(html("<figcaption>"));
            written.extend(author);
            written.push(html("</figcaption></figure>\n"));
        }
    }
    written
}

/// Takes the line of the author from the quotation that begins there, and with which these events end.
fn take_author<'a>(events: &mut Vec<Event<'a>>, start: usize) -> Option<Vec<Event<'a>>> {
    events.last().filter(|it| matches!(it, Event::End(TagEnd::Paragraph)))?;
    let last = |wanted: fn(&Event<'_>) -> bool| events[start..].iter().rposition(wanted);
    let paragraph = start + last(|it| matches!(it, Event::Start(Tag::Paragraph)))?;
    let line = last(|it| matches!(it, Event::SoftBreak | Event::HardBreak)).map(|at| start + at);
    let line = line.filter(|line| *line > paragraph);
    let Some(Event::Text(text)) = events.get(line.unwrap_or(paragraph) + 1) else { return None };
    let name = DASHES.iter().find_map(|dash| text.strip_prefix(dash))?;
    let name = Event::Text(CowStr::from(format!("— {name}")));
    if line.is_none() && paragraph == start + 1 {
        return None;
    }
    let mut author = events.split_off(line.unwrap_or(paragraph));
    author.pop();
    author.splice(..2, [name]);
    if line.is_some() {
        events.push(Event::End(TagEnd::Paragraph));
    }
    Some(author)
}
