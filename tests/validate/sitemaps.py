"""The list of pages, by the schema of sitemaps.org (lxml): it has every page once, and no other."""

from pathlib import Path

from lxml import etree

from site_folder import ensure

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOST = 50_000


def read(path, schema):
    document = etree.parse(path)
    schema = etree.XMLSchema(etree.parse(schema))
    ensure(schema.validate(document), path, schema.error_log)
    return document.getroot()


def check(site):
    first = site.folder / "sitemap.xml"
    lists = [first]
    if etree.parse(first).getroot().tag == f"{SPACE}sitemapindex":
        index = read(first, Path(__file__).with_name("siteindex.xsd"))
        lists = [site.file(loc.text) for loc in index.iter(f"{SPACE}loc")]
    urls, days = [], 0
    for path in lists:
        root = read(path, site.schemas / "sitemap.xsd")
        found = [loc.text for loc in root.iter(f"{SPACE}loc")]
        ensure(len(found) <= MOST, path, "has", len(found), "pages")
        days += len(list(root.iter(f"{SPACE}lastmod")))
        urls.extend(found)
    ensure(len(set(urls)) == len(urls), "a page is listed twice")
    pages = {url for url, _ in site.pages}
    ensure(set(urls) == pages, "not in both:", sorted(set(urls) ^ pages)[:5])
    robots = (site.folder / "robots.txt").read_text()
    ensure(f"Sitemap: {site.url(first)}\n" in robots, "robots.txt names no list")
    return f"{len(lists)} sitemaps, {len(urls)} pages, {days} days"
