"""One office under several titles: the secretary of state of the United States is its foreign minister.

In: identifiers of an office and of what it is of. Out: the identifier that all its titles share.
"""

import tomllib
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.gazetteer import office

DATA = Path(__file__).with_name("offices.toml")


@cache
def office_of(identifier: str, owner: str) -> str:
    """Give the office that a title means in one country or organisation; a title we do not know stands for itself."""
    try:
        known = office(identifier)
    except KeyError:
        return identifier
    if known.broader is not None and owner in known.of:
        return office_of(known.broader, owner)
    return _same().get(identifier, identifier)


@cache
def _same() -> dict[str, str]:
    """Map each office to the first of those that are one. Raises DataError where an office is unknown."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["same"]
    for identifier in (each for row in rows for each in row):
        try:
            office(identifier)
        except KeyError:
            raise DataError(DATA.name, identifier, "is no office of the gazetteer") from None
    return {each: row[0] for row in rows for each in row}
