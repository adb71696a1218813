//! Names of headings, to which links may lead: `#section-la-suite`.

use std::collections::HashSet;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::words::fold;

/// The names that a text has given.
#[derive(Default)]
pub struct Anchors(HashSet<String>);

impl Anchors {
    /// The same events, with a name for each heading. No name is that of something else on a page.
    pub fn named<'a>(&mut self, mut events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        for at in 0..events.len() {
            if matches!(events[at], Event::Start(Tag::Heading { .. })) {
                let name = self.name(&events[at + 1..]);
                if let Event::Start(Tag::Heading { id, .. }) = &mut events[at] {
                    *id = Some(CowStr::from(name));
                }
            }
        }
        events
    }

    /// Whether a link leads to one of them.
    pub fn have(&self, link: &str) -> bool {
        link.strip_prefix('#').is_some_and(|name| self.0.contains(name))
    }

    /// The name of the heading whose events these are.
    fn name(&mut self, events: &[Event<'_>]) -> String {
        let words = events.iter().take_while(|it| !matches!(it, Event::End(TagEnd::Heading(_))));
        let words: String = words
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(&**text),
                _ => None,
            })
            .collect();
        let name = format!("section-{}", fold(&words).replace(' ', "-"));
        let mut names = (1_u32..).map(|number| match number {
            1 => name.clone(),
            number => format!("{name}-{number}"),
        });
        let free = names.find(|name| !self.0.contains(name)).unwrap_or(name);
        self.0.insert(free.clone());
        free
    }
}
