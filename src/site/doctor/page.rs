//! What a page says of itself and what it needs, found in its HTML as a host sends it.

use std::collections::BTreeSet;

use crate::data::Site;

/// The address that a page calls its own.
pub fn canonical(html: &str) -> Option<&str> {
    let link = html.split("<link ").skip(1).map(|it| it.split('>').next().unwrap_or_default());
    link.filter(|link| link.contains("rel=\"canonical\"")).find_map(|link| attribute(link, "href"))
}

/// The address on its host for which the page was written: `/404.html` for that of unknown addresses.
pub fn address(html: &str) -> Option<&str> {
    let (_, element) = html.split_once("<script type=\"application/json\" id=\"document\"")?;
    attribute(element.split('>').next()?, "data-path")
}

/// The folder of the host for which the site was built; nothing for its root.
pub fn folder(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("<script type=\"application/json\" id=\"site\">")?;
    Some(Site::parse(rest.split("</script>").next()?)?.folder)
}

/// Files of this host that the page loads, such as code, pictures, icons and the feed: their addresses.
pub fn files(html: &str) -> BTreeSet<String> {
    own(html, |name, element| match name {
        "img" | "script" | "source" => attribute(element, "src"),
        "link" if !element.contains("rel=\"canonical\"") => attribute(element, "href"),
        _ => None,
    })
}

/// What the page links to on this host: addresses.
pub fn links(html: &str) -> BTreeSet<String> {
    own(html, |name, element| attribute(element, "href").filter(|_| name == "a"))
}

/// The addresses of this host that elements of some names have, without query and fragment.
fn own<'a>(html: &'a str, of: impl Fn(&str, &'a str) -> Option<&'a str>) -> BTreeSet<String> {
    let elements = html.split('<').map(|it| it.split('>').next().unwrap_or_default());
    let values = elements.filter_map(|it| of(it.split_whitespace().next()?, it));
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
        assert_eq!(address(HTML), Some("/b/"));
        assert_eq!(files(HTML), BTreeSet::from(["/icon.svg", "/media/a.png"].map(str::to_owned)));
        assert_eq!(links(HTML), BTreeSet::from(["/b/", "/media/a.pdf"].map(str::to_owned)));
        assert_eq!((canonical("<p>"), address("<p>"), folder("<p>")), (None, None, None));
    }
}
