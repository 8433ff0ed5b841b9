"""A digest as a file, so that it can be made in another process.

In: a digest or its file. Out: the file (JSON, rows in place of objects), or the digest.
"""

import json
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any, Final

from kg.serve.api.digest import Bond, Digest, Happening, Source, Thing
from kg.serve.api.gather import assembled

DIGEST: Final = "digest.json"
FIELDS: Final = tuple(each.name for each in fields(Happening))


def write_digest(digest: Digest, file: Path) -> None:
    """Write the file anew, wholly or not at all."""
    rows = {
        "things": [(each.iri, each.kind, each.label, each.names, each.wikidata) for each in digest.things.values()],
        "happenings": [_row(each) for each in digest.happenings.values()],
        "sources": [astuple(each) for each in digest.sources.values()],
        "bonds": [(each.subject, each.name, each.object) for each in digest.bonds],
    }
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(rows, separators=(",", ":")), encoding="utf-8")
    beside.replace(file)


def read_digest(file: Path) -> Digest:
    """Give the digest that was written."""
    rows = json.loads(file.read_text(encoding="utf-8"))
    return assembled(
        (Thing(*row) for row in rows["things"]),
        (_happening(row) for row in rows["happenings"]),
        (Source(*row) for row in rows["sources"]),
        (Bond(*row) for row in rows["bonds"]),
    )


def _row(event: Happening) -> list[Any]:
    return [getattr(event, name) for name in FIELDS]


def _happening(row: list[Any]) -> Happening:
    said = dict(zip(FIELDS, row, strict=True))
    roles = {role: tuple(fillers) for role, fillers in said["roles"].items()}
    return Happening(**{**said, "roles": roles, "sources": tuple(said["sources"])})
