//! Participation in one territory over the years, as horizontal bars of the registered. Votes whose
//! registered are not known, as in a primary, have no bar and are left out.

use super::svg::{self, Ink};
use super::{Caption, Chart, Label, Measure, Table};
use crate::data::{PastRound, Source};
use crate::election::{Base, Share};
use crate::french;

/// Where a bar is in its band, in hundredths from the top: the label has the rest.
const BAR: [u32; 2] = [62, 92];

/// A vote whose participation is known.
struct Known<'a> {
    vote: &'a PastRound,
    registered: u32,
    voters: u32,
    share: Share,
}

impl<'a> Known<'a> {
    fn new(vote: &'a PastRound) -> Option<Self> {
        let (registered, voters) = vote.turnout?;
        let share = Share::of(voters, registered, Base::Registered)?;
        Some(Self { vote, registered, voters, share })
    }

    /// « Élection présidentielle de 2017, premier tour »
    fn name(&self) -> String {
        format!("{}, {}", self.vote.title, self.vote.round)
    }

    fn row(&self) -> Vec<String> {
        let counts = [self.registered, self.voters].map(french::number).into_iter();
        let share = french::percent(self.share);
        std::iter::once(self.name()).chain(counts).chain([share]).collect()
    }

    fn label(&self) -> Label {
        let figures = vec![french::percent(self.share)];
        Label { name: self.name(), figures, about: None, note: None, leads: false }
    }
}

/// Draws the participation of each vote, oldest first; `None` with fewer than two to compare.
pub fn participation_chart(title: String, votes: &[PastRound]) -> Option<Chart> {
    let known: Vec<Known<'_>> = votes.iter().filter_map(Known::new).collect();
    if known.len() < 2 {
        return None;
    }
    let head = ["Scrutin", "Inscrits", "Votants", "Participation"];
    Some(Chart {
        caption: Caption {
            title,
            summary: summary(&known)?,
            measure: Measure::Share(Base::Registered),
            key: None,
            sources: sources(&known),
            table: Table {
                head: head.map(str::to_owned).to_vec(),
                rows: known.iter().map(Known::row).collect(),
            },
        },
        labels: known.iter().map(Known::label).collect(),
        threshold: None,
        svg: drawing(&known),
    })
}

fn summary(known: &[Known<'_>]) -> Option<String> {
    let lowest = known.iter().min_by_key(|it| it.share.hundredths())?;
    let highest = known.iter().max_by_key(|it| it.share.hundredths())?;
    let said = |it: &Known<'_>| format!("{} ({})", french::percent(it.share), it.name());
    Some(format!("De {} à {}.", said(lowest), said(highest)))
}

/// Each publisher once.
fn sources(known: &[Known<'_>]) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for it in known {
        if !sources.contains(&it.vote.source) {
            sources.push(it.vote.source.clone());
        }
    }
    sources
}

/// The whole width is everyone who is registered.
fn drawing(known: &[Known<'_>]) -> String {
    svg::draw(known.len(), 10_000, |area| {
        for (band, it) in known.iter().enumerate() {
            area.draw(&svg::bar(band, [0, it.share.hundredths()], BAR, Ink::Other))?;
        }
        Ok(())
    })
}
