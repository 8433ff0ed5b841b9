"""Where imported knowledge lies.

In: what a person said, if anything, and the store. Out: paths.
"""

import os
from pathlib import Path

NAME = "knowledge.sqlite"


def user_index() -> Path:
    """Give the index in the user's data folder (XDG Base Directory Specification)."""
    given = os.environ.get("XDG_DATA_HOME")
    base = Path(given) if given and Path(given).is_absolute() else Path.home() / ".local" / "share"
    return base / "kg" / NAME


def store_index(store: Path) -> Path:
    """Give the index beside a store."""
    return store.with_name(f"{store.name}-{NAME}")


def index_for(store: Path | None, named: Path | None = None) -> Path | None:
    """Give the index to use: the one named, else that beside the store, else the user's; None where there is none."""
    if named is not None:
        return named
    places = (*((store_index(store),) if store else ()), user_index())
    return next((place for place in places if place.is_file()), None)
