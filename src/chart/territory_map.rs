//! The smaller territories of a territory on a map: who is ahead in each, or how much one candidate
//! has.

use super::Measure;
use super::fill::{Fill, Strength};
use super::map::{Map, MapCaption, TablePlace, map_chart};
use crate::data::{Breakdown, Selection, Source, highest_first};
use crate::election::{Base, Share};
use crate::french;

/// The map that a reader chose: the leaders, or the share of a candidate. `None` without outlines.
///
/// `place` is the whole as the end of a sentence, `table` where every figure is.
pub fn territory_map<'a>(
    breakdown: &'a Breakdown,
    selection: &Selection,
    place: &str,
    sources: Vec<Source>,
    table: TablePlace,
) -> Option<Map<'a>> {
    let contours = breakdown.contours.as_ref()?;
    let view = View::new(breakdown, selection);
    let caption = MapCaption {
        title: view.title(place),
        summary: view.summary(),
        measure: Measure::Share(view.base),
        sources,
        table,
    };
    Some(map_chart(caption, contours, &view.colours(), |code| view.fill_of(code)))
}

/// How each territory of the map that a reader chose is filled, in the order of the outlines.
pub fn territory_fills<'a>(breakdown: &'a Breakdown, selection: &Selection) -> Vec<Fill<'a>> {
    let view = View::new(breakdown, selection);
    let shapes = breakdown.contours.iter().flat_map(|contours| &contours.shapes);
    shapes.map(|shape| view.fill_of(&shape.code)).collect()
}

/// What the map shows.
struct View<'a> {
    breakdown: &'a Breakdown,
    base: Base,
    /// Whose share it is; `None` for whoever is ahead.
    candidate: Option<usize>,
}

impl<'a> View<'a> {
    fn new(breakdown: &'a Breakdown, selection: &Selection) -> Self {
        let candidate = selection.candidate.filter(|index| *index < breakdown.candidates.len());
        Self { breakdown, base: selection.shown_base(breakdown), candidate }
    }

    fn fill_of(&self, code: &str) -> Fill<'a> {
        self.breakdown.row(code).map_or(Fill::Unknown, |row| self.fill(row))
    }

    fn name(&self, candidate: usize) -> &'a str {
        self.breakdown.candidates.get(candidate).map_or("", String::as_str)
    }

    fn colour(&self, candidate: usize) -> &'a str {
        self.breakdown.colours.get(candidate).map_or("", String::as_str)
    }

    fn title(&self, place: &str) -> String {
        let level = self.breakdown.level.singular();
        let what = self.candidate.map_or("Qui est en tête", |candidate| self.name(candidate));
        format!("{what}, {level} par {level}, {place}")
    }

    fn fill(&self, row: usize) -> Fill<'a> {
        let leaders = self.breakdown.leaders(row);
        let (candidate, share) = match (self.candidate, &leaders[..]) {
            (Some(candidate), _) => (candidate, self.breakdown.share(candidate, row, self.base)),
            (None, [leader]) => (*leader, self.breakdown.lead_share(row, self.base)),
            (None, []) => return Fill::Unknown,
            (None, _) => return Fill::Tied,
        };
        share.map_or(Fill::Unknown, |share| Fill::Known {
            colour: self.colour(candidate),
            strength: Strength::of(share.hundredths()),
        })
    }

    /// The words and colours of the legend.
    fn colours(&self) -> Vec<(&'a str, &'a str)> {
        let shown = match self.candidate {
            Some(candidate) => vec![candidate],
            None => self.leads().into_iter().map(|(candidate, _)| candidate).collect(),
        };
        shown.into_iter().map(|it| (self.name(it), self.colour(it))).collect()
    }

    /// Who is alone ahead in how many territories, most first.
    fn leads(&self) -> Vec<(usize, u32)> {
        let rows = 0..self.breakdown.len();
        let alone = rows.filter_map(|row| match self.breakdown.leaders(row)[..] {
            [leader] => Some(leader),
            _ => None,
        });
        let mut counts = vec![0; self.breakdown.candidates.len()];
        for leader in alone {
            if let Some(count) = counts.get_mut(leader) {
                *count += 1;
            }
        }
        let order = highest_first(counts.iter().copied());
        order.into_iter().map(|leader| (leader, counts[leader])).filter(|it| it.1 > 0).collect()
    }

    fn summary(&self) -> String {
        match self.candidate {
            Some(candidate) => self.range(candidate),
            None => self.leaders(),
        }
    }

    /// « Emmanuel Macron est en tête dans 180 communes sur 262, François Fillon dans 82. »
    fn leaders(&self) -> String {
        let all = french::number(self.breakdown.len() as u32);
        let mut leads = self.leads().into_iter();
        let Some((first, count)) = leads.next() else {
            return "Personne n’est seul en tête.".to_owned();
        };
        let subject = |candidate| french::subject(self.breakdown.stands, self.name(candidate));
        let first = subject(first);
        let is = if first.starts_with("des ") { "sont" } else { "est" };
        let territories = french::territories(count as usize, self.breakdown.level);
        let first = french::capitalised(&first);
        let mut text = format!("{first} {is} en tête dans {territories} sur {all}");
        for (candidate, count) in leads {
            text.push_str(&format!(", {} dans {}", subject(candidate), french::number(count)));
        }
        text.push('.');
        text
    }

    /// « De 12,35 % (Les Mureaux) à 51,20 % (Le Vésinet), en pourcentages des exprimés. »
    fn range(&self, candidate: usize) -> String {
        let share = |row| Some((self.breakdown.share(candidate, row, self.base)?, row));
        let shares = || (0..self.breakdown.len()).filter_map(share);
        let key = |(share, _): &(Share, usize)| share.hundredths();
        let said = |(share, row): (Share, usize)| {
            format!("{} ({})", french::percent(share), self.breakdown.names[row])
        };
        match shares().min_by_key(key).zip(shares().max_by_key(key)) {
            Some((least, most)) => format!(
                "De {} à {}, en pourcentages {}.",
                said(least),
                said(most),
                french::of_base(self.base)
            ),
            None => "Aucun pourcentage n’est connu.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Contours, Part};
    use crate::election::{Level, Stands};

    /// Three squares in a row: A leads in the first, B in the second, nobody alone in the third.
    fn three() -> Breakdown {
        let side = |x| vec![(x, 0), (x + 1, 0), (x + 1, 1), (x, 1), (x, 0)];
        let lines = [side(0), side(1), side(2)];
        let shape =
            |line: usize| (format!("7800{line}"), vec![vec![Part { line, backwards: false }]]);
        let shapes = (0..3).map(shape).collect();
        Breakdown {
            round: 1,
            level: Level::Commune,
            codes: ["78000", "78001", "78002"].map(str::to_owned).to_vec(),
            names: ["Ici", "Là", "Ailleurs"].map(str::to_owned).to_vec(),
            registered: vec![200, 200, 200],
            voters: vec![100, 50, 60],
            valid: vec![100, 50, 60],
            candidates: vec!["Anne".to_owned(), "Bruno".to_owned()],
            colours: vec!["#2f7fd6".to_owned(), "#d4701c".to_owned()],
            votes: vec![[70, 10, 30].map(Some).to_vec(), [30, 40, 30].map(Some).to_vec()],
            incomplete: Vec::new(),
            missing: None,
            leading: None,
            stands: Stands::Candidates,
            contours: Some(Contours::new("Essai".to_owned(), (3, 1), &lines, shapes)),
        }
    }

    fn map<'a>(breakdown: &'a Breakdown, selection: &Selection) -> Map<'a> {
        let table = TablePlace { id: "tableau".to_owned(), label: "Le tableau".to_owned() };
        territory_map(breakdown, selection, "dans l’essai", Vec::new(), table).unwrap()
    }

    #[test]
    fn leaders_have_their_colours_and_ties_none() {
        let breakdown = three();
        let map = map(&breakdown, &Selection::default());
        assert_eq!(map.caption.title, "Qui est en tête, commune par commune, dans l’essai");
        assert_eq!(
            map.caption.summary,
            "Anne est en tête dans 1\u{a0}commune sur 3, Bruno dans 1."
        );
        let keys: Vec<&str> = map.legend.iter().map(|key| key.words.as_str()).collect();
        assert_eq!(keys, ["Anne", "Bruno", "égalité"]);
        let colours = map.fills.iter().map(|fill| match fill {
            Fill::Known { colour, .. } => colour,
            Fill::Tied => "tied",
            Fill::Unknown => "unknown",
        });
        assert_eq!(colours.collect::<Vec<_>>(), ["#2f7fd6", "#d4701c", "tied"]);
        assert_eq!(territory_fills(&breakdown, &Selection::default()), map.fills);
    }

    #[test]
    fn a_candidate_has_one_colour_by_the_chosen_base() {
        let selection =
            Selection { candidate: Some(1), base: Base::Registered, ..Selection::default() };
        let breakdown = three();
        let map = map(&breakdown, &selection);
        assert_eq!(map.caption.measure, Measure::Share(Base::Registered));
        assert_eq!(map.caption.title, "Bruno, commune par commune, dans l’essai");
        let said = map.caption.summary.replace('\u{202f}', " ");
        assert_eq!(said, "De 15,00 % (Ici) à 20,00 % (Là), en pourcentages des inscrits.");
        assert_eq!(
            map.fills[1].attributes(),
            [("fill", Some("#d4701c")), ("fill-opacity", Some(".45")), ("class", None)]
        );
    }

    #[test]
    fn a_candidate_who_does_not_stand_is_nobody() {
        let selection = Selection { candidate: Some(9), ..Selection::default() };
        let breakdown = three();
        assert_eq!(map(&breakdown, &selection), map(&breakdown, &Selection::default()));
    }
}
