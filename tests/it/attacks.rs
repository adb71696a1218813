//! Hostile texts in every field of the content: whatever the checker accepts is shown as text, and
//! no page gains an element, an attribute, a URL or a script by it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use html5ever::tendril::TendrilSink;
use jiff::civil::date;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use urne::data::{Document, fingerprint};
use urne::site::{self, Bundle, Compiled, Purpose};

use super::attacking::{self, Group, Texts};
use super::{files, fixture};

/// What Markdown may bring into a page besides what every page has.
const OF_MARKDOWN: [&str; 24] = [
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
    "hr",
    "br",
];

/// Attributes that Markdown may bring.
const ATTRIBUTES_OF_MARKDOWN: [&str; 6] = ["title", "start", "align", "rel", "loading", "cite"];

/// A page as a browser would read it.
#[derive(Debug, Default, PartialEq)]
struct Seen {
    /// Names of elements and, with an `@`, of attributes.
    names: BTreeSet<String>,
    /// Values of `href` and `src`.
    urls: Vec<String>,
    ids: Vec<String>,
    /// Scripts with their attributes.
    scripts: Vec<String>,
    /// Where its data is, and which.
    data: Option<(String, String)>,
    /// What it was built for.
    path: Option<String>,
    /// What is directly in the body.
    structure: Vec<String>,
}

impl Seen {
    fn of(html: &str) -> Self {
        let document = html5ever::parse_document(RcDom::default(), Default::default()).one(html);
        let mut seen = Self::default();
        seen.visit(&document.document, "");
        seen
    }

    fn visit(&mut self, node: &Handle, parent: &str) {
        let mut place = String::new();
        if let NodeData::Element { name, attrs, .. } = &node.data {
            place = name.local.to_string();
            self.names.insert(place.clone());
            let attributes: BTreeMap<String, String> = attrs
                .borrow()
                .iter()
                .map(|it| (it.name.local.to_string(), it.value.to_string()))
                .collect();
            self.names.extend(attributes.keys().map(|name| format!("@{name}")));
            for name in ["href", "src"] {
                self.urls.extend(attributes.get(name).cloned());
            }
            if let Some(id) = attributes.get("id") {
                self.ids.push(id.clone());
            }
            if parent == "body" {
                self.structure.push(place.clone());
            }
            if let Some(version) = attributes.get("data-version") {
                self.data = Some((attributes["href"].clone(), version.clone()));
            }
            if let Some(path) = attributes.get("data-path") {
                assert_eq!(self.path.replace(path.clone()), None);
            }
            if &*name.local == "script" {
                self.script(node, &attributes);
            }
        }
        for child in node.children.borrow().iter() {
            self.visit(child, &place);
        }
    }

    fn script(&mut self, node: &Handle, attributes: &BTreeMap<String, String>) {
        let text = |node: &Handle| match &node.data {
            NodeData::Text { contents } => contents.borrow().to_string(),
            _ => String::new(),
        };
        let text: String = node.children.borrow().iter().map(text).collect();
        // A block of data, which nothing runs, holds the texts: whole, and as nothing else.
        if attributes.get("type").is_some_and(|it| it == "application/ld+json") {
            assert_eq!(attributes.len(), 1);
            assert!(!text.contains('<'), "{text}");
            serde_json::from_str::<serde_json::Value>(&text).unwrap();
            return;
        }
        self.scripts.push(format!("{attributes:?} {text}"));
    }
}

fn written(compiled: &Compiled, into: &Path) -> BTreeMap<String, String> {
    let _ = std::fs::remove_dir_all(into);
    std::fs::create_dir(into).unwrap();
    std::fs::copy(fixture("mini/index.html"), into.join("index.html")).unwrap();
    let bundle = Bundle::staged(into).unwrap();
    // A preview has every page, and no cards: hundreds of sites would make thousands.
    site::write(compiled, &bundle, Purpose::Preview, into).unwrap();
    let name = |path: &Path| path.strip_prefix(into).unwrap().to_string_lossy().into_owned();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let texts =
        files(into).into_iter().filter(|path| path.extension().is_none_or(|it| it != "png"));
    texts.map(|path| (name(&path), read(&path))).collect()
}

fn is_harmless(url: &str) -> bool {
    let calendar = "webcal://essai.example/";
    let schemes = ["https://", "http://", "mailto:", "tel:", "#", calendar];
    let path = url.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\']));
    path || schemes.iter().any(|scheme| url.starts_with(scheme))
}

/// The URL of the page that a file holds.
fn path_of(name: &str) -> String {
    format!("/{}", name.strip_suffix("index.html").unwrap_or(name))
}

/// Whether a file holds a page of the app: not what other sites show, nor what is printed.
fn is_of_the_app(name: &str) -> bool {
    !name.starts_with("integrer/") && !name.contains("/affiche/")
}

/// Ensures a page is what it would be with harmless texts, but for its words.
fn assert_harmless(name: &str, html: &str, like: &Seen, allowed: &BTreeSet<String>, text: &str) {
    let seen = Seen::of(html);
    let at = format!("{name} with {:?}", text.chars().take(200).collect::<String>());
    let other: Vec<_> = seen.names.difference(allowed).collect();
    assert!(other.is_empty(), "{at}: {other:?}");
    assert_eq!(seen.structure, like.structure, "{at}");
    assert_eq!(seen.scripts, like.scripts, "{at}");
    assert_eq!(seen.path, is_of_the_app(name).then(|| path_of(name)), "{at}");
    let wrong: Vec<_> = seen.urls.iter().filter(|it| !is_harmless(it)).collect();
    assert!(wrong.is_empty(), "{at}: {wrong:?}");
    let ids: BTreeSet<_> = seen.ids.iter().collect();
    assert_eq!(ids.len(), seen.ids.len(), "{at}: {:?}", seen.ids);
}

/// Ensures a page says where its data is, that it can be read, and that the page was drawn from it.
fn assert_same_data(name: &str, pages: &BTreeMap<String, String>) {
    let path = path_of(name);
    let Some((data, version)) = Seen::of(&pages[name]).data else {
        return assert!(["/hors-ligne.html", "/404.html"].contains(&&*path), "{path}");
    };
    let expected = match path.trim_matches('/') {
        "" => "/data/index.json".to_owned(),
        path => format!("/data/{path}.json"),
    };
    assert_eq!(data, expected);
    let text = &pages[&data[1..]];
    assert_eq!(version, fingerprint(text), "{name}");
    Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
}

/// What the pages of a harmless site are like.
struct Harmless {
    pages: BTreeMap<String, Seen>,
    allowed: BTreeSet<String>,
}

impl Harmless {
    fn new(folder: &Path, into: &Path) -> Self {
        let compiled = attacking::compile(folder, &Texts::default());
        let compiled = compiled.unwrap_or_else(|problems| panic!("{problems}"));
        let pages = written(&compiled, into).into_iter().filter(|it| it.0.ends_with(".html"));
        let pages: BTreeMap<_, _> = pages.map(|(name, html)| (name, Seen::of(&html))).collect();
        let mut allowed: BTreeSet<String> =
            pages.values().flat_map(|page| page.names.iter().cloned()).collect();
        allowed.extend(OF_MARKDOWN.map(str::to_owned));
        allowed.extend(ATTRIBUTES_OF_MARKDOWN.map(|name| format!("@{name}")));
        let dangerous = |name: &&String| name.starts_with("@on") || name.as_str() == "@style";
        assert_eq!(allowed.iter().filter(dangerous).count(), 0, "{allowed:?}");
        Self { pages, allowed }
    }

    /// Renders a text wherever it is accepted and looks at every page.
    fn assert_rendered(&self, text: &str, groups: &[Group], folder: &Path, into: &Path) -> usize {
        let texts = groups.iter().fold(Texts::default(), |texts, group| texts.with(*group, text));
        let compiled = attacking::compile(folder, &texts);
        let compiled = compiled.unwrap_or_else(|problems| panic!("{text:?}: {problems}"));
        let pages = written(&compiled, into);
        roxmltree::Document::parse(&pages["feed.xml"]).unwrap();
        roxmltree::Document::parse(&pages["sitemap.xml"]).unwrap();
        let html: Vec<&String> = pages.keys().filter(|name| name.ends_with(".html")).collect();
        for name in &html {
            // Names of territories are part of their URLs.
            let like = self.pages.get(*name).unwrap_or_else(|| {
                // So are categories.
                let place = match name.split_once("78172").or(name.split_once("78005")) {
                    Some((place, _)) => &name[..place.len() + 5],
                    None => "actualites/categorie/",
                };
                let of = |it: &&String| it.starts_with(place);
                &self.pages[self.pages.keys().find(of).unwrap_or_else(|| panic!("{name}"))]
            });
            assert_harmless(name, &pages[*name], like, &self.allowed, text);
            if is_of_the_app(name) {
                assert_same_data(name, &pages);
            }
        }
        html.len()
    }
}

#[test]
fn whatever_is_accepted_is_shown_as_text() {
    let attacks = attacking::all();
    let workspace = tempfile::tempdir().unwrap();
    let places: BTreeMap<Group, usize> =
        Group::ALL.into_iter().map(|group| (group, attacking::places(group))).collect();
    let half = attacks.len().div_ceil(2);
    let count = &|(worker, attacks): (usize, &[String])| {
        let folder = workspace.path().join(format!("content-{worker}"));
        let into = workspace.path().join(format!("dist-{worker}"));
        let harmless = Harmless::new(&folder, &into);
        let mut counts = (0, 0, 0);
        for text in attacks {
            let groups = attacking::accepting(&folder, text);
            counts.0 += groups.iter().map(|group| places[group]).sum::<usize>();
            counts.1 += Group::ALL.len() - groups.len();
            if !groups.is_empty() {
                counts.2 += harmless.assert_rendered(text, &groups, &folder, &into);
            }
        }
        counts
    };
    let counts: Vec<_> = std::thread::scope(|scope| {
        let workers = attacks.chunks(half).enumerate();
        let workers: Vec<_> = workers.map(|it| scope.spawn(move || count(it))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let sum = |part: fn(&(usize, usize, usize)) -> usize| counts.iter().map(part).sum::<usize>();
    println!(
        "{} texts, {} places: {} times accepted and shown, {} times a kind of place refused \
         one, {} pages",
        attacks.len(),
        places.values().sum::<usize>(),
        sum(|it| it.0),
        sum(|it| it.1),
        sum(|it| it.2)
    );
    assert!(attacks.len() > 200 && sum(|it| it.2) > 1000);
}

/// A text of the collection inside an SVG file runs nowhere: it is refused, or it is no element, no
/// attribute of an event and no URL.
#[test]
fn whatever_runs_in_a_picture_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    attacking::write(folder.path(), &Texts::default());
    let (mut refused, mut accepted) = (0, 0);
    for text in attacking::all() {
        let quoted = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let places = [
            text.clone(),
            format!("<g>{text}</g>"),
            format!("<a href=\"{quoted}\"/>"),
            format!("<image xlink:href=\"{quoted}\"/>"),
            format!("<g onload=\"{quoted}\"/>"),
            format!("<style>{quoted}</style>"),
            format!("<g style=\"fill: url({quoted})\"/>"),
        ];
        for inside in places {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" \
                 xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"8\" height=\"8\">{inside}</svg>"
            );
            std::fs::write(folder.path().join("media/point.svg"), &svg).unwrap();
            match site::compile(folder.path(), site::midnight(date(2020, 4, 1))) {
                Err(problems) => {
                    assert!(problems.to_string().contains("= help: "), "{problems}");
                    refused += 1;
                }
                Ok(_) => {
                    accepted += 1;
                    assert!(only_draws(&svg), "{svg}");
                }
            }
        }
    }
    println!("{refused} pictures were refused, {accepted} only draw");
    assert!(refused > 500 && accepted > 200, "{refused} {accepted}");
}

/// Whether nothing of an SVG file runs or leads away, by an allowance that is narrower than the checker’s.
fn only_draws(svg: &str) -> bool {
    let document = roxmltree::Document::parse(svg).unwrap();
    let leads_away = |value: &str| !value.is_empty() && !value.starts_with('#');
    document.descendants().filter(|node| node.is_element()).all(|node| {
        let inside = node.attributes().all(|it| match it.name() {
            "href" | "src" => !leads_away(it.value().trim()),
            name => !name.starts_with("on"),
        });
        // Names of HTML mean nothing in a drawing.
        let name = node.tag_name();
        let ours = name.namespace().is_none_or(|it| it == "http://www.w3.org/2000/svg");
        inside && ours && !["script", "foreignObject"].contains(&name.name())
    })
}

#[test]
fn whatever_is_no_toml_and_no_json_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    attacking::write(folder.path(), &Texts::default());
    let site = std::fs::read_to_string(folder.path().join("site.json")).unwrap();
    for text in attacking::all() {
        let article = format!("+++\ntitle = \"{text}\"\n{text}\n+++\n{text}");
        std::fs::write(folder.path().join("news/article.md"), article).unwrap();
        let broken = site.replace("Une ligne", &text);
        std::fs::write(folder.path().join("site.json"), broken).unwrap();
        if let Err(problems) = site::compile(folder.path(), site::midnight(date(2020, 4, 1))) {
            attacking::assert_refused_for_itself(&problems.to_string(), &["is missing"]);
        }
    }
}

/// Content that is larger or deeper than any that is meant, with the title of what is said of it. Nothing
/// is said of what is large only for who reads it.
fn monsters(site: &str) -> Vec<(&'static str, &'static str, String)> {
    const MANY: usize = 10_000_000;
    let site = |name: &str| site.replacen("\"Une ligne\"", name, 1);
    let article = |body: &str| format!("+++\ntitle = \"x\"\nsummary = \"x\"\n+++\n{body}");
    let text = |unit: &str| article(&unit.repeat(250_000 / unit.len()));
    vec![
        (
            "site.json",
            "this file is too large: 9767 kB",
            site(&format!("\"{}\"", "a".repeat(MANY))),
        ),
        ("site.json", "this text is too long", site(&format!("\"{}\"", "a".repeat(30_000)))),
        ("site.json", "this file is too large: 9766 kB", "[".repeat(MANY)),
        ("site.json", "a bracket is never closed", "[".repeat(100_000)),
        ("site.json", "a bracket is never closed", site(&"{\"a\":".repeat(100_000))),
        (
            "site.json",
            "the field `accent` is missing",
            format!("{{{}\"a\":1}}", "\"a\":1,".repeat(170_000)),
        ),
        (
            "site.json",
            "`name` must be a text on one line",
            site(&format!("[{}1]", "1,".repeat(500_000))),
        ),
        ("pages/page.md", "this file is too large: 9766 kB", article(&"a".repeat(MANY))),
        ("pages/page.md", "", text("a")),
        ("pages/page.md", "this is nested too deeply", text("> ")),
        ("pages/page.md", "", text("- ")),
        ("pages/page.md", "this is nested too deeply", text("1. ")),
        ("pages/page.md", "", text("*a ")),
        ("pages/page.md", "", text("**a *b ")),
        ("pages/page.md", "", text("[")),
        ("pages/page.md", "", text("![")),
        ("pages/page.md", "", text("[a](")),
        ("pages/page.md", "", text("`` ` ")),
        ("pages/page.md", "", text("```\n```\n")),
        ("pages/page.md", "the text contains HTML", text("<b>")),
        ("pages/page.md", "the text contains HTML", text("<!-- ")),
        ("pages/page.md", "nothing can be embedded here", text("{{ event a }}\n")),
        ("pages/page.md", "the text contains an invisible character", text("\u{202e}")),
        (
            "pages/page.md",
            "this table has too many columns",
            article(&format!(
                "|{}\n|{}\n{}",
                "a|".repeat(999),
                "-|".repeat(999),
                "|\n".repeat(99_000)
            )),
        ),
        ("pages/page.md", "the fields do not end", format!("+++\na = {}", "[".repeat(200_000))),
        ("pages/page.md", "the fields do not end", format!("+++\n{}", "a.".repeat(100_000))),
        (
            "pages/page.md",
            "this field is there twice",
            format!("+++\n{}\n+++\n", "[a]\n".repeat(50_000)),
        ),
        (
            "results/vote.json",
            "the field `contest` is missing",
            format!(
                "{{ \"rounds\": [{{ \"candidates\": [{}1] }}] }}",
                "{\"name\":\"a\"},".repeat(60_000)
            ),
        ),
        (
            "results/tables/round-1-communes.csv",
            "this row is cut or too long",
            format!("code,name\n1{}", ",".repeat(MANY)),
        ),
        (
            "results/tables/round-1-communes.csv",
            "this text is too long",
            format!("code,name\n\"{}", "a".repeat(MANY)),
        ),
        (
            "results/tables/round-1-communes.csv",
            "the column `code` is missing",
            "\"\n".repeat(MANY / 10),
        ),
        (
            "results/tables/round-1-candidates.csv",
            "this text is too long",
            format!("key,name\nA,{}\nB,Une autre\n", "a".repeat(30_000)),
        ),
        ("contours/carte.json", "a bracket is never closed", "[".repeat(MANY)),
        ("media/point.svg", "the size of this picture cannot be read", "<svg>".repeat(100_000)),
    ]
}

#[test]
fn whatever_is_too_large_or_too_deep_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    attacking::write(folder.path(), &Texts::default());
    let site = std::fs::read_to_string(folder.path().join("site.json")).unwrap();
    for (at, (name, expected, text)) in monsters(&site).into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        attacking::write(folder.path(), &Texts::default());
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        let problems = site::compile(folder.path(), site::midnight(date(2020, 4, 1))).err();
        let report = problems.map(|problems| problems.to_string()).unwrap_or_default();
        let start: String = report.chars().take(900).collect();
        if expected.is_empty() {
            assert_eq!(report, "", "{at} {name}: {start}");
        } else {
            assert!(report.contains(&format!("error: {expected}\n")), "{at} {name}: {start}");
            assert!(report.contains("help: "), "{at} {name}: {start}");
            assert!(report.contains("nothing was written"), "{at} {name}");
        }
    }
}
