"""The figures to download, by Frictionless: every table is as its package describes it."""

import json

from frictionless import validate

from site_folder import ensure


def check(site):
    packages = site.files("donnees/datapackage.json")
    ensure(packages or not site.files("resultats/*/index.html"), "no election has its figures")
    tables = rows = 0
    for path in packages:
        report = validate(path.as_posix(), type="package")
        ensure(report.valid, path, report.flatten(["name", "rowNumber", "fieldName", "message"])[:3])
        described = json.loads(path.read_text())
        ensure(described.get("sources"), path, "names no source")
        for resource in described["resources"]:
            where = path.parent / resource["path"]
            fields = resource["schema"]["fields"]
            ensure(all(it.get("description") for it in fields), where, "has a field that nothing describes")
        tables += len(report.tasks)
        rows += sum(task.stats.get("rows") or 0 for task in report.tasks)
    return f"{len(packages)} data packages, {tables} tables, {rows} rows"
