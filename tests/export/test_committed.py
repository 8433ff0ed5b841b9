"""The exports in the repository are those of the example articles."""

import re
from pathlib import Path

import pytest

from kg.export import ENDINGS, export
from kg.store import open_store

EXPORTS = Path(__file__).parents[2] / "exports"
# The page and the binary tables carry what other people made, or differ with the version of a library.
LEFT_OUT = (".html", ".pdf", ".parquet")
# Positions depend on how a machine rounds; the other formats must be the same to the byte.
DRAWN = (".gexf", ".graphml", ".cyjs", ".dot")
EXACT = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".csv", ".neo4j.csv", ".cypher")
# Places are decimals with one digit after the point.
NUMBERS = re.compile(r"-?\d+\.\d\b")


@pytest.fixture(scope="module")
def made(example_store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    with open_store(example_store, create=False, read_only=True) as store:
        return {ending: export(store, folder / f"news{ending}") for ending in ENDINGS}


def test_every_format_that_can_be_compared_is_committed(made):
    names = {file.name for ending, files in made.items() if ending not in LEFT_OUT for file in files}
    assert len(names) == 17
    assert {file.name for file in EXPORTS.iterdir() if file.suffix not in LEFT_OUT} == names | {"README.md"}


@pytest.mark.parametrize("ending", EXACT)
def test_committed_file_is_current(made, ending):
    for file in made[ending]:
        assert (EXPORTS / file.name).read_bytes() == file.read_bytes(), "run 'kg demo' and commit exports/"


@pytest.mark.parametrize("ending", DRAWN)
def test_committed_drawing_is_current_but_for_positions(made, ending):
    (file,) = made[ending]
    committed, current = (NUMBERS.sub("", each.read_text(encoding="utf-8")) for each in (EXPORTS / file.name, file))
    assert len(current) > 10_000
    assert committed == current, "run 'kg demo' and commit exports/"


def test_committed_pictures_show_the_same_names(made):
    (current,), committed = made[".svg"], EXPORTS / "news.svg"
    texts = [set(re.findall(r">([^<>]+)</text>", file.read_text(encoding="utf-8"))) for file in (committed, current)]
    assert len(texts[0]) > 50
    # Where there is little room, how a machine rounds decides which relation is written on a line.
    assert len(texts[0] ^ texts[1]) <= 2, "run 'kg demo' and commit exports/"
    assert (EXPORTS / "news.png").read_bytes().startswith(b"\x89PNG")
