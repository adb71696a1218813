"""Whether content is as the schemas say, and what is wrong is not: python tests/validate/schemas.py SCHEMAS CONTENT…

SCHEMAS is what `urne schema` writes, each CONTENT a content folder without mistakes. The validator is not ours."""

import copy
import datetime
import json
import re
import sys
import tomllib
from pathlib import Path

from jsonschema import Draft7Validator

TOKENS = re.compile(r'"(?:\\.|[^"\\])*"|//.*|/\*[\s\S]*?\*/')
COMMAS = re.compile(r'"(?:\\.|[^"\\])*"|,(?=\s*[\]}])')


def json_with_notes(text):
    """JSON with notes, and with a comma after the last value."""
    text = TOKENS.sub(lambda it: it[0] if it[0].startswith('"') else " ", text)
    return json.loads(COMMAS.sub(lambda it: "" if it[0] == "," else it[0], text))


def plain(value):
    """Days and moments of TOML as the texts that they are."""
    if isinstance(value, dict):
        return {name: plain(it) for name, it in value.items()}
    if isinstance(value, list):
        return [plain(it) for it in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


def fields(text):
    """The fields of a Markdown file."""
    return plain(tomllib.loads(text.split("+++")[1]))


def files(content):
    yield "site.json", [content / "site.json"]
    yield "election.json", sorted((content / "results").glob("*.json"))
    for schema, folder in (("article", "news"), ("event", "events"), ("page", "pages")):
        yield f"{schema}.json", sorted((content / folder).rglob("*.md"))


def wrong(value, schema):
    """The same with a mistake."""
    for name in schema["required"]:
        yield f"without {name}", {key: it for key, it in value.items() if key != name}
    yield "with another field", value | {"titel": "A"}
    for name in value:
        other = copy.deepcopy(value)
        other[name] = None
        yield f"with nothing as {name}", other


folder, *contents = map(Path, sys.argv[1:])
schemas = {path.name: json.loads(path.read_text()) for path in folder.glob("*.json")}
for schema in schemas.values():
    Draft7Validator.check_schema(schema)
read, mistakes, failed = 0, 0, False
for content in contents:
    for name, paths in files(content):
        validator = Draft7Validator(schemas[name])
        for path in paths:
            text = path.read_text()
            value = fields(text) if path.suffix == ".md" else json_with_notes(text)
            for error in validator.iter_errors(value):
                print(f"{path}: {error.json_path}: {error.message}", file=sys.stderr)
                failed = True
            for what, other in wrong(value, schemas[name]):
                mistakes += 1
                if validator.is_valid(other):
                    print(f"{path} {what} is valid for {name}", file=sys.stderr)
                    failed = True
            read += 1
if not read or failed:
    sys.exit(1)
print(f"{read} files by {len(schemas)} schemas: no error; {mistakes} with a mistake: each was found")
