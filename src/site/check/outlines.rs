//! Whether the outlines that an election names are there, and are of the year of its figures.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::data::Contours;
use crate::election::{Levels, Place};
use crate::message;
use crate::route::Slug;
use crate::site::content::Election;
use crate::site::content::files::{Files, Kind};
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Spanned, nearest};

/// How many territories without outline are named.
const NAMED: usize = 5;

/// Ensure every election has the outlines that it names, and every territory of its maps has one.
pub fn ensure_outlines_fit(
    elections: &[Election],
    contours: &BTreeMap<Slug, Contours>,
    files: &Files,
    problems: &mut Problems,
) {
    for election in elections {
        let missing = election.contours.iter().filter(|name| !contours.contains_key(&name.value));
        let mut complete = true;
        for name in missing {
            complete = false;
            ensure_the_file_is_there(name, contours, files, problems);
        }
        if complete {
            ensure_territories_have_outlines(election, contours, problems);
        }
    }
}

/// Ensure there is a file of this name. One that could not be read has its own problems already.
fn ensure_the_file_is_there(
    name: &Spanned<Slug>,
    contours: &BTreeMap<Slug, Contours>,
    files: &Files,
    problems: &mut Problems,
) {
    let is_it = |path: &Path| path.file_stem().is_some_and(|stem| stem == name.value.as_str());
    if files.of(Kind::Outlines).iter().any(|path| is_it(path)) {
        return;
    }
    let known: Vec<&str> = contours.keys().map(Slug::as_str).collect();
    let help = match nearest(name.value.as_str(), &known) {
        Some(known) => message!("fields-did-you-mean", known = known),
        None => message!("content-no-such-outlines-help"),
    };
    let path = format!("contours/{}.json", name.value);
    let found = message!("content-no-such-file", path = path);
    name.problem(problems, message!("content-no-such-outlines"), found, help);
}

/// Ensure the territories of a map all have an outline. A map without some of them would show less
/// than was counted.
fn ensure_territories_have_outlines(
    election: &Election,
    contours: &BTreeMap<Slug, Contours>,
    problems: &mut Problems,
) {
    let Some(first) = election.contours.first() else { return };
    let maps = election.contours.iter().filter_map(|name| contours.get(&name.value));
    let outlined: BTreeSet<&str> =
        maps.flat_map(|map| &map.shapes).map(|shape| shape.code.as_str()).collect();
    let mut on_a_map = false;
    for (number, levels) in &election.levels {
        let missing = without_outline(levels, &outlined, &mut on_a_map);
        if missing.is_empty() {
            continue;
        }
        let names: Vec<String> =
            missing.iter().take(NAMED).map(|it| format!("{} ({})", it.name, it.code)).collect();
        let more = if missing.len() > NAMED { ", …" } else { "" };
        let round = number.to_string();
        let title = message!("content-without-outline", count = missing.len(), round = round);
        let names = format!("{}{more}", names.join(", "));
        let found = message!("content-without-outline-found", names = names);
        let help = message!("content-without-outline-help");
        first.problem(problems, title, found, help);
    }
    if !on_a_map {
        let found = message!("content-other-outlines-found");
        let help = message!("content-other-outlines-help");
        first.problem(problems, message!("content-other-outlines"), found, help);
    }
}

/// The territories without outline that would be on one map with others that have theirs.
fn without_outline<'a>(
    levels: &'a Levels,
    outlined: &BTreeSet<&str>,
    on_a_map: &mut bool,
) -> Vec<&'a Place> {
    let mut missing = Vec::new();
    for pair in levels.layers.windows(2) {
        let [layer, parent] = pair else { continue };
        let whole = |place: &Place| place.code_within(parent.results.level);
        let places = || layer.results.territories.iter().map(|it| &it.place);
        let has_outline = |place: &&Place| outlined.contains(place.code.as_str());
        let mapped: BTreeSet<_> = places().filter(has_outline).map(whole).collect();
        *on_a_map |= !mapped.is_empty();
        missing.extend(places().filter(|it| !has_outline(it) && mapped.contains(&whole(it))));
    }
    missing
}
