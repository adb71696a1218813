//! Licences under which figures are published.

use crate::message;
use crate::site::content::known::elections;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{FromNode, one_of};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;

/// A licence, by the identifier that SPDX gives to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum License {
    /// That of the State.
    LicenceOuverte,
    /// That of OpenStreetMap, and of some local authorities.
    Odbl,
    /// Creative Commons, naming the author.
    By,
    /// Creative Commons, naming the author and sharing alike.
    BySa,
    /// Nobody’s any more.
    Cc0,
}

/// What is known of each: its identifier, what it is called, and where it is.
const LICENSES: [(License, [&str; 3]); 5] = [
    (
        License::LicenceOuverte,
        [
            "etalab-2.0",
            "Licence Ouverte 2.0",
            "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
        ],
    ),
    (
        License::Odbl,
        ["ODbL-1.0", "Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"],
    ),
    (
        License::By,
        ["CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr"],
    ),
    (
        License::BySa,
        ["CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"],
    ),
    (
        License::Cc0,
        ["CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.fr"],
    ),
];

impl License {
    fn words(self) -> [&'static str; 3] {
        LICENSES[self as usize].1
    }

    /// Its identifier.
    pub fn name(self) -> &'static str {
        self.words()[0]
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        self.words()[1]
    }

    /// Where it can be read.
    pub fn path(self) -> &'static str {
        self.words()[2]
    }
}

impl FromNode for License {
    const SHAPE: Shape = Shape::Words(elections::LICENSE);
    const EXPECTED: Message = message!("election-license");
    const EXAMPLE: Message = Message::verbatim("\"etalab-2.0\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = LICENSES.map(|(license, [name, ..])| (name, license));
        one_of(words, node, problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_licence_has_its_words() {
        assert!((0..).zip(LICENSES).all(|(at, (license, _))| license as usize == at));
    }
}
