//! The « période de réserve »: what may appear in it.

use std::path::Path;

use urne::site;

use super::{copy, fixture, urne};

/// The miniature, with a period from Saturday 30 May 2020 to the end of Sunday’s vote, by the clocks of Paris.
fn content() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), folder.path());
    let settings = folder.path().join("site.json");
    let period = r#"{ "reserve": [{ "from": "2020-05-30", "until": "2020-05-31T20:00" }],"#;
    let text = std::fs::read_to_string(&settings).unwrap().replacen('{', period, 1);
    std::fs::write(settings, text).unwrap();
    folder
}

/// Adds an article with these fields.
fn article(content: &Path, fields: &str) {
    let text = format!(
        "+++\ntitle = \"Nouveau\"\ncategory = \"Essai\"\nsummary = \"Nouveau.\"\n{fields}\n+++\nTexte.\n"
    );
    std::fs::write(content.join("news/nouveau.md"), text).unwrap();
}

const FRIDAY: &str = "2020-05-29T12:00:00Z";
const SATURDAY: &str = "2020-05-29T22:00:00Z";
const SUNDAY: &str = "2020-05-31T17:59:59Z";
const AFTER: &str = "2020-05-31T18:00:00Z";

/// Errors and warnings at a moment, of those that speak of the period.
fn found(content: &Path, moment: &str) -> (usize, usize) {
    let problems = match site::compile(content, moment.parse().unwrap()) {
        Ok(compiled) => compiled.warnings,
        Err(problems) => problems,
    };
    let of_the_period = problems.findings().filter(|it| it.found.contains("L. 49"));
    let (errors, warnings): (Vec<_>, Vec<_>) = of_the_period.partition(|it| it.severity == "error");
    (errors.len(), warnings.len())
}

#[test]
fn what_is_dated_in_the_period_waits_for_its_end() {
    let content = content();
    for moment in [FRIDAY, SATURDAY, SUNDAY, AFTER] {
        assert_eq!(found(content.path(), moment), (0, 0), "{moment}: nothing is new");
    }
    article(content.path(), "date = 2020-05-30");
    for (moment, refused) in [(FRIDAY, 0), (SATURDAY, 1), (SUNDAY, 1), (AFTER, 0)] {
        assert_eq!(found(content.path(), moment), (refused, 0), "{moment}");
    }
    article(content.path(), "date = 2020-05-01\nupdated = 2020-05-31");
    assert_eq!(found(content.path(), SUNDAY), (1, 0));
    article(content.path(), "date = 2020-05-01\npublish_at = 2020-05-30T09:00:00");
    assert_eq!(found(content.path(), FRIDAY), (0, 1), "it is told of before");
    assert_eq!(found(content.path(), SUNDAY), (1, 0));
    article(content.path(), "date = 2020-05-30\npractical = true");
    assert_eq!(found(content.path(), SUNDAY), (0, 0), "practical information may appear");
}

#[test]
fn a_day_until_which_it_lasts_is_one_of_it() {
    let content = content();
    let settings = content.path().join("site.json");
    let text =
        std::fs::read_to_string(&settings).unwrap().replace("2020-05-31T20:00", "2020-05-31");
    std::fs::write(settings, text).unwrap();
    article(content.path(), "date = 2020-05-31");
    assert_eq!(found(content.path(), AFTER), (1, 0));
    assert_eq!(found(content.path(), "2020-05-31T22:00:00Z"), (0, 0));
}

#[test]
fn a_record_knows_what_was_changed() {
    let content = content();
    let run = |moment: &str| {
        let seconds = moment.parse::<jiff::Timestamp>().unwrap().as_second().to_string();
        let mut command = urne();
        command.args(["reserve", "--content"]).arg(content.path());
        command.env("SOURCE_DATE_EPOCH", seconds).output().unwrap()
    };
    assert!(!run(SATURDAY).status.success(), "the period has begun");
    let without = tempfile::tempdir().unwrap();
    copy(&fixture("mini/content"), without.path());
    let output = urne().args(["reserve", "--content"]).arg(without.path()).output().unwrap();
    assert!(!output.status.success(), "there is no period");
    article(content.path(), "date = 2020-05-30");
    let output = run(FRIDAY);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("3 articles are recorded"), "{said}");
    // It was published on Friday already.
    assert_eq!(found(content.path(), SUNDAY), (0, 0));
    article(content.path(), "date = 2020-05-30\nauthor = \"Le bureau\"");
    assert_eq!(found(content.path(), SUNDAY), (1, 0), "changed");
    let other = content.path().join("news/autre.md");
    std::fs::rename(content.path().join("news/nouveau.md"), other).unwrap();
    assert_eq!(found(content.path(), SUNDAY), (1, 0), "new, whatever its date");
    assert_eq!(found(content.path(), AFTER), (0, 0));
    std::fs::write(content.path().join("reserve.json"), "{").unwrap();
    let problems = site::compile(content.path(), AFTER.parse().unwrap()).err().unwrap();
    assert!(problems.to_string().contains("reserve.json"), "{problems}");
}
