//! Names, nuances and titles of candidates: those that stand in a table, and those that a file
//! publishes. It must not take the place of what stands there unless it is asked to.

use crate::election::Candidate;
use crate::site::content::election::tables::Named;

/// What becomes of the titles of a round.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    /// Whether published titles take the place of those that stand.
    pub replace: bool,
    /// What would be another, had it been asked for; each before and after.
    pub kept: Vec<String>,
    /// What is another now; each before and after.
    pub replaced: Vec<String>,
    /// What was empty before.
    pub filled: Vec<String>,
}

impl Titles {
    /// Nothing so far.
    pub fn new(replace: bool) -> Self {
        Self { replace, ..Self::default() }
    }

    /// Joins what a list of candidates says of one of them.
    pub fn join(&mut self, key: &str, standing: &mut Candidate, found: Candidate) {
        let title = found.list.clone().unwrap_or_else(|| found.name.clone());
        // Where no short name is published, the title that stands is what the name would be.
        if standing.list.as_ref() != Some(&found.name) {
            let name = Some(standing.name.clone()).filter(|name| name != key);
            if let Some(name) = self.title(key, "name", name, Some(found.name)) {
                standing.name = name;
            }
        }
        let title = Some(title).filter(|title| standing.list.is_some() || *title != standing.name);
        let list = self.title(key, "list", standing.list.take(), title);
        standing.list = list.filter(|list| *list != standing.name);
        standing.head = self.title(key, "head", standing.head.take(), found.head);
        standing.nuance = self.title(key, "nuance", standing.nuance.take(), found.nuance);
        standing.panel = found.panel.or(standing.panel);
    }

    /// Joins the titles that results publish beside the votes; names and nuances are the editor’s.
    pub fn join_results(&mut self, standing: &mut Named, published: &Named) {
        for (key, standing) in standing {
            let Some((_, found)) = published.iter().find(|(known, _)| known == key) else {
                continue;
            };
            standing.list = self.title(key, "list", standing.list.take(), found.list.clone());
            standing.head = self.title(key, "head", standing.head.take(), found.head.clone());
        }
    }

    fn title(
        &mut self,
        key: &str,
        what: &str,
        standing: Option<String>,
        found: Option<String>,
    ) -> Option<String> {
        let (standing, found) = match (standing, found) {
            (Some(standing), Some(found)) if standing != found => (standing, found),
            (None, Some(found)) => {
                self.filled.push(format!("{key}: {what} \"{found}\""));
                return Some(found);
            }
            (standing, _) => return standing,
        };
        let change = format!("{key}: {what} \"{standing}\" → \"{found}\"");
        if self.replace {
            self.replaced.push(change);
            return Some(found);
        }
        self.kept.push(change);
        Some(standing)
    }
}
