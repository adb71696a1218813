//! What a reader chose to see of a breakdown. It is in the URL, so that a view can be sent to
//! someone.

use std::fmt;

use super::{Breakdown, order};
use crate::election::{Base, Level, Share};
use crate::words;

/// A column by which the territories can be sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The name of the territory.
    #[default]
    Name,
    /// The leader's score.
    Lead,
    /// The chosen candidate's share.
    Share,
    /// The chosen candidate's votes.
    Votes,
    /// Participation.
    Turnout,
    /// Inscrits.
    Registered,
}

impl Column {
    /// Every column with its name in a URL, what matters most first: a phone shows two or three.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Name, "nom"),
        (Self::Lead, "tete"),
        (Self::Share, "part"),
        (Self::Votes, "voix"),
        (Self::Turnout, "participation"),
        (Self::Registered, "inscrits"),
    ];
}

/// Which end of a column comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The smallest, or A.
    #[default]
    Ascending,
    /// The largest, or Z.
    Descending,
}

/// What a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapView {
    /// Who is ahead, or the share of the chosen candidate.
    #[default]
    Votes,
    /// By how much whoever is ahead is.
    Margin,
    /// Participation.
    Turnout,
    /// What changed since the last election that compares: of the chosen candidate, else of participation.
    Change,
}

impl MapView {
    /// Every view with its name in a URL.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Votes, ""),
        (Self::Margin, "ecart"),
        (Self::Turnout, "participation"),
        (Self::Change, "evolution"),
    ];

    /// Whether there are figures for it.
    pub fn is_known(self, breakdown: &Breakdown) -> bool {
        match self {
            Self::Votes => true,
            Self::Margin => breakdown.candidates.len() > 1,
            Self::Turnout => !breakdown.voters.is_empty() && !breakdown.registered.is_empty(),
            Self::Change => breakdown.before.is_some(),
        }
    }
}

/// What a reader chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// What percentages are taken of.
    pub base: Base,
    /// The candidate, as an index; `None` for whoever is ahead.
    pub candidate: Option<usize>,
    /// What the map shows.
    pub map: MapView,
    /// The code of the selected territory, if any.
    pub territory: Option<String>,
    /// What the table is sorted by.
    pub sort: (Column, Direction),
    /// What was typed into the filter.
    pub filter: String,
}

const BASES: [(Base, &str); 3] =
    [(Base::Valid, "exprimes"), (Base::Voters, "votants"), (Base::Registered, "inscrits")];

impl Selection {
    /// The names that a choice has in a URL.
    pub const NAMES: [&'static str; 6] = ["base", "candidat", "carte", "lieu", "tri", "filtre"];

    /// Reads the decoded pairs of a URL; what is not understood is left at its default.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut selection = Self::default();
        for (name, value) in pairs {
            selection.set(name, value);
        }
        selection
    }

    /// Chooses one thing by its name and value in a URL. Controls of a page have the same names and
    /// values; their empty value is the default.
    pub fn set(&mut self, name: &str, value: &str) {
        match name {
            "base" => {
                let found = BASES.iter().find(|(_, word)| *word == value);
                self.base = found.map(|(base, _)| *base).unwrap_or_default();
            }
            "candidat" => {
                let number: Option<usize> = value.parse().ok();
                self.candidate = number.and_then(|number| number.checked_sub(1));
            }
            "carte" => {
                let found = MapView::ALL.iter().find(|(_, word)| *word == value);
                self.map = found.map(|(map, _)| *map).unwrap_or_default();
            }
            "lieu" => self.territory = Some(value.to_owned()).filter(|code| !code.is_empty()),
            "tri" => self.sort = sort(value),
            "filtre" => value.clone_into(&mut self.filter),
            _ => {}
        }
    }

    /// How a base is called in a URL.
    pub fn word(base: Base) -> &'static str {
        BASES.iter().find(|(other, _)| *other == base).map_or("", |(_, word)| word)
    }

    /// How the view of the map is called in a URL.
    pub fn map_word(&self) -> &'static str {
        MapView::ALL.iter().find(|(map, _)| *map == self.map).map_or("", |(_, word)| word)
    }

    /// The pairs of a URL, without those at their default. Values are not encoded.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.base != Base::default() {
            pairs.push(("base", Self::word(self.base).to_owned()));
        }
        if let Some(candidate) = self.candidate {
            pairs.push(("candidat", (candidate + 1).to_string()));
        }
        if self.map != MapView::default() {
            pairs.push(("carte", self.map_word().to_owned()));
        }
        if let Some(territory) = &self.territory {
            pairs.push(("lieu", territory.clone()));
        }
        if self.sort != Default::default() {
            pairs.push(("tri", Sort(self.sort).to_string()));
        }
        if !self.filter.is_empty() {
            pairs.push(("filtre", self.filter.clone()));
        }
        pairs
    }

    /// What of it holds on another page of the same election: the base, the candidate by their name, and
    /// the territory where there is one. `from` is where it was chosen, `to` where it is shown.
    #[must_use]
    pub fn carried(&self, from: Option<&Breakdown>, to: Option<&Breakdown>) -> Self {
        let candidate = || {
            let name = from?.candidates.get(self.candidate?)?;
            to?.candidates.iter().position(|other| other == name)
        };
        let is_there = |code: &String| to.is_some_and(|to| to.row(code).is_some());
        Self {
            base: self.base,
            candidate: candidate(),
            map: self.map,
            territory: self.territory.clone().filter(is_there),
            ..Self::default()
        }
    }

    /// The candidate whose figures the table shows: the one that was chosen, else the first of all.
    pub fn shown_candidate(&self, breakdown: &Breakdown) -> usize {
        self.candidate.filter(|index| *index < breakdown.candidates.len()).unwrap_or(0)
    }

    /// What the map shows: what was chosen, where there are figures for it.
    pub fn shown_map(&self, breakdown: &Breakdown) -> MapView {
        if self.map.is_known(breakdown) { self.map } else { MapView::Votes }
    }

    /// The base of percentages: the one that was chosen, where it is known.
    pub fn shown_base(&self, breakdown: &Breakdown) -> Base {
        if breakdown.base(self.base).is_empty() { Base::Valid } else { self.base }
    }

    /// Whether what was typed is part of this name, or the beginning of this code.
    pub fn finds(&self, name: &str, code: &str) -> bool {
        let typed = words::fold(&self.filter);
        let has_code = || !typed.is_empty() && words::fold(code).starts_with(&typed);
        words::matches(&self.filter, name) || has_code()
    }

    /// All rows in the order that was chosen. Those without the figure that they are sorted by come last,
    /// and equal ones stay in the order of their names.
    pub fn order(&self, breakdown: &Breakdown) -> Vec<usize> {
        let (column, direction) = self.sort;
        // Figures as numbers that put what is not known last.
        let key = |row: usize| {
            let figure = self.figure(breakdown, column, row).map(i64::from);
            let figure = match direction {
                Direction::Ascending => figure,
                Direction::Descending => figure.map(|figure| -figure),
            };
            // Stations are called by their numbers: they are in the order of those.
            let stations = breakdown.level == Level::Station;
            let name = if stations { String::new() } else { words::fold(&breakdown.names[row]) };
            (figure.unwrap_or(i64::MAX), name)
        };
        let mut rows = order((0..breakdown.len()).map(key));
        if self.sort == (Column::Name, Direction::Descending) {
            rows.reverse();
        }
        rows
    }

    /// How a column is sorted, as assistive tools call it; `None` for all but one.
    pub fn sorted_by(&self, column: Column) -> Option<&'static str> {
        let (by, direction) = self.sort;
        (by == column).then_some(match direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    }

    /// Sorts by a column: names begin with A, figures with the largest; a second time the other way round.
    pub fn sort_by(&mut self, column: Column) {
        let first =
            if column == Column::Name { Direction::Ascending } else { Direction::Descending };
        let direction = match self.sort {
            (by, Direction::Ascending) if by == column => Direction::Descending,
            (by, Direction::Descending) if by == column => Direction::Ascending,
            _ => first,
        };
        self.sort = (column, direction);
    }

    /// What a row is sorted by.
    fn figure(&self, breakdown: &Breakdown, column: Column, row: usize) -> Option<u32> {
        let candidate = self.shown_candidate(breakdown);
        let base = self.shown_base(breakdown);
        let share = |candidate| breakdown.share(candidate, row, base).map(Share::hundredths);
        match column {
            Column::Name => None,
            Column::Registered => breakdown.registered.get(row).copied(),
            Column::Turnout => breakdown.turnout(row).map(Share::hundredths),
            Column::Lead => breakdown.lead_share(row, base).map(Share::hundredths),
            Column::Votes => breakdown.votes(candidate, row),
            Column::Share => share(candidate),
        }
    }
}

fn sort(value: &str) -> (Column, Direction) {
    let (name, direction) = match value.strip_prefix('-') {
        Some(name) => (name, Direction::Descending),
        None => (value, Direction::Ascending),
    };
    let column = Column::ALL.iter().find(|(_, word)| *word == name);
    column.map_or_else(Default::default, |(column, _)| (*column, direction))
}

/// Prints a sort as [`sort`] reads it: `-participation`.
struct Sort((Column, Direction));

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self((column, direction)) = self;
        let name = Column::ALL.iter().find(|(other, _)| other == column).map_or("", |(_, it)| it);
        let minus = if *direction == Direction::Descending { "-" } else { "" };
        write!(f, "{minus}{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breakdown() -> Breakdown {
        Breakdown {
            stands: Default::default(),
            round: 1,
            level: Level::Commune,
            codes: ["78001", "78002", "78003", "78004"].map(str::to_owned).to_vec(),
            names: ["Saint-Germain-en-Laye", "Évecquemont", "Ecquevilly", "Germainville"]
                .map(str::to_owned)
                .to_vec(),
            registered: vec![100, 50, 50, 0],
            voters: vec![80, 50, 40, 0],
            valid: vec![80, 50, 40, 0],
            candidates: vec!["A".to_owned(), "B".to_owned()],
            colours: vec!["#2f7fd6".to_owned(), "#d4701c".to_owned()],
            votes: vec![[50, 10, 20, 0].map(Some).to_vec(), [30, 40, 20, 0].map(Some).to_vec()],
            incomplete: Vec::new(),
            missing: None,
            leading: None,
            before: None,
            contours: None,
        }
    }

    fn names(selection: &Selection) -> Vec<String> {
        let breakdown = breakdown();
        let rows = selection.order(&breakdown).into_iter();
        let found =
            rows.filter(|row| selection.finds(&breakdown.names[*row], &breakdown.codes[*row]));
        found.map(|row| breakdown.names[row].clone()).collect()
    }

    #[test]
    fn names_are_sorted_as_a_reader_expects() {
        let all = ["Ecquevilly", "Évecquemont", "Germainville", "Saint-Germain-en-Laye"];
        assert_eq!(names(&Selection::default()), all);
    }

    #[test]
    fn a_filter_ignores_accents_and_knows_saints() {
        let filtered =
            |filter: &str| names(&Selection { filter: filter.to_owned(), ..Default::default() });
        assert_eq!(filtered("eve"), ["Évecquemont"]);
        assert_eq!(filtered("st ger"), ["Saint-Germain-en-Laye"]);
        assert_eq!(filtered("GERM"), ["Germainville", "Saint-Germain-en-Laye"]);
        assert_eq!(filtered("x"), [""; 0]);
        assert_eq!(filtered("???"), [""; 0]);
    }

    #[test]
    fn a_filter_knows_parts_of_names_and_the_beginnings_of_codes() {
        let filtered =
            |filter: &str| names(&Selection { filter: filter.to_owned(), ..Default::default() });
        assert_eq!(filtered("quevi"), ["Ecquevilly"]);
        assert_eq!(filtered("78003"), ["Ecquevilly"]);
        assert_eq!(filtered(" 7800 ").len(), 4);
        assert_eq!(filtered("8003"), [""; 0]);
    }

    #[test]
    fn a_choice_is_kept_on_the_other_pages_of_an_election() {
        let there = Breakdown {
            codes: vec!["78003".to_owned()],
            candidates: vec!["B".to_owned(), "C".to_owned()],
            ..breakdown()
        };
        let chosen = Selection {
            base: Base::Voters,
            candidate: Some(1),
            map: MapView::Turnout,
            territory: Some("78003".to_owned()),
            sort: (Column::Lead, Direction::Descending),
            filter: "x".to_owned(),
        };
        let carried = Selection {
            candidate: Some(0),
            sort: Default::default(),
            filter: String::new(),
            ..chosen.clone()
        };
        assert_eq!(chosen.carried(Some(&breakdown()), Some(&there)), carried);
        // Who does not stand there is nobody, and where there are no parts none is selected.
        let other = Selection { candidate: Some(0), ..chosen.clone() };
        assert_eq!(other.carried(Some(&breakdown()), Some(&there)).candidate, None);
        let alone = Selection { base: Base::Voters, map: MapView::Turnout, ..Selection::default() };
        assert_eq!(chosen.carried(Some(&breakdown()), None), alone);
    }

    #[test]
    fn what_is_not_known_comes_last_in_both_directions() {
        for direction in [Direction::Ascending, Direction::Descending] {
            let selection =
                Selection { sort: (Column::Turnout, direction), ..Selection::default() };
            assert_eq!(names(&selection).last().map(String::as_str), Some("Germainville"));
        }
        let selection = Selection {
            sort: (Column::Share, Direction::Descending),
            candidate: Some(1),
            ..Selection::default()
        };
        assert_eq!(names(&selection)[0], "Évecquemont");
    }

    #[test]
    fn a_selection_survives_its_url() {
        let selection = Selection {
            base: Base::Registered,
            candidate: Some(3),
            map: MapView::Change,
            territory: Some("78003".to_owned()),
            sort: (Column::Turnout, Direction::Descending),
            filter: "st ge".to_owned(),
        };
        let pairs = selection.pairs();
        let again = Selection::of(pairs.iter().map(|(name, value)| (*name, value.as_str())));
        assert_eq!(again, selection);
        assert_eq!((pairs[2].1.as_str(), pairs[4].1.as_str()), ("evolution", "-participation"));
        assert_eq!(Selection::default().pairs(), []);
    }

    #[test]
    fn nonsense_in_a_url_is_left_out() {
        let pairs = [("base", "x"), ("candidat", "0"), ("tri", "-x"), ("zzz", "1")];
        assert_eq!(Selection::of(pairs), Selection::default());
        let far = Selection::of([("candidat", "99")]);
        assert_eq!(far.shown_candidate(&breakdown()), 0);
    }
}
