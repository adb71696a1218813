//! The smaller territories of a territory on a map: who is ahead in each, or how much one candidate
//! has.

use super::Measure;
use super::fill::Fill;
use super::map::{Map, MapCaption, TablePlace, map_chart};
use super::steps::{Measured, Steps};
use crate::data::{Breakdown, Selection, Source, highest_first};
use crate::election::{Base, Share};
use crate::french;

/// The map that a reader chose: the leaders, or the share of a candidate. `None` without outlines.
///
/// `table` is where every figure is.
pub fn territory_map<'a>(
    breakdown: &'a Breakdown,
    selection: &Selection,
    sources: Vec<Source>,
    table: TablePlace,
) -> Option<Map<'a>> {
    let contours = breakdown.contours.as_ref()?;
    let view = View::new(breakdown, selection);
    let colours = view.colours();
    let caption = MapCaption {
        title: view.title(),
        summary: view.summary(),
        measure: view.measure(colours.len()),
        sources,
        table,
    };
    Some(map_chart(caption, contours, &colours, &view.steps, |code| view.fill_of(code)))
}

/// How each territory of the map that a reader chose is filled, in the order of the outlines.
pub fn territory_fills<'a>(breakdown: &'a Breakdown, selection: &Selection) -> Vec<Fill<'a>> {
    let view = View::new(breakdown, selection);
    let shapes = breakdown.contours.iter().flat_map(|contours| &contours.shapes);
    shapes.map(|shape| view.fill_of(&shape.code)).collect()
}

/// What the map that a reader chose shows of a territory: « Versailles : Emmanuel Macron 76,15 % ».
pub fn territory_words(breakdown: &Breakdown, selection: &Selection, code: &str) -> String {
    let Some(row) = breakdown.row(code) else { return "Sans résultat".to_owned() };
    let words = View::new(breakdown, selection).words(row);
    format!("{}\u{a0}: {words}", breakdown.names[row])
}

/// What the map shows.
struct View<'a> {
    breakdown: &'a Breakdown,
    base: Base,
    /// Whose share it is; `None` for whoever is ahead.
    candidate: Option<usize>,
    steps: Steps,
}

/// Several colours need strong steps; one may have more of them.
const STEPS_OF_LEADERS: usize = 3;
const STEPS_OF_A_CANDIDATE: usize = 5;

/// How many of those who are ahead somewhere are named after the first.
const NAMED: usize = 2;

impl<'a> View<'a> {
    fn new(breakdown: &'a Breakdown, selection: &Selection) -> Self {
        let candidate = selection.candidate.filter(|index| *index < breakdown.candidates.len());
        // Steps are of the first base, whichever is chosen: maps that are compared have the same.
        let first = breakdown.bases().first().copied().unwrap_or_default();
        let figures = |row| Some(figure(breakdown, candidate, row, first)?.hundredths());
        let figures: Vec<u32> = (0..breakdown.len()).filter_map(figures).collect();
        let (most, measured) = match candidate {
            Some(_) => (STEPS_OF_A_CANDIDATE, Measured::Share),
            None if breakdown.leading.is_some() => (STEPS_OF_LEADERS, Measured::Share),
            None => (STEPS_OF_LEADERS, Measured::Lead),
        };
        let steps = Steps::of(&figures, most, measured);
        Self { breakdown, base: selection.shown_base(breakdown), candidate, steps }
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

    fn title(&self) -> String {
        let level = self.breakdown.level.singular();
        let what = self.candidate.map_or("Qui est en tête", |candidate| self.name(candidate));
        format!("{what}, par {level}")
    }

    fn fill(&self, row: usize) -> Fill<'a> {
        let candidate = match (self.candidate, &self.breakdown.leaders(row)[..]) {
            (Some(candidate), _) | (None, &[candidate]) => candidate,
            (None, []) => return Fill::Unknown,
            (None, _) => return Fill::Tied,
        };
        let figure = figure(self.breakdown, self.candidate, row, self.base);
        figure.map_or(Fill::Unknown, |figure| Fill::Known {
            colour: self.colour(candidate),
            strength: self.steps.strength(figure.hundredths()),
        })
    }

    /// « Emmanuel Macron 76,15 %, 52,30 points d’avance », « sans résultat ».
    fn words(&self, row: usize) -> String {
        let (name, share) = match self.candidate {
            Some(it) => (self.name(it).to_owned(), self.breakdown.share(it, row, self.base)),
            None => {
                let lead = self.breakdown.lead(row).map(|(name, _)| name);
                (lead.unwrap_or_default(), self.breakdown.lead_share(row, self.base))
            }
        };
        let Some(share) = share else { return "sans résultat".to_owned() };
        let margin = self.breakdown.margin(row, self.base).filter(|_| self.candidate.is_none());
        let margin = margin.map(|margin| {
            let points = french::hundredths(margin.hundredths().into());
            format!(", {points}\u{a0}points d’avance")
        });
        format!("{name} {}{}", french::percent(share), margin.unwrap_or_default())
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
        let leads = self.leads();
        let Some((&(first, count), leads)) = leads.split_first() else {
            return "Personne n’est seul en tête.".to_owned();
        };
        let subject = |candidate| french::subject(self.breakdown.stands, self.name(candidate));
        let first = subject(first);
        let is = if first.starts_with("des ") { "sont" } else { "est" };
        let territories = french::territories(count as usize, self.breakdown.level);
        let first = french::capitalised(&first);
        let mut text = format!("{first} {is} en tête dans {territories} sur {all}");
        // As many names as a phone shows in two lines: the legend has all of them.
        let (named, counted) =
            leads.split_at(if leads.len() > NAMED { NAMED - 1 } else { leads.len() });
        for (candidate, count) in named {
            text.push_str(&format!(", {} dans {}", subject(*candidate), french::number(*count)));
        }
        if !counted.is_empty() {
            let territories = counted.iter().map(|(_, count)| count).sum();
            let others = french::number(counted.len() as u32);
            text.push_str(&format!(", {others} autres dans {}", french::number(territories)));
        }
        text.push('.');
        text
    }

    /// What the strength of a colour stands for. The legend has the steps where there is one colour.
    fn measure(&self, colours: usize) -> String {
        let base = french::of_base(self.base);
        if self.candidate.is_some() {
            return format!("{}.", Measure::Share(self.base).words());
        }
        let figure = match self.breakdown.leading {
            Some(_) => "la part de qui est en tête",
            None => "l’avance sur le suivant",
        };
        let mut text =
            format!("Plus la couleur est vive, plus {figure} est grande, en pourcentages {base}");
        if colours > 1 {
            let steps: Vec<String> = self.steps.all().into_iter().map(|(_, words)| words).collect();
            text.push_str(&format!("\u{a0}: {}", steps.join(", ")));
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

/// By what a row is filled: the share of a candidate, else by how much whoever is ahead is, else their share.
fn figure(it: &Breakdown, candidate: Option<usize>, row: usize, base: Base) -> Option<Share> {
    match (candidate, &it.leading) {
        (Some(candidate), _) => it.share(candidate, row, base),
        (None, None) => it.margin(row, base),
        (None, Some(_)) => it.lead_share(row, base),
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
        territory_map(breakdown, selection, Vec::new(), table).unwrap()
    }

    #[test]
    fn leaders_have_their_colours_and_ties_none() {
        let breakdown = three();
        let map = map(&breakdown, &Selection::default());
        assert_eq!(map.caption.title, "Qui est en tête, par commune");
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
        assert_eq!(
            map.caption.measure.replace('\u{a0}', " "),
            "Plus la couleur est vive, plus l’avance sur le suivant est grande, en pourcentages des \
             exprimés : moins de 60 points, 60 points et plus."
        );
        let words = ["78000", "78001", "78002", "78003"].map(|code| {
            let words = territory_words(&breakdown, &Selection::default(), code);
            words.replace(['\u{a0}', '\u{202f}'], " ")
        });
        assert_eq!(
            words,
            [
                "Ici : Anne 70,00 %, 40,00 points d’avance",
                "Là : Bruno 80,00 %, 60,00 points d’avance",
                "Ailleurs : Anne et Bruno 50,00 %",
                "Sans résultat"
            ]
        );
    }

    #[test]
    fn a_candidate_has_one_colour_by_the_chosen_base() {
        let selection =
            Selection { candidate: Some(1), base: Base::Registered, ..Selection::default() };
        let breakdown = three();
        let map = map(&breakdown, &selection);
        assert_eq!(map.caption.measure, "Pourcentages des inscrits.");
        assert_eq!(map.caption.title, "Bruno, par commune");
        let said = map.caption.summary.replace('\u{202f}', " ");
        assert_eq!(said, "De 15,00 % (Ici) à 20,00 % (Là), en pourcentages des inscrits.");
        // The steps are those of the valid votes: 30 %, 50 %, 80 %.
        let keys: Vec<&str> = map.legend.iter().map(|key| key.words.as_str()).collect();
        let said = ["moins de 50\u{202f}%", "de 50 à 80\u{202f}%", "80\u{202f}% et plus"];
        assert_eq!(keys, said);
        assert_eq!(
            map.fills[1].attributes(),
            [("fill", Some("#d4701c73".to_owned())), ("class", None)]
        );
        assert_eq!(
            territory_words(&breakdown, &selection, "78001").replace(['\u{a0}', '\u{202f}'], " "),
            "Là : Bruno 20,00 %"
        );
    }

    #[test]
    fn of_many_leaders_the_first_are_named() {
        let all = ["Anne", "Bruno", "Chloé", "David"].map(str::to_owned).to_vec();
        let codes = ["78000", "78001", "78002", "78003"].map(str::to_owned).to_vec();
        let votes = |leader| (0..4).map(|row| Some(u32::from(row == leader))).collect();
        let breakdown = Breakdown {
            names: codes.clone(),
            codes,
            candidates: all.clone(),
            colours: vec!["#2f7fd6".to_owned(); 4],
            votes: (0..4).map(votes).collect(),
            registered: vec![1; 4],
            voters: vec![1; 4],
            valid: vec![1; 4],
            ..three()
        };
        let map = map(&breakdown, &Selection::default());
        assert_eq!(
            map.caption.summary.replace('\u{a0}', " "),
            "Anne est en tête dans 1 commune sur 4, Bruno dans 1, 2 autres dans 2."
        );
        let keys: Vec<&str> = map.legend.iter().map(|key| key.words.as_str()).collect();
        assert_eq!(keys, all);
    }

    #[test]
    fn a_candidate_who_does_not_stand_is_nobody() {
        let selection = Selection { candidate: Some(9), ..Selection::default() };
        let breakdown = three();
        assert_eq!(map(&breakdown, &selection), map(&breakdown, &Selection::default()));
    }
}
