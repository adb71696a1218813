//! Tables of texts: they scroll by themselves where the screen is too narrow, and their heads say of what.

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd};

/// The same events, with tables as HTML.
pub fn with_tables(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut table = Table::default();
    for at in 0..events.len() {
        if let Some(html) = table.html(&events[at..]) {
            events[at] = Event::Html(CowStr::from(html));
        }
    }
    events
}

/// What is said of the table whose events these are: the words of its head.
fn label(events: &[Event<'_>]) -> String {
    let head = events.iter().take_while(|it| !matches!(it, Event::End(TagEnd::TableHead)));
    let words = head.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(&**text),
        Event::Start(Tag::TableCell) => Some("\n"),
        _ => None,
    });
    let words: String = words.collect();
    let cells: Vec<&str> = words.split('\n').filter(|cell| !cell.trim().is_empty()).collect();
    if cells.is_empty() { "Tableau".into() } else { format!("Tableau\u{a0}: {}", cells.join(", ")) }
}

/// Where in a table we are.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
    /// The element of the cell.
    cell: &'static str,
}

impl Table {
    /// The first of these events as HTML, where it is one of a table.
    fn html(&mut self, events: &[Event<'_>]) -> Option<String> {
        let html = match events.first()? {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments.clone_from(alignments);
                let label = label(events);
                let label = html_escape::encode_quoted_attribute(&label);
                return Some(format!(
                    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table>"
                ));
            }
            Event::End(TagEnd::Table) => "</tbody></table></div>\n",
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                "<thead><tr>"
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                "</tr></thead><tbody>\n"
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                "<tr>"
            }
            Event::End(TagEnd::TableRow) => "</tr>\n",
            Event::Start(Tag::TableCell) => {
                let is_empty = matches!(events.get(1), Some(Event::End(TagEnd::TableCell)));
                return Some(self.cell(is_empty));
            }
            Event::End(TagEnd::TableCell) => return Some(format!("</{}>", self.cell)),
            _ => return None,
        };
        Some(html.to_owned())
    }

    /// The beginning of a cell. Those of the first column are the heads of their rows; an empty cell is the
    /// head of nothing.
    fn cell(&mut self, is_empty: bool) -> String {
        let scope = match (self.in_head, self.column) {
            _ if is_empty => None,
            (true, _) => Some("col"),
            (false, 0) => Some("row"),
            (false, _) => None,
        };
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        self.cell = if scope.is_some() { "th" } else { "td" };
        let scope = scope.map(|scope| format!(" scope=\"{scope}\"")).unwrap_or_default();
        format!("<{}{scope}{class}>", self.cell)
    }
}
