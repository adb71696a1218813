"""Every feed, by feedparser: well-formed, whole, each entry once, and all that it leads to on the site is there."""

import feedparser
from lxml import html

from site_folder import ensure


def addresses(text):
    document = html.fromstring(f"<div>{text}</div>")
    yield from document.xpath("//@href | //@src")
    for srcset in document.xpath("//@srcset"):
        yield from (picture.split()[0] for picture in srcset.split(", "))


def check(site):
    feeds = site.files("feed.xml")
    entries = pictures = 0
    for path in feeds:
        text = path.read_bytes()
        # What it cleans away would not be seen here.
        feed = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
        ensure(not feed.bozo, path, feed.get("bozo_exception"))
        ensure(feed.version == "atom10", path, "is", feed.version)
        for name in ("title", "id", "updated_parsed", "author"):
            ensure(feed.feed.get(name), path, "has no", name)
        itself = [link.href for link in feed.feed.links if link.rel == "self"]
        ensure(itself == [site.url(path)], path, "calls itself", itself)
        ids = [entry.id for entry in feed.entries]
        ensure(len(set(ids)) == len(ids), path, "has an entry twice")
        for entry in feed.entries:
            for name in ("title", "updated_parsed", "link"):
                ensure(entry.get(name), path, entry.id, "has no", name)
            site.ensure_there(entry.link, path)
            [content] = entry.content
            ensure(content.type == "text/html" and content.value.strip(), path, entry.id, "says nothing")
            for url in addresses(content.value):
                ensure(url.split(":")[0] in ("http", "https", "mailto", "tel"), path, entry.id, url)
                site.ensure_there(url, path)
            pictures += content.value.count("<img")
        entries += len(feed.entries)
    ensure(feeds, "there is no feed")
    linked = {url for _, path in site.pages for url in site.page(path).xpath("//link[@type='application/atom+xml']/@href")}
    for href in linked:
        site.ensure_there(site.base + href, "a page")
    ensure({site.base + href for href in linked} == {site.url(path) for path in feeds}, "feeds that no page names")
    return f"{len(feeds)} feeds, {entries} entries, {pictures} pictures"
