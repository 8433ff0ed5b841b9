"""How fast imported knowledge is read and looked up in; run with `pytest tests/benchmarks -m benchmark`.

`KG_BENCHMARK_ENTITIES` says how many are generated (100,000 without it).
"""

import json
import os
import random

import pytest

from kg.gazetteer.imported import connect, find, opened
from kg.knowledge import import_dump

ENTITIES = int(os.environ.get("KG_BENCHMARK_ENTITIES", "100000"))
SYLLABLES = ["ba", "ri", "ta", "nor", "vel", "sten", "mar", "do", "ka", "lin", "for", "gal", "mu", "sa", "tre", "wen"]
CLASSES = ["Q5", "Q5", "Q5", "Q515", "Q43229", "Q4830453"]

pytestmark = pytest.mark.skipif("KG_BENCHMARK" not in os.environ, reason="set KG_BENCHMARK to run benchmarks")


def names(number):
    """Two words made of syllables: few of the names are shared, as in the world."""
    chance = random.Random(number)
    return [" ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2)) for _ in range(4)]


@pytest.fixture(scope="module")
def dump(tmp_path_factory):
    file = tmp_path_factory.mktemp("knowledge") / "dump.json"
    with file.open("w", encoding="utf-8") as stream:
        stream.write("[\n")
        for number in range(1, ENTITIES + 1):
            german, english, french, alias = names(number)
            kind = CLASSES[number % len(CLASSES)]
            entity = {
                "type": "item",
                "id": f"Q{number}",
                "labels": {
                    code: {"language": code, "value": text}
                    for code, text in (("de", german), ("en", english), ("fr", french))
                },
                "aliases": {"en": [{"language": "en", "value": alias}]},
                "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": kind}}}, "rank": "normal"}]},
                "sitelinks": {"enwiki": {"title": english}},
            }
            stream.write(json.dumps(entity) + ",\n")
        stream.write("{}\n]\n")
    return file


@pytest.fixture(scope="module")
def index(dump):
    path = dump.with_name("index.sqlite")
    import_dump(dump, path)
    return path


def test_import(benchmark, dump):
    number = iter(range(100))
    report = benchmark.pedantic(
        lambda: import_dump(dump, dump.with_name(f"timed{next(number)}.sqlite")), rounds=1, iterations=1
    )
    assert report.kept == ENTITIES


def test_a_name_that_is_there(benchmark, index):
    chance = random.Random(1)
    asked = [names(chance.randrange(1, ENTITIES + 1))[1] for _ in range(1000)]
    with opened(index):
        found = benchmark(lambda: [find(each) for each in asked])
    assert all(found)


def test_a_name_that_is_not_there(benchmark, index):
    asked = [f"Nobody {number}" for number in range(1000)]
    with opened(index):
        assert not any(benchmark(lambda: [find(each) for each in asked]))
    connect(index).close()
