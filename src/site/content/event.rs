//! `events/*.md`: events.

use std::path::Path;

use jiff::Span;
use jiff::civil::Date;

use super::alias::{self, Alias};
use super::files::{self, MarkdownFile};
use super::markdown::Body;
use super::media::Media;
use super::parts::Video;
use super::publication::{Publication, Published};
use super::references::References;
use super::repetition::Repetition;
use crate::data::{EventState, Person, Session};
use crate::message;
use crate::route::{Route, Slug};
use crate::site::content::known;
use crate::site::messages::Message;
use crate::site::parse::diagnostics::Problems;
use crate::site::parse::fields::{Fields, FromNode, Spanned};
use crate::site::parse::table::Shape;
use crate::site::parse::tree::Node;
use crate::site::parse::values::{Prose, Url, When};

/// How many days to come of a repeated event are listed.
const LISTED_DAYS: usize = 12;

/// An event.
pub struct Event {
    /// Its slug.
    pub slug: Spanned<Slug>,
    /// Its title.
    pub title: String,
    /// A line below the title.
    pub subtitle: Option<String>,
    /// What it is, in a sentence.
    pub summary: String,
    /// When it is.
    pub schedule: Schedule,
    /// Where.
    pub place: Option<String>,
    /// The URL at which one takes part from elsewhere.
    pub online: Option<String>,
    /// Round tables, talks.
    pub sessions: Vec<Session>,
    /// Speakers of the whole event.
    pub speakers: Vec<Person>,
    /// A recording.
    pub video: Option<Video>,
    /// The text.
    pub body: Body,
    /// When it was last changed in what it says.
    pub updated: Option<When>,
    /// Where it once was.
    pub aliases: Vec<Spanned<Alias>>,
    /// When it is published.
    pub publication: Publication,
}

/// When an event is.
pub struct Schedule {
    /// When it begins; of a repeated one, the first time.
    pub start: Spanned<When>,
    /// When it ends, likewise.
    pub end: Option<When>,
    /// On which days it is repeated.
    pub repetition: Option<Repetition>,
    /// Whether it is as planned.
    pub state: EventState,
}

impl Published for Event {
    fn published(&self) -> (Route, Publication) {
        (Route::Event(self.slug.value.clone()), self.publication)
    }
}

impl FromNode for Session {
    const SHAPE: Shape = Shape::Table(&known::SESSION);
    const EXPECTED: Message = message!("content-session");
    const EXAMPLE: Message =
        Message::verbatim("{ title = \"…\", hosts = [ … ], speakers = [ … ] }");

    fn from_node(node: &Node, problems: &mut Problems) -> Option<Self> {
        let mut fields = Fields::of(&known::SESSION, node, problems)?;
        let title = fields.required::<Prose>("title", problems);
        let hosts = fields.optional("hosts", problems);
        let speakers = fields.optional("speakers", problems);
        fields.finish(problems);
        Some(Self {
            title: title?.0,
            hosts: hosts.unwrap_or_default(),
            speakers: speakers.unwrap_or_default(),
        })
    }
}

/// Reads one event.
pub fn read(
    path: &Path,
    media: &Media,
    references: &mut References,
    problems: &mut Problems,
) -> Option<Event> {
    let MarkdownFile { front, body } = files::read_markdown(path, media, references, problems)?;
    body.ensure_embeds_belong(message!("content-event"), |_| false, problems);
    let mut fields = Fields::of(&known::EVENT, &front, problems)?;
    let slug = files::slug(path, &front, &mut fields, problems);
    let title = fields.required::<Prose>("title", problems);
    let subtitle = fields.optional::<Prose>("subtitle", problems);
    let summary = fields.required::<Prose>("summary", problems);
    let schedule = Schedule::read(&mut fields, problems);
    let place = fields.optional::<Prose>("place", problems);
    let online = fields.optional::<Url>("online", problems);
    let sessions = fields.optional("sessions", problems);
    let speakers = fields.optional("speakers", problems);
    let video = video(&mut fields, references, problems);
    let updated = fields.optional::<When>("updated", problems);
    let aliases = alias::read(&mut fields, problems);
    let publication = Publication::of_a_text(&mut fields, problems);
    fields.finish(problems);
    Some(Event {
        slug: slug?,
        title: title?.0,
        subtitle: subtitle.map(|subtitle| subtitle.0),
        summary: summary?.0,
        schedule: schedule?,
        place: place.map(|place| place.0),
        online: online.map(|online| online.0),
        sessions: sessions.unwrap_or_default(),
        speakers: speakers.unwrap_or_default(),
        video,
        body,
        updated,
        aliases,
        publication,
    })
}

/// The recording, with the picture that it refers to.
fn video(
    fields: &mut Fields<'_>,
    references: &mut References,
    problems: &mut Problems,
) -> Option<Video> {
    let video = fields.optional::<Video>("video", problems)?;
    references.pictures.extend(video.still.clone());
    Some(video)
}

impl Schedule {
    fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Self> {
        let start = fields.required::<Spanned<When>>("start", problems);
        let end = fields.optional::<Spanned<When>>("end", problems);
        let first = start.as_ref().map(|start| start.value);
        let repetition = Repetition::read(first, fields, problems);
        let state = state(fields, problems);
        ensure_it_ends_after_it_begins(start.as_ref(), end.as_ref(), problems);
        Some(Self { start: start?, end: end.map(|end| end.value), repetition, state })
    }

    /// How many days after it begins it ends.
    pub fn length(&self) -> Span {
        self.end.map_or(self.start.value.day, |end| end.day) - self.start.value.day
    }

    /// The days on which it begins, those that a page lists: the next ones or, where all are past, the last.
    pub fn listed_days(&self, today: Date) -> Vec<Date> {
        let first = self.start.value.day;
        let Some(repetition) = &self.repetition else { return vec![first] };
        let is_past = |day: &Date| day.saturating_add(self.length()) < today;
        // Of one that is cancelled nothing is to be expected on other days either.
        let most = if self.state == EventState::Planned { LISTED_DAYS } else { 1 };
        let to_come: Vec<Date> = repetition.days().skip_while(is_past).take(most).collect();
        if to_come.is_empty() { vec![repetition.days().last().unwrap_or(first)] } else { to_come }
    }

    /// The last day of those that a page lists.
    pub fn last_day(&self, today: Date) -> Date {
        let days = self.listed_days(today);
        days.last().copied().unwrap_or(self.start.value.day).saturating_add(self.length())
    }
}

/// Whether an event is as planned: `cancelled` and `postponed`.
fn state(fields: &mut Fields<'_>, problems: &mut Problems) -> EventState {
    let is_cancelled = fields.flag("cancelled", problems);
    let is_postponed = fields.flag("postponed", problems);
    match (is_cancelled, is_postponed) {
        (true, _) => EventState::Cancelled,
        (false, true) => EventState::Postponed,
        (false, false) => EventState::Planned,
    }
}

/// Ensure an event ends after it begins, as far as hours are known.
fn ensure_it_ends_after_it_begins(
    start: Option<&Spanned<When>>,
    end: Option<&Spanned<When>>,
    problems: &mut Problems,
) {
    let Some((Spanned { value: start, .. }, end)) = start.zip(end) else { return };
    let both_hours = start.hour.zip(end.value.hour);
    let backwards = end.value.day < start.day
        || end.value.day == start.day && both_hours.is_some_and(|(from, to)| to < from);
    if backwards {
        let hour = start.hour.map(|hour| format!("T{hour}")).unwrap_or_default();
        let found = message!("content-ends-first-found", start = format!("{}{hour}", start.day));
        let help = message!("content-ends-first-help");
        end.problem(problems, message!("content-ends-first"), found, help);
    }
}
