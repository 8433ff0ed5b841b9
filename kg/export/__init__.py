"""A store as files that other programs open, and as graphs of other libraries.

In: a store. Out: `export` writes the format that a file name's ending says; `to_networkx` and `to_rdflib` give objects.
"""

from importlib.util import find_spec
from pathlib import Path

from kg.errors import Stop
from kg.export.endings import FORMATS
from kg.export.files import check, write
from kg.export.filters import Filters
from kg.export.formats.rdf import to_rdflib
from kg.export.gather import DEFAULT_VIEW
from kg.export.job import Job, Options, Say
from kg.export.networkx import to_networkx
from kg.export.views import VIEWS
from kg.store import Readable

__all__ = [
    "DEFAULT_VIEW",
    "ENDINGS",
    "VIEWS",
    "Filters",
    "Options",
    "export",
    "missing",
    "targets",
    "to_networkx",
    "to_rdflib",
]

ENDINGS = tuple(FORMATS)


def export(store: Readable, file: Path, options: Options | None = None, say: Say = lambda _: None) -> tuple[Path, ...]:
    """Write the store to the file or files of a format, wholly or not at all; gives the files written.

    What is there already is replaced; `say` is told what a person wants to know.
    Raises Stop where the ending is unknown, a file cannot be written, or a filter names what does not exist.
    """
    format_ = FORMATS[_ending(file)]
    paths = targets(file)
    check(paths)
    write(dict(zip(paths, format_.write(Job(store, options or Options(), say), _ending(file)), strict=True)))
    return paths


def targets(file: Path) -> tuple[Path, ...]:
    """The files that are written for a file's name: of some formats several, "news-nodes.csv" for "news.csv".

    Raises Stop where the ending is unknown.
    """
    ending = _ending(file)
    name, own = file.name[: -len(ending)], file.name[-len(ending) :]
    return tuple(file.with_name(f"{name}-{part}{own}") for part in FORMATS[ending].parts) or (file,)


def missing(ending: str) -> str | None:
    """The library that a format needs and that is not installed, if so."""
    needed = FORMATS[ending].needs
    return needed if needed and find_spec(needed) is None else None


def _ending(file: Path) -> str:
    """The longest known ending that a file's name has.

    Raises Stop where it has none of them.
    """
    name = file.name.casefold()
    known = max((each for each in FORMATS if name.endswith(each) and name != each), key=len, default=None)
    if known is None:
        raise Stop(f"{file}: no format has the ending {file.suffix or '(none)'!r}; there are: {' '.join(FORMATS)}")
    return known
