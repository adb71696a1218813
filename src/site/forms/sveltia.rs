//! The forms of [Sveltia CMS](https://sveltiacms.app), the editor in the browser: its collections and their fields.

use serde_json::{Value, json};

use super::{LANGUAGE, patterns};
use crate::message;
use crate::route::{Route, Slug};
use crate::site::content::known::{self, elections};
use crate::site::messages::Message;
use crate::site::parse::table::{Field, Need, Shape, Table};

/// Fields that are in no form, because the editor itself takes care of them: the name of a file, its old addresses when it
/// is renamed, and the schema, which is for text editors. They stay as they are.
pub const KEPT: [&str; 3] = ["slug", "alias", "$schema"];

/// JSON that may hold notes, which our script reads and writes.
const NOTED_JSON: &str = "json-with-notes";

/// What the forms depend on: which service keeps the files, and where they are in what it keeps.
pub struct Repository<'a> {
    /// The service, as the editor is told.
    pub backend: Value,
    /// The folder of the content in it, without slashes at its ends; empty where that is the whole of it.
    pub folder: &'a str,
}

/// What the editor is told.
pub fn config(name: &str, url: &str, repository: &Repository<'_>) -> Value {
    let folder = |name: &str| match repository.folder {
        "" => name.to_owned(),
        content => format!("{content}/{name}"),
    };
    json!({
        "load_config_file": false,
        "backend": repository.backend,
        "app_title": name,
        "site_url": url,
        "logo": { "src": crate::route::href(crate::route::ICON) },
        "media_folder": folder("media"),
        "public_folder": "media",
        "media_libraries": {
            "default": { "config": { "slugify_filename": true } },
            "stock_assets": { "providers": [] },
        },
        "slug": { "encoding": "ascii", "clean_accents": true },
        "editor": { "preview": false },
        "show_preview_links": false,
        "output": { "omit_empty_optional_fields": true, "json": { "indent_size": 2 } },
        "collections": [
            of_texts(&folder("news"), &ARTICLES, &known::ARTICLE),
            of_texts(&folder("events"), &EVENTS, &known::EVENT),
            of_texts(&folder("pages"), &PAGES, &known::PAGE),
            of_elections(&folder("results")),
        ],
        "singletons": [{
            "name": "site",
            "label": said(&message!("forms-site")),
            "icon": "settings",
            "file": folder("site.json"),
            "format": NOTED_JSON,
            "fields": fields(&known::SITE),
        }],
    })
}

/// Files of Markdown.
struct Texts {
    name: &'static str,
    label: Message,
    one: Message,
    icon: &'static str,
    page: fn(Slug) -> Route,
    /// How one is listed, and by what.
    summary: &'static str,
    by: &'static [&'static str],
}

static ARTICLES: Texts = Texts {
    name: "news",
    label: message!("forms-articles"),
    one: message!("forms-article"),
    icon: "article",
    page: Route::Article,
    summary: "{{date | date('YYYY-MM-DD')}} · {{title}}",
    by: &["date", "title", "category"],
};

static EVENTS: Texts = Texts {
    name: "events",
    label: message!("forms-events"),
    one: message!("forms-event"),
    icon: "event",
    page: Route::Event,
    summary: "{{start}} · {{title}}",
    by: &["start", "title"],
};

static PAGES: Texts = Texts {
    name: "pages",
    label: message!("forms-pages"),
    one: message!("forms-page"),
    icon: "description",
    page: Route::Text,
    summary: "{{title}}",
    by: &["title"],
};

fn of_texts(folder: &str, texts: &Texts, table: &Table) -> Value {
    let mut fields = fields(table);
    fields.push(json!({
        "name": "body",
        "label": said(&message!("forms-body")),
        "hint": said(&message!("forms-body-hint")),
        "widget": "richtext",
        "required": false,
        // As it is written: what else is in the dialect of the site, another editor might take for a mistake.
        "modes": ["raw"],
    }));
    json!({
        "name": texts.name,
        "label": said(&texts.label),
        "label_singular": said(&texts.one),
        "icon": texts.icon,
        "folder": folder,
        "extension": "md",
        "format": "toml-frontmatter",
        "slug": slug(),
        "summary": texts.summary,
        "sortable_fields": { "fields": texts.by, "default": { "field": texts.by[0], "direction": direction(texts) } },
        // What leads to a page after its file was renamed.
        "preview_path": path(texts.page),
        "aliases_field": "alias",
        "fields": fields,
    })
}

/// The latest first, where there is a day.
fn direction(texts: &Texts) -> &'static str {
    if texts.by[0] == "title" { "ascending" } else { "descending" }
}

/// The path of a page on the site, with a place for its slug.
fn path(page: fn(Slug) -> Route) -> String {
    const PLACE: &str = "slug";
    let path = Slug::new(PLACE).map(|slug| page(slug).to_string()).unwrap_or_default();
    path.replace(&format!("/{PLACE}/"), "/{{slug}}/")
}

fn of_elections(folder: &str) -> Value {
    json!({
        "name": "results",
        "label": said(&message!("forms-elections")),
        "label_singular": said(&message!("forms-election")),
        "icon": "how_to_vote",
        "folder": folder,
        "extension": "json",
        "format": NOTED_JSON,
        "slug": slug(),
        "summary": "{{title}} · {{territory}}",
        "sortable_fields": { "fields": ["title", "territory"] },
        "fields": fields(&elections::ELECTION),
    })
}

/// The name of a file, which the title gives and people may change.
fn slug() -> Value {
    let pattern = patterns::of(Shape::Slug);
    json!({
        "template": "{{title}}",
        "editable": true,
        "pattern": [pattern, said(&message!("forms-slug-wrong"))],
    })
}

/// The fields of a form.
fn fields(table: &Table) -> Vec<Value> {
    let shown = table.fields.iter().filter(|field| !KEPT.contains(&field.name));
    shown.map(of_field).collect()
}

fn of_field(field: &Field) -> Value {
    let mut form = of_shape(field.shape);
    form["name"] = field.name.into();
    form["label"] = field.label(LANGUAGE).into();
    form["required"] = (field.need == Need::Always && !matches!(field.shape, Shape::Flag)).into();
    if let Some(hint) = field.hint(LANGUAGE) {
        form["hint"] = hint.into();
    }
    form
}

/// The element of a form for a shape.
fn of_shape(shape: Shape) -> Value {
    match shape {
        Shape::Flag => json!({ "widget": "boolean" }),
        Shape::Media => json!({ "widget": "image", "choose_url": false }),
        Shape::Date => json!({ "widget": "datetime", "type": "date" }),
        Shape::Count => json!({ "widget": "number", "value_type": "int", "min": 0 }),
        Shape::Number => json!({ "widget": "number", "value_type": "int", "min": 1, "max": 9999 }),
        Shape::Percentage => {
            json!({ "widget": "number", "value_type": "float", "min": 0, "max": 100, "step": 0.01 })
        }
        Shape::Round => json!({ "widget": "select", "options": [1, 2] }),
        Shape::Accent => json!({ "widget": "color", "allowInput": true }),
        Shape::Words(words) => {
            let option = |it: &crate::site::parse::table::Word| json!({ "value": it.word, "label": said(&it.label) });
            json!({ "widget": "select", "options": words.iter().map(option).collect::<Vec<_>>() })
        }
        Shape::Table(table) => {
            json!({ "widget": "object", "collapsed": "auto", "fields": fields(table) })
        }
        Shape::List(Shape::Table(table)) => json!({
            "widget": "list",
            "fields": fields(table),
            "collapsed": "auto",
            "summary": summary(table),
        }),
        Shape::List(Shape::Line) => json!({ "widget": "list" }),
        Shape::List(item) => {
            let mut form = of_shape(*item);
            form["name"] = "item".into();
            form["label"] = "".into();
            json!({ "widget": "list", "field": form })
        }
        _ => of_text(shape),
    }
}

fn of_text(shape: Shape) -> Value {
    let mut form = json!({ "widget": "string", "use_emoji_autocomplete": false });
    if let Some(pattern) = patterns::of(shape) {
        form["pattern"] = json!([pattern, said(&wrong(shape))]);
    }
    form
}

/// What is said of a text that is not well-formed.
fn wrong(shape: Shape) -> Message {
    match shape {
        Shape::When => message!("forms-when-wrong"),
        Shape::Slug => message!("forms-slug-wrong"),
        Shape::Mail => message!("forms-mail-wrong"),
        Shape::Phone => message!("forms-phone-wrong"),
        _ => message!("forms-url-wrong"),
    }
}

/// How an item of a list is called when it is closed: by its first field.
fn summary(table: &Table) -> String {
    table.names().next().map(|name| format!("{{{{fields.{name}}}}}")).unwrap_or_default()
}

fn said(message: &Message) -> String {
    message.text(LANGUAGE)
}
