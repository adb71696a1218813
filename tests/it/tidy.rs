//! What holds for the repository itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use proc_macro2::TokenTree;
use syn::visit::Visit;

use super::{files, project};

/// The layers, lowest first: each may use those before it. `site` and `browser` are both on top and
/// do not know each other.
const LAYERS: [&str; 12] = [
    "route",
    "words",
    "election",
    "french",
    "data",
    "chart",
    "components",
    "pages",
    "app",
    "browser",
    "site",
    "command",
];

fn sources() -> Vec<(PathBuf, String)> {
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(project()).unwrap().to_owned(), text)
    };
    let is_code = |path: &PathBuf| path.extension().is_some_and(|it| it == "rs" || it == "js");
    files(&project().join("src")).into_iter().filter(is_code).map(read).collect()
}

/// The code of a file without its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap()
}

/// The parts of `src/site`, in the order in which content passes through them: each may use those before
/// it. `starter`, `import` and `doctor` are outside that order.
const ROOMS: [&str; 24] = [
    "messages",
    "files",
    "parse",
    "pictures",
    "calendar",
    "communes",
    "stem",
    "content",
    "forms",
    "check",
    "compile",
    "search",
    "drawings",
    "cards",
    "downloads",
    "admin",
    "bundle",
    "render",
    "publish",
    "serve",
    "edit",
    "starter",
    "import",
    "doctor",
];

#[test]
fn layers_and_rooms_point_one_way() {
    let modules = Modules::read();
    let mut checked = [0; 2];
    for (from, to) in modules.imports().chain(modules.hand_overs()) {
        let name = |module: &str, at: usize| module.split("::").nth(at).map(str::to_owned);
        let floor = |order: &[&str], it: Option<String>| {
            order.iter().position(|other| Some(*other) == it.as_deref())
        };
        for (kind, (order, at)) in [(&LAYERS[..], 1), (&ROOMS[..], 2)].into_iter().enumerate() {
            let is_inside = at == 1 || [from, to].iter().all(|it| it.starts_with("crate::site::"));
            let floors = floor(order, name(from, at)).zip(floor(order, name(to, at)));
            if let Some((above, below)) = floors.filter(|(one, other)| is_inside && one != other) {
                checked[kind] += 1;
                assert!(below < above, "{from} uses {to}, which is above it");
            }
        }
        let browser = to.starts_with("crate::browser") && !from.starts_with("crate::browser");
        let import = to.starts_with("crate::site::import") && from.contains("::doctor");
        assert!(!browser && !import, "{from} uses {to}");
    }
    assert!(checked[0] > 200 && checked[1] > 100, "only {checked:?} imports were found");
}

#[test]
fn every_part_of_the_site_has_its_place() {
    let names = std::fs::read_dir(project().join("src/site")).unwrap().map(|it| it.unwrap());
    let names = names.map(|it| it.path().file_stem().unwrap().to_str().unwrap().to_owned());
    let mut names: Vec<String> = names.filter(|name| name != "mod").collect();
    let mut rooms = ROOMS.map(str::to_owned).to_vec();
    names.sort();
    rooms.sort();
    assert_eq!(names, rooms);
    let text = std::fs::read_to_string(project().join("ARCHITECTURE.md")).unwrap();
    for room in ROOMS {
        assert!(text.contains(&format!("`{room}")), "ARCHITECTURE.md does not name {room}");
    }
}

#[test]
fn no_two_files_need_each_other() {
    let modules = Modules::read();
    let imports = modules.imports();
    let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in imports {
        needs.entry(from).or_default().insert(to);
    }
    // What is needed by nobody, or needs nobody, is in no cycle: what stays is, or is between two.
    loop {
        let before = needs.len();
        let left: BTreeSet<&str> = needs.keys().copied().collect();
        needs.values_mut().for_each(|of| of.retain(|it| left.contains(it)));
        needs.retain(|_, of| !of.is_empty());
        let needed: BTreeSet<&str> = needs.values().flatten().copied().collect();
        needs.retain(|it, _| needed.contains(it));
        if needs.len() == before {
            break;
        }
    }
    assert!(needs.is_empty(), "an import cycle among {needs:#?}");
}

/// The files of the library as modules, with what they import, tests left out. What a file only hands on
/// (`pub use`) it does not need itself: who asks for it needs the file that has it.
struct Modules {
    /// The paths that each module names, from the root.
    paths: BTreeMap<String, Vec<String>>,
    /// What modules hand on: the names, with where they are.
    handed_on: BTreeMap<String, String>,
}

impl Modules {
    fn read() -> Self {
        let files = sources().into_iter().filter_map(|(path, text)| {
            let name = path.to_str()?.strip_prefix("src/")?.strip_suffix(".rs")?;
            let name = name.strip_suffix("/mod").unwrap_or(name);
            let is_program = name == "main" || name.starts_with("bin/");
            let module = match name {
                "lib" => "crate".to_owned(),
                name => format!("crate::{}", name.replace('/', "::")),
            };
            (!is_program).then(|| (module, syn::parse_file(&text).unwrap()))
        });
        let files: BTreeMap<String, syn::File> = files.collect();
        let mut modules = Self { paths: BTreeMap::new(), handed_on: BTreeMap::new() };
        for (module, file) in &files {
            let mut named = Named::of(module, &files);
            named.visit_file(file);
            for (name, path) in named.public {
                if named.words.contains(&name) {
                    named.paths.push(path.clone());
                }
                modules.handed_on.insert(format!("{module}::{name}"), path);
            }
            modules.paths.insert(module.clone(), named.paths);
        }
        modules
    }

    /// Which module needs which other.
    fn imports(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.paths.iter().flat_map(|(from, paths)| {
            let to = paths.iter().filter_map(|path| self.home(path));
            to.map(move |to| (from.as_str(), to))
        });
        pairs.filter(|(from, to)| from != to)
    }

    /// Which module hands on something of which other.
    fn hand_overs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.handed_on.iter().filter_map(|(name, path)| {
            let (from, _) = name.rsplit_once("::")?;
            Some((from, self.home(path)?))
        })
    }

    /// The file that has what a path names.
    fn home(&self, path: &str) -> Option<&str> {
        let mut path = path.to_owned();
        for _ in 0..4 {
            let handed = ends(&path).find_map(|end| self.handed_on.get(end));
            match handed.filter(|to| **to != path) {
                Some(to) => path.clone_from(to),
                None => break,
            }
        }
        ends(&path).find_map(|end| self.paths.get_key_value(end)).map(|(module, _)| module.as_str())
    }
}

/// A path, and what comes before each `::`, longest first.
fn ends(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rsplit_once("::").map(|(before, _)| before))
}

/// Gathers the paths that a file names.
struct Named<'a> {
    module: &'a str,
    files: &'a BTreeMap<String, syn::File>,
    paths: Vec<String>,
    /// What it hands on, by the name there.
    public: Vec<(String, String)>,
    /// Every word of its code.
    words: BTreeSet<String>,
}

impl<'a> Named<'a> {
    fn of(module: &'a str, files: &'a BTreeMap<String, syn::File>) -> Self {
        let words = BTreeSet::new();
        Self { module, files, paths: Vec::new(), public: Vec::new(), words }
    }
}

impl Named<'_> {
    /// A path from the root, if it is one of this library.
    fn absolute(&self, path: &[String]) -> Option<String> {
        let mut base: Vec<&str> = self.module.split("::").collect();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" => base.truncate(0),
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|it| it == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            child => {
                self.files.get(&format!("{}::{child}", self.module))?;
            }
        }
        Some(base.into_iter().map(str::to_owned).chain(rest.iter().cloned()).collect::<Vec<_>>())
            .map(|parts| parts.join("::"))
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String], is_public: bool) {
        let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident), is_public),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.tree(tree, before, is_public));
            }
            syn::UseTree::Name(name) if name.ident == "self" => self.add(before, is_public),
            syn::UseTree::Name(name) => self.add(&with(&name.ident), is_public),
            syn::UseTree::Rename(name) if is_public => {
                let path = self.absolute(&with(&name.ident));
                self.public.extend(path.map(|path| (name.rename.to_string(), path)));
            }
            syn::UseTree::Rename(name) => self.add(&with(&name.ident), false),
            syn::UseTree::Glob(_) => self.add(before, false),
        }
    }

    fn add(&mut self, path: &[String], is_public: bool) {
        let Some(absolute) = self.absolute(path) else { return };
        match path.last().filter(|_| is_public) {
            Some(name) => self.public.push((name.clone(), absolute)),
            None => self.paths.push(absolute),
        }
    }

    /// What macros are given is no syntax of ours: every word may be one, and every path.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(sign) if sign.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.path(&std::mem::take(&mut path));
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                other => {
                    self.path(&std::mem::take(&mut path));
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.path(&path);
    }

    fn path(&mut self, parts: &[String]) {
        self.words.extend(parts.first().cloned());
        if parts.len() > 1 {
            self.add(parts, false);
        }
    }
}

impl<'ast> Visit<'ast> for Named<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
        if !is_test {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[], !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        self.path(&parts);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (path, text) in sources() {
        let start = if path.extension().is_some_and(|it| it == "js") { "// " } else { "//! " };
        assert!(text.starts_with(start), "{path:?} begins without a `{start}` line");
    }
}

#[test]
fn files_stay_short() {
    for (path, text) in sources() {
        let lines = without_tests(&text).lines().count();
        let most = if path.starts_with("src/pages") { 200 } else { 350 };
        assert!(lines <= most, "{path:?} has {lines} lines; a noun is hiding in it");
    }
}

/// Whether a line begins a function, whatever its visibility and qualifiers.
fn begins_a_function(code: &str) -> bool {
    let code = match code.strip_prefix("pub(") {
        Some(rest) => rest.split_once(") ").map_or("", |(_, rest)| rest),
        None => code.strip_prefix("pub ").unwrap_or(code),
    };
    let code = code.strip_prefix("const ").unwrap_or(code);
    code.strip_prefix("async ").unwrap_or(code).starts_with("fn ")
}

#[test]
fn functions_of_every_kind_are_recognised() {
    for code in ["fn a()", "pub fn a()", "pub(super) fn a()", "pub(in crate::site) const fn a()"] {
        assert!(begins_a_function(code), "{code}");
    }
    for code in ["// fn a()", "let a = |it: fn (u8)| it;", "pub struct A;"] {
        assert!(!begins_a_function(code), "{code}");
    }
}

#[test]
fn functions_stay_short() {
    const MOST: usize = 40;
    let mut checked = 0;
    for (path, text) in sources() {
        let lines: Vec<&str> = without_tests(&text).lines().collect();
        for (start, line) in lines.iter().enumerate() {
            let code = line.trim_start();
            if !begins_a_function(code) {
                continue;
            }
            let end = format!("{}}}", &line[..line.len() - code.len()]);
            let length = lines[start..].iter().position(|line| *line == end).map_or(1, |at| at + 1);
            checked += 1;
            assert!(length <= MOST, "{path:?}: `{code}` has {length} lines");
        }
    }
    assert!(checked > 150, "only {checked} functions were found");
}

#[test]
fn nothing_from_outside_is_unwrapped() {
    for (path, text) in sources() {
        let code = without_tests(&text);
        for word in [".unwrap()", ".unwrap_throw()", ".expect(", "panic!(", "todo!(", "unsafe "] {
            assert!(!code.contains(word), "{path:?} contains `{word}`");
        }
    }
}

/// What the build draws is drawn by the same functions in the browser, which know no document.
#[test]
fn only_the_browser_has_views_of_its_own() {
    for (path, text) in sources() {
        let is_free = path.starts_with("src/browser") || !text.contains("leptos");
        assert!(is_free, "{path:?}: write what it shows with `html!` (record 16)");
    }
}

#[test]
fn the_changelog_has_a_place_for_the_next_change() {
    let changelog = std::fs::read_to_string(project().join("CHANGELOG.md")).unwrap();
    assert!(changelog.contains("\n## Unreleased\n"));
}

#[test]
fn the_architecture_names_every_module() {
    let text = std::fs::read_to_string(project().join("ARCHITECTURE.md")).unwrap();
    for layer in LAYERS {
        assert!(text.contains(&format!("`src/{layer}")), "ARCHITECTURE.md does not name {layer}");
    }
}

#[test]
fn the_page_or_the_app_holds_every_style_sheet() {
    let index = std::fs::read_to_string(project().join("index.html")).unwrap();
    let app = std::fs::read_to_string(project().join("src/browser/style.rs")).unwrap();
    let page = std::fs::read_to_string(project().join("src/site/render/page.rs")).unwrap();
    let scripts = std::fs::read_to_string(project().join("src/site/render/scripts.rs")).unwrap();
    for path in files(&project().join("style")) {
        let path = path.strip_prefix(project()).unwrap().to_str().unwrap().to_owned();
        let is_there = match path.as_str() {
            "style/app.css" => app.contains(&format!("include_str!(\"../../{path}\")")),
            "style/search.css" => scripts.contains(&format!("include_str!(\"../../../{path}\")")),
            "style/menu.css" => page.contains(&format!("include_str!(\"../../../{path}\")")),
            _ => index.contains(&format!("href=\"{path}\"")),
        };
        assert!(is_there, "{path} is nowhere included");
    }
}

#[test]
fn scripts_say_how_they_are_used() {
    for path in files(&project().join("script")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(text.starts_with(&format!("#!/bin/sh\n# usage: script/{name}")), "{path:?}");
        let help = std::process::Command::new(&path).arg("--help").output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let comment: Vec<&str> =
            text.lines().skip(1).map_while(|line| line.strip_prefix('#')).map(str::trim).collect();
        assert_eq!(help.trim(), comment.join("\n"), "{path:?}");
    }
}
