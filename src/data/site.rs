//! What every page shows of the site itself.

use super::Picture;

/// The site as its header and footer show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Full name.
    pub name: String,
    /// Name for narrow places and for titles.
    pub short_name: String,
    /// Scheme and host of the canonical URL.
    pub base: String,
    /// The folder of the host in which the site is; nothing for its root.
    pub folder: String,
    /// What stands before the name, in the size in which it is shown.
    pub logo: Option<Picture>,
    /// Who publishes.
    pub publisher: String,
    /// Its postal address.
    pub address: Option<String>,
    /// Where else the publisher writes.
    pub accounts: Vec<Link>,
    /// Main navigation.
    pub navigation: Vec<Link>,
    /// Links at the foot of each page.
    pub footer: Vec<Link>,
}

/// A labelled link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What a reader sees.
    pub label: String,
    /// A path on the site or an absolute URL.
    pub to: String,
    /// Links to the pages below that one.
    pub below: Vec<Link>,
}
