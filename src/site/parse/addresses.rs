//! Addresses: whether a text is one, and which one is meant by what lacks its beginning.

use lazy_regex::regex_captures;

/// Endings of names of files, which are no hosts.
const FILES: [&str; 20] = [
    "csv", "doc", "docx", "gif", "htm", "html", "ics", "jpeg", "jpg", "json", "md", "mp3", "mp4",
    "odt", "pdf", "png", "svg", "txt", "webp", "xml",
];

/// The link that a text means: `https://www.mairie.fr` for « www.mairie.fr », `mailto:…` for an e-mail address.
pub fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    if is_mail_address(text) {
        return Some(format!("mailto:{text}"));
    }
    let (_, host, ending, path) =
        regex_captures!(r"^((?:[\p{L}\d-]+\.)+(\p{L}{2,}))(?::\d+)?([/?#]\S*)?$", text)?;
    let is_file = path.is_empty() && FILES.contains(&ending.to_lowercase().as_str());
    let url = format!("https://{text}");
    let is_host = !is_file || host.to_lowercase().starts_with("www.");
    (is_host && is_url(&url)).then_some(url)
}

/// Whether a text is a name and a host of plain letters: no other character needs escaping in a link.
pub fn is_mail_address(text: &str) -> bool {
    let plain = |part: &str, signs: &[char]| {
        let letter = |it: char| it.is_ascii_alphanumeric() || signs.contains(&it);
        !part.is_empty()
            && part.chars().all(letter)
            && !part.starts_with('.')
            && !part.ends_with('.')
    };
    text.split_once('@').is_some_and(|(name, host)| {
        plain(name, &['.', '_', '-', '+']) && plain(host, &['.', '-']) && host.contains('.')
    })
}

/// Whether a text is an absolute `http` or `https` URL with a host and no spaces.
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let plain = |c: char| {
            let letter = c.is_ascii_graphic() || c.is_alphanumeric();
            letter && !matches!(c, '"' | '<' | '>' | '`')
        };
        !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lacks_its_beginning_gets_it() {
        for (text, url) in [
            ("www.mairie.fr", "https://www.mairie.fr"),
            ("mairie.fr/page", "https://mairie.fr/page"),
            ("mairie.fr", "https://mairie.fr"),
            ("hôtel.example:8080/", "https://hôtel.example:8080/"),
            ("section@mairie.fr", "mailto:section@mairie.fr"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(url), "{text}");
        }
        for text in ["/agenda/", "photo.jpg", "news/mairie.md", "agenda", "javascript:x", "a..fr"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn scripts_are_no_url() {
        assert!(is_url("https://example.org/a?b=c"));
        assert!(!is_url("javascript:alert(1)"));
        assert!(!is_url("https:///etc/passwd"));
        assert!(!is_url("https://example.org/\" onclick=\"x"));
    }
}
