"""What other pages can show: each answer of oEmbed is one of type `rich` (oembed.com, 2.3.4.4), and leads to a page
that has its result, and lets the reader go to the whole of it."""

import json

from lxml import html

from site_folder import ensure

REQUIRED = {"type": "rich", "version": "1.0"}


def check(site):
    found = 0
    for url, path in site.pages:
        links = site.page(path).xpath("//link[@type='application/json+oembed']/@href")
        for link in links:
            answer = json.loads(site.file(link).read_text())
            for name, value in REQUIRED.items():
                ensure(answer.get(name) == value, link, name, "is", answer.get(name))
            ensure(all(isinstance(answer.get(it), int) for it in ("width", "height")), link, "has no size")
            [frame] = html.fragment_fromstring(answer["html"], create_parent=True).iter("iframe")
            ensure(frame.get("title"), link, "has a frame without a title")
            shown = site.page(site.file(frame.get("src")))
            ensure(shown.xpath("//link[@rel='canonical']/@href") == [url], link, "shows another page")
            ensure(url in shown.xpath("//footer//a/@href"), frame.get("src"), "does not lead back")
            ensure(shown.xpath("//meta[@name='robots'][@content='noindex']"), frame.get("src"), "is for search engines")
            found += 1
    return f"{found} pages to embed"
