"""Dumps: whole, compressed, cut off, damaged, interrupted, told twice."""

import bz2
import gzip
import json

import pytest

from kg.errors import InputError, Stop
from kg.gazetteer.imported import connect, counts, ranked
from kg.knowledge import import_dump, load

RURITANIA, STRELSAU, RASSENDYLL, FLAVIA, MINISTRY, OFFICE, KING, RIVER = (f"Q{9_000_000 + n}" for n in range(8))
KEPT = 7


def found(index, name):
    connection = connect(index)
    try:
        return [(each.identifier, each.type, each.country) for each, _ in ranked(connection, name)]
    finally:
        connection.close()


def reasons(report):
    return [each.reason for each in report.problems]


def test_what_we_have_a_class_for_is_kept_with_its_names(dump, index):
    report = import_dump(dump(), index)
    assert (report.read, report.kept, report.problems, report.complete) == (10, KEPT, [], True)
    assert found(index, "ruritanien") == found(index, "Kingdom of Ruritania") == [(RURITANIA, "Country", None)]
    assert found(index, "Rodolphe Rassendyll") == [(RASSENDYLL, "Person", RURITANIA)]
    assert found(index, "Strelsau") == [(STRELSAU, "City", RURITANIA)]
    assert found(index, "Something of no class of ours") == found(index, "名前") == []
    assert dict(counts(index)) | {"names": 0} == {
        "Person": 2, "Office": 2, "City": 1, "Country": 1, "GovernmentBody": 1, "names": 0, "terms of office": 2
    }  # fmt: skip


def test_what_is_of_a_class_under_ours_is_kept_whatever_stands_first_in_the_dump(world, dump, index):
    minister, finance, holder, beast = (f"Q{9_000_700 + n}" for n in range(4))
    rows = [
        world.entity("Q9000710", finance, {"en": "Minister of Finance of Ruritania"}, P1001=[RURITANIA]),
        world.entity("Q9000711", "", {"en": "Minister of Ballads"}, P279=[minister], P1001=[RURITANIA]),
        world.entity(finance, "", {"en": "minister of finance"}, P279=[minister, finance]),
        world.entity(minister, "", {"en": "minister"}, P279=["Q4164871", beast]),
        world.entity("Q9000712", "Q9000713", {"en": "Michaelsburg"}),
        world.entity("Q9000713", "", {"en": "castle town"}, P279=["Q9000714", "Q43229"]),
        world.entity("Q9000714", "", {"en": "old town"}, P279=["Q515"]),
        world.entity(holder, beast, {"en": "A beast"}),
        world.entity(beast, "", {"en": "beast"}, P279=[finance + "9"]),
    ]
    report = import_dump(dump([*world.entities(), *rows]), index)
    assert report.problems == []
    assert found(index, "Minister of Finance of Ruritania") == [("Q9000710", "Office", RURITANIA)]
    assert found(index, "Minister of Ballads") == [("Q9000711", "Office", RURITANIA)]
    assert found(index, "Michaelsburg") == [("Q9000712", "Organization", None)]
    assert found(index, "A beast") == []
    connection = connect(index)
    kinds = connection.execute("SELECT kind, of FROM office WHERE number = 9000710").fetchall()
    connection.close()
    assert kinds == [("finance-minister", int(RURITANIA[1:]))]


def test_terms_of_office_are_kept_as_exact_as_told(dump, index):
    import_dump(dump(), index)
    connection = connect(index)
    rows = connection.execute("SELECT holder, office, start, end FROM term ORDER BY start").fetchall()
    kinds = connection.execute("SELECT number, kind, of FROM office").fetchall()
    connection.close()
    number = {name: int(name[1:]) for name in (RASSENDYLL, FLAVIA, OFFICE, KING, RURITANIA)}
    assert rows == [
        (number[RASSENDYLL], number[OFFICE], "2010-03-01", "2015-05"),
        (number[FLAVIA], number[OFFICE], "2015-05-20", ""),
    ]
    assert kinds == [(number[OFFICE], "prime-minister", number[RURITANIA])]


@pytest.mark.parametrize(("ending", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
def test_compressed_dumps_give_the_same(dump, index, ending, pack):
    plain = dump()
    packed = plain.with_name(plain.name + ending)
    packed.write_bytes(pack(plain.read_bytes()))
    assert import_dump(packed, index).kept == KEPT
    assert found(index, "Strelsau") == [(STRELSAU, "City", RURITANIA)]


@pytest.mark.parametrize(("ending", "pack"), [("", bytes), (".gz", gzip.compress), (".bz2", bz2.compress)])
def test_a_dump_that_is_cut_off_gives_what_is_before_and_goes_on_when_it_is_whole(world, dump, index, ending, pack):
    many = [
        *world.entities(),
        *(world.entity(f"Q{8_000_000 + n}", "Q5", {"en": f"Person No {n * n}"}) for n in range(12_000)),
    ]
    whole = pack(dump(many).read_bytes())
    file = index.with_name(f"cut.json{ending}")
    file.write_bytes(whole[: len(whole) * 9 // 10])
    cut = import_dump(file, index)
    assert not cut.complete
    assert KEPT < cut.kept < len(many)
    assert any("breaks off" in each for each in reasons(cut))
    file.write_bytes(whole)
    rest = import_dump(file, index)
    assert rest.complete
    assert rest.before > 0
    assert cut.kept + rest.kept == KEPT + 12_000
    assert found(index, f"Person No {11_999**2}") != []


def test_an_interrupted_import_goes_on(dump, index, monkeypatch):
    monkeypatch.setattr(load, "BATCH", 3)
    file, batches = dump(), []

    def interrupt(report):
        batches.append(report.read)
        if batches.count(0) < len(batches) - 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_dump(file, index, interrupt)
    rest = import_dump(file, index)
    assert (rest.before, rest.read) == (7, 4)  # six entities and the line of the bracket
    assert sum(number for name, number in counts(index) if name not in {"names", "terms of office"}) == KEPT
    assert rest.problems == []
    again = import_dump(file, index)
    assert (again.read, again.kept) == (0, 0)


BROKEN = [
    ('{"type": "item", "id": "Q9000', "is no entity"),
    ('"a text"', "is no entity"),
    ("[1, 2]", "is no entity"),
    ('{"type": "item"}', "is no entity"),
    ('{"type": "item", "id": 7}', "is no entity"),
    ('{"type": "item", "id": "Q9000200", "claims": [1]}', "is no entity"),
    ("\x00\x01", "is no entity"),
    ("[" * 100_000, "is no entity"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN, ids=[line[:30] for line, _ in BROKEN])
def test_a_broken_line_is_named_and_the_rest_imported(dump, index, line, reason):
    report = import_dump(dump(extra=[line]), index)
    assert report.kept == KEPT
    assert [each.place for each in report.problems] == ["line 12"]
    assert reason in report.problems[0].reason


def test_an_id_that_is_there_twice_is_named_and_the_first_kept(world, dump, index):
    again = json.dumps(world.entity(STRELSAU, "Q515", {"en": "Another Strelsau"}))
    report = import_dump(dump(extra=[again]), index)
    assert [(each.place, each.reason) for each in report.problems] == [
        (STRELSAU, "is there twice; the first one is kept")
    ]
    assert found(index, "Another Strelsau") == []


def test_a_name_in_no_language_is_named_and_left_out(world, dump, index):
    nameless = world.entity("Q9000300", "Q515", {"en": "Zenda"})
    nameless["labels"]["xx"] = {"value": "Zendah"}
    nameless["aliases"]["de"] = [{"language": "", "value": "Zendau"}]
    report = import_dump(dump(extra=[json.dumps(nameless)]), index)
    assert reasons(report) == ["a name in no language: 'Zendah'", "a name in no language: 'Zendau'"]
    assert found(index, "Zenda") == [("Q9000300", "City", None)]
    assert found(index, "Zendah") == found(index, "Zendau") == []


def test_what_is_its_own_part_is_named_and_that_left_out(world, dump, index):
    own = world.entity("Q9000400", "Q515", {"en": "Hentzau"}, P361=["Q9000400"], P17=["Q9000400", RURITANIA])
    report = import_dump(dump(extra=[json.dumps(own)]), index)
    assert reasons(report) == ["is its own part"]
    assert found(index, "Hentzau") == [("Q9000400", "City", RURITANIA)]


def test_a_newer_dump_replaces_what_an_older_told(world, dump, index):
    import_dump(dump(), index)
    newer = world.entities()
    newer[1] = world.entity(STRELSAU, "Q515", {"en": "New Strelsau"})
    report = import_dump(dump(newer[1:], "newer.json"), index)
    assert report.problems == []
    assert found(index, "Strelsau") == []
    assert found(index, "New Strelsau") == [(STRELSAU, "City", None)]


def test_a_file_that_is_no_dump_and_an_index_that_is_none(tmp_path, index):
    with pytest.raises(InputError, match="cannot be read"):
        import_dump(tmp_path / "none.json", index)
    other = tmp_path / "other.sqlite"
    other.write_text("no database at all, but a text that is long enough to be looked at" * 50)
    with pytest.raises(Stop, match="cannot be used"):
        load.open_index(other)
    with pytest.raises(Stop, match="is no index"):
        connect(other)
    with pytest.raises(Stop, match="no imported knowledge"):
        connect(tmp_path / "nothing.sqlite")
