"""A built site as a folder."""

from functools import cached_property
from pathlib import Path

from lxml import html


class Wrong(Exception):
    """What is wrong, and where."""


def ensure(is_right, *said):
    """Raises what is said unless it is right."""
    if not is_right:
        raise Wrong(" ".join(str(it) for it in said))


class Site:
    def __init__(self, folder, schemas):
        self.folder, self.schemas = Path(folder), Path(schemas)
        home = self.page(self.folder / "index.html")
        [canonical] = home.xpath("//link[@rel='canonical']/@href")
        [path] = home.xpath("//main/@data-path")
        #: Scheme and host, and the folder of the host in which the site is.
        self.base, self.path = canonical.removesuffix(path), path.removesuffix("/")

    def files(self, pattern):
        """Files of the site, sorted."""
        return sorted(self.folder.rglob(pattern))

    def url(self, path):
        """The absolute URL of a file."""
        name = path.relative_to(self.folder).as_posix().removesuffix("index.html")
        return f"{self.base}{self.path}/{name}"

    def file(self, url):
        """The file at an absolute URL of the site."""
        start = f"{self.base}{self.path}/"
        ensure(url.startswith(start), url, "is not of the site")
        name = url.removeprefix(start).split("#")[0]
        return self.folder / (name + "index.html" if name == "" or name.endswith("/") else name)

    def ensure_there(self, url, where):
        """Ensures a URL that is one of the site leads somewhere."""
        if url.startswith(f"{self.base}/"):
            ensure(self.file(url).is_file(), where, "leads to", url, "where nothing is")

    def page(self, path):
        return html.fromstring(path.read_bytes())

    @cached_property
    def pages(self):
        """Pages that have a URL of their own, as (URL, path)."""
        return [(self.url(path), path) for path in self.files("index.html") if b'<main id="contenu"' in path.read_bytes()]
