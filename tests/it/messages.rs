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
