//! Players and what else is shown of other sites: links to them.

use lazy_regex::regex_captures;
use markup5ever_rcdom::Handle;

use super::super::addresses::{Page, Target};
use super::super::notes::About;
use super::super::tree::{Block, Inline};
use super::node::{self, attribute, name};
use super::reader::Reader;
use crate::message;
use crate::site::messages::Language;

/// What a player shows, as a link to it.
pub fn of_element(player: &Handle, reader: &mut Reader<'_>) -> Vec<Block> {
    // The preview of a file to which a link leads already.
    if node::has_class(player, "wp-block-file__embed") {
        return Vec::new();
    }
    let own = ["src", "data-src", "data", "href"].iter().find_map(|it| attribute(player, it));
    let inside = node::find(player, &["source", "embed", "a", "iframe", "param"]);
    let inside = inside.iter().find_map(|it| {
        let movie = attribute(it, "name").filter(|it| it == "movie");
        attribute(it, "src").or_else(|| movie.and_then(|_| attribute(it, "value")))
    });
    let address = own.filter(|it| !it.starts_with("about:")).or(inside);
    let link = address.and_then(|it| of_address(&it, attribute(player, "title"), reader));
    match link {
        Some(link) => vec![Block::Paragraph(vec![link])],
        None => {
            reader.remove(player);
            let is_text = name(player) == "object";
            if is_text { reader.blocks(player, node::DEEPEST) } else { Vec::new() }
        }
    }
}

/// A link to what an address shows.
pub fn of_address(address: &str, title: Option<String>, reader: &mut Reader<'_>) -> Option<Inline> {
    let (addresses, uploads) = (reader.context.addresses, reader.context.uploads);
    let target = addresses.target(&watched(address), reader.place.link, uploads);
    let words = match &target {
        Target::Page(Page { title, .. }) if !title.is_empty() => title.clone(),
        Target::File(key) | Target::FileMissing(key) => {
            key.rsplit('/').next().unwrap_or_default().to_owned()
        }
        Target::Elsewhere(address) => title.filter(|it| !it.contains("://")).unwrap_or_else(|| {
            let host = address.split('/').nth(2).unwrap_or_default();
            let host = host.strip_prefix("www.").unwrap_or(host);
            message!("wordpress-see-on", host = host).text(Language::French)
        }),
        Target::Lost(address) => address.clone(),
        _ => return None,
    };
    let to = reader.link(&watched(address))?;
    if matches!(target, Target::Elsewhere(_)) {
        reader.note(About::Player, to.clone());
    }
    Some(Inline::Link(to, vec![Inline::Text(reader.visible(&words))]))
}

/// The page on which one sees what a player shows.
fn watched(address: &str) -> String {
    let address = address.trim();
    let whole =
        if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let youtube = regex_captures!(
        r"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]{6,})",
        &whole
    );
    if let Some((_, id)) = youtube.filter(|(_, id)| *id != "videoseries") {
        return format!("https://www.youtube.com/watch?v={id}");
    }
    if let Some((_, id)) = regex_captures!(r"^https?://player\.vimeo\.com/video/(\d+)", &whole) {
        return format!("https://vimeo.com/{id}");
    }
    let daily = regex_captures!(
        r"^https?://(?:www\.)?dailymotion\.com/(?:embed|swf)/(?:video/)?(\w+)",
        &whole
    );
    match daily {
        Some((_, id)) => format!("https://www.dailymotion.com/video/{id}"),
        None => whole,
    }
}
