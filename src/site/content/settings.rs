//! `site.json`: the site itself.

use std::path::Path;

use jiff::tz::TimeZone;

use super::admin::Admin;
use super::base::Base;
use super::files;
use super::publisher::Publisher;
use super::references::{Featured, References};
use super::reserve::Reserve;
use crate::message;
use crate::site::content::known;
use crate::site::messages::{self, Message};
use crate::site::parse::colour::Accent;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned, one_of, unexpected};
use crate::site::parse::file;
use crate::site::parse::table::Shape;
use crate::site::parse::tree::{self, Node, Value};
use crate::site::parse::values::{Reference, Text};

/// The site itself.
pub struct Settings {
    /// Full name.
    pub name: String,
    /// Name for narrow places and for titles.
    pub short_name: String,
    /// What the site is, in a sentence.
    pub description: String,
    /// Canonical base URL, without a closing slash.
    pub base: String,
    /// The accent colour.
    pub accent: Accent,
    /// What browsers show beside the title: a drawing in `media/`.
    pub icon: Option<Spanned<Reference>>,
    /// What stands before the name of the site: a picture in `media/`.
    pub logo: Option<Spanned<Reference>>,
    /// Who publishes.
    pub publisher: Publisher,
    /// Main navigation.
    pub navigation: Vec<Link>,
    /// Links at the foot of each page.
    pub footer: Vec<Link>,
    /// The result that the home page shows, where it is not the latest.
    pub featured: Option<Featured>,
    /// When nothing new may appear.
    pub reserve: Vec<Reserve>,
    /// By which clocks things are published.
    pub time_zone: TimeZone,
    /// Where the editor in the browser finds the files, where there is one.
    pub admin: Option<Admin>,
}

/// A labelled link.
pub struct Link {
    /// What a reader sees.
    pub label: String,
    /// Where it leads.
    pub to: Spanned<Reference>,
}

/// The language of the site. Its own words (« Lire la suite… ») exist in French only.
#[derive(Clone, Copy)]
struct Language;

impl FromNode for Language {
    const SHAPE: Shape = Shape::Words(known::LANGUAGE);
    const EXPECTED: Message = message!("content-language");
    const EXAMPLE: Message = Message::verbatim("\"fr\"");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let words = [("fr", Self)];
        one_of(words, node, problems)
    }
}

/// The language of the site in a folder, to say in it what is wrong: it is found even where nothing else can be
/// read.
pub fn language(root: &Path) -> Option<messages::Language> {
    let text = std::fs::read_to_string(root.join("site.json")).ok()?;
    let (_, rest) = text.split_once("\"language\"")?;
    let value = rest.split('"').nth(1)?;
    (value == "fr").then_some(messages::Language::French)
}

/// The name of the site in a folder, where it can be read.
pub fn name(root: &Path) -> Option<String> {
    let settings = read(root, &mut References::default(), &mut Problems::default())?;
    Some(settings.name)
}

impl FromNode for Link {
    const SHAPE: Shape = Shape::Table(&known::LINK);
    const EXPECTED: Message = message!("content-link");
    const EXAMPLE: Message =
        Message::verbatim("{ \"label\": \"Agenda\", \"to\": \"/evenements/\" }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::LINK, node, problems)?;
        let label = fields.required::<Text>("label", problems);
        let to = fields.required("to", problems);
        fields.finish(problems);
        Some(Self { label: label?.0, to: to? })
    }
}

/// The name of a time zone in the database of IANA.
struct Zone(TimeZone);

impl FromNode for Zone {
    const SHAPE: Shape = Shape::Zone;
    const EXPECTED: Message = message!("content-time-zone");
    const EXAMPLE: Message = message!("content-time-zone-example");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let Value::Text(name) = &node.value else { return unexpected(node, problems) };
        TimeZone::get(name).ok().map(Self).or_else(|| unexpected(node, problems))
    }
}

/// Where a site is that does not say it.
pub fn of_paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC)
}

/// The icon, which is a drawing.
fn icon(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Spanned<Reference>> {
    let icon = fields.optional::<Spanned<Reference>>("icon", problems)?;
    if !icon.value.0.ends_with(".svg") {
        let (found, help) = (message!("content-icon-found"), message!("content-icon-help"));
        icon.problem(problems, message!("content-icon"), found, help);
    }
    Some(icon)
}

/// The links at the head of each page, and those at its foot.
fn menus(
    fields: &mut Fields<'_>,
    references: &mut References,
    problems: &mut Problems,
) -> (Option<Vec<Link>>, Vec<Link>) {
    let navigation = fields.required::<Vec<Link>>("navigation", problems);
    let footer = fields.optional::<Vec<Link>>("footer", problems).unwrap_or_default();
    let links = navigation.iter().flatten().chain(&footer);
    references.links.extend(links.map(|it| it.to.clone()));
    (navigation, footer)
}

/// The fields of `site.json`, of which one is for text editors.
fn open<'n>(node: &'n Node, problems: &mut Problems) -> Option<Fields<'n>> {
    let mut fields = Fields::of(&known::SITE, node, problems)?;
    fields.known("$schema");
    Some(fields)
}

/// Reads `site.json`.
pub fn read(root: &Path, references: &mut References, problems: &mut Problems) -> Option<Settings> {
    let source = file::read(&root.join("site.json"), files::LARGEST_JSON, problems)?;
    let node = tree::from_json(&source, problems)?;
    let mut fields = open(&node, problems)?;
    let name = fields.required::<Text>("name", problems);
    let short_name = fields.optional::<Text>("short_name", problems);
    let description = fields.required::<Text>("description", problems);
    let language = fields.required::<Language>("language", problems);
    let base = fields.required::<Base>("base", problems);
    let accent = fields.required::<Accent>("accent", problems);
    let icon = icon(&mut fields, problems);
    let logo = fields.optional::<Spanned<Reference>>("logo", problems);
    let publisher = Publisher::read(&mut fields, problems);
    let (navigation, footer) = menus(&mut fields, references, problems);
    let featured = fields.optional("featured", problems);
    let reserve = fields.optional::<Vec<Reserve>>("reserve", problems);
    let time_zone = fields.optional::<Zone>("time_zone", problems);
    let admin = fields.optional::<Admin>("admin", problems);
    fields.finish(problems);
    references.pictures.extend(icon.iter().chain(&logo).cloned());
    references.featured.clone_from(&featured);
    let Language = language?;
    let name = name?.0;
    Some(Settings {
        short_name: short_name.map_or_else(|| name.clone(), |short| short.0),
        name,
        description: description?.0,
        base: base?.0,
        accent: accent?,
        icon,
        logo,
        publisher: publisher?,
        navigation: navigation?,
        footer,
        featured,
        reserve: reserve.unwrap_or_default(),
        time_zone: time_zone.map_or_else(of_paris, |zone| zone.0),
        admin,
    })
}
