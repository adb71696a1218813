//! What a page says of itself and what it needs, found in its HTML as a host sends it.
//! It must not know what is asked for.

use std::collections::BTreeSet;

/// The address that a page calls its own.
pub fn canonical(html: &str) -> Option<&str> {
    let link = html.split("<link ").skip(1).map(|it| it.split('>').next().unwrap_or_default());
    link.filter(|link| link.contains("rel=\"canonical\"")).find_map(|link| attribute(link, "href"))
}

/// The path for which the page was written: `/404.html` for the page of unknown addresses.
pub fn path(html: &str) -> Option<&str> {
    let (_, element) = html.split_once("<script type=\"application/json\" id=\"document\"")?;
    attribute(element.split('>').next()?, "data-path")
}

/// Files of this site that the page loads: code, pictures, icons, the feed.
pub fn assets(html: &str) -> BTreeSet<String> {
    let elements = html.split('<').map(|it| it.split('>').next().unwrap_or_default());
    let values = elements.filter_map(|element| match element.split_whitespace().next() {
        Some("img" | "script" | "source") => attribute(element, "src"),
        Some("link") if !element.contains("rel=\"canonical\"") => attribute(element, "href"),
        Some("a") => attribute(element, "href").filter(|it| it.starts_with("/media/")),
        _ => None,
    });
    let own = values.filter(|value| value.starts_with('/') && !value.starts_with("//"));
    own.map(|value| value.split(['#', '?']).next().unwrap_or_default().to_owned()).collect()
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = element.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"canonical\" \
        href=\"https://a.example/b/\"><img alt=\"x\" src=\"/media/a.png\"><img src=\"//else/a.png\">\
        <a href=\"/media/a.pdf#page=2\">a</a><a href=\"/b/\">b</a>\
        <script type=\"application/json\" id=\"document\" data-path=\"/b/\">{}</script>";

    #[test]
    fn a_page_tells_what_it_is_and_needs() {
        assert_eq!(canonical(HTML), Some("https://a.example/b/"));
        assert_eq!(path(HTML), Some("/b/"));
        let expected = ["/icon.svg", "/media/a.pdf", "/media/a.png"].map(str::to_owned);
        assert_eq!(assets(HTML), BTreeSet::from(expected));
        assert_eq!((canonical("<p>"), path("<p>")), (None, None));
    }
}
