//! What a page says of itself and what it needs, found in its HTML as a host sends it.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer,
};

/// The start tags of a page.
#[derive(Default)]
pub struct Page(RefCell<Vec<Tag>>);

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let kind = raw(&tag.name);
                self.0.borrow_mut().push(tag);
                kind.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

/// How what is in an element is read, where it is no markup.
fn raw(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

impl Page {
    /// Reads HTML; whatever it is, it has some form.
    pub fn read(html: &str) -> Self {
        let tokenizer = Tokenizer::new(Self::default(), Default::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink
    }

    /// The URL that the page calls its own.
    pub fn canonical(&self) -> Option<String> {
        self.find(|tag| is_canonical(tag).then(|| attribute(tag, "href"))?)
    }

    /// The URL on its host for which the page was written: `/404.html` for that of unknown URLs.
    pub fn path(&self) -> Option<String> {
        self.find(|tag| (&*tag.name == "main").then(|| attribute(tag, "data-path"))?)
    }

    /// Files of this host that the page loads, such as code, pictures, icons and the feed, without its data:
    /// their URLs.
    pub fn files(&self) -> BTreeSet<String> {
        let mut files = self.own(|tag| match &*tag.name {
            "img" | "script" | "source" => attribute(tag, "src"),
            "link" if !is_canonical(tag) && !is_data(tag) => attribute(tag, "href"),
            _ => None,
        });
        // The loader names the code, which it asks for when it is wanted.
        for name in ["data-code", "data-wasm"] {
            files.append(
                &mut self.own(|tag| (&*tag.name == "script").then(|| attribute(tag, name))?),
            );
        }
        files
    }

    /// What the page links to on this host: URLs.
    pub fn links(&self) -> BTreeSet<String> {
        self.own(|tag| (&*tag.name == "a").then(|| attribute(tag, "href"))?)
    }

    fn find<T>(&self, of: impl Fn(&Tag) -> Option<T>) -> Option<T> {
        self.0.borrow().iter().find_map(of)
    }

    /// The URLs of this host that some tags have, without query and fragment.
    fn own(&self, of: impl Fn(&Tag) -> Option<String>) -> BTreeSet<String> {
        let tags = self.0.borrow();
        let values = tags.iter().filter_map(of);
        let own = values.filter(|value| value.starts_with('/') && !value.starts_with("//"));
        own.map(|value| value.split(['#', '?']).next().unwrap_or_default().to_owned()).collect()
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name)?;
    Some(found.value.to_string())
}

fn is_canonical(tag: &Tag) -> bool {
    &*tag.name == "link" && attribute(tag, "rel").as_deref() == Some("canonical")
}

/// Whether a tag says where the data of the page is.
fn is_data(tag: &Tag) -> bool {
    attribute(tag, "type").as_deref() == Some("application/json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_what_it_is_and_needs() {
        let page = Page::read(
            "<link rel=icon href='/icon.svg'><link rel=\"canonical\" \
            href=\"https://a.example/b/\"><img alt=\"x>\" src=\"/media/a.png\"><img src=\"//else/a.png\">\
            <a href=\"/media/a.pdf#page=2\">a</a><!-- <a href=\"/no/\"> --><a href=\"/b/\">b</a>\
            <script>'<a href=\"/no/\">'</script>\
            <link rel=alternate type=application/json href=/data/b.json><main data-path=\"/b/\">",
        );
        assert_eq!(page.canonical().unwrap(), "https://a.example/b/");
        assert_eq!(page.path().unwrap(), "/b/");
        let set = |of: &[&str]| of.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(page.files(), set(&["/icon.svg", "/media/a.png"]));
        assert_eq!(page.links(), set(&["/b/", "/media/a.pdf"]));
        let other = Page::read("<p>");
        assert_eq!((other.canonical(), other.path()), (None, None));
    }
}
