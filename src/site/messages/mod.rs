//! What the program says to people, in French and in English: messages by name, and their texts in catalogues of
//! [Fluent](https://projectfluent.org), one file for each part of the program.

pub mod causes;

use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::sync::{LazyLock, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// français
    #[value(name = "fr")]
    French,
    /// English
    #[value(name = "en")]
    English,
}

/// The catalogues of both languages, by their file names.
macro_rules! catalogues {
    ($($name:literal),* $(,)?) => {
        &[$(
            (
                concat!("en/", $name, ".ftl"),
                Language::English,
                include_str!(concat!("en/", $name, ".ftl")),
            ),
            (
                concat!("fr/", $name, ".ftl"),
                Language::French,
                include_str!(concat!("fr/", $name, ".ftl")),
            ),
        )*]
    };
}

/// The catalogues of each language: their file names, and what is in them.
pub const CATALOGUES: &[(&str, Language, &str)] = catalogues![
    "arguments",
    "check",
    "content",
    "doctor",
    "election",
    "fields",
    "forms",
    "import",
    "markdown",
    "mistakes",
    "program",
    "wordpress",
];

impl Language {
    /// The language of a locale, such as `fr_FR.UTF-8`: French, else English.
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("fr") { Self::French } else { Self::English }
    }

    /// Its code, as HTML has it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    const fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::French => langid!("fr"),
            Self::English => langid!("en"),
        }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static FRENCH: LazyLock<FluentBundle<FluentResource>> =
            LazyLock::new(|| bundle(Language::French));
        static ENGLISH: LazyLock<FluentBundle<FluentResource>> =
            LazyLock::new(|| bundle(Language::English));
        match self {
            Self::French => &FRENCH,
            Self::English => &ENGLISH,
        }
    }
}

/// The texts of a language. A catalogue with a mistake is read as far as it can be; a test holds that none has one.
fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Signs around what is filled in would be seen in terminals.
    bundle.set_use_isolating(false);
    for (_, _, text) in CATALOGUES.iter().filter(|(_, of, _)| *of == language) {
        let resource = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(resource, _)| resource));
    }
    bundle
}

static SPOKEN: OnceLock<Language> = OnceLock::new();

/// Sets the language of everything that is said from now on. It is set once, at the start; without it, the
/// program speaks English.
pub fn speak(language: Language) {
    let _ = SPOKEN.set(language);
}

/// The language in which the program speaks.
pub fn spoken() -> Language {
    SPOKEN.get().copied().unwrap_or(Language::English)
}

/// Something to say, whatever the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// What is the same in every language, or comes from elsewhere.
    Text(Cow<'static, str>),
    /// A message of the catalogues, with what is filled in.
    Entry(&'static str, Vec<(&'static str, Argument)>),
}

/// What is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A text as it is.
    Text(String),
    /// A number, on which the form of words may depend.
    Number(usize),
    /// Another message.
    Message(Message),
}

impl Message {
    /// What is the same in every language, such as a sample of code.
    pub const fn verbatim(text: &'static str) -> Self {
        Self(Kind::Text(Cow::Borrowed(text)))
    }

    /// A message of the catalogues without anything to fill in: [`message!`](crate::message) writes this.
    pub const fn plain(name: &'static str) -> Self {
        Self(Kind::Entry(name, Vec::new()))
    }

    /// A message of the catalogues: [`message!`](crate::message) writes this.
    pub fn entry(name: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self(Kind::Entry(name, arguments))
    }

    /// What is filled in at a place, where this is the message of a name.
    pub fn filled(&self, of: &str, place: &str) -> Option<&str> {
        let Kind::Entry(name, arguments) = &self.0 else { return None };
        let mut found = arguments.iter().filter(|(other, _)| *name == of && *other == place);
        match found.next()? {
            (_, Argument::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The text in a language.
    pub fn text(&self, language: Language) -> String {
        let (name, arguments) = match &self.0 {
            Kind::Text(text) => return text.clone().into_owned(),
            Kind::Entry(name, arguments) => (*name, arguments),
        };
        let bundle = language.bundle();
        let Some(pattern) = bundle.get_message(name).and_then(|message| message.value()) else {
            return name.to_owned();
        };
        let mut filled = FluentArgs::new();
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(text.as_str()),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Message(message) => FluentValue::from(message.text(language)),
            };
            filled.set(*name, value);
        }
        bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(spoken()))
    }
}

/// A message as an error.
impl std::error::Error for Message {}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self(Kind::Text(text.into()))
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self(Kind::Text(text.to_owned().into()))
    }
}

/// A message as clap shows it in the help of a command.
impl From<Message> for clap::builder::StyledStr {
    fn from(message: Message) -> Self {
        message.to_string().into()
    }
}

/// A message as clap shows it for what is to be written.
impl From<Message> for clap::builder::Str {
    fn from(message: Message) -> Self {
        message.to_string().into()
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&Path> for Argument {
    fn from(path: &Path) -> Self {
        Self::Text(path.display().to_string())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

/// A message of the catalogues: its name, and what is filled in. `tests/it/messages.rs` holds that every name is in
/// every catalogue, with the same places.
///
/// ```
/// use urne::message;
/// let message = message!("check-problems-found", count = 2_usize);
/// assert_eq!(message.to_string(), "2 problems were found; nothing was written.");
/// ```
#[macro_export]
macro_rules! message {
    ($name:literal) => {
        $crate::site::messages::Message::plain($name)
    };
    ($name:literal, $($place:ident = $value:expr),+ $(,)?) => {
        $crate::site::messages::Message::entry(
            $name,
            vec![$((stringify!($place), $crate::site::messages::Argument::from($value))),+],
        )
    };
}
