# ruff: noqa: E501  # a parse in one line is a row of the table
"""Modality: negated, possible, planned or actual."""

import datetime as dt
from types import SimpleNamespace

import pytest

from kg.annotate.layers import register_layers
from kg.errors import DataError
from kg.extract.modality import in_time, load_signs, parse_signs
from kg.model import Document, Time
from kg.ontology import load_ontology
from tests.blank import blank

MENTIONS = [("Oslo", "GPE", "A")]
TYPES = {"A": "Country"}

CASES = [
    ("de", "töten", "Actual", "Oslo Oslo PROPN 2 nsubj\nließ lassen VERB 0 root VerbForm=Fin\ntöten töten VERB 2 xcomp VerbForm=Inf"),
    ("de", "getötet", "Negated", "Oslo Oslo PROPN 4 nsubj\nhat haben AUX 4 aux\nnicht nicht PART 4 advmod\ngetötet töten VERB 0 root VerbForm=Part"),
    ("de", "töten", "Planned", "Oslo Oslo PROPN 3 nsubj\nwird werden AUX 3 aux\ntöten töten VERB 0 root VerbForm=Inf"),
    ("de", "töten", "Planned", "Oslo Oslo PROPN 3 nsubj\nwill wollen AUX 3 aux\ntöten töten VERB 0 root VerbForm=Inf"),
    ("de", "töten", "Possible", "Oslo Oslo PROPN 3 nsubj\nkönnte können AUX 3 aux\ntöten töten VERB 0 root VerbForm=Inf"),
    ("de", "tötet", "Possible", "Falls falls SCONJ 3 mark\nOslo Oslo PROPN 3 nsubj\ntötet töten VERB 5 advcl VerbForm=Fin\n, , PUNCT 3 punct\nfolgt folgen VERB 0 root VerbForm=Fin"),
    ("de", "Abzug", "Possible", "Man man PRON 2 nsubj\nfordert fordern VERB 0 root VerbForm=Fin\nden der DET 4 det\nAbzug Abzug NOUN 2 obj\nOslo Oslo PROPN 4 nmod Case=Gen"),
    ("de", "Abzug", "Actual", "Seit seit ADP 3 case\ndem der DET 3 det\nAbzug Abzug NOUN 5 nmod\nOslo Oslo PROPN 3 nmod Case=Gen\nfordert fordern VERB 0 root VerbForm=Fin\nman man PRON 5 nsubj\nGeld Geld NOUN 5 obj"),
    ("de", "Abzug", "Negated", "Kein kein DET 2 det\nAbzug Abzug NOUN 0 root\nOslo Oslo PROPN 2 nmod Case=Gen"),
    ("fr", "tué", "Actual", "On on PRON 2 nsubj\nannonce annoncer VERB 0 root VerbForm=Fin\nque que SCONJ 6 mark\nOslo Oslo PROPN 6 nsubj\na avoir AUX 6 aux:tense VerbForm=Fin\ntué tuer VERB 2 ccomp VerbForm=Part"),
    ("fr", "rencontre", "Planned", "On on PRON 2 nsubj\nannonce annoncer VERB 0 root VerbForm=Fin\nla le DET 4 det\nrencontre rencontre NOUN 2 obj\nd' de ADP 6 case\nOslo Oslo PROPN 4 nmod"),
    ("fr", "libérera", "Planned", "Oslo Oslo PROPN 2 nsubj\nlibérera libérer VERB 0 root Tense=Fut|VerbForm=Fin"),
    ("fr", "tué", "Possible", "Oslo Oslo PROPN 3 nsubj\naurait avoir AUX 3 aux:tense Mood=Cnd|VerbForm=Fin\ntué tuer VERB 0 root VerbForm=Part"),
    ("fr", "tué", "Negated", "Oslo Oslo PROPN 5 nsubj\nn' ne ADV 5 advmod\na avoir AUX 5 aux:tense\npas pas ADV 5 advmod\ntué tuer VERB 0 root VerbForm=Part"),
    ("fr", "rejoindre", "Possible", "Oslo Oslo PROPN 2 nsubj\npourrait pouvoir VERB 0 root Mood=Cnd|VerbForm=Fin\nrejoindre rejoindre VERB 2 xcomp VerbForm=Inf"),
    ("en", "kill", "Planned", "Oslo Oslo PROPN 3 nsubj\nwill will AUX 3 aux\nkill kill VERB 0 root VerbForm=Inf"),
    ("en", "kill", "Possible", "Oslo Oslo PROPN 3 nsubj\nmay may AUX 3 aux\nkill kill VERB 0 root VerbForm=Inf"),
    ("en", "killed", "Negated", "Oslo Oslo PROPN 3 nsubj\nnever never ADV 3 advmod\nkilled kill VERB 0 root VerbForm=Fin"),
    ("en", "release", "Planned", "Oslo Oslo PROPN 2 nsubj\nplans plan VERB 0 root VerbForm=Fin\nto to PART 4 mark\nrelease release VERB 2 xcomp VerbForm=Inf"),
    ("en", "kill", "Planned", "Oslo Oslo PROPN 3 nsubj\nwill will AUX 3 aux\ntravel travel VERB 0 root VerbForm=Inf\nto to PART 5 mark\nkill kill VERB 3 advcl VerbForm=Inf"),
    ("en", "kill", "Actual", "Oslo Oslo PROPN 2 nsubj\ntravelled travel VERB 0 root VerbForm=Fin\nto to PART 4 mark\nkill kill VERB 2 advcl VerbForm=Inf"),
    ("en", "killed", "Actual", "Oslo Oslo PROPN 2 nsubj\nkilled kill VERB 0 root VerbForm=Fin"),
    ("en", "killed", "Possible", "Has have AUX 3 aux\nOslo Oslo PROPN 3 nsubj\nkilled kill VERB 0 root VerbForm=Part\n? ? PUNCT 3 punct"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "trigger", "modality", "rows"), CASES, ids=[f"{c[0]}-{c[1]}-{c[2]}" for c in CASES]
)
def test_modality(events_of, language, trigger, modality, rows):
    assert events_of(language, rows, MENTIONS, TYPES)[trigger].modality == modality


def test_subjunctive_of_reported_speech_is_actual(events_of):
    rows = """
Oslo Oslo PROPN 2 nsubj
sagte sagen VERB 0 root VerbForm=Fin
, , PUNCT 5 punct
Rebellen Rebell NOUN 6 nsubj
hätten haben AUX 6 aux Mood=Sub|VerbForm=Fin
getötet töten VERB 2 ccomp VerbForm=Part
"""
    mentions = [("Oslo", "GPE", "A"), ("Rebellen", "GRP", "R")]
    events = events_of("de", rows, mentions, {"A": "Country", "R": "Group"})
    assert events["getötet"].modality == "Actual"
    assert ("attributedTo", "A") in {(role.name, role.filler) for role in events["getötet"].roles}


def test_what_is_demanded_at_a_call_does_not_touch_the_call(events_of):
    rows = """
Oslo Oslo PROPN 2 nsubj
forderte fordern VERB 0 root VerbForm=Fin
bei bei ADP 5 case
einem ein DET 5 det
Telefonat Telefonat NOUN 2 obl
den der DET 7 det
Abzug Abzug NOUN 2 obj
Roms Rom PROPN 7 nmod Case=Gen
"""
    mentions = [("Oslo", "GPE", "A"), ("Roms", "GPE", "B")]
    events = events_of("de", rows, mentions, {"A": "Country", "B": "Country"})
    assert events["Telefonat"].modality == "Actual"
    assert events["Abzug"].modality == "Possible"


@pytest.mark.parametrize(
    "table",
    [
        {"default": "Actuel"},
        {"default": "Actual", "Maybe": {"words": ["peut-être"]}},
        {"default": "Actual", "Possible": {"wörter": ["vielleicht"]}},
        {"default": "Actual", "events": {"Requests": "Possible"}},
        {"default": "Actual", "events": {"Request": "Maybe"}},
        {"default": "Actual", "performed": {"events": ["Truces"], "verbs": []}},
    ],
)
def test_wrong_table(table):
    with pytest.raises(DataError):
        parse_signs("de", table, load_ontology())


@pytest.mark.parametrize(
    ("verb", "lemma", "modality"), [("vereinbart", "vereinbaren", "Actual"), ("geplant", "planen", "Planned")]
)
def test_performed_object_of_an_agreement_has_happened(events_of, verb, lemma, modality):
    rows = f"""
Oslo Oslo PROPN 4 nsubj
hat haben AUX 4 aux VerbForm=Fin
Waffenruhe Waffenruhe NOUN 4 obj
{verb} {lemma} VERB 0 root VerbForm=Part
"""
    assert events_of("de", rows, MENTIONS, TYPES)["Waffenruhe"].modality == modality


@pytest.mark.parametrize(("day", "modality"), [(9, "Actual"), (10, "Actual"), (11, "Planned")])
def test_what_lies_after_the_day_of_publication_is_planned(day, modality):
    doc = blank("de")("Er kommt.")
    register_layers()
    doc._.kg_document = Document("x", "Er kommt.", "de", date=dt.date(2025, 12, 10))
    time = Time(f"2025-12-{day:02}", dt.date(2025, 12, day), dt.date(2025, 12, day))
    article = SimpleNamespace(doc=doc)
    assert in_time(article, load_signs("de"), "Actual", time) == modality
    assert in_time(article, load_signs("de"), "Negated", time) == "Negated"
