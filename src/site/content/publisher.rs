//! Who publishes the site and where it is hosted: fields of `site.json` that its pages, its legal notice and search
//! engines are told.

use lazy_regex::regex_is_match;

use crate::message;
use crate::site::content::known;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, unexpected};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{Node, Value};
use crate::site::parse::values::{Mail, Text, Url};

/// Who publishes the site.
#[derive(Clone)]
pub struct Publisher {
    /// The name.
    pub name: Spanned<String>,
    /// The postal address, on one line.
    pub address: Option<String>,
    /// The e-mail address.
    pub mail: Option<String>,
    /// The telephone number.
    pub phone: Option<Phone>,
    /// Who answers for what is published.
    pub director: Option<String>,
    /// On whose machines the site is.
    pub host: Option<Host>,
    /// Where else the publisher writes.
    pub accounts: Vec<Account>,
}

/// Who hosts the site.
#[derive(Clone)]
pub struct Host {
    /// The name.
    pub name: String,
    /// The postal address, on one line.
    pub address: Option<String>,
    /// The telephone number.
    pub phone: Option<Phone>,
}

/// An account of the publisher on another site.
#[derive(Clone)]
pub struct Account {
    /// What a reader sees.
    pub label: String,
    /// Its URL.
    pub to: String,
}

/// A telephone number as its readers write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(pub String);

impl Phone {
    /// The number as a link.
    pub fn href(&self) -> String {
        let dialled = self.0.chars().filter(|it| it.is_ascii_digit() || *it == '+');
        format!("tel:{}", dialled.collect::<String>())
    }
}

impl FromNode for Phone {
    const SHAPE: Shape = Shape::Phone;
    const EXPECTED: Message = message!("content-phone");
    const EXAMPLE: Message = Message::verbatim("\"+33 1 99 00 00 00\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(text) = &node.value else { return unexpected(node, problems) };
        let spaced = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
        let digits = spaced.chars().filter(char::is_ascii_digit).count();
        let is_number = regex_is_match!(r"^\+?\d(?:[ .-]?\d)*$", &spaced);
        // From short numbers to the longest that there are (ITU-T E.164).
        if is_number && (3..=15).contains(&digits) {
            Some(Self(spaced.replace(' ', "\u{a0}")))
        } else {
            unexpected(node, problems)
        }
    }
}

impl FromNode for Host {
    const SHAPE: Shape = Shape::Table(&known::HOST);
    const EXPECTED: Message = message!("content-host");
    const EXAMPLE: Message =
        Message::verbatim("{ \"name\": \"…\", \"address\": \"…\", \"phone\": \"…\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::HOST, node, problems)?;
        let name = fields.required::<Text>("name", problems);
        let address = fields.optional::<Text>("address", problems);
        let phone = fields.optional("phone", problems);
        fields.finish(problems);
        Some(Self { name: name?.0, address: address.map(|it| it.0), phone })
    }
}

impl FromNode for Account {
    const SHAPE: Shape = Shape::Table(&known::ACCOUNT);
    const EXPECTED: Message = message!("content-account");
    const EXAMPLE: Message = Message::verbatim(
        "{ \"label\": \"Mastodon\", \"to\": \"https://mastodon.example/@section\" }",
    );

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::ACCOUNT, node, problems)?;
        let label = fields.required::<Text>("label", problems);
        let to = fields.required::<Url>("to", problems);
        fields.finish(problems);
        Some(Self { label: label?.0, to: to?.0 })
    }
}

impl Publisher {
    /// Reads the fields of `site.json` that are about the publisher.
    pub fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Self> {
        let name = fields.required::<Spanned<Text>>("publisher", problems);
        let address = fields.optional::<Text>("address", problems);
        let mail = fields.optional::<Mail>("contact", problems);
        let phone = fields.optional("phone", problems);
        let director = fields.optional::<Text>("director", problems);
        let host = fields.optional("host", problems);
        let accounts = fields.optional::<Vec<Account>>("accounts", problems);
        Some(Self {
            name: name?.map(|name| name.0),
            address: address.map(|address| address.0),
            mail: mail.map(|mail| mail.0),
            phone,
            director: director.map(|director| director.0),
            host,
            accounts: accounts.unwrap_or_default(),
        })
    }

    /// The fields that say what a legal notice must say of a publisher (loi du 21 juin 2004, art. 1-1) and that are
    /// left out.
    pub fn lacking(&self) -> Vec<&'static str> {
        let said = [
            ("address", self.address.is_some()),
            ("phone", self.phone.is_some()),
            ("director", self.director.is_some()),
        ];
        said.iter().filter(|(_, is_said)| !is_said).map(|(name, _)| *name).collect()
    }

    /// The same of whom the site is hosted by.
    pub fn lacking_of_host(&self) -> Vec<&'static str> {
        let Some(host) = &self.host else { return vec!["host"] };
        let said = [("host.address", host.address.is_some()), ("host.phone", host.phone.is_some())];
        said.iter().filter(|(_, is_said)| !is_said).map(|(name, _)| *name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_without_its_spaces() {
        assert_eq!(Phone("01\u{a0}99.00-00 12".to_owned()).href(), "tel:0199000012");
        assert_eq!(Phone("+33 1 99 00 00 12".to_owned()).href(), "tel:+33199000012");
    }
}
