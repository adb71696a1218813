"""Every calendar, by icalendar: lines, types, names, the rules of its clocks; and each event is at the hours that its
page says, in the time zone of the site, repeated ones too (recurring-ical-events)."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from site_folder import ensure


def read(path):
    text = path.read_bytes()
    ensure(text.endswith(b"END:VCALENDAR\r\n"), path, "is cut off")
    for line in text.split(b"\r\n"):
        ensure(len(line) <= 75 and b"\n" not in line, path, line)
    calendar = icalendar.Calendar.from_ical(text)
    for component in calendar.walk():
        ensure(not component.errors, path, component.errors)
    ensure(calendar["VERSION"] == "2.0" and calendar["PRODID"], path, "is of no version")
    ensure("METHOD" not in calendar, path, "is a message")
    return calendar


def ensure_clocks(calendar, path):
    """The rules of clocks, as they are written, are those of the zone of that name."""
    checked = 0
    for rules in calendar.walk("VTIMEZONE"):
        known, written = ZoneInfo(str(rules["TZID"])), rules.to_tz(lookup_tzid=False)
        begins = [event.start for event in calendar.events if isinstance(event.start, datetime)]
        first = min(begins).astimezone(timezone.utc).replace(minute=0)
        for hours in range(0, 24 * 366 * 5, 5):
            moment = first + timedelta(hours=hours)
            there = moment.astimezone(known)
            local = there.replace(tzinfo=None)
            # An hour that is twice, or never, has two answers.
            both = {there.replace(fold=fold).utcoffset() for fold in (0, 1)}
            ensure(local.replace(tzinfo=written).utcoffset() in both, path, local)
            checked += 1
    return checked


def shown(site, page):
    """The hours that a page of an event shows first, then of the times that follow."""
    moments = page.xpath("//dl[contains(@class, 'facts')]//time/@datetime")
    return moments + page.xpath("//ul[contains(@class, 'dates')]//time/@datetime")


def local(moment, zone):
    if isinstance(moment, datetime):
        return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat()


def ensure_hours(site, event, calendar, zone):
    """An event is when its page says that it is."""
    page = site.page(site.file(str(event["URL"])))
    said = shown(site, page)
    ensure(said, event["URL"], "does not say when")
    first, last = (date.fromisoformat(said[at][:10]) for at in (0, -1))
    # To the end of the last day: what follows is not listed.
    until = last + timedelta(days=1)
    found = recurring_ical_events.of(calendar, keep_recurrence_attributes=True).between(first, until)
    moments = {local(it.start, zone) for it in found if it["UID"] == event["UID"]}
    is_called_off = event["STATUS"] == "CANCELLED"
    ensure(is_called_off or moments == set(said), event["URL"], "says", said, "calendars say", sorted(moments))
    return len(said)


def check(site):
    paths = site.files("*.ics")
    ensure(paths, "there is no calendar")
    hours = clocks = 0
    agenda = None
    alone = {}
    for path in paths:
        calendar = read(path)
        clocks += ensure_clocks(calendar, path)
        uids = [str(event["UID"]) for event in calendar.events]
        ensure(len(set(uids)) == len(uids), path, "has an event twice")
        for event in calendar.events:
            for name in ("UID", "SUMMARY", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "URL"):
                ensure(name in event, path, "has no", name)
            end = event.get("DTEND")
            ensure(end is None or end.dt > event.start, path, "ends before it begins")
            site.ensure_there(str(event["URL"]), path)
        if path.name == "agenda.ics":
            agenda = calendar
        else:
            [event] = calendar.events
            alone[str(event["UID"])] = event.to_ical()
    ensure(agenda is not None, "there is no agenda")
    for name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL", "X-WR-CALNAME", "SOURCE"):
        ensure(name in agenda, "the agenda has no", name)
    ensure(alone == {str(event["UID"]): event.to_ical() for event in agenda.events}, "files differ from the agenda")
    zone = ZoneInfo(str(agenda.get("X-WR-TIMEZONE", "UTC")))
    for event in agenda.events:
        hours += ensure_hours(site, event, agenda, zone)
    return f"{len(paths)} calendars, {len(agenda.events)} events at {hours} times, clocks at {clocks} moments"
