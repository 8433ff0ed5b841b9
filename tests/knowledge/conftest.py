"""A small dump in the true form: one JSON array, one entity a line, statements as Wikibase writes them."""

import json
from types import SimpleNamespace

import pytest

RURITANIA, STRELSAU, RASSENDYLL, FLAVIA, MINISTRY, OFFICE, KING, RIVER = (f"Q{9_000_000 + n}" for n in range(8))


def snak(key, value):
    return {"snaktype": "value", "property": key, "datavalue": {"value": value, "type": "any"}}


def item_value(identifier):
    return {"entity-type": "item", "numeric-id": int(identifier[1:]), "id": identifier}


def day_value(text):
    precision = {4: 9, 7: 10, 10: 11}[len(text)]
    return {"time": f"+{text}{'-00' * (11 - precision)}T00:00:00Z", "precision": precision, "timezone": 0}


def statement(key, value, rank="normal", **qualifiers):
    return {
        "mainsnak": snak(key, value),
        "type": "statement",
        "rank": rank,
        "qualifiers": {name: [snak(name, day_value(day))] for name, day in qualifiers.items()},
    }


def entity(identifier, kind, labels, aliases=(), links=1, **claims):
    rows = {"P31": [statement("P31", item_value(kind))]} if kind else {}
    rows |= {key: [statement(key, item_value(each)) for each in found] for key, found in claims.items()}
    return {
        "type": "item",
        "id": identifier,
        "labels": {code: {"language": code, "value": text} for code, text in labels.items()},
        "aliases": {code: [{"language": code, "value": text}] for code, text in aliases},
        "descriptions": {},
        "claims": rows,
        "sitelinks": {f"wiki{number}": {"site": f"wiki{number}", "title": "x"} for number in range(links)},
    }


def entities():
    holder = entity(RASSENDYLL, "Q5", {"en": "Rudolf Rassendyll", "fr": "Rodolphe Rassendyll"}, P27=[RURITANIA])
    holder["claims"]["P39"] = [
        statement("P39", item_value(OFFICE), P580="2010-03-01", P582="2015-05"),
        statement("P39", item_value(KING), rank="deprecated", P580="1999"),
    ]
    follower = entity(FLAVIA, "Q5", {"de": "Flavia Elphberg", "en": "Flavia Elphberg"}, P27=[RURITANIA])
    follower["claims"]["P39"] = [statement("P39", item_value(OFFICE), P580="2015-05-20")]
    return [
        entity(RURITANIA, "Q6256", {"en": "Ruritania", "de": "Ruritanien"}, [("en", "Kingdom of Ruritania")], 20),
        entity(STRELSAU, "Q515", {"en": "Strelsau", "de": "Strelsau"}, P17=[RURITANIA], P361=[RURITANIA]),
        holder,
        follower,
        entity(MINISTRY, "Q192350", {"en": "Ruritanian Ministry of Ballads"}, P17=[RURITANIA]),
        entity(OFFICE, "Q4164871", {"en": "Prime Minister of Ruritania"}, P1001=[RURITANIA]),
        entity(KING, "Q4164871", {"en": "Ballad Keeper of Ruritania"}, P1001=[RURITANIA]),
        entity("Q9000100", "Q1299999999", {"en": "Something of no class of ours"}),
        entity("Q9000101", "Q5", {"ja": "名前"}),
        {"type": "property", "id": "P31", "labels": {"en": {"language": "en", "value": "instance of"}}, "claims": {}},
    ]


def as_lines(found):
    return ["[", *(json.dumps(each, ensure_ascii=False) + "," for each in found[:-1]), json.dumps(found[-1]), "]"]


@pytest.fixture
def world():
    """Give what makes the items of a dump."""
    return SimpleNamespace(entity=entity, entities=entities)


@pytest.fixture
def dump(tmp_path):
    """Write a dump; give its path."""

    def write(found=None, name="dump.json", extra=()):
        rows = as_lines(found or entities())
        rows[-1:-1] = extra
        if extra:
            rows[-2 - len(extra)] += ","
        file = tmp_path / name
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return file

    return write


@pytest.fixture
def index(tmp_path):
    return tmp_path / "index.sqlite"
