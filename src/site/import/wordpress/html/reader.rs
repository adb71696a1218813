//! The reading of one text: what is known around it, and what is to be said of it.

use std::collections::{BTreeSet, HashMap};

use markup5ever_rcdom::Handle;

use super::super::addresses::{Page, Target};
use super::super::notes::{About, Note};
use super::super::tree::Block;
use super::context::{Context, Footnote, Place, Read};
use super::node;
use crate::message;
use crate::site::parse::invisible;
use crate::words::fold;

/// How elements become blocks: `flow` is handed to those of whose elements it is asked, so that no two need each other.
pub type Flow = fn(&Handle, &mut Reader<'_>, usize) -> Vec<Block>;

/// The reading of one text.
pub struct Reader<'a> {
    /// What it is read with.
    pub context: &'a Context<'a>,
    /// Which text it is.
    pub place: Place<'a>,
    /// Whether it was written with blocks.
    has_blocks: bool,
    /// How many blocks are open.
    pub open_blocks: usize,
    /// How many lists, quotations and tables are open.
    pub inside: usize,
    /// Whether lists have been told already where to end.
    pub has_cut: bool,
    /// Words of headings, by the names to which links lead.
    pub anchors: HashMap<String, String>,
    /// The footnotes of the text.
    pub footnotes: Vec<Footnote>,
    /// Those to which it refers, by their places.
    pub referred: BTreeSet<usize>,
    notes: Vec<Note>,
    files: BTreeSet<String>,
    invisible: usize,
    flow: Flow,
}

impl<'a> Reader<'a> {
    /// Begins.
    pub fn new(context: &'a Context<'a>, place: Place<'a>, has_blocks: bool, flow: Flow) -> Self {
        Self {
            context,
            place,
            has_blocks,
            open_blocks: 0,
            inside: 0,
            has_cut: false,
            anchors: HashMap::new(),
            footnotes: Vec::new(),
            referred: BTreeSet::new(),
            notes: Vec::new(),
            files: BTreeSet::new(),
            invisible: 0,
            flow,
        }
    }

    /// Ends: what was said, and which files are used.
    pub fn finish(mut self) -> Read {
        if self.invisible > 0 {
            let what = message!("wordpress-letters", count = self.invisible).to_string();
            self.note(About::Invisible, what);
        }
        Read { blocks: Vec::new(), notes: self.notes, files: self.files }
    }

    /// Whether ends of lines mean something here: they do where no block has been opened.
    pub const fn is_classic(&self) -> bool {
        !self.has_blocks || self.open_blocks == 0
    }

    /// Says something of the text.
    pub fn note(&mut self, about: About, what: impl Into<String>) {
        let note = Note::new(about, shortened(&what.into()));
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The blocks in an element.
    pub fn blocks(&mut self, node: &Handle, depth: usize) -> Vec<Block> {
        (self.flow)(node, self, depth)
    }

    /// The same, in something in which lists do not end.
    pub fn blocks_inside(&mut self, node: &Handle, depth: usize) -> Vec<Block> {
        self.inside += 1;
        let blocks = self.blocks(node, depth);
        self.inside -= 1;
        blocks
    }

    /// A text without what is not seen.
    pub fn visible(&mut self, text: &str) -> String {
        let (text, count) = visible(text);
        self.invisible += count;
        text
    }

    /// Uses a file: its path here.
    pub fn file(&mut self, key: &str) -> String {
        self.files.insert(key.to_owned());
        format!("media/{key}")
    }

    /// Where a link leads here; nothing where it cannot be one.
    pub fn link(&mut self, written: &str) -> Option<String> {
        let Context { addresses, uploads, .. } = self.context;
        match addresses.target(written, self.place.link, uploads) {
            Target::Page(Page { path, is_out, .. }) if is_out || !self.place.is_out => Some(path),
            Target::Page(Page { title, .. }) => {
                let what = message!("wordpress-to-draft", title = title, address = written);
                self.note(About::LinkRemoved, what.to_string());
                None
            }
            Target::File(key) => Some(self.file(&key)),
            Target::FileMissing(address) => {
                let refusal = uploads.refusal(&address).map(|it| format!("{address} ({it})"));
                match refusal {
                    Some(refusal) => self.note(About::FileRefused, refusal),
                    None => self.note(About::FileMissing, address.clone()),
                }
                Some(address)
            }
            Target::Elsewhere(address) => Some(address),
            Target::Lost(address) => {
                self.note(About::LinkLost, address.clone());
                Some(address)
            }
            Target::Anchor(anchor) => {
                let words = self.anchors.get(&anchor);
                let name = words.map(|it| format!("#section-{}", fold(it).replace(' ', "-")));
                if name.is_none() && !anchor.is_empty() {
                    self.note(About::LinkRemoved, written);
                }
                name
            }
            Target::Nowhere => {
                self.note(About::LinkRemoved, written);
                None
            }
        }
    }

    /// Takes an element out of the text.
    pub fn remove(&mut self, element: &Handle) {
        let name = node::name(element);
        let from = node::attribute(element, "src").or_else(|| node::attribute(element, "action"));
        let words = node::words(element).split_whitespace().collect::<Vec<_>>().join(" ");
        let what = from.filter(|it| !it.starts_with("data:")).unwrap_or(words);
        let (what, _) = visible(&format!("<{name}> {what}"));
        self.note(About::Removed, what.trim());
    }
}

/// A text without what is not seen, and how many letters that were.
pub fn visible(text: &str) -> (String, usize) {
    let hidden = |letter: char| !matches!(letter, '\n' | '\t' | '\r');
    let (mut text, mut count) =
        (text.replace(['\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\u{85}'], "\n"), 0);
    // What made one emoji of two is not seen where these are gone.
    loop {
        let found: Vec<_> =
            invisible::all(&text).filter(|it| hidden(it.1)).map(|it| it.0).collect();
        if found.is_empty() {
            return (text, count);
        }
        count += found.len();
        for span in found.into_iter().rev() {
            text.replace_range(span, "");
        }
    }
}

/// How much of what a note is about is shown, in letters.
const ENOUGH: usize = 300;

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
