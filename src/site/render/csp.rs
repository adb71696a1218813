//! The content security policy of a document: only what the site itself is made of.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What is the same for every document.
macro_rules! always {
    () => {
        "img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; \
         manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
    };
}

/// What a document cannot say of itself.
macro_rules! of_hosts_only {
    () => {
        "; frame-ancestors 'none'"
    };
}

/// The policy that hosts send with everything, whatever the build: what a document cannot say of
/// itself, and all of the rest that does not depend on what is in it. Browsers apply both. The one script
/// that is in a page, the loader, is the same on every page of a version of Urne.
pub const OF_HOSTS: &str = concat!(
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-RJSbqhnYKrsFEQXAzNRPBAMpsvzEhRhOfmGzxNno5u0='; ",
    always!(),
    of_hosts_only!()
);

/// The policy that hosts send with results that other sites show in a page of theirs: whoever wants may show them, and
/// their one script says how high they are.
pub const OF_EMBEDS: &str = concat!(
    "script-src 'sha256-dKl59aD3E8EsavUiaePbw0DpMFX3RjE81p+9wO6VT+c='; ",
    always!(),
    "; frame-ancestors *"
);

/// The policy that a document states of itself in a `meta` element, so that it holds on hosts that
/// send no headers.
///
/// Styles and scripts that are in the document are named by their hashes.
pub fn of(document: &str) -> String {
    let [styles, scripts] = ["style", "script"].map(|name| hashes(document, name, is_inline));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; \
         style-src 'self'{styles}; {}",
        always!()
    )
}

/// The whole policy of a page that was built: what it states of itself, and what only hosts can say.
/// Other files are not sent with it: a drawing may have a style of its own.
pub fn full_policy(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"")?;
    Some(format!("{}{}", rest.split('"').next()?, of_hosts_only!()))
}

/// Whether what a host sends covers everything in `OF_HOSTS`; whether it names what is in a page, only
/// the page can tell ([`lets_through`]).
pub fn covers_baseline(sent: &str) -> bool {
    let says = |expected: &str| {
        let expected = expected.split(" 'sha256-").next().unwrap_or(expected);
        let mut more = sent.split([',', ';']).filter_map(|it| it.trim().strip_prefix(expected));
        more.any(|more| more.split(' ').all(|it| it.is_empty() || it.starts_with("'sha256-")))
    };
    OF_HOSTS.split("; ").all(says)
}

/// Whether what a host sends lets through the styles and scripts that are in a document. The policy of
/// another build may not.
pub fn lets_through(sent: &str, document: &str) -> bool {
    sent.split(',').all(|policy| {
        ["style", "script"].into_iter().all(|element| {
            let of = |name: &str| policy.split(';').find_map(|it| it.trim().strip_prefix(name));
            let names = [format!("{element}-src-elem "), format!("{element}-src ")];
            let sources = names.iter().find_map(|name| of(name)).or_else(|| of("default-src "));
            sources.is_none_or(|sources| allows(sources, &hashes(document, element, is_inline)))
        })
    })
}

/// Whether a list of sources allows what has these hashes.
fn allows(sources: &str, hashes: &str) -> bool {
    // Browsers ignore `'unsafe-inline'` next to a hash.
    sources.contains("'unsafe-inline'") && !sources.contains("'sha") && !sources.contains("'nonce-")
        || hashes.split_whitespace().all(|hash| sources.contains(hash))
}

/// Whether an element with this start tag has its content in the document, and is no block of data, which nothing runs.
/// What a site is called is text in an attribute, and may look like another.
fn is_inline(tag: &str) -> bool {
    let has_source = tag.split('"').step_by(2).any(|outside| outside.contains(" src="));
    !has_source && tag != DATA
}

/// The start tag of a block of data, without its ends: search engines read it (`json_ld`).
const DATA: &str = " type=\"application/ld+json\"";

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
    use super::super::scripts::loader;
    use super::*;

    #[test]
    fn inline_styles_and_scripts_are_named_by_their_hashes() {
        let policy = of("<style>p{margin:0}</style><script src=\"/a.js\"></script>\
                         <script data-name=\"a src=b\">1</script>");
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

    /// As the HTML standard has it: a script that is no program is never looked at by a policy.
    #[test]
    fn blocks_of_data_are_not_named() {
        let data = "<script type=\"application/ld+json\">{\"a\":\"type=\"}</script>";
        assert_eq!(of(data), of(""));
        assert!(lets_through(&of(""), data));
        let program =
            data.replace(" type=\"application/ld+json\"", " data-a=\"application/ld+json\"");
        assert_ne!(of(&program), of(""));
        assert!(!lets_through(&of(""), &program));
    }

    #[test]
    fn hosts_let_the_script_of_embeds_through_and_any_site_around_it() {
        let script = format!("<script>{}</script>", super::super::embed::script());
        assert!(OF_EMBEDS.contains(&hashes(&script, "script", |_| true)), "OF_EMBEDS must name it");
        assert!(lets_through(OF_EMBEDS, &format!("{script}<style>p{{margin:0}}</style>")));
        assert!(!lets_through(OF_HOSTS, &script) && !covers_baseline(OF_EMBEDS));
    }

    #[test]
    fn hosts_send_what_a_page_states_and_more() {
        let style = "<style>p{margin:0}</style>";
        let document = format!("{style}<script>{}</script>", loader());
        let loader = hashes(&document, "script", |_| true);
        assert!(OF_HOSTS.contains(&loader), "OF_HOSTS must name{loader}");
        let stated = of(&document);
        let element = "<meta http-equiv=\"Content-Security-Policy\" content=";
        let whole = full_policy(&format!("{element}\"{stated}\">{document}")).unwrap();
        assert_eq!(whole, format!("{stated}; frame-ancestors 'none'"));
        for sent in [OF_HOSTS, &whole, &format!("{OF_HOSTS}, {whole}")] {
            assert!(covers_baseline(sent) && lets_through(sent, &document), "{sent}");
        }
        let other = "<style>p{margin:1px}</style>";
        assert!(lets_through(OF_HOSTS, other));
        let loose = "style-src 'unsafe-inline'";
        assert!(lets_through(loose, other));
        let with_hash = format!("{loose} 'sha256-b3RoZXI='");
        for sent in [&whole, &format!("{OF_HOSTS}, {whole}"), "default-src 'self'", &with_hash] {
            assert!(!lets_through(sent, other), "{sent}");
        }
        let loose = whole.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' https:");
        for sent in ["", &stated, &whole.replace("object-src 'none'; ", ""), &loose] {
            assert!(!covers_baseline(sent), "{sent}");
        }
        assert_eq!(full_policy("<p>"), None);
    }
}
