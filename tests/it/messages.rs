//! The catalogues of messages: every message that is said is in each of them, with the same places to fill, and
//! nothing else is.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;
use urne::site::messages::{CATALOGUES, Language};

use super::{files, project};

/// Messages by name, with the places that are filled.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn of_catalogues(language: Language) -> Messages {
    let mut messages = Messages::new();
    for (file, _, text) in CATALOGUES.iter().filter(|(_, of, _)| *of == language) {
        let resource =
            parser::parse(*text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        let area = file.split(['/', '.']).nth(1).unwrap();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name;
            assert!(name.starts_with(&format!("{area}-")), "{file}: `{name}` begins otherwise");
            let mut places = BTreeSet::new();
            of_pattern(&message.value.expect("a text"), &mut places);
            assert!(messages.insert(name.to_owned(), places).is_none(), "{file}: {name} is twice");
        }
    }
    messages
}

fn of_pattern(pattern: &Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => of_inline(inline, places),
            Expression::Select { selector, variants } => {
                of_inline(selector, places);
                variants.iter().for_each(|variant| of_pattern(&variant.value, places));
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, places: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            places.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = expression.as_ref() {
                of_inline(inline, places);
            }
        }
        _ => {}
    }
}

/// Calls of `message!` in the code, in other macros too.
#[derive(Default)]
struct Said(Messages);

impl Said {
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            let TokenTree::Group(group) = token else { continue };
            let before = |back: usize| at.checked_sub(back).map(|at| tokens[at].to_string());
            if before(1).as_deref() == Some("!") && before(2).as_deref() == Some("message") {
                self.message(group.stream());
            }
            self.tokens(group.stream());
        }
    }

    fn message(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let Some(TokenTree::Literal(name)) = tokens.first() else { return };
        let name = name.to_string().trim_matches('"').to_owned();
        let places = tokens.windows(3).filter_map(|three| match three {
            [TokenTree::Punct(comma), TokenTree::Ident(place), TokenTree::Punct(equals)] => {
                (comma.as_char() == ',' && equals.as_char() == '=').then(|| place.to_string())
            }
            _ => None,
        });
        let places: BTreeSet<String> = places.collect();
        let known = self.0.entry(name.clone()).or_insert_with(|| places.clone());
        assert_eq!(*known, places, "`{name}` is said with other places elsewhere");
    }
}

impl<'ast> Visit<'ast> for Said {
    /// Attributes of clap hold messages too.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone());
        }
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if call.path.is_ident("message") {
            self.message(call.tokens.clone());
        }
        self.tokens(call.tokens.clone());
    }
}

#[test]
fn every_message_is_in_every_catalogue_and_nothing_else_is() {
    let mut said = Said::default();
    for path in files(&project().join("src")) {
        if path.extension().is_some_and(|it| it == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            said.visit_file(&syn::parse_file(code).unwrap());
        }
    }
    assert!(!said.0.is_empty());
    for language in [Language::English, Language::French] {
        let known = of_catalogues(language);
        for (name, places) in &said.0 {
            let known = known.get(name).unwrap_or_else(|| panic!("{language:?}: no `{name}`"));
            assert_eq!(known, places, "{language:?}: the places of `{name}`");
        }
        let unused: Vec<&String> =
            known.keys().filter(|name| !said.0.contains_key(*name)).collect();
        assert!(unused.is_empty(), "{language:?}: nothing says {unused:?}");
    }
    for file in files(&project().join("src/site/messages")) {
        let is_read = |(name, ..): &(&str, Language, &str)| file.ends_with(name);
        let is_catalogue = file.extension().is_some_and(|it| it == "ftl");
        assert!(!is_catalogue || CATALOGUES.iter().any(is_read), "{file:?} is not read");
    }
}

/// What is said in English to those who build the app with Trunk, and what is the same in every language.
const AS_IT_IS: [&str; 10] = [
    "404.html states no policy",
    "index.html must contain `<!--HEAD-->` before `<!--APP-->`",
    "the loader of index.html has no end",
    "the style sheets: {error}",
    "index.html must contain `{place}` once: see ARCHITECTURE.md",
    "<script type=\"module\">",
    "Trunk wrote a loader of its own: `pattern_script` is missing in Trunk.toml",
    "two pages would be written to {twice:?}",
    "{route} cannot be rendered",
    "a page as JSON",
];

/// Texts in what is printed or becomes an error.
#[derive(Default)]
struct Literals(Vec<String>);

impl Literals {
    fn tokens(&mut self, tokens: TokenStream) {
        let mut is_message = false;
        for token in tokens {
            match token {
                TokenTree::Group(group) if !is_message => self.tokens(group.stream()),
                TokenTree::Literal(literal) => self.literal(&literal.to_string()),
                TokenTree::Ident(name) => {
                    is_message = name == "message";
                    continue;
                }
                TokenTree::Punct(sign) if sign.as_char() == '!' => continue,
                _ => {}
            }
            is_message = false;
        }
    }

    fn literal(&mut self, code: &str) {
        let Ok(text) = syn::parse_str::<syn::LitStr>(code) else { return };
        let text = text.value();
        let outside = regex::Regex::new(r"\{[^}]*\}").unwrap().replace_all(&text, "").into_owned();
        let has_words = regex::Regex::new(r"\p{L}{2,} \p{L}{2,}").unwrap().is_match(&outside);
        if has_words && !AS_IT_IS.contains(&text.as_str()) {
            self.0.push(text);
        }
    }
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call.path.segments.last().unwrap().ident.to_string();
        let printing = ["print", "println", "eprint", "eprintln", "bail", "anyhow", "ensure"];
        if printing.contains(&name.as_str()) {
            self.tokens(call.tokens.clone());
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "context" || call.method == "with_context" {
            for argument in &call.args {
                self.tokens(quoted(argument));
            }
        }
        syn::visit::visit_expr_method_call(self, call);
    }
}

/// The literals of an argument, as tokens.
fn quoted(argument: &syn::Expr) -> TokenStream {
    struct Found(TokenStream);
    impl<'ast> Visit<'ast> for Found {
        fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
            self.0.extend([TokenTree::Literal(text.token())]);
        }

        fn visit_macro(&mut self, call: &'ast syn::Macro) {
            if !call.path.is_ident("message") {
                self.0.extend(call.tokens.clone());
            }
        }
    }
    let mut found = Found(TokenStream::new());
    found.visit_expr(argument);
    found.0
}

#[test]
fn what_is_said_to_people_is_in_the_catalogues() {
    let mut literals = Literals::default();
    for folder in ["src/command", "src/site"] {
        for path in files(&project().join(folder)) {
            if path.extension().is_some_and(|it| it == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
                literals.visit_file(&syn::parse_file(code).unwrap());
            }
        }
    }
    assert!(literals.0.is_empty(), "these bypass `message!`: {:#?}", literals.0);
}
