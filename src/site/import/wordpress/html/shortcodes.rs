//! Shortcodes: `[caption]…[/caption]` and the like, which WordPress fills when it shows a page. Those with a meaning
//! here become HTML; the others are taken out of the text, which keeps what they enclose.

use lazy_regex::{Captures, regex, regex_captures, regex_captures_iter};

use super::super::notes::{About, Note};

/// Shortcodes of which what follows their name is a value.
const PLAYERS: [&str; 10] = [
    "audio",
    "caption",
    "dailymotion",
    "embed",
    "gallery",
    "playlist",
    "soundcloud",
    "video",
    "vimeo",
    "youtube",
];

/// Shortcodes without a value or an underscore, which else are words in brackets.
const KNOWN: [&str; 17] = [
    "archives",
    "calendar",
    "contact",
    "events",
    "form",
    "googlemap",
    "map",
    "newsletter",
    "poll",
    "products",
    "rss",
    "search",
    "sitemap",
    "slider",
    "table",
    "tabs",
    "toc",
];

/// The HTML without shortcodes, and notes on those that could not be kept.
pub fn without(html: &str, notes: &mut Vec<Note>) -> String {
    let html = captions(html);
    let closed: Vec<String> = regex_captures_iter!(r"\[/([A-Za-z][\w-]*)\]", &html)
        .map(|found| found[1].to_lowercase())
        .collect();
    // In code, in comments and in elements themselves brackets are what they are.
    let pieces = regex!(
        r#"(?is)<pre\b.*?</pre>|<code\b.*?</code>|<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->|</?[a-z][^>]*>|\[vc_raw_html[^\]]*\].*?\[/vc_raw_html\]|\[vc_raw_js[^\]]*\].*?\[/vc_raw_js\]|\[\[[^\[\]]*\]\]|\[(?P<end>/?)(?P<name>[a-z][\w-]*)(?P<rest>(?:\s[^\[\]]*)?)/?\]"#
    );
    pieces.replace_all(&html, |found: &Captures<'_>| replaced(found, &closed, notes)).into_owned()
}

/// What comes in place of a piece: only shortcodes change.
fn replaced(found: &Captures<'_>, closed: &[String], notes: &mut Vec<Note>) -> String {
    let whole = found[0].to_owned();
    let Some(name) = found.name("name").map(|it| it.as_str().to_lowercase()) else {
        // Code that a page builder keeps in base64.
        if whole.starts_with("[vc_raw") {
            notes.push(Note::new(About::Shortcode, whole));
            return String::new();
        }
        return match whole.strip_prefix("[[").and_then(|it| it.strip_suffix("]]")) {
            Some(escaped) => format!("&#91;{escaped}]"),
            None => whole,
        };
    };
    let rest = found.name("rest").map_or("", |it| it.as_str()).replace("&quot;", "\"");
    let is_end = found.name("end").is_some_and(|it| !it.as_str().is_empty());
    let is_one = closed.contains(&name)
        || rest.contains('=')
        || name.contains('_')
        || PLAYERS.contains(&&*name)
        // « [Table des matières] » is none.
        || (rest.trim().is_empty() && KNOWN.contains(&name.split('-').next().unwrap_or_default()));
    match (is_one, is_end) {
        (false, _) => whole,
        (true, true) => {
            if name == "embed" {
                " ".to_owned()
            } else {
                String::new()
            }
        }
        (true, false) => html_of(&name, &rest).unwrap_or_else(|| {
            notes.push(Note::new(About::Shortcode, whole));
            String::new()
        }),
    }
}

/// The same with captions as HTML has them.
fn captions(html: &str) -> String {
    let caption = regex!(r"(?is)\[(?:wp_)?caption([^\]]*)\](.*?)\[/(?:wp_)?caption\]");
    let figure = |found: &Captures<'_>| {
        let (rest, inside) = (&found[1], &found[2]);
        let old = value_of(rest, "caption");
        // The picture, in a link or not, then its caption.
        let picture =
            regex_captures!(r"(?is)^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)$", inside);
        let (picture, caption) = match (picture, old) {
            (Some((_, picture, _)), Some(old)) => (picture, old),
            (Some((_, picture, caption)), None) => (picture, caption.to_owned()),
            (None, _) => return inside.to_owned(),
        };
        format!("<figure>{picture}<figcaption>{caption}</figcaption></figure>")
    };
    caption.replace_all(html, figure).into_owned()
}

/// The HTML that a shortcode with a meaning here stands for.
fn html_of(name: &str, rest: &str) -> Option<String> {
    match name {
        "gallery" => {
            let ids = value_of(rest, "ids").or_else(|| value_of(rest, "include"));
            let ids = attribute(&ids.unwrap_or_default());
            Some(format!("<div data-gallery=\"{ids}\"></div>"))
        }
        "embed" => Some(" ".to_owned()),
        "video" | "audio" | "youtube" | "vimeo" | "dailymotion" | "soundcloud" | "playlist" => {
            let names =
                ["src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "url", "id"];
            let written = names.iter().find_map(|it| value_of(rest, it));
            let bare = rest.trim().trim_start_matches('=').trim_matches('"').to_owned();
            let written =
                written.or_else(|| (!bare.is_empty() && !bare.contains('=')).then_some(bare))?;
            let address = match (name, written.contains("://")) {
                ("youtube", false) => format!("https://www.youtube.com/watch?v={written}"),
                ("vimeo", false) => format!("https://vimeo.com/{written}"),
                ("dailymotion", false) => format!("https://www.dailymotion.com/video/{written}"),
                (_, true) => written,
                _ => return None,
            };
            Some(format!("<video src=\"{}\"></video>", attribute(&address)))
        }
        _ => None,
    }
}

/// A text as the value of an attribute.
fn attribute(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}

/// The value of a shortcode by its name.
fn value_of(rest: &str, name: &str) -> Option<String> {
    let values = regex_captures_iter!(
        r#"(?s)([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))"#,
        rest
    );
    let value =
        |found: Captures<'_>| (2..=4).find_map(|at| Some(found.get(at)?.as_str().to_owned()));
    let mut found = values.filter(|it| it[1].eq_ignore_ascii_case(name));
    found.next().and_then(value).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_are_html_or_are_listed() {
        let mut notes = Vec::new();
        for (written, html) in [
            (
                "[caption id=\"a_1\" width=\"3\"]<a href=\"x\"><img src=\"y\"></a> Une <em>fête</em>[/caption]",
                "<figure><a href=\"x\"><img src=\"y\"></a><figcaption> Une <em>fête</em></figcaption></figure>",
            ),
            ("[gallery ids=\"1,2\"]", "<div data-gallery=\"1,2\"></div>"),
            ("[gallery]", "<div data-gallery=\"\"></div>"),
            ("[embed]https://a.example/[/embed]", " https://a.example/ "),
            ("<a title=\"[b_c]\">[sic] [1] […]</a>", "<a title=\"[b_c]\">[sic] [1] […]</a>"),
            ("[[gallery]]", "&#91;gallery]"),
            ("<pre>[a_b c=1]</pre>", "<pre>[a_b c=1]</pre>"),
            (
                "[video width=\"3\" mp4=\"https://a.example/b.mp4\"][/video]",
                "<video src=\"https://a.example/b.mp4\"></video>",
            ),
            (
                "[Table des matières] et [Contact : le maire]",
                "[Table des matières] et [Contact : le maire]",
            ),
            ("<3 fort [col_half]Texte[/col_half]", "<3 fort Texte"),
            ("[youtube abc]", "<video src=\"https://www.youtube.com/watch?v=abc\"></video>"),
            ("[col_half]Texte[/col_half][contact-form-7 id=\"4\" title=\"Contact\"]", "Texte"),
        ] {
            assert_eq!(without(written, &mut notes), html, "{written}");
        }
        let listed: Vec<&str> = notes.iter().map(|it| it.what.as_str()).collect();
        assert_eq!(
            listed,
            ["[col_half]", "[col_half]", "[contact-form-7 id=\"4\" title=\"Contact\"]"]
        );
    }
}
