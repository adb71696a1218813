//! HTML of a page as it is read elsewhere: in a feed reader there is neither the style of the site nor its address.

use std::borrow::Cow;
use std::collections::HashSet;

/// What is left of HTML that was made for a page: its text and pictures, with absolute addresses. `base` is scheme
/// and host of the site, `page` the URL of the page.
pub fn html(html: &str, base: &str, page: &str) -> String {
    let (base, page) = (base.to_owned(), page.to_owned());
    let mut builder = ammonia::Builder::default();
    builder
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .add_tags(["picture", "section", "source"])
        .add_tag_attributes("img", ["sizes", "srcset"])
        .add_tag_attributes("source", ["sizes", "srcset", "type"])
        .attribute_filter(move |_, attribute, value| {
            Some(match attribute {
                "href" | "src" => url(value, &base, &page),
                "srcset" => srcset(value, &base, &page).into(),
                _ => value.into(),
            })
        });
    builder.clean(html).to_string()
}

/// An address as it is anywhere.
fn url<'a>(value: &'a str, base: &str, page: &str) -> Cow<'a, str> {
    match value.as_bytes() {
        [b'/', b'/', ..] => value.into(),
        [b'/', ..] => format!("{base}{value}").into(),
        [b'#', ..] => format!("{page}{value}").into(),
        _ => value.into(),
    }
}

/// The same for each picture of `srcset`, which has its width behind it.
fn srcset(value: &str, base: &str, page: &str) -> String {
    let pictures = value.split(',').map(|picture| url(picture.trim(), base, page));
    pictures.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_the_site_from_anywhere() {
        let read = |text: &str| html(text, "https://a.example", "https://a.example/b/");
        for (text, elsewhere) in [
            ("<a href=\"/c/\">c</a>", "<a href=\"https://a.example/c/\">c</a>"),
            ("<a href=\"#note-1\">1</a>", "<a href=\"https://a.example/b/#note-1\">1</a>"),
            ("<a href=\"https://d.example/\">d</a>", "<a href=\"https://d.example/\">d</a>"),
            ("<a href=\"mailto:a@b.fr\">d</a>", "<a href=\"mailto:a@b.fr\">d</a>"),
            (
                "<picture><source srcset=\"/m/1.webp 1w, /m/2.webp 2w\" sizes=\"1px\"><img \
                 src=\"/m/1.png\" alt=\"é\"></picture>",
                "<picture><source srcset=\"https://a.example/m/1.webp 1w, \
                 https://a.example/m/2.webp 2w\" sizes=\"1px\"><img \
                 src=\"https://a.example/m/1.png\" alt=\"é\"></picture>",
            ),
            ("<p class=\"lead\" id=\"a\">b<script>c</script></p>", "<p>b</p>"),
        ] {
            assert_eq!(read(text), elsewhere);
        }
    }
}
