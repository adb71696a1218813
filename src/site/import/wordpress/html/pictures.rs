//! Pictures: which file of the uploads each is, what it shows and what is written below it.

use lazy_regex::{regex_captures, regex_is_match};
use markup5ever_rcdom::Handle;

use super::super::addresses::Target;
use super::super::notes::About;
use super::super::tree::{Block, Inline, Picture, words_of};
use super::super::uploads::{Attachment, is_picture};
use super::lines::tidied;
use super::node::{self, attribute, has_class};
use super::reader::Reader;

/// What stands for a description that an editor has to write: `urne check` points at it.
const TO_BE_WRITTEN: &str = "Ce que l’on voit sur la photo";

/// An image of a line: a picture, words where it is an emoji, a link where it is not here.
pub fn of_image(node: &Handle, reader: &mut Reader<'_>) -> Option<Inline> {
    let alt = attribute(node, "alt").map(|it| reader.visible(&it)).unwrap_or_default();
    let src = source(node)?;
    let is_emoji = ["emoji", "wp-smiley"].iter().any(|it| has_class(node, it));
    if is_emoji || src.contains("s.w.org/images/core/emoji") {
        return Some(Inline::Text(alt));
    }
    let size = ["width", "height"].map(|it| attribute(node, it).and_then(|it| it.parse().ok()));
    if size == [Some(1_u32), Some(1)] {
        reader.remove(node);
        return None;
    }
    let class = attribute(node, "class").unwrap_or_default();
    let id = regex_captures!(r"\bwp-image-(\d+)", &class).and_then(|(_, id)| id.parse().ok());
    let known = id.and_then(|id| reader.context.uploads.by_id(id));
    let known = known.or_else(|| reader.context.uploads.by_address(&src)).cloned();
    Some(picture(&src, known.as_ref(), &alt, "", reader))
}

/// Where the picture of an image is: scripts load many of them late.
fn source(node: &Handle) -> Option<String> {
    let names = ["data-orig-file", "data-lazy-src", "data-src", "data-large-file", "src"];
    let sources = names.iter().filter_map(|it| attribute(node, it));
    let mut sources = sources.filter(|it| !it.starts_with("data:"));
    sources.next().or_else(|| attribute(node, "src"))
}

/// A picture at an address; a link to it where it is not here.
fn picture(
    src: &str,
    known: Option<&Attachment>,
    alt: &str,
    caption: &str,
    reader: &mut Reader<'_>,
) -> Inline {
    let (addresses, uploads) = (reader.context.addresses, reader.context.uploads);
    let target = addresses.target(src, reader.place.link, uploads);
    let by_number = known.and_then(|it| uploads.find(&it.address)).map(str::to_owned);
    let key = match &target {
        Target::File(key) => Some(key.clone()),
        Target::FileMissing(_) => by_number,
        _ => None,
    };
    let caption = caption.split_whitespace().collect::<Vec<_>>().join(" ");
    let described = [alt, known.map_or("", |it| &it.alt)];
    let described = described.into_iter().find(|it| !it.trim().is_empty() && !is_a_name(it));
    let title = known.map_or("", |it| &it.title);
    let title = [title].into_iter().find(|it| !it.trim().is_empty() && !is_a_name(it));
    let words = described.or((!caption.is_empty()).then_some(&caption)).or(title);
    let words = words.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    let Some(key) = key.filter(|it| is_picture(it)) else {
        return missing(src, &target, words, reader);
    };
    if described.is_none() {
        reader.note(About::NoAlternative, format!("media/{key}"));
    }
    let alt = words.unwrap_or_else(|| TO_BE_WRITTEN.to_owned());
    let alt = reader.visible(&alt);
    Inline::Picture(Picture { src: reader.file(&key), alt, caption: reader.visible(&caption) })
}

fn missing(src: &str, target: &Target, words: Option<String>, reader: &mut Reader<'_>) -> Inline {
    let name = src.split(['?', '#']).next().unwrap_or(src).rsplit('/').next().unwrap_or(src);
    let words = words.unwrap_or_else(|| name.chars().take(80).collect());
    let words = vec![Inline::Text(reader.visible(&words))];
    let (Target::FileMissing(address) | Target::Elsewhere(address) | Target::Lost(address)) =
        target
    else {
        let what = if src.starts_with("data:") { "data:" } else { src };
        reader.note(About::Removed, format!("<img> {what}"));
        return words.into_iter().next().unwrap_or(Inline::Break);
    };
    match reader.context.uploads.refusal(address) {
        Some(why) => reader.note(About::FileRefused, format!("{address} ({why})")),
        None => reader.note(About::PictureMissing, address.clone()),
    }
    Inline::Link(address.clone(), words)
}

/// Whether a text is the name of a file, or what a camera calls its pictures.
fn is_a_name(text: &str) -> bool {
    let text = text.trim();
    is_picture(text)
        || text.eq_ignore_ascii_case("olympus digital camera")
        || regex_is_match!(
            r"(?i)^(?:img|dsc[nf]?|image|photo|p|capture|screenshot|sans[ _-]titre)?[ _-]?[\d _x()-]*$",
            text
        )
        || !text.contains(' ')
            && text.contains(['_', '-'])
            && text.contains(|it: char| it.is_ascii_digit())
}

/// Whether an address is that of a picture, or of the page that WordPress made of one.
pub fn is_of_one(written: &str, reader: &Reader<'_>) -> bool {
    let (addresses, uploads) = (reader.context.addresses, reader.context.uploads);
    match addresses.target(written, reader.place.link, uploads) {
        Target::File(key) => is_picture(&key),
        Target::FileMissing(address) => is_picture(address.split('?').next().unwrap_or_default()),
        Target::Lost(address) => address.contains("attachment_id="),
        _ => false,
    }
}

/// A figure that is one picture with a caption: nothing for any other.
pub fn of_figure(figure: &Handle, reader: &mut Reader<'_>) -> Option<Vec<Block>> {
    let images = node::find(figure, &["img"]);
    let others =
        ["table", "iframe", "video", "audio", "pre", "blockquote", "object", "embed", "figure"];
    let [image] = &images[..] else { return None };
    if !node::find(figure, &others).is_empty() {
        return None;
    }
    let captions = node::find(figure, &["figcaption"]);
    let caption = captions.iter().map(node::words).collect::<Vec<_>>().join(" ");
    // A description that is not there is the caption.
    let alt = attribute(image, "alt").unwrap_or_default();
    let class = attribute(image, "class").unwrap_or_default();
    let id = regex_captures!(r"\bwp-image-(\d+)", &class).and_then(|(_, id)| id.parse().ok());
    let src = source(image)?;
    let known = id.and_then(|id| reader.context.uploads.by_id(id));
    let known = known.or_else(|| reader.context.uploads.by_address(&src)).cloned();
    for link in captions.iter().flat_map(|it| node::find(it, &["a"])) {
        reader.note(About::LinkRemoved, attribute(&link, "href").unwrap_or_default());
    }
    let shown = picture(&src, known.as_ref(), &alt, &caption, reader);
    let link =
        node::find(figure, &["a"]).into_iter().find(|it| !node::find(it, &["img"]).is_empty());
    let link = link.and_then(|it| attribute(&it, "href"));
    let to = link.filter(|it| !is_of_one(it, reader)).and_then(|it| reader.link(&it));
    Some(with_its_link(shown, &caption, to, reader))
}

/// A picture, then where a link around it led; the caption below a picture that is not here.
fn with_its_link(
    shown: Inline,
    caption: &str,
    to: Option<String>,
    reader: &mut Reader<'_>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let words = match shown {
        Inline::Picture(picture) => {
            let words = picture.alt.clone();
            blocks.push(Block::Pictures(vec![picture]));
            words
        }
        other => {
            let words = words_of(std::slice::from_ref(&other));
            blocks.push(Block::Paragraph(vec![other]));
            let caption = tidied(vec![Inline::Text(reader.visible(caption))]);
            if !caption.is_empty() && words_of(&caption) != words {
                blocks.push(Block::Paragraph(caption));
            }
            words
        }
    };
    blocks.extend(to.map(|to| Block::Paragraph(vec![Inline::Link(to, vec![Inline::Text(words)])])));
    blocks
}

/// The pictures of a gallery: those with these numbers, else those that were added to the text.
pub fn of_gallery(ids: &str, reader: &mut Reader<'_>) -> Vec<Block> {
    let uploads = reader.context.uploads;
    let numbers: Vec<u64> = ids.split(',').filter_map(|it| it.trim().parse().ok()).collect();
    let found: Vec<Attachment> = match numbers.as_slice() {
        [] => {
            let own = uploads.attachments().iter();
            own.filter(|it| it.parent == reader.place.id && it.is_picture()).cloned().collect()
        }
        numbers => numbers.iter().filter_map(|it| uploads.by_id(*it)).cloned().collect(),
    };
    if found.len() < numbers.len() || found.is_empty() {
        reader.note(About::Shortcode, format!("[gallery ids=\"{ids}\"]"));
    }
    let mut blocks = Vec::new();
    for attachment in found {
        let caption = node::words(&node::parse(&attachment.caption));
        let shown = picture(&attachment.address, Some(&attachment), "", &caption, reader);
        blocks.extend(with_its_link(shown, &caption, None, reader));
    }
    in_rows(blocks)
}

/// The picture behind something.
pub fn behind(src: &str, reader: &mut Reader<'_>) -> Vec<Block> {
    let known = reader.context.uploads.by_address(src).cloned();
    let shown = picture(src, known.as_ref(), "", "", reader);
    with_its_link(shown, "", None, reader)
}

/// The same blocks with pictures that follow each other in one row.
pub fn in_rows(blocks: Vec<Block>) -> Vec<Block> {
    let mut rows: Vec<Block> = Vec::new();
    for block in blocks {
        match (block, rows.last_mut()) {
            (Block::Pictures(mut more), Some(Block::Pictures(row))) => row.append(&mut more),
            (block, _) => rows.push(block),
        }
    }
    rows
}
