//! Names, nuances and titles of candidates: those that are in a table, and those that a file
//! publishes. It must not take the place of what is there unless it is asked to.

use crate::election::Candidate;
use crate::message;
use crate::site::content::election::tables::Named;
use crate::site::messages::Message;

/// What becomes of the titles of a round.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    /// Whether published titles replace existing ones.
    pub replace: bool,
    /// What would be another, had it been asked for; each before and after.
    pub kept: Vec<Message>,
    /// What is another now; each before and after.
    pub replaced: Vec<Message>,
    /// What was empty before.
    pub filled: Vec<Message>,
}

impl Titles {
    /// Nothing so far.
    pub fn new(replace: bool) -> Self {
        Self { replace, ..Self::default() }
    }

    /// Joins what a list of candidates says of one of them.
    pub fn join(&mut self, key: &str, known: &mut Candidate, found: Candidate) {
        let title = found.list.clone().unwrap_or_else(|| found.name.clone());
        // Where no short name is published, the existing title is what the name would be.
        if known.list.as_ref() != Some(&found.name) {
            let name = Some(known.name.clone()).filter(|name| name != key);
            if let Some(name) = self.title(key, "name", name, Some(found.name)) {
                known.name = name;
            }
        }
        let title = Some(title).filter(|title| known.list.is_some() || *title != known.name);
        let list = self.title(key, "list", known.list.take(), title);
        known.list = list.filter(|list| *list != known.name);
        known.head = self.title(key, "head", known.head.take(), found.head);
        known.nuance = self.title(key, "nuance", known.nuance.take(), found.nuance);
        known.panel = found.panel.or(known.panel);
    }

    /// Joins the titles that results publish next to the votes; names and nuances are the editor’s.
    pub fn join_results(&mut self, known: &mut Named, published: &Named) {
        for (key, known) in known {
            let Some((_, found)) = published.iter().find(|(known, _)| known == key) else {
                continue;
            };
            known.list = self.title(key, "list", known.list.take(), found.list.clone());
            known.head = self.title(key, "head", known.head.take(), found.head.clone());
        }
    }

    fn title(
        &mut self,
        key: &str,
        what: &str,
        known: Option<String>,
        found: Option<String>,
    ) -> Option<String> {
        let (known, found) = match (known, found) {
            (Some(known), Some(found)) if known != found => (known, found),
            (None, Some(found)) => {
                let title = found.as_str();
                self.filled.push(message!("import-title", key = key, what = what, title = title));
                return Some(found);
            }
            (known, _) => return known,
        };
        let change = message!(
            "import-other-title",
            key = key,
            what = what,
            before = known.as_str(),
            after = found.as_str(),
        );
        if self.replace {
            self.replaced.push(change);
            return Some(found);
        }
        self.kept.push(change);
        Some(known)
    }
}
