"""How fast imported knowledge is looked up in, and how much memory its import takes.

In: the share of the full size that is run. Out: figures.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from kg.gazetteer.imported import find, opened
from tests.benchmarks.figure import Figure
from tests.benchmarks.starting import PROGRAM

FULL = 10_000_000
SYLLABLES = ("ba", "ri", "ta", "nor", "vel", "sten", "mar", "do", "ka", "lin", "for", "gal", "mu", "sa", "tre", "wen")
CLASSES = ("Q5", "Q5", "Q5", "Q515", "Q43229", "Q4830453")
ASKED = 2000
MIXED, BITS = 0x9E3779B97F4A7C15F39CC0605CEDC835, 128  # an odd multiplier: each number gives other bits


def knowing(share: float) -> Iterator[Figure]:
    """So many entities imported, by what the command takes, and names looked up."""
    number = max(int(FULL * share), 1000)
    with tempfile.TemporaryDirectory() as place:
        memory = {size: _imported(Path(place), size) for size in (number // 10, number)}
        index = Path(place, f"{number}.sqlite")
        there = _looked_up(index, [names(1 + each * (number // ASKED))[1] for each in range(ASKED)])
        missing = _looked_up(index, [f"Nobody {each}" for each in range(ASKED)])
        size = index.stat().st_size / number
    yield Figure(f"look-up of a name among {number:,} entities", there * 1000, "ms", most=0.5)
    yield Figure(f"look-up of no name among {number:,} entities", missing * 1000, "ms", most=0.5)
    how = f"at {number:,} / at {number // 10:,}"
    yield Figure("memory of an import", memory[number], "MiB", how, memory[number // 10], most=1.5)
    yield Figure("an index on disk, by entity", size, "bytes")


def names(number: int) -> tuple[str, ...]:
    """German, English and French name and an alias, of syllables: few names are shared, as in the world."""
    bits = (number * MIXED) % (1 << BITS)
    words = ["".join(SYLLABLES[bits >> shift + step & 15] for step in (0, 4, 8)) for shift in range(0, 96, 12)]
    return tuple(f"{one.capitalize()} {other.capitalize()}" for one, other in zip(words[::2], words[1::2], strict=True))


def _entity(number: int) -> str:
    german, english, french, alias = names(number)
    labels = (("de", german), ("en", english), ("fr", french))
    return json.dumps(
        {
            "type": "item",
            "id": f"Q{number}",
            "labels": {code: {"language": code, "value": text} for code, text in labels},
            "aliases": {"en": [{"language": "en", "value": alias}]},
            "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": CLASSES[number % 6]}}}, "rank": "normal"}]},
            "sitelinks": {"enwiki": {"title": english}},
        }
    )


def _imported(place: Path, number: int) -> float:
    """Import so many entities of a dump; give the most memory in MiB that the command held."""
    dump, index = place / "dump.json", place / f"{number}.sqlite"
    with dump.open("w", encoding="utf-8") as stream:
        stream.write("[\n")
        stream.writelines(f"{_entity(each)},\n" for each in range(1, number))
        stream.write(f"{_entity(number)}\n]\n")
    command = [*PROGRAM, "knowledge", "import", str(dump), "--knowledge", str(index)]
    start = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0, f"the import ended with {running.returncode}"
    sys.stderr.write(f"{number:,} entities in {perf_counter() - start:.0f} s\n")
    dump.unlink()
    return used.ru_maxrss / 1024


def _looked_up(index: Path, asked: list[str]) -> float:
    """Give the seconds that a look-up takes."""
    with opened(index):
        start = perf_counter()
        found = [find(each) for each in asked]
        taken = perf_counter() - start
    assert len({bool(each) for each in found}) == 1, "all names are there, or none"
    return taken / len(asked)
