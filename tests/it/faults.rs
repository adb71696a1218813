//! Faults that were found on files that nobody had seen before: each folder of `fixtures/faults/` is
//! what showed one. What is printed and written is kept whole; what must be right is asserted.

use std::path::Path;

use super::{copy, files, fixture, project, with_an_address};

/// A copy of a fault's folder, after its commands.
struct Fault {
    folder: tempfile::TempDir,
    /// Each command, what it printed, and the code with which it ended.
    printed: String,
}

impl Fault {
    /// Runs commands of `site`, one a line, in a copy of a folder. `import` and `candidates` stand for the
    /// two imports into election `e`, round 1 unless the line says another; `build` builds into `dist/`.
    fn run(name: &str, commands: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let from = project().join(fixture("faults")).join(name);
        copy(&from, folder.path());
        with_an_address(folder.path());
        let mut fault = Self { folder, printed: String::new() };
        for line in commands.lines().map(str::trim).filter(|line| !line.is_empty()) {
            fault.command(line);
        }
        fault
    }

    fn command(&mut self, line: &str) {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        match words.first() {
            Some(&"import") => drop(words.splice(..1, ["import", "results"])),
            Some(&"candidates") => drop(words.splice(..1, ["import", "candidates"])),
            Some(&"build") => {
                let into = self.folder.path().join("dist");
                std::fs::create_dir_all(&into).unwrap();
                std::fs::copy(fixture("mini").join("index.html"), into.join("index.html")).unwrap();
                words.extend(["--staging", "dist"]);
            }
            _ => {}
        }
        if words.first() == Some(&"import") {
            words.extend(["--election", "e"]);
            if !words.contains(&"--round") {
                words.extend(["--round", "1"]);
            }
        }
        let output = super::urne()
            .args(&words)
            .args(["--content", "content"])
            .current_dir(self.folder.path())
            .env_remove("TRUNK_STAGING_DIR")
            .env_remove("TRUNK_PROFILE")
            .env("SOURCE_DATE_EPOCH", "1764201600")
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8(text).unwrap();
        let code = output.status.code().unwrap();
        self.printed.push_str(&format!("$ {line}\n{}\n[exit {code}]\n", text.trim_end()));
    }

    /// A file below the folder.
    fn read(&self, path: impl AsRef<Path>) -> String {
        let path = path.as_ref();
        std::fs::read_to_string(self.folder.path().join(path))
            .unwrap_or_else(|error| panic!("{path:?}: {error}\n{}", self.printed))
    }

    /// The rows of a table of election `e`, header first: `round-1-communes`.
    fn table(&self, table: &str) -> Vec<Vec<String>> {
        let text = self.read(format!("content/results/e/{table}.csv"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
        reader.records().map(|row| cells(row.unwrap())).collect()
    }

    /// The first column of a table, without its header.
    fn codes(&self, table: &str) -> Vec<String> {
        self.table(table).into_iter().skip(1).map(|row| row[0].clone()).collect()
    }

    /// A cell of a table; `None` where there is no such row or column.
    fn cell(&self, table: &str, code: &str, column: &str) -> Option<String> {
        let rows = self.table(table);
        let column = rows[0].iter().position(|name| name == column)?;
        rows.iter().find(|row| row[0] == code).map(|row| row[column].clone())
    }

    /// Every file that the commands wrote for the election, with its text.
    fn written(&self) -> String {
        let tables = self.folder.path().join("content/results/e");
        let found = if tables.is_dir() { files(&tables) } else { Vec::new() };
        let show = |path: std::path::PathBuf| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            format!("--- {name}\n{}", std::fs::read_to_string(path).unwrap())
        };
        found.into_iter().map(show).collect()
    }
}

/// What is kept whole: a name for the snapshot, the folder, and the commands that show the fault.
const FAULTS: &[(&str, &str, &str)] = &[
    ("01", "01-refused-row-shrinks-larger-territories", "import stations.csv\n check"),
    (
        "02",
        "02-second-round-taken-from-the-first-sheet",
        "import two-rounds.xlsx\n import two-rounds.xlsx --round 2\n check",
    ),
    ("03", "03-circonscription-of-five-digits", "import circonscriptions.csv\n check"),
    (
        "05",
        "05-national-seats-shown-as-seats-of-a-department",
        "import circonscriptions.csv\n check",
    ),
    ("06", "06-regions-alone-called-france", "import presidentielle.xlsx\n check"),
    ("07", "07-number-column-becomes-a-candidate", "import communes.csv\n check"),
    ("08", "08-first-candidate-lost-in-columns-numbered-by-pandas", "import communes.csv\n check"),
    ("10", "10-unknown-column-inside-the-group", "import communes.csv\n check"),
    ("11-circonscriptions", "11-seats-word-elu-refuses-the-file", "import circonscriptions.csv"),
    ("11-pairs", "11-seats-word-elu-refuses-the-file", "import binomes.csv"),
    ("12", "12-nuances-without-names", "import departements.csv"),
    ("13", "13-summary-sheet-hides-the-others", "import legislatives.xlsx"),
    ("14", "14-station-codes-with-a-point", "import caen.csv\n check"),
    ("15", "15-mayotte-in-the-ministry-s-codes", "import mayotte.csv\n check"),
    ("18", "18-code-b-vote-of-2020", "import municipales-2020.csv"),
    ("19", "19-all-rows-refused-without-the-reason", "import communes.csv"),
    ("20-communes", "20-bare-names-of-columns", "import communes.csv"),
    ("20-stations", "20-bare-names-of-columns", "import bureaux.csv"),
    ("21-homonyms", "21-two-candidates-of-one-name", "import homonyms.csv\n check"),
    ("21-twice", "21-two-candidates-of-one-name", "import twice.csv\n check"),
    ("23", "23-pictures-turned-by-exif", "check"),
    ("25", "25-import-candidates-takes-any-liste", "candidates liste.csv"),
];

/// Runs the commands of the table.
fn fault(snapshot: &str) -> Fault {
    let (_, folder, commands) = FAULTS.iter().find(|(name, ..)| *name == snapshot).unwrap();
    Fault::run(folder, commands)
}

#[test]
fn what_is_printed_and_written_is_kept() {
    for (snapshot, ..) in FAULTS {
        let fault = fault(snapshot);
        let text = format!("{}{}", fault.printed, fault.written());
        insta::assert_snapshot!(format!("fault-{snapshot}"), text);
    }
}

#[test]
fn every_folder_is_tried() {
    let entries = std::fs::read_dir(fixture("faults")).unwrap();
    for name in entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        assert!(FAULTS.iter().any(|(_, folder, _)| *folder == name), "{name} is tried by no test");
    }
}

#[test]
fn what_is_refused_is_no_vote() {
    let fault = fault("01");
    assert_eq!(fault.codes("round-1-stations"), ["78172_0001", "78172_0002"]);
    assert_eq!(fault.cell("round-1-stations", "78172_0001", "ALPHA").as_deref(), Some("385"));
}

#[test]
fn five_digits_of_a_circonscription_are_two_and_three() {
    let fault = fault("03");
    assert_eq!(fault.codes("round-1-circonscriptions"), ["0101", "0502", "1309"]);
    assert_eq!(
        fault.cell("round-1-circonscriptions", "0101", "registered").as_deref(),
        Some("20000")
    );
}

#[test]
fn only_people_and_lists_are_candidates() {
    for (name, candidates) in [
        ("07", vec!["MACRON", "LE PEN"]),
        ("08", vec!["MACRON", "LE PEN", "MÉLENCHON"]),
        ("10", vec!["MACRON", "LE PEN"]),
        ("12", vec!["UG", "RN"]),
        ("20-communes", vec!["MACRON", "LE PEN"]),
        ("20-stations", vec!["MACRON", "LE PEN"]),
        ("21-homonyms", vec!["MARTIN", "MARTIN (2)"]),
        ("21-twice", vec!["DVD", "DVD (2)", "RN"]),
    ] {
        assert_eq!(fault(name).codes("round-1-candidates"), candidates, "{name}");
    }
    let votes = |name, candidate| fault(name).cell("round-1-communes", "78172", candidate);
    assert_eq!(votes("08", "MACRON").as_deref(), Some("7000"));
    assert_eq!(votes("10", "LE PEN").as_deref(), Some("6500"));
    assert_eq!(votes("21-homonyms", "MARTIN (2)").as_deref(), Some("6500"));
    assert_eq!(votes("21-twice", "DVD (2)").as_deref(), Some("4000"));
    assert!(fault("21-twice").printed.contains("No problem"));
}

#[test]
fn words_in_the_column_of_seats_say_who_is_elected() {
    for (name, elected, other) in [
        ("11-circonscriptions", "Bruno BETA", "Anne ALPHA"),
        ("11-pairs", "Mme C et M. D", "Mme A et M. B"),
    ] {
        let fault = fault(name);
        let cell = |candidate| fault.cell("round-1-candidates", candidate, "elected").unwrap();
        assert_eq!([cell(elected), cell(other)], ["yes", ""], "{name}");
    }
}

#[test]
fn stations_and_communes_are_found_by_the_codes_that_are_published() {
    for (name, table, codes) in [
        ("14", "round-1-stations", vec!["14118_01.1", "14118_02.1", "14327_0001"]),
        ("15", "round-1-stations", vec!["97401_0001", "97601_0025"]),
        ("18", "round-1-stations", vec!["78172_0001", "78172_0002"]),
        ("20-communes", "round-1-communes", vec!["78005", "78172"]),
        ("20-stations", "round-1-stations", vec!["78172_0001", "78172_028B"]),
    ] {
        assert_eq!(fault(name).codes(table), codes, "{name}");
    }
}

#[test]
fn where_no_row_is_left_the_reasons_are_reported_and_not_all_rows() {
    let printed = fault("19").printed;
    assert!(printed.contains("line 2: Les voix font 581 ; la source indique 580 exprimés."));
    assert!(
        printed.contains("and 10 more\n") && printed.contains("read as candidates: ALPHA, BETA")
    );
    assert!(printed.lines().count() < 30, "{printed}");
}

#[test]
fn a_row_that_is_refused_stands_beside_the_table_with_its_reason() {
    let fault = fault("01");
    let cell = |column| fault.cell("round-1-stations-refused", "78172_0003", column).unwrap();
    assert_eq!([cell("within"), cell("registered")], ["78172", "1000"]);
    assert_eq!(cell("reason"), "Les voix font 586\u{202f}; la source indique 585 exprimés.");
}

#[test]
fn each_round_is_read_from_its_own_sheet() {
    let fault = fault("02");
    for (round, votes) in
        [("round-1-communes", ["8000", "6500"]), ("round-2-communes", ["10000", "5500"])]
    {
        let cell = |name| fault.cell(round, "78172", name).unwrap();
        assert_eq!([cell("MACRON"), cell("LE PEN")], votes, "{round}");
    }
}

#[test]
fn a_workbook_of_several_levels_is_read_as_it_is_asked_for() {
    let folder = "06-regions-alone-called-france";
    let silent = Fault::run(folder, "import presidentielle.xlsx");
    assert!(silent.printed.contains("--level") && silent.printed.contains("\"Régions\": regions"));
    assert!(!silent.folder.path().join("content/results/e").exists());
    let asked = Fault::run(folder, "import presidentielle.xlsx --sheet départements\n check");
    assert_eq!(asked.codes("round-1-departments"), ["29", "78", "ZZ"]);
    assert!(asked.printed.contains("Sheet \"Départements\" was read."), "{}", asked.printed);
}

#[test]
fn a_sheet_of_sums_hides_no_other() {
    assert_eq!(fault("13").codes("round-1-circonscriptions"), ["7807"]);
}

#[test]
fn titles_that_stand_are_kept() {
    let fault = fault("25");
    let list = |key| fault.cell("round-1-candidates", key, "list").unwrap();
    assert_eq!(list("v1"), "POUR UNE HUMANITE SOUVERAINE");
    assert_eq!(list("v2"), "POUR UNE DEMOCRATIE REELLE");
}

/// A page of the site that a folder makes.
fn page(folder: &str, commands: &str, page: &str) -> String {
    let fault = Fault::run(folder, &format!("{commands}\n build"));
    fault.read(format!("dist/resultats/{page}/index.html"))
}

#[test]
fn a_sum_that_lacks_a_station_is_called_partial_and_nobody_wins() {
    let folder = "01-refused-row-shrinks-larger-territories";
    for at in ["e", "e/78172-conflans-sainte-honorine", "e/78-yvelines"] {
        let html = page(folder, "import stations.csv", at);
        assert!(html.contains("Somme partielle"), "{at}");
        assert!(html.contains("Bureau 3, 1\u{202f}000 inscrits"), "{at}");
        assert!(!html.contains("majorité absolue") && !html.contains("arrive en tête"), "{at}");
    }
}

#[test]
fn seats_of_the_country_are_of_no_circonscription() {
    let folder = "05-national-seats-shown-as-seats-of-a-department";
    for at in ["e", "e/circonscription-7807", "e/78-yvelines"] {
        let html = page(folder, "import circonscriptions.csv", at);
        assert!(html.contains("ALPHA") || html.contains("Alpha"), "{at}");
        assert!(!html.contains("Sièges") && !html.contains("sièges"), "{at}");
    }
}

#[test]
fn the_sum_of_some_regions_is_no_result_of_france() {
    let folder = "06-regions-alone-called-france";
    let html = page(folder, "import presidentielle.xlsx --sheet Régions", "e/france");
    assert!(html.contains("Somme partielle") && html.contains("Sans ce qui n’est pas"), "{html}");
}
