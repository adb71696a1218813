//! The smaller territories of a territory on a map: who is ahead in each or how much one candidate has, by how much
//! they are ahead, how many voted, and what changed.

use super::fill::Fill;
use super::map::{Map, MapCaption, TablePlace, map_chart};
use super::steps::{Measured, Steps};
use crate::data::{Breakdown, MapView, Selection, Source, highest_first};
use crate::election::Base;
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
    let tied = if view.shows == MapView::Change { "sans changement" } else { "égalité" };
    Some(map_chart(caption, contours, (&colours, tied), &view.steps, |code| view.fill_of(code)))
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
    shows: MapView,
    steps: Steps,
}

/// The colour of what nobody has: turnout, and by how much one is ahead.
pub const OF_NOBODY: &str = "#407878";

/// The colours of what became more, and of what became less.
pub const MORE_AND_LESS: [&str; 2] = ["#0888f8", "#d07020"];

/// Several colours need strong steps; one may have more of them.
const STEPS_OF_LEADERS: usize = 3;
const STEPS_OF_A_CANDIDATE: usize = 5;

/// How many of those who are ahead somewhere are named after the first.
const NAMED: usize = 2;

impl<'a> View<'a> {
    fn new(breakdown: &'a Breakdown, selection: &Selection) -> Self {
        let candidate = selection.candidate.filter(|index| *index < breakdown.candidates.len());
        let shows = selection.shown_map(breakdown);
        // Steps are of the first base, whichever is chosen: maps that are compared have the same.
        let first = breakdown.bases().first().copied().unwrap_or_default();
        let (most, measured) = match (shows, candidate) {
            // Where nobody comes next, in many small communes, is not to be taken for a pale step.
            (MapView::Change | MapView::Margin, _) => (STEPS_OF_LEADERS, Measured::Lead),
            (MapView::Turnout, _) | (_, Some(_)) => (STEPS_OF_A_CANDIDATE, Measured::Share),
            (_, None) if breakdown.leading.is_some() => (STEPS_OF_LEADERS, Measured::Share),
            (_, None) => (STEPS_OF_LEADERS, Measured::Lead),
        };
        let steps = Steps::of(&[], most, measured);
        let mut view = Self { breakdown, base: first, candidate, shows, steps };
        let figure = |row| Some(view.figure(row)?.unsigned_abs() as u32);
        let figures: Vec<u32> = (0..breakdown.len()).filter_map(figure).collect();
        view.steps = Steps::of(&figures, most, measured);
        Self { base: selection.shown_base(breakdown), ..view }
    }

    /// By what a row is filled, in hundredths: the share of a candidate, else by how much whoever is alone ahead is,
    /// else their share; or what else the map shows.
    fn figure(&self, row: usize) -> Option<i64> {
        let (it, base) = (self.breakdown, self.base);
        let share = match (self.shows, self.candidate) {
            (MapView::Change, candidate) => return it.change(candidate, row),
            (MapView::Turnout, _) => it.turnout(row),
            (MapView::Margin, _) => it.margin(row, base),
            (MapView::Votes, Some(candidate)) => it.share(candidate, row, base),
            (MapView::Votes, None) if it.leading.is_some() => it.lead_share(row, base),
            (MapView::Votes, None) => it.margin(row, base).filter(|_| it.leaders(row).len() == 1),
        };
        Some(share?.hundredths().into())
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
        let name = self.candidate.map(|candidate| self.name(candidate));
        let before = self.breakdown.before.as_ref().map_or("", |before| &before.since);
        match (self.shows, name) {
            (MapView::Votes, name) => format!("{}, par {level}", name.unwrap_or("Qui est en tête")),
            (MapView::Margin, _) => format!("Écart entre les deux premiers, par {level}"),
            (MapView::Turnout, _) => format!("Participation, par {level}"),
            (MapView::Change, name) => {
                let name = name.unwrap_or("Participation");
                format!("{name}, évolution {before}, par {level}")
            }
        }
    }

    fn fill(&self, row: usize) -> Fill<'a> {
        let Some(figure) = self.figure(row) else {
            let leaders = || self.breakdown.leaders(row).len();
            let is_tied = self.shows == MapView::Votes && self.candidate.is_none() && leaders() > 1;
            return if is_tied { Fill::Tied } else { Fill::Unknown };
        };
        let [more, less] = MORE_AND_LESS;
        let colour = match (self.shows, self.candidate, &self.breakdown.leaders(row)[..]) {
            (MapView::Change | MapView::Margin, ..) if figure == 0 => return Fill::Tied,
            (MapView::Change, ..) => {
                if figure > 0 {
                    more
                } else {
                    less
                }
            }
            (MapView::Turnout | MapView::Margin, ..) => OF_NOBODY,
            (_, Some(candidate), _) | (_, None, &[candidate]) => self.colour(candidate),
            (_, None, []) => return Fill::Unknown,
            (_, None, _) => return Fill::Tied,
        };
        Fill::Known { colour, strength: self.steps.strength(figure.unsigned_abs() as u32) }
    }

    /// « Emmanuel Macron 76,15 %, 52,30 points d’avance », « sans résultat ».
    fn words(&self, row: usize) -> String {
        let figure = || self.figure(row).map(|figure| self.said(figure));
        let name = |other| self.candidate.map_or(other, |it| self.name(it)).to_owned();
        let (name, figure) = match (self.shows, self.candidate) {
            (MapView::Turnout, _) => ("participation".to_owned(), figure()),
            (MapView::Change, _) => (name("participation"), figure()),
            (MapView::Votes, Some(_)) => (name(""), figure()),
            _ => {
                let lead = self.breakdown.lead(row).map(|(name, _)| name);
                let share = self.breakdown.lead_share(row, self.base).map(french::percent);
                (lead.unwrap_or_default(), share)
            }
        };
        let Some(figure) = figure else { return "sans résultat".to_owned() };
        let of_leader = self.candidate.is_none() || self.shows == MapView::Margin;
        let of_leader = of_leader && matches!(self.shows, MapView::Votes | MapView::Margin);
        let margin = self.breakdown.margin(row, self.base).filter(|_| of_leader);
        let margin = margin.map(|margin| margin.hundredths()).filter(|margin| *margin > 0);
        let margin = margin
            .map(|margin| format!(", {}\u{a0}points d’avance", french::hundredths(margin.into())));
        format!("{name} {figure}{}", margin.unwrap_or_default())
    }

    /// A figure of this map: « 57,95 % », « 52,30 points », « +3,21 points ».
    fn said(&self, figure: i64) -> String {
        let size = figure.unsigned_abs();
        match self.shows {
            MapView::Change => format!("{}\u{a0}points", french::points(figure)),
            MapView::Margin => format!("{}\u{a0}points", french::hundredths(size)),
            _ => french::percentage(french::hundredths(size)),
        }
    }

    /// The words and colours of the legend.
    fn colours(&self) -> Vec<(&'a str, &'a str)> {
        match self.shows {
            MapView::Votes => {}
            MapView::Change => {
                return ["hausse", "baisse"].into_iter().zip(MORE_AND_LESS).collect();
            }
            _ => return vec![("", OF_NOBODY)],
        }
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
        match (self.shows, self.candidate) {
            (MapView::Votes, None) => self.leaders(),
            _ => self.range(),
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

    /// What a percentage of the map is of.
    fn of(&self) -> &'static str {
        french::of_base(match (self.shows, self.candidate) {
            (MapView::Turnout, _) | (MapView::Change, None) => Base::Registered,
            (MapView::Change, Some(_)) => Base::Valid,
            _ => self.base,
        })
    }

    /// What the strength of a colour stands for. The legend has the steps where there is one colour.
    fn measure(&self, colours: usize) -> String {
        let of = self.of();
        let figure = match (self.shows, self.candidate) {
            (MapView::Margin, _) => return format!("Écarts en points, pourcentages {of}."),
            (MapView::Turnout, _) | (MapView::Votes, Some(_)) => {
                return format!("Pourcentages {of}.");
            }
            (MapView::Change, _) => "la hausse ou la baisse",
            _ if self.breakdown.leading.is_some() => "la part de qui est en tête",
            _ => "l’avance sur le suivant",
        };
        let mut text =
            format!("Plus la couleur est vive, plus {figure} est grande, en pourcentages {of}");
        if colours > 1 {
            let steps: Vec<String> = self.steps.all().into_iter().map(|(_, words)| words).collect();
            text.push_str(&format!("\u{a0}: {}", steps.join(", ")));
        }
        text.push('.');
        text
    }

    /// « De 12,35 % (Les Mureaux) à 51,20 % (Le Vésinet), en pourcentages des exprimés. »
    fn range(&self) -> String {
        let figures = || (0..self.breakdown.len()).filter_map(|row| Some((self.figure(row)?, row)));
        let said = |(figure, row): (i64, usize)| {
            format!("{} ({})", self.said(figure), self.breakdown.names[row])
        };
        let key = |it: &(i64, usize)| it.0;
        let mut text = match figures().min_by_key(key).zip(figures().max_by_key(key)) {
            Some((least, most)) => {
                let (least, most, of) = (said(least), said(most), self.of());
                format!("De {least} à {most}, en pourcentages {of}.")
            }
            None => "Aucun pourcentage n’est connu.".to_owned(),
        };
        // With whom somebody is compared who is not simply the same.
        let with = self.breakdown.before.as_ref().and_then(|it| it.with.get(self.candidate?));
        if let Some(with) = with.filter(|with| self.shows == MapView::Change && !with.is_empty()) {
            text.push(' ');
            text.push_str(with);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Before, Contours, Part};
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
            before: None,
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

    fn said(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_map_shows_margins_with_ties_and_turnout() {
        let breakdown = three();
        let shown = |view| Selection { map: view, ..Selection::default() };
        let margins = map(&breakdown, &shown(MapView::Margin));
        assert_eq!(margins.caption.title, "Écart entre les deux premiers, par commune");
        assert_eq!(
            said(&margins.caption.summary),
            "De 0,00 points (Ailleurs) à 60,00 points (Là), en pourcentages des exprimés."
        );
        assert_eq!(margins.fills[2], Fill::Tied);
        let turnout = map(&breakdown, &shown(MapView::Turnout));
        assert_eq!(turnout.caption.measure, "Pourcentages des inscrits.");
        assert_eq!(
            said(&turnout.caption.summary),
            "De 25,00 % (Là) à 50,00 % (Ici), en pourcentages des inscrits."
        );
        let words = territory_words(&breakdown, &shown(MapView::Turnout), "78001");
        assert_eq!(said(&words), "Là : participation 25,00 %");
        // Without an election before there is no change to choose.
        let leaders = map(&breakdown, &Selection::default());
        assert_eq!(map(&breakdown, &shown(MapView::Change)), leaders);
    }

    #[test]
    fn a_map_shows_what_changed_for_those_who_compare() {
        let before = Before {
            since: "depuis 2019".to_owned(),
            turnout: vec![Some(4_000), Some(2_500), None],
            shares: vec![vec![Some(6_000), None, Some(6_200)], Vec::new()],
            with: vec!["Comparé à 2019 : Anna.".to_owned(), String::new()],
        };
        let breakdown = Breakdown { before: Some(before), ..three() };
        let of = |candidate| Selection { map: MapView::Change, candidate, ..Selection::default() };
        let turnout = map(&breakdown, &of(None));
        assert_eq!(turnout.caption.title, "Participation, évolution depuis 2019, par commune");
        assert_eq!(turnout.fills[1..], [Fill::Tied, Fill::Unknown]);
        let keys: Vec<&str> = turnout.legend.iter().map(|key| key.words.as_str()).collect();
        assert_eq!(keys, ["hausse", "baisse", "sans changement", "sans résultat comparable"]);
        let anne = map(&breakdown, &of(Some(0)));
        assert_eq!(
            said(&anne.caption.summary),
            "De −12,00 points (Ailleurs) à +10,00 points (Ici), en pourcentages des exprimés. \
             Comparé à 2019 : Anna."
        );
        let colour = |at: usize| match anne.fills[at] {
            Fill::Known { colour, .. } => colour,
            _ => "",
        };
        assert_eq!([colour(0), colour(1), colour(2)], [MORE_AND_LESS[0], "", MORE_AND_LESS[1]]);
        assert_eq!(
            said(&territory_words(&breakdown, &of(Some(0)), "78000")),
            "Ici : Anne +10,00 points"
        );
        // Of whom nothing is known, nothing is shown.
        let bruno = map(&breakdown, &of(Some(1)));
        assert_eq!(bruno.caption.summary, "Aucun pourcentage n’est connu.");
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
