//! Texts that attack a site, and content folders in which every field holds them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use serde_json::{Value, json};
use urne::site::{self, Compiled, Problems};

/// Where a text may be. What refuses it in one place of a group refuses it in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Fields of one line, in TOML and JSON.
    Lines,
    /// The texts of articles, events and pages.
    Bodies,
    /// Tables, without the names of territories.
    Tables,
    /// Names of territories, which are part of URLs.
    Territories,
    /// URLs: links of menus, of recordings and of sources.
    Urls,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 5] =
        [Self::Lines, Self::Bodies, Self::Tables, Self::Territories, Self::Urls];
}

/// What is in the fields of each group.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Of [`Group::Lines`].
    pub line: String,
    /// Of [`Group::Bodies`].
    pub body: String,
    /// Of [`Group::Tables`].
    pub cell: String,
    /// Of [`Group::Territories`]: a territory each.
    pub territories: Vec<String>,
    /// Of [`Group::Urls`].
    pub address: String,
}

impl Default for Texts {
    fn default() -> Self {
        let text = str::to_owned;
        Self {
            line: text("Une ligne"),
            body: text("Un texte."),
            cell: text("Une case"),
            territories: vec![text("Un lieu")],
            address: text("https://essai.example/"),
        }
    }
}

impl Texts {
    /// The text in one group, and harmless ones in the others.
    pub fn only(group: Group, text: &str) -> Self {
        Self::default().with(group, text)
    }

    /// The same, with another text in one group.
    pub fn with(mut self, group: Group, text: &str) -> Self {
        let text = text.to_owned();
        match group {
            Group::Lines => self.line = text,
            Group::Bodies => self.body = text,
            Group::Tables => self.cell = text,
            Group::Territories => self.territories = vec![text],
            Group::Urls => self.address = text,
        }
        self
    }
}

/// Every attack of the collection.
pub fn all() -> Vec<String> {
    let lines = include_str!("attacks.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with(";;")).map(unescaped).collect()
}

fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let kind = after.chars().next().unwrap();
        rest = &after[kind.len_utf8()..];
        match kind {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '0' => text.push('\0'),
            '\\' => text.push('\\'),
            'u' => {
                let (digits, after) = rest.strip_prefix('{').unwrap().split_once('}').unwrap();
                text.push(char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap());
                rest = after;
            }
            '{' => {
                let (count, after) = rest.split_once('|').unwrap();
                let end = closing(after);
                text.push_str(&unescaped(&after[..end]).repeat(count.parse().unwrap()));
                rest = &after[end + 1..];
            }
            other => panic!("`\\{other}` in {line}"),
        }
    }
    text + rest
}

/// Where the bracket closes that was open before this text.
fn closing(text: &str) -> usize {
    let mut open = 1;
    let end = text.char_indices().find(|(_, letter)| {
        open += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        open == 0
    });
    end.unwrap().0
}

/// How many places of a content folder hold the text of a group.
pub fn places(group: Group) -> usize {
    const MARK: &str = "https://marque.example/";
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &Texts::only(group, MARK));
    let texts = super::files(folder.path());
    texts.iter().map(|path| std::fs::read_to_string(path).unwrap().matches(MARK).count()).sum()
}

/// Writes a content folder in which each field holds the text of its group.
pub fn write(folder: &Path, texts: &Texts) {
    let put = |name: &str, text: &str| {
        let path: PathBuf = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let Texts { line, body, address, .. } = texts;
    let text = toml(line);
    let to = toml(address);
    put("site.json", &site_json(texts).to_string());
    put("media/point.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>");
    put(
        "news/article.md",
        &format!(
            "+++\ntitle = {text}\ndate = 2020-01-02\ndate_text = {text}\ncategory = {text}\n\
             summary = {text}\n[image]\nsrc = \"media/point.svg\"\nalt = {text}\ncaption = {text}\n\
             [video]\ntitle = {text}\naddress = {to}\nstill = \"media/point.svg\"\n\
             date = 2020-01-01\nduration = {text}\n[signature]\nname = {text}\nrole = {text}\n\
             +++\n\n{body}\n"
        ),
    );
    put(
        "news/coupe.md",
        &format!(
            "+++\ntitle = {text}\ndate = 2020-01-01\ncategory = {text}\n+++\n\n{body}\n\n\
             <!-- more -->\n\n{{{{ result vote 1 }}}}\n\n{{{{ event fete }}}}\n"
        ),
    );
    put(
        "events/fete.md",
        &format!(
            "+++\ntitle = {text}\nsubtitle = {text}\nsummary = {text}\nstart = 2020-06-20\n\
             place = {text}\nvideo = {{ title = {text}, address = {to} }}\n\
             [[sessions]]\ntitle = {text}\nhosts = [{{ name = {text}, role = {text} }}]\n\
             speakers = [{{ name = {text}, role = {text} }}]\n\
             [[speakers]]\nname = {text}\nrole = {text}\n+++\n\n{body}\n"
        ),
    );
    put("pages/page.md", &format!("+++\ntitle = {text}\nsummary = {text}\n+++\n\n{body}\n"));
    put("results/vote.json", &vote(texts).to_string());
    put("results/question.json", &question(line).to_string());
    put("results/names.json", &names(line).to_string());
    for (name, table) in tables(texts) {
        put(&format!("results/tables/{name}"), &table);
    }
    put("contours/carte.json", &outlines(texts).to_string());
    let tables = json!({
        "title": line, "territory": line, "contest": "one-round", "introduction": line,
        "contours": ["carte"], "kind": "municipal",
        "code": "78005", "within": "78",
        "rounds": [{ "round": 1, "date": "2020-03-15", "source": { "name": line }, "note": line }],
    });
    put("results/tables.json", &tables.to_string());
}

fn site_json(Texts { line, address, .. }: &Texts) -> Value {
    json!({
        "name": line, "short_name": line, "description": line, "language": "fr",
        "base": "https://essai.example", "accent": "#005a9c", "publisher": line,
        "contact": "section@essai.example",
        "navigation": [
            { "label": line, "to": address }, { "label": "Agenda", "to": "/evenements/" },
        ],
        "footer": [{ "label": line, "to": address }, { "label": "Page", "to": "/page/" }],
        "featured": { "election": "vote" },
    })
}

fn vote(Texts { line, address, territories, .. }: &Texts) -> Value {
    let candidates = json!([
        { "name": line, "list": line, "head": line, "nuance": line, "panel": 1, "votes": 60 },
        { "name": "Une autre", "panel": 2, "votes": 40 },
    ]);
    let round = json!({
        "round": 1, "date": "2020-03-15", "registered": 200, "voters": 100, "blank_and_null": 0,
        "seats": 9, "seat_rule": "municipal", "candidates": candidates,
        "source": { "name": line, "address": address }, "note": line,
    });
    let elsewhere = json!({
        "round": 1, "date": "2020-03-15",
        "candidates": [{ "name": line, "votes": 6 }, { "name": "Une autre", "share": 40 }],
        "source": { "name": line, "address": address }, "note": line,
    });
    json!({
        "title": line, "territory": line, "contest": "two-rounds", "introduction": line,
        "rounds": [round],
        "other_territories": [{ "code": "78172", "name": territories[0], "rounds": [elsewhere] }],
    })
}

fn question(line: &str) -> Value {
    json!({
        "title": line, "territory": line, "contest": "question", "question": line,
        "introduction": line,
        "rounds": [{
            "round": 1, "date": "2020-03-14",
            "candidates": [{ "name": "Oui", "votes": 6 }, { "name": "Non", "votes": 4 }],
            "source": { "name": line },
        }],
    })
}

/// Several names on a ballot, of whom one is elected by the source.
fn names(line: &str) -> Value {
    json!({
        "title": line, "territory": line, "contest": "one-round", "stands": "projects",
        "introduction": line,
        "rounds": [{
            "round": 1, "date": "2020-03-13", "voters": 10, "seats": 1, "names_per_ballot": 2,
            "voting": "show-of-hands",
            "candidates": [
                { "name": line, "votes": 6, "elected": true }, { "name": "Une autre", "votes": 6 },
            ],
            "source": { "name": line },
        }],
    })
}

fn tables(Texts { cell, territories, .. }: &Texts) -> [(&'static str, String); 2] {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let cell = quoted(cell);
    let mut communes =
        "code,name,commune,circonscription,registered,voters,valid,A,B,differences\n".to_owned();
    for (number, name) in territories.iter().cycle().take(count(territories)).enumerate() {
        let code = code(number);
        let (name, votes) = (quoted(name), 4 + number % 3);
        let others = 10 - votes;
        let _ = writeln!(communes, "{code},{name},{cell},{cell},20,10,10,{votes},{others},{cell}");
    }
    let candidates = format!(
        "key,name,nuance,list,head,colour\nA,{cell},{cell},{cell},{cell},#123456\nB,Une autre,,,,\n"
    );
    [("round-1-communes.csv", communes), ("round-1-candidates.csv", candidates)]
}

/// How many territories the tables have.
fn count(territories: &[String]) -> usize {
    territories.len().max(2)
}

/// The code of a territory of the tables.
fn code(number: usize) -> usize {
    if number == 0 { 78_005 } else { 78_171 + number }
}

/// A square a territory, and one of nobody, whose code is a text.
fn outlines(Texts { line, territories, .. }: &Texts) -> Value {
    let count = count(territories);
    let square = |at: usize| json!([[at, 0], [at + 1, 0], [at + 1, 1], [at, 1], [at, 0]]);
    let shape = |(arc, code): (usize, String)| json!({ "type": "Polygon", "arcs": [[arc]], "properties": { "code": code } });
    let codes = (0..count).map(|number| code(number).to_string()).chain([line.clone()]);
    json!({
        "type": "Topology", "source": line,
        "arcs": (0..=count).map(square).collect::<Vec<_>>(),
        "objects": { "communes": {
            "type": "GeometryCollection",
            "geometries": codes.enumerate().map(shape).collect::<Vec<_>>(),
        } },
    })
}

/// The text between quotes of TOML.
fn toml(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// Compiles a folder that holds these texts.
pub fn compile(folder: &Path, texts: &Texts) -> Result<Compiled, Problems> {
    write(folder, texts);
    site::compile(folder, site::midnight(date(2020, 4, 1)))
}

/// What may be wrong with a hostile text: beginnings or ends of titles.
const REASONS: [&str; 31] = [
    "must be a text on one line",
    "must be an absolute URL",
    "the text contains HTML",
    "the text contains an invisible character",
    "the text has a heading of the first level",
    "the fields cannot be read",
    "this file cannot be read",
    "a bracket is never closed",
    "a comma is missing",
    "this line is no field",
    "this text does not stand between quotation marks",
    "there is a quotation mark inside this text",
    "one of the two quotation marks of this text is missing",
    "these are not the straight quotation marks of the keyboard",
    "a field is written with = here",
    "the fields do not end",
    "this link leads nowhere",
    "this name is too long",
    "this text is too long",
    "this file is too large",
    "this table has too many columns",
    "this is nested too deeply",
    "this picture does not exist",
    "this election does not exist",
    "this article has no summary for lists",
    "an embed needs a line of its own",
    "an embed is never closed",
    "this is a command of another program",
    "there is a space in this path",
    "nothing can be embedded here",
    "unknown embed",
];

/// Ensures that each problem is one of a hostile text, or one of these, and says what to do: another one would be
/// of the content around the text.
pub fn assert_refused_for_itself(report: &str, others: &[&str]) {
    let titles = report.lines().filter_map(|line| line.strip_prefix("error: "));
    let mut count = 0;
    for title in titles {
        let mut reasons = REASONS.iter().chain(others);
        let is_known = reasons.any(|it| title.starts_with(it) || title.ends_with(it));
        assert!(is_known, "{title}\n{report}");
        count += 1;
    }
    assert!(count > 0 && report.matches("= help: ").count() == count, "{report}");
}

/// The groups that accept a text.
pub fn accepting(folder: &Path, text: &str) -> Vec<Group> {
    let everywhere = Group::ALL.into_iter().fold(Texts::default(), |all, it| all.with(it, text));
    if compile(folder, &everywhere).is_ok() {
        return Group::ALL.to_vec();
    }
    let accepts = |group: &Group| match compile(folder, &Texts::only(*group, text)) {
        Ok(_) => true,
        Err(problems) => {
            let report = problems.to_string();
            assert_refused_for_itself(&report, &[]);
            false
        }
    };
    Group::ALL.into_iter().filter(accepts).collect()
}
