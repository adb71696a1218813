//! Lines as they become paragraphs: no space around them, no emphasis that begins or ends with one, pictures set apart.

use super::super::tree::{Block, Inline, Picture, Style};

/// The blocks that a line of HTML is: paragraphs between which there were two breaks or pictures.
pub fn paragraphs(line: Vec<Inline>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut words, mut pictures) = (Vec::new(), Vec::new());
    for inline in with_pictures_apart(line) {
        match inline {
            Inline::Picture(picture) => {
                end(&mut words, &mut blocks);
                pictures.push(picture);
            }
            blank if blank.is_blank() && words.is_empty() => {}
            Inline::Break if matches!(words.last(), Some(Inline::Break)) => {
                end(&mut words, &mut blocks);
            }
            other => {
                if !pictures.is_empty() {
                    blocks.push(Block::Pictures(std::mem::take(&mut pictures)));
                }
                // Between two breaks there may be a space.
                let is_space = matches!(&other, Inline::Text(text) if text.trim().is_empty());
                if !(is_space && matches!(words.last(), Some(Inline::Break))) {
                    words.push(other);
                }
            }
        }
    }
    end(&mut words, &mut blocks);
    if !pictures.is_empty() {
        blocks.push(Block::Pictures(pictures));
    }
    blocks
}

fn end(words: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let line = tidied(std::mem::take(words));
    if !line.is_empty() {
        blocks.push(Block::Paragraph(line));
    }
}

/// The same line with pictures beside what they were in; a link around one follows it.
pub fn with_pictures_apart(line: Vec<Inline>) -> Vec<Inline> {
    let mut apart = Vec::new();
    for inline in line {
        match inline {
            Inline::Styled(style, inside) => {
                split(inside, &|it| Inline::Styled(style, it), &mut apart)
            }
            Inline::Link(to, inside) => {
                let alt = inside.iter().find_map(picture_in).map(|it| it.alt.clone());
                let is_only_a_picture =
                    inside.iter().all(|it| it.is_blank() || picture_in(it).is_some());
                split(inside, &|it| Inline::Link(to.clone(), it), &mut apart);
                if let Some(alt) = alt.filter(|_| is_only_a_picture) {
                    apart.push(Inline::Link(to, vec![Inline::Text(alt)]));
                }
            }
            other => apart.push(other),
        }
    }
    apart
}

fn picture_in(inline: &Inline) -> Option<&Picture> {
    match inline {
        Inline::Picture(picture) => Some(picture),
        Inline::Styled(_, inside) | Inline::Link(_, inside) => inside.iter().find_map(picture_in),
        _ => None,
    }
}

fn split(inside: Vec<Inline>, wrap: &dyn Fn(Vec<Inline>) -> Inline, apart: &mut Vec<Inline>) {
    let mut words = Vec::new();
    for inline in with_pictures_apart(inside) {
        if matches!(inline, Inline::Picture(_)) {
            if !words.is_empty() {
                apart.push(wrap(std::mem::take(&mut words)));
            }
            apart.push(inline);
        } else {
            words.push(inline);
        }
    }
    if !words.is_empty() {
        apart.push(wrap(words));
    }
}

/// A line in the form in which Markdown can have it.
pub fn tidied(line: Vec<Inline>) -> Vec<Inline> {
    let mut tidy = trimmed(merged(line, &[]));
    // An emphasis that was all space may leave two spaces side by side.
    tidy = merged(tidy, &[]);
    trimmed(tidy)
}

/// Joins what belongs together, and puts spaces outside of what stands out.
fn merged(line: Vec<Inline>, around: &[Style]) -> Vec<Inline> {
    let mut merged: Vec<Inline> = Vec::new();
    for inline in line {
        match inline {
            Inline::Text(text) => push_text(&text, &mut merged),
            Inline::Styled(style, inside) if around.contains(&style) => {
                self::merged(inside, around).into_iter().for_each(|it| push(it, &mut merged));
            }
            Inline::Styled(style, inside) => {
                let inside = self::merged(inside, &[around, &[style]].concat());
                wrapped(inside, &mut merged, |it| Inline::Styled(style, it));
            }
            Inline::Link(to, inside) => {
                let inside = without_links(self::merged(inside, around));
                wrapped(inside, &mut merged, |it| Inline::Link(to, it));
            }
            Inline::Code(text) if text.trim().is_empty() => push_text(" ", &mut merged),
            other => push(other, &mut merged),
        }
    }
    merged
}

fn without_links(line: Vec<Inline>) -> Vec<Inline> {
    let open = |inline| match inline {
        Inline::Link(_, inside) => inside,
        Inline::Styled(style, inside) => vec![Inline::Styled(style, without_links(inside))],
        other => vec![other],
    };
    line.into_iter().flat_map(open).collect()
}

/// Adds what stands out, with the spaces and breaks at its ends outside of it.
fn wrapped(
    inside: Vec<Inline>,
    merged: &mut Vec<Inline>,
    wrap: impl FnOnce(Vec<Inline>) -> Inline,
) {
    let mut inside = inside;
    let mut before = Vec::new();
    while let Some(first) = inside.first_mut() {
        match first {
            Inline::Break => before.push(inside.remove(0)),
            Inline::Text(text) if text.starts_with(char::is_whitespace) => {
                *text = text.trim_start().to_owned();
                before.push(Inline::Text(" ".to_owned()));
                if text.is_empty() {
                    inside.remove(0);
                }
            }
            _ => break,
        }
    }
    let mut behind = Vec::new();
    while let Some(last) = inside.last_mut() {
        match last {
            Inline::Break => behind.extend(inside.pop()),
            Inline::Text(text) if text.ends_with(char::is_whitespace) => {
                *text = text.trim_end().to_owned();
                behind.push(Inline::Text(" ".to_owned()));
                if text.is_empty() {
                    inside.pop();
                }
            }
            _ => break,
        }
    }
    before.into_iter().for_each(|it| push(it, merged));
    if !inside.is_empty() {
        push(wrap(inside), merged);
    }
    behind.into_iter().rev().for_each(|it| push(it, merged));
}

fn push(inline: Inline, merged: &mut Vec<Inline>) {
    match (inline, merged.last_mut()) {
        (Inline::Text(text), _) => push_text(&text, merged),
        (Inline::Styled(style, mut inside), Some(Inline::Styled(last, before)))
            if *last == style =>
        {
            before.append(&mut inside);
            *before = self::merged(std::mem::take(before), &[style]);
        }
        (inline, _) => merged.push(inline),
    }
}

/// Adds words; spaces that follow each other are one.
fn push_text(text: &str, merged: &mut Vec<Inline>) {
    if !matches!(merged.last(), Some(Inline::Text(_))) {
        merged.push(Inline::Text(String::new()));
    }
    let Some(Inline::Text(last)) = merged.last_mut() else { return };
    for letter in text.chars() {
        let is_space = letter.is_ascii_whitespace();
        if !(is_space && last.ends_with(' ')) {
            last.push(if is_space { ' ' } else { letter });
        }
    }
    if last.is_empty() {
        merged.pop();
    }
}

/// Without spaces and breaks at its ends, and without spaces around breaks.
fn trimmed(line: Vec<Inline>) -> Vec<Inline> {
    let mut trimmed: Vec<Inline> = Vec::with_capacity(line.len());
    for inline in line {
        match inline {
            Inline::Break => {
                trim_end(&mut trimmed);
                if !trimmed.is_empty() {
                    trimmed.push(Inline::Break);
                }
            }
            Inline::Text(text) if matches!(trimmed.last(), None | Some(Inline::Break)) => {
                let text = text.trim_start();
                trimmed.extend((!text.is_empty()).then(|| Inline::Text(text.to_owned())));
            }
            other => trimmed.push(other),
        }
    }
    trim_end(&mut trimmed);
    trimmed
}

fn trim_end(line: &mut Vec<Inline>) {
    loop {
        match line.last_mut() {
            Some(Inline::Break) => {
                line.pop();
            }
            Some(Inline::Text(text)) if text.ends_with(char::is_whitespace) => {
                let end = text.trim_end().len();
                text.truncate(end);
            }
            Some(Inline::Text(text)) if text.is_empty() => {
                line.pop();
            }
            _ => return,
        }
    }
}
