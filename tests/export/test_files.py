"""Files of every format: written wholly or not at all, the same each time."""

import pytest

from kg.errors import Stop
from kg.export import ENDINGS, Filters, Options, export, targets
from kg.export.files import write
from kg.export.job import Job


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_store_gives_the_same_bytes(store, tmp_path, ending):
    assert len(ENDINGS) == 18
    first = [file.read_bytes() for file in export(store, tmp_path / f"a{ending}")]
    again = [file.read_bytes() for file in export(store, tmp_path / f"a{ending}")]
    assert first == again
    assert all(first)
    assert sorted(tmp_path.iterdir()) == sorted(targets(tmp_path / f"a{ending}"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_selection_gives_files_all_the_same(store, tmp_path, ending):
    said = []
    wanted = Options(filters=Filters(types=("Company",)))
    files = export(store, tmp_path / f"a{ending}", wanted, said.append)
    # No triple at all is an empty file in these.
    assert all(file.stat().st_size for file in files) or ending in {".ttl", ".nt", ".nq", ".trig"}
    assert said == ["--type Company left nothing: the file is empty."]


def test_names_of_several_files(tmp_path):
    assert [file.name for file in targets(tmp_path / "a.b.CSV")] == ["a.b-nodes.CSV", "a.b-edges.CSV"]
    assert [file.name for file in targets(tmp_path / "x.neo4j.csv")] == [
        "x-nodes.neo4j.csv",
        "x-relationships.neo4j.csv",
    ]


@pytest.mark.parametrize("name", ["a.docx", "a", ".gexf"])
def test_an_unknown_ending_names_those_that_work(store, tmp_path, name):
    with pytest.raises(Stop, match=r"there are: \.ttl .*\.gexf"):
        export(store, tmp_path / name)


def test_a_missing_folder_is_said_and_nothing_is_left(store, tmp_path):
    with pytest.raises(Stop, match="there is no folder"):
        export(store, tmp_path / "none" / "a.ttl")
    (tmp_path / "folder-edges.csv").mkdir()
    with pytest.raises(Stop, match="it is a folder"):
        export(store, tmp_path / "folder.csv")
    assert [file.name for file in tmp_path.iterdir()] == ["folder-edges.csv"]


def broken():
    yield "half"
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_files_and_nothing_half_written(tmp_path):
    old, other = tmp_path / "a.gexf", tmp_path / "b.gexf"
    old.write_text("whole")
    with pytest.raises(Stop, match=r"b\.gexf: cannot be written: No space left on device"):
        write({old: ["new"], other: broken()})
    assert [file.name for file in tmp_path.iterdir()] == ["a.gexf"]
    assert old.read_text() == "whole"


def test_of_many_nodes_it_is_said_how_many_have_their_place(store):
    said = []
    count = Job(store, Options(), said.append)._counting("Layout", 4000)
    for more in (100, 399, 1, 1500, 2000):
        count(more)
    assert said == ["Layout: 10 %", "Layout: 50 %"]
    few = Job(store, Options(), said.append)._counting("Layout", 100)
    few(50)
    assert len(said) == 2
