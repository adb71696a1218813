//! Published files to tables: every layout, every mistake, every correction.

use std::path::{Path, PathBuf};
use std::process::Output;

use urne::election::{Level, Quantity};
use urne::site::content::election::tables;
use urne::site::import::results::{self, Options};
use urne::site::parse::diagnostics::Problems;

use super::serving::skip;
use super::{files, fixture, project};

/// A content with one election and no results yet.
pub(super) struct Content(pub(super) tempfile::TempDir);

impl Content {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("results")).unwrap();
        std::fs::write(folder.path().join("results/vote.json"), "{}").unwrap();
        Self(folder)
    }

    pub(super) fn tables(&self) -> PathBuf {
        self.0.path().join("results/vote")
    }

    pub(super) fn import(&self, file: &Path, more: &[&str]) -> Output {
        self.command("results", file, more)
    }

    pub(super) fn command(&self, what: &str, file: &Path, more: &[&str]) -> Output {
        super::urne()
            .args(["import", what, file.to_str().unwrap()])
            .args(["--election", "vote", "--round", "1", "--content"])
            .arg(self.0.path())
            .args(more)
            .current_dir(project())
            .output()
            .unwrap()
    }

    /// Imports text and gives what is printed, or the error.
    pub(super) fn import_text(&self, text: &str, more: &[&str]) -> Result<String, String> {
        self.command_text("results", text, more)
    }

    pub(super) fn command_text(
        &self,
        what: &str,
        text: &str,
        more: &[&str],
    ) -> Result<String, String> {
        let file = self.0.path().join("file");
        std::fs::write(&file, text).unwrap();
        let output = self.command(what, &file, more);
        let text = |bytes: Vec<u8>| {
            let folder = format!("{}/", self.0.path().display());
            String::from_utf8(bytes).unwrap().replace(&folder, "")
        };
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    }

    /// Every file of the election's folder, with its text.
    pub(super) fn written(&self) -> String {
        let read = |path: PathBuf| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            format!("--- {name}\n{}", std::fs::read_to_string(path).unwrap())
        };
        files(&self.tables()).into_iter().map(read).collect()
    }
}

#[test]
fn every_layout_gives_its_tables() {
    let mut all = 0;
    for file in files(&fixture("import")) {
        let content = Content::new();
        let output = content.import(&file, &[]);
        let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let printed = printed.replace(&format!("{}/", content.0.path().display()), "");
        let name = file.file_stem().unwrap().to_str().unwrap();
        insta::assert_snapshot!(
            format!("import-{name}"),
            format!("{printed}{}", content.written())
        );
        all += 1;
    }
    assert!(all >= 14, "{all}");
}

#[test]
fn what_is_written_is_read_again_exactly() {
    for file in files(&fixture("import")) {
        let content = Content::new();
        let mut read = results::read(&file, &Options::default()).unwrap();
        let named = tables::named(&mut read.results, &[]);
        std::fs::create_dir(content.tables()).unwrap();
        for (name, text) in tables::files(1, &read.results, &named) {
            std::fs::write(content.tables().join(name), text).unwrap();
        }
        let mut problems = Problems::default();
        let again = tables::read(&content.tables(), &mut problems);
        assert!(problems.is_empty(), "{problems}");
        assert_eq!(again, [(1, read.results)], "{file:?}");
    }
}

#[test]
fn the_same_file_twice_changes_nothing() {
    for file in files(&fixture("import")) {
        let content = Content::new();
        content.import(&file, &[]);
        let before = content.written();
        let again = String::from_utf8(content.import(&file, &[]).stdout).unwrap();
        assert!(again.contains("Nothing changed"), "{file:?}: {again}");
        assert_eq!(content.written(), before);
    }
}

const FINE: &str = "code_commune,libelle_commune,Inscrits,Votants,Blancs,Nuls,Exprimés,ROUGE,VERT\n\
                    78172,Conflans,900,500,10,10,480,300,180\n\
                    78005,Achères,400,210,5,5,200,150,50\n";

#[test]
fn a_name_that_an_editor_chose_survives_a_correction() {
    let content = Content::new();
    content.import_text(FINE, &[]).unwrap();
    let candidates = content.tables().join("round-1-candidates.csv");
    std::fs::write(
        &candidates,
        "key,name,nuance,colour\nROUGE,Rose Rouge,SOC,#d40000\nVERT,Vert,,\n",
    )
    .unwrap();
    let corrected = FINE.replace("500,10,10,480,300,180", "501,10,10,481,301,180");
    insta::assert_snapshot!("import-correction", content.import_text(&corrected, &[]).unwrap());
    let text = std::fs::read_to_string(&candidates).unwrap();
    assert!(text.contains("ROUGE,Rose Rouge,SOC,#d40000"), "{text}");
}

#[test]
fn candidates_of_another_level_are_the_same_ones_however_they_are_spelled() {
    let department = "Code du département,Inscrits,Votants,Blancs,Nuls,Exprimés,N°Panneau,Nom,Voix,\
                      N°Panneau,Nom,Voix\n78,1300,710,15,15,680,1,Rouge,450,2,Vert,230\n";
    let content = Content::new();
    content.import_text(FINE, &[]).unwrap();
    content.import_text(department, &[]).unwrap();
    assert!(
        content.written().contains("code,name,registered,voters,blank,null,valid,ROUGE,VERT\n78,")
    );

    let numbered = Content::new();
    numbered.import_text(&FINE.replace("ROUGE,VERT", "v1,v2"), &[]).unwrap();
    numbered.import_text(department, &[]).unwrap();
    let text = numbered.written();
    assert!(text.contains("v1,Rouge,1") && text.contains("valid,v1,v2\n78,"), "{text}");

    // An editor’s short name and another file’s have no word in common, but one title.
    let titled = "Code du département,Inscrits,Votants,Blancs,Nuls,Exprimés,N°Liste,Libellé Abrégé Liste,\
                  Libellé Etendu Liste,Voix,N°Liste,Libellé Abrégé Liste,Libellé Etendu Liste,Voix\n\
                  78,1300,710,15,15,680,1,L-R,LA LISTE ROSE,450,2,VERT,LA GRANDE LISTE VERTE,230\n";
    let renamed = Content::new();
    renamed.import_text(&FINE.replace("ROUGE,VERT", "v1,v2"), &[]).unwrap();
    let candidates = renamed.tables().join("round-1-candidates.csv");
    let chosen =
        "key,name,panel,list\nv1,Une rose,1,LA LISTE ROSE\nv2,Feuille,2,La grande liste verte\n";
    std::fs::write(&candidates, chosen).unwrap();
    renamed.import_text(titled, &[]).unwrap();
    let text = renamed.written();
    assert!(text.contains("v1,Une rose,1") && text.contains("valid,v1,v2\n78,"), "{text}");

    let others = Content::new();
    others.import_text(FINE, &[]).unwrap();
    let before = others.written();
    let error = others.import_text(&department.replace("Vert", "Bleu"), &[]).unwrap_err();
    assert!(error.contains("only in the file: Bleu\n  only in the tables: VERT"), "{error}");
    assert_eq!(others.written(), before);
}

/// The columns of candidates in one file, and who they are in another.
const COLUMNS: &str = "code_commune,Inscrits,Votants,Blancs,Nuls,Exprimés,v1,v2\n\
                       78172,900,500,10,10,480,300,180\n";
const LISTS: &str = "panneau,nuance,libelle_abrege,libelle\n\
                     2,LVEC,LISTE VERTE,LA GRANDE LISTE VERTE\n1,LUG,LISTE ROSE,LISTE ROSE\n";

#[test]
fn a_list_of_candidates_is_joined_by_panels_and_keeps_what_an_editor_wrote() {
    let content = Content::new();
    content.import_text(COLUMNS, &[]).unwrap();
    let mut printed = content.command_text("candidates", LISTS, &[]).unwrap();
    printed.push_str(&content.written());
    let candidates = content.tables().join("round-1-candidates.csv");
    let text = std::fs::read_to_string(&candidates).unwrap();
    std::fs::write(&candidates, text.replace("v1,LISTE ROSE", "v1,La liste rose")).unwrap();
    printed.push_str(&content.command_text("candidates", LISTS, &[]).unwrap());
    printed.push_str(&content.written());
    insta::assert_snapshot!("import-candidates", printed);
    for (what, text) in [("candidates", LISTS), ("results", COLUMNS)] {
        let before = content.written();
        let again = content.command_text(what, text, &[]).unwrap();
        assert!(again.contains("Nothing changed"), "{what}: {again}");
        assert_eq!(content.written(), before);
    }
}

#[test]
fn a_list_of_candidates_that_does_not_fit_writes_nothing() {
    let without_table = Content::new();
    let mut errors = without_table.command_text("candidates", LISTS, &[]).unwrap_err();
    let content = Content::new();
    content.import_text(COLUMNS, &[]).unwrap();
    let before = content.written();
    for wrong in [
        &LISTS.replace("\n2,", "\n7,"),
        &LISTS.replace("\n2,", "\n1,"),
        &LISTS.replace("\n2,", "\n,"),
        &LISTS.replace("panneau", "colonne"),
        COLUMNS,
    ] {
        errors.push_str(&content.command_text("candidates", wrong, &[]).unwrap_err());
        assert_eq!(content.written(), before);
    }
    insta::assert_snapshot!("import-candidates-mistakes", errors);
}

#[test]
fn implausible_changes_are_refused_unless_accepted() {
    let shares_unchanged = FINE.replace("900,500,10,10,480,300,180", "1800,1000,20,20,960,600,360");
    let fallen = FINE.replace("500,10,10,480,300,180", "499,10,10,479,299,180");
    let gone = FINE.split_inclusive('\n').take(2).collect::<String>();
    let mut errors = String::new();
    for changed in [shares_unchanged, fallen, gone] {
        let content = Content::new();
        content.import_text(FINE, &[]).unwrap();
        let before = content.written();
        errors.push_str(&content.import_text(&changed, &[]).unwrap_err());
        assert_eq!(content.written(), before);
        content.import_text(&changed, &["--accept-differences"]).unwrap();
        assert_ne!(content.written(), before);
    }
    insta::assert_snapshot!("import-suspicious-changes", errors);
}

#[test]
fn a_row_that_contradicts_itself_is_refused_or_explained_to_readers() {
    let wrong = FINE.replace("480,300", "480,301");
    let refused = Content::new();
    let printed = refused.import_text(&wrong, &[]).unwrap();
    let accepted = Content::new();
    accepted.import_text(&wrong, &["--accept-differences"]).unwrap();
    insta::assert_snapshot!(
        "import-differences",
        format!("{printed}{}{}", refused.written(), accepted.written())
    );
}

#[test]
fn one_cell_that_cannot_be_read_refuses_only_its_row() {
    let mut printed = String::new();
    for (name, file) in [
        ("a negative vote", FINE.replace(",300,180", ",-300,180")),
        ("a star for a vote", FINE.replace(",300,180", ",*,180")),
        ("no vote at all", FINE.replace(",300,180", ",,180")),
        ("text among numbers", FINE.replace(",900,", ",neuf,")),
        ("a gap in a column", FINE.replace(",900,", ",,")),
        (
            "a sign for nothing",
            FINE.replace("172,Conflans,900,500,10", "172,Conflans,900,500,n.d."),
        ),
    ] {
        let content = Content::new();
        let text = content.import_text(&file, &[]).unwrap();
        let tables = content.written();
        assert!(tables.contains("78005,Achères,400"), "{name}: {text}{tables}");
        assert!(!tables.contains("78172,Conflans,900,500"), "{name}: {text}{tables}");
        printed.push_str(&format!("# {name}\n{text}{tables}\n"));
    }
    insta::assert_snapshot!("import-cells", printed);
}

#[test]
fn sums_and_remarks_below_a_table_are_reported_and_no_territories() {
    let columns = FINE.lines().next().unwrap().split(',').count();
    let remark = format!("Source : ministère de l’Intérieur{}", ",".repeat(columns - 1));
    for (last, told) in [
        (
            "TOTAL,,1300,710,15,15,680,450,230",
            "TOTAL: a sum and no territory; the rows add up to it",
        ),
        (",Total général,1301,710,15,15,680,450,230", "it has 1301 registered, the rows 1300"),
        ("78,,1300,710,15,15,680,450,230", "a row without a known code: a sum and no territory"),
        (remark.as_str(), "line 4: a remark: Source : ministère de l’Intérieur"),
        (
            "Source : ministère de l’Intérieur",
            "line 4: a remark: Source : ministère de l’Intérieur",
        ),
    ] {
        let content = Content::new();
        let text = content.import_text(&format!("{FINE}{last}\n"), &[]).unwrap();
        assert!(text.contains(told), "{last}: {text}");
        assert!(text.contains(" 2 communes, ") && text.contains(" 0 rows refused."), "{text}");
    }
}

#[test]
fn percentages_are_read_as_programs_write_them() {
    let header = "Code de la commune;Inscrits;Abstentions;% Abs/Ins;Votants;% Vot/Ins;Exprimés;Nom;\
                  Voix;% Voix/Exp;Nom;Voix;% Voix/Exp\n";
    for (rows, told) in [
        // Parts of one, as cells with a format for percentages hold them.
        (
            "78172;900;400;0.4444444444444444;500;0.5555555555555556;480;A;300;0.625;B;180;0.375\n\
          78005;400;190;0.475;210;0.525;200;A;150;0.75;B;50;0.25\n",
            "parts of one",
        ),
        // As a spreadsheet computed them.
        (
            "78172;900;400;44.4444444444444;500;55.5555555555556;480;A;300;62.5;B;180;37.5\n\
          78005;400;190;47.5;210;52.5;200;A;150;75;B;50;25\n",
            "",
        ),
        // 1 of 800 is 0.125 %, 799 are 99.875 %.
        ("78172;800;799;99,87;1;0,13;1;A;1;100;B;0;0\n", "what the other leaves of 100 %"),
        (
            "78172;800;799;99,88;1;0,12;1;A;1;100;B;0;0\n\
          78005;400;190;47,5;210;52,5;200;A;150;75;B;50;25\n",
            "the other leaves",
        ),
        // 1 of 32 is 3.125 %.
        ("78172;900;400;44,44;500;55,56;32;A;1;3,12;B;31;96,88\n", "either way"),
        ("78172;900;400;44,44;500;55,56;480;A;300;-;B;180;#DIV/0!\n", ""),
    ] {
        let content = Content::new();
        let text = content.import_text(&format!("{header}{rows}"), &[]).unwrap();
        assert!(text.contains(" 0 differences, 0 rows refused."), "{rows}: {text}");
        assert!(text.contains(told), "{rows}: {text}");
    }
    let wrong = "78172;900;400;44,44;500;55,57;480;A;300;62,5;B;180;37,5\n";
    let content = Content::new();
    let error = content.import_text(&format!("{header}{wrong}"), &[]).unwrap_err();
    assert!(error.contains("printed 55,57 %, computed 55,56 %"), "{error}");
}

#[test]
fn codes_of_two_forms_in_one_column_are_refused() {
    let header = "Code circonscription;Inscrits;Votants;Exprimés;Nom;Voix;Nom;Voix\n";
    let row = |code: &str| format!("{code};20000;15000;14500;A;8000;B;6500\n");
    let import = |codes: &[&str]| {
        let rows: String = codes.iter().map(|code| row(code)).collect();
        let content = Content::new();
        content.import_text(&format!("{header}{rows}"), &[]).map(|_| content.written())
    };
    let error = import(&["01001", "07807", "13009"]).unwrap_err();
    assert!(error.contains("column 1 \"Code circonscription\""), "{error}");
    assert!(import(&["07807", "01001"]).unwrap().contains("\n1001,"));
    assert!(import(&["78007", "01001"]).unwrap().contains("\n0101,"));
}

#[test]
fn only_the_rows_within_a_territory_are_kept() {
    let file = FINE.replace("78005,Achères", "95018,Argenteuil");
    let both = ["78172", "95018"];
    for (code, kept) in [("78", &both[..1]), ("95018", &both[1..]), ("FR", &both)] {
        let content = Content::new();
        content.import_text(&file, &["--within", code]).unwrap();
        let text = content.written();
        assert!(both.iter().all(|it| text.contains(it) == kept.contains(it)), "{code}: {text}");
    }
}

#[test]
fn broken_files_are_explained_and_write_nothing() {
    let line = "78172,Conflans,900,500,10,10,480,300,180";
    let long = format!("{FINE}{}", "x".repeat(2 << 20));
    let broken: [(&str, Vec<u8>); 10] = [
        ("empty", b"".into()),
        ("header alone", FINE.lines().next().unwrap().into()),
        ("cut in the last line", FINE[..FINE.len() - 8].into()),
        ("a commune twice", format!("{FINE}{line}\n").into()),
        ("a zero byte", FINE.replace("Conflans", "Conf\0ans").into()),
        (
            "no known encoding",
            FINE.replace('è', "\u{1}")
                .replace('\u{1}', "ÿÃ")
                .into_bytes()
                .into_iter()
                .filter(|byte| *byte != 0xc3)
                .collect(),
        ),
        ("endless line", long.into()),
        ("unknown layout", b"a,b,c\n1,2,3\n".into()),
        ("no territory", FINE.replace("code_commune", "numero_x").into()),
        ("cut JSON", b"[{\"codeCommune\": \"781".into()),
    ];
    let mut errors = String::new();
    for (name, bytes) in broken {
        let content = Content::new();
        let file = content.0.path().join("file");
        std::fs::write(&file, bytes).unwrap();
        let output = content.import(&file, &[]);
        let error = String::from_utf8(output.stderr).unwrap();
        let error = error.replace(&format!("{}/", content.0.path().display()), "");
        assert!(!output.status.success(), "{name}");
        assert!(!content.tables().exists(), "{name}");
        errors.push_str(&format!("# {name}\n{error}\n"));
    }
    insta::assert_snapshot!("import-mistakes", errors);
}

#[test]
fn mistakes_in_tables_are_shown_at_their_place() {
    let content = Content::new();
    content.import_text(FINE, &[]).unwrap();
    let table = content.tables().join("round-1-communes.csv");
    let text = std::fs::read_to_string(&table).unwrap();
    let text = text.replace(",210,", ",21O,").replace("VERT", "VRET").replace("78172", "78004");
    std::fs::write(&table, text).unwrap();
    let mut problems = Problems::default();
    tables::read(&content.tables(), &mut problems);
    let folder = format!("{}/", content.0.path().display());
    insta::assert_snapshot!("import-tables", problems.sorted().to_string().replace(&folder, ""));
}

#[test]
fn a_column_that_was_shifted_does_not_bury_the_editor() {
    let content = Content::new();
    let row = |code: u32| format!("{},Ici,1,x\n", 78_000 + code);
    let text = format!("code,name,voters,valid\n{}", (1..=500).map(row).collect::<String>());
    std::fs::create_dir(content.tables()).unwrap();
    std::fs::write(content.tables().join("round-1-communes.csv"), text).unwrap();
    let mut problems = Problems::default();
    tables::read(&content.tables(), &mut problems);
    assert_eq!(problems.len(), 101);
    assert!(problems.to_string().contains("more problems in this table than are shown"));
}

#[test]
fn an_election_without_its_own_file_is_not_invented() {
    let content = Content::new();
    std::fs::remove_file(content.0.path().join("results/vote.json")).unwrap();
    let error = content.import_text(FINE, &[]).unwrap_err();
    assert!(error.contains("results/vote.json does not exist"), "{error}");
}

/// Real files, where they are at hand: rows, territories, differences, refused.
const REAL: [(&str, usize, usize, usize, usize); 12] = [
    ("Euro_2024_circonscription.xlsx", 577, 564, 13, 13),
    ("Pres_2017_T1_circonscription.xlsx", 566, 566, 0, 0),
    ("Pres_2017_T2_circonscription.xlsx", 566, 566, 0, 0),
    ("eur2024_bv_metropole.csv.gz", 65_930, 65_921, 1, 9),
    ("eur2024_bv_yvelines.csv", 1003, 1002, 1, 1),
    ("euro2019-dpt.xls", 107, 107, 0, 0),
    ("lg2024-t1-bv-finistere-circos-2-3.csv", 201, 201, 0, 0),
    ("lg2024_t1_blocs_bv_yvelines.csv", 1003, 1003, 0, 0),
    ("municipales2014_yvelines_latin1.csv", 2407, 262, 0, 0),
    ("municipales2026_t1_yvelines.json", 505, 259, 0, 0),
    ("pres2017_t1_communes_yvelines.csv", 262, 262, 0, 0),
    ("pres2017_t2_communes_yvelines.csv", 262, 262, 0, 0),
];

#[test]
fn real_files_come_out_as_they_were_published() {
    let shared = std::env::var_os("URNE_SHARED").map(PathBuf::from);
    let folder = shared.unwrap_or_else(|| project().join("../shared")).join("data/elections");
    if !folder.is_dir() {
        skip(&format!("{} is not here (URNE_SHARED)", folder.display()));
        return;
    }
    for (name, rows, territories, differences, refused) in REAL {
        let read = results::read(&folder.join(name), &Options::default()).unwrap();
        let found = (read.rows, read.results.territories.len(), read.differences.len());
        assert_eq!(found, (rows, territories, differences), "{name}: {:?}", read.differences);
        assert_eq!(read.refused.len(), refused, "{name}: {:?}", read.refused);
        assert_eq!(read.cut_off, name.starts_with("municipales2014"), "{name}");
    }
    let options = Options { within: Some("78172".into()), ..Options::default() };
    let conflans =
        results::read(&folder.join("eur2024_bv_yvelines.csv"), &options).unwrap().results;
    assert_eq!((conflans.level, conflans.territories.len()), (Level::Station, 21));
    let valid = |it: &urne::election::TerritoryResult| {
        it.tally.figures().get(Quantity::Valid).unwrap().count
    };
    assert!(conflans.territories.iter().map(valid).sum::<u32>() > 10_000);
}
