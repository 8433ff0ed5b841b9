"""What is kept and follows changes is what resolving everything at once gives."""

import datetime as dt
import random
import runpy
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import Document, Entity, Event, Mention, Reading, Relation, Role, Time
from kg.resolve import keep, resolution, resolve, update
from kg.resolve.kept import blocks

DAY = dt.date(2025, 12, 14)


@pytest.fixture(scope="module")
def articles():
    module = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "synthetic.py"))
    return {each.document.identifier: each for each in module["readings"](60, seed=7)}


class Followed:
    """What is kept in a database of its own."""

    def __init__(self, connection):
        self.connection, self.known = connection, {}

    def change(self, added=(), removed=()):
        """Take articles in and out; gives what changed."""
        self.known |= {each.document.identifier: each for each in added}
        for each in removed:
            del self.known[each]
        changed = [*(each.document.identifier for each in added), *removed]
        return update(keep(self.connection, self.known.get, {}), changed)

    def resolution(self):
        return resolution(keep(self.connection, self.known.get, {}))


@pytest.fixture
def followed():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield Followed(connection)


@pytest.mark.parametrize("largest", [3, 200])
@pytest.mark.parametrize("seed", [1, 2])
def test_articles_that_come_and_go_leave_what_all_at_once_give(articles, followed, monkeypatch, seed, largest):
    """Blocks that grow too large, and shrink again, are part of it."""
    monkeypatch.setattr(blocks, "LARGEST", largest)
    chance = random.Random(seed)
    waiting = chance.sample(sorted(articles), len(articles))
    while waiting:
        there = sorted(followed.known)
        gone = chance.sample(there, min(len(there), chance.randrange(3)))
        come, waiting = waiting[: chance.randint(1, 6)], waiting[6:]
        followed.change([articles[each] for each in come], gone)
    assert len(followed.known) > 5
    assert followed.resolution() == resolve(followed.known.values())


def person(document, *names, office=None, country=True):
    def mention(words, label="PER"):
        return Mention(0, len(words), words, label, 0, 50)

    entities = [Entity(f"e{n}", "Person", each, (each,), mentions=(mention(each),)) for n, each in enumerate(names)]
    relations = []
    if country:
        entities.append(Entity("c", "Country", "Syria", ("Syria",), "Q858", mentions=(mention("Syria", "GPE"),)))
        relations.append(Relation("nationality", "e0", "c", mention("Syrian", "GPE")))
    if office:
        relations.append(Relation("holdsOffice", "e0", "c", mention("x", "ROLE"), office))
    return Reading(Document(document, "x" * 50, "en", date=DAY), tuple(entities), (), tuple(relations))


def documents(found, name):
    return {member.document for each in found.entities if each.label.text == name for member in each.members}


def test_a_lone_family_name_joins_the_likeliest_full_name(followed):
    followed.change([person("a", "Karim Schatti"), person("b", "Schatti")])
    assert documents(followed.resolution(), "Karim Schatti") == {"a", "b"}
    followed.change(removed=["a"])
    assert documents(followed.resolution(), "Schatti") == {"b"}
    followed.change([person("a", "Karim Schatti")])
    assert documents(followed.resolution(), "Karim Schatti") == {"a", "b"}


def test_a_lone_family_name_is_not_whoever_stands_beside_it(followed):
    followed.change([person("a", "Karim Schatti"), person("b", "Schatti", "Karim Schatti")])
    assert documents(followed.resolution(), "Schatti") == {"b"}
    assert documents(followed.resolution(), "Karim Schatti") == {"a", "b"}


def test_an_article_that_touches_nothing_changes_nothing_else(articles, followed):
    followed.change(articles.values())
    changes = followed.change([person("new", "Qwertz Uiopasdf", country=False)])
    assert changes.documents == {"new"}
    assert changes.events == set()
    assert len(changes.entities) == 1


def test_the_same_again_changes_nothing(articles, followed):
    followed.change(articles.values())
    changes = followed.change([articles[min(articles)]])
    assert changes.entities == changes.events == changes.labels == changes.relations == set()


def killing(document, count, text=""):
    """An article that tells of one killing of so many soldiers in Palmyra."""

    def mention(words, label):
        return Mention(0, len(words), words, label, 0, 50)

    group = Entity("e1", "Group", f"{count} soldiers", (), count=count, mentions=(mention("soldiers", "GRP"),))
    place = Entity("e2", "City", "Palmyra", ("Palmyra",), "Q5747", mentions=(mention("Palmyra", "GPE"),))
    roles = (Role("recipient", "e1"), Role("place", "e2"))
    event = Event("x1", "Killing", (mention("killed", "EVENT"),), roles, Time(DAY.isoformat(), DAY, DAY))
    return Reading(Document(document, text, "en", date=DAY), (group, place), (replace(event, confidence=0.5),))


def groups(found):
    return sorted(
        (each.count, sorted(member.document for member in each.members)) for each in found.entities if each.count
    )


def test_groups_follow_the_happenings_they_take_part_in(followed):
    followed.change([killing("a", 16), killing("b", 17)])
    assert [documents for _, documents in groups(followed.resolution())] == [["a", "b"]]
    followed.change([killing("b", 3)])
    assert groups(followed.resolution()) == [(3, ["b"]), (16, ["a"])]
    followed.change([killing("c", 16)], removed=["b"])
    assert groups(followed.resolution()) == [(16, ["a", "c"])]
    followed.change(removed=["a"])
    assert groups(followed.resolution()) == [(16, ["c"])]


def test_copies_follow_the_first_published_and_are_one_source(followed):
    text = " ".join(f"word{number}" for number in range(60))
    followed.change([killing("b", 16, text), killing("c", 16, text), killing("d", 16, "own words")])
    found = followed.resolution()
    assert found.copies == (("c", "b"),)
    assert [event.confidence for event in found.events] == [0.75]
    changes = followed.change([killing("a", 16, text)])
    assert followed.resolution().copies == (("b", "a"), ("c", "a"))
    assert {"a", "b", "c"} <= changes.documents
    followed.change(removed=["a", "b"])
    assert followed.resolution().copies == ()
    followed.change([killing("c", 16, "other words")])
    assert [event.confidence for event in followed.resolution().events] == [0.75]


# What is read whole: what a person ruled, which is little, and what is counted or listed for a report.
WHOLE = {"ruled", "parting"}
REPORTED = {"SELECT count(*) FROM entity", "SELECT count(*) FROM happening"}


def test_no_statement_of_an_update_reads_a_whole_table(articles, followed):
    """Else ten times the articles would cost a hundred times the time."""
    statements = set()
    followed.connection.set_trace_callback(statements.add)
    names = sorted(articles)
    followed.change([articles[each] for each in names[:40]])
    followed.change([articles[each] for each in names[40:]], names[:10])
    followed.connection.set_trace_callback(None)
    asked = [each for each in statements if each.startswith(("SELECT", "UPDATE", "DELETE")) and each not in REPORTED]
    assert len(asked) > len(names)
    plans = [(step[3], each) for each in asked for step in followed.connection.execute(f"EXPLAIN QUERY PLAN {each}")]
    tables = {row[0] for row in followed.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    scans = [(step, each) for step, each in plans if step.startswith("SCAN") and step.split()[1] in tables - WHOLE]
    assert not scans
