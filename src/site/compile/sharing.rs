//! Which results are shared: they have a card, a page to embed and a poster, and say so.
//! There may be a page for each commune of the country; a card takes a tenth of a second, and nobody shares them all.

use std::collections::HashSet;

use crate::chart::round_chart;
use crate::data::Round;
use crate::election::{Base, Level, Place};
use crate::route::{Route, href};
use crate::site::content;

/// What is shared of a site.
pub struct Sharing {
    /// Codes of the communes of which some election of the site is.
    communes: HashSet<String>,
    /// Scheme and host.
    base: String,
}

/// The height of an embed beyond its bars, and of each of these, in pixels.
const AROUND: usize = 330;
const BAR: usize = 52;

/// The height of the embed of a round, in pixels: what it has before it says its own.
pub fn height(round: &Round) -> usize {
    AROUND + BAR * round_chart(String::new(), round, Base::default()).labels.len()
}

impl Sharing {
    /// Looks at all elections for the communes of the site.
    pub fn of(elections: &[content::Election], base: &str) -> Self {
        let own = elections.iter().filter(|it| it.own_level() == Level::Commune);
        let communes = own.filter_map(|it| it.code.clone()).collect();
        Self { communes, base: base.to_owned() }
    }

    /// Whether the result of an election in a territory is shared: in the election’s own territory, in those whose figures
    /// its own file has, and in the communes of the site.
    pub fn has(&self, election: &content::Election, place: &Place) -> bool {
        let is_commune = place.level == Level::Commune && self.communes.contains(&place.code);
        let is_own =
            || election.own_level() == place.level && election.code.as_ref() == Some(&place.code);
        let is_other = || election.other_territories.iter().any(|other| other.place == *place);
        is_commune || is_own() || is_other()
    }

    /// What is copied into another page to show the result there: it works without its script, in a fixed height.
    pub fn embed(&self, route: &Route, title: &str, rounds: &[Round]) -> Option<String> {
        let round = rounds.last()?;
        let (base, path) = (&self.base, href(&route.embed()?));
        let (title, height) = (html_escape::encode_quoted_attribute(title), height(round));
        Some(format!(
            "<iframe src=\"{base}{path}\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
             style=\"border:0\" loading=\"lazy\"></iframe>\n\
             <script>addEventListener(\"message\",e=>{{if(e.origin==\"{base}\"&&e.data.urne>0)for(const f \
             of document.querySelectorAll(\"iframe\"))if(f.contentWindow==e.source)f.height=e.data.urne}})\
             </script>"
        ))
    }
}
