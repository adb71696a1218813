//! The content security policy of a document: only what the site itself is made of.
//! It must not know what the document shows.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What is the same for every document.
macro_rules! always {
    () => {
        "img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; \
         manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    };
}

/// The policy that hosts send: what a document cannot say of itself (`frame-ancestors`), and all of
/// the rest that does not depend on what stands in it. Browsers apply both.
pub const OF_HOSTS: &str =
    concat!("script-src 'self' 'wasm-unsafe-eval'; ", always!(), "; frame-ancestors 'none'");

/// The policy that a document states of itself in a `meta` element, so that it holds on hosts that
/// send no headers.
///
/// Styles and scripts that stand in the document are named by their hashes; data in `script` elements
/// of type `application/json` is never executed and needs none.
pub fn of(document: &str) -> String {
    let styles = hashes(document, "style", |_| true);
    let is_executed = |start: &str| !start.contains(" src=") && !start.contains("application/json");
    let scripts = hashes(document, "script", is_executed);
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; {}",
        always!()
    )
}

/// ` 'sha256-…'` for each element of this name whose start tag is one that counts.
fn hashes(document: &str, name: &str, counts: impl Fn(&str) -> bool) -> String {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let elements = document.split(&start).skip(1);
    let contents = elements.filter_map(|element| {
        let (tag, rest) = element.split_once('>')?;
        counts(tag).then_some(rest.split_once(&end)?.0)
    });
    let hash = |content: &str| BASE64_STANDARD.encode(Sha256::digest(content));
    contents.map(|content| format!(" 'sha256-{}'", hash(content))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_document_is_named_by_its_hash() {
        let policy = of("<style>p{margin:0}</style><script src=\"/a.js\"></script>\
                         <script type=\"application/json\" id=\"x\">{}</script>\
                         <script>1</script>");
        let hashes: Vec<&str> = policy.split('\'').filter(|it| it.starts_with("sha256-")).collect();
        assert_eq!(
            hashes,
            [
                "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=",
                "sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA=",
            ]
        );
        assert!(!policy.contains("unsafe-inline"));
    }
}
