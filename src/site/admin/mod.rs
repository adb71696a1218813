//! The editor in the browser, Sveltia CMS: its page, its code as it is kept in `vendor/`, and what its page may load.

use std::io::Read;

use anyhow::Context;
use maud::{DOCTYPE, PreEscaped, html};
use serde_json::{Value, json};

use crate::message;
use crate::site::content::admin::Admin;
use crate::site::forms::sveltia::{self, Repository};
use crate::site::messages::{Language, Message};

/// The name of its folder.
pub const FOLDER: &str = "admin";

/// Its code and its words, compressed.
const CODE: &[u8] = include_bytes!("../../../vendor/sveltia-cms/sveltia-cms.js.br");
const WORDS: &[u8] = include_bytes!("../../../vendor/sveltia-cms/fr.json.br");
/// The font of its icons.
const ICONS: &[u8] = include_bytes!("../../../vendor/sveltia-cms/icons.woff2");
const LICENSES: [(&str, &str); 2] = [
    ("LICENSE.txt", include_str!("../../../vendor/sveltia-cms/LICENSE.txt")),
    ("LICENSE-icons.txt", include_str!("../../../vendor/sveltia-cms/LICENSE-icons.txt")),
];
/// Our script, which starts it.
const START: &str = include_str!("start.js");

/// Where the fonts are that it would load from a host of others: that of its icons is here, and of the two for texts readers
/// have their own.
const FONTS: [(&str, &str); 3] = [
    ("source-sans-3:vf@5.3.0/latin-wght-normal.woff2", "local(\"Source Sans 3\")"),
    ("noto-mono@5.3.0/latin-400-normal.woff2", "local(\"Noto Mono\")"),
    ("material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2", "url(icons.woff2)"),
];

/// A file of the editor: its name in the folder, and what it holds.
pub type File = (&'static str, Vec<u8>);

/// What a page with the editor is made of.
pub struct Editor<'a> {
    /// How it is called.
    pub title: &'a str,
    /// What it is told: `forms::sveltia`.
    pub config: &'a Value,
    /// The origins that it may ask, besides its own.
    pub hosts: &'a [String],
    /// A script of its own, besides the one that starts it.
    pub script: Option<&'a str>,
}

impl Editor<'_> {
    /// The page.
    ///
    /// # Errors
    /// When the configuration cannot be written as JSON.
    pub fn page(&self) -> anyhow::Result<String> {
        let more = json!({ "hosts": self.hosts });
        let icon = self.config["logo"]["src"].as_str();
        let [config, more] = [data(self.config)?, data(&more)?];
        let page = html! {
            (DOCTYPE)
            html lang="fr" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy(self.hosts));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="robots" content="noindex, nofollow";
                    meta name="referrer" content="same-origin";
                    title { (self.title) }
                    link rel="icon" href=[icon];
                    script id="config" type="application/json" { (PreEscaped(config)) }
                    script id="admin" type="application/json" { (PreEscaped(more)) }
                    script src="start.js" {}
                    @if let Some(script) = self.script {
                        script src=(script) {}
                    }
                    script src="sveltia-cms.js" {}
                }
                body { noscript { p { (said(&message!("forms-no-script"))) } } }
            }
        };
        Ok(page.into_string())
    }
}

/// The files of the editor of a site, with their paths on it.
///
/// # Errors
/// When what the program carries cannot be unpacked.
pub fn of_site(name: &str, url: &str, admin: &Admin) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let repository = Repository { backend: admin.backend(), folder: &admin.folder };
    let config = sveltia::config(name, url, &repository);
    let title = &said(&message!("forms-editor-of", name = name));
    let page = Editor { title, config: &config, hosts: &admin.hosts(), script: None }.page()?;
    let own = [("index.html", page.into_bytes())].into_iter().chain(files()?);
    Ok(own.map(|(name, content)| (format!("/{FOLDER}/{name}"), content)).collect())
}

fn said(message: &Message) -> String {
    message.text(Language::French)
}

/// JSON that no element ends.
fn data(value: &Value) -> anyhow::Result<String> {
    Ok(serde_json::to_string(value)?.replace('<', "\\u003c"))
}

/// The files that are the same for every page.
///
/// # Errors
/// When what the program carries cannot be unpacked.
pub fn files() -> anyhow::Result<Vec<File>> {
    let mut code = String::from_utf8(unpacked(CODE)?)?;
    for (foreign, ours) in FONTS {
        code = code
            .replace(&format!("url(https://cdn.jsdelivr.net/fontsource/fonts/{foreign})"), ours);
    }
    let licenses = LICENSES.map(|(name, text)| (name, text.as_bytes().to_vec()));
    let mut files = vec![
        ("sveltia-cms.js", code.into_bytes()),
        ("fr.json", unpacked(WORDS)?),
        ("icons.woff2", ICONS.to_vec()),
        ("start.js", START.as_bytes().to_vec()),
    ];
    files.extend(licenses);
    Ok(files)
}

fn unpacked(packed: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut text = Vec::new();
    brotli::Decompressor::new(packed, 1 << 16)
        .read_to_end(&mut text)
        .context(message!("forms-packed"))?;
    Ok(text)
}

/// What the page may load: the editor is of this host and asks the service, and nothing else. It makes styles and
/// pictures itself.
pub fn policy(hosts: &[String]) -> String {
    let hosts: String = hosts.iter().map(|host| format!(" {host}")).collect();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self' data:; \
         connect-src 'self' blob: data:{hosts}; worker-src 'self' blob:; frame-src blob:; \
         manifest-src blob:; form-action 'none'; base-uri 'none'; object-src 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_loads_no_font_of_others() {
        let files = files().unwrap();
        let (_, code) = files.iter().find(|(name, _)| *name == "sveltia-cms.js").unwrap();
        let code = String::from_utf8_lossy(code);
        assert_eq!(code.matches("fontsource/fonts").count(), 0);
        assert_eq!(code.matches("url(icons.woff2)").count(), 1);
        assert_eq!(code.matches("@font-face").count(), 3);
    }

    #[test]
    fn nothing_that_is_said_ends_the_data() {
        let config = json!({ "app_title": "</script><script>alert(1)</script>" });
        let editor = Editor { title: "A & B", config: &config, hosts: &[], script: None };
        let page = editor.page().unwrap();
        assert!(!page.contains("<script>alert"), "{page}");
        assert!(page.contains("<title>A &amp; B</title>"), "{page}");
    }
}
