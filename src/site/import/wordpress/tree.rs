//! What a text consists of, between its HTML and its Markdown.

use pulldown_cmark::Alignment;

/// A block of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading with its level.
    Heading(u8, Vec<Inline>),
    /// A list with the number of its first item, where it is numbered.
    List(Option<u64>, Vec<Vec<Self>>),
    /// A quotation.
    Quote(Vec<Self>),
    /// Code.
    Code(String),
    /// A table.
    Table(Table),
    /// Pictures next to each other.
    Pictures(Vec<Picture>),
    /// A line across.
    Rule,
    /// Here ends what lists show.
    Cut,
    /// A footnote with its name.
    Footnote(String, Vec<Inline>),
}

/// A table; every row has a cell for every column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// How the columns are set.
    pub columns: Vec<Alignment>,
    /// The first row.
    pub head: Vec<Vec<Inline>>,
    /// The others.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that stand out.
    Styled(Style, Vec<Self>),
    /// Code.
    Code(String),
    /// A link with its address.
    Link(String, Vec<Self>),
    /// A picture.
    Picture(Picture),
    /// The end of a line.
    Break,
    /// Where a footnote is referred to, by its name.
    Reference(String),
}

/// How words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Italic.
    Emphasis,
    /// Bold.
    Strong,
    /// Struck through.
    Strikethrough,
}

/// A picture of `media/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its path.
    pub src: String,
    /// What it shows.
    pub alt: String,
    /// What is written below it.
    pub caption: String,
}

impl Block {
    /// Its words, each line on one of its own.
    pub fn words(&self, words: &mut String) {
        match self {
            Self::Paragraph(line) | Self::Heading(_, line) | Self::Footnote(_, line) => {
                end_of_line(line, words);
            }
            Self::List(_, items) => items.iter().flatten().for_each(|it| it.words(words)),
            Self::Quote(blocks) => blocks.iter().for_each(|it| it.words(words)),
            Self::Code(text) => {
                words.push_str(text);
                words.push('\n');
            }
            Self::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.for_each(|cell| end_of_line(cell, words));
            }
            Self::Pictures(pictures) => pictures.iter().for_each(|it| it.words(words)),
            Self::Rule | Self::Cut => {}
        }
    }
}

fn end_of_line(line: &[Inline], words: &mut String) {
    line.iter().for_each(|it| it.words(words));
    words.push('\n');
}

impl Inline {
    /// Its words.
    pub fn words(&self, words: &mut String) {
        match self {
            Self::Text(text) | Self::Code(text) => words.push_str(text),
            Self::Styled(_, inside) | Self::Link(_, inside) => {
                inside.iter().for_each(|it| it.words(words));
            }
            Self::Picture(picture) => picture.words(words),
            Self::Break => words.push('\n'),
            // It is none.
            Self::Reference(_) => {}
        }
    }

    /// Whether nothing of it is seen.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) | Self::Code(text) => text.trim().is_empty(),
            Self::Styled(_, inside) | Self::Link(_, inside) => inside.iter().all(Self::is_blank),
            Self::Picture(_) | Self::Reference(_) => false,
            Self::Break => true,
        }
    }
}

impl Picture {
    fn words(&self, words: &mut String) {
        words.push_str(&format!("{}\n{}\n", self.alt, self.caption));
    }
}

/// The words of a line, without what surrounds them.
pub fn words_of(line: &[Inline]) -> String {
    let mut words = String::new();
    line.iter().for_each(|it| it.words(&mut words));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
