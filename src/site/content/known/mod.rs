//! What can be written in content files: the one table of fields. Readers ask for these fields and no others, documents
//! for editors describe them, forms and schemas are made of them.

pub mod elections;
mod words;

pub use self::words::SERVICE;

use crate::message;
use crate::site::parse::table::{Field, Shape, Table, Word};

/// `news/*.md`.
pub static ARTICLE: Table = Table {
    of: message!("content-article"),
    fields: &[
        SLUG,
        TITLE,
        Field::always("date", Shape::Date, message!("forms-article-date")),
        Field::optional("date_text", Shape::Line, message!("forms-article-date-text")),
        Field::always("category", Shape::Line, message!("forms-article-category")),
        Field::sometimes("summary", Shape::Line, message!("forms-article-summary")),
        Field::optional("image", Shape::Table(&PICTURE), message!("forms-article-image")),
        VIDEO_OF_IT,
        Field::optional("author", Shape::Line, message!("forms-article-author")),
        Field::optional("updated", Shape::Date, message!("forms-article-updated")),
        Field::optional("practical", Shape::Flag, message!("forms-article-practical")),
        Field::optional("signature", Shape::Table(&PERSON), message!("forms-article-signature")),
        ALIAS,
        PUBLISH_AT,
        DRAFT,
    ],
};

/// `events/*.md`.
pub static EVENT: Table = Table {
    of: message!("content-event"),
    fields: &[
        SLUG,
        TITLE,
        Field::optional("subtitle", Shape::Line, message!("forms-event-subtitle")),
        Field::always("summary", Shape::Line, message!("forms-event-summary")),
        Field::always("start", Shape::When, message!("forms-event-start")),
        Field::optional("end", Shape::When, message!("forms-event-end")),
        Field::optional("repeat", Shape::Rule, message!("forms-event-repeat")),
        Field::optional("except", Shape::List(&Shape::Date), message!("forms-event-except")),
        Field::optional("cancelled", Shape::Flag, message!("forms-event-cancelled")),
        Field::optional("postponed", Shape::Flag, message!("forms-event-postponed")),
        Field::optional("place", Shape::Line, message!("forms-event-place")),
        Field::optional("online", Shape::Url, message!("forms-event-online")),
        Field::optional(
            "sessions",
            Shape::List(&Shape::Table(&SESSION)),
            message!("forms-event-sessions"),
        ),
        Field::optional("speakers", PERSONS, message!("forms-event-speakers")),
        VIDEO_OF_IT,
        Field::optional("updated", Shape::When, message!("forms-event-updated")),
        ALIAS,
        PUBLISH_AT,
        DRAFT,
    ],
};

/// `pages/*.md`.
pub static PAGE: Table = Table {
    of: message!("content-page"),
    fields: &[
        SLUG,
        TITLE,
        Field::always("summary", Shape::Line, message!("forms-page-summary")),
        Field::optional("parent", Shape::Slug, message!("forms-page-parent")),
        Field::optional("order", Shape::Number, message!("forms-page-order")),
        ALIAS,
        PUBLISH_AT,
        DRAFT,
    ],
};

/// `site.json`.
pub static SITE: Table = Table {
    of: message!("content-site"),
    fields: &[
        SCHEMA,
        Field::always("name", Shape::Line, message!("forms-site-name")),
        Field::optional("short_name", Shape::Line, message!("forms-site-short-name")),
        Field::always("description", Shape::Line, message!("forms-site-description")),
        Field::always("language", Shape::Words(LANGUAGE), message!("forms-site-language")),
        Field::always("base", Shape::Base, message!("forms-site-base")),
        Field::always("accent", Shape::Accent, message!("forms-site-accent")),
        Field::optional("icon", Shape::Media, message!("forms-site-icon")),
        Field::optional("logo", Shape::Media, message!("forms-site-logo")),
        Field::always("publisher", Shape::Line, message!("forms-site-publisher")),
        Field::optional("contact", Shape::Mail, message!("forms-site-contact")),
        Field::optional("address", Shape::Line, message!("forms-address")),
        Field::optional("phone", Shape::Phone, message!("forms-phone")),
        Field::optional("director", Shape::Line, message!("forms-site-director")),
        Field::optional("host", Shape::Table(&HOST), message!("forms-site-host")),
        Field::optional(
            "accounts",
            Shape::List(&Shape::Table(&ACCOUNT)),
            message!("forms-site-accounts"),
        ),
        Field::always("navigation", LINKS, message!("forms-site-navigation")),
        Field::optional("footer", LINKS, message!("forms-site-footer")),
        Field::optional("featured", Shape::Table(&FEATURED), message!("forms-site-featured")),
        Field::optional(
            "reserve",
            Shape::List(&Shape::Table(&RESERVE)),
            message!("forms-site-reserve"),
        ),
        Field::optional("time_zone", Shape::Zone, message!("forms-site-time-zone")),
        Field::optional("admin", Shape::Table(&ADMIN), message!("forms-site-admin")),
    ],
};

/// The schema of a file of JSON, for text editors.
const SCHEMA: Field = Field::optional("$schema", Shape::Link, message!("forms-schema"));

const SLUG: Field = Field::optional("slug", Shape::Slug, message!("forms-slug"));

const TITLE: Field = Field::always("title", Shape::Line, message!("forms-title"));

const ALIAS: Field = Field::optional("alias", Shape::Aliases, message!("forms-alias"));

const PUBLISH_AT: Field = Field::optional("publish_at", Shape::When, message!("forms-publish-at"));

const DRAFT: Field = Field::optional("draft", Shape::Flag, message!("forms-draft"));

const VIDEO_OF_IT: Field = Field::optional("video", Shape::Table(&VIDEO), message!("forms-video"));

const PERSONS: Shape = Shape::List(&Shape::Table(&PERSON));

const LINKS: Shape = Shape::List(&Shape::Table(&LINK));

/// Somebody.
pub static PERSON: Table = Table {
    of: message!("content-person"),
    fields: &[
        Field::always("name", Shape::Line, message!("forms-name")),
        Field::optional("role", Shape::Line, message!("forms-person-role")),
    ],
};

/// A picture.
pub static PICTURE: Table = Table {
    of: message!("content-picture"),
    fields: &[
        Field::always("src", Shape::Media, message!("forms-picture-src")),
        Field::always("alt", Shape::Line, message!("forms-picture-alt")),
        Field::optional("caption", Shape::Line, message!("forms-picture-caption")),
    ],
};

/// A recording.
pub static VIDEO: Table = Table {
    of: message!("content-recording"),
    fields: &[
        TITLE,
        Field::optional("address", Shape::Url, message!("forms-video-address")),
        Field::optional("still", Shape::Media, message!("forms-video-still")),
        Field::optional("date", Shape::Date, message!("forms-video-date")),
        Field::optional("duration", Shape::Line, message!("forms-video-duration")),
    ],
};

/// A part of an event.
pub static SESSION: Table = Table {
    of: message!("content-session"),
    fields: &[
        TITLE,
        Field::optional("hosts", PERSONS, message!("forms-session-hosts")),
        Field::optional("speakers", PERSONS, message!("forms-session-speakers")),
    ],
};

/// A labelled link.
pub static LINK: Table = Table {
    of: message!("content-link"),
    fields: &[
        Field::always("label", Shape::Line, message!("forms-link-label")),
        Field::always("to", Shape::Link, message!("forms-link-to")),
    ],
};

/// Who hosts the site.
pub static HOST: Table = Table {
    of: message!("content-host"),
    fields: &[
        Field::always("name", Shape::Line, message!("forms-name")),
        Field::optional("address", Shape::Line, message!("forms-address")),
        Field::optional("phone", Shape::Phone, message!("forms-phone")),
    ],
};

/// An account on another site.
pub static ACCOUNT: Table = Table {
    of: message!("content-account"),
    fields: &[
        Field::always("label", Shape::Line, message!("forms-link-label")),
        Field::always("to", Shape::Url, message!("forms-account-to")),
    ],
};

/// The result on the home page.
pub static FEATURED: Table = Table {
    of: message!("content-result"),
    fields: &[
        Field::always("election", Shape::Slug, message!("forms-featured-election")),
        Field::optional("round", Shape::Round, message!("forms-featured-round")),
    ],
};

/// A period in which nothing new may appear.
pub static RESERVE: Table = Table {
    of: message!("content-reserve"),
    fields: &[
        Field::always("from", Shape::When, message!("forms-reserve-from")),
        Field::always("until", Shape::When, message!("forms-reserve-until")),
    ],
};

/// The service that keeps the files, for the editor in the browser.
pub static ADMIN: Table = Table {
    of: message!("content-admin"),
    fields: &[
        Field::always("backend", Shape::Words(SERVICE), message!("forms-admin-backend")),
        Field::always("repo", Shape::Line, message!("forms-admin-repo")),
        Field::optional("branch", Shape::Line, message!("forms-admin-branch")),
        Field::optional("folder", Shape::Line, message!("forms-admin-folder")),
        Field::optional("server", Shape::Url, message!("forms-admin-server")),
        Field::optional("sign_in", Shape::Url, message!("forms-admin-sign-in")),
        Field::optional("app_id", Shape::Line, message!("forms-admin-app-id")),
    ],
};

/// Languages of a site.
pub static LANGUAGE: &[Word] = &[Word { word: "fr", label: message!("forms-word-french") }];
