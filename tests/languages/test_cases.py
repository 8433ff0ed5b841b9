"""The cases of each language: sentences with the events that must be read from them, checked and scored."""

import datetime as dt
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import languages
from kg.annotate import annotate
from kg.extract import extract
from kg.model import Document
from kg.ontology import load_ontology

BOUNDS = Path(__file__).parents[1] / "quality" / "cases.toml"
CASE_KEYS = {"text", "date", "events"}
EVENT_KEYS = {"type", "trigger", "agent", "recipient", "modality", "date"}
LEAST_OF_CLASS = 2
LEAST_WITHOUT_EVENTS = 20
CODES = languages.codes()


@dataclass(frozen=True)
class Score:
    """Expected events, those that were read; cases without events, those of them that got one; what is amiss."""

    expected: int
    found: int
    empty: int
    invented: int
    faults: tuple[str, ...]


def cases(code):
    return languages.table(code, "cases")["case"]


def documents(code):
    for number, case in enumerate(cases(code)):
        yield Document(f"{code}-{number}", case["text"], code, date=dt.date.fromisoformat(case["date"]))


def told_at(event, offset):
    """Whether a trigger of an event stands in the sentence that holds the character at `offset`."""
    return any(trigger.sentence_start <= offset < trigger.sentence_end for trigger in event.triggers)


def unread(case, events):
    """Expected events of a case that were not read; each event that was read answers one expected event."""
    left, missing = list(events), []
    for expected in case["events"]:
        offset = case["text"].index(expected["trigger"])
        fitting = [event for event in left if event.type == expected["type"] and told_at(event, offset)]
        if fitting:
            left.remove(fitting[0])
        else:
            missing.append(f"{expected['type']} {expected['trigger']!r} in {case['text']!r}")
    return missing


def score(code):
    read = [extract(doc).events for doc in annotate(documents(code))]
    pairs = list(zip(cases(code), read, strict=True))
    missing = [event for case, events in pairs for event in unread(case, events)]
    wrong = [case["text"] for case, events in pairs if events and not case["events"]]
    expected = sum(len(case["events"]) for case, _ in pairs)
    empty = sum(not case["events"] for case, _ in pairs)
    return Score(expected, expected - len(missing), empty, len(wrong), (*missing, *wrong))


@pytest.fixture(scope="session")
def bounds():
    return tomllib.loads(BOUNDS.read_text(encoding="utf-8"))


@pytest.fixture(scope="session", params=CODES)
def scored(request):
    """A language with its score: one pass of its pipeline over its cases."""
    return request.param, score(request.param)


def test_every_language_has_bounds(bounds):
    assert len(CODES) >= 3
    assert sorted(bounds) == sorted(CODES)
    for code in CODES:
        assert sorted(bounds[code]) == ["found", "invented"]
        assert 0 < bounds[code]["found"] <= 1
        assert 0 <= bounds[code]["invented"] < 1


@pytest.mark.parametrize("code", CODES)
def test_every_case_has_text_date_and_events(code):
    texts = Counter(case["text"] for case in cases(code))
    assert [text for text, times in texts.items() if times > 1] == []
    for case in cases(code):
        assert set(case) == CASE_KEYS, case
        assert case["text"].strip(), case
        assert dt.date.fromisoformat(case["date"]), case
        assert isinstance(case["events"], list), case


@pytest.mark.parametrize("code", CODES)
def test_every_expected_event_is_of_the_ontology_and_of_the_text(code):
    ontology = load_ontology()
    found = [(case["text"], event) for case in cases(code) for event in case["events"]]
    assert found
    for text, event in found:
        assert {"type", "trigger"} <= set(event) <= EVENT_KEYS, (text, event)
        assert event["type"] in ontology.event_types, (text, event)
        assert event["trigger"] in text, (text, event)
        assert "modality" not in event or event["modality"] in ontology.modalities, (text, event)


@pytest.mark.parametrize("code", CODES)
def test_every_class_has_cases(code):
    having = Counter(kind for case in cases(code) for kind in {event["type"] for event in case["events"]})
    poor = {kind: having[kind] for kind in load_ontology().event_types if having[kind] < LEAST_OF_CLASS}
    assert poor == {}
    assert sum(not case["events"] for case in cases(code)) >= LEAST_WITHOUT_EVENTS


def test_expected_events_are_read(scored, bounds):
    code, result = scored
    assert result.found >= bounds[code]["found"] * result.expected, result.faults


def test_no_event_is_read_where_there_is_none(scored, bounds):
    code, result = scored
    assert result.invented <= bounds[code]["invented"] * result.empty, result.faults
