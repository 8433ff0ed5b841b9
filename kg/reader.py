"""What reads an article, as one name: where it is the same, and the article too, the reading is.

In: settings of a build. Out: a name that changes with the program, its tables and models, the imported knowledge in
use, and what is left out of readings; and what a store has of such readings.
"""

import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

from kg.gazetteer import imported
from kg.languages import FOLDER
from kg.ontology import gazetteer_files, ontology_files

PACKAGE: Final = Path(__file__).parent
# The parts of the program by which an article becomes a reading.
READERS: Final = ("model.py", "article.py", "annotate", "extract", "gazetteer", "languages", "ontology")
# The libraries whose numbers decide.
LIBRARIES: Final = ("spacy", "thinc", "numpy")
SOURCES: Final = frozenset({".py", ".toml"})
# Bytes by which a reading is known.
SIZE: Final = 16


@dataclass(frozen=True, slots=True)
class Known:
    """What readings of a store are made of, in order, in a `file` that other processes can open."""

    file: Path
    data: mmap | bytes

    def __contains__(self, made_of: bytes) -> bool:
        """Whether there is a reading that is made of this."""
        count = len(self.data) // SIZE
        place = bisect_left(range(count), made_of, key=self._at)
        return place < count and self._at(place) == made_of

    def _at(self, place: int) -> bytes:
        return self.data[place * SIZE : (place + 1) * SIZE]


@contextmanager
def known(every: Iterable[bytes]) -> Iterator[Known]:
    """Write down what the readings of a store are made of, given in order."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        file = Path(folder) / "known"
        with file.open("wb") as writing:
            writing.writelines(every)
        yield opened(file)


def opened(file: Path) -> Known:
    """What was written down."""
    if not file.stat().st_size:
        return Known(file, b"")
    with file.open("rb") as reading:
        return Known(file, mmap(reading.fileno(), 0, access=ACCESS_READ))


def reader(language: str, models: Mapping[str, str], least: float) -> str:
    """What reads articles of a language: `models` and `least` as in the settings of a build."""
    model = models.get(language)
    named = _ours(language) if model is None else _theirs(model)
    return " ".join((_program(), named, imported.state() or "-", repr(float(least))))


@cache
def _program() -> str:
    parts = (PACKAGE / part for part in READERS)
    files = (file for part in parts for file in ([part] if part.is_file() else sorted(part.rglob("*"))))
    own = (file for file in files if file.suffix in SOURCES)
    return _digest((*own, *ontology_files(), *gazetteer_files()), _libraries())


def _libraries() -> str:
    return " ".join(f"{name} {version(name)}" for name in LIBRARIES)


@cache
def _ours(language: str) -> str:
    return _digest(_files(FOLDER / language / "model"), "")


def _theirs(model: str) -> str:
    """Of a pipeline that is not ours, a package or a folder: it may be large, so when and how its files were made."""
    folder = Path(model) if Path(model).is_dir() else _package(model)
    made = ((file.relative_to(folder), file.stat()) for file in _files(folder))
    return _digest((), f"{_version(model)} {[(str(name), of.st_size, of.st_mtime_ns) for name, of in made]}")


def _package(name: str) -> Path:
    try:
        found = find_spec(name)
    except (ImportError, ValueError):
        found = None
    return Path(found.origin).parent if found and found.origin else Path(name)


def _version(model: str) -> str:
    try:
        return f"{model} {version(model)}"
    except (PackageNotFoundError, ValueError):
        return model


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix != ".pyc")


def _digest(files: Iterable[Path], text: str) -> str:
    hashing = blake2b(text.encode(), digest_size=16)
    for file in files:
        hashing.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return hashing.hexdigest()
