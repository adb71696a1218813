//! What a page has only while its site is written: it shows mistakes, and reloads itself when the site was
//! built again. The policy of the page names both by their hashes, as everything that is in it.

/// Where pages of a preview hear that there is another build.
pub const CHANGES: &str = "/.urne/changes";

/// The identifier of the element that says from which build a page is, and holds the mistakes.
pub const ELEMENT: &str = "urne-preview";

/// How mistakes look.
pub const STYLE: &str = include_str!("preview.css");

/// What reloads a page.
pub fn script() -> String {
    include_str!("preview.js").replace("{changes}", CHANGES).replace("{element}", ELEMENT)
}

/// What the script of `trunk serve` leaves open until a page is sent; the policy would not know it then.
const OF_TRUNK: [(&str, &str); 3] = [
    ("'{{__TRUNK_ADDRESS__}}'", "location.host"),
    ("{{__TRUNK_WS_BASE__}}", "/"),
    ("{{__TRUNK_WS_PROTOCOL__}}", ""),
];

/// Puts style and script into the document. Under `trunk serve` it has a script that does the same already.
pub fn install(document: &str) -> String {
    if document.contains("{{__TRUNK_") {
        return OF_TRUNK
            .iter()
            .fold(document.to_owned(), |document, (open, filled)| document.replace(open, filled));
    }
    document.replacen("</head>", &format!("<style>{STYLE}</style>\n</head>"), 1).replacen(
        "</body>",
        &format!("<script>{}</script>\n</body>", script()),
        1,
    )
}

#[cfg(test)]
mod tests {
    use super::super::csp;
    use super::*;

    #[test]
    fn the_policy_lets_through_what_reloads_the_page() {
        let document = "<head></head><body></body>";
        let ours = install(document);
        assert!(ours.contains(CHANGES));
        assert!(csp::lets_through(&csp::of(&ours), &ours));
        let script = "<script>const a = '{{__TRUNK_ADDRESS__}}', \
                      b = '{{__TRUNK_WS_BASE__}}', c = '{{__TRUNK_WS_PROTOCOL__}}';</script>";
        let of_trunk = install(&document.replace("</body>", &format!("{script}</body>")));
        assert!(of_trunk.contains("const a = location.host, b = '/', c = '';"), "{of_trunk}");
        assert!(!of_trunk.contains(CHANGES));
    }
}
