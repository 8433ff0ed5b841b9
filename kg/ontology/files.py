"""Where the Turtle files are: beside the package in a checkout, inside it in a wheel.

In: nothing. Out: paths.
"""

from functools import cache
from pathlib import Path

from kg.errors import DataError

# Parts of the ontology, in the order in which they build on each other.
PARTS = ("core.ttl", "entities.ttl", "events.ttl", "relations.ttl", "alignments.ttl")
SHAPES = "shapes.ttl"
GAZETTEER = "gazetteer"
NAMES = "names"


@cache
def ontology_folder() -> Path:
    """Give the folder `ontologies`.

    Raises DataError where there is none.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "ontologies", package.parent / "ontologies"):
        if folder.is_dir():
            return folder
    raise DataError("ontologies", "(folder)", "is missing from the installation")


def ontology_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Give the Turtle files that go into a store: the ontology, without the shapes and the gazetteer."""
    return tuple((folder or ontology_folder()) / part for part in PARTS)


def shapes_file() -> Path:
    """Give the SHACL shapes a store must satisfy."""
    return ontology_folder() / SHAPES


def gazetteer_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Give the Turtle files of the gazetteer, by name.

    Raises DataError where there is none.
    """
    return _turtle(folder or ontology_folder() / GAZETTEER)


def name_files() -> tuple[Path, ...]:
    """Give the Turtle files of personal names by country, by name.

    Raises DataError where there is none.
    """
    return _turtle(ontology_folder() / NAMES)


def _turtle(folder: Path) -> tuple[Path, ...]:
    found = tuple(sorted(folder.glob("*.ttl")))
    if not found:
        raise DataError(f"ontologies/{folder.name}", "(folder)", "has no Turtle file")
    return found
