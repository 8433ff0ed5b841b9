"""The exports in the repository are those of the example articles."""

import csv
from pathlib import Path

import pytest

from kg.export import ENDINGS, export
from kg.store import open_store

EXPORTS = Path(__file__).parents[2] / "exports"
# Positions depend on how a machine rounds; the other formats must be the same to the byte.
EXACT = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".csv")


@pytest.fixture(scope="module")
def made(example_store, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    with open_store(example_store, create=False, read_only=True) as store:
        return {ending: export(store, folder / f"news{ending}") for ending in ENDINGS}


def test_every_format_but_the_page_is_committed(made):
    names = {file.name for ending, files in made.items() if ending != ".html" for file in files}
    assert len(names) == 10
    assert names <= {file.name for file in EXPORTS.iterdir()}


@pytest.mark.parametrize("ending", EXACT)
def test_committed_file_is_current(made, ending):
    for file in made[ending]:
        assert (EXPORTS / file.name).read_bytes() == file.read_bytes(), "run 'kg demo' and commit exports/"


@pytest.mark.parametrize("ending", [".gexf", ".graphml"])
def test_committed_drawing_has_the_same_nodes(made, ending):
    (file,) = made[ending]
    with made[".csv"][0].open(encoding="utf-8", newline="") as rows:
        identifiers = [row["Id"] for row in csv.DictReader(rows)]
    assert identifiers
    for text in ((EXPORTS / file.name).read_text(encoding="utf-8"), file.read_text(encoding="utf-8")):
        assert all(f'id="{identifier}"' in text for identifier in identifiers)
