//! Which sheet of a workbook and which rows of a file are read, what the report says of the others,
//! and what happens to existing titles.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};

use super::import::Content;

/// A sheet: its name, and its rows with cells between `|`; what looks like a number is one.
type Sheet<'a> = (&'a str, &'a str);

/// Writes a workbook next to the content.
fn workbook(content: &Content, sheets: &[Sheet<'_>]) -> PathBuf {
    let mut workbook = Workbook::new();
    for (name, text) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (at, line) in (0..).zip(text.lines().map(str::trim).filter(|line| !line.is_empty())) {
            for (column, cell) in (0..).zip(line.split('|')) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(at, column, number).unwrap(),
                    Err(_) => sheet.write(at, column, cell).unwrap(),
                };
            }
        }
    }
    let file = content.0.path().join("file.xlsx");
    workbook.save(&file).unwrap();
    file
}

/// What a command prints or why it fails, without the name of the temporary folder.
fn run(content: &Content, what: &str, file: &Path, more: &[&str]) -> Result<String, String> {
    let output = content.command(what, file, more);
    let text = |bytes: Vec<u8>| {
        let folder = format!("{}/", content.0.path().display());
        String::from_utf8(bytes).unwrap().replace(&folder, "")
    };
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

/// Imports a workbook as round 1 into an empty content: what is printed, and all tables.
fn import(sheets: &[Sheet<'_>], more: &[&str]) -> Result<(String, String), String> {
    let content = Content::new();
    let file = workbook(&content, sheets);
    let printed = run(&content, "results", &file, more);
    assert_eq!(printed.is_ok(), content.tables().exists());
    Ok((printed?, content.written()))
}

/// A sheet of the ministry until 2022, with one territory of its level and so many votes for ALPHA.
fn table(code: &str, value: &str, votes: u32) -> String {
    let (valid, voters) = (votes + 200, votes + 220);
    format!(
        "{code}|Inscrits|Votants|Exprimés|Nom|Voix|Nom|Voix\n\
         {value}|1000|{voters}|{valid}|ALPHA|{votes}|BETA|200"
    )
}

const SUMS: &str = "Résultats\nFrance entière\n|Nombre|% Inscrits|% Votants||Nuance|Voix|Sièges\n\
                    Inscrits|47570988||||EXG|175214|0\nVotants|2000||||RN|2000|1";

#[test]
fn the_sheet_of_the_round_is_read_whatever_its_name_is_like() {
    let names = [
        ["T1", "T2"],
        ["Tour 1", "Tour 2"],
        ["1er tour", "2nd tour"],
        ["Premier Tour", "SECOND  TOUR"],
        ["Communes_T1", "Communes_T2"],
        ["Résultats 1ER TOUR", "Résultats 2ÈME TOUR"],
        ["Circo. Leg. Tour 1", "Circo. Leg. Tour 2"],
    ];
    for names in names {
        for swapped in [false, true] {
            let (first, second) = (
                table("Code de la commune", "78172", 300),
                table("Code de la commune", "78172", 400),
            );
            let mut sheets = [(names[0], first.as_str()), (names[1], second.as_str())];
            if swapped {
                sheets.reverse();
            }
            for (round, votes) in [("1", 300), ("2", 400)] {
                let content = Content::new();
                let file = workbook(&content, &sheets);
                let output = super::urne()
                    .args(["import", "results", file.to_str().unwrap(), "--election", "vote"])
                    .args(["--round", round, "--content"])
                    .arg(content.0.path())
                    .output()
                    .unwrap();
                let printed = String::from_utf8(output.stdout).unwrap();
                let read = if round == "1" { names[0] } else { names[1] };
                assert!(printed.starts_with(&format!("Sheet \"{read}\" was read.")), "{printed}");
                let table = std::fs::read_to_string(
                    content.tables().join(format!("round-{round}-communes.csv")),
                );
                assert!(table.unwrap().contains(&format!(",{votes},200")), "{names:?} {round}");
            }
        }
    }
}

#[test]
fn several_levels_of_a_round_are_not_chosen_from_in_silence() {
    let (regions, departments) =
        (table("Code de la région", "11", 300), table("Code du département", "78", 301));
    let districts =
        format!("Code du département|{}", table("Code de la circonscription", "78|7", 302));
    let second = table("Code du département", "78", 400);
    let sheets = [
        ("FE - Metro - OM", SUMS),
        ("Régions T1", regions.as_str()),
        ("Départements T1", &departments),
        ("Départements T2", &second),
        ("Circo leg T1", &districts),
        ("Notes", "Source|ministère"),
    ];
    let mut text = import(&sheets, &[]).unwrap_err();
    for more in [
        &["--level", "departments"][..],
        &["--sheet", "Circo leg T1"],
        &["--sheet", "circo LEG t1"],
        &["--sheet", "regions t1"],
    ] {
        let (printed, written) = import(&sheets, more).unwrap();
        text.push_str(&format!("\n# {}\n{printed}{written}", more.join(" ")));
    }
    for more in [
        &["--level", "communes"][..],
        &["--sheet", "Départements T2"],
        &["--sheet", "FE - Metro - OM"],
        &["--sheet", "Départements"],
        &["--sheet", "Cantons", "--level", "cantons"],
    ] {
        let error = import(&sheets, more).unwrap_err();
        text.push_str(&format!("\n# {}\n{error}", more.join(" ")));
    }
    insta::assert_snapshot!("workbook-levels", text);
}

#[test]
fn what_is_no_table_is_passed_and_said() {
    let fine = table("Code de la commune", "78172", 300);
    let unfinished = "Code de la commune|Inscrits|Votants|Exprimés";
    let turnout =
        "Code du département|Libellé du département|Inscrits|Votants\n78|Yvelines|1000|500";
    for (name, text) in [("Sommes", SUMS), ("Titres", unfinished), ("Participation", turnout)] {
        for sheets in [[(name, text), ("Communes", &fine)], [("Communes", &fine), (name, text)]] {
            let (printed, written) = import(&sheets, &[]).unwrap();
            assert!(
                printed.starts_with("Sheet \"Communes\" was read.\n1 sheet not read"),
                "{printed}"
            );
            assert!(printed.contains(&format!("\n  \"{name}\": ")), "{printed}");
            assert!(written.contains(",1000,520,500,300,200"), "{written}");
        }
    }
}

#[test]
fn a_mistake_names_its_sheet_and_no_other_sheet_is_read_instead() {
    let fine = table("Code de la commune", "78172", 300);
    let twice = format!("{fine}\n{}", fine.lines().nth(1).unwrap());
    let second = table("Code de la commune", "78172", 400);
    let mut text = String::new();
    for (sheets, more) in [
        (&[("Résultats", twice.as_str())][..], &[][..]),
        (&[("Tour 1", twice.as_str()), ("Tour 2", &second)], &[]),
        (&[("Tour 2", second.as_str())], &[]),
        (&[("Tour 2", second.as_str()), ("2nd tour", &second)], &[]),
        (&[("Sommes", SUMS), ("Notes", "Source|ministère")], &[]),
        (&[("Feuil1", fine.as_str()), ("Feuil1 (2)", &fine)], &[]),
        (&[("Tour 2", second.as_str())], &["--sheet", "Tour 2"]),
        (&[("Feuil1", &format!("Élection - 2nd tour\n{second}"))], &[]),
        (&[("Feuil1", fine.as_str())], &["--sheet", "Feuil2"]),
        (&[("Feuil1", fine.as_str())], &["--level", "cantons"]),
    ] {
        let names: Vec<&str> = sheets.iter().map(|(name, _)| *name).collect();
        let error = import(sheets, more).unwrap_err();
        text.push_str(&format!("# {names:?} {more:?}\n{error}\n"));
    }
    insta::assert_snapshot!("workbook-mistakes", text);
}

const ROUNDS: &str = "COLUMN,code_commune,Inscrits,Exprimés,ALPHA,BETA\n\
                      1,78172,1000,500,300,200\n1,78005,1000,500,301,199\n\
                      2,78172,1000,500,400,100\n2,78005,1000,500,401,99\n";

#[test]
fn a_file_of_several_rounds_gives_the_rows_of_one() {
    let columns = ["tour", "Tour", "num_tour", "NumTour", "n° tour", "Numéro de tour"];
    let values =
        [["1", "2"], ["T1", "T2"], ["1er", "2ème"], ["Tour 1", "Tour 2"], ["Premier", "Second"]];
    for column in columns {
        for [first, second] in values {
            let text = ROUNDS.replace("COLUMN", column);
            let text = text.replace("\n1,", &format!("\n{first},"));
            let text = text.replace("\n2,", &format!("\n{second},"));
            let content = Content::new();
            let printed = content.import_text(&text, &[]).unwrap();
            assert!(printed.contains("2 rows of another round left out."), "{column}: {printed}");
            assert!(
                printed.contains("2 rows read, 2 communes, 2 candidates"),
                "{column}: {printed}"
            );
            assert!(content.written().contains(",300,200"), "{column}");
            assert!(!content.written().contains("400"), "{column}");
        }
    }
}

#[test]
fn a_file_without_the_round_says_which_it_has() {
    let mut text = String::new();
    for file in [
        ROUNDS.replace("\n1,", "\n3,"),
        ROUNDS.replace("\n1,78172", "\n,78172"),
        ROUNDS.replace("\n1,78172", "\nx,78172"),
    ] {
        let content = Content::new();
        let error = content.import_text(&file.replace("COLUMN", "tour"), &[]).unwrap_err();
        assert!(!content.tables().exists());
        text.push_str(&error);
    }
    insta::assert_snapshot!("rounds-mistakes", text);
}

#[test]
fn encodings_and_compression_are_found_out() {
    let text = "Code de la commune,Libellé de la commune,Inscrits,Exprimés,ALPHA,BETA\n\
                78005,Achères,1000,500,300,200\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let gzip = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut encoder, bytes).unwrap();
        encoder.finish().unwrap()
    };
    let plain = Content::new();
    plain.import_text(text, &[]).unwrap();
    for bytes in [
        [b"\xff\xfe", &little[..]].concat(),
        [b"\xfe\xff", &big[..]].concat(),
        gzip(text.as_bytes()),
        gzip(&little),
        little,
        big,
    ] {
        let content = Content::new();
        let file = content.0.path().join("file.csv");
        std::fs::write(&file, bytes).unwrap();
        run(&content, "results", &file, &[]).unwrap();
        assert_eq!(content.written(), plain.written());
    }
}

#[test]
fn files_of_other_kinds_are_told_apart() {
    let zip = |name: &str| {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.resize(26, 0);
        bytes.extend((name.len() as u16).to_le_bytes());
        bytes.extend([0, 0]);
        [&bytes[..], name.as_bytes(), b"...."].concat()
    };
    let locked: Vec<u8> = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        .into_iter()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("results.parquet", b"PAR1\x15\x04\x15\x10\x00\x01PAR1".into()),
        ("results.csv", zip("resultats/communes.csv")),
        ("results.xlsx", zip("xl/workbook.xml")),
        ("results.xls", locked),
        ("page.xls", b"\xef\xbb\xbf<html><body><table><tr><td>Voix</td></tr></table>".into()),
        ("error.csv", b"\n<!DOCTYPE HTML>\n<title>404</title>".into()),
        ("results.xml", b"<?xml version=\"1.0\"?><Election/>".into()),
        ("results.pdf", b"%PDF-1.7\n\x00\x00".into()),
        ("results.db", b"SQLite format 3\x00\x10\x00".into()),
        ("results.7z", b"7z\xbc\xaf\x27\x1c\x00".into()),
        ("results.csv.bz2", b"BZh91AY".into()),
        ("results.bin", b"Code\x00\x00\x00\x01".into()),
    ];
    let mut text = String::new();
    for (name, bytes) in files {
        let content = Content::new();
        let file = content.0.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        text.push_str(&run(&content, "results", &file, &[]).unwrap_err());
    }
    insta::assert_snapshot!("other-kinds", text);
}

const COLUMNS: &str = "code_commune,Inscrits,Exprimés,v1,v2,v3\n78172,900,480,200,180,100\n";

fn with_titles() -> Content {
    let content = Content::new();
    content.import_text(COLUMNS, &[]).unwrap();
    let table = "key,name,panel,nuance,list,head\n\
                 v1,Première,1,LUG,LA PREMIERE LISTE,Anne ALPHA\n\
                 v2,Seconde,2,,LA SECONDE LISTE,\nv3,v3,,,,\n";
    std::fs::write(content.tables().join("round-1-candidates.csv"), table).unwrap();
    content
}

#[test]
fn titles_that_stand_are_replaced_only_when_asked() {
    let list = "panneau,nuance,libelle_abrege,libelle,tete_de_liste,categorie\n\
                1,LFI,UN,LISTE UN,Anne ALPHA,x\n2,LRN,DEUX,LA SECONDE LISTE,Bruno BETA,x\n\
                3,LDVC,TROIS,LISTE TROIS,Carla GAMMA,y\n";
    let content = with_titles();
    let mut text = content.command_text("candidates", list, &[]).unwrap();
    text.push_str(&content.written());
    text.push_str(&content.command_text("candidates", list, &["--replace"]).unwrap());
    text.push_str(&content.written());
    insta::assert_snapshot!("titles-candidates", text);
    let again = content.command_text("candidates", list, &[]).unwrap();
    assert!(again.contains("Nothing changed"), "{again}");
}

#[test]
fn what_several_candidates_share_is_no_title() {
    let lists = [
        "PANNEAU,Nom,Prénom,Liste\n1,ALPHA,Anne,Autre\n2,BETA,Bruno,Principale\n3,GAMMA,Carla,Autre\n",
        "PANNEAU,Nom,Prénom,Tête de liste\n1,ALPHA,Anne,oui\n2,BETA,Bruno,oui\n3,GAMMA,Carla,oui\n",
        "PANNEAU,Liste,Libellé liste,Nuance\n1,Autre,UN,A\n2,Principale,DEUX,A\n3,Tierce,TROIS,A\n",
        "PANNEAU,Libellé abrégé,Libellé,Nuance\n1,Gauche,UN,A\n2,Droite,DEUX,B\n3,Gauche,TROIS,A\n",
    ];
    let mut text = String::new();
    for list in lists {
        let content = Content::new();
        content.import_text(COLUMNS, &[]).unwrap();
        text.push_str(&content.command_text("candidates", list, &[]).unwrap());
        let candidates = content.tables().join("round-1-candidates.csv");
        text.push_str(&format!("\n{}\n", std::fs::read_to_string(candidates).unwrap()));
    }
    insta::assert_snapshot!("titles-shared", text);
}

#[test]
fn titles_that_results_publish_replace_none_in_passing() {
    let file = |list: &str| {
        format!(
            "Code de la commune,Inscrits,Exprimés,N°Liste,Libellé Abrégé Liste,Libellé Etendu Liste,\
             Nom Tête de Liste,Voix\n78172,900,480,1,UN,{list},ALPHA Anne,300\n\
             78172,900,480,2,DEUX,LISTE DEUX,BETA Bruno,180\n"
        )
    };
    let content = Content::new();
    content.import_text(&file("LISTE UN"), &[]).unwrap();
    let before = content.written();
    let mut text = content.import_text(&file("LISTE 1"), &[]).unwrap();
    assert_eq!(content.written(), before);
    text.push_str(&content.import_text(&file("LISTE 1"), &["--replace"]).unwrap());
    text.push_str(&content.written());
    insta::assert_snapshot!("titles-results", text);
}

#[test]
fn a_list_of_candidates_names_its_sheet() {
    let content = Content::new();
    content.import_text(COLUMNS, &[]).unwrap();
    let list = "PANNEAU|Nom|Prénom\n1|ALPHA|Anne\n2|BETA|Bruno\n3|GAMMA|Carla";
    let sheets =
        [("Lisez-moi", "Source|ministère"), ("Candidats T1", list), ("Candidats T2", list)];
    let file = workbook(&content, &sheets);
    let mut text = run(&content, "candidates", &file, &[]).unwrap();
    text.push_str(&content.written());
    let file = workbook(&content, &[("A", list), ("B", list)]);
    text.push_str(&run(&content, "candidates", &file, &[]).unwrap_err());
    run(&content, "candidates", &file, &["--sheet", "b"]).unwrap();
    insta::assert_snapshot!("workbook-candidates", text);
}
#[test]
fn percentages_are_read_as_spreadsheets_store_them() {
    let text = "Code de la commune|Inscrits|Votants|% Vot/Ins|Exprimés|Nom|Voix|% Voix/Exp|Nom|Voix|% Voix/Exp\n\
                78172|900|520|57.77777777777778|480|ALPHA|300|62.5|BETA|180|37.5\n\
                78005|700|333|47.57142857142857|331|ALPHA|110|33.23262839879154|BETA|221|66.76737160120846";
    let (printed, _) = import(&[("Communes", text)], &[]).unwrap();
    assert!(printed.contains("0 differences, 0 rows refused"), "{printed}");
    // Formatted as percentages, 57,78 % is stored as 0.5778.
    let content = Content::new();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let percent = Format::new().set_num_format("0.00%");
    let mut lines = text.lines();
    for (at, name) in (0..).zip(lines.next().unwrap().split('|')) {
        sheet.write(0, at, name).unwrap();
    }
    for (row, line) in (1..).zip(lines) {
        for (column, cell) in (0..).zip(line.split('|')) {
            match cell.parse::<f64>() {
                Ok(number) if [3, 7, 10].contains(&column) => {
                    sheet.write_with_format(row, column, number / 100.0, &percent).unwrap()
                }
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
    let file = content.0.path().join("file.xlsx");
    workbook.save(&file).unwrap();
    let printed = run(&content, "results", &file, &[]).unwrap();
    assert!(printed.contains("0 differences, 0 rows refused"), "{printed}");
}
