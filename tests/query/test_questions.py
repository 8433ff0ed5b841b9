"""The ready questions: each parses, runs, and answers."""

import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import DataError, QueryError
from kg.graph.whole import graph
from kg.languages import codes
from kg.model import Resolution, ResolvedEvent, Role, Time
from kg.query import question, questions, rows
from kg.query.questions import FOLDER, _question
from kg.store import open_store

NAMES = [each.name for each in questions()]


def answers(store, name, **values):
    return rows(store, question(name).bind(values))


def test_every_file_is_a_question():
    assert len(NAMES) == len(list(FOLDER.glob("*.rq"))) >= 11
    assert len({each.title for each in questions()}) == len(NAMES)
    for each in questions():
        assert each.name in each.summary
        assert each.title in each.summary
        assert each.description.endswith(".")


def test_every_question_has_a_title_in_every_language():
    for each in questions():
        assert each.titles.keys() == each.descriptions.keys() == set(codes())
        assert len(set(each.titles.values())) == len(codes())
        assert all(said.endswith(".") for said in each.descriptions.values())


def test_a_language_that_speaks_of_no_question_is_named(tmp_path, monkeypatch):
    (tmp_path / "xx.toml").write_text('[nothing]\ntitle = "A"\ndescription = "B."\n')
    monkeypatch.setattr(sys.modules["kg.query.questions"], "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"questions/xx\.toml"):
        questions.__wrapped__()


@pytest.mark.parametrize("name", NAMES)
def test_every_question_runs_as_it_is_and_with_a_name(store, name):
    ready = question(name)
    everything = rows(store, ready.text)
    assert len({tuple(sorted(row.items())) for row in everything}) == len(everything)
    for parameter in ready.parameters:
        some = answers(store, name, **{parameter.name: "no such name"})
        assert some == []


def test_who_spoke_with_whom(store):
    for entity in ("", "rubio", "Al-Chaibani"):
        (row,) = answers(store, "who-spoke-with-whom", entity=entity)
        quote = row.pop("quote")
        assert "téléphone" in quote or "telefonierte" in quote
        assert row == {"one": "Asaad al-Shaibani", "other": "Marco Rubio", "date": "2025-12-14", "how": "Phone call"}


def test_timeline(store):
    told = [
        (row.get("date"), row["role"], row["modality"].rsplit("#")[-1])
        for row in answers(store, "timeline", entity="Al-Shaibani")
    ]
    assert told == [
        (None, "agent", "Negated"),
        ("2025-12-14", "agent", "Actual"),
        ("2026-01", "agent", "Planned"),
    ]


def test_claims_by_source(store):
    (row,) = answers(store, "claims-by-source", entity="rubio")
    assert row["source"] == "Marco Rubio"
    assert row["document"] == "artikel/gespräch.txt"
    assert row["quote"].startswith("Bei einem Angriff")


def test_told_by_several(store):
    told = answers(store, "told-by-several")
    assert [row["sources"] for row in told] == ["2", "2"]
    assert all("(de)" in row["articles"] and "(fr)" in row["articles"] for row in told)


def test_offices(store):
    assert answers(store, "offices", entity="syrie") == [
        {
            "holder": "Asaad al-Shaibani",
            "title": "Foreign Minister of Syria",
            "of": "Syria",
            "articles": "1",
            "first": "2025-12-15",
            "last": "2025-12-15",
        }
    ]
    (rubio,) = answers(store, "offices", entity="rubio")
    assert rubio["articles"] == "2"


def test_attacks_and_victims(store):
    (row,) = answers(store, "attacks-and-victims")
    assert row["victim"] == "two soldiers"
    assert (row["count"], row["where"], row["source"]) == ("2", "Damascus", "Marco Rubio")


def test_planned(store):
    (row,) = answers(store, "planned")
    assert row["date"] == "2026-01"
    assert row["quote"] == "Al-Shaibani will im Januar in die USA reisen."


def test_differences(store):
    assert answers(store, "differences") == [
        {"what": "two soldiers", "about": "count", "says": "2", "articles": "artikel/gespräch.txt"},
        {"what": "two soldiers", "about": "count", "says": "3", "articles": "https://www.example.org/dépêche?id=7"},
    ]


def test_a_date_that_is_only_less_exact_is_no_difference(sample, tmp_path):
    def dated(reading, *values):
        first, *others = reading.events
        return replace(reading, events=(replace(first, time=Time(*values)), *others))

    def told(*times):
        readings = tuple(dated(reading, time) for reading, time in zip(sample.readings, times, strict=True))
        with open_store(tmp_path / "-".join(times)) as store:
            store.replace_graph(graph(readings, sample.resolution))
            return sorted(row["says"] for row in answers(store, "differences") if row["about"] == "date")

    assert told("2025-12-14", "2025-12") == []
    assert told("2025-12-14", "2025-12-13") == ["2025-12-13", "2025-12-14"]


def test_copies(sample, tmp_path):
    copy, original = sample.french.identifier, sample.german.identifier
    with open_store(tmp_path / "store") as store:
        store.replace_graph(graph(sample.readings, replace(sample.resolution, copies=((copy, original),))))
        (row,) = answers(store, "copies")
        assert (row["article"], row["original"]) == (copy, original)
        assert answers(store, "told-by-several") == []


def test_actors(store):
    assert answers(store, "actors")[0] == {"actor": "Asaad al-Shaibani", "acts": "3", "receives": "0", "events": "3"}


def test_joining_and_conflicts(sample, tmp_path):
    def event(name, kind):
        return ResolvedEvent(name, kind, (Role("agent", "Q858"), Role("recipient", "Q30")), Time("2025"), "Actual", 1.0)

    joined = ResolvedEvent(
        "j",
        "Accession",
        (Role("agent", "Q858"), Role("recipient", "Q30")),
        Time("2025"),
        "Actual",
        1.0,
        members=sample.resolution.events[0].members,
    )
    resolution = Resolution(sample.resolution.entities, (event("a", "Attack"), event("b", "Accusation"), joined))
    told = (*sample.readings,)
    with open_store(tmp_path / "store") as store:
        store.replace_graph(graph(told, resolution))
        (row,) = answers(store, "conflicts-between-countries")
        assert (row["one"], row["other"], row["events"]) == ("Syria", "United States", "2")
        (row,) = answers(store, "what-joined-what", entity="USA")
        assert (row["joiner"], row["joined"], row["date"]) == ("Syria", "United States", "2025")


@given(st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_whatever_a_person_types_is_only_a_name(store, text):
    known = {"artikel/gespräch.txt"}
    assert {row["document"] for row in answers(store, "claims-by-source", entity=text)} <= known


def test_names_that_look_like_sparql(store):
    for text in ('"} UNION { ?a ?b ?c } #', "\\", "'''", '"""', "} DROP ALL", "\\u0022 }", "VALUES ?entity { UNDEF }"):
        assert answers(store, "offices", entity=text) == []


def test_unknown_questions_and_parameters_are_told():
    with pytest.raises(QueryError, match="no question 'x'; there are: actors"):
        question("x")
    with pytest.raises(QueryError, match="no parameter 'colour'; it has entity"):
        question("timeline").bind({"colour": "red"})
    with pytest.raises(QueryError, match="it has none"):
        question("actors").bind({"entity": "x"})


@pytest.mark.parametrize(
    "text", ["SELECT * {}", "# Title\nSELECT * {}", "# T\n#\n# Body.\n#\n# Parameters:\n#   who: a name\n\nSELECT * {}"]
)
def test_a_question_without_a_proper_head_is_our_own_fault(tmp_path, text):
    file = tmp_path / "bad.rq"
    file.write_text(text)
    with pytest.raises(DataError, match=r"questions/bad\.rq"):
        _question(file)
