"""Reads a built site with parsers that others wrote: python tests/validate FOLDER SCHEMAS

FOLDER is the site, SCHEMAS the folder of an npm package that has sitemap.xsd. A check is a module next to this one
with a function `check(site)`, which returns what was read in words and raises `Wrong` at the first mistake: to add
one, write it and name it in CHECKS."""

import sys
from pathlib import Path

import calendars
import data_packages
import embeds
import feeds
import linked_data
import sitemaps
from site_folder import Site, Wrong

CHECKS = [feeds, calendars, sitemaps, linked_data, data_packages, embeds]

folder, schemas = map(Path, sys.argv[1:])
site = Site(folder, schemas)
wrong = 0
for check in CHECKS:
    try:
        print(f"{check.check(site)}: no error")
    except Wrong as mistake:
        print(f"{check.__name__}: {mistake}", file=sys.stderr)
        wrong += 1
sys.exit(1 if wrong else 0)
