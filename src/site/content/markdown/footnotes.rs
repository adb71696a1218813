//! Footnotes: numbers in the text, and the notes at its end.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The footnotes of a text.
#[derive(Default)]
pub struct Footnotes<'a> {
    /// The notes by their names, in the order in which they are written.
    notes: Vec<(CowStr<'a>, Vec<Event<'a>>)>,
    /// Their numbers, in the order in which the text refers to them.
    numbers: HashMap<CowStr<'a>, usize>,
}

impl<'a> Footnotes<'a> {
    /// Takes the notes out of a stretch of a text.
    pub fn take(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let mut text = Vec::with_capacity(events.len());
        let mut open = Vec::new();
        for event in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open.push(self.notes.len());
                    self.notes.push((name, Vec::new()));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    open.pop();
                }
                event => match open.last().and_then(|at| self.notes.get_mut(*at)) {
                    Some((_, note)) => note.push(event),
                    None => text.push(event),
                },
            }
        }
        text
    }

    /// The same events, with numbers that lead to the notes.
    pub fn numbered(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        events.into_iter().map(|event| self.number(event)).collect()
    }

    fn number(&mut self, event: Event<'a>) -> Event<'a> {
        let Event::FootnoteReference(name) = event else { return event };
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(name).or_insert(next);
        let id = if number == next { format!(" id=\"appel-{number}\"") } else { String::new() };
        let link = format!("<sup><a href=\"#note-{number}\"{id}>{number}</a></sup>");
        Event::InlineHtml(CowStr::from(link))
    }

    /// The notes as a list: those to which the text refers, by their numbers, then the others.
    pub fn list(mut self) -> Vec<Event<'a>> {
        let mut notes = std::mem::take(&mut self.notes);
        notes.sort_by_key(|(name, _)| self.numbers.get(name).copied().unwrap_or(usize::MAX));
        let mut list = Vec::new();
        if notes.is_empty() {
            return list;
        }
        let html = |text: String| Event::Html(CowStr::from(text));
        list.push(html("<section class=\"notes\" aria-label=\"Notes\"><ol>\n".to_owned()));
        for (name, events) in notes {
            let number = self.numbers.get(&name).copied();
            let id = number.map(|number| format!(" id=\"note-{number}\"")).unwrap_or_default();
            list.push(html(format!("<li{id}>")));
            let mut events = self.numbered(events);
            let back = number.map(|number| {
                let link =
                    format!(" <a href=\"#appel-{number}\" aria-label=\"Retour au texte\">↩</a>");
                Event::InlineHtml(CowStr::from(link))
            });
            let end = events.iter().rposition(|it| matches!(it, Event::End(TagEnd::Paragraph)));
            events.splice(end.unwrap_or(events.len())..end.unwrap_or(events.len()), back);
            list.extend(events);
            list.push(html("</li>\n".to_owned()));
        }
        list.push(html("</ol></section>\n".to_owned()));
        list
    }
}
